/**
 * `bridge mdb flush`.
 *
 * @module
 */

import { AF_BRIDGE } from "../../../messages/families.ts";
import { NLM_F_BULK } from "../../../messages/header.ts";
import { MDB_PERMANENT, RTM_DELMDB } from "../../../messages/mdb/constants.ts";
import { mdbRequest } from "../../../messages/mdb/mdb.ts";
import { type Grammar, parse, takes, text } from "../../parse/grammar.ts";
import { usageIn } from "../../program.ts";
import type { Command } from "../../runtime/context.ts";
import { atoi, indexOf, required } from "../common.ts";
import {
  attributeKeywords,
  readAttributes,
  type TypedAttributes,
} from "./parse_entry.ts";

interface Selection extends TypedAttributes {
  device?: string;
  port?: string;
  vlan: number;
  state: number;
  stateMask: number;
}

const KEYWORDS: Grammar<Selection> = {
  "dev": takes("DEV", text("device")),
  "port": takes("PORT:device", text("port")),
  "vid": takes("VID", (selection, { args }) => {
    selection.vlan = atoi(args.take(), 16) & 0xffff;
  }),
  ...attributeKeywords<Selection>("src_vni", "proto"),
  "permanent": (selection) => {
    selection.state = selection.stateMask = MDB_PERMANENT;
  },
  "nopermanent": (selection) => {
    selection.state = 0;
    selection.stateMask = MDB_PERMANENT;
  },
  ...attributeKeywords<Selection>("dst", "dst_port", "vni"),
};

/** Deletes the entries of a device that match. */
export const flush: Command = takes(
  { options: KEYWORDS },
  async (args, context) => {
    const selection: Selection = { vlan: 0, state: 0, stateMask: 0 };
    await parse(KEYWORDS, selection, args, context, (_, { word }) => {
      if (word === "help") throw usageIn(context.program, "mdb");
    });
    const { device, port, vlan, state, stateMask } = selection;
    if (device === undefined) throw required("Device is a required argument.");
    const index = await indexOf(context, device);
    const portIndex = port === undefined ? 0 : await indexOf(context, port);
    const typed = await readAttributes(context, selection);
    const entryAttributes = stateMask === 0 ? typed : { ...typed, stateMask };
    await context.talk((kernel) =>
      kernel.request({
        type: RTM_DELMDB,
        flags: NLM_F_BULK,
        codec: mdbRequest,
        message: {
          family: AF_BRIDGE,
          index,
          attributes: {
            entry: {
              port: portIndex,
              state,
              flags: 0,
              vlan,
              group: { address: "00:00:00:00:00:00", protocol: 0 },
            },
            ...entryAttributes !== undefined && { entryAttributes },
          },
        },
      })
    );
    return 0;
  },
);
