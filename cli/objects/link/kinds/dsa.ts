/**
 * `ip link … type dsa`.
 *
 * @module
 */

import { device } from "../../../parse/grammar.ts";
import { type Kind, kindParser, unknownCommand } from "./kind.ts";
import type { DsaData } from "../../../../messages/link/kinds/dsa.ts";

const HELP = `\
Usage: ... dsa [ conduit DEVICE ]
`;

/** Ports of switches. */
export const kind: Kind<DsaData> = {
  help: HELP,
  print({ printer, links }, { conduit }) {
    if (conduit !== undefined) printer.named("conduit", links.nameOf(conduit));
  },
  parse: kindParser<DsaData>({
    "conduit master": device("conduit", "Device does not exist\n"),
  }, { help: HELP, unknown: unknownCommand, wholeHelp: true }),
};
