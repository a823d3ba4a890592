/**
 * Data channels of OpenVPN: `IFLA_OVPN_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/drivers/net/ovpn/main.c | drivers/net/ovpn/main.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  u8,
} from "../../codec/mod.ts";

/** One peer. */
export const OVPN_MODE_P2P = 0;
/** Several peers. */
export const OVPN_MODE_MP = 1;

/** Names of how many peers there are (`OVPN_MODE_*`). */
export const OVPN_MODES = { p2p: OVPN_MODE_P2P, mp: OVPN_MODE_MP } as const;

/** `IFLA_INFO_DATA` of an OpenVPN link: `IFLA_OVPN_*`. */
export interface OvpnData extends Attributes {
  /** `OVPN_MODE_P2P` or `OVPN_MODE_MP` (`IFLA_OVPN_MODE`). */
  mode?: number;
}

/** Codec of {@linkcode OvpnData}. */
export const ovpnData: Codec<OvpnData> = attributes({
  mode: ["IFLA_OVPN_MODE", 1, u8],
}, { nestedFlag: false });
