/**
 * Tunnels of IP packets over IPv4.
 *
 * @module
 */

import { type IpipData, ipipData } from "../../../messages/link/kinds/ipip.ts";
import { boolean } from "../../mapping/conversions.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import { type Field, mapping, sharedFields } from "../../mapping/mapping.ts";
import { type KindMapping, whole } from "./kind_mapping.ts";
import {
  ipv4OrAny,
  tosOrInherit,
  ttlOrInherit,
  tunnelFields,
  type TunnelOptions,
} from "./tunnel.ts";

/** Settings of a tunnel over IPv4. */
export interface IpipOptions extends TunnelOptions {
  /**
   * What the tunnel carries: IPv4, MPLS, IPv6 (kind `sit` only) or any of them
   * (`IFLA_IPTUN_PROTO`).
   */
  mode?: "ipip" | "mplsip" | "ip6ip" | "any" | number;
  /** Address of this end; `null` for any (`IFLA_IPTUN_LOCAL`). */
  local?: string | null;
  /** Address of the other end; `null` for any (`IFLA_IPTUN_REMOTE`). */
  remote?: string | null;
  /**
   * Time to live of outer packets; `"inherit"` copies the inner one
   * (`IFLA_IPTUN_TTL`).
   */
  ttl?: number | "inherit";
  /**
   * Type of service of outer packets; `"inherit"` copies the inner one
   * (`IFLA_IPTUN_TOS`).
   */
  tos?: number | "inherit";
  /** Whether the path's MTU is discovered (`IFLA_IPTUN_PMTUDISC`). */
  pathMtuDiscovery?: boolean;
}

/** How {@linkcode IpipOptions} are stored. */
export const ipipFields: {
  readonly [P in keyof IpipOptions]-?: Field<
    Exclude<IpipOptions[P], undefined>,
    IpipData
  >;
} = sharedFields<IpipOptions, IpipData>({
  mode: [
    "proto",
    enumeration({ any: 0, ipip: 4, ip6ip: 41, mplsip: 137 }, 8),
  ],
  ...tunnelFields,
  local: ipv4OrAny,
  remote: ipv4OrAny,
  ttl: ttlOrInherit,
  tos: tosOrInherit,
  pathMtuDiscovery: ["pmtudisc", boolean],
});

/** How {@linkcode IpipOptions} and {@linkcode IpipData} correspond. */
export const ipipMapping: KindMapping<IpipOptions, IpipData> = whole(
  mapping<IpipOptions, IpipData>(ipipFields, ipipData),
);
