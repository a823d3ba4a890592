/**
 * Hardware types of links.
 *
 * @module
 */

import { HARDWARE_TYPES } from "../../messages/link/constants_hardware.ts";
import { enumeration } from "../mapping/enumerations.ts";
import type { Conversion } from "../mapping/mapping.ts";

/**
 * What a link's frames look like (`ARPHRD_*`), such as `ether`, `loopback` or
 * `none`: what follows `link/` in the output of `ip link`.
 */
export type HardwareType = keyof typeof HARDWARE_TYPES | number;

/** How {@linkcode HardwareType} is stored. */
export const hardwareType: Conversion<HardwareType, number> = enumeration(
  HARDWARE_TYPES,
  16,
);
