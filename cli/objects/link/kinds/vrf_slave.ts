/**
 * Ports of VRFs, which take no keywords.
 *
 * @module
 */

import { type VrfPort, vrfPort } from "../../../../messages/link/ports/vrf.ts";
import type { Kind } from "./kind.ts";
import { printSettings } from "./settings.ts";

/** Ports of VRFs. */
export const kind: Kind<VrfPort> = {
  print: printSettings(vrfPort, { table: { json: "table" } }),
};
