/**
 * Statistics of links beyond their counters: `ip stats`.
 *
 * @module
 */

import type { HardwareStats64 } from "../../messages/link/stats.ts";
import type { BondXstats } from "../../messages/stats/bond.ts";
import type { BridgeXstats } from "../../messages/stats/bridge.ts";
import { LINK_STATS_GROUPS } from "../../messages/stats/constants.ts";
import {
  type MplsLinkStats,
  type StatsMessage,
  type StatsRequest,
  statsRequest,
} from "../../messages/stats/stats.ts";
import type { LinkStatistics } from "./statistics.ts";
import { choice } from "../mapping/enumerations.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { withMessage } from "../mapping/origin.ts";
import { blank } from "../../messages/codec/mod.ts";

/** A group of statistics: the names of `ip stats show group GROUP`. */
export type LinkStatsGroup = keyof typeof LINK_STATS_GROUPS;

const group = choice(LINK_STATS_GROUPS);

/** Statistics that belong to a kind of links. */
export interface LinkKindStats {
  /** Those of a bridge or a port of one (`LINK_XSTATS_TYPE_BRIDGE`). */
  bridge?: BridgeXstats;
  /** Those of a bond or a port of one (`LINK_XSTATS_TYPE_BOND`). */
  bond?: BondXstats;
}

/** Statistics of what hardware does for a link. */
export interface LinkOffloadStats {
  /** Packets left to the processor (`IFLA_OFFLOAD_XSTATS_CPU_HIT`). */
  cpuHit?: LinkStatistics;
  /** Packets that hardware routed (`IFLA_OFFLOAD_XSTATS_L3_STATS`). */
  l3?: HardwareStats64;
  /**
   * Whether hardware was asked to count those
   * (`IFLA_OFFLOAD_XSTATS_HW_S_INFO_REQUEST`).
   */
  l3Requested?: boolean;
  /**
   * Whether hardware does count those
   * (`IFLA_OFFLOAD_XSTATS_HW_S_INFO_USED`).
   */
  l3Used?: boolean;
}

/** Statistics of a link. */
export interface LinkStatsReport {
  /** Index of the link (`ifindex`). */
  index: number;
  /** Its counters (`IFLA_STATS_LINK_64`). */
  link?: LinkStatistics;
  /** Those of its kind (`IFLA_STATS_LINK_XSTATS`). */
  kind?: LinkKindStats;
  /** Those of the kind of its master (`IFLA_STATS_LINK_XSTATS_SLAVE`). */
  port?: LinkKindStats;
  /** Those of hardware (`IFLA_STATS_LINK_OFFLOAD_XSTATS`). */
  offload?: LinkOffloadStats;
  /** Those of MPLS (`AF_MPLS`). */
  mpls?: MplsLinkStats;
  /** The message that all this was read from. */
  readonly message: StatsMessage;
}

/**
 * The message that asks for statistics.
 *
 * @param index Index of the link, 0 for all links.
 * @param names Which groups; all of them if there are none.
 * @param fieldPath Where the names stand.
 * @returns The message.
 * @throws {TypeError} If there is no such group.
 */
export function statsQuestion(
  index: number,
  names: readonly LinkStatsGroup[],
  fieldPath: FieldPath,
): StatsRequest {
  if (!Array.isArray(names)) {
    throw fieldPath.wrong(names, "an array is expected");
  }
  const wanted: readonly LinkStatsGroup[] = names.length === 0
    ? Object.keys(LINK_STATS_GROUPS) as LinkStatsGroup[]
    : names;
  let filterMask = 0;
  for (const [i, name] of wanted.entries()) {
    filterMask |= 1 << group.toKernel(name, fieldPath.at(i))! - 1;
  }
  return blank(statsRequest, { index, filterMask });
}

/**
 * Converts a message to people's terms.
 *
 * @param message The message.
 * @returns The statistics.
 */
export function toLinkStats(message: StatsMessage): LinkStatsReport {
  const { index, attributes } = message;
  const { link64, linkXstats, linkXstatsSlave, offloadXstats, afSpec } =
    attributes;
  const report = withMessage<LinkStatsReport>({ index }, message);
  if (link64 !== undefined) report.link = link64;
  if (linkXstats !== undefined) report.kind = kindStats(linkXstats);
  if (linkXstatsSlave !== undefined) report.port = kindStats(linkXstatsSlave);
  if (offloadXstats !== undefined) {
    report.offload = offloadStats(offloadXstats);
  }
  if (afSpec?.mpls?.link !== undefined) report.mpls = afSpec.mpls.link;
  return report;
}

function kindStats({ bridge, bond }: LinkKindStats): LinkKindStats {
  return {
    ...(bridge !== undefined && { bridge }),
    ...(bond !== undefined && { bond }),
  };
}

function offloadStats(
  { cpuHit, l3Stats, info }: Exclude<
    StatsMessage["attributes"]["offloadXstats"],
    undefined
  >,
): LinkOffloadStats {
  const { request, used } = info?.l3Stats ?? {};
  return {
    ...(cpuHit !== undefined && { cpuHit }),
    ...(l3Stats !== undefined && { l3: l3Stats }),
    ...(request !== undefined && { l3Requested: request !== 0 }),
    ...(used !== undefined && { l3Used: used !== 0 }),
  };
}
