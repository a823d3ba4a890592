/**
 * What each kind of condition compares, as `tc filter` shows it.
 *
 * @module
 */

import { LITTLE_ENDIAN } from "../../../messages/codec/mod.ts";
import {
  CAN_EFF_FLAG,
  CAN_EFF_MASK,
  CAN_SFF_MASK,
  type CanIdEmatch,
  EMATCH_ALIGNMENTS,
  EMATCH_OPERATORS,
  type EmatchKinds,
  TCF_EM_CMP_TRANS,
} from "../../../messages/tc/ematches/kinds.ts";
import {
  META_OBJECTS,
  type MetaValue,
  TCF_META_ID_MASK,
  TCF_META_TYPE_INT,
} from "../../../messages/tc/ematches/meta.ts";
import { nameOf } from "../../../messages/value_names.ts";
import { hex } from "../../print/format.ts";
import type { Context } from "../../runtime/context.ts";
import { formatIpset } from "./ipset.ts";

/** Shows what is compared; `undefined` if it is not whole. */
export type EmatchFormat<D> = (
  data: D,
  context: Context,
) => string | undefined;

/** Bytes, and what of them can be printed. */
function binary(bytes: Uint8Array): string {
  const digits = Array.from(
    bytes,
    (byte) => `${byte.toString(16).padStart(2, "0")} `,
  );
  return `${digits.join("")}"${printable(bytes)}"`;
}

function printable(bytes: Uint8Array): string {
  return Array.from(
    bytes,
    (byte) => byte > 31 && byte < 127 ? String.fromCharCode(byte) : ".",
  ).join("");
}

const isPrintable = (bytes: Uint8Array) =>
  bytes.every((byte) => byte > 31 && byte < 127);

function numberOf(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .getUint32(0, LITTLE_ENDIAN);
}

/** One side of a comparison. */
function side(
  { kind, shift }: MetaValue,
  bytes: Uint8Array | undefined,
): string | undefined {
  const id = kind & TCF_META_ID_MASK;
  const isNumber = kind >> 12 === TCF_META_TYPE_INT;
  if (isNumber && bytes !== undefined && bytes.length < 4) return undefined;
  if (id === 0) {
    if (bytes === undefined) return undefined;
    if (isNumber) return String(numberOf(bytes) | 0);
    return isPrintable(bytes) ? printable(bytes) : binary(bytes);
  }
  const mask = isNumber && bytes !== undefined ? numberOf(bytes) : 0;
  return [
    // Names that are newer than `tc` are not shown by it.
    SHOWN.has(id) ? nameOf(META_OBJECTS, id)! : `[unknown meta id ${id}]`,
    ...shift === 0 ? [] : [`shift ${shift}`],
    ...mask === 0 ? [] : [`mask 0x${mask.toString(16).padStart(8, "0")}`],
  ].join(" ");
}

/** Numbers of what can be compared on the command line, `TCF_META_ID_*`. */
export const SHOWN: ReadonlySet<number> = new Set(
  Object.values(META_OBJECTS).filter((id) => id < 34 || id === 46),
);

function canId({ id, mask }: CanIdEmatch): string {
  const isLong = (id & CAN_EFF_FLAG) !== 0;
  const bits = isLong ? CAN_EFF_MASK : CAN_SFF_MASK;
  const digits = (value: number) =>
    `0x${(value & bits).toString(16).toUpperCase()}`;
  const isWhole = mask === (CAN_EFF_FLAG | bits) >>> 0;
  return `${isLong ? "eff" : "sff"} ${digits(id)}${
    isWhole ? "" : `:${digits(mask)}`
  }`;
}

/** How each kind is shown. */
export const EMATCH_FORMATS: {
  readonly [K in keyof EmatchKinds]?: EmatchFormat<
    Exclude<EmatchKinds[K], undefined>
  >;
} = {
  cmp: ({ value, mask, offset, alignAndFlags, layerAndOperator }) => {
    const width = nameOf(EMATCH_ALIGNMENTS, alignAndFlags & 0xf);
    const operator = nameOf(EMATCH_OPERATORS, layerAndOperator >> 4);
    return [
      ...width === undefined ? [] : [width],
      `at ${offset} layer ${layerAndOperator & 0xf}`,
      ...mask === 0 ? [] : [`mask ${hex(mask)}`],
      ...(alignAndFlags >> 4 & TCF_EM_CMP_TRANS) === 0 ? [] : ["trans"],
      ...operator === undefined ? [] : [operator],
      value | 0,
    ].join(" ");
  },
  nbyte: ({ offset, lengthAndLayer, pattern }) => {
    const length = lengthAndLayer & 0xfff;
    if (pattern.length < length) return undefined;
    const shown = binary(pattern.slice(0, length));
    return `${shown} at ${offset} layer ${lengthAndLayer >> 12}`;
  },
  u32: ({ value, mask, offset, offsetMask }) => {
    const [bits, which] = [value, mask].map((part) =>
      part.toString(16).padStart(8, "0")
    );
    const from = offsetMask === 0 ? "" : "nexthdr+";
    return `${bits}/${which} at ${from}${offset}`;
  },
  meta: ({ header, left, right }) => {
    if (header === undefined) return undefined;
    const [one, other] = [side(header.left, left), side(header.right, right)];
    if (one === undefined || other === undefined) return undefined;
    const operator = nameOf(EMATCH_OPERATORS, header.left.operator);
    return `${one}${operator === undefined ? "" : ` ${operator} `}${other}`;
  },
  canid: (ids) => ids.map(canId).join(" "),
  ipset: formatIpset,
  ipt: () => undefined,
};
