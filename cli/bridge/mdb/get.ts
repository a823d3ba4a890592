/**
 * `bridge mdb get`.
 *
 * @module
 */

import { AF_BRIDGE } from "../../../messages/families.ts";
import { RTM_GETMDB } from "../../../messages/mdb/constants.ts";
import {
  type MdbMessage,
  mdbMessage,
  type MdbRequest,
  mdbRequest,
} from "../../../messages/mdb/mdb.ts";
import { type Grammar, parse, takes, text } from "../../parse/grammar.ts";
import { usageIn } from "../../program.ts";
import type { Command } from "../../runtime/context.ts";
import { atoi, indexOf, required } from "../common.ts";
import { formatEntries } from "./format.ts";
import {
  attributeKeywords,
  groupOf,
  readAttributes,
  type TypedAttributes,
} from "./parse_entry.ts";

/** Exit code of a refusal. */
const REFUSED = 254;

interface Question extends TypedAttributes {
  device?: string;
  group?: string;
  vlan: number;
}

const KEYWORDS: Grammar<Question> = {
  "dev": takes("DEV", text("device")),
  "grp": takes("GROUP", text("group")),
  "vid": takes("VID", (question, { args }) => {
    question.vlan = atoi(args.take(), 16) & 0xffff;
  }),
  ...attributeKeywords<Question>("src", "src_vni"),
};

/** Shows the entries of one group. */
export const get: Command = takes(
  { options: KEYWORDS },
  async (args, context) => {
    const question: Question = { vlan: 0 };
    await parse(KEYWORDS, question, args, context, (_, { word }) => {
      if (word === "help") throw usageIn(context.program, "mdb");
    });
    const { device, group, vlan } = question;
    if (device === undefined || group === undefined) {
      throw required("Device and group address are required arguments.");
    }
    const index = await indexOf(context, device);
    const entry = { port: 0, state: 0, flags: 0, vlan, group: groupOf(group) };
    const entryAttributes = await readAttributes(context, question);
    const message = await context.talk(
      (kernel) =>
        kernel.get<MdbRequest, MdbMessage>({
          type: RTM_GETMDB,
          codec: mdbRequest,
          reply: mdbMessage,
          message: {
            family: AF_BRIDGE,
            index,
            attributes: {
              entry,
              ...entryAttributes !== undefined && { entryAttributes },
            },
          },
        }),
      REFUSED,
    );
    const { printer } = context;
    printer.begin();
    await context.render(() => formatEntries(context, message, 0));
    printer.end();
    return 0;
  },
);
