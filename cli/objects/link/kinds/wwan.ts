/**
 * `ip link … type wwan`.
 *
 * @module
 */

import {
  type WwanData,
  wwanData,
} from "../../../../messages/link/kinds/wwan.ts";
import type { Kind } from "./kind.ts";
import { kindOfSettings } from "./settings.ts";

const HELP = `\
Usage: ... wwan linkid LINKID

Where: LINKID := 0-4294967295
`;

/** Data channels of modems. */
export const kind: Kind<WwanData> = kindOfSettings(wwanData, HELP, {
  linkId: "linkid*",
}, { problem: (name) => name });
