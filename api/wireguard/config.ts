/**
 * Configuration files of WireGuard, as `wg` and `wg-quick` have them.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/wg.8.html | wg(8)}
 * @see {@link https://man7.org/linux/man-pages/man8/wg-quick.8.html | wg-quick(8)}
 *
 * @module
 */

import { readWireguardKey } from "./key.ts";
import type { WireguardConfig, WireguardPeerConfig } from "./spec.ts";

/** What `wg-quick` adds to configuration files, line by line. */
export interface WireguardQuickSettings {
  /** Addresses of the link, in CIDR notation (`Address`). */
  addresses?: string[];
  /** Name servers, and domains to search (`DNS`). */
  dns?: string[];
  /** Maximum transmission unit in bytes (`MTU`). */
  mtu?: number;
  /** Table that routes are put into: a number, a name, `off` or `auto` (`Table`). */
  table?: string;
  /** Commands to run before the link is up (`PreUp`). */
  preUp?: string[];
  /** Commands to run when the link is up (`PostUp`). */
  postUp?: string[];
  /** Commands to run before the link is down (`PreDown`). */
  preDown?: string[];
  /** Commands to run when the link is down (`PostDown`). */
  postDown?: string[];
  /** Whether the configuration is written back at the end (`SaveConfig`). */
  saveConfig?: boolean;
}

/** A configuration file. */
export interface WireguardConfigFile extends WireguardConfig {
  /** The peers. */
  peers: WireguardPeerConfig[];
  /** What `wg-quick` adds; missing if there is nothing of it. */
  quick?: WireguardQuickSettings;
}

/** How a line is read and written. */
interface Line<T> {
  /** Its name, as it is written. */
  readonly name: string;
  /** Reads a value; returns what is expected if it is another. */
  readonly read: (target: T, value: string) => string | void;
  /** The values to write, each in a line of its own. */
  readonly write: (target: T) => readonly (string | number)[];
}

const KEY = "32 bytes in base64 are expected";

const DEVICE: readonly Line<WireguardConfig>[] = [
  {
    name: "ListenPort",
    read: (config, value) => {
      config.listenPort = number(value, 0xffff);
      return expectedNumber(config.listenPort, 0xffff);
    },
    write: ({ listenPort }) => listenPort ? [listenPort] : [],
  },
  {
    name: "FwMark",
    read: (config, value) => {
      const mark = number(value, 0xffffffff);
      config.firewallMark = mark || null;
      return expectedNumber(mark, 0xffffffff);
    },
    write: ({ firewallMark }) =>
      firewallMark ? [`0x${firewallMark.toString(16)}`] : [],
  },
  {
    name: "PrivateKey",
    read: (config, value) => {
      config.privateKey = value;
      return expectedKey(value);
    },
    write: ({ privateKey }) => privateKey ? [privateKey] : [],
  },
];

const PEER: readonly Line<Partial<WireguardPeerConfig>>[] = [
  {
    name: "PublicKey",
    read: (peer, value) => {
      peer.publicKey = value;
      return expectedKey(value);
    },
    write: ({ publicKey = "" }) => [publicKey],
  },
  {
    name: "PresharedKey",
    read: (peer, value) => {
      peer.presharedKey = value;
      return expectedKey(value);
    },
    write: ({ presharedKey }) => presharedKey ? [presharedKey] : [],
  },
  {
    name: "AllowedIPs",
    read: (peer, value) => {
      (peer.allowedIps ??= []).push(...listOf(value));
    },
    write: ({ allowedIps = [] }) =>
      allowedIps.length > 0 ? [allowedIps.join(", ")] : [],
  },
  {
    name: "Endpoint",
    read: (peer, value) => {
      peer.endpoint = value;
    },
    write: ({ endpoint }) => endpoint === undefined ? [] : [endpoint],
  },
  {
    name: "PersistentKeepalive",
    read: (peer, value) => {
      const seconds = number(value, 0xffff);
      peer.keepalive = seconds || null;
      return expectedNumber(seconds, 0xffff);
    },
    write: ({ keepalive }) => keepalive ? [keepalive] : [],
  },
];

/** A line of `wg-quick` that can be there several times. */
function several(
  name: string,
  property: "preUp" | "postUp" | "preDown" | "postDown",
): Line<WireguardQuickSettings> {
  return {
    name,
    read: (quick, value) => void (quick[property] ??= []).push(value),
    write: (quick) => quick[property] ?? [],
  };
}

const QUICK: readonly Line<WireguardQuickSettings>[] = [
  {
    name: "Address",
    read: (quick, value) =>
      void (quick.addresses ??= []).push(...listOf(value)),
    write: ({ addresses = [] }) =>
      addresses.length > 0 ? [addresses.join(", ")] : [],
  },
  {
    name: "DNS",
    read: (quick, value) => void (quick.dns ??= []).push(...listOf(value)),
    write: ({ dns = [] }) => dns.length > 0 ? [dns.join(", ")] : [],
  },
  {
    name: "MTU",
    read: (quick, value) => {
      quick.mtu = number(value, 0xffffffff);
      return expectedNumber(quick.mtu, 0xffffffff);
    },
    write: ({ mtu }) => mtu === undefined ? [] : [mtu],
  },
  {
    name: "Table",
    read: (quick, value) => void (quick.table = value),
    write: ({ table }) => table === undefined ? [] : [table],
  },
  several("PreUp", "preUp"),
  several("PostUp", "postUp"),
  several("PreDown", "preDown"),
  several("PostDown", "postDown"),
  {
    name: "SaveConfig",
    read: (quick, value) => {
      quick.saveConfig = value === "true";
      return /^(true|false)$/.test(value)
        ? undefined
        : "true or false is expected";
    },
    write: ({ saveConfig }) =>
      saveConfig === undefined ? [] : [`${saveConfig}`],
  },
];

/**
 * Reads a configuration file. Endpoints are taken as they are: names of hosts
 * have to be replaced by addresses before they can be applied.
 *
 * @param text The file.
 * @returns The configuration, with the lines of `wg-quick` apart.
 * @throws {SyntaxError} If there is something wrong with it; keys are not in
 * the error.
 */
export function parseWireguardConfig(text: string): WireguardConfigFile {
  const config: WireguardConfigFile = { peers: [] };
  const quick: WireguardQuickSettings = {};
  const peers: Partial<WireguardPeerConfig>[] = [];
  let section: "none" | "interface" | "peer" = "none";
  for (const [i, whole] of text.split("\n").entries()) {
    const line = whole.replace(/#.*/, "").trim();
    if (line === "") continue;
    const wrong = (state: string) => unparsed(`line ${i + 1}: ${state}`);
    const title = /^\[\s*(\w+)\s*\]$/.exec(line)?.[1]?.toLowerCase();
    if (title === "interface" || title === "peer") {
      section = title;
      if (title === "peer") peers.push({});
      continue;
    }
    const [, name = "", value = ""] = /^(\w+)\s*=\s*(.+)$/.exec(line) ?? [];
    if (section === "none" || name === "") {
      throw wrong("it is neither a section nor a setting of one");
    }
    const state = section === "peer"
      ? take(PEER, peers.at(-1)!, name, value)
      : take([...DEVICE], config, name, value, () =>
        take(QUICK, quick, name, value));
    if (state !== undefined) throw wrong(state);
  }
  for (const [i, peer] of peers.entries()) {
    if (peer.publicKey === undefined) {
      throw unparsed(`peer ${i + 1} has no public key`);
    }
    config.peers.push({ allowedIps: [], ...peer, publicKey: peer.publicKey });
  }
  if (Object.keys(quick).length > 0) config.quick = quick;
  return config;
}

/** Reads a line; returns what is wrong with it. */
function take<T>(
  lines: readonly Line<T>[],
  target: T,
  name: string,
  value: string,
  otherwise: () => string | undefined = () =>
    `there is no setting ${name} here`,
): string | undefined {
  const found = lines.find((line) =>
    line.name.toLowerCase() === name.toLowerCase()
  );
  if (found === undefined) return otherwise();
  const state = found.read(target, value);
  return state === undefined ? undefined : `${found.name}: ${state}`;
}

/**
 * Writes a configuration file, which has the keys in it.
 *
 * @param config The configuration, or a device that was read.
 * @returns The file.
 */
export function formatWireguardConfig(
  config: WireguardConfig & { readonly quick?: WireguardQuickSettings },
): string {
  const { quick = {}, peers = [] } = config;
  const sections = [
    ["[Interface]", ...write(DEVICE, config), ...write(QUICK, quick)],
    ...peers.map((peer) => ["[Peer]", ...write(PEER, peer)]),
  ];
  return sections.map((lines) => `${lines.join("\n")}\n`).join("\n");
}

function write<T>(lines: readonly Line<T>[], target: T): string[] {
  return lines.flatMap(({ name, write }) =>
    write(target).map((value) => `${name} = ${value}`)
  );
}

function unparsed(state: string): SyntaxError {
  return new SyntaxError(`Cannot parse WireGuard configuration: ${state}`);
}

function listOf(value: string): string[] {
  return value.split(",").map((item) => item.trim()).filter((item) =>
    item !== ""
  );
}

/** A number, which may be hexadecimal; `off` is 0, and NaN is none. */
function number(value: string, max: number): number {
  if (value.toLowerCase() === "off") return 0;
  if (!/^(\d+|0x[\da-fA-F]+)$/.test(value)) return NaN;
  const number = Number(value);
  return number <= max ? number : NaN;
}

function expectedNumber(number: number, max: number): string | undefined {
  return Number.isNaN(number)
    ? `a number from 0 to ${max} is expected`
    : undefined;
}

function expectedKey(value: string): string | undefined {
  return readWireguardKey(value) === undefined ? KEY : undefined;
}
