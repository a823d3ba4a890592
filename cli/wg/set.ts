/**
 * `wg set`.
 *
 * @module
 */

import { valueOf } from "../../messages/value_names.ts";
import {
  type WgDevice,
  type WgPeer,
  WGPEER_F_REMOVE_ME,
} from "../../messages/generic/wireguard.ts";
import type { Io } from "../runtime/io.ts";
import { readKeyFile } from "./key_file.ts";
import { setDevice } from "./kernel.ts";
import { parseEndpoint, parsePort } from "./parse_address.ts";
import {
  parseKeepalive,
  parseKey,
  parseMark,
  withoutBlanks,
} from "./parse_values.ts";
import { addNetworks, nameOfDevice } from "./settings.ts";
import { failure, type World } from "./world.ts";

/** A word that sets something. */
interface Setting<T> {
  /** What has to follow it; nothing if it is missing. */
  readonly argument?: string;
  /** Sets it. */
  readonly set: (target: T, word: string, io: Io) => void | Promise<void>;
}

/** Settings of the device, which come before all peers. */
const DEVICE: Readonly<Record<string, Setting<WgDevice>>> = {
  "listen-port": {
    argument: "<port>",
    set: async (device, word) => {
      device.listenPort = await parsePort(word);
    },
  },
  "fwmark": {
    argument: "<mark>",
    set: (device, word) => {
      device.fwmark = parseMark(word);
    },
  },
  "private-key": {
    argument: "<file path>",
    set: (device, word, io) => {
      device.privateKey = readKeyFile(io, word);
    },
  },
};

/** Settings of the peer that was named last. */
const PEER: Readonly<Record<string, Setting<WgPeer>>> = {
  "remove": {
    set: (peer) => {
      peer.flags = (peer.flags ?? 0) | WGPEER_F_REMOVE_ME;
    },
  },
  "preshared-key": {
    argument: "<file path>",
    set: (peer, word, io) => {
      peer.presharedKey = readKeyFile(io, word);
    },
  },
  "endpoint": {
    argument: "<ip>:<port>",
    set: async (peer, word, io) => {
      peer.endpoint = await parseEndpoint(word, io);
    },
  },
  "persistent-keepalive": {
    argument: "<interval seconds>",
    set: (peer, word) => {
      peer.persistentKeepaliveInterval = parseKeepalive(word);
    },
  },
  "allowed-ips": {
    argument: "<ip1>/<cidr1>[,<ip2>/<cidr2>]...",
    set: (peer, word, io) => addNetworks(peer, withoutBlanks(word), io),
  },
};

function usage(): string {
  const forms = <T>(settings: Readonly<Record<string, Setting<T>>>) =>
    Object.entries(settings).map(([word, { argument }]) =>
      argument === undefined ? `[${word}]` : `[${word} ${argument}]`
    ).join(" ");
  return `Usage: wg set <interface> ${forms(DEVICE)} ` +
    `[peer <base64 public key> ${forms(PEER)} ]...`;
}

/**
 * Changes a device.
 *
 * @param args What follows its name.
 * @param world What it works with.
 * @returns The exit code.
 * @throws {CommandError} If it fails.
 */
export async function set(
  args: readonly string[],
  world: World,
): Promise<number> {
  const [name, ...words] = args;
  if (name === undefined || words.length === 0) throw failure(usage());
  const device = await parse(words, world.io);
  await setDevice(world, { ifname: nameOfDevice(name), ...device });
  return 0;
}

async function parse(words: readonly string[], io: Io): Promise<WgDevice> {
  const device: WgDevice = {};
  let peer: WgPeer | undefined;
  for (let at = 0; at < words.length;) {
    const [word, next] = [words[at]!, words[at + 1]];
    if (word === "peer" && next !== undefined) {
      peer = { publicKey: parseKey(next) };
      (device.peers ??= []).push(peer);
      at += 2;
      continue;
    }
    at += peer === undefined
      ? await take(DEVICE, device, word, next, io)
      : await take(PEER, peer, word, next, io);
  }
  return device;
}

/** Sets what a word asks for, and returns how many words that took. */
async function take<T>(
  settings: Readonly<Record<string, Setting<T>>>,
  target: T,
  word: string,
  next: string | undefined,
  io: Io,
): Promise<number> {
  const setting = valueOf(settings, word);
  const takesNext = setting?.argument !== undefined;
  if (setting === undefined || takesNext && next === undefined) {
    throw failure(`Invalid argument: ${word}`);
  }
  await setting.set(target, next ?? "", io);
  return takesNext ? 2 : 1;
}
