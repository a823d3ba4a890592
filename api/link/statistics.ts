/**
 * Counters of links.
 *
 * @see {@link https://docs.kernel.org/networking/statistics.html | Interface
 * statistics}
 *
 * @module
 */

import type { LinkAttributes } from "../../messages/link/link.ts";
import type { LinkStats, LinkStats64 } from "../../messages/link/stats.ts";

/** Counters of a link since it was made. */
export interface LinkStatistics extends LinkStats64 {}

/**
 * Converts the counters of a link to people's terms. Kernels without counters
 * of 64 bits report those of 32, which wrap.
 *
 * @param attributes What the kernel reports of the link.
 * @returns The counters, if it reported any.
 */
export function toLinkStatistics(
  { stats64, stats }: Pick<LinkAttributes, "stats64" | "stats">,
): LinkStatistics | undefined {
  return stats64 ?? (stats === undefined ? undefined : widen(stats));
}

/**
 * Widens counters.
 *
 * @param stats Counters of 32 bits.
 * @returns The same, of 64 bits.
 */
export function widen(stats: LinkStats): LinkStatistics {
  const wide: Record<string, bigint> = {};
  for (const [name, value] of Object.entries(stats)) {
    if (typeof value === "number") wide[name] = BigInt(value);
  }
  return wide as unknown as LinkStatistics;
}
