/**
 * Addresses of the command line as attributes of messages.
 *
 * @module
 */

import { assign, type Takes } from "./grammar.ts";
import type { Prefix } from "./prefixes.ts";
import type { Attributes } from "../messages/codec/mod.ts";

/**
 * Sets an attribute to the bytes of an address, however many they are: of `any`
 * there are none, and what that means is up to the kernel.
 *
 * @param attributes The attributes.
 * @param key The property that IP addresses go to.
 * @param type The attribute's type.
 * @param address The address.
 */
export function setAddress<A extends Attributes>(
  attributes: A,
  key: Takes<A, string>,
  type: number,
  { address, bytes }: Prefix,
): void {
  if (isIp(bytes)) assign<A, string>(attributes, key, address);
  else (attributes.unknown ??= []).push({ type, data: bytes });
}

/**
 * Whether an address is one of IP.
 *
 * @param bytes Its bytes.
 * @returns Whether they are as many as IPv4 or IPv6 has.
 */
export function isIp(bytes: Uint8Array): boolean {
  return bytes.length === 4 || bytes.length === 16;
}
