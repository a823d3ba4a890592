/**
 * What extended matches compare, one conversion a kind.
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import {
  type CanIdEmatch,
  type CmpEmatch,
  cmpEmatch,
  EMATCH_ALIGNMENTS,
  EMATCH_LAYERS,
  EMATCH_OPERATORS,
  type IpsetEmatch,
  type IptEmatch,
  iptEmatch,
  type NbyteEmatch,
  TCF_EM_CMP_TRANS,
  type TextEmatch,
} from "../../../messages/tc/ematches/kinds.ts";
import {
  binary,
  boolean,
  listOf,
  number,
  text,
  uint16,
  uint32,
  uint8,
} from "../../mapping/conversions.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";

/** Where offsets count from (`TCF_LAYER_*`). */
export type EmatchLayer = keyof typeof EMATCH_LAYERS | number;

/** A comparison (`TCF_EM_OPND_*`). */
export type EmatchOperator = keyof typeof EMATCH_OPERATORS | number;

/** A number in a packet. */
export interface CmpCondition {
  /** Width of the number (`TCF_EM_ALIGN_*`). */
  width: keyof typeof EMATCH_ALIGNMENTS | number;
  /** Where it is, in bytes. */
  offset: number;
  /** Where the offset counts from; the header of the link by default. */
  layer?: EmatchLayer;
  /** Which bits count; all if it is missing or zero. */
  mask?: number;
  /** Whether its bytes are in host byte order (`TCF_EM_CMP_TRANS`). */
  hostOrder?: boolean;
  /** The comparison; `eq` by default. */
  operator?: EmatchOperator;
  /** What it is compared with. */
  value: number;
}

/** Bytes in a packet. */
export interface NbyteCondition {
  /** What they have to be. */
  pattern: Uint8Array;
  /** Where they are, in bytes. */
  offset: number;
  /** Where the offset counts from; the header of the link by default. */
  layer?: EmatchLayer;
}

/** Text anywhere in a part of a packet. */
export interface TextCondition {
  /** How it is searched for: `kmp`, `bm` or `fsm`. */
  algorithm: string;
  /** What is searched for. */
  pattern: Uint8Array;
  /** Where the search begins, in bytes. */
  from: number;
  /** Where {@linkcode TextCondition.from} counts from. */
  fromLayer?: EmatchLayer;
  /** Where the search ends, in bytes. */
  to: number;
  /** Where {@linkcode TextCondition.to} counts from. */
  toLayer?: EmatchLayer;
}

/** An identifier of the CAN bus. */
export interface CanIdCondition {
  /** What it has to be, with `CAN_EFF_FLAG` for those of 29 bits. */
  id: number;
  /** Which bits count. */
  mask: number;
}

/** A set of addresses or ports. */
export interface IpsetCondition {
  /** Number of the set. */
  index: number;
  /** Which address or port of the packet is looked up, part by part. */
  directions: ("source" | "destination")[];
  /** Whether the set must not have it. */
  not?: boolean;
}

/** A match of iptables. */
export interface IptCondition {
  /** Name of the match (`TCA_EM_IPT_MATCH_NAME`). */
  name: string;
  /** Revision of the match (`TCA_EM_IPT_MATCH_REVISION`). */
  revision?: number;
  /** Where the match thinks to be, `NF_INET_*` (`TCA_EM_IPT_HOOK`). */
  hook?: number;
  /** `NFPROTO_*` (`TCA_EM_IPT_NFPROTO`). */
  protocol?: number;
  /** Its settings, as its own struct has them (`TCA_EM_IPT_MATCH_DATA`). */
  data?: Uint8Array;
}

const layer = enumeration(EMATCH_LAYERS, 8);
const operator = enumeration(EMATCH_OPERATORS, 8);

/** How {@linkcode CmpCondition} is stored. */
export const cmpCondition: Mapping<CmpCondition, CmpEmatch> = mapping({
  width: {
    from: ["alignAndFlags"],
    read: (data) => width.fromKernel(data.alignAndFlags & 0xf),
    write: (data, value, path) => {
      data.alignAndFlags |= width.toKernel(value, path)!;
    },
  },
  offset: uint16,
  layer: {
    from: ["layerAndOperator"],
    read: (data) => layer.fromKernel(data.layerAndOperator & 0xf),
    write: (data, value, path) => {
      data.layerAndOperator |= layer.toKernel(value, path)!;
    },
  },
  mask: {
    from: ["mask"],
    read: ({ mask }) => mask === 0 ? undefined : mask,
    write: (data, value, path) => {
      data.mask = uint32.toKernel(value, path)!;
    },
  },
  hostOrder: {
    from: ["alignAndFlags"],
    read: (data) =>
      (data.alignAndFlags >> 4 & TCF_EM_CMP_TRANS) !== 0 ? true : undefined,
    write: (data, value, path) => {
      data.alignAndFlags |= boolean.toKernel(value, path)! << 4;
    },
  },
  operator: {
    from: ["layerAndOperator"],
    read: (data) => operator.fromKernel(data.layerAndOperator >> 4),
    write: (data, value, path) => {
      data.layerAndOperator |= operator.toKernel(value, path)! << 4;
    },
  },
  value: uint32,
}, () => blank(cmpEmatch));

const width = enumeration(EMATCH_ALIGNMENTS, 8);

/** How {@linkcode NbyteCondition} is stored. */
export const nbyteCondition: Mapping<NbyteCondition, NbyteEmatch> = mapping({
  pattern: {
    from: ["pattern", "lengthAndLayer"],
    read: (data) => data.pattern.slice(0, data.lengthAndLayer & 0xfff),
    write: (data, value, path) => {
      data.pattern = binary.toKernel(value, path)!;
      if (data.pattern.length > 0xfff) {
        throw path.outside(data.pattern.length, "it has more than 4095 bytes");
      }
      data.lengthAndLayer |= data.pattern.length;
    },
  },
  offset: uint16,
  layer: {
    from: ["lengthAndLayer"],
    read: (data) => layer.fromKernel(data.lengthAndLayer >> 12),
    write: (data, value, path) => {
      data.lengthAndLayer |= layer.toKernel(value, path)! << 12;
    },
  },
}, () => ({ offset: 0, lengthAndLayer: 0, pattern: new Uint8Array() }));

/** How {@linkcode TextCondition} is stored. */
export const textCondition: Mapping<TextCondition, TextEmatch> = mapping({
  algorithm: text,
  pattern: {
    from: ["pattern", "patternLength"],
    read: (data) => data.pattern.slice(0, data.patternLength),
    write: (data, value, path) => {
      data.pattern = binary.toKernel(value, path)!;
      data.patternLength = uint16.toKernel(data.pattern.length, path)!;
    },
  },
  from: ["fromOffset", uint16],
  fromLayer: {
    from: ["layers"],
    read: ({ layers }) => layer.fromKernel(layers & 0xf),
    write: (data, value, path) => {
      data.layers |= layer.toKernel(value, path)!;
    },
  },
  to: ["toOffset", uint16],
  toLayer: {
    from: ["layers"],
    read: ({ layers }) => layer.fromKernel(layers >> 4),
    write: (data, value, path) => {
      data.layers |= layer.toKernel(value, path)! << 4;
    },
  },
}, () => ({
  algorithm: "",
  fromOffset: 0,
  toOffset: 0,
  patternLength: 0,
  layers: 0,
  padding: 0,
  pattern: new Uint8Array(),
}));

/** How a list of {@linkcode CanIdCondition} is stored. */
export const canIdConditions: ReturnType<
  typeof listOf<CanIdCondition, CanIdEmatch>
> = listOf(
  mapping<CanIdCondition, CanIdEmatch>(
    { id: uint32, mask: uint32 },
    () => ({ id: 0, mask: 0 }),
  ),
);

/** How {@linkcode IpsetCondition} is stored. */
export const ipsetCondition: Mapping<IpsetCondition, IpsetEmatch> = mapping({
  index: uint16,
  directions: {
    from: ["dimension", "flags"],
    read: ({ dimension, flags }) =>
      Array.from(
        { length: dimension },
        (_, i) => (flags >> (i + 1) & 1) === 1 ? "source" : "destination",
      ),
    write: (data, value, path) => {
      if (!Array.isArray(value)) {
        throw path.wrong(value, "an array is expected");
      }
      data.dimension = uint8.toKernel(value.length, path)!;
      for (const [i, word] of value.entries()) {
        if (word === "source") data.flags |= 2 << i;
        else if (word !== "destination") {
          throw path.at(i).wrong(word, "source or destination is expected");
        }
      }
    },
  },
  not: {
    from: ["flags"],
    read: ({ flags }) => (flags & 1) === 1 ? true : undefined,
    write: (data, value, path) => {
      data.flags |= boolean.toKernel(value, path)!;
    },
  },
}, () => ({ index: 0, dimension: 0, flags: 0 }));

/** How {@linkcode IptCondition} is stored. */
export const iptCondition: Mapping<IptCondition, IptEmatch> = mapping({
  name: text,
  revision: number,
  hook: number,
  protocol: number,
  data: binary,
}, iptEmatch);
