/**
 * Geneve tunnels.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc8926 | RFC 8926}
 *
 * @module
 */

import {
  GENEVE_DF,
  type GeneveData,
  geneveData,
} from "../../../messages/link/kinds/geneve.ts";
import { eitherFamily } from "../../mapping/address_conversions.ts";
import {
  boolean,
  integer,
  number,
  presence,
  uint8,
} from "../../mapping/conversions.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import { type Field, type Mapping, mapping } from "../../mapping/mapping.ts";
import { type NumberRange, numberRange } from "../../mapping/number_range.ts";
import { tosOrInherit } from "./tunnel.ts";

/** Settings of a Geneve tunnel. */
export interface GeneveOptions {
  /** Virtual network identifier, 0 to 16777215 (`IFLA_GENEVE_ID`). */
  id?: number;
  /** Address of the other end (`IFLA_GENEVE_REMOTE`). */
  remote?: string;
  /** Address of this end (`IFLA_GENEVE_LOCAL`). */
  local?: string;
  /**
   * Time to live of outer packets; `"auto"` is the default of the system, and
   * `"inherit"` copies the inner one (`IFLA_GENEVE_TTL`).
   */
  ttl?: number | "auto" | "inherit";
  /**
   * Type of service of outer packets; `"inherit"` copies the inner one
   * (`IFLA_GENEVE_TOS`).
   */
  tos?: number | "inherit";
  /** The don't-fragment bit of outer packets (`IFLA_GENEVE_DF`). */
  df?: keyof typeof GENEVE_DF | number;
  /** IPv6 flow label of outer packets (`IFLA_GENEVE_LABEL`). */
  flowLabel?: number;
  /** UDP destination port (`IFLA_GENEVE_PORT`). */
  port?: number;
  /** UDP source ports to use (`IFLA_GENEVE_PORT_RANGE`). */
  sourcePorts?: NumberRange;
  /**
   * Whether identifier and addresses come with each packet, from routes or
   * filters (`IFLA_GENEVE_COLLECT_METADATA`).
   */
  external?: boolean;
  /** Whether UDP checksums are sent over IPv4 (`IFLA_GENEVE_UDP_CSUM`). */
  udpChecksum?: boolean;
  /**
   * Whether UDP checksums are left out over IPv6
   * (`IFLA_GENEVE_UDP_ZERO_CSUM6_TX`).
   */
  udp6ZeroChecksumTx?: boolean;
  /**
   * Whether packets without UDP checksum are accepted over IPv6
   * (`IFLA_GENEVE_UDP_ZERO_CSUM6_RX`).
   */
  udp6ZeroChecksumRx?: boolean;
  /**
   * Whether the payload is IP packets rather than Ethernet frames
   * (`IFLA_GENEVE_INNER_PROTO_INHERIT`).
   */
  innerProtocolInherit?: boolean;
  /**
   * Whether an option informs the receiver how to aggregate packets
   * (`IFLA_GENEVE_GRO_HINT`).
   */
  groHint?: boolean;
}

/** A time to live of a data type that has another property for copying it. */
export const ttlOfTwo: Field<
  number | "auto" | "inherit",
  { ttl?: number; ttlInherit?: number }
> = {
  read: ({ ttl, ttlInherit }) => {
    if (ttlInherit !== undefined && ttlInherit !== 0) return "inherit";
    return ttl === 0 ? "auto" : ttl;
  },
  write: (data, value, fieldPath) => {
    if (value === "inherit") data.ttlInherit = 1;
    else data.ttl = value === "auto" ? 0 : uint8.toKernel(value, fieldPath)!;
  },
};

/** How {@linkcode GeneveOptions} and {@linkcode GeneveData} correspond. */
export const geneveMapping: Mapping<GeneveOptions, GeneveData> = mapping({
  id: integer(0, 0xffffff),
  remote: eitherFamily("remote", "remote6"),
  local: eitherFamily("local", "local6"),
  ttl: ttlOfTwo,
  tos: tosOrInherit,
  df: enumeration(GENEVE_DF),
  flowLabel: ["label", integer(0, 0xfffff)],
  port: number,
  sourcePorts: ["portRange", numberRange("low", "high", 0xffff)],
  external: ["collectMetadata", presence],
  udpChecksum: ["udpCsum", boolean],
  udp6ZeroChecksumTx: ["udpZeroCsum6Tx", boolean],
  udp6ZeroChecksumRx: ["udpZeroCsum6Rx", boolean],
  innerProtocolInherit: ["innerProtoInherit", presence],
  groHint: presence,
}, geneveData);
