/**
 * Constants of neighbor tables: `NDTA_*` and `NDTPA_*`, and the types of their
 * messages.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/neighbour.h | linux/neighbour.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

// Message types.

/** A neighbor table, or the parameters of one device. */
export const RTM_NEWNEIGHTBL = 64;
/** Asks for neighbor tables. */
export const RTM_GETNEIGHTBL = 66;
/** A neighbor table is to be changed. */
export const RTM_SETNEIGHTBL = 67;

// Attributes.

/** Nothing. */
export const NDTA_UNSPEC = 0;
/** Name. */
export const NDTA_NAME = 1;
/** Entries below which nothing is collected. */
export const NDTA_THRESH1 = 2;
/** Entries beyond which more is collected. */
export const NDTA_THRESH2 = 3;
/** Entries that are never exceeded. */
export const NDTA_THRESH3 = 4;
/** Configuration. */
export const NDTA_CONFIG = 5;
/** Parameters. */
export const NDTA_PARMS = 6;
/** Counters. */
export const NDTA_STATS = 7;
/** Time between collections. */
export const NDTA_GC_INTERVAL = 8;
/** Padding. */
export const NDTA_PAD = 9;

// Parameters: attributes in `NDTA_PARMS`.

/** Nothing. */
export const NDTPA_UNSPEC = 0;
/** Index of the device. */
export const NDTPA_IFINDEX = 1;
/** Reference count. */
export const NDTPA_REFCNT = 2;
/** How long neighbors are reachable, as it was drawn. */
export const NDTPA_REACHABLE_TIME = 3;
/** How long neighbors are reachable, on average. */
export const NDTPA_BASE_REACHABLE_TIME = 4;
/** Time between solicitations. */
export const NDTPA_RETRANS_TIME = 5;
/** Age beyond which stale entries are collected. */
export const NDTPA_GC_STALETIME = 6;
/** Time until the first probe. */
export const NDTPA_DELAY_PROBE_TIME = 7;
/** Packets that wait for one address. */
export const NDTPA_QUEUE_LEN = 8;
/** Probes by a program. */
export const NDTPA_APP_PROBES = 9;
/** Unicast probes. */
export const NDTPA_UCAST_PROBES = 10;
/** Multicast probes. */
export const NDTPA_MCAST_PROBES = 11;
/** Longest delay of answers for an anycast address. */
export const NDTPA_ANYCAST_DELAY = 12;
/** Longest delay of answers for others. */
export const NDTPA_PROXY_DELAY = 13;
/** Requests that wait to be answered for others. */
export const NDTPA_PROXY_QLEN = 14;
/** Time during which an entry is not changed. */
export const NDTPA_LOCKTIME = 15;
/** Bytes that wait for one address. */
export const NDTPA_QUEUE_LENBYTES = 16;
/** Multicast probes after unicast ones failed. */
export const NDTPA_MCAST_REPROBES = 17;
/** Padding. */
export const NDTPA_PAD = 18;
/** Time between probes of managed entries. */
export const NDTPA_INTERVAL_PROBE_TIME_MS = 19;
