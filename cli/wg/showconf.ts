/**
 * `wg showconf`.
 *
 * @module
 */

import type { WgPeer } from "../../messages/generic/wireguard.ts";
import { getDevice } from "./kernel.ts";
import { linkNames } from "./link_names.ts";
import { endpointText, isKey, keyText, networkTexts } from "./text.ts";
import { failure, type World } from "./world.ts";

/**
 * Shows the configuration of a device.
 *
 * @param args What follows its name.
 * @param world What it works with.
 * @returns The exit code.
 * @throws {CommandError} If it fails.
 */
export async function showconf(
  args: readonly string[],
  world: World,
): Promise<number> {
  const [name] = args;
  if (name === undefined || args.length > 1) {
    throw failure("Usage: wg showconf <interface>");
  }
  const device = await getDevice(world, name);
  const { listenPort, fwmark, privateKey, peers = [] } = device;
  const nameOf = await linkNames(world, device);
  const lines = ["[Interface]"];
  if (listenPort) lines.push(`ListenPort = ${listenPort}`);
  if (fwmark) lines.push(`FwMark = 0x${fwmark.toString(16)}`);
  if (isKey(privateKey)) lines.push(`PrivateKey = ${keyText(privateKey)}`);
  lines.push("");
  for (const [i, peer] of peers.entries()) {
    if (i > 0) lines.push("");
    lines.push(...peerLines(peer, nameOf));
  }
  world.io.out(lines.map((line) => `${line}\n`).join(""));
  return 0;
}

function peerLines(
  peer: WgPeer,
  nameOf: (index: number) => string | undefined,
): string[] {
  const { publicKey = new Uint8Array(), presharedKey } = peer;
  const { persistentKeepaliveInterval: keepalive } = peer;
  const lines = ["[Peer]", `PublicKey = ${keyText(publicKey)}`];
  if (isKey(presharedKey)) {
    lines.push(`PresharedKey = ${keyText(presharedKey)}`);
  }
  const networks = networkTexts(peer);
  if (networks.length > 0) lines.push(`AllowedIPs = ${networks.join(", ")}`);
  const endpoint = endpointText(peer.endpoint, nameOf);
  if (endpoint !== undefined) lines.push(`Endpoint = ${endpoint}`);
  if (keepalive) lines.push(`PersistentKeepalive = ${keepalive}`);
  return lines;
}
