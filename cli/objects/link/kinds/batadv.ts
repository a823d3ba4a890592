/**
 * `ip link … type batadv`.
 *
 * @module
 */

import {
  type BatadvData,
  batadvData,
} from "../../../../messages/link/kinds/batadv.ts";
import type { Kind } from "./kind.ts";
import { kindOfSettings } from "./settings.ts";

const HELP = `\
Usage: ... batadv [ ra ROUTING_ALG ]

Where: ROUTING_ALG := { BATMAN_IV | BATMAN_V }
`;

/** B.A.T.M.A.N. meshes. */
export const kind: Kind<BatadvData> = kindOfSettings(batadvData, HELP, {
  algoName: { word: "ra*", print: null },
});
