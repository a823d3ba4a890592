/**
 * Reads acknowledgements, and explains what the kernel reports in extended
 * ones: byte offsets become property paths, policies become sentences.
 *
 * @module
 */

import {
  attributeAt,
  type AttributesShape,
  type Codec,
  LITTLE_ENDIAN,
  locate,
  pathText,
  type Shape,
  Writer,
} from "../../messages/codec/mod.ts";
import {
  type ExtendedAck,
  extendedAck,
  type Policy,
} from "../../messages/extended_ack.ts";
import {
  nextMessage,
  NLM_F_ACK_TLVS,
  NLM_F_CAPPED,
  NLMSG_ERROR,
  NLMSG_HDRLEN,
} from "../../messages/header.ts";
import {
  NetlinkError,
  type NetlinkErrorDetails,
  type PolicyLimits,
  type RequestDescription,
} from "./errors.ts";
import type { AnyRequest, Warning } from "./request.ts";

/** `NL_ATTR_TYPE_*` in the terms of C. */
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

/** What an acknowledgement reports besides success. */
export interface Ack {
  /** Error number; 0 for a warning. */
  readonly errno: number;
  /** The attributes. */
  readonly details: ExtendedAck;
}

/**
 * Reads an acknowledgement.
 *
 * @param view The datagram.
 * @param body Where the error number is.
 * @param end Where the message ends.
 * @param type The message type: `NLMSG_ERROR`, or `NLMSG_DONE` of a dump.
 * @param flags The flags of the message, `NLM_F_*`.
 * @returns An error, or a success with attributes.
 */
export function readAck(
  view: DataView,
  body: number,
  end: number,
  type: number,
  flags: number,
): Ack | "success" | "truncated" {
  if (end - body < 4) {
    // A DONE without error number is a success; an ERROR is not.
    return type === NLMSG_ERROR ? "truncated" : "success";
  }
  const errno = -view.getInt32(body, LITTLE_ENDIAN);
  if (errno <= 0 && !(flags & NLM_F_ACK_TLVS)) return "success";
  return { errno, details: decodeAck(view, body, end, type, flags) };
}

/**
 * Makes the error of a request that the kernel refuses.
 *
 * @param ack What the kernel reports.
 * @param request The request.
 * @param description Its description.
 * @returns The error.
 */
export function refusal(
  ack: Ack,
  request: AnyRequest,
  description: RequestDescription,
): NetlinkError {
  const details = explain(ack.details, request);
  return new NetlinkError(ack.errno, { ...details, request: description });
}

/**
 * Makes the warning about a request that has been carried out.
 *
 * @param ack What the kernel reports.
 * @param request The request.
 * @param description Its description.
 * @returns The warning.
 */
export function warningOf(
  ack: Ack,
  request: AnyRequest,
  description: RequestDescription,
): Warning {
  const { attribute, cookie } = explain(ack.details, request);
  const { message = "" } = ack.details;
  return { message, attribute, cookie, request: description };
}

/**
 * Reads the attributes of an acknowledgement.
 *
 * @param view The datagram.
 * @param body Where the error number is.
 * @param end Where the message ends.
 * @param type The message type: `NLMSG_ERROR`, or `NLMSG_DONE` of a dump.
 * @param flags The flags of the message, `NLM_F_*`.
 * @returns The attributes; none if there are none that can be read.
 */
function decodeAck(
  view: DataView,
  body: number,
  end: number,
  type: number,
  flags: number,
): ExtendedAck {
  if (!(flags & NLM_F_ACK_TLVS)) return {};
  let start = body + 4;
  if (type === NLMSG_ERROR) {
    const request = start;
    start += NLMSG_HDRLEN;
    const failed = view.getInt32(body, LITTLE_ENDIAN) !== 0;
    if (failed && !(flags & NLM_F_CAPPED) && start <= end) {
      const length = view.getUint32(request, LITTLE_ENDIAN);
      start = Math.max(start, nextMessage(request, request + length));
    }
  }
  if (start >= end) return {};
  try {
    return extendedAck.decode(view, start, end);
  } catch {
    return {};
  }
}

/**
 * Converts an extended acknowledgement to people's terms. Requests are encoded
 * again for that, so that none has to be kept.
 *
 * @param ack What the kernel reports.
 * @param request The request.
 * @returns The details of an error.
 */
function explain(
  ack: ExtendedAck,
  request: Pick<AnyRequest, "codec" | "message">,
): NetlinkErrorDetails {
  const codec = request.codec as Codec<unknown>;
  let sent: DataView | undefined;
  const path = (offset: number) => {
    if (offset < NLMSG_HDRLEN) return [];
    sent ??= encoded(request);
    return locate(codec, sent, offset, { start: NLMSG_HDRLEN });
  };
  const attribute = ack.offset === undefined ? [] : path(ack.offset);
  const missing = ack.missingType === undefined
    ? []
    : missingPath(codec, ack.missingNest, ack.missingType, path);
  return {
    reason: ack.message,
    attribute: textOf(attribute),
    attributeName: attributeAt(codec, attribute)?.[0],
    missingType: ack.missingType,
    missing: textOf(missing),
    missingName: attributeAt(codec, missing)?.[0],
    policy: ack.policy && policyLimits(ack.policy),
    cookie: ack.cookie,
  };
}

/** A request as it is sent, with an empty header. */
function encoded(
  { codec, message }: Pick<AnyRequest, "codec" | "message">,
): DataView {
  const writer = new Writer();
  writer.reserve(NLMSG_HDRLEN);
  codec.encode(writer, message as never);
  const { buffer, length } = writer.finish();
  return new DataView(buffer, 0, length);
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
 * Converts a policy to people's terms.
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
