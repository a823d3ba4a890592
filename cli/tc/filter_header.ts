/**
 * What headers of filters have: the preference and the protocol.
 *
 * @module
 */

import type { TcHeader } from "../../messages/tc/header.ts";

/**
 * The protocol of a filter.
 *
 * @param header The header of its message.
 * @returns The EtherType, in host byte order.
 */
export function filterProtocol({ info }: Pick<TcHeader, "info">): number {
  return (info & 0xff) << 8 | info >>> 8 & 0xff;
}

/**
 * The preference of a filter.
 *
 * @param header The header of its message.
 * @returns The preference.
 */
export function filterPreference({ info }: Pick<TcHeader, "info">): number {
  return info >>> 16;
}

/**
 * What a header has of the preference and the protocol.
 *
 * @param preference The preference, of 16 bits.
 * @param protocol The EtherType, in host byte order.
 * @returns `tcm_info`.
 */
export function filterInfo(preference: number, protocol: number): number {
  const swapped = (protocol & 0xff) << 8 | protocol >>> 8 & 0xff;
  return (preference << 16 | swapped) >>> 0;
}
