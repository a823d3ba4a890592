/**
 * Data channels of OpenVPN.
 *
 * @module
 */

import {
  OVPN_MODES,
  type OvpnData,
  ovpnData,
} from "../../../messages/link/kinds/ovpn.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";

/** Settings of a data channel. */
export interface OvpnOptions {
  /** Whether there is one peer or many (`IFLA_OVPN_MODE`). */
  mode?: keyof typeof OVPN_MODES | number;
}

/** How {@linkcode OvpnOptions} and {@linkcode OvpnData} correspond. */
export const ovpnMapping: Mapping<OvpnOptions, OvpnData> = mapping({
  mode: enumeration(OVPN_MODES),
}, ovpnData);
