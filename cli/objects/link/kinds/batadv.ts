/**
 * `ip link … type batadv`.
 *
 * @module
 */

import type { Argument } from "../../../parse/form.ts";
import {
  type BatadvData,
  batadvData,
} from "../../../../messages/link/kinds/batadv.ts";
import type { Kind } from "./kind.ts";
import { kindOfSettings } from "./settings.ts";

const ALGORITHM: Argument = {
  name: "ROUTING_ALG",
  means: { oneOf: { BATMAN_IV: {}, BATMAN_V: {} } },
};

/** B.A.T.M.A.N. meshes. */
export const kind: Kind<BatadvData> = kindOfSettings(batadvData, {
  algoName: { word: "ra*", argument: ALGORITHM, print: null },
});
