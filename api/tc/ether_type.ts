/**
 * EtherTypes, which filters are for.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_ether.h | linux/if_ether.h}
 *
 * @module
 */

import { ETHER_TYPES } from "../../messages/link/constants_hardware.ts";
import { enumeration } from "../mapping/enumerations.ts";
import type { Conversion } from "../mapping/mapping.ts";

/** An EtherType, by name or by number (`ETH_P_*`). */
export type EtherType = keyof typeof ETHER_TYPES | number;

/** How {@linkcode EtherType} is stored, in host byte order. */
export const etherType: Conversion<EtherType, number> = enumeration(
  ETHER_TYPES,
  16,
);
