/**
 * Keys, addresses and names of fields, as `wg` writes them.
 *
 * @module
 */

import { toBase64 } from "../../messages/codec/text.ts";
import type { SocketAddress } from "../../messages/codec/socket_address.ts";
import { AF_INET6 } from "../../messages/families.ts";
import type { WgAllowedIp, WgPeer } from "../../messages/generic/wireguard.ts";

/**
 * A key in base64.
 *
 * @param key The key.
 * @returns The text.
 */
export function keyText(key: Uint8Array): string {
  return toBase64(key);
}

/**
 * Whether there is a key: zeros stand for none.
 *
 * @param key The key.
 * @returns Whether there is one.
 */
export function isKey(key: Uint8Array | undefined): key is Uint8Array {
  return key !== undefined && key.some((byte) => byte !== 0);
}

/**
 * A key in base64, or what stands for none.
 *
 * @param key The key.
 * @returns The text.
 */
export function keyOrNone(key: Uint8Array | undefined): string {
  return isKey(key) ? keyText(key) : "(none)";
}

/**
 * Where a peer is reached.
 *
 * @param endpoint The address.
 * @param nameOf Finds the name of a link by its index.
 * @returns The text; `undefined` if that is not known.
 */
export function endpointText(
  endpoint: SocketAddress | undefined,
  nameOf: (index: number) => string | undefined,
): string | undefined {
  if (endpoint === undefined) return undefined;
  const { family, address, port, scopeId } = endpoint;
  if (family !== AF_INET6) return `${address}:${port}`;
  const scope = scopeId === undefined
    ? ""
    : `%${isLinkLocal(address) && nameOf(scopeId) || scopeId}`;
  return `[${address}${scope}]:${port}`;
}

/** Whether the name of a link is shown: for addresses that only it has. */
function isLinkLocal(address: string): boolean {
  return /^(fe[89ab]|ff.2:)/i.test(address);
}

/**
 * Networks of a peer, one by one.
 *
 * @param peer The peer.
 * @param slash What separates the length of the prefix.
 * @returns The texts.
 */
export function networkTexts(
  { allowedIps = [] }: WgPeer,
  slash = "/",
): string[] {
  return allowedIps.map(({ ipaddr = "", cidrMask = 0 }: WgAllowedIp) =>
    `${ipaddr}${slash}${cidrMask}`
  );
}
