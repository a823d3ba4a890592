/**
 * Virtual tunnel interfaces of IPsec: kinds `vti` and `vti6`.
 *
 * @module
 */

import { type VtiData, vtiData } from "../../../messages/link/kinds/vti.ts";
import { type Vti6Data, vti6Data } from "../../../messages/link/kinds/vti6.ts";
import { number } from "../../mapping/conversions.ts";
import { type Device, deviceOrNull } from "../../mapping/device.ts";
import { mapping } from "../../mapping/mapping.ts";
import { type KindMapping, whole } from "./kind_mapping.ts";
import { ipv4OrAny, ipv6OrAny } from "./tunnel.ts";

/** Settings of a virtual tunnel interface. */
export interface VtiOptions {
  /** The lower device; `null` for none (`IFLA_VTI_LINK`). */
  device?: Device | null;
  /** Address of this end; `null` for any (`IFLA_VTI_LOCAL`). */
  local?: string | null;
  /** Address of the other end; `null` for any (`IFLA_VTI_REMOTE`). */
  remote?: string | null;
  /** Key, which is the mark of incoming packets (`IFLA_VTI_IKEY`). */
  inputKey?: number;
  /** Key, which is the mark of outgoing packets (`IFLA_VTI_OKEY`). */
  outputKey?: number;
  /** Firewall mark of outer packets; 0 for none (`IFLA_VTI_FWMARK`). */
  fwmark?: number;
}

/** How {@linkcode VtiOptions} and {@linkcode VtiData} correspond. */
export const vtiMapping: KindMapping<VtiOptions, VtiData> = whole(
  mapping<VtiOptions, VtiData>({
    device: ["link", deviceOrNull],
    local: ipv4OrAny,
    remote: ipv4OrAny,
    inputKey: ["ikey", number],
    outputKey: ["okey", number],
    fwmark: number,
  }, vtiData),
);

/** How {@linkcode VtiOptions} and {@linkcode Vti6Data} correspond. */
export const vti6Mapping: KindMapping<VtiOptions, Vti6Data> = whole(
  mapping<VtiOptions, Vti6Data>({
    device: ["link", deviceOrNull],
    local: ipv6OrAny,
    remote: ipv6OrAny,
    inputKey: ["ikey", number],
    outputKey: ["okey", number],
    fwmark: number,
  }, vti6Data),
);
