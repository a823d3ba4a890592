/**
 * `ip link … type rmnet`.
 *
 * @module
 */

import {
  type RmnetData,
  rmnetData,
} from "../../../../messages/link/kinds/rmnet.ts";
import type { Kind } from "./kind.ts";
import { kindOfSettings } from "./settings.ts";

/** Multiplexed links of modems. */
export const kind: Kind<RmnetData> = kindOfSettings(rmnetData, {
  muxId: "mux_id* MUXID",
}, { problem: (name) => `${name} is invalid` });
