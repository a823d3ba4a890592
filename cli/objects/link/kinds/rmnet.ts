/**
 * `ip link … type rmnet`.
 *
 * @module
 */

import {
  RMNET_FLAGS,
  type RmnetData,
  rmnetData,
} from "../../../../messages/link/kinds/rmnet.ts";
import { findOneOf } from "../../../parse/choices.ts";
import { type Grammar, takes, type Word } from "../../../parse/grammar.ts";
import { printFlags } from "../flags.ts";
import type { Kind } from "./kind.ts";
import { kindOfSettings } from "./settings.ts";

/** The keywords that switch flags. */
const KEYWORDS = {
  "ingress-deaggregation": RMNET_FLAGS.INGRESS_DEAGGREGATION,
  "ingress-commands": RMNET_FLAGS.INGRESS_MAP_COMMANDS,
  "ingress-mapv4-checksum": RMNET_FLAGS.INGRESS_MAP_CKSUMV4,
  "egress-mapv4-checksum": RMNET_FLAGS.EGRESS_MAP_CKSUMV4,
  "ingress-mapv5-checksum": RMNET_FLAGS.INGRESS_MAP_CKSUMV5,
  "egress-mapv5-checksum": RMNET_FLAGS.EGRESS_MAP_CKSUMV5,
};

/** Multiplexed links of modems. */
export const kind: Kind<RmnetData> = kindOfSettings(rmnetData, {
  muxId: "mux_id* MUXID",
  flags: {
    json: "flags",
    print: ({ printer }, { json }, { flags }) =>
      printer.array(
        json,
        () => printFlags(printer, flags, RMNET_FLAGS),
        "<",
        "> ",
      ),
  },
}, {
  problem: (name) => `${name} is invalid`,
  keywords: flagKeywords(),
  finish(data) {
    const { flags } = data;
    delete data.flags;
    if (flags !== undefined) data.flags = flags;
  },
});

function flagKeywords(): Grammar<RmnetData> {
  return Object.fromEntries(
    Object.entries(KEYWORDS).map(([name, bit]) => {
      const arg: Word<RmnetData> = (data, { args }) => {
        const choices = ["off", "on"];
        const on = findOneOf(args.take(), name, choices, { code: 1 }) === 1;
        const { flags, mask } = data.flags ?? { flags: 0, mask: 0 };
        data.flags = {
          flags: on ? flags | bit : flags & ~bit,
          mask: mask | bit,
        };
      };
      return [name, takes("{ on | off }", arg)];
    }),
  );
}
