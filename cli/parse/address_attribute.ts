/**
 * Addresses of the command line as attributes of messages.
 *
 * @module
 */

import { assign, type Takes } from "./grammar.ts";
import type { Prefix } from "./prefixes.ts";
import {
  type Attributes,
  attributeType,
  type Codec,
} from "../../messages/codec/mod.ts";
import { AF_MPLS, AF_PACKET } from "../../messages/families.ts";

/**
 * Adds an attribute whose bytes may not be what its codec takes: what they mean
 * is up to the kernel.
 *
 * @typeParam A The attributes.
 * @param codec Codec of the attributes.
 * @param attributes Where the attribute goes.
 * @param key The property that stands for it.
 * @param data Its bytes.
 */
export function addRaw<A extends Attributes>(
  codec: Codec<A>,
  attributes: Attributes,
  key: Exclude<keyof A, "unknown"> & string,
  data: Uint8Array,
): void {
  const type = attributeType(codec, key);
  (attributes.unknown ??= []).push({ type, data });
}

/**
 * Sets an attribute to the bytes of an address, however many they are: of `any`
 * there are none, and what that means is up to the kernel.
 *
 * @param codec Codec of the attributes.
 * @param attributes The attributes.
 * @param key The property that IP addresses go to.
 * @param address The address.
 */
export function setAddress<A extends Attributes>(
  codec: Codec<A>,
  attributes: A,
  key: Takes<A, string> & Exclude<keyof A, "unknown"> & string,
  address: Prefix,
): void {
  if (isIp(address)) assign<A, string>(attributes, key, address.address);
  else addRaw(codec, attributes, key, address.bytes);
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
