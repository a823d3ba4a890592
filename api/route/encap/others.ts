/**
 * Encapsulations with few options: MPLS, ILA, BPF, RPL, IOAM and IPsec.
 *
 * @module
 */

import {
  ILA_CHECKSUM_MODES,
  ILA_HOOKS,
  ILA_IDENTIFIER_TYPES,
} from "../../../messages/route/encap/ila.ts";
import {
  type BpfEncap,
  bpfEncap,
  type BpfEncapProgram,
  bpfEncapProgram,
} from "../../../messages/route/encap/bpf.ts";
import * as ila from "../../../messages/route/encap/ila.ts";
import * as ioam6 from "../../../messages/route/encap/ioam6.ts";
import {
  type MplsEncap,
  mplsEncap,
} from "../../../messages/route/encap/mpls.ts";
import type { RplEncap } from "../../../messages/route/encap/rpl.ts";
import {
  type XfrmEncap,
  xfrmEncap,
} from "../../../messages/route/encap/xfrm.ts";
import { ipv6 } from "../../mapping/address_conversions.ts";
import { integer, number, text, uint16 } from "../../mapping/conversions.ts";
import { type Device, device } from "../../mapping/device.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import {
  type Conversion,
  type Field,
  type Mapping,
  mapping,
} from "../../mapping/mapping.ts";
import { checkObject } from "../../mapping/field_path.ts";
import { mplsStack } from "./labels.ts";
import { segmentList } from "./segments.ts";

/** MPLS labels to push (`LWTUNNEL_ENCAP_MPLS`). */
export interface MplsEncapsulation {
  /** The labels, the outermost first (`MPLS_IPTUNNEL_DST`). */
  labels: readonly number[];
  /** Time to live; the packet's if it is missing (`MPLS_IPTUNNEL_TTL`). */
  ttl?: number;
}

/** How {@linkcode MplsEncapsulation} is stored. */
export const mplsEncapMapping: Mapping<MplsEncapsulation, MplsEncap> = mapping({
  labels: mplsStack,
  ttl: number,
}, mplsEncap);

/** How the checksum of a packet with a new locator is kept right. */
export type IlaChecksumMode =
  | keyof typeof ILA_CHECKSUM_MODES
  | number;

/** Type of an identifier. */
export type IlaIdentifierType = keyof typeof ILA_IDENTIFIER_TYPES | number;

/** Identifier-locator addressing (`LWTUNNEL_ENCAP_ILA`). */
export interface IlaEncapsulation {
  /**
   * Upper half of the address to write, such as `1:2:3:4` (`ILA_ATTR_LOCATOR`).
   */
  locator: string;
  /** How the checksum is kept right (`ILA_ATTR_CSUM_MODE`). */
  checksumMode?: IlaChecksumMode;
  /** Type of the identifier (`ILA_ATTR_IDENT_TYPE`). */
  identifierType?: IlaIdentifierType;
  /** Where it is done (`ILA_ATTR_HOOK_TYPE`). */
  hook?: keyof typeof ILA_HOOKS | number;
}

const locator: Conversion<string, bigint> = {
  fromKernel: (value) =>
    [48n, 32n, 16n, 0n].map((shift) => (value >> shift & 0xffffn).toString(16))
      .join(":"),
  toKernel: (given, fieldPath) => {
    const groups = typeof given === "string" ? given.split(":") : [];
    if (
      groups.length !== 4 ||
      !groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))
    ) {
      throw fieldPath.wrong(given, "a locator such as 1:2:3:4 is expected");
    }
    return groups.reduce(
      (value, group) => value << 16n | BigInt(parseInt(group, 16)),
      0n,
    );
  },
};

/** How {@linkcode IlaEncapsulation} is stored. */
export const ilaEncapMapping: Mapping<IlaEncapsulation, ila.IlaEncap> = mapping(
  {
    locator: locator,
    checksumMode: enumeration(ILA_CHECKSUM_MODES),
    identifierType: enumeration(ILA_IDENTIFIER_TYPES),
    hook: ["hookType", enumeration(ILA_HOOKS)],
  },
  ila.ilaEncap,
);

/** A BPF program, which has to be loaded already. */
export interface BpfProgramReference {
  /** Descriptor of the program, in requests only (`LWT_BPF_PROG_FD`). */
  descriptor?: number;
  /** Name, for people (`LWT_BPF_PROG_NAME`). */
  name?: string;
}

/** BPF programs (`LWTUNNEL_ENCAP_BPF`). */
export interface BpfEncapsulation {
  /** Program for packets that come in (`LWT_BPF_IN`). */
  input?: BpfProgramReference;
  /** Program for packets that go out (`LWT_BPF_OUT`). */
  output?: BpfProgramReference;
  /** Program for packets that are transmitted (`LWT_BPF_XMIT`). */
  transmit?: BpfProgramReference;
  /** Bytes that it may push before them (`LWT_BPF_XMIT_HEADROOM`). */
  headroom?: number;
}

const program: Mapping<BpfProgramReference, BpfEncapProgram> = mapping(
  { descriptor: number, name: text },
  bpfEncapProgram,
);

/** How {@linkcode BpfEncapsulation} is stored. */
export const bpfEncapMapping: Mapping<BpfEncapsulation, BpfEncap> = mapping({
  input: program,
  output: program,
  transmit: program,
  headroom: ["transmitHeadroom", number],
}, bpfEncap);

/** A source routing header of RPL (`LWTUNNEL_ENCAP_RPL`). */
export interface RplEncapsulation {
  /** The addresses, in the order of the path (`RPL_IPTUNNEL_SRH`). */
  segments: readonly string[];
}

const rplSegments: Field<string[], RplEncap> = {
  read: ({ header }) =>
    header &&
    segmentList.fromKernel(header.segments.slice(0, header.segmentsLeft)),
  write: (data, value, fieldPath) => {
    const segments = segmentList.toKernel(value, fieldPath)!;
    data.header = {
      nextHeader: 0,
      headerLength: 2 * segments.length,
      type: 3,
      segmentsLeft: segments.length,
      compression: 0,
      padding: 0,
      reserved: 0,
      segments,
    };
  },
};

/** How {@linkcode RplEncapsulation} is stored. */
export const rplEncapMapping: Mapping<RplEncapsulation, RplEncap> = mapping({
  segments: rplSegments,
});

/** In-situ measurements (`LWTUNNEL_ENCAP_IOAM6`). */
export interface Ioam6Encapsulation {
  /** How the option gets into packets (`IOAM6_IPTUNNEL_MODE`). */
  mode?: keyof typeof ioam6.IOAM6_MODES | number;
  /** Destination of the outer header (`IOAM6_IPTUNNEL_DST`). */
  destination?: string;
  /** Source of the outer header (`IOAM6_IPTUNNEL_SRC`). */
  source?: string;
  /** How many packets get the option… (`IOAM6_IPTUNNEL_FREQ_K`). */
  frequencyK?: number;
  /** … of how many (`IOAM6_IPTUNNEL_FREQ_N`). */
  frequencyN?: number;
  /**
   * What is measured and where to: header of the trace
   * (`IOAM6_IPTUNNEL_TRACE`).
   */
  trace: Ioam6TraceProperties;
}

/** Header of a trace. */
export interface Ioam6TraceProperties {
  /** Number of the namespace. */
  namespaceId: number;
  /** What is measured, 24 bits: bit 0 is the highest one. */
  type: number;
  /** Room for measurements in bytes, a multiple of 4. */
  size: number;
}

const trace: Conversion<Ioam6TraceProperties, ioam6.Ioam6Trace> = {
  fromKernel: ({ namespaceId, traceType, remainingLength }) => ({
    namespaceId,
    type: traceType >>> 8,
    size: (remainingLength & 0x7f) * 4,
  }),
  toKernel: (value, fieldPath) => {
    checkObject(value, fieldPath);
    const { namespaceId, type, size } = value;
    const at = fieldPath.at("size");
    const bytes = integer(4, ioam6.IOAM6_TRACE_DATA_SIZE_MAX).toKernel(
      size,
      at,
    )!;
    if (bytes % 4 !== 0) throw at.outside(size, "it is not a multiple of 4");
    const bits = integer(1, 0xffffff).toKernel(type, fieldPath.at("type"))!;
    return {
      namespaceId: uint16.toKernel(namespaceId, fieldPath.at("namespaceId"))!,
      nodeLength: 0,
      remainingLength: bytes / 4,
      traceType: (bits << 8) >>> 0,
    };
  },
};

/** How {@linkcode Ioam6Encapsulation} is stored. */
export const ioam6EncapMapping: Mapping<Ioam6Encapsulation, ioam6.Ioam6Encap> =
  mapping({
    mode: enumeration(ioam6.IOAM6_MODES, 8),
    destination: ipv6,
    source: ipv6,
    frequencyK: integer(1, ioam6.IOAM6_IPTUNNEL_FREQ_MAX),
    frequencyN: integer(1, ioam6.IOAM6_IPTUNNEL_FREQ_MAX),
    trace: trace,
  });

/** IPsec (`LWTUNNEL_ENCAP_XFRM`). */
export interface XfrmEncapsulation {
  /** Interface id of policies and states (`LWT_XFRM_IF_ID`). */
  interfaceId: number;
  /** Lower device (`LWT_XFRM_LINK`). */
  link?: Device;
}

/** How {@linkcode XfrmEncapsulation} is stored. */
export const xfrmEncapMapping: Mapping<XfrmEncapsulation, XfrmEncap> = mapping({
  interfaceId: number,
  link: device,
}, xfrmEncap);
