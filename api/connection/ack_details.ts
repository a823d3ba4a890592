/**
 * Puts into words what the kernel says in an extended acknowledgement: byte
 * offsets become property paths, policies become sentences.
 *
 * @module
 */

import {
  attributeAt,
  type AttributesShape,
  type Codec,
  locate,
  pathText,
  type Shape,
} from "../../messages/codec/mod.ts";
import type { ExtendedAck, Policy } from "../../messages/extended_ack.ts";
import type { NetlinkErrorDetails, PolicyLimits } from "./errors.ts";

/** `NL_ATTR_TYPE_*` in the words of C. */
const TYPES = [
  "invalid",
  "flag",
  "u8",
  "u16",
  "u32",
  "u64",
  "s8",
  "s16",
  "s32",
  "s64",
  "binary",
  "string",
  "NUL-terminated string",
  "nested",
  "nested array",
  "bitfield32",
  "sint",
  "uint",
] as const;

/**
 * Puts an extended acknowledgement into words.
 *
 * @param ack What the kernel said.
 * @param codec Codec of the request.
 * @param request The request as it was sent, from its header on.
 * @param headerSize Size of the netlink header at its start.
 * @returns The details of an error.
 */
export function explain(
  ack: ExtendedAck,
  codec: Codec<unknown>,
  request: DataView,
  headerSize: number,
): NetlinkErrorDetails {
  const path = (offset: number) =>
    offset < headerSize
      ? []
      : locate(codec, request, offset, { start: headerSize });
  const attribute = ack.offset === undefined ? [] : path(ack.offset);
  const missing = ack.missingType === undefined
    ? []
    : missingPath(codec, ack.missingNest, ack.missingType, path);
  return {
    reason: ack.message,
    attribute: textOf(attribute),
    attributeName: attributeAt(codec, attribute)?.[0],
    missing: textOf(missing),
    missingName: attributeAt(codec, missing)?.[0],
    policy: ack.policy && policyLimits(ack.policy),
    cookie: ack.cookie,
  };
}

function textOf(path: readonly string[]): string | undefined {
  return path.length === 0 ? undefined : pathText(path);
}

/** The path of an attribute that is not there. */
function missingPath(
  codec: Codec<unknown>,
  nest: number | undefined,
  type: number,
  path: (offset: number) => string[],
): string[] {
  const outer = nest === undefined
    ? codec.shape.kind === "message" ? ["attributes"] : []
    : path(nest);
  const name = attributesAt(codec.shape, outer)?.fields.find((field) =>
    field.type === type
  )?.name;
  return [...outer, name ?? `#${type}`];
}

/** The set of attributes that a path leads to. */
function attributesAt(
  shape: Shape,
  path: readonly string[],
): AttributesShape | undefined {
  const [name, ...rest] = path;
  switch (shape.kind) {
    case "attributes": {
      if (name === undefined) return shape;
      const field = shape.fields.find((field) => field.name === name);
      return field && attributesAt(field.codec.shape, rest);
    }
    case "message":
      return name === "attributes"
        ? attributesAt(shape.attributes.shape, rest)
        : undefined;
    case "list":
    case "records":
    case "array":
    case "multi":
      return name === undefined
        ? undefined
        : attributesAt(shape.item.shape, rest);
    default:
      return undefined;
  }
}

/**
 * Puts a policy into words.
 *
 * @param policy What the kernel accepts.
 * @returns The same, readable.
 */
export function policyLimits(policy: Policy): PolicyLimits {
  const min = policy.minValueSigned ?? policy.minValueUnsigned;
  const max = policy.maxValueSigned ?? policy.maxValueUnsigned;
  const mask = policy.mask ??
    (policy.bitfield32Mask === undefined
      ? undefined
      : BigInt(policy.bitfield32Mask));
  const { minLength, maxLength } = policy;
  const type = policy.type === undefined
    ? "unknown"
    : TYPES[policy.type] ?? `type ${policy.type}`;
  const text = [
    range(min, max, ""),
    range(minLength, maxLength, " bytes"),
    mask === undefined ? "" : `bits of 0x${mask.toString(16)}`,
  ].filter((part) => part !== "").join(", ");
  return { type, text, min, max, minLength, maxLength, mask };
}

function range(
  min: bigint | number | undefined,
  max: bigint | number | undefined,
  unit: string,
): string {
  if (min !== undefined && max !== undefined) {
    return min === max ? `exactly ${min}${unit}` : `${min} to ${max}${unit}`;
  }
  if (max !== undefined) return `at most ${max}${unit}`;
  return min === undefined ? "" : `at least ${min}${unit}`;
}
