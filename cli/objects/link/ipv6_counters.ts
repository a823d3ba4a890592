/**
 * Counters of IPv6 on a link, which stand for those of the link where the
 * kernel reports no others.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.1/include/uapi/linux/snmp.h | linux/snmp.h}
 *
 * @module
 */

import type { LinkCounters } from "../../../messages/link/stats.ts";

/** Counters of a link; those that are missing count as 0. */
export type Counters = Partial<
  LinkCounters<number | bigint> & { rxOtherHostDropped: number | bigint }
>;

/** Places of counters (`IPSTATS_MIB_*`). */
const POSITIONS:
  readonly (readonly [counter: keyof Counters, position: number])[] = [
    ["rxPackets", 1],
    ["rxBytes", 2],
    ["txPackets", 5],
    ["txBytes", 6],
    ["rxErrors", 13],
    ["txErrors", 14],
    ["multicast", 23],
    ["rxFrameErrors", 31],
  ];

/**
 * The counters of a link by those of IPv6.
 *
 * @param stats Counters of IPv6 (`IFLA_INET6_STATS`).
 * @returns The counters.
 */
export function ipv6Counters(stats: readonly bigint[]): Counters {
  return Object.fromEntries(
    POSITIONS.map(([counter, position]) => [counter, stats[position] ?? 0n]),
  );
}
