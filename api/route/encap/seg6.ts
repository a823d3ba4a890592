/**
 * IPv6 segment routing: what is put around packets, and what segments of this
 * machine do with them.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc8986 | RFC 8986}
 *
 * @module
 */

import * as local from "../../../messages/route/encap/seg6_local.ts";
import {
  SEG6_IPTUN_MODE_INLINE,
  SEG6_MODES,
  type Seg6Encap,
} from "../../../messages/route/encap/seg6.ts";
import { ipv4, ipv6 } from "../../mapping/address_conversions.ts";
import { number, text } from "../../mapping/conversions.ts";
import { type Device, device } from "../../mapping/device.ts";
import { enumeration, flagNames } from "../../mapping/enumerations.ts";
import { type RouteTable, routeTable } from "../../mapping/routing_names.ts";
import {
  type Conversion,
  type Field,
  type Mapping,
  mapping,
  within,
} from "../../mapping/mapping.ts";
import { checkObject } from "../../mapping/field_path.ts";
import { headerOf, pathOf, type SegmentPath } from "./segments.ts";

/** How a segment routing header gets into packets. */
export type Seg6Mode =
  | keyof typeof SEG6_MODES
  | number;

/** Segment routing (`LWTUNNEL_ENCAP_SEG6`). */
export interface Seg6Encapsulation extends SegmentPath {
  /** How the header gets into packets; `encap` if it is missing. */
  mode?: Seg6Mode;
  /** Source of the outer header (`SEG6_IPTUNNEL_SRC`). */
  source?: string;
  /**
   * Table in which the route to the first segment is looked up; Linux 7.2 does
   * not support it yet (`SEG6_IPTUNNEL_TABLE`).
   */
  table?: RouteTable;
}

const modes: Conversion<Seg6Mode, number> = enumeration(SEG6_MODES);

/** How {@linkcode Seg6Encapsulation} is stored. */
export const seg6EncapConversion: Conversion<Seg6Encapsulation, Seg6Encap> = {
  fromKernel: ({ segmentRouting, source, table }) => {
    const { mode = 0, header } = segmentRouting ?? {};
    const path = header === undefined
      ? { segments: [] }
      : pathOf(header, mode !== SEG6_IPTUN_MODE_INLINE);
    return {
      mode: modes.fromKernel(mode),
      ...path,
      ...source !== undefined && { source },
      ...table !== undefined && { table: routeTable.fromKernel(table) },
    };
  },
  toKernel: (value, fieldPath) => {
    checkObject(value, fieldPath);
    const mode = modes.toKernel(value.mode ?? "encap", fieldPath.at("mode"))!;
    const encap: Seg6Encap = {
      segmentRouting: {
        mode,
        header: headerOf(value, mode !== SEG6_IPTUN_MODE_INLINE, fieldPath),
      },
    };
    if (value.source !== undefined) {
      encap.source = ipv6.toKernel(value.source, fieldPath.at("source"))!;
    }
    if (value.table !== undefined) {
      encap.table = routeTable.toKernel(value.table, fieldPath.at("table"))!;
    }
    return encap;
  },
};

/** What a segment of this machine does. */
export type Seg6Action = keyof typeof local.SEG6_LOCAL_ACTIONS | number;

/** A variant of what a segment does. */
export type Seg6Flavor = keyof typeof local.SEG6_LOCAL_FLAVORS | number;

/** What a segment has counted. */
export interface Seg6Counters {
  /** Packets processed (`SEG6_LOCAL_CNT_PACKETS`). */
  packets: bigint;
  /** Bytes processed (`SEG6_LOCAL_CNT_BYTES`). */
  bytes: bigint;
  /** Packets that could not be processed (`SEG6_LOCAL_CNT_ERRORS`). */
  errors: bigint;
}

/** A BPF program that a segment runs. */
export interface Seg6Program {
  /** Its descriptor in requests, its id in replies (`SEG6_LOCAL_BPF_PROG`). */
  program?: number;
  /** Name, for people (`SEG6_LOCAL_BPF_PROG_NAME`). */
  name?: string;
}

/** What a segment of this machine does (`LWTUNNEL_ENCAP_SEG6_LOCAL`). */
export interface Seg6LocalEncapsulation {
  /** What it does (`SEG6_LOCAL_ACTION`). */
  action: Seg6Action;
  /** Segments to add, in the order of the path (`SEG6_LOCAL_SRH`). */
  path?: SegmentPath;
  /** Table to look the destination up in (`SEG6_LOCAL_TABLE`). */
  table?: RouteTable;
  /** Table of a VRF to look the destination up in (`SEG6_LOCAL_VRFTABLE`). */
  vrfTable?: RouteTable;
  /** IPv4 next hop (`SEG6_LOCAL_NH4`). */
  nexthop4?: string;
  /** IPv6 next hop (`SEG6_LOCAL_NH6`). */
  nexthop6?: string;
  /** Input device (`SEG6_LOCAL_IIF`). */
  inputDevice?: Device;
  /** Output device (`SEG6_LOCAL_OIF`). */
  outputDevice?: Device;
  /** BPF program (`SEG6_LOCAL_BPF`). */
  bpf?: Seg6Program;
  /** Counters; to have some, give `true` (`SEG6_LOCAL_COUNTERS`). */
  counters?: Seg6Counters | true;
  /** Variants (`SEG6_LOCAL_FLV_OPERATION`). */
  flavors?: readonly Seg6Flavor[];
  /** Bits of the locator block (`SEG6_LOCAL_FLV_LCBLOCK_BITS`). */
  locatorBlockBits?: number;
  /** Bits of locator node and function (`SEG6_LOCAL_FLV_LCNODE_FN_BITS`). */
  locatorNodeFunctionBits?: number;
}

const actions: Conversion<Seg6Action, number> = enumeration(
  local.SEG6_LOCAL_ACTIONS,
);

const flavors: Conversion<Seg6Flavor[], number> = flagNames(
  local.SEG6_LOCAL_FLAVORS,
);

const path: Field<SegmentPath, local.Seg6LocalEncap> = {
  read: ({ segmentRouting, action }) =>
    segmentRouting && pathOf(segmentRouting, isEncapsulated(action)),
  write: (data, value, fieldPath) => {
    data.segmentRouting = headerOf(
      value,
      isEncapsulated(data.action),
      fieldPath,
    );
  },
};

function isEncapsulated(action: number | undefined): boolean {
  return action === local.SEG6_LOCAL_ACTION_END_B6_ENCAP;
}

const counters: Conversion<Seg6Counters | true, local.Seg6LocalCounters> = {
  fromKernel: ({ packets = 0n, bytes = 0n, errors = 0n }) => ({
    packets,
    bytes,
    errors,
  }),
  // The kernel wants all of them, and starts with 0 whatever they are.
  toKernel: () => ({ packets: 0n, bytes: 0n, errors: 0n }),
};

const program: Mapping<Seg6Program, local.Seg6LocalProgram> = mapping({
  program: number,
  name: text,
}, local.seg6LocalProgram);

const seg6Local: Mapping<Seg6LocalEncapsulation, local.Seg6LocalEncap> =
  mapping({
    action: actions,
    path,
    table: routeTable,
    vrfTable: routeTable,
    nexthop4: ipv4,
    nexthop6: ipv6,
    inputDevice: device,
    outputDevice: device,
    bpf: program,
    counters: counters,
    ...within<
      local.Seg6LocalEncap,
      "flavors",
      Pick<
        Seg6LocalEncapsulation,
        "flavors" | "locatorBlockBits" | "locatorNodeFunctionBits"
      >
    >("flavors", {
      flavors: ["operation", flavors],
      locatorBlockBits: number,
      locatorNodeFunctionBits: number,
    }),
  }, local.seg6LocalEncap);

/** How {@linkcode Seg6LocalEncapsulation} is stored. */
export const seg6LocalEncapConversion: Conversion<
  Seg6LocalEncapsulation,
  local.Seg6LocalEncap
> = {
  fromKernel: seg6Local.fromKernel,
  toKernel: (value, fieldPath) => {
    checkObject(value, fieldPath);
    // The header depends on the action, which has to come first.
    return seg6Local.toKernel(
      { ...{ action: value.action }, ...value },
      fieldPath,
    );
  },
};
