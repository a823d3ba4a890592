/**
 * Routes: `struct rtmsg` and `RTA_*`. Multicast routes and MPLS routes have the
 * same form.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 * @see {@link https://man7.org/linux/man-pages/man7/rtnetlink.7.html | rtnetlink(7)}
 *
 * @module
 */

import {
  attributes,
  be16,
  be32,
  bytes,
  choice,
  type Codec,
  ipAddress,
  message,
  s32,
  struct,
  u32,
  u64,
  u8,
  uint,
  type WithAttributes,
} from "../codec/mod.ts";
import { AF_MPLS } from "../families.ts";
import { RTA_DST, RTA_PRIORITY, RTA_SRC, RTA_TABLE } from "./constants.ts";
import { type RouteMetrics, routeMetrics } from "./metrics.ts";
import { mplsLabels } from "./mpls.ts";
import {
  type RouteNextHop,
  type RouteNextHopAttributes,
  routeNextHopFields,
  routeNextHops,
} from "./next_hop.ts";

/** Family header of routes (`struct rtmsg`). */
export interface RouteHeader {
  /** Address family, such as `AF_INET` (`rtm_family`). */
  family: number;
  /** Length of the destination in bits; 20 for MPLS (`rtm_dst_len`). */
  destinationLength: number;
  /** Length of the source in bits (`rtm_src_len`). */
  sourceLength: number;
  /** Type of service, zero for any (`rtm_tos`). */
  tos: number;
  /** Table, or `RT_TABLE_COMPAT` if it is beyond 255 (`rtm_table`). */
  table: number;
  /** Who installed the route, `RTPROT_*` (`rtm_protocol`). */
  protocol: number;
  /** How far the destination is, `RT_SCOPE_*` (`rtm_scope`). */
  scope: number;
  /** What becomes of packets, `RTN_*` (`rtm_type`). */
  type: number;
  /** `RTM_F_*` and `RTNH_F_*` (`rtm_flags`). */
  flags: number;
}

/** Use and age of a route (`struct rta_cacheinfo`). */
export interface RouteCacheInfo {
  /** Reference count (`rta_clntref`). */
  references: number;
  /** Clock ticks since it was last used (`rta_lastuse`). */
  lastUse: number;
  /** Clock ticks until it expires, negative if it has (`rta_expires`). */
  expires: number;
  /** Error that packets get (`rta_error`). */
  error: number;
  /** How often it was used (`rta_used`). */
  used: number;
  /** No longer in use (`rta_id`). */
  id: number;
  /** No longer in use (`rta_ts`). */
  timestamp: number;
  /** No longer in use (`rta_tsage`). */
  timestampAge: number;
}

/** Counters of a multicast route (`struct rta_mfc_stats`). */
export interface MulticastRouteStats {
  /** Packets (`mfcs_packets`). */
  packets: bigint;
  /** Bytes (`mfcs_bytes`). */
  bytes: bigint;
  /** Packets that came in by the wrong interface (`mfcs_wrong_if`). */
  wrongInterface: bigint;
}

/** The destination of a route, in the property that goes with its family. */
export interface RouteDestination {
  /**
   * Destination prefix, of {@linkcode RouteHeader.destinationLength} bits; none
   * for the default route (`RTA_DST`).
   */
  destination?: string;
  /** Incoming MPLS label, as an entry, for `AF_MPLS` (`RTA_DST`). */
  destinationLabels?: number[];
}

/** Attributes of routes (`RTA_*`). */
export interface RouteAttributes
  extends RouteNextHopAttributes, RouteDestination {
  /** Source prefix, of {@linkcode RouteHeader.sourceLength} bits (`RTA_SRC`). */
  source?: string;
  /** Index of the input device (`RTA_IIF`). */
  inputDevice?: number;
  /** Index of the output device (`RTA_OIF`). */
  outputDevice?: number;
  /** Metric: the lowest one is used (`RTA_PRIORITY`). */
  priority?: number;
  /** Source address for packets that have none (`RTA_PREFSRC`). */
  preferredSource?: string;
  /** Metrics (`RTA_METRICS`). */
  metrics?: RouteMetrics;
  /** Next hops, if there are several (`RTA_MULTIPATH`). */
  multipath?: RouteNextHop[];
  /** No longer in use (`RTA_PROTOINFO`). */
  protocolInfo?: Uint8Array;
  /** Use and age (`RTA_CACHEINFO`). */
  cacheInfo?: RouteCacheInfo;
  /** No longer in use (`RTA_SESSION`). */
  session?: Uint8Array;
  /** No longer in use (`RTA_MP_ALGO`). */
  multipathAlgorithm?: Uint8Array;
  /** Table (`RTA_TABLE`). */
  table?: number;
  /** Firewall mark of the packet (`RTA_MARK`). */
  mark?: number;
  /** Counters of a multicast route (`RTA_MFC_STATS`). */
  multicastStats?: MulticastRouteStats;
  /** Preference of the router, `ICMPV6_ROUTER_PREF_*` (`RTA_PREF`). */
  preference?: number;
  /**
   * Seconds until the route is removed; of a multicast route, clock ticks since
   * it was last used (`RTA_EXPIRES`).
   */
  expires?: bigint;
  /** User who sends (`RTA_UID`). */
  uid?: number;
  /** 1 if the time to live is copied out of MPLS (`RTA_TTL_PROPAGATE`). */
  ttlPropagate?: number;
  /** IP protocol of the packet, such as 6 for TCP (`RTA_IP_PROTO`). */
  ipProtocol?: number;
  /** Source port of the packet (`RTA_SPORT`). */
  sourcePort?: number;
  /** Destination port of the packet (`RTA_DPORT`). */
  destinationPort?: number;
  /** Number of the next hop object (`RTA_NH_ID`). */
  nexthopId?: number;
  /** IPv6 flow label of the packet (`RTA_FLOWLABEL`). */
  flowLabel?: number;
}

/** A route, or a question about the way to a destination. */
export type RouteMessage = WithAttributes<RouteHeader, RouteAttributes>;

/** Codec of {@linkcode RouteHeader}. */
export const routeHeader: Codec<RouteHeader> = struct({
  family: u8,
  destinationLength: u8,
  sourceLength: u8,
  tos: u8,
  table: u8,
  protocol: u8,
  scope: u8,
  type: u8,
  flags: u32,
});

/** Codec of {@linkcode RouteCacheInfo}. */
export const routeCacheInfo: Codec<RouteCacheInfo> = struct({
  references: u32,
  lastUse: u32,
  expires: s32,
  error: u32,
  used: u32,
  id: u32,
  timestamp: u32,
  timestampAge: u32,
});

/** Codec of {@linkcode MulticastRouteStats}. */
export const multicastRouteStats: Codec<MulticastRouteStats> = struct({
  packets: u64,
  bytes: u64,
  wrongInterface: u64,
});

/** Codec of {@linkcode RouteAttributes}. */
export const routeAttributes: Codec<RouteAttributes> = attributes({
  ...choice<RouteDestination>("family", ["RTA_DST", RTA_DST], {
    destination: ipAddress,
    destinationLabels: mplsLabels,
  }, { destination: null, destinationLabels: AF_MPLS }),
  ...routeNextHopFields,
  source: ["RTA_SRC", RTA_SRC, ipAddress],
  inputDevice: ["RTA_IIF", 3, u32],
  outputDevice: ["RTA_OIF", 4, u32],
  priority: ["RTA_PRIORITY", RTA_PRIORITY, u32],
  preferredSource: ["RTA_PREFSRC", 7, ipAddress],
  metrics: ["RTA_METRICS", 8, routeMetrics],
  multipath: ["RTA_MULTIPATH", 9, routeNextHops],
  protocolInfo: ["RTA_PROTOINFO", 10, bytes],
  cacheInfo: ["RTA_CACHEINFO", 12, routeCacheInfo],
  session: ["RTA_SESSION", 13, bytes],
  multipathAlgorithm: ["RTA_MP_ALGO", 14, bytes],
  table: ["RTA_TABLE", RTA_TABLE, u32],
  mark: ["RTA_MARK", 16, u32],
  multicastStats: ["RTA_MFC_STATS", 17, multicastRouteStats],
  preference: ["RTA_PREF", 20, u8],
  expires: ["RTA_EXPIRES", 23, uint],
  uid: ["RTA_UID", 25, u32],
  ttlPropagate: ["RTA_TTL_PROPAGATE", 26, u8],
  ipProtocol: ["RTA_IP_PROTO", 27, u8],
  sourcePort: ["RTA_SPORT", 28, be16],
  destinationPort: ["RTA_DPORT", 29, be16],
  nexthopId: ["RTA_NH_ID", 30, u32],
  flowLabel: ["RTA_FLOWLABEL", 31, be32],
}, { pad: ["RTA_PAD", 24] });

/** Codec of {@linkcode RouteMessage}. */
export const routeMessage: Codec<RouteMessage> = message(
  routeHeader,
  routeAttributes,
);
