/**
 * How the payload of an attribute is stored.
 *
 * @module
 */

import type { IntegerWire, Wire, WireForm } from "../spec.ts";
import { endianOf, type RawAttribute, SCALARS } from "./raw.ts";

/**
 * Finds out how the payload of an attribute is stored.
 *
 * @param attribute The attribute.
 * @param names The attributes of its set.
 * @returns How it is stored; as bytes, if its type is not known.
 */
export function wireOf(
  attribute: RawAttribute,
  names: ReadonlySet<string>,
): Wire {
  const form = formOf(attribute, names);
  return attribute.multiAttr ? { ...form, multi: true } : form;
}

function formOf(attribute: RawAttribute, names: ReadonlySet<string>): WireForm {
  const { type = "", nestedAttributes: set = null } = attribute;
  switch (type) {
    case "uint":
    case "sint":
      return {
        kind: "autoint",
        signed: type === "sint",
        endian: endianOf(attribute),
      };
    case "binary":
      return binary(attribute);
    case "nest":
      return { kind: "nest", set };
    case "indexed-array": {
      const { subType, multiAttr: _, ...rest } = attribute;
      const element = {
        ...rest,
        ...subType !== undefined && { type: subType },
      };
      return { kind: "indexed-array", element: wireOf(element, names) };
    }
    case "nest-type-value":
      return { kind: "type-value", levels: attribute.typeValue ?? [], set };
    case "sub-message": {
      const { subMessage = "", selector = "" } = attribute;
      const selectorScope = names.has(selector) ? "same" : "outer";
      return { kind: "sub-message", subMessage, selector, selectorScope };
    }
    case "flag":
    case "string":
    case "bitfield32":
    case "pad":
    case "unused":
      return { kind: type };
  }
  return integer(type, attribute) ?? { kind: "bytes" };
}

function binary(attribute: RawAttribute): WireForm {
  const { struct, subType = "" } = attribute;
  if (struct !== undefined) return { kind: "struct", struct };
  const element = integer(subType, attribute);
  return element === undefined
    ? { kind: "bytes" }
    : { kind: "int-array", element };
}

function integer(
  type: string,
  attribute: RawAttribute,
): IntegerWire | undefined {
  const scalar = SCALARS.get(type);
  if (scalar === undefined) return undefined;
  const { bits, signed } = scalar;
  const endian = bits === 8 ? "host" : endianOf(attribute);
  return { kind: "int", bits, signed, endian };
}
