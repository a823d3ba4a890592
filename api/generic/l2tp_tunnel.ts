/**
 * Tunnels of L2TP.
 *
 * @module
 */

import {
  L2TP_CMD_TUNNEL_CREATE,
  L2TP_CMD_TUNNEL_DELETE,
  L2TP_CMD_TUNNEL_GET,
  L2TP_ENCAPTYPE_IP,
  L2TP_ENCAPTYPE_UDP,
  type L2tpAttributes,
  l2tpAttributes,
  type L2tpMessage,
  type L2tpStats,
} from "../../messages/generic/l2tp.ts";
import type { DumpOptions, RequestOptions } from "../connection/connection.ts";
import {
  type DeleteOptions,
  missing,
  orUndefined,
} from "../connection/existence.ts";
import type { Listing } from "../connection/listing.ts";
import { eitherFamily } from "../mapping/address_conversions.ts";
import {
  boolean,
  number,
  presence,
  uint32,
  uint8,
} from "../mapping/conversions.ts";
import { enumeration } from "../mapping/enumerations.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { conditions } from "../mapping/conditions.ts";
import { filter } from "../mapping/filter.ts";
import { mapping, originalMessage, readOnly } from "../mapping/mapping.ts";
import { withMessage } from "../mapping/origin.ts";
import { checkRequired } from "../mapping/properties.ts";
import type { FamilyListing, FamilyRequests } from "./family_requests.ts";

/** What a tunnel runs over. */
export type L2tpEncapsulation = "udp" | "ip";

const ENCAPSULATIONS = {
  udp: L2TP_ENCAPTYPE_UDP,
  ip: L2TP_ENCAPTYPE_IP,
} as const;

/** What names a tunnel. */
export interface L2tpTunnelKey {
  /** Identifier, not 0 (`L2TP_ATTR_CONN_ID`). */
  id: number;
}

/** A tunnel to be added. */
export interface L2tpTunnelSpec extends L2tpTunnelKey {
  /** Identifier at the peer, not 0 (`L2TP_ATTR_PEER_CONN_ID`). */
  peerId: number;
  /** Address of this end (`L2TP_ATTR_IP_SADDR`). */
  local: string;
  /** Address of the peer (`L2TP_ATTR_IP_DADDR`). */
  remote: string;
  /**
   * What it runs over (`L2TP_ATTR_ENCAP_TYPE`).
   *
   * @default {"udp"}
   */
  encapsulation?: L2tpEncapsulation | number;
  /** UDP port of this end; needed with `udp` (`L2TP_ATTR_UDP_SPORT`). */
  localPort?: number;
  /** UDP port of the peer; needed with `udp` (`L2TP_ATTR_UDP_DPORT`). */
  remotePort?: number;
  /** Whether UDP checksums are sent over IPv4 (`L2TP_ATTR_UDP_CSUM`). */
  checksum?: boolean;
  /**
   * Whether packets are sent without UDP checksum over IPv6
   * (`L2TP_ATTR_UDP_ZERO_CSUM6_TX`).
   */
  zeroChecksum6Tx?: boolean;
  /**
   * Whether packets without UDP checksum are accepted over IPv6
   * (`L2TP_ATTR_UDP_ZERO_CSUM6_RX`).
   */
  zeroChecksum6Rx?: boolean;
}

/** A tunnel. */
export interface L2tpTunnel extends L2tpTunnelSpec {
  /** What it runs over. */
  encapsulation: L2tpEncapsulation | number;
  /** Version of L2TP, 2 or 3 (`L2TP_ATTR_PROTO_VERSION`). */
  readonly version: number;
  /** What was sent and received (`L2TP_ATTR_STATS`). */
  readonly statistics?: L2tpStats;
  /** The message that this was read from. */
  readonly message: L2tpMessage;
}

const isMissing = missing("ENODEV");

const tunnel = mapping<
  Partial<L2tpTunnel>,
  L2tpAttributes
>(() => ({
  id: ["connId", number],
  peerId: ["peerConnId", number],
  local: eitherFamily("ipSaddr", "ip6Saddr"),
  remote: eitherFamily("ipDaddr", "ip6Daddr"),
  encapsulation: ["encapType", enumeration(ENCAPSULATIONS)],
  localPort: ["udpSport", number],
  remotePort: ["udpDport", number],
  checksum: ["udpCsum", boolean],
  zeroChecksum6Tx: ["udpZeroCsum6Tx", presence],
  zeroChecksum6Rx: ["udpZeroCsum6Rx", presence],
  version: readOnly("protoVersion", uint8),
  statistics: readOnly("stats", { fromKernel: (stats) => stats }),
  message: originalMessage,
}), l2tpAttributes);

/** Which tunnels to list; what is missing lets all pass. */
export interface L2tpTunnelFilter {
  /** Those with this identifier at the peer. */
  peerId?: number;
}

const { equal } = conditions<L2tpMessage>();

const listing: FamilyListing<L2tpAttributes, L2tpTunnelFilter, L2tpTunnel> = {
  command: L2TP_CMD_TUNNEL_GET,
  filter: filter<L2tpTunnelFilter, L2tpMessage>(
    { peerId: equal("attributes.peerConnId", uint32) },
    () => ({
      cmd: L2TP_CMD_TUNNEL_GET,
      version: 1,
      reserved: 0,
      attributes: {},
    }),
  ),
  read: toL2tpTunnel,
};

/** Tunnels of L2TP. */
export class L2tpTunnels {
  readonly #requests: FamilyRequests<L2tpAttributes>;

  /**
   * Makes the methods.
   *
   * @param requests Requests of the family.
   */
  constructor(requests: FamilyRequests<L2tpAttributes>) {
    this.#requests = requests;
  }

  /**
   * Lists tunnels.
   *
   * @param filter Which ones.
   * @param options How to ask.
   * @returns The tunnels.
   * @throws {TypeError} If a condition is wrong.
   * @throws {NetlinkError} If the kernel has no L2TP (`ENOENT`).
   */
  list(
    filter: L2tpTunnelFilter = {},
    options: DumpOptions = {},
  ): Listing<L2tpTunnel> {
    return this.#requests.list(listing, filter, options);
  }

  /**
   * Gets a tunnel.
   *
   * @param key The tunnel.
   * @param options How to ask.
   * @returns The tunnel.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {NetlinkError} If there is none (`ENODEV`).
   */
  async get(
    key: L2tpTunnelKey,
    options: RequestOptions = {},
  ): Promise<L2tpTunnel> {
    const message = await this.#requests.send(
      L2TP_CMD_TUNNEL_GET,
      (fieldPath) => fromKey(key, fieldPath),
      options,
    );
    return toL2tpTunnel(message!);
  }

  /**
   * Gets a tunnel, if it is there.
   *
   * @param key The tunnel.
   * @param options How to ask.
   * @returns The tunnel; `undefined` if there is none.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {NetlinkError} If the kernel refuses for another reason.
   */
  async find(
    key: L2tpTunnelKey,
    options: RequestOptions = {},
  ): Promise<L2tpTunnel | undefined> {
    return await orUndefined(this.get(key, options), isMissing);
  }

  /**
   * Adds a tunnel of version 3.
   *
   * @param spec The tunnel.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If there is one with the identifier (`EEXIST`), or
   * the kernel refuses.
   */
  async add(
    spec: L2tpTunnelSpec,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.#requests.send(
      L2TP_CMD_TUNNEL_CREATE,
      (fieldPath) => fromSpec(spec, fieldPath),
      options,
    );
  }

  /**
   * Deletes a tunnel, and its sessions.
   *
   * @param key The tunnel.
   * @param options How to ask, and whether there has to be one.
   * @returns Whether there was one.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {NetlinkError} If there is none (`ENODEV`).
   */
  async delete(
    key: L2tpTunnelKey,
    options: DeleteOptions = {},
  ): Promise<boolean> {
    return await this.#requests.delete(
      L2TP_CMD_TUNNEL_DELETE,
      (fieldPath) => fromKey(key, fieldPath),
      options,
      isMissing,
    );
  }
}

function fromKey(key: L2tpTunnelKey, fieldPath: FieldPath): L2tpAttributes {
  const { connId } = tunnel.toKernel(key, fieldPath);
  checkRequired(key, ["id"], fieldPath);
  return { connId: connId! };
}

function fromSpec(spec: L2tpTunnelSpec, fieldPath: FieldPath): L2tpAttributes {
  const attributes = tunnel.toKernel(spec, fieldPath);
  checkRequired(spec, ["id", "peerId", "local", "remote"], fieldPath);
  return {
    encapType: L2TP_ENCAPTYPE_UDP,
    ...attributes,
    protoVersion: 3,
  };
}

/**
 * Reads a tunnel.
 *
 * @param message The message.
 * @returns The tunnel.
 */
export function toL2tpTunnel(message: L2tpMessage): L2tpTunnel {
  const value = tunnel.fromKernel(message.attributes);
  return withMessage(value as Omit<L2tpTunnel, "message">, message);
}
