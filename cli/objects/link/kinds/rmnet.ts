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

const HELP = `\
Usage: ... rmnet mux_id MUXID

MUXID := 1-254
`;

/** Multiplexed links of modems. */
export const kind: Kind<RmnetData> = kindOfSettings(rmnetData, HELP, {
  muxId: "mux_id*",
}, { problem: (name) => `${name} is invalid` });
