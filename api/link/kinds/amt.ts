/**
 * Automatic multicast tunnels.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc7450 | RFC 7450}
 *
 * @module
 */

import {
  AMT_MODES,
  type AmtData,
  amtData,
} from "../../../messages/link/kinds/amt.ts";
import { ip } from "../../mapping/address_conversions.ts";
import { number } from "../../mapping/conversions.ts";
import { type Device, device } from "../../mapping/device.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import { type Mapping, mapping, readOnly } from "../../mapping/mapping.ts";

/** Settings of an automatic multicast tunnel. */
export interface AmtOptions {
  /** Which end of the tunnel it is (`IFLA_AMT_MODE`). */
  mode?: keyof typeof AMT_MODES | number;
  /** UDP port of the relay (`IFLA_AMT_RELAY_PORT`). */
  relayPort?: number;
  /** UDP port of the gateway (`IFLA_AMT_GATEWAY_PORT`). */
  gatewayPort?: number;
  /** The lower device (`IFLA_AMT_LINK`). */
  device?: Device;
  /** Address of this end (`IFLA_AMT_LOCAL_IP`). */
  local?: string;
  /** Address that a gateway looks for a relay at (`IFLA_AMT_DISCOVERY_IP`). */
  discovery?: string;
  /**
   * Address of the relay that was found; reported by the kernel
   * (`IFLA_AMT_REMOTE_IP`).
   */
  remote?: string;
  /** How many tunnels there may be (`IFLA_AMT_MAX_TUNNELS`). */
  maxTunnels?: number;
}

/** How {@linkcode AmtOptions} and {@linkcode AmtData} correspond. */
export const amtMapping: Mapping<AmtOptions, AmtData> = mapping({
  mode: enumeration(AMT_MODES),
  relayPort: number,
  gatewayPort: number,
  device: ["link", device],
  local: ["localIp", ip],
  discovery: ["discoveryIp", ip],
  remote: readOnly("remoteIp", ip),
  maxTunnels: number,
}, amtData);
