/**
 * Encapsulations of routes and next hops: one property a kind.
 *
 * @module
 */

import {
  ENCAPSULATIONS,
  type Encapsulations,
  encapsulationTypes,
} from "../../../messages/route/encap/encap.ts";
import type { Conversion, Field } from "../../mapping/mapping.ts";
import {
  bpfEncapMapping,
  type BpfEncapsulation,
  ilaEncapMapping,
  type IlaEncapsulation,
  ioam6EncapMapping,
  type Ioam6Encapsulation,
  mplsEncapMapping,
  type MplsEncapsulation,
  rplEncapMapping,
  type RplEncapsulation,
  xfrmEncapMapping,
  type XfrmEncapsulation,
} from "./others.ts";
import {
  seg6EncapConversion,
  type Seg6Encapsulation,
  seg6LocalEncapConversion,
  type Seg6LocalEncapsulation,
} from "./seg6.ts";
import {
  ip6EncapMapping,
  type Ip6Encapsulation,
  ipEncapMapping,
  type IpEncapsulation,
} from "./tunnel.ts";

export * from "./labels.ts";
export * from "./others.ts";
export * from "./seg6.ts";
export * from "./segments.ts";
export * from "./tunnel.ts";

/** What is put around packets, or done with them: exactly one of these. */
export interface Encapsulation {
  /** MPLS labels. */
  mpls?: MplsEncapsulation;
  /** A tunnel over IPv4. */
  ip?: IpEncapsulation;
  /** A tunnel over IPv6. */
  ip6?: Ip6Encapsulation;
  /** Identifier-locator addressing. */
  ila?: IlaEncapsulation;
  /** BPF programs. */
  bpf?: BpfEncapsulation;
  /** IPv6 segment routing. */
  seg6?: Seg6Encapsulation;
  /** What a segment of this machine does. */
  seg6local?: Seg6LocalEncapsulation;
  /** A source routing header of RPL. */
  rpl?: RplEncapsulation;
  /** In-situ measurements. */
  ioam6?: Ioam6Encapsulation;
  /** IPsec. */
  xfrm?: XfrmEncapsulation;
}

type Kind = keyof Encapsulation;
type AnyConversion = Conversion<unknown, unknown>;

const KINDS: Readonly<Record<Kind, AnyConversion>> = {
  mpls: mplsEncapMapping as AnyConversion,
  ip: ipEncapMapping as AnyConversion,
  ip6: ip6EncapMapping as AnyConversion,
  ila: ilaEncapMapping as AnyConversion,
  bpf: bpfEncapMapping as AnyConversion,
  seg6: seg6EncapConversion as AnyConversion,
  seg6local: seg6LocalEncapConversion as AnyConversion,
  rpl: rplEncapMapping as AnyConversion,
  ioam6: ioam6EncapMapping as AnyConversion,
  xfrm: xfrmEncapMapping as AnyConversion,
};

/** Attributes of what may have an encapsulation. */
export interface Encapsulated extends Encapsulations {
  /** Kind of encapsulation, `LWTUNNEL_ENCAP_*`. */
  encapType?: number;
}

/** How {@linkcode Encapsulation} is stored. */
export const encapsulation: Field<Encapsulation, Encapsulated> = {
  from: ["encapType", ...Object.values(ENCAPSULATIONS)],
  read: (attributes) => {
    if (attributes.encapType === undefined) return undefined;
    for (const [kind, { fromKernel }] of Object.entries(KINDS)) {
      const data = attributes[ENCAPSULATIONS[kind as Kind]];
      if (data !== undefined) return { [kind]: fromKernel(data) };
    }
    return undefined;
  },
  write: (attributes, encap, fieldPath) => {
    const given = typeof encap === "object" && encap !== null
      ? Object.entries(encap).filter(([, value]) => value !== undefined)
      : [];
    const [kind, value] = given[0] ?? [];
    if (
      given.length !== 1 || kind === undefined || !Object.hasOwn(KINDS, kind)
    ) {
      const known = Object.keys(KINDS).join(", ");
      throw fieldPath.wrong(
        encap,
        `an object with one of ${known} is expected`,
      );
    }
    const property = ENCAPSULATIONS[kind as Kind];
    attributes.encapType = encapsulationTypes[property];
    (attributes as Record<string, unknown>)[property] = KINDS[kind as Kind]
      .toKernel(value, fieldPath.at(kind));
  },
};
