/**
 * Tunnels of IP packets over IPv6.
 *
 * @module
 */

import {
  type Ip6tnlData,
  ip6tnlData,
} from "../../../messages/link/kinds/ip6tnl.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import { mapping } from "../../mapping/mapping.ts";
import { ip6TunnelFields, type Ip6TunnelOptions } from "./ip6_tunnel.ts";
import { type KindMapping, whole } from "./kind_mapping.ts";

/** Settings of a tunnel over IPv6. */
export interface Ip6tnlOptions extends Ip6TunnelOptions {
  /** What the tunnel carries: IPv4, IPv6 or both (`IFLA_IPTUN_PROTO`). */
  mode?: "ipip6" | "ip6ip6" | "any" | number;
}

/** How {@linkcode Ip6tnlOptions} and {@linkcode Ip6tnlData} correspond. */
export const ip6tnlMapping: KindMapping<Ip6tnlOptions, Ip6tnlData> = whole(
  mapping<Ip6tnlOptions, Ip6tnlData>({
    mode: ["proto", enumeration({ any: 0, ipip6: 4, ip6ip6: 41 })],
    ...ip6TunnelFields,
  }, ip6tnlData),
);
