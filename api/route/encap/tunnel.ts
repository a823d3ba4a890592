/**
 * Tunnels that routes lead into: their device adds the outer header.
 *
 * @module
 */

import {
  type Ip6Encap,
  ip6Encap,
  type IpEncap,
  ipEncap,
} from "../../../messages/route/encap/ip.ts";
import {
  type ErspanTunnelOptions,
  erspanTunnelOptions,
  type GeneveOption,
  geneveOption as geneveOptionData,
  type TunnelOptions,
  type VxlanTunnelOptions,
  vxlanTunnelOptions,
} from "../../../messages/route/encap/tunnel_options.ts";
import { ipv4, ipv6 } from "../../mapping/address_conversions.ts";
import { binary, listOf, number, uint64 } from "../../mapping/conversions.ts";
import { bit } from "../../mapping/enumerations.ts";
import {
  type Conversion,
  type Mapping,
  mapping,
  sharedFields,
  within,
} from "../../mapping/mapping.ts";

/** An option of Geneve. */
export interface GeneveTunnelOption {
  /** Class of the option (`LWTUNNEL_IP_OPT_GENEVE_CLASS`). */
  class: number;
  /** Type of the option (`LWTUNNEL_IP_OPT_GENEVE_TYPE`). */
  type: number;
  /** Value, a multiple of four bytes (`LWTUNNEL_IP_OPT_GENEVE_DATA`). */
  data: Uint8Array;
}

/** What VXLAN headers carry. */
export interface VxlanTunnelOption {
  /** Group policy (`LWTUNNEL_IP_OPT_VXLAN_GBP`). */
  groupPolicy: number;
}

/** What ERSPAN headers carry. */
export interface ErspanTunnelOption {
  /** Version, 1 or 2 (`LWTUNNEL_IP_OPT_ERSPAN_VER`). */
  version: number;
  /** Index, for version 1 (`LWTUNNEL_IP_OPT_ERSPAN_INDEX`). */
  index?: number;
  /** Direction, for version 2 (`LWTUNNEL_IP_OPT_ERSPAN_DIR`). */
  direction?: number;
  /** Hardware id, for version 2 (`LWTUNNEL_IP_OPT_ERSPAN_HWID`). */
  hardwareId?: number;
}

/** What tunnels over IPv4 and over IPv6 have in common. */
export interface TunnelEncapsulation {
  /** Key of the tunnel (`LWTUNNEL_IP_ID`). */
  id?: bigint;
  /** Remote endpoint (`LWTUNNEL_IP_DST`). */
  destination?: string;
  /** Local endpoint (`LWTUNNEL_IP_SRC`). */
  source?: string;
  /** Whether packets carry the key (`TUNNEL_KEY`). */
  key?: boolean;
  /** Whether packets carry a checksum (`TUNNEL_CSUM`). */
  checksum?: boolean;
  /** Whether packets are numbered (`TUNNEL_SEQ`). */
  sequence?: boolean;
  /** Options of Geneve (`LWTUNNEL_IP_OPTS_GENEVE`). */
  geneve?: readonly GeneveTunnelOption[];
  /** Options of VXLAN (`LWTUNNEL_IP_OPTS_VXLAN`). */
  vxlan?: VxlanTunnelOption;
  /** Options of ERSPAN (`LWTUNNEL_IP_OPTS_ERSPAN`). */
  erspan?: ErspanTunnelOption;
}

/** A tunnel over IPv4 (`LWTUNNEL_ENCAP_IP`). */
export interface IpEncapsulation extends TunnelEncapsulation {
  /** Time to live, zero for the default (`LWTUNNEL_IP_TTL`). */
  ttl?: number;
  /** Type of service (`LWTUNNEL_IP_TOS`). */
  tos?: number;
}

/** A tunnel over IPv6 (`LWTUNNEL_ENCAP_IP6`). */
export interface Ip6Encapsulation extends TunnelEncapsulation {
  /** Hop limit, zero for the default (`LWTUNNEL_IP6_HOPLIMIT`). */
  hopLimit?: number;
  /** Traffic class (`LWTUNNEL_IP6_TC`). */
  trafficClass?: number;
}

const KEY = 0x04;
const CHECKSUM = 0x01;
const SEQUENCE = 0x08;

const geneveOption: Mapping<GeneveTunnelOption, GeneveOption> = mapping({
  class: number,
  type: number,
  data: binary,
}, geneveOptionData);

const geneve: Conversion<GeneveTunnelOption[], GeneveOption[][]> = {
  fromKernel: (options) => options.flat().map(geneveOption.fromKernel),
  toKernel: (value, fieldPath) =>
    listOf(geneveOption).toKernel(value, fieldPath)?.map((option) => [option]),
};

const vxlan: Mapping<VxlanTunnelOption, VxlanTunnelOptions> = mapping({
  groupPolicy: number,
}, vxlanTunnelOptions);

const erspan: Mapping<ErspanTunnelOption, ErspanTunnelOptions> = mapping({
  version: number,
  index: number,
  direction: number,
  hardwareId: number,
}, erspanTunnelOptions);

/** Properties of the messages of both kinds of tunnels. */
interface Shared {
  id?: bigint;
  flags?: number;
  options?: TunnelOptions;
}

const shared = sharedFields<
  Omit<TunnelEncapsulation, "source" | "destination">,
  Shared
>({
  id: uint64,
  key: bit("flags", KEY),
  checksum: bit("flags", CHECKSUM),
  sequence: bit("flags", SEQUENCE),
  ...within<
    Shared,
    "options",
    Pick<TunnelEncapsulation, "geneve" | "vxlan" | "erspan">
  >("options", {
    geneve: geneve,
    vxlan: vxlan,
    erspan: erspan,
  }),
});

/** How {@linkcode IpEncapsulation} is stored. */
export const ipEncapMapping: Mapping<IpEncapsulation, IpEncap> = mapping({
  ...shared,
  destination: ipv4,
  source: ipv4,
  ttl: number,
  tos: number,
}, ipEncap);

/** How {@linkcode Ip6Encapsulation} is stored. */
export const ip6EncapMapping: Mapping<Ip6Encapsulation, Ip6Encap> = mapping({
  ...shared,
  destination: ipv6,
  source: ipv6,
  hopLimit: number,
  trafficClass: number,
}, ip6Encap);
