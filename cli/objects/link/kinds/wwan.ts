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

/** Data channels of modems. */
export const kind: Kind<WwanData> = kindOfSettings(wwanData, {
  linkId: "linkid*",
}, { problem: (name) => name });
