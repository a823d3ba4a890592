/**
 * Configuration files of `wg`.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/wg.8.html | wg(8)}
 *
 * @module
 */

import {
  WG_KEY_LEN,
  type WgDevice,
  WGDEVICE_F_REPLACE_PEERS,
  type WgPeer,
  WGPEER_F_REPLACE_ALLOWEDIPS,
} from "../../messages/generic/wireguard.ts";
import type { Io } from "../runtime/io.ts";
import { parseEndpoint, parsePort } from "./parse_address.ts";
import {
  parseKeepalive,
  parseKey,
  parseMark,
  withoutBlanks,
} from "./parse_values.ts";
import { addNetworks } from "./settings.ts";
import { failure } from "./world.ts";

/** What sets something by a line of a file. */
type Set<T> = (target: T, value: string, io: Io) => void | Promise<void>;

/** Lines of `[Interface]`, by what is in front of `=`. */
const DEVICE: Readonly<Record<string, Set<WgDevice>>> = {
  listenport: async (device, value) => {
    device.listenPort = await parsePort(value);
  },
  fwmark: (device, value) => {
    device.fwmark = parseMark(value);
  },
  privatekey: (device, value) => {
    device.privateKey = parseKey(value);
  },
};

/** Lines of `[Peer]`, by what is in front of `=`. */
const PEER: Readonly<Record<string, Set<WgPeer>>> = {
  endpoint: async (peer, value, io) => {
    peer.endpoint = await parseEndpoint(value, io);
  },
  publickey: (peer, value) => {
    peer.publicKey = parseKey(value);
  },
  allowedips: (peer, value, io) => addNetworks(peer, value, io),
  persistentkeepalive: (peer, value) => {
    peer.persistentKeepaliveInterval = parseKeepalive(value);
  },
  presharedkey: (peer, value) => {
    peer.presharedKey = parseKey(value);
  },
};

/**
 * Reads a configuration.
 *
 * @param text The file.
 * @param appends Whether it is added to what there is, and not put in its place.
 * @param io Where warnings go.
 * @returns The device.
 * @throws {CommandError} If there is something wrong with it.
 */
export async function readConfig(
  text: string,
  appends: boolean,
  io: Io,
): Promise<WgDevice> {
  const device: WgDevice = appends ? {} : {
    flags: WGDEVICE_F_REPLACE_PEERS,
    privateKey: new Uint8Array(WG_KEY_LEN),
    listenPort: 0,
    fwmark: 0,
  };
  let section: "none" | "device" | WgPeer = "none";
  for (const whole of text.split("\n")) {
    const line = withoutBlanks(whole.replace(/[#\0].*/s, ""));
    if (line === "") continue;
    switch (line.toLowerCase()) {
      case "[interface]":
        section = "device";
        continue;
      case "[peer]":
        section = { flags: WGPEER_F_REPLACE_ALLOWEDIPS };
        (device.peers ??= []).push(section);
        continue;
    }
    if (section === "none") throw unrecognized(line);
    if (section === "device") await take(DEVICE, device, line, io);
    else await take(PEER, section, line, io);
  }
  if (device.peers?.some(({ publicKey }) => publicKey === undefined)) {
    throw failure("A peer is missing a public key\nInvalid configuration");
  }
  return device;
}

/** Sets what a line asks for. */
async function take<T>(
  settings: Readonly<Record<string, Set<T>>>,
  target: T,
  line: string,
  io: Io,
): Promise<void> {
  const [, name = "", value = ""] = /^([^=]*)=(.+)$/s.exec(line) ?? [];
  const key = name.toLowerCase();
  if (!Object.hasOwn(settings, key)) throw unrecognized(line);
  try {
    await settings[key]!(target, value, io);
  } catch (error) {
    throw unparsed(error);
  }
}

function unrecognized(line: string): unknown {
  return unparsed(failure(`Line unrecognized: \`${line}'`));
}

function unparsed(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== "CommandError") return error;
  return failure(`${error.message}Configuration parsing error`);
}
