/**
 * Extended matches: conditions that are joined by _and_, _or_, _not_ and
 * parentheses: `TCA_EMATCH_TREE_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_cls.h | linux/pkt_cls.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/sched/ematch.c | net/sched/ematch.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  bytes,
  type Codec,
  DecodeError,
  EncodeError,
  list,
  struct,
  u16,
  u32,
} from "../../codec/mod.ts";
import { within } from "../../codec/errors.ts";
import { nameOf } from "../../value_names.ts";
import { EMATCH_KINDS, type EmatchKinds, ematchKinds } from "./kinds.ts";

/** It is the last one of its list. */
export const TCF_EM_REL_END = 0;
/** The next one has to be true, too. */
export const TCF_EM_REL_AND = 1;
/** It or the next one has to be true. */
export const TCF_EM_REL_OR = 2;
/** Bits of the flags that are the relation. */
export const TCF_EM_REL_MASK = 3;
/** It has to be false. */
export const TCF_EM_INVERT = 4;
/** Its data are one number. */
export const TCF_EM_SIMPLE = 8;
/** The kind that is a list in parentheses. */
export const TCF_EM_CONTAINER = 0;

/** Number of extended matches (`struct tcf_ematch_tree_hdr`). */
export interface EmatchTreeHeader {
  /** How many there are (`nmatches`). */
  count: number;
  /** Who made them, 0 for programs of traffic control (`progid`). */
  program: number;
}

/** What all extended matches have (`struct tcf_ematch_hdr`). */
export interface EmatchHeader {
  /** Number for the program that made it (`matchid`). */
  id: number;
  /** {@linkcode EMATCH_KINDS}, or zero for parentheses (`kind`). */
  kind: number;
  /** `TCF_EM_REL_*`, and other `TCF_EM_*` (`flags`). */
  flags: number;
  /** Not used (`pad`). */
  padding: number;
}

/** One extended match; what it compares is in the property of its kind. */
export interface Ematch extends EmatchHeader, EmatchKinds {
  /** Of parentheses: where in the list what is in them begins. */
  container?: number;
  /** What it compares, of kinds and in forms that this library cannot read. */
  data?: Uint8Array;
}

/** Extended matches (`TCA_EMATCH_TREE_*`). */
export interface EmatchTree extends Attributes {
  /** How many there are (`TCA_EMATCH_TREE_HDR`). */
  header?: EmatchTreeHeader;
  /**
   * First those outside of all parentheses, then what is in each of these
   * (`TCA_EMATCH_TREE_LIST`).
   */
  list?: Ematch[];
}

/** Codec of {@linkcode EmatchTreeHeader}. */
export const ematchTreeHeader: Codec<EmatchTreeHeader> = struct({
  count: u16,
  program: u16,
});

/** Codec of {@linkcode EmatchHeader}. */
export const ematchHeader: Codec<EmatchHeader> = struct({
  id: u16,
  kind: u16,
  flags: u16,
  padding: u16,
});

type Data = keyof EmatchKinds | "container";

const samples: readonly Ematch[] = [
  {
    id: 0,
    kind: EMATCH_KINDS.cmp,
    flags: TCF_EM_REL_AND,
    padding: 0,
    cmp: {
      value: 80,
      mask: 0,
      offset: 2,
      alignAndFlags: 2,
      layerAndOperator: 2,
    },
  },
  {
    id: 0,
    kind: TCF_EM_CONTAINER,
    flags: TCF_EM_INVERT,
    padding: 0,
    container: 2,
  },
  {
    id: 0,
    kind: EMATCH_KINDS.u32,
    flags: TCF_EM_REL_END,
    padding: 0,
    u32: { mask: 0xffff, value: 22, offset: 20, offsetMask: 0 },
  },
  {
    id: 1,
    kind: 77,
    flags: TCF_EM_REL_END,
    padding: 0,
    data: new Uint8Array([1, 2, 3, 4]),
  },
];

/** The property that has the data, if they are of a kind that is known. */
function propertyOf({ kind, flags }: EmatchHeader): Data | undefined {
  if (kind === TCF_EM_CONTAINER) return "container";
  if ((flags & TCF_EM_SIMPLE) !== 0) return undefined;
  return nameOf(EMATCH_KINDS, kind) as keyof EmatchKinds | undefined;
}

function codecOf(property: Data): Codec<unknown> {
  return (property === "container" ? u32 : ematchKinds[property]) as Codec<
    unknown
  >;
}

/** Codec of {@linkcode Ematch}. */
export const ematch: Codec<Ematch> = {
  shape: { kind: "custom", name: "tcf_ematch_hdr", samples },
  size: ematchHeader.size,
  decode: (view, start, end) => {
    const at = start + ematchHeader.size;
    if (at > end) {
      throw new DecodeError(
        `Cannot decode extended match: it has ${end - start} bytes`,
      );
    }
    const value: Ematch = ematchHeader.decode(view, start, at);
    const property = propertyOf(value);
    const codec = property && codecOf(property);
    if (codec === undefined || !fits(codec, end - at)) {
      value.data = bytes.decode(view, at, end);
    } else {
      Object.assign(value, { [property!]: codec.decode(view, at, end) });
    }
    return value;
  },
  encode: (writer, value) => {
    ematchHeader.encode(writer, value);
    const property = propertyOf(value);
    const data = property && value[property];
    if (data !== undefined) {
      try {
        codecOf(property!).encode(writer, data);
      } catch (error) {
        throw within(error, property!);
      }
    } else if (value.data !== undefined) bytes.encode(writer, value.data);
    else throw new EncodeError(value, "has no data of its kind");
  },
};

/** Whether nothing is lost by reading so many bytes. */
function fits({ shape, size }: Codec<unknown>, length: number): boolean {
  return shape.kind === "struct" || shape.kind === "integer"
    ? length === size
    : length >= size;
}

/** Codec of {@linkcode EmatchTree}. */
export const ematchTree: Codec<EmatchTree> = attributes({
  header: ["TCA_EMATCH_TREE_HDR", 1, ematchTreeHeader],
  list: [
    "TCA_EMATCH_TREE_LIST",
    2,
    list(ematch, undefined, { nestedFlag: false }),
  ],
}, { nestedFlag: false });
