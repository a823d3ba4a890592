/**
 * Conversions of addresses, for {@linkcode mapping}.
 *
 * @module
 */

import { isIpv6, leadingIpv4 } from "../../messages/codec/address.ts";
import {
  hardwareAddress,
  ipVersion,
  Writer,
} from "../../messages/codec/mod.ts";
import { same } from "./forms.ts";
import type { PropertiesOf } from "./enumerations.ts";
import type { FieldPath } from "./field_path.ts";
import type { Conversion, Field } from "./mapping.ts";

/** An IPv4 address, such as `192.0.2.1`. */
export const ipv4: Conversion<string, string> = address(
  (text) => ipVersion(text) === 4,
  "an IPv4 address is expected",
);

/** An IPv6 address, such as `2001:db8::1`. */
export const ipv6: Conversion<string, string> = address(
  (text) => ipVersion(text) === 6,
  "an IPv6 address is expected",
);

/** An IPv4 or IPv6 address. */
export const ip: Conversion<string, string> = address(
  (text) => ipVersion(text) !== undefined,
  "an IP address is expected",
);

/** A hardware address of any length, such as `02:00:00:00:00:01`. */
export const hardware: Conversion<string, string> = address(
  (text) => text !== "" && isHardware(text),
  "a hardware address such as 02:00:00:00:00:01 is expected",
);

/** An Ethernet address, which has 6 bytes. */
export const mac: Conversion<string, string> = address(
  (text) => text.split(":").length === 6 && isHardware(text),
  "an Ethernet address such as 02:00:00:00:00:01 is expected",
);

/** A {@linkcode mac}, written as the kernel's are: to be compared with them. */
export const canonicalMac: Conversion<string, string> = {
  fromKernel: mac.fromKernel,
  toKernel: (value, fieldPath) =>
    mac.toKernel(value, fieldPath)!.split(":").map((byte) =>
      byte.toLowerCase().padStart(2, "0")
    ).join(":"),
};

// The codec decides what an address is: what it refuses is refused here, where
// the property can be named as it was given.
const scratch: Writer = new Writer();

function isHardware(text: string): boolean {
  try {
    hardwareAddress.encode(scratch, text);
    return true;
  } catch {
    return false;
  } finally {
    scratch.reset();
  }
}

function address(
  isAddress: (text: string) => boolean,
  state: string,
): Conversion<string, string> {
  return {
    fromKernel: same,
    toKernel: (value, fieldPath) => {
      if (typeof value !== "string" || !isAddress(value)) {
        throw fieldPath.wrong(value, state);
      }
      return value;
    },
  };
}

/**
 * An address that the kernel stores in one property if it is of IPv4, and in
 * another one if it is of IPv6.
 *
 * @typeParam D The data.
 * @param v4 The property for IPv4.
 * @param v6 The property for IPv6.
 * @returns The field.
 */
export function eitherFamily<D>(
  v4: PropertiesOf<D, string>,
  v6: PropertiesOf<D, string>,
): Field<string, D> {
  return {
    from: [v4, v6],
    read: (data) => (data[v4] ?? data[v6]) as string | undefined,
    write: (data, given, fieldPath) => {
      const value = ip.toKernel(given, fieldPath)!;
      const property = isIpv6(value) ? v6 : v4;
      (data as Record<PropertyKey, unknown>)[property] = value;
    },
  };
}

/** An IP address and the length of its prefix. */
export interface Prefix {
  /** The address. */
  address: string;
  /** Length of the prefix in bits. */
  length: number;
}

/**
 * Reads a prefix in CIDR notation; without a length it is a single address.
 *
 * @param value The prefix, such as `192.0.2.0/24`.
 * @param fieldPath Where it stands.
 * @returns Its address and length.
 * @throws {TypeError} If it is no prefix.
 * @throws {RangeError} If the length is too large.
 */
export function parsePrefix(value: unknown, fieldPath: FieldPath): Prefix {
  const slash = typeof value === "string" ? slashIn(value) : -1;
  const length = slash < 0
    ? undefined
    : parseDigits(value as string, slash + 1);
  if (typeof value !== "string" || length === -1) {
    throw fieldPath.wrong(value, "a prefix such as 192.0.2.0/24 is expected");
  }
  if (length !== undefined && length <= 32) {
    const address = leadingIpv4(value, slash);
    if (address !== undefined) return { address, length };
  }
  const text = slash < 0 ? value : value.slice(0, slash);
  const address = ip.toKernel(text, fieldPath)!;
  const max = isIpv6(address) ? 128 : 32;
  if (length !== undefined && length > max) {
    throw fieldPath.outside(value, `its length is not between 0 and ${max}`);
  }
  return { address, length: length ?? max };
}

const SLASH = 47;

/**
 * Where the first slash is, which mostly is near the end; -1 if there is none.
 */
function slashIn(text: string): number {
  const { length } = text;
  for (let at = length - 3; at < length; at++) {
    // One before it is found when the address in front is read.
    if (text.charCodeAt(at) === SLASH) return at;
  }
  return text.indexOf("/");
}

/** The number from a place of a text to its end; -1 if it is none. */
function parseDigits(text: string, from: number): number {
  if (from === text.length) return -1;
  let number = 0;
  for (let i = from; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = 10 * number + digit;
  }
  return number;
}

/**
 * A prefix in CIDR notation that the kernel stores in two properties.
 *
 * @typeParam D The data.
 * @param address The property for the address.
 * @param length The property for the prefix length.
 * @returns The field.
 */
export function cidr<D>(
  address: PropertiesOf<D, string>,
  length: PropertiesOf<D, number>,
): Field<string, D> {
  return {
    from: [address, length],
    read: (data) => {
      const [text, bits] = [data[address], data[length]];
      return text === undefined ? undefined : `${text}/${bits ?? 0}`;
    },
    write: (data, value, fieldPath) => {
      const prefix = parsePrefix(value, fieldPath);
      const stored = data as Record<PropertyKey, unknown>;
      stored[address] = prefix.address;
      stored[length] = prefix.length;
    },
  };
}
