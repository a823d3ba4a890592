/**
 * Addresses of the command line as attributes of messages.
 *
 * @module
 */

import { assign, type Takes } from "./grammar.ts";
import type { Prefix } from "./prefixes.ts";
import type { Attributes } from "../../messages/codec/mod.ts";
import { AF_MPLS, AF_PACKET } from "../../messages/families.ts";

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
  address: Prefix,
): void {
  if (isIp(address)) assign<A, string>(attributes, key, address.address);
  else (attributes.unknown ??= []).push({ type, data: address.bytes });
}

/**
 * Whether an address is one of IP.
 *
 * @param address The address.
 * @returns Whether it has as many bytes as one of IPv4 or IPv6, and is neither
 * a stack of labels nor a hardware address, which may have as many.
 */
export function isIp({ family, bytes }: Prefix): boolean {
  return family !== AF_MPLS && family !== AF_PACKET &&
    (bytes.length === 4 || bytes.length === 16);
}
