/**
 * `ip link … type wwan`.
 *
 * @module
 */

import { number } from "../../../parse/grammar.ts";
import { type Kind, kindParser, printNumbers, unknownCommand } from "./kind.ts";
import type { WwanData } from "../../../../messages/link/kinds/wwan.ts";

const HELP = `\
Usage: ... wwan linkid LINKID

Where: LINKID := 0-4294967295
`;

/** Data channels of modems. */
export const kind: Kind<WwanData> = {
  help: HELP,
  print: ({ printer }, data) =>
    printNumbers(printer, data, { linkId: "linkid" }),
  parse: kindParser<WwanData>({ "linkid*": number("linkId", 32, "linkid") }, {
    help: HELP,
    unknown: unknownCommand,
  }),
};
