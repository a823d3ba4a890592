/**
 * Data channels of OpenVPN.
 *
 * @module
 */

import {
  OVPN_MODE_MP,
  OVPN_MODE_P2P,
  type OvpnData,
  ovpnData,
} from "../../../messages/link/kinds/ovpn.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";

/** Settings of a data channel. */
export interface OvpnOptions {
  /** Whether there is one peer or many (`IFLA_OVPN_MODE`). */
  mode?: "p2p" | "mp" | number;
}

/** How {@linkcode OvpnOptions} and {@linkcode OvpnData} correspond. */
export const ovpnMapping: Mapping<OvpnOptions, OvpnData> = mapping<
  OvpnOptions,
  OvpnData
>({
  mode: ["mode", enumeration({ p2p: OVPN_MODE_P2P, mp: OVPN_MODE_MP })],
}, ovpnData);
