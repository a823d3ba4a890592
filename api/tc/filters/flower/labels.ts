/**
 * Labels of connections that filters of the kind `flower` compare.
 *
 * @module
 */

import { fromHex, toHex } from "../../../../messages/codec/text.ts";
import type { FlowerData } from "../../../../messages/tc/filters/flower/flower.ts";
import type { FieldPath } from "../../../mapping/field_path.ts";
import { checkNames } from "../../../mapping/filter.ts";
import type { Field } from "../../../mapping/mapping.ts";

/** 128 labels in hexadecimal, the lowest byte first, and which of them count. */
export type FlowerCtLabels = string | {
  /** The labels. */
  value: string;
  /** Which of them count. */
  mask: string;
};

const NAMES: ReadonlySet<string> = new Set(["value", "mask"]);
const ALL = "f".repeat(32);

function bytesOf(digits: string, fieldPath: FieldPath): Uint8Array {
  if (typeof digits !== "string" || !/^[0-9a-f]{32}$/i.test(digits)) {
    throw fieldPath.wrong(digits, "32 hexadecimal digits are expected");
  }
  return fromHex(digits);
}

/** How {@linkcode FlowerCtLabels} is stored. */
export const ctLabels: Field<FlowerCtLabels, FlowerData> = {
  from: ["ctLabels", "ctLabelsMask"],
  read: (data) => {
    if (data.ctLabels === undefined) return undefined;
    const value = toHex(data.ctLabels);
    const mask = data.ctLabelsMask === undefined
      ? ALL
      : toHex(data.ctLabelsMask);
    return mask === ALL ? value : { value, mask };
  },
  write: (data, given, fieldPath) => {
    const isPair = typeof given === "object" && given !== null;
    if (isPair) checkNames(given, NAMES, fieldPath);
    const { value, mask } = isPair ? given : { value: given, mask: ALL };
    data.ctLabels = bytesOf(value, isPair ? fieldPath.at("value") : fieldPath);
    data.ctLabelsMask = bytesOf(mask, fieldPath.at("mask"));
  },
};
