/**
 * Pieces of text that states, policies and reports of them have in common.
 *
 * @module
 */

import { hostName } from "../../names/hosts.ts";
import type { Context } from "../../runtime/context.ts";
import {
  ipv4Address,
  ipv6Address,
  Writer,
} from "../../../messages/codec/mod.ts";
import { AF_INET, AF_INET6 } from "../../../messages/families.ts";
import { anyXfrmAddress } from "../../../messages/xfrm/address.ts";
import { XFRM_PROTOCOLS } from "../../../messages/xfrm/names.ts";

/** What ends a line: `ip` writes no JSON of IPsec, but keeps it on one line. */
export function lineEnd({ options }: Context): string {
  return options.oneline ? "\\" : "\n";
}

/**
 * An address, whose family may stand elsewhere than the address.
 *
 * @param address The address.
 * @param family Its family, `AF_*`.
 * @returns The text.
 */
export function addressText(
  context: Context,
  address: string,
  family: number,
): string {
  if (family !== AF_INET && family !== AF_INET6) return "???";
  const isIpv6 = address.includes(":");
  if (isIpv6 === (family === AF_INET6)) return hostName(context, address);
  const writer = new Writer();
  anyXfrmAddress.encode(writer, address);
  const codec = family === AF_INET ? ipv4Address : ipv6Address;
  return hostName(context, codec.decode(writer.view, 0, codec.size));
}

/**
 * The name of a number.
 *
 * @param names Names and their numbers.
 * @param value The number.
 * @returns The name, or the number.
 */
export function nameOf(
  names: Readonly<Record<string, number>>,
  value: number,
): string {
  for (const name in names) if (names[name] === value) return name;
  return String(value);
}

/**
 * The name of a protocol of states.
 *
 * @param protocol The protocol.
 * @returns The name, or the number.
 */
export function protocolText(protocol: number): string {
  return nameOf(XFRM_PROTOCOLS, protocol);
}

/**
 * Names of bits that are set, and the rest as a number.
 *
 * @param names Names and their bits.
 * @param value The bits.
 * @returns The text.
 */
export function flagsText(
  names: Readonly<Record<string, number>>,
  value: number,
): string {
  const found: string[] = [];
  let rest = value;
  for (const name in names) {
    if ((rest & names[name]!) === 0) continue;
    rest &= ~names[name]!;
    found.push(name);
  }
  if (rest !== 0) found.push((rest >>> 0).toString(16));
  return found.join(" ");
}

/**
 * A number in hexadecimal digits.
 *
 * @param value The number.
 * @param digits The least number of digits.
 * @returns The digits after `0x`.
 */
export function hex(value: number, digits = 1): string {
  return `0x${value.toString(16).padStart(digits, "0")}`;
}

/**
 * A number as C's `%#x` has it: 0 has no `0x`.
 *
 * @param value The number.
 * @returns The text.
 */
export function sharpHex(value: number): string {
  return value === 0 ? "0" : hex(value);
}

/**
 * Eight bits.
 *
 * @param value The bits.
 * @returns Eight digits after `0x`.
 */
export function bitsText(value: number): string {
  return `0x${value.toString(2).padStart(8, "0")}`;
}

/**
 * A time.
 *
 * @param seconds Seconds since 1970; 0 for none.
 * @returns The local time, or `-`.
 */
export function timeText(seconds: bigint): string {
  if (seconds === 0n) return "-";
  const date = new Date(Number(seconds) * 1000);
  const two = (value: number) => String(value).padStart(2, "0");
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()];
  return `${day.map(two).join("-")} ${time.map(two).join(":")}`;
}
