/**
 * Encapsulations of routes and next hops (light-weight tunnels), by their kind:
 * `LWTUNNEL_ENCAP_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/lwtunnel.h | linux/lwtunnel.h}
 *
 * @module
 */

import type { Codec } from "../../codec/mod.ts";
import { type BpfEncap, bpfEncap } from "./bpf.ts";
import { type IlaEncap, ilaEncap } from "./ila.ts";
import { type Ioam6Encap, ioam6Encap } from "./ioam6.ts";
import { type Ip6Encap, ip6Encap, type IpEncap, ipEncap } from "./ip.ts";
import { type MplsEncap, mplsEncap } from "./mpls.ts";
import { type RplEncap, rplEncap } from "./rpl.ts";
import { type Seg6Encap, seg6Encap } from "./seg6.ts";
import { type Seg6LocalEncap, seg6LocalEncap } from "./seg6_local.ts";
import { type XfrmEncap, xfrmEncap } from "./xfrm.ts";

// Kinds of encapsulation: `RTA_ENCAP_TYPE` and `NHA_ENCAP_TYPE`.

/** No encapsulation. */
export const LWTUNNEL_ENCAP_NONE = 0;
/** MPLS labels are pushed. */
export const LWTUNNEL_ENCAP_MPLS = 1;
/** IPv4 tunnel whose device takes the endpoints from the route. */
export const LWTUNNEL_ENCAP_IP = 2;
/** Identifier-locator addressing. */
export const LWTUNNEL_ENCAP_ILA = 3;
/** IPv6 tunnel whose device takes the endpoints from the route. */
export const LWTUNNEL_ENCAP_IP6 = 4;
/** IPv6 segment routing. */
export const LWTUNNEL_ENCAP_SEG6 = 5;
/** BPF programs. */
export const LWTUNNEL_ENCAP_BPF = 6;
/** What an IPv6 segment of this machine does. */
export const LWTUNNEL_ENCAP_SEG6_LOCAL = 7;
/** RPL source routing header. */
export const LWTUNNEL_ENCAP_RPL = 8;
/** In-situ measurements for IPv6. */
export const LWTUNNEL_ENCAP_IOAM6 = 9;
/** IPsec through an xfrm interface. */
export const LWTUNNEL_ENCAP_XFRM = 10;

/**
 * The encapsulation of a route or a next hop, in the property that goes with
 * its kind (`RTA_ENCAP`, `NHA_ENCAP`).
 */
export interface Encapsulations {
  /** MPLS labels (`LWTUNNEL_ENCAP_MPLS`). */
  encapMpls?: MplsEncap;
  /** IPv4 tunnel (`LWTUNNEL_ENCAP_IP`). */
  encapIp?: IpEncap;
  /** Identifier-locator addressing (`LWTUNNEL_ENCAP_ILA`). */
  encapIla?: IlaEncap;
  /** IPv6 tunnel (`LWTUNNEL_ENCAP_IP6`). */
  encapIp6?: Ip6Encap;
  /** IPv6 segment routing (`LWTUNNEL_ENCAP_SEG6`). */
  encapSeg6?: Seg6Encap;
  /** BPF programs (`LWTUNNEL_ENCAP_BPF`). */
  encapBpf?: BpfEncap;
  /** What a segment of this machine does (`LWTUNNEL_ENCAP_SEG6_LOCAL`). */
  encapSeg6Local?: Seg6LocalEncap;
  /** RPL source routing header (`LWTUNNEL_ENCAP_RPL`). */
  encapRpl?: RplEncap;
  /** In-situ measurements (`LWTUNNEL_ENCAP_IOAM6`). */
  encapIoam6?: Ioam6Encap;
  /** IPsec (`LWTUNNEL_ENCAP_XFRM`). */
  encapXfrm?: XfrmEncap;
}

/** Codec of each of {@linkcode Encapsulations}. */
export const encapsulations: {
  readonly [K in keyof Encapsulations]-?: Codec<
    Exclude<Encapsulations[K], undefined>
  >;
} = {
  encapMpls: mplsEncap,
  encapIp: ipEncap,
  encapIla: ilaEncap,
  encapIp6: ip6Encap,
  encapSeg6: seg6Encap,
  encapBpf: bpfEncap,
  encapSeg6Local: seg6LocalEncap,
  encapRpl: rplEncap,
  encapIoam6: ioam6Encap,
  encapXfrm: xfrmEncap,
};

/** The property of each kind of encapsulation, by the name of the kind. */
export const ENCAPSULATIONS = {
  mpls: "encapMpls",
  ip: "encapIp",
  ip6: "encapIp6",
  ila: "encapIla",
  bpf: "encapBpf",
  seg6: "encapSeg6",
  seg6local: "encapSeg6Local",
  rpl: "encapRpl",
  ioam6: "encapIoam6",
  xfrm: "encapXfrm",
} as const;

/** Kind of each of {@linkcode Encapsulations}, `LWTUNNEL_ENCAP_*`. */
export const encapsulationTypes: Readonly<
  Record<keyof Encapsulations, number>
> = {
  encapMpls: LWTUNNEL_ENCAP_MPLS,
  encapIp: LWTUNNEL_ENCAP_IP,
  encapIla: LWTUNNEL_ENCAP_ILA,
  encapIp6: LWTUNNEL_ENCAP_IP6,
  encapSeg6: LWTUNNEL_ENCAP_SEG6,
  encapBpf: LWTUNNEL_ENCAP_BPF,
  encapSeg6Local: LWTUNNEL_ENCAP_SEG6_LOCAL,
  encapRpl: LWTUNNEL_ENCAP_RPL,
  encapIoam6: LWTUNNEL_ENCAP_IOAM6,
  encapXfrm: LWTUNNEL_ENCAP_XFRM,
};
