/**
 * Tunnels of bare IP or MPLS packets in UDP.
 *
 * @see {@link https://docs.kernel.org/networking/bareudp.html | Bare UDP Tunnelling Module Documentation}
 *
 * @module
 */

import {
  ETH_P_IP,
  ETH_P_IPV6,
  ETH_P_MPLS_MC,
  ETH_P_MPLS_UC,
} from "../../../messages/link/constants_hardware.ts";
import {
  type BareudpData,
  bareudpData,
} from "../../../messages/link/kinds/bareudp.ts";
import { number, presence } from "../../mapping/conversions.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";

/** Settings of a tunnel in UDP. */
export interface BareudpOptions {
  /** UDP destination port (`IFLA_BAREUDP_PORT`). */
  port?: number;
  /** EtherType of inner packets (`IFLA_BAREUDP_ETHERTYPE`). */
  etherType?: "ip" | "ipv6" | "mpls_uc" | "mpls_mc" | number;
  /** Least UDP source port (`IFLA_BAREUDP_SRCPORT_MIN`). */
  minSourcePort?: number;
  /**
   * Whether IPv6 travels with IPv4, and MPLS multicast with MPLS unicast
   * (`IFLA_BAREUDP_MULTIPROTO_MODE`).
   */
  multiProtocol?: boolean;
}

/** How {@linkcode BareudpOptions} and {@linkcode BareudpData} correspond. */
export const bareudpMapping: Mapping<BareudpOptions, BareudpData> = mapping({
  port: number,
  etherType: [
    "ethertype",
    enumeration(
      {
        ip: ETH_P_IP,
        ipv6: ETH_P_IPV6,
        mpls_uc: ETH_P_MPLS_UC,
        mpls_mc: ETH_P_MPLS_MC,
      },
    ),
  ],
  minSourcePort: ["srcportMin", number],
  multiProtocol: ["multiprotoMode", presence],
}, bareudpData);
