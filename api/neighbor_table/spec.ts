/**
 * What a neighbor table looks like, in people's terms and the kernel's.
 *
 * @module
 */

import {
  type NeighborParameters,
  type NeighborTableAttributes,
  type NeighborTableConfig,
  type NeighborTableMessage,
  neighborTableMessage,
  type NeighborTableStats,
} from "../../messages/neighbor_table/neighbor_table.ts";
import { milliseconds64, number, text } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { checkRequired } from "../mapping/properties.ts";
import { type RouteFamily, routeFamily } from "../mapping/routing_names.ts";
import {
  type Mapping,
  mapping,
  originalMessage,
  readOnly,
  within,
} from "../mapping/mapping.ts";
import { type Reading, reading } from "../reading/reading.ts";

/** What identifies a table, or the parameters of one device in it. */
export interface NeighborTableKey {
  /** The table, such as `arp_cache` or `ndisc_cache` (`NDTA_NAME`). */
  name: string;
  /** Address family; that of any table of the name if it is missing. */
  family?: RouteFamily;
  /** The device whose parameters are meant; the defaults if it is missing. */
  device?: Device;
}

/** The parameters of a table that can be changed. All times are in seconds. */
export interface NeighborTableSpec extends NeighborTableKey {
  /** Entries below which nothing is collected (`NDTA_THRESH1`). */
  threshold1?: number;
  /** Entries beyond which more is collected (`NDTA_THRESH2`). */
  threshold2?: number;
  /** Entries that are never exceeded (`NDTA_THRESH3`). */
  threshold3?: number;
  /** Time between collections (`NDTA_GC_INTERVAL`). */
  gcInterval?: number;
  /**
   * How long neighbors are reachable on average (`NDTPA_BASE_REACHABLE_TIME`).
   */
  baseReachableTime?: number;
  /** Time between solicitations (`NDTPA_RETRANS_TIME`). */
  retransmitTime?: number;
  /** Age at which stale entries are collected (`NDTPA_GC_STALETIME`). */
  gcStaleTime?: number;
  /** Time until the first probe (`NDTPA_DELAY_PROBE_TIME`). */
  delayProbeTime?: number;
  /** Packets that wait for one address (`NDTPA_QUEUE_LEN`). */
  queueLength?: number;
  /**
   * Bytes that wait for one address, which goes before
   * {@linkcode NeighborTableSpec.queueLength} (`NDTPA_QUEUE_LENBYTES`).
   */
  queueLengthBytes?: number;
  /** Probes by a program (`NDTPA_APP_PROBES`). */
  appProbes?: number;
  /** Unicast probes (`NDTPA_UCAST_PROBES`). */
  unicastProbes?: number;
  /** Multicast probes (`NDTPA_MCAST_PROBES`). */
  multicastProbes?: number;
  /** Multicast probes after unicast ones failed (`NDTPA_MCAST_REPROBES`). */
  multicastReprobes?: number;
  /**
   * Longest delay of answers for an anycast address (`NDTPA_ANYCAST_DELAY`).
   */
  anycastDelay?: number;
  /** Longest delay of answers for others (`NDTPA_PROXY_DELAY`). */
  proxyDelay?: number;
  /** Requests that may wait to be answered for others (`NDTPA_PROXY_QLEN`). */
  proxyQueueLength?: number;
  /** Time during which an entry is not changed (`NDTPA_LOCKTIME`). */
  lockTime?: number;
  /**
   * Time between probes of managed entries (`NDTPA_INTERVAL_PROBE_TIME_MS`).
   */
  intervalProbeTime?: number;
}

/** A table with its default parameters, or the parameters of one device. */
export interface NeighborTable extends NeighborTableSpec {
  /** Address family. */
  family: RouteFamily;
  /** Index of the device; none for the table and its defaults. */
  device?: number;
  /** How long neighbors are reachable, as drawn (`NDTPA_REACHABLE_TIME`). */
  readonly reachableTime?: number;
  /** Reference count (`NDTPA_REFCNT`). */
  readonly references?: number;
  /** State of the table, in the kernel's terms (`NDTA_CONFIG`). */
  readonly config?: NeighborTableConfig;
  /** Counters of the table (`NDTA_STATS`). */
  readonly statistics?: NeighborTableStats;
  /** The message that this was read from; copies do not have it. */
  readonly message: NeighborTableMessage;
}

type MappedTable = Omit<NeighborTable, "message">;
type MappedAttributes = Omit<MappedTable, "family">;
type MappedParameters = Omit<
  MappedAttributes,
  | "name"
  | "threshold1"
  | "threshold2"
  | "threshold3"
  | "gcInterval"
  | "config"
  | "statistics"
>;

const asIs = { fromKernel: <T>(value: T): T => value };

const fields: Mapping<NeighborTable, NeighborTableMessage> = mapping({
  family: routeFamily,
  ...within<NeighborTableMessage, "attributes", MappedAttributes>(
    "attributes",
    {
      name: text,
      threshold1: number,
      threshold2: number,
      threshold3: number,
      gcInterval: milliseconds64,
      config: readOnly<NeighborTableConfig, NeighborTableAttributes, "config">(
        "config",
        asIs,
      ),
      statistics: readOnly<
        NeighborTableStats,
        NeighborTableAttributes,
        "stats"
      >(
        "stats",
        asIs,
      ),
      ...within<NeighborTableAttributes, "parameters", MappedParameters>(
        "parameters",
        {
          device: ["index", {
            fromKernel: (index: number) => index,
            toKernel: (value, fieldPath) => device.toKernel(value, fieldPath),
          }],
          reachableTime: readOnly<number, NeighborParameters, "reachableTime">(
            "reachableTime",
            milliseconds64,
          ),
          references: readOnly<number, NeighborParameters, "references">(
            "references",
            asIs,
          ),
          baseReachableTime: milliseconds64,
          retransmitTime: milliseconds64,
          gcStaleTime: milliseconds64,
          delayProbeTime: milliseconds64,
          queueLength: number,
          queueLengthBytes: number,
          appProbes: number,
          unicastProbes: number,
          multicastProbes: number,
          multicastReprobes: number,
          anycastDelay: milliseconds64,
          proxyDelay: milliseconds64,
          proxyQueueLength: number,
          lockTime: milliseconds64,
          intervalProbeTime: milliseconds64,
        },
      ),
    },
  ),
  message: originalMessage,
}, neighborTableMessage);

/**
 * Converts a table to people's terms.
 *
 * @param message The table's message.
 * @returns The table.
 */
export function toNeighborTable(message: NeighborTableMessage): NeighborTable {
  return neighborTables.read(message);
}

/** How tables are read. */
export const neighborTables: Reading<NeighborTableMessage, NeighborTable> =
  reading(neighborTableMessage, fields);

/**
 * Puts changes of a table into a message.
 *
 * @param spec The changes.
 * @param fieldPath Where they stand, for error messages and names of devices.
 * @returns The message.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromNeighborTable(
  spec: NeighborTableSpec,
  fieldPath: FieldPath,
): NeighborTableMessage {
  const message = fields.toKernel(spec as NeighborTable, fieldPath);
  checkRequired(spec, ["name"], fieldPath);
  return message;
}
