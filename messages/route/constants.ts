/**
 * Constants of routes: `RTM_F_*`, `RTAX_FEATURE_*` and some `RTA_*`, and the types of their
 * messages.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

// Message types.

/** A route was added or changed, or is to be. */
export const RTM_NEWROUTE = 24;
/** A route was deleted, or is to be. */
export const RTM_DELROUTE = 25;
/** Asks for routes, or for the way to a destination. */
export const RTM_GETROUTE = 26;

// Flags: `rtm_flags`, besides `RTNH_F_*`.

/** Asks for a notification of the change. */
export const RTM_F_NOTIFY = 0x100;
/** The route is a clone in the cache. */
export const RTM_F_CLONED = 0x200;
/** Packets are spread over the next hops; not implemented by the kernel. */
export const RTM_F_EQUALIZE = 0x400;
/** Asks for, or is, a route to a prefix from a router advertisement. */
export const RTM_F_PREFIX = 0x800;
/** Asks for the table that the lookup ended in. */
export const RTM_F_LOOKUP_TABLE = 0x1000;
/** Asks for the route that matches instead of the way of one packet. */
export const RTM_F_FIB_MATCH = 0x2000;
/** Hardware forwards the packets. */
export const RTM_F_OFFLOAD = 0x4000;
/** Hardware hands the packets to the kernel. */
export const RTM_F_TRAP = 0x8000;
/** Hardware was to forward the packets, but refused. */
export const RTM_F_OFFLOAD_FAILED = 0x20000000;

// Attributes.

/** Destination prefix, or an MPLS label. */
export const RTA_DST = 1;
/** Source prefix. */
export const RTA_SRC = 2;
/** Metric. */
export const RTA_PRIORITY = 6;
/** Table. */
export const RTA_TABLE = 15;

// Bits of `RTAX_FEATURES`.

/** Explicit congestion notification. */
export const RTAX_FEATURE_ECN = 0x1;
/** No longer in use. */
export const RTAX_FEATURE_SACK = 0x2;
/** No longer in use. */
export const RTAX_FEATURE_TIMESTAMP = 0x4;
/** No longer in use. */
export const RTAX_FEATURE_ALLFRAG = 0x8;
/** TCP timestamps in microseconds. */
export const RTAX_FEATURE_TCP_USEC_TS = 0x10;
/** All features. */
export const RTAX_FEATURE_MASK = 0x1f;

/** Names of the features of TCP that routes can ask for (`RTAX_FEATURE_*`). */
export const ROUTE_FEATURES = {
  ecn: RTAX_FEATURE_ECN,
  tcp_usec_ts: RTAX_FEATURE_TCP_USEC_TS,
} as const;

// Preferences of routers: `RTA_PREF`.

/** The router is a last resort. */
export const ICMPV6_ROUTER_PREF_LOW = 3;
/** The router is one like others. */
export const ICMPV6_ROUTER_PREF_MEDIUM = 0;
/** The router comes first. */
export const ICMPV6_ROUTER_PREF_HIGH = 1;

/** Names of the preferences of routers (`ICMPV6_ROUTER_PREF_*`). */
export const ROUTER_PREFERENCES = {
  low: ICMPV6_ROUTER_PREF_LOW,
  medium: ICMPV6_ROUTER_PREF_MEDIUM,
  high: ICMPV6_ROUTER_PREF_HIGH,
} as const;
/** Reserved. */
export const ICMPV6_ROUTER_PREF_INVALID = 2;
