/**
 * When states and policies expire, and how much they were used.
 *
 * @module
 */

import { blank } from "../../messages/codec/mod.ts";
import { XFRM_INF } from "../../messages/xfrm/constants.ts";
import {
  type XfrmLifetime,
  xfrmLifetime,
  type XfrmUsage,
} from "../../messages/xfrm/selector.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { type Field, mapping, readFrom } from "../mapping/mapping.ts";

/**
 * When a state or a policy expires. At a `soft` limit, the kernel asks for a
 * new one; at a `hard` limit, it is deleted. There is no limit of what is
 * missing.
 */
export interface XfrmLimits {
  /** Bytes (`soft_byte_limit`). */
  softBytes?: number | bigint;
  /** Bytes (`hard_byte_limit`). */
  hardBytes?: number | bigint;
  /** Packets (`soft_packet_limit`). */
  softPackets?: number | bigint;
  /** Packets (`hard_packet_limit`). */
  hardPackets?: number | bigint;
  /** Seconds since it was made (`soft_add_expires_seconds`). */
  softAge?: number | bigint;
  /** Seconds since it was made (`hard_add_expires_seconds`). */
  hardAge?: number | bigint;
  /** Seconds since it was used first (`soft_use_expires_seconds`). */
  softUse?: number | bigint;
  /** Seconds since it was used first (`hard_use_expires_seconds`). */
  hardUse?: number | bigint;
}

/** How much a state or a policy was used. */
export interface XfrmTraffic {
  /** Bytes (`bytes`). */
  bytes: bigint;
  /** Packets (`packets`). */
  packets: bigint;
  /** When it was made, in seconds since 1970 (`add_time`). */
  added: number;
  /** When it was used first, in seconds since 1970 (`use_time`). */
  firstUsed?: number;
}

/** The numbers of seconds that the kernel can wait for. */
const MAX_64 = 0xffffffffffffffffn;

/** A number of 64 bits, given in either way. */
function wide(given: unknown, most: bigint, fieldPath: FieldPath): bigint {
  if (typeof given !== "bigint" && typeof given !== "number") {
    throw fieldPath.wrong(given, "a number or a bigint is expected");
  }
  if (typeof given === "number" && !Number.isSafeInteger(given)) {
    throw fieldPath.outside(given, "it is not an integer that is exact");
  }
  const value = BigInt(given);
  if (value < 0n || value > most) {
    throw fieldPath.outside(given, `it is not between 0 and ${most}`);
  }
  return value;
}

/** A limit that is none at one value. */
function limit(
  property: keyof XfrmLifetime,
  none: bigint,
): Field<number | bigint, XfrmLifetime> {
  const most = none === 0n ? MAX_64 : none - 1n;
  return readFrom<number | bigint, XfrmLifetime, keyof XfrmLifetime>(
    property,
    (value) => value === none ? undefined : value,
    (lifetime, value, fieldPath) => {
      lifetime[property] = wide(value, most, fieldPath);
    },
  );
}

const fields = mapping<XfrmLimits, XfrmLifetime>({
  softBytes: limit("softByteLimit", XFRM_INF),
  hardBytes: limit("hardByteLimit", XFRM_INF),
  softPackets: limit("softPacketLimit", XFRM_INF),
  hardPackets: limit("hardPacketLimit", XFRM_INF),
  softAge: limit("softAddExpires", 0n),
  hardAge: limit("hardAddExpires", 0n),
  softUse: limit("softUseExpires", 0n),
  hardUse: limit("hardUseExpires", 0n),
}, noLimits);

/**
 * A lifetime without limits.
 *
 * @returns The lifetime.
 */
export function noLimits(): XfrmLifetime {
  return blank(xfrmLifetime, {
    softByteLimit: XFRM_INF,
    hardByteLimit: XFRM_INF,
    softPacketLimit: XFRM_INF,
    hardPacketLimit: XFRM_INF,
  });
}

/**
 * Converts limits to people's terms.
 *
 * @param lifetime The limits.
 * @returns The same; `undefined` if there is none.
 */
export function toLimits(lifetime: XfrmLifetime): XfrmLimits | undefined {
  const limits = fields.fromKernel(lifetime);
  return Object.keys(limits).length === 0 ? undefined : limits;
}

/**
 * Puts limits into the kernel's terms.
 *
 * @param value The limits.
 * @param fieldPath Where they stand.
 * @returns The same.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromLimits(
  value: XfrmLimits,
  fieldPath: FieldPath,
): XfrmLifetime {
  return fields.toKernel(value, fieldPath);
}

/**
 * Converts use to people's terms.
 *
 * @param usage The use.
 * @returns The same.
 */
export function toTraffic(usage: XfrmUsage): XfrmTraffic {
  const { bytes, packets, addTime, useTime } = usage;
  return {
    bytes,
    packets,
    added: Number(addTime),
    ...useTime !== 0n && { firstUsed: Number(useTime) },
  };
}
