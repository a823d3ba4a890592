/**
 * Networks of VXLAN devices, in people's and in the kernel's terms.
 *
 * @module
 */

import type { TunnelEntry, TunnelStats } from "../../messages/tunnel/tunnel.ts";
import { ip } from "../mapping/address_conversions.ts";
import { boolean } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { conditions } from "../mapping/conditions.ts";
import { type Filter, filter } from "../mapping/filter.ts";
import {
  type Conversion,
  type Mapping,
  mapping,
  readOnly,
} from "../mapping/mapping.ts";
import {
  type NumberRange,
  overlap,
  type Range,
  range,
  type TypedRange,
} from "./ranges.ts";

/** What identifies networks of a VXLAN device. */
export interface VxlanNetworkKey {
  /** The VXLAN device, which has been made with `vniFilter`. */
  device: Device;
  /** The network, or a range of them (`VXLAN_VNIFILTER_ENTRY_START`). */
  vni: TypedRange;
}

/** Networks to be added to a VXLAN device. */
export interface VxlanNetworkSpec extends VxlanNetworkKey {
  /**
   * Address of a group or of the remote endpoint, to which goes what no
   * forwarding entry is for (`VXLAN_VNIFILTER_ENTRY_GROUP`,
   * `VXLAN_VNIFILTER_ENTRY_GROUP6`).
   */
  remote?: string;
}

/** What is counted for a network: `VNIFILTER_ENTRY_STATS_*`. */
export interface VxlanNetworkStatistics {
  /** Bytes received (`VNIFILTER_ENTRY_STATS_RX_BYTES`). */
  rxBytes: bigint;
  /** Packets received (`VNIFILTER_ENTRY_STATS_RX_PKTS`). */
  rxPackets: bigint;
  /** Packets dropped on the way in (`VNIFILTER_ENTRY_STATS_RX_DROPS`). */
  rxDrops: bigint;
  /** Errors on the way in (`VNIFILTER_ENTRY_STATS_RX_ERRORS`). */
  rxErrors: bigint;
  /** Bytes sent (`VNIFILTER_ENTRY_STATS_TX_BYTES`). */
  txBytes: bigint;
  /** Packets sent (`VNIFILTER_ENTRY_STATS_TX_PKTS`). */
  txPackets: bigint;
  /** Packets dropped on the way out (`VNIFILTER_ENTRY_STATS_TX_DROPS`). */
  txDrops: bigint;
  /** Errors on the way out (`VNIFILTER_ENTRY_STATS_TX_ERRORS`). */
  txErrors: bigint;
}

/** Networks of a VXLAN device that are alike. */
export interface VxlanNetwork extends VxlanNetworkSpec {
  /** Index of the VXLAN device. */
  device: number;
  /** The network, or a range of them. */
  vni: NumberRange;
  /** Counters, if they were asked for (`VXLAN_VNIFILTER_ENTRY_STATS`). */
  readonly statistics?: VxlanNetworkStatistics;
}

/** Which networks to list; what is not given does not matter. */
export interface VxlanNetworkFilter {
  /** Networks of this VXLAN device. */
  device?: Device;
  /** Networks, or ranges, that have one of these. */
  vni?: TypedRange;
  /** Whether to report counters, of each network alone. */
  statistics?: boolean;
}

/** The largest number of a network. */
const MOST_NETWORK = 0xffffff;
const networkRange = range(MOST_NETWORK);

/** Networks in the kernel's terms. */
export interface NetworkPart {
  /** Index of the VXLAN device. */
  index: number;
  /** Their numbers. */
  networks: Range;
  /** Address of a group or of the remote endpoint. */
  remote?: string;
  /** Counters. */
  stats?: TunnelStats;
}

function blankNetwork(): NetworkPart {
  return { index: 0, networks: { first: 0, last: 0 } };
}

const statistics = {
  fromKernel: (stats: TunnelStats): VxlanNetworkStatistics => ({
    rxBytes: stats.rxBytes ?? 0n,
    rxPackets: stats.rxPackets ?? 0n,
    rxDrops: stats.rxDrops ?? 0n,
    rxErrors: stats.rxErrors ?? 0n,
    txBytes: stats.txBytes ?? 0n,
    txPackets: stats.txPackets ?? 0n,
    txDrops: stats.txDrops ?? 0n,
    txErrors: stats.txErrors ?? 0n,
  }),
};

/** How networks are read and written. */
export const fields: Mapping<VxlanNetwork, NetworkPart> = mapping({
  device: ["index", device as Conversion<number, number>],
  vni: ["networks", networkRange as Conversion<NumberRange, Range>],
  remote: ip,
  statistics: readOnly("stats", statistics),
}, blankNetwork);

const { equal, where, ask } = conditions<NetworkPart>();

/** How {@linkcode VxlanNetworkFilter} is put into the kernel's terms. */
export const networkFilter: Filter<VxlanNetworkFilter, NetworkPart> = filter({
  device: equal("index", device),
  vni: where({
    value: networkRange,
    reads: ["networks"],
    accepts: (wanted) => (networks) => overlap(networks, wanted),
  }),
  statistics: ask(boolean, () => {}, { detail: true }),
}, blankNetwork);

/** Addresses that stand for none. */
const NONE: readonly string[] = ["0.0.0.0", "::"];

/**
 * Networks in the kernel's terms.
 *
 * @param index Index of the VXLAN device.
 * @param entry What the kernel reports.
 * @returns The networks.
 */
export function partOf(
  index: number,
  { start = 0, end = start, group, group6, stats }: TunnelEntry,
): NetworkPart {
  const remote = group ?? group6;
  return {
    index,
    networks: { first: start, last: end },
    ...remote !== undefined && !NONE.includes(remote) && { remote },
    ...stats !== undefined && { stats },
  };
}
