/**
 * Comparisons of what the kernel has besides a packet.
 *
 * @module
 */

import { textFromBytes, textToBytes } from "../../../messages/codec/mod.ts";
import { LITTLE_ENDIAN } from "../../../messages/codec/mod.ts";
import {
  META_OBJECTS,
  type MetaEmatch,
  type MetaValue,
  TCF_META_ID_MASK,
  TCF_META_TYPE_INT,
} from "../../../messages/tc/ematches/meta.ts";
import { EMATCH_OPERATORS } from "../../../messages/tc/ematches/kinds.ts";
import { checkInteger, uint32 } from "../../mapping/conversions.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import { checkObject, type FieldPath } from "../../mapping/field_path.ts";
import type { Conversion } from "../../mapping/mapping.ts";
import type { EmatchOperator } from "./kinds.ts";

/** Something that the kernel has besides a packet (`TCF_META_ID_*`). */
export interface MetaObject {
  /** What it is. */
  object: keyof typeof META_OBJECTS | number;
  /**
   * Whether it is compared as text, such as the name of a device, not as a
   * number.
   */
  text?: boolean;
  /** By how many bits it is shifted right. */
  shift?: number;
  /** Which bits count; all by default. */
  mask?: number;
}

/** A comparison of two of the kernel's values, or of one and a constant. */
export interface MetaCondition {
  /** The left side. */
  left: MetaObject | number | string;
  /** The comparison; `eq` by default. */
  operator?: EmatchOperator;
  /** The right side. */
  right: MetaObject | number | string;
}

const operator = enumeration(EMATCH_OPERATORS, 8);
const object = enumeration(META_OBJECTS, 16);

interface Side {
  value: MetaValue;
  data?: Uint8Array;
}

function bytesOf(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, LITTLE_ENDIAN);
  return bytes;
}

function numberOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length === 8) return Number(view.getBigUint64(0, LITTLE_ENDIAN));
  return bytes.length < 4 ? 0 : view.getUint32(0, LITTLE_ENDIAN);
}

function readSide(
  { kind, shift }: MetaValue,
  data: Uint8Array | undefined,
): MetaObject | number | string {
  const id = kind & TCF_META_ID_MASK;
  const isNumber = kind >> 12 === TCF_META_TYPE_INT;
  if (id === 0) {
    const bytes = data ?? new Uint8Array();
    return isNumber ? numberOf(bytes) : textFromBytes(bytes);
  }
  const mask = isNumber && data !== undefined ? numberOf(data) : 0;
  return {
    object: object.fromKernel(id),
    ...!isNumber && { text: true },
    ...shift !== 0 && { shift },
    ...mask !== 0 && { mask },
  };
}

const OBJECT_NAMES: readonly (keyof MetaObject)[] = [
  "object",
  "text",
  "shift",
  "mask",
];

const CONDITION_NAMES: readonly (keyof MetaCondition)[] = [
  "left",
  "right",
  "operator",
];

function writeSide(
  value: MetaObject | number | string,
  fieldPath: FieldPath,
): Side {
  const integer = TCF_META_TYPE_INT << 12;
  if (typeof value === "string") {
    const data = textToBytes(value);
    return { value: { kind: 0, shift: 0, operator: 0 }, data };
  }
  if (typeof value === "number") {
    const data = bytesOf(uint32.toKernel(value, fieldPath)!);
    return { value: { kind: integer, shift: 0, operator: 0 }, data };
  }
  if (typeof value !== "object" || value === null) {
    throw fieldPath.wrong(value, "an object, a number or text is expected");
  }
  const { object: named, text = false, shift = 0, mask, ...others } = value;
  for (const [name, value] of Object.entries(others)) {
    throw fieldPath.noProperty(name, value, OBJECT_NAMES);
  }
  const id = object.toKernel(named, fieldPath.at("object"))!;
  const bits = mask === undefined
    ? 0
    : uint32.toKernel(mask, fieldPath.at("mask"))!;
  return {
    value: {
      kind: checkInteger(id, 0, TCF_META_ID_MASK, fieldPath.at("object")) |
        (text ? 0 : integer),
      shift: checkInteger(shift, 0, 0xff, fieldPath.at("shift")),
      operator: 0,
    },
    ...!text && bits !== 0 && { data: bytesOf(bits) },
  };
}

/** How {@linkcode MetaCondition} is stored. */
export const metaCondition: Conversion<MetaCondition, MetaEmatch> = {
  fromKernel: ({ header, left, right }) => ({
    left: header === undefined ? 0 : readSide(header.left, left),
    operator: operator.fromKernel(header?.left.operator ?? 0),
    right: header === undefined ? 0 : readSide(header.right, right),
  }),
  toKernel: (given, fieldPath) => {
    checkObject(given, fieldPath);
    const { left, right, operator: named = "eq", ...others } = given;
    for (const [name, value] of Object.entries(others)) {
      throw fieldPath.noProperty(name, value, CONDITION_NAMES);
    }
    const one = writeSide(left, fieldPath.at("left"));
    const other = writeSide(right, fieldPath.at("right"));
    one.value.operator = operator.toKernel(named, fieldPath.at("operator"))!;
    return {
      header: { left: one.value, right: other.value },
      ...one.data !== undefined && { left: one.data },
      ...other.data !== undefined && { right: other.data },
    };
  },
};
