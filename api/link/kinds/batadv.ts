/**
 * B.A.T.M.A.N. advanced meshes.
 *
 * @module
 */

import type { BatadvData } from "../../../messages/link/kinds/batadv.ts";
import { text } from "../../mapping/conversions.ts";
import { type Mapping, mapping, writeOnly } from "../../mapping/mapping.ts";

/** Settings of a mesh. */
export interface BatadvOptions {
  /**
   * Routing algorithm, `BATMAN_IV` or `BATMAN_V`; never reported
   * (`IFLA_BATADV_ALGO_NAME`).
   */
  routingAlgorithm?: string;
}

/** How {@linkcode BatadvOptions} and {@linkcode BatadvData} correspond. */
export const batadvMapping: Mapping<BatadvOptions, BatadvData> = mapping({
  routingAlgorithm: writeOnly("algoName", text),
});
