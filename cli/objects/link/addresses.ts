/**
 * Hardware addresses as text.
 *
 * @module
 */

import {
  ARPHRD_AX25,
  ARPHRD_NETROM,
  ARPHRD_ROSE,
} from "../../../messages/link/constants_hardware.ts";
import { ipv6Address } from "../../../messages/codec/address.ts";

/** Hardware types whose addresses are IPv4 addresses: IPIP, SIT, GRE. */
const IPV4_TYPES: readonly number[] = [768, 776, 778];
/** Hardware types whose addresses are IPv6 addresses: IPv6 tunnels, GRE over IPv6. */
const IPV6_TYPES: readonly number[] = [769, 823];

/**
 * A hardware address as people of its hardware type write it.
 *
 * @param address Its bytes in hexadecimal, with colons.
 * @param type The hardware type (`ARPHRD_*`).
 * @returns The text.
 */
export function hardwareAddress(address: string, type: number): string {
  if (IPV4_TYPES.includes(type) && address.length === 11) {
    return address.split(":").map((byte) => parseInt(byte, 16)).join(".");
  }
  if (IPV6_TYPES.includes(type) && address.length === 47) {
    const bytes = address.split(":").map((byte) => parseInt(byte, 16));
    return ipv6Address.decode(
      new DataView(Uint8Array.from(bytes).buffer),
      0,
      16,
    );
  }
  if (address.length === 20) {
    if (type === ARPHRD_AX25 || type === ARPHRD_NETROM) {
      return callsign(address);
    }
  }
  if (type === ARPHRD_ROSE && address.length === 14) {
    return address.replaceAll(":", "");
  }
  return address;
}

/**
 * Bytes as a hardware address.
 *
 * @param bytes The bytes.
 * @param type The hardware type (`ARPHRD_*`).
 * @returns The text.
 */
export function hardwareAddressOf(
  bytes: Uint8Array | number[],
  type: number,
): string {
  const address = Array.from(
    bytes,
    (byte) => byte.toString(16).padStart(2, "0"),
  ).join(":");
  return hardwareAddress(address, type);
}

/** A callsign of amateur radio: six characters and a number, each shifted left by a bit. */
function callsign(address: string): string {
  const bytes = address.split(":").map((byte) => parseInt(byte, 16) >> 1);
  const name = String.fromCharCode(...bytes.slice(0, 6)).replaceAll(" ", "");
  return name === "" ? "*" : `${name}-${bytes[6]! & 15}`;
}
