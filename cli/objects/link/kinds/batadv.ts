/**
 * `ip link … type batadv`.
 *
 * @module
 */

import { text } from "../../../parse/grammar.ts";
import { type Kind, kindParser, unknownCommand } from "./kind.ts";
import type { BatadvData } from "../../../../messages/link/kinds/batadv.ts";

const HELP = `\
Usage: ... batadv [ ra ROUTING_ALG ]

Where: ROUTING_ALG := { BATMAN_IV | BATMAN_V }
`;

/** B.A.T.M.A.N. meshes. */
export const kind: Kind<BatadvData> = {
  help: HELP,
  parse: kindParser<BatadvData>({ "ra*": text("algoName") }, {
    help: HELP,
    unknown: unknownCommand,
  }),
};
