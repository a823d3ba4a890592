/**
 * Multiplexed links of Qualcomm modems: `IFLA_RMNET_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/drivers/net/ethernet/qualcomm/rmnet/rmnet_config.c | drivers/net/ethernet/qualcomm/rmnet/rmnet_config.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  struct,
  u16,
  u32,
} from "../../codec/mod.ts";

/** Aggregated frames are taken apart. */
export const RMNET_FLAGS_INGRESS_DEAGGREGATION = 0x1;
/** Commands are accepted. */
export const RMNET_FLAGS_INGRESS_MAP_COMMANDS = 0x2;
/** Frames come with checksum trailers. */
export const RMNET_FLAGS_INGRESS_MAP_CKSUMV4 = 0x4;
/** Frames go out with checksum headers. */
export const RMNET_FLAGS_EGRESS_MAP_CKSUMV4 = 0x8;
/** Frames come with checksum headers of version 5. */
export const RMNET_FLAGS_INGRESS_MAP_CKSUMV5 = 0x10;
/** Frames go out with checksum headers of version 5. */
export const RMNET_FLAGS_EGRESS_MAP_CKSUMV5 = 0x20;

/** Names of flags (`RMNET_FLAGS_*`). */
export const RMNET_FLAGS = {
  INGRESS_DEAGGREGATION: RMNET_FLAGS_INGRESS_DEAGGREGATION,
  INGRESS_MAP_COMMANDS: RMNET_FLAGS_INGRESS_MAP_COMMANDS,
  INGRESS_MAP_CKSUMV4: RMNET_FLAGS_INGRESS_MAP_CKSUMV4,
  EGRESS_MAP_CKSUMV4: RMNET_FLAGS_EGRESS_MAP_CKSUMV4,
  INGRESS_MAP_CKSUMV5: RMNET_FLAGS_INGRESS_MAP_CKSUMV5,
  EGRESS_MAP_CKSUMV5: RMNET_FLAGS_EGRESS_MAP_CKSUMV5,
} as const;

/** `struct ifla_rmnet_flags`. */
export interface RmnetFlags {
  /** `RMNET_FLAGS_*` to set (`flags`). */
  flags: number;
  /** Which `RMNET_FLAGS_*` to change (`mask`). */
  mask: number;
}

/** `IFLA_INFO_DATA` of an rmnet link: `IFLA_RMNET_*`. */
export interface RmnetData extends Attributes {
  /** Number of the multiplexed channel, 1 to 254 (`IFLA_RMNET_MUX_ID`). */
  muxId?: number;
  /** Flags (`IFLA_RMNET_FLAGS`). */
  flags?: RmnetFlags;
}

const rmnetFlags: Codec<RmnetFlags> = struct({
  flags: u32,
  mask: u32,
});

/** Codec of {@linkcode RmnetData}. */
export const rmnetData: Codec<RmnetData> = attributes({
  muxId: ["IFLA_RMNET_MUX_ID", 1, u16],
  flags: ["IFLA_RMNET_FLAGS", 2, rmnetFlags],
}, { nestedFlag: false });
