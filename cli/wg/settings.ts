/**
 * Devices that `wg` puts together of settings.
 *
 * @module
 */

import { textFromBytes, textToBytes } from "../../messages/codec/text.ts";
import {
  type WgPeer,
  WGPEER_F_REPLACE_ALLOWEDIPS,
} from "../../messages/generic/wireguard.ts";
import type { Io } from "../runtime/io.ts";
import { parseNetworks } from "./parse_values.ts";

/** Bytes that the name of a link has at most. */
const NAME_LENGTH = 15;

/**
 * The name of a device to be changed: the rest of a long one is left out.
 *
 * @param name The name.
 * @returns As much of it as links can have.
 */
export function nameOfDevice(name: string): string {
  const bytes = textToBytes(name);
  return bytes.length > NAME_LENGTH
    ? textFromBytes(bytes.subarray(0, NAME_LENGTH))
    : name;
}

/**
 * Gives networks to a peer.
 *
 * @param peer The peer.
 * @param text The networks.
 * @param io Where warnings go.
 * @throws {CommandError} If one of them is wrong.
 */
export function addNetworks(peer: WgPeer, text: string, io: Io): void {
  const { networks, replaces } = parseNetworks(text, io);
  const { flags = 0, allowedIps = [] } = peer;
  peer.flags = replaces
    ? flags | WGPEER_F_REPLACE_ALLOWEDIPS
    : flags & ~WGPEER_F_REPLACE_ALLOWEDIPS;
  // What the kernel is sent has no list if there is nothing in it.
  const all = [...allowedIps, ...networks];
  if (all.length > 0) peer.allowedIps = all;
}
