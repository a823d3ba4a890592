/**
 * `ip link … type vrf`.
 *
 * @module
 */

import { invalidArgument } from "../../../parse/errors.ts";
import { type Kind, kindParser, printNumbers, unknownOption } from "./kind.ts";
import type { VrfData } from "../../../../messages/link/kinds/vrf.ts";

const HELP = `\
Usage: ... vrf table TABLEID
`;

/** VRFs. */
export const kind: Kind<VrfData> = {
  help: HELP,
  print: ({ printer }, data) => printNumbers(printer, data, { table: "table" }),
  parse: kindParser({
    "table*": (data, { words, context }) => {
      const word = words.take();
      const table = context.names.tables.numberOf(word);
      if (table === undefined) {
        throw invalidArgument("invalid table ID\n", word);
      }
      data.table = table;
    },
  }, { help: HELP, unknown: unknownOption }),
};
