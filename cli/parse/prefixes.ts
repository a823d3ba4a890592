/**
 * Addresses and prefixes as people write them for `ip`.
 *
 * IPv4 addresses may be cut short: `10.8` is `10.8.0.0`, unlike elsewhere.
 *
 * @module
 */

import { exit, fail } from "./errors.ts";
import { strtoul, unsigned } from "./numbers.ts";
import {
  AF_BRIDGE,
  AF_INET,
  AF_INET6,
  AF_MPLS,
  AF_PACKET,
  AF_UNSPEC,
} from "../../messages/families.ts";

/** An address, or a prefix. */
export interface Prefix {
  /** Its family, `AF_*`; that which was asked for if the text has none. */
  family: number;
  /** The address as the codecs of messages take it; `""` for `any`, and for `default` without a family. */
  address: string;
  /** Its bytes; none for `any`, and for `default` without a family. */
  bytes: Uint8Array;
  /** Length of the prefix, in bits. */
  length: number;
  /** Whether the length was given, or is that of `default`. */
  given: boolean;
}

/** How many bits the addresses of a family have. */
const BITS: Readonly<Record<number, number>> = {
  [AF_INET]: 32,
  [AF_INET6]: 128,
  [AF_MPLS]: 20,
};

/**
 * How many bits the addresses of a family have.
 *
 * @param family The family, `AF_*`.
 * @returns The number of bits, or 0 if the family is not known.
 */
export function addressBits(family: number): number {
  return BITS[family] ?? 0;
}

/**
 * The name of a family, as `-family` takes it.
 *
 * @param family The family, `AF_*`.
 * @returns The name, or `???`.
 */
export function familyName(family: number): string {
  switch (family) {
    case AF_INET:
      return "inet";
    case AF_INET6:
      return "inet6";
    case AF_PACKET:
      return "link";
    case AF_MPLS:
      return "mpls";
    case AF_BRIDGE:
      return "bridge";
    default:
      return "???";
  }
}

/**
 * Reads an address.
 *
 * @param family The family that it has to be of, or 0 for any.
 * @returns The address, or `undefined` if the argument is none.
 */
export function readAddress(arg: string, family: number): Prefix | undefined {
  if (arg === "default" || arg === "all" || arg === "any") {
    if (family === AF_MPLS) return undefined;
    const size = arg === "default" ? addressBits(family) / 8 : 0;
    const bytes = new Uint8Array(size);
    return {
      family,
      address: size === 4 ? "0.0.0.0" : size === 16 ? "::" : "",
      bytes,
      length: 0,
      given: arg === "default",
    };
  }
  if (family === AF_PACKET) return undefined;
  if (arg.includes(":")) return readIpv6(arg, family);
  if (family === AF_MPLS) return readLabels(arg);
  return readIpv4(arg, family);
}

/**
 * Takes an address.
 *
 * @param family The family that it has to be of, or 0 for any.
 * @returns The address.
 * @throws {CommandError} If the argument is none.
 */
export function addressOf(arg: string, family: number): Prefix {
  const address = readAddress(arg, family);
  if (address !== undefined) return address;
  if (family === AF_PACKET) return linkAddressOf(arg);
  throw exit(
    1,
    `Error: ${expected(family)} address is expected rather than "${arg}".`,
  );
}

/**
 * Takes a hardware address where any address may be.
 *
 * @returns The address.
 * @throws {CommandError} If the argument is none.
 */
export function linkAddressOf(arg: string): Prefix {
  const address = hardwareAddressOf(
    arg,
    MOST_BYTES,
    (code, text) =>
      exit(
        code,
        `${text}\nError: link address is expected rather than "${arg}".`,
      ),
  );
  const bytes = Uint8Array.from(
    address.split(":"),
    (byte) => parseInt(byte, 16),
  );
  const length = 8 * bytes.length;
  return { family: AF_PACKET, address, bytes, length, given: false };
}

/** How long an address may be. */
const MOST_BYTES = 256;

/**
 * Takes an IPv4 address in places where `ip` has a text of its own.
 *
 * @returns The address.
 * @throws {CommandError} If the argument is none.
 */
export function ipv4AddressOf(arg: string): string {
  const address = readAddress(arg, AF_INET);
  if (address !== undefined) return address.address || "0.0.0.0";
  throw exit(1, `Error: an IP address is expected rather than "${arg}"`);
}

/**
 * Reads a prefix, such as `10.0.0.0/8`.
 *
 * @param family The family that it has to be of, or 0 for any.
 * @returns The prefix, or `undefined` if the argument is none.
 */
export function readPrefix(arg: string, family: number): Prefix | undefined {
  const slash = arg.indexOf("/");
  const special = /^(default|all|any)$/.test(
    slash < 0 ? arg : arg.slice(0, slash),
  );
  const prefix = readAddress(slash < 0 ? arg : arg.slice(0, slash), family);
  if (prefix === undefined || slash >= 0 && special) return undefined;
  const bits = addressBits(prefix.family);
  if (slash < 0) return { ...prefix, length: special ? 0 : bits };
  const length = readLength(arg.slice(slash + 1));
  return length === undefined || length > bits
    ? undefined
    : { ...prefix, length, given: true };
}

/**
 * Takes a prefix.
 *
 * @param family The family that it has to be of, or 0 for any.
 * @returns The prefix.
 * @throws {CommandError} If the argument is none.
 */
export function prefixOf(arg: string, family: number): Prefix {
  if (family === AF_PACKET) {
    throw exit(
      1,
      `Error: "${arg}" may be inet prefix, but it is not allowed in this context.`,
    );
  }
  const prefix = readPrefix(arg, family);
  if (prefix !== undefined) return prefix;
  throw exit(
    1,
    `Error: ${expected(family)} prefix is expected rather than "${arg}".`,
  );
}

/**
 * Takes a hardware address: hexadecimal bytes with colons, or an IPv4 address.
 *
 * @param most How many bytes it may have.
 * @param end What the error ends, {@linkcode fail} or {@linkcode exit}.
 * @returns The address, bytes with colons.
 * @throws {CommandError} If the argument is none.
 */
export function hardwareAddressOf(
  arg: string,
  most = 32,
  end: typeof fail = fail,
): string {
  const notHardware = () => end(1, `"${arg}" is invalid lladdr.`);
  if (arg.includes(".")) {
    const address = readAddress(arg, AF_INET);
    if (address === undefined || most < 4) throw notHardware();
    return Array.from(address.bytes, hexByte).join(":");
  }
  const parts = arg.split(":");
  if (parts.length > most) throw notHardware();
  return parts.map((part) => {
    const value = /^(0x)?[\da-f]+$/i.test(part) ? parseInt(part, 16) : Infinity;
    if (value > 255) throw notHardware();
    return hexByte(value);
  }).join(":");
}

/**
 * Whether an address lies in a prefix.
 *
 * @param address The address's bytes.
 * @param prefix The prefix.
 * @returns Whether the first bits are equal.
 */
export function contains(prefix: Prefix, address: Uint8Array): boolean {
  const { bytes, length } = prefix;
  const whole = length >> 3;
  for (let i = 0; i < whole; i++) {
    if (bytes[i] !== address[i]) return false;
  }
  const rest = length & 7;
  return rest === 0 ||
    ((bytes[whole]! ^ address[whole]!) >> (8 - rest)) === 0;
}

function expected(family: number): string {
  return family === AF_UNSPEC ? "any valid" : familyName(family);
}

function hexByte(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}

function readLength(arg: string): number | undefined {
  const length = unsigned(arg, 32);
  if (length !== undefined) return length;
  const mask = readIpv4(arg, AF_INET);
  if (mask === undefined) return undefined;
  const bits = Array.from(
    mask.bytes,
    (byte) => byte.toString(2).padStart(8, "0"),
  ).join("");
  return /^1*0*$/.test(bits) ? bits.replaceAll("0", "").length : undefined;
}

function readIpv4(arg: string, family: number): Prefix | undefined {
  if (family !== AF_UNSPEC && family !== AF_INET) return undefined;
  const bytes = new Uint8Array(4);
  const parts = arg.split(".");
  if (parts.length > 4) return undefined;
  for (const [i, part] of parts.entries()) {
    const { value, end } = strtoul(part);
    if (end === 0 || end < part.length || value < 0n || value > 255n) {
      return undefined;
    }
    bytes[i] = Number(value);
  }
  return {
    family: AF_INET,
    address: bytes.join("."),
    bytes,
    length: 32,
    given: false,
  };
}

function readIpv6(arg: string, family: number): Prefix | undefined {
  if (family !== AF_UNSPEC && family !== AF_INET6) return undefined;
  const bytes = ipv6Bytes(arg);
  if (bytes === undefined) return undefined;
  return { family: AF_INET6, address: arg, bytes, length: 128, given: false };
}

function ipv6Bytes(arg: string): Uint8Array | undefined {
  const halves = arg.split("::");
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half, i) =>
    groups(half, i === halves.length - 1)
  );
  if (head === undefined || halves.length === 2 && tail === undefined) {
    return undefined;
  }
  const missing = 16 - head.length - (tail?.length ?? 0);
  if (halves.length === 2 ? missing < 2 : missing !== 0) return undefined;
  return Uint8Array.from([
    ...head,
    ...new Array<number>(missing).fill(0),
    ...tail ?? [],
  ]);
}

function groups(half: string, last: boolean): number[] | undefined {
  if (half === "") return [];
  const bytes: number[] = [];
  const parts = half.split(":");
  for (const [i, part] of parts.entries()) {
    if (/^[0-9a-fA-F]{1,4}$/.test(part)) {
      const value = parseInt(part, 16);
      bytes.push(value >> 8, value & 255);
    } else if (last && i === parts.length - 1 && part.includes(".")) {
      const quad = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(part);
      const numbers = quad?.slice(1).map(Number) ?? [];
      if (numbers.length !== 4 || numbers.some((number) => number > 255)) {
        return undefined;
      }
      bytes.push(...numbers);
    } else return undefined;
  }
  return bytes;
}

/** A stack of MPLS labels, such as `100/200`; each takes 4 bytes, and the last one is marked. */
function readLabels(arg: string): Prefix | undefined {
  const parts = arg.split("/");
  const bytes = new Uint8Array(4 * parts.length);
  const view = new DataView(bytes.buffer);
  for (const [i, part] of parts.entries()) {
    const label = unsigned(part, 32);
    if (label === undefined || label > 0xfffff) return undefined;
    view.setUint32(
      4 * i,
      (label << 12 | (i === parts.length - 1 ? 0x100 : 0)) >>> 0,
    );
  }
  return { family: AF_MPLS, address: arg, bytes, length: 20, given: false };
}

/**
 * An IPv4 address as a number.
 *
 * @param address The address.
 * @returns The number.
 */
export function ipv4Number(address: string): number {
  return address.split(".").reduce((all, byte) => all * 256 + Number(byte), 0);
}
