/**
 * `ip link … type vrf`.
 *
 * @module
 */

import { type VrfData, vrfData } from "../../../../messages/link/kinds/vrf.ts";
import { type Kind, unknownOption } from "./kind.ts";
import { kindOfSettings } from "./settings.ts";

/** VRFs. */
export const kind: Kind<VrfData> = kindOfSettings(vrfData, {
  table: {
    word: "table* TABLEID:table",
    problem: "invalid table ID\n",
    read: (word, { context }) => context.names.tables.numberOf(word),
  },
}, { unknown: unknownOption });
