/**
 * What TCP remembers of its peers: `ip tcp_metrics`.
 *
 * @module
 */

import { AF_INET, AF_INET6 } from "../../messages/families.ts";
import {
  TCP_METRICS_CMD_DEL,
  TCP_METRICS_CMD_GET,
  type TcpMetricsAttributes,
  tcpMetricsAttributes,
  type TcpMetricsMessage,
  type TcpMetricValues,
} from "../../messages/generic/tcp_metrics.ts";
import type { Connection, RequestOptions } from "../connection/connection.ts";
import type { DeleteOptions } from "../object/existence.ts";
import { eitherFamily } from "../mapping/address_conversions.ts";
import { conditions } from "../mapping/conditions.ts";
import { binary, milliseconds64, number } from "../mapping/conversions.ts";
import { choice } from "../mapping/enumerations.ts";
import { FieldPath } from "../mapping/field_path.ts";
import type { All } from "../mapping/filter.ts";
import { readOnly } from "../mapping/mapping.ts";
import {
  beginsWith,
  type PrefixBits,
  prefixBits,
} from "../mapping/prefixes.ts";
import { tcpMetricsFamily } from "./families.ts";
import { type FamilyObject, familyObject } from "./family_object.ts";
import { FamilyObjects } from "./family_objects.ts";
import { FamilyRequests } from "./family_requests.ts";

/** What identifies one peer. */
export interface TcpMetricsKey {
  /** The peer's address. */
  address: string;
  /** The address of this end; any if it is missing. */
  source?: string;
}

/** What TCP remembers of a peer. All times are in seconds. */
export interface TcpMetricsEntry extends TcpMetricsKey {
  /** Address family. */
  family: "inet" | "inet6";
  /** Time since the last change (`TCP_METRICS_ATTR_AGE`). */
  age?: number;
  /** Round trip time (`TCP_METRICS_A_METRICS_RTT_US`). */
  rtt?: number;
  /** Variance of the round trip time (`TCP_METRICS_A_METRICS_RTTVAR_US`). */
  rttVariance?: number;
  /** Slow start threshold in packets (`TCP_METRICS_A_METRICS_SSTHRESH`). */
  slowStartThreshold?: number;
  /** Congestion window in packets (`TCP_METRICS_A_METRICS_CWND`). */
  congestionWindow?: number;
  /** Reordering in packets (`TCP_METRICS_A_METRICS_REODERING`). */
  reordering?: number;
  /**
   * Fast Open: maximum segment size in bytes (`TCP_METRICS_ATTR_FOPEN_MSS`).
   */
  fastOpenMss?: number;
  /**
   * Fast Open: how many SYN packets with data were lost
   * (`TCP_METRICS_ATTR_FOPEN_SYN_DROPS`).
   */
  fastOpenDrops?: number;
  /** Time since the last of them (`TCP_METRICS_ATTR_FOPEN_SYN_DROP_TS`). */
  fastOpenDropAge?: number;
  /** Fast Open: cookie (`TCP_METRICS_ATTR_FOPEN_COOKIE`). */
  fastOpenCookie?: Uint8Array;
  /** The message that this was read from. */
  readonly message: TcpMetricsMessage;
}

/** Which peers to list; what is not given does not matter. */
export interface TcpMetricsFilter {
  /** Peers of this family. */
  family?: "inet" | "inet6";
  /** Peers in this prefix, such as `192.0.2.0/24`. */
  within?: string;
  /** Peers that talk to an address in this prefix. */
  sourceWithin?: string;
}

const { where } = conditions<TcpMetricsMessage>();

function isWithin(
  wanted: PrefixBits,
): (v4: string | undefined, v6: string | undefined) => boolean {
  return (v4, v6) => {
    const address = v4 ?? v6;
    return address !== undefined && beginsWith(wanted, address);
  };
}

/** A metric, of which some are there in two units. */
function metric(
  ...units: (readonly [name: keyof TcpMetricValues, divisor: number])[]
) {
  return readOnly<number, TcpMetricsAttributes, "vals">("vals", {
    fromKernel: (values) => {
      for (const [name, divisor] of units) {
        const value = values[name] as number | undefined;
        if (value !== undefined) return value / divisor;
      }
      return undefined;
    },
  });
}

const peer: FamilyObject<
  TcpMetricsEntry,
  TcpMetricsAttributes,
  TcpMetricsFilter
> = familyObject({
  definition: tcpMetricsFamily,
  codec: tcpMetricsAttributes,
  get: TCP_METRICS_CMD_GET,
  fields: () => ({
    family: {
      from: ["addrIpv4", "addrIpv6"],
      read: ({ addrIpv4 }) => addrIpv4 === undefined ? "inet6" : "inet",
      write: () => {},
      readOnly: true,
    },
    address: eitherFamily("addrIpv4", "addrIpv6"),
    source: eitherFamily("saddrIpv4", "saddrIpv6"),
    age: readOnly("age", milliseconds64),
    rtt: metric(["rttUs", 8e6], ["rtt", 8e3]),
    rttVariance: metric(["rttvarUs", 4e6], ["rttvar", 4e3]),
    slowStartThreshold: metric(["ssthresh", 1]),
    congestionWindow: metric(["cwnd", 1]),
    reordering: metric(["reordering", 1]),
    fastOpenMss: readOnly("fopenMss", number),
    fastOpenDrops: readOnly("fopenSynDrops", number),
    fastOpenDropAge: readOnly("fopenSynDropTs", milliseconds64),
    fastOpenCookie: readOnly("fopenCookie", binary),
  }),
  key: {
    address: ["addrIpv4", "addrIpv6"],
    source: ["saddrIpv4", "saddrIpv6"],
  },
  optional: ["source"],
  // The kernel filters by nothing.
  filter: () => ({
    family: where({
      value: choice({ inet: AF_INET, inet6: AF_INET6 }),
      reads: ["attributes.addrIpv4"],
      accepts: (wanted) => (v4) => (v4 !== undefined) === (wanted === AF_INET),
    }),
    within: where({
      value: prefixBits,
      reads: ["attributes.addrIpv4", "attributes.addrIpv6"],
      accepts: isWithin,
    }),
    sourceWithin: where({
      value: prefixBits,
      reads: ["attributes.saddrIpv4", "attributes.saddrIpv6"],
      accepts: isWithin,
    }),
  }),
  missing: ["ESRCH"],
});

/** What TCP remembers of its peers: `ip tcp_metrics`. */
export class TcpMetrics extends FamilyObjects<
  TcpMetricsEntry,
  TcpMetricsKey,
  TcpMetricsFilter,
  TcpMetricsAttributes
> {
  /**
   * Makes the object.
   *
   * @param connection A connection to `NETLINK_GENERIC`.
   * @param routing A connection to `NETLINK_ROUTE`.
   */
  constructor(connection: Connection, routing: Connection) {
    super(new FamilyRequests(connection, routing, tcpMetricsFamily), peer);
  }

  /**
   * Forgets one peer.
   *
   * @param key The peer; without the address of this end, for all of them.
   * @param options How to ask, and whether something has to be remembered.
   * @returns Whether something was.
   * @throws {TypeError} If an address is none.
   * @throws {NetlinkError} If nothing is remembered of it (`ESRCH`).
   */
  async delete(
    key: TcpMetricsKey,
    options: DeleteOptions = {},
  ): Promise<boolean> {
    return await this.requests.delete(
      TCP_METRICS_CMD_DEL,
      (fieldPath) => this.keyOf(key, fieldPath),
      options,
      this.isMissing,
    );
  }

  /**
   * Forgets all peers that a filter lets pass.
   *
   * @param filter Which ones; `{ all: true }` for all of them.
   * @param options How to ask.
   * @returns How many were forgotten; of all, how many there were just before.
   * @throws {TypeError} If the filter has no condition.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async flush(
    filter: TcpMetricsFilter | All,
    options: RequestOptions = {},
  ): Promise<number> {
    const wanted = peer.filter.demand(filter, FieldPath.root);
    const found = await this.list(wanted, options).toArray();
    if ("all" in filter) {
      await this.requests.send(TCP_METRICS_CMD_DEL, () => ({}), options);
      return found.length;
    }
    let deleted = 0;
    const rest = { ...options, ifExists: true };
    for (const key of found) if (await this.delete(key, rest)) deleted++;
    return deleted;
  }
}

/**
 * Converts what is remembered of a peer to people's terms.
 *
 * @param message The message.
 * @returns The same in people's terms.
 */
export function toTcpMetrics(message: TcpMetricsMessage): TcpMetricsEntry {
  return peer.read(message);
}
