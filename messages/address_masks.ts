/**
 * Masks of prefixes, as addresses.
 *
 * @module
 */

import {
  type Codec,
  ipv4Address,
  ipv6Address,
  macAddress,
} from "./codec/mod.ts";
import { once } from "./codec/once.ts";

/** The masks of prefixes of one sort of addresses. */
export interface AddressMasks {
  /** The mask of each length, in bits. */
  readonly byLength: readonly string[];
  /** The length of each mask. */
  readonly lengths: ReadonlyMap<string, number>;
}

function masksOf({ decode, size }: Codec<string>): () => AddressMasks {
  return once(() => {
    const bytes = new Uint8Array(size);
    const view = new DataView(bytes.buffer);
    const byLength = [decode(view, 0, size)];
    for (let bit = 0; bit < size * 8; bit++) {
      bytes[bit >> 3]! |= 0x80 >> (bit & 7);
      byLength.push(decode(view, 0, size));
    }
    const lengths = new Map(byLength.map((mask, length) => [mask, length]));
    return { byLength, lengths };
  });
}

/** Masks of addresses of IPv4. */
export const ipv4Masks: () => AddressMasks = masksOf(ipv4Address);
/** Masks of addresses of IPv6. */
export const ipv6Masks: () => AddressMasks = masksOf(ipv6Address);
/** Masks of hardware addresses of six bytes. */
export const macMasks: () => AddressMasks = masksOf(macAddress);
