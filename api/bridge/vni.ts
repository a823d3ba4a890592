/**
 * Networks of VXLAN devices that have several: `bridge vni`.
 *
 * @module
 */

import { AF_BRIDGE } from "../../messages/families.ts";
import {
  RTM_DELTUNNEL,
  RTM_GETTUNNEL,
  RTM_NEWTUNNEL,
  TUNNEL_MSG_FLAG_STATS,
} from "../../messages/tunnel/constants.ts";
import {
  type TunnelEntry,
  type TunnelMessage,
  tunnelMessage,
  type TunnelStats,
} from "../../messages/tunnel/tunnel.ts";
import type {
  BatchOptions,
  Connection,
  RequestOptions,
} from "../connection/connection.ts";
import { NO_OPTIONS } from "../connection/direct.ts";
import type { DeleteOptions } from "../connection/existence.ts";
import { ip } from "../mapping/address_conversions.ts";
import { boolean } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { conditions } from "../mapping/conditions.ts";
import { type Filter, filter } from "../mapping/filter.ts";
import {
  type Conversion,
  type Mapping,
  mapping,
  readOnly,
} from "../mapping/mapping.ts";
import { checkRequired } from "../mapping/properties.ts";
import type { Verb } from "../verbs.ts";
import { Parts, parts } from "./parts.ts";
import { Changes } from "./requests.ts";
import {
  type NumberRange,
  overlap,
  type Range,
  range,
  type TypedRange,
} from "./ranges.ts";

/** What names networks of a VXLAN device. */
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

/** Which networks to list; what is missing lets all pass. */
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
interface NetworkPart {
  index: number;
  networks: Range;
  remote?: string;
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

const fields: Mapping<VxlanNetwork, NetworkPart> = mapping<
  VxlanNetwork,
  NetworkPart
>({
  device: ["index", device as Conversion<number, number>],
  vni: ["networks", networkRange as Conversion<NumberRange, Range>],
  remote: ["remote", ip],
  statistics: readOnly("stats", statistics),
}, blankNetwork);

const { equal, where, ask } = conditions<NetworkPart>();

const networkFilter: Filter<VxlanNetworkFilter, NetworkPart> = filter<
  VxlanNetworkFilter,
  NetworkPart
>({
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

function partOf(
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

function write(spec: VxlanNetworkSpec, fieldPath: FieldPath): TunnelMessage {
  const { index, networks: { first, last }, remote } = fields.toKernel(
    spec as VxlanNetwork,
    fieldPath,
  );
  checkRequired(spec, ["device", "vni"], fieldPath);
  const entry: TunnelEntry = {
    start: first,
    ...last !== first && { end: last },
    ...remote !== undefined &&
      (remote.includes(":") ? { group6: remote } : { group: remote }),
  };
  return {
    family: AF_BRIDGE,
    flags: 0,
    index,
    attributes: { entries: [entry] },
  };
}

const adding: Verb<VxlanNetworkSpec, TunnelMessage> = {
  type: RTM_NEWTUNNEL,
  codec: tunnelMessage,
  write,
};

const deleting: Verb<VxlanNetworkKey, TunnelMessage> = {
  type: RTM_DELTUNNEL,
  codec: tunnelMessage,
  write: (key, fieldPath) => {
    const message = write(key, fieldPath);
    for (const entry of message.attributes.entries ?? []) {
      delete entry.group;
      delete entry.group6;
    }
    return message;
  },
};

const listing = parts({
  question: (filter) => ({
    type: RTM_GETTUNNEL,
    codec: tunnelMessage,
    message: {
      family: AF_BRIDGE,
      flags: filter?.statistics === true ? TUNNEL_MSG_FLAG_STATS : 0,
      index: 0,
      attributes: {},
    },
  }),
  codec: tunnelMessage,
  parts: ({ index, attributes: { entries = [] } }) =>
    entries.map((entry) => partOf(index, entry)),
  read: (part) => fields.fromKernel(part),
  filter: networkFilter,
  missing: ["ENOENT"],
});

/** Networks of VXLAN devices: `bridge vni`. */
export class VxlanNetworks extends Parts<VxlanNetwork, VxlanNetworkFilter> {
  readonly #changes: Changes;

  /**
   * Makes the verbs.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
    super(connection, listing);
    this.#changes = new Changes(connection);
  }

  /**
   * Adds networks to a VXLAN device; those that are there get the remote
   * endpoint.
   *
   * @param spec The networks.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async add(
    spec: VxlanNetworkSpec,
    options: RequestOptions = NO_OPTIONS,
  ): Promise<void> {
    await this.#changes.carryOut(adding, spec, 0, options);
  }

  /**
   * Adds many networks; all of them are tried.
   *
   * @param specs The networks.
   * @param options How to send them.
   * @throws {BatchError} If some were refused; it has which, and why.
   */
  async addAll(
    specs: Iterable<VxlanNetworkSpec>,
    options: BatchOptions = {},
  ): Promise<void> {
    await this.#changes.carryOutAll(adding, specs, 0, options);
  }

  /**
   * Deletes networks from a VXLAN device.
   *
   * @param key The networks.
   * @param options How to ask, and whether they have to be there.
   * @returns Whether they were there: always, unless they need not be.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async delete(
    key: VxlanNetworkKey,
    options: DeleteOptions = NO_OPTIONS,
  ): Promise<boolean> {
    return await this.#changes.remove(deleting, key, options);
  }
}
