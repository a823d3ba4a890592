/**
 * Tunnels of L2TP.
 *
 * @module
 */

import {
  L2TP_CMD_TUNNEL_CREATE,
  L2TP_CMD_TUNNEL_DELETE,
  L2TP_CMD_TUNNEL_GET,
  L2TP_ENCAPSULATIONS,
  L2TP_ENCAPTYPE_UDP,
  type L2tpAttributes,
  l2tpAttributes,
  type L2tpMessage,
  type L2tpStats,
} from "../../messages/generic/l2tp.ts";
import { eitherFamily } from "../mapping/address_conversions.ts";
import { conditions } from "../mapping/conditions.ts";
import {
  boolean,
  number,
  presence,
  uint32,
  uint8,
} from "../mapping/conversions.ts";
import { enumeration } from "../mapping/enumerations.ts";
import { readOnly } from "../mapping/mapping.ts";
import { type FamilyObject, familyObject } from "./family_object.ts";
import { EditableFamilyObjects } from "./family_objects.ts";
import type { FamilyRequests } from "./family_requests.ts";
import { l2tpFamily } from "./l2tp_family.ts";

/** What a tunnel runs over. */
export type L2tpEncapsulation = keyof typeof L2TP_ENCAPSULATIONS;

/** What identifies a tunnel. */
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

/** Which tunnels to list; what is not given does not matter. */
export interface L2tpTunnelFilter {
  /** Those with this identifier at the peer. */
  peerId?: number;
}

const { equal } = conditions<L2tpMessage>();

const tunnel: FamilyObject<L2tpTunnel, L2tpAttributes, L2tpTunnelFilter> =
  familyObject({
    definition: l2tpFamily,
    codec: l2tpAttributes,
    get: L2TP_CMD_TUNNEL_GET,
    fields: () => ({
      id: ["connId", number],
      peerId: ["peerConnId", number],
      local: eitherFamily("ipSaddr", "ip6Saddr"),
      remote: eitherFamily("ipDaddr", "ip6Daddr"),
      encapsulation: ["encapType", enumeration(L2TP_ENCAPSULATIONS)],
      localPort: ["udpSport", number],
      remotePort: ["udpDport", number],
      checksum: ["udpCsum", boolean],
      zeroChecksum6Tx: ["udpZeroCsum6Tx", presence],
      zeroChecksum6Rx: ["udpZeroCsum6Rx", presence],
      version: readOnly("protoVersion", uint8),
      statistics: readOnly("stats", { fromKernel: (stats) => stats }),
    }),
    key: { id: "connId" },
    filter: () => ({ peerId: equal("attributes.peerConnId", uint32) }),
    missing: ["ENODEV"],
  });

/** Tunnels of L2TP; those that are added have version 3. */
export class L2tpTunnels extends EditableFamilyObjects<
  L2tpTunnel,
  L2tpTunnelSpec,
  L2tpTunnelKey,
  L2tpTunnelFilter,
  L2tpAttributes
> {
  /**
   * Makes the methods.
   *
   * @param requests Requests of the family.
   */
  constructor(requests: FamilyRequests<L2tpAttributes>) {
    super(requests, tunnel, {
      add: L2TP_CMD_TUNNEL_CREATE,
      required: ["id", "peerId", "local", "remote"],
      complete: (attributes) => ({
        encapType: L2TP_ENCAPTYPE_UDP,
        ...attributes,
        protoVersion: 3,
      }),
      delete: L2TP_CMD_TUNNEL_DELETE,
    });
  }
}

/**
 * Reads a tunnel.
 *
 * @param message The message.
 * @returns The tunnel.
 */
export function toL2tpTunnel(message: L2tpMessage): L2tpTunnel {
  return tunnel.read(message);
}
