/**
 * `ip link … type dsa`.
 *
 * @module
 */

import { type DsaData, dsaData } from "../../../../messages/link/kinds/dsa.ts";
import { device } from "./notations.ts";
import type { Kind } from "./kind.ts";
import { kindOfSettings } from "./settings.ts";

/** Ports of switches. */
export const kind: Kind<DsaData> = kindOfSettings(dsaData, {
  conduit: {
    word: "conduit master",
    ...device,
    problem: "Device does not exist\n",
  },
}, { wholeHelp: true });
