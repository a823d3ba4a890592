/**
 * `ip link … type rmnet`.
 *
 * @module
 */

import { number } from "../../../parse/grammar.ts";
import { type Kind, kindParser, printNumbers, unknownCommand } from "./kind.ts";
import type { RmnetData } from "../../../../messages/link/kinds/rmnet.ts";

const HELP = `\
Usage: ... rmnet mux_id MUXID

MUXID := 1-254
`;

/** Multiplexed links of modems. */
export const kind: Kind<RmnetData> = {
  help: HELP,
  print: ({ printer }, data) =>
    printNumbers(printer, data, { muxId: "mux_id" }),
  parse: kindParser<RmnetData>({
    "mux_id*": number("muxId", 16, "mux_id is invalid"),
  }, { help: HELP, unknown: unknownCommand }),
};
