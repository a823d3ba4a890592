/**
 * `ip link … type vrf`.
 *
 * @module
 */

import { type VrfData, vrfData } from "../../../../messages/link/kinds/vrf.ts";
import { type Kind, unknownOption } from "./kind.ts";
import { kindOfSettings } from "./settings.ts";

const HELP = `\
Usage: ... vrf table TABLEID
`;

/** VRFs. */
export const kind: Kind<VrfData> = kindOfSettings(vrfData, HELP, {
  table: {
    word: "table*",
    problem: "invalid table ID\n",
    read: (word, { context }) => context.names.tables.numberOf(word),
  },
}, { unknown: unknownOption });
