/**
 * Virtual extensible LANs.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc7348 | RFC 7348}
 * @see {@link https://docs.kernel.org/networking/vxlan.html | Virtual
 * eXtensible Local Area Networking documentation}
 *
 * @module
 */

import {
  VXLAN_DF,
  VXLAN_LABEL_POLICIES,
  type VxlanData,
  vxlanData,
} from "../../../messages/link/kinds/vxlan.ts";
import { eitherFamily } from "../../mapping/address_conversions.ts";
import {
  boolean,
  integer,
  number,
  presence,
  seconds,
  special,
  uint32,
  uint8,
} from "../../mapping/conversions.ts";
import { type Device, deviceOrNull } from "../../mapping/device.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import { type Field, mapping } from "../../mapping/mapping.ts";
import { type KindMapping, marked } from "./kind_mapping.ts";
import { type NumberRange, numberRange } from "../../mapping/number_range.ts";
import { tosOrInherit } from "./tunnel.ts";

/** Settings of a virtual extensible LAN. */
export interface VxlanOptions {
  /** Network identifier (VNI), 0 to 16777215 (`IFLA_VXLAN_ID`). */
  id?: number;
  /**
   * Multicast group, or address of the other end (`IFLA_VXLAN_GROUP` or
   * `IFLA_VXLAN_GROUP6`).
   */
  group?: string;
  /** Address of this end (`IFLA_VXLAN_LOCAL` or `IFLA_VXLAN_LOCAL6`). */
  local?: string;
  /** The lower device; `null` for none (`IFLA_VXLAN_LINK`). */
  device?: Device | null;
  /**
   * Time to live of outer packets; `"auto"` is the default of the system, and
   * `"inherit"` copies the inner one (`IFLA_VXLAN_TTL`).
   */
  ttl?: number | "auto" | "inherit";
  /**
   * Type of service of outer packets; `"inherit"` copies the inner one
   * (`IFLA_VXLAN_TOS`).
   */
  tos?: number | "inherit";
  /** The don't-fragment bit of outer packets (`IFLA_VXLAN_DF`). */
  df?: keyof typeof VXLAN_DF | number;
  /** IPv6 flow label of outer packets (`IFLA_VXLAN_LABEL`). */
  flowLabel?: number;
  /** Where the flow label comes from (`IFLA_VXLAN_LABEL_POLICY`). */
  flowLabelPolicy?: keyof typeof VXLAN_LABEL_POLICIES | number;
  /** UDP destination port (`IFLA_VXLAN_PORT`). */
  port?: number;
  /** UDP source ports to use (`IFLA_VXLAN_PORT_RANGE`). */
  sourcePorts?: NumberRange;
  /** Whether addresses of other ends are learned (`IFLA_VXLAN_LEARNING`). */
  learning?: boolean;
  /**
   * Time after which a silent address is forgotten, in seconds; `Infinity` for
   * never, which Linux takes for the default when the link is made
   * (`IFLA_VXLAN_AGEING`).
   */
  ageing?: number;
  /**
   * The most entries of the forwarding database; `Infinity` for no limit
   * (`IFLA_VXLAN_LIMIT`).
   */
  maxAddresses?: number;
  /** Whether ARP is answered for others (`IFLA_VXLAN_PROXY`). */
  proxy?: boolean;
  /** Whether routes are short-circuited (`IFLA_VXLAN_RSC`). */
  routeShortCircuit?: boolean;
  /** Whether unknown hardware addresses are reported (`IFLA_VXLAN_L2MISS`). */
  l2miss?: boolean;
  /** Whether unknown network addresses are reported (`IFLA_VXLAN_L3MISS`). */
  l3miss?: boolean;
  /** Whether UDP checksums are sent over IPv4 (`IFLA_VXLAN_UDP_CSUM`). */
  udpChecksum?: boolean;
  /**
   * Whether UDP checksums are left out over IPv6
   * (`IFLA_VXLAN_UDP_ZERO_CSUM6_TX`).
   */
  udp6ZeroChecksumTx?: boolean;
  /**
   * Whether packets without UDP checksum are accepted over IPv6
   * (`IFLA_VXLAN_UDP_ZERO_CSUM6_RX`).
   */
  udp6ZeroChecksumRx?: boolean;
  /**
   * Whether checksums are left to the other end (`IFLA_VXLAN_REMCSUM_TX`).
   */
  remoteChecksumTx?: boolean;
  /**
   * Whether checksums that were left to this end are made
   * (`IFLA_VXLAN_REMCSUM_RX`).
   */
  remoteChecksumRx?: boolean;
  /**
   * Whether checksums that were left to this end are made at once
   * (`IFLA_VXLAN_REMCSUM_NOPARTIAL`).
   */
  remoteChecksumNoPartial?: boolean;
  /**
   * Whether identifier and addresses come with each packet, from routes or
   * filters (`IFLA_VXLAN_COLLECT_METADATA`).
   */
  external?: boolean;
  /** Whether group policies are carried (`IFLA_VXLAN_GBP`). */
  gbp?: boolean;
  /** Whether the generic protocol extension is used (`IFLA_VXLAN_GPE`). */
  gpe?: boolean;
  /** Whether networks are filtered (`IFLA_VXLAN_VNIFILTER`). */
  vniFilter?: boolean;
  /**
   * Whether packets to this host skip encapsulation
   * (`IFLA_VXLAN_LOCALBYPASS`).
   */
  localBypass?: boolean;
  /** Whether multicast packets are routed (`IFLA_VXLAN_MC_ROUTE`). */
  multicastRoute?: boolean;
  /** Header bits that have to be zero (`IFLA_VXLAN_RESERVED_BITS`). */
  reservedBits?: VxlanHeaderBits;
}

/** Bits of the header of a virtual extensible LAN. */
export interface VxlanHeaderBits {
  /** The first word: flags (`vx_flags`). */
  flags: number;
  /** The second word: network identifier in the upper 24 bits (`vx_vni`). */
  vni: number;
}

const ttl: Field<number | "auto" | "inherit", VxlanData> = {
  read: ({ ttl, ttlInherit }) => {
    if (ttlInherit === true || ttlInherit === 1) return "inherit";
    return ttl === 0 ? "auto" : ttl;
  },
  write: (data, value, fieldPath) => {
    if (value === "inherit") data.ttlInherit = true;
    else data.ttl = value === "auto" ? 0 : uint8.toKernel(value, fieldPath)!;
  },
};

/** How {@linkcode VxlanOptions} and {@linkcode VxlanData} correspond. */
export const vxlanMapping: KindMapping<VxlanOptions, VxlanData> = marked(
  mapping<VxlanOptions, VxlanData>({
    id: integer(0, 0xffffff),
    group: eitherFamily("group", "group6"),
    local: eitherFamily("local", "local6"),
    device: ["link", deviceOrNull],
    ttl,
    tos: tosOrInherit,
    df: enumeration(VXLAN_DF),
    flowLabel: ["label", integer(0, 0xfffff)],
    flowLabelPolicy: [
      "labelPolicy",
      enumeration(VXLAN_LABEL_POLICIES),
    ],
    port: number,
    sourcePorts: ["portRange", numberRange("low", "high", 0xffff)],
    learning: boolean,
    ageing: special(seconds, Infinity, 0),
    maxAddresses: ["limit", special(uint32, Infinity, 0)],
    proxy: boolean,
    routeShortCircuit: ["rsc", boolean],
    l2miss: ["l2Miss", boolean],
    l3miss: ["l3Miss", boolean],
    udpChecksum: boolean,
    udp6ZeroChecksumTx: ["udpZeroChecksum6Tx", boolean],
    udp6ZeroChecksumRx: ["udpZeroChecksum6Rx", boolean],
    remoteChecksumTx: boolean,
    remoteChecksumRx: boolean,
    remoteChecksumNoPartial: presence,
    external: ["collectMetadata", boolean],
    gbp: presence,
    gpe: presence,
    vniFilter: boolean,
    localBypass: boolean,
    multicastRoute: boolean,
    reservedBits: mapping<VxlanHeaderBits, VxlanHeaderBits>(
      { flags: uint32, vni: uint32 },
      () => ({ flags: 0, vni: 0 }),
    ),
  }, vxlanData),
  {
    // Whoever mentions it uses header bits that reservedBits has for reserved.
    recreate: ({ remoteChecksumRx, ...rest }) =>
      remoteChecksumRx ? { ...rest, remoteChecksumRx } : rest,
  },
);
