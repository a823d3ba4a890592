/**
 * Counters that standards define.
 *
 * @module
 */

import { ETHTOOL_MSG_STATS_GET } from "../../messages/generic/ethtool/commands.ts";
import { ETHTOOL_STANDARD_COUNTERS } from "../../messages/generic/ethtool/standard_counters.ts";
import {
  ETHTOOL_MAC_STATISTICS_SOURCES,
  ETHTOOL_STATISTICS_GROUPS,
  type EthtoolHistogramBucket,
  type EthtoolStatistics,
  ethtoolStatistics,
  type EthtoolStatisticsGroup,
} from "../../messages/generic/ethtool/statistics.ts";
import { nameOf } from "../../messages/value_names.ts";
import type { RequestOptions } from "../connection/connection.ts";
import { type Listing, listingOf } from "../connection/listing.ts";
import type { Device } from "../mapping/device.ts";
import { enumeration } from "../mapping/enumerations.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { checkNames } from "../mapping/filter.ts";
import { readOnly } from "../mapping/mapping.ts";
import { onlyBits } from "./bits.ts";
import type {
  EthtoolListOptions,
  EthtoolOptions,
  EthtoolRequests,
} from "./requests.ts";
import { type DeviceSetting, type EthtoolState, setting } from "./setting.ts";
import { EthtoolStrings } from "./strings.ts";
import { Requester } from "../object/requester.ts";

/** A group of counters. */
export type StatisticsGroup = keyof typeof ETHTOOL_STATISTICS_GROUPS;

/** Which counters to get. */
export interface StatisticsQuery {
  /**
   * Which groups; all that the kernel has if there are none
   * (`ETHTOOL_A_STATS_GROUPS`).
   */
  groups?: (StatisticsGroup | (string & Record<never, never>))[];
  /** Whose counters (`ETHTOOL_A_STATS_SRC`). */
  source?: keyof typeof ETHTOOL_MAC_STATISTICS_SOURCES | number;
}

/** One bucket of a histogram of packet sizes. */
export interface SizeBucket {
  /** Bytes of the smallest packet (`ETHTOOL_A_STATS_GRP_HIST_BKT_LOW`). */
  low: number;
  /** Bytes of the largest packet (`ETHTOOL_A_STATS_GRP_HIST_BKT_HI`). */
  high: number;
  /** How many there were (`ETHTOOL_A_STATS_GRP_HIST_VAL`). */
  count: bigint;
}

/** Counters that standards define. */
export interface StandardStatistics extends EthtoolState<EthtoolStatistics> {
  /**
   * Counters by group and name, such as `FramesTransmittedOK` of `eth-mac`;
   * those that have no name are named by their number
   * (`ETHTOOL_A_STATS_GRP_STAT`).
   */
  counters: Record<string, Record<string, bigint>>;
  /** Received packets by size (`ETHTOOL_A_STATS_GRP_HIST_RX`). */
  rxSizes?: SizeBucket[];
  /** Sent packets by size (`ETHTOOL_A_STATS_GRP_HIST_TX`). */
  txSizes?: SizeBucket[];
  /** Whose counters they are (`ETHTOOL_A_STATS_SRC`). */
  source?: keyof typeof ETHTOOL_MAC_STATISTICS_SOURCES | number;
}

const source = enumeration(ETHTOOL_MAC_STATISTICS_SOURCES);

/** Counters that standards define. */
export const statisticsSetting: DeviceSetting<
  StandardStatistics,
  EthtoolStatistics
> = setting({
  noun: "standard counters",
  codec: ethtoolStatistics,
  get: ETHTOOL_MSG_STATS_GET,
  fields: () => ({
    counters: {
      from: ["grp"],
      read: ({ grp = [] }) =>
        Object.fromEntries(
          grp.map((group) => [groupName(group), countersOf(group)]),
        ),
      write: () => {},
      readOnly: true,
    },
    rxSizes: readOnly("grp", {
      fromKernel: (groups) => sizesOf(groups, "histRx"),
    }),
    txSizes: readOnly("grp", {
      fromKernel: (groups) => sizesOf(groups, "histTx"),
    }),
    source: readOnly("src", source),
  }),
});

function groupName({ id = 0 }: EthtoolStatisticsGroup): string {
  return nameOf(ETHTOOL_STATISTICS_GROUPS, id) ?? String(id);
}

function countersOf(group: EthtoolStatisticsGroup): Record<string, bigint> {
  const names: Readonly<Record<string, readonly string[]>> =
    ETHTOOL_STANDARD_COUNTERS;
  const own = names[groupName(group)] ?? [];
  return Object.fromEntries(
    (group.stat ?? []).flat().map((
      { key, value },
    ) => [own[key] ?? String(key), value]),
  );
}

function sizesOf(
  groups: readonly EthtoolStatisticsGroup[],
  which: "histRx" | "histTx",
): SizeBucket[] | undefined {
  const buckets: EthtoolHistogramBucket[] = groups.flatMap((group) =>
    group[which] ?? []
  );
  if (buckets.length === 0) return undefined;
  return buckets.map(({ histBktLow = 0, histBktHi = 0, histVal = 0n }) => ({
    low: histBktLow,
    high: histBktHi,
    count: histVal,
  }));
}

const queryNames: ReadonlySet<string> = new Set<keyof StatisticsQuery>([
  "groups",
  "source",
]);

function write(
  query: StatisticsQuery,
  groups: string[],
  fieldPath: FieldPath,
): EthtoolStatistics {
  checkNames(query, queryNames, fieldPath);
  return {
    groups: onlyBits.toKernel(groups, fieldPath.at("groups"))!,
    ...query.source !== undefined && {
      src: source.toKernel(query.source, fieldPath.at("source"))!,
    },
  };
}

/** Counters that standards define: `ethtool -S … --groups`. */
export class StandardCounters extends Requester<EthtoolRequests> {
  #groups: Promise<string[]> | undefined;
  /**
   * Gets the counters of a device. Groups that it does not have are empty.
   *
   * @param device The device.
   * @param query Which counters.
   * @param options How to ask.
   * @returns The counters.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is no such group (`EOPNOTSUPP`), or the
   * kernel refuses for another reason.
   */
  async get(
    device: Device,
    query: StatisticsQuery = {},
    options: Omit<EthtoolOptions, "statistics"> = {},
  ): Promise<StandardStatistics> {
    const groups = await this.#groupsOf(query, options);
    const [message] = await this.requests.send(
      statisticsSetting,
      ETHTOOL_MSG_STATS_GET,
      device,
      (fieldPath) => write(query, groups, fieldPath),
      options,
    );
    return statisticsSetting.read(message!);
  }

  /**
   * Lists the counters of all devices.
   *
   * @param query Which counters.
   * @param options How to ask.
   * @returns The counters.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {NetlinkError} If the kernel refuses.
   */
  list(
    query: StatisticsQuery = {},
    options: Omit<EthtoolListOptions, "statistics"> = {},
  ): Listing<StandardStatistics> {
    return listingOf(() => this.#listed(query, options));
  }

  async *#listed(
    query: StatisticsQuery,
    options: EthtoolListOptions,
  ): AsyncGenerator<StandardStatistics, void> {
    const groups = await this.#groupsOf(query, options);
    const messages = this.requests.dump(
      statisticsSetting,
      ETHTOOL_MSG_STATS_GET,
      write(query, groups, FieldPath.root),
      options,
    );
    for await (const message of messages) yield statisticsSetting.read(message);
  }

  /** The groups that are asked for; what the kernel has is asked for once. */
  async #groupsOf(
    query: StatisticsQuery,
    options: RequestOptions & { phy?: number; streaming?: boolean },
  ): Promise<string[]> {
    checkNames(query, queryNames, FieldPath.root);
    if (query.groups !== undefined) return query.groups;
    const { phy: _, streaming: __, ...rest } = options;
    this.#groups ??= new EthtoolStrings(this.requests)
      .get("standard-groups", undefined, rest);
    try {
      return await this.#groups;
    } catch (error) {
      this.#groups = undefined;
      throw error;
    }
  }
}
