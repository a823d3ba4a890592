/**
 * `bridge mdb add`, `replace` and `delete`.
 *
 * @module
 */

import { AF_BRIDGE } from "../../../messages/families.ts";
import {
  NLM_F_CREATE,
  NLM_F_EXCL,
  NLM_F_REPLACE,
} from "../../../messages/header.ts";
import {
  MDB_PERMANENT,
  RTM_DELMDB,
  RTM_NEWMDB,
} from "../../../messages/mdb/constants.ts";
import { mdbRequest } from "../../../messages/mdb/mdb.ts";
import {
  type Grammar,
  matches,
  parse,
  takes,
  text,
  value,
} from "../../parse/grammar.ts";
import { usageIn } from "../../program.ts";
import type { Command } from "../../runtime/context.ts";
import { atoi, ignore, indexOf, required } from "../common.ts";
import {
  attributeKeywords,
  groupOf,
  readAttributes,
  type TypedAttributes,
} from "./parse_entry.ts";

/** What the arguments set. */
interface EntryArguments extends TypedAttributes {
  device?: string;
  port?: string;
  group?: string;
  permanent?: boolean;
  vlan: number;
}

const KEYWORDS: Grammar<EntryArguments> = {
  "dev": takes("DEV", text("device")),
  "port": takes("PORT:device", text("port")),
  "grp": takes("GROUP", text("group")),
  "permanent": value("permanent", true),
  "temp": ignore,
  "vid": takes("VID", (spec, { args }) => {
    spec.vlan = atoi(args.take(), 16) & 0xffff;
  }),
  ...attributeKeywords<EntryArguments>(
    "src",
    "filter_mode",
    "source_list",
    "proto",
    "dst",
    "dst_port",
    "vni",
    "src_vni",
    "via",
  ),
};

/** Adds an entry. */
export const add: Command = modify(NLM_F_CREATE | NLM_F_EXCL);

/** Adds an entry, or changes it if it is there. */
export const replace: Command = modify(NLM_F_CREATE | NLM_F_REPLACE);

/** Deletes an entry. */
export const remove: Command = modify(0, RTM_DELMDB);

function modify(flags: number, type: number = RTM_NEWMDB): Command {
  return takes({ options: KEYWORDS }, async (args, context) => {
    const spec: EntryArguments = { vlan: 0 };
    await parse(KEYWORDS, spec, args, context, (_, { word }) => {
      if (matches(word, "help")) throw usageIn(context.program, "mdb");
    });
    const { device, port, group, permanent, vlan } = spec;
    if (device === undefined || port === undefined || group === undefined) {
      throw required(
        "Device, group address and port name are required arguments.",
      );
    }
    const index = await indexOf(context, device);
    const entry = {
      port: await indexOf(context, port),
      state: permanent && type === RTM_NEWMDB ? MDB_PERMANENT : 0,
      flags: 0,
      vlan,
      group: groupOf(group),
    };
    const entryAttributes = await readAttributes(context, spec);
    await context.talk((kernel) =>
      kernel.request({
        type,
        flags,
        codec: mdbRequest,
        message: {
          family: AF_BRIDGE,
          index,
          attributes: {
            entry,
            ...entryAttributes !== undefined && { entryAttributes },
          },
        },
      })
    );
    return 0;
  });
}
