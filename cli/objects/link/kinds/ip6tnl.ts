/**
 * `ip link … type ip6tnl`.
 *
 * @module
 */

import {
  IPPROTO_IPIP,
  IPPROTO_IPV6,
} from "../../../../messages/ip_protocols.ts";
import { AF_INET6 } from "../../../../messages/families.ts";
import {
  type Ip6tnlData,
  ip6tnlData,
} from "../../../../messages/link/kinds/ip6tnl.ts";
import { TUNNEL_ENCAP_FLAG_CSUM6 } from "../../../../messages/link/kinds/tunnel_encap.ts";
import { flag, lowerDevice } from "./notations.ts";
import type { Kind } from "./kind.ts";
import { kindOfSettings } from "./settings.ts";
import { endpoint, tunnelMode } from "./tunnel.ts";
import { printEncap, printIp6Flags, printIp6Header } from "./format_tunnel.ts";
import {
  currentData,
  encapKeywords,
  hopLimit,
  ip6Keywords,
} from "./parse_tunnel.ts";

/** Tunnels over IPv6. */
export const kind: Kind<Ip6tnlData> = kindOfSettings(
  ip6tnlData,
  [
    {
      collectMetadata: { word: "external", ...flag },
      proto: tunnelMode({
        "ipv6/ipv6": IPPROTO_IPV6,
        ip6ip6: IPPROTO_IPV6,
        "ip/ipv6": IPPROTO_IPIP,
        "ipv4/ipv6": IPPROTO_IPIP,
        ip4ip6: IPPROTO_IPIP,
        ipip6: IPPROTO_IPIP,
        "any/ipv6": 0,
        any: 0,
      }),
      remote: { word: "remote", ...endpoint(AF_INET6) },
      local: { word: "local", ...endpoint(AF_INET6) },
      link: lowerDevice,
      ttl: hopLimit(""),
    },
    printIp6Header,
    (context, data) => printIp6Flags(context, data, true),
    printEncap,
  ],
  {
    unknown: () => "",
    keywords: { ...ip6Keywords(""), ...encapKeywords() },
    start: async (change) => ({
      proto: 0,
      ttl: 64,
      encapLimit: 4,
      flowinfo: 0,
      flags: 0,
      link: 0,
      fwmark: 0,
      encapType: 0,
      encapFlags: TUNNEL_ENCAP_FLAG_CSUM6,
      encapSport: 0,
      encapDport: 0,
      ...await currentData<Ip6tnlData>(change),
    }),
    finish(data) {
      if (!data.collectMetadata) return;
      for (const key of Object.keys(data)) {
        if (key !== "collectMetadata" && key !== "proto") {
          delete data[key as keyof Ip6tnlData];
        }
      }
    },
  },
);
