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
  type TcpMetricsMessage,
} from "../../messages/generic/tcp_metrics.ts";
import { ip } from "../mapping/address_conversions.ts";
import type {
  Connection,
  DumpOptions,
  RequestOptions,
} from "../connection/connection.ts";
import { type Listing, listingOf } from "../connection/listing.ts";
import {
  deleteObject,
  type DeleteOptions,
  missing,
  orUndefined,
} from "../connection/existence.ts";
import { conditions } from "../mapping/conditions.ts";
import { type All, type Filter, filter } from "../mapping/filter.ts";
import { tcpMetricsFamily } from "./families.ts";
import { GenericFamily } from "../connection/generic_family.ts";
import { choice } from "../mapping/enumerations.ts";
import { FieldPath } from "../mapping/field_path.ts";
import {
  beginsWith,
  type PrefixBits,
  prefixBits,
} from "../mapping/prefixes.ts";
import { properties } from "../mapping/properties.ts";
import { withMessage } from "../mapping/origin.ts";

/** What names one peer. */
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

/** Which peers to list; what is missing lets all pass. */
export interface TcpMetricsFilter {
  /** Peers of this family. */
  family?: "inet" | "inet6";
  /** Peers in this prefix, such as `192.0.2.0/24`. */
  within?: string;
  /** Peers that talk to an address in this prefix. */
  sourceWithin?: string;
}

const isMissing = missing("ESRCH");

const { where } = conditions<TcpMetricsMessage>();

// The kernel filters by nothing.
const tcpMetricsFilter: Filter<TcpMetricsFilter, TcpMetricsMessage> = filter<
  TcpMetricsFilter,
  TcpMetricsMessage
>(
  {
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
  },
  () => ({ cmd: TCP_METRICS_CMD_GET, version: 1, reserved: 0, attributes: {} }),
);

function isWithin(
  wanted: PrefixBits,
): (v4: string | undefined, v6: string | undefined) => boolean {
  return (v4, v6) => {
    const address = v4 ?? v6;
    return address !== undefined && beginsWith(wanted, address);
  };
}

/** What TCP remembers of its peers: `ip tcp_metrics`. */
export class TcpMetrics {
  readonly #family: GenericFamily<TcpMetricsAttributes>;

  /**
   * Makes the verbs.
   *
   * @param connection A connection to `NETLINK_GENERIC`.
   */
  constructor(connection: Connection) {
    this.#family = new GenericFamily(connection, tcpMetricsFamily);
  }

  /**
   * Lists peers.
   *
   * @param filter Which ones.
   * @param options How to ask.
   * @returns What is remembered of each.
   * @throws {TypeError} If a prefix is none.
   * @throws {NetlinkError} If the kernel refuses.
   */
  list(
    filter: TcpMetricsFilter = {},
    options: DumpOptions = {},
  ): Listing<TcpMetricsEntry> {
    return listingOf(() => this.#entries(filter, options));
  }

  async *#entries(
    filter: TcpMetricsFilter,
    options: DumpOptions,
  ): AsyncGenerator<TcpMetricsEntry, void> {
    const { test } = tcpMetricsFilter.select(filter, FieldPath.root);
    const messages = this.#family.dump(TCP_METRICS_CMD_GET, {}, options);
    for await (const message of messages) {
      if (test === undefined || test(message)) yield toTcpMetrics(message);
    }
  }

  /**
   * Gets what is remembered of one peer.
   *
   * @param key The peer.
   * @param options How to ask.
   * @returns What is remembered.
   * @throws {TypeError} If an address is none.
   * @throws {NetlinkError} If nothing is (`ESRCH`).
   */
  async get(
    key: TcpMetricsKey,
    options: RequestOptions = {},
  ): Promise<TcpMetricsEntry> {
    return toTcpMetrics(
      await this.#family.get(TCP_METRICS_CMD_GET, fromKey(key), options),
    );
  }

  /**
   * Gets what is remembered of one peer, if anything is.
   *
   * @param key The peer.
   * @param options How to ask.
   * @returns What is remembered; `undefined` if nothing is.
   * @throws {TypeError} If an address is none.
   * @throws {NetlinkError} If the kernel refuses for another reason.
   */
  async find(
    key: TcpMetricsKey,
    options: RequestOptions = {},
  ): Promise<TcpMetricsEntry | undefined> {
    return await orUndefined(this.get(key, options), isMissing);
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
    return await deleteObject(
      async (rest) => {
        await this.#family.request(TCP_METRICS_CMD_DEL, fromKey(key), rest);
      },
      options,
      isMissing,
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
    const wanted = tcpMetricsFilter.demand(filter, FieldPath.root);
    const found = await this.list(wanted, options).toArray();
    if ("all" in filter) {
      await this.#family.request(TCP_METRICS_CMD_DEL, {}, options);
      return found.length;
    }
    let deleted = 0;
    const rest = { ...options, ifExists: true };
    for (const key of found) if (await this.delete(key, rest)) deleted++;
    return deleted;
  }
}

const checkKey = properties<TcpMetricsEntry, TcpMetricsKey>({
  address: "required",
  source: "optional",
  family: "ignored",
  age: "ignored",
  rtt: "ignored",
  rttVariance: "ignored",
  slowStartThreshold: "ignored",
  congestionWindow: "ignored",
  reordering: "ignored",
  fastOpenMss: "ignored",
  fastOpenDrops: "ignored",
  fastOpenDropAge: "ignored",
  fastOpenCookie: "ignored",
  message: "ignored",
});

function fromKey(key: TcpMetricsKey): TcpMetricsAttributes {
  checkKey(key, FieldPath.root);
  const { address, source } = key;
  const attributes: TcpMetricsAttributes = {};
  const peer = ip.toKernel(address, FieldPath.root.at("address"))!;
  attributes[peer.includes(":") ? "addrIpv6" : "addrIpv4"] = peer;
  if (source !== undefined) {
    const own = ip.toKernel(source, FieldPath.root.at("source"))!;
    attributes[own.includes(":") ? "saddrIpv6" : "saddrIpv4"] = own;
  }
  return attributes;
}

/** The given properties without those that are missing. */
function present<T extends object>(properties: T): {
  [K in keyof T]?: Exclude<T[K], undefined>;
} {
  const entries = Object.entries(properties);
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined),
  ) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

function over(value: number | bigint | undefined, divisor: number) {
  return value === undefined ? undefined : Number(value) / divisor;
}

/**
 * Converts what is remembered of a peer to people's terms.
 *
 * @param message The message.
 * @returns The same in people's terms.
 */
export function toTcpMetrics(message: TcpMetricsMessage): TcpMetricsEntry {
  const { attributes } = message;
  const { addrIpv4, addrIpv6, saddrIpv4, saddrIpv6, vals = {} } = attributes;
  return withMessage({
    family: addrIpv4 === undefined ? "inet6" : "inet",
    address: addrIpv4 ?? addrIpv6 ?? "",
    ...present({
      source: saddrIpv4 ?? saddrIpv6,
      age: over(attributes.age, 1e3),
      rtt: over(vals.rttUs, 8e6) ?? over(vals.rtt, 8e3),
      rttVariance: over(vals.rttvarUs, 4e6) ?? over(vals.rttvar, 4e3),
      slowStartThreshold: vals.ssthresh,
      congestionWindow: vals.cwnd,
      reordering: vals.reordering,
      fastOpenMss: attributes.fopenMss,
      fastOpenDrops: attributes.fopenSynDrops,
      fastOpenDropAge: over(attributes.fopenSynDropTs, 1e3),
      fastOpenCookie: attributes.fopenCookie,
    }),
  }, message);
}
