/**
 * Tunnels of IPv6 packets over IPv4.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc5969 | RFC 5969 (6rd)}
 * @see {@link https://www.rfc-editor.org/rfc/rfc5214 | RFC 5214 (ISATAP)}
 *
 * @module
 */

import {
  SIT_ISATAP,
  type SitData,
  sitData,
} from "../../../messages/link/kinds/sit.ts";
import { cidr } from "../../mapping/address_conversions.ts";
import { bit } from "../../mapping/enumerations.ts";
import { mapping } from "../../mapping/mapping.ts";
import { ipipFields, type IpipOptions } from "./ipip.ts";
import { type KindMapping, marked } from "./kind_mapping.ts";

/** Settings of a tunnel of IPv6 over IPv4. */
export interface SitOptions extends IpipOptions {
  /** Whether the tunnel speaks ISATAP (`SIT_ISATAP`). */
  isatap?: boolean;
  /** 6rd prefix, such as `2001:db8::/32` (`IFLA_IPTUN_6RD_PREFIX`). */
  sixRdPrefix?: string;
  /**
   * Prefix that all IPv4 addresses of the 6rd domain have, such as `10.0.0.0/8`
   * (`IFLA_IPTUN_6RD_RELAY_PREFIX`).
   */
  sixRdRelayPrefix?: string;
}

/** Time to live that a tunnel gets that is not asked for another one. */
const DEFAULT_TTL = 64;

/** How {@linkcode SitOptions} and {@linkcode SitData} correspond. */
export const sitMapping: KindMapping<SitOptions, SitData> = marked(
  mapping<SitOptions, SitData>({
    ...ipipFields,
    isatap: bit("flags", SIT_ISATAP),
    sixRdPrefix: cidr("sixrdPrefix", "sixrdPrefixlen"),
    sixRdRelayPrefix: cidr("sixrdRelayPrefix", "sixrdRelayPrefixlen"),
  }, sitData),
  {
    whole: true,
    // Whoever mentions the time to live gets path MTU discovery with it, so
    // that links without have the default.
    recreate: ({ ttl, ...rest }) =>
      ttl === DEFAULT_TTL && rest.pathMtuDiscovery === false
        ? rest
        : { ...rest, ...ttl !== undefined && { ttl } },
  },
);
