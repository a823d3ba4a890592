/**
 * Values of settings, as `wg` reads them on its command line and in files.
 *
 * @module
 */

import { ipAddress, ipVersion, Writer } from "../../messages/codec/mod.ts";
import { AF_INET, AF_INET6 } from "../../messages/families.ts";
import {
  type WgAllowedIp,
  WGALLOWEDIP_F_REMOVE_ME,
} from "../../messages/generic/wireguard.ts";
import { readWireguardKey } from "../../api/wireguard/key.ts";
import type { Io } from "../runtime/io.ts";
import { failure } from "./world.ts";

/** Blanks of C, whatever the language is. */
const BLANKS = /[\t\n\v\f\r ]/g;
const MAX_32 = 0xffffffffn;

/**
 * Takes all blanks out of a text.
 *
 * @param text The text.
 * @returns The rest.
 */
export function withoutBlanks(text: string): string {
  return text.replaceAll(BLANKS, "");
}

/**
 * Reads a key.
 *
 * @param text The key in base64.
 * @returns Its bytes.
 * @throws {CommandError} If it is none.
 */
export function parseKey(text: string): Uint8Array<ArrayBuffer> {
  const key = readWireguardKey(text);
  if (key === undefined) {
    throw failure(`Key is not the correct length or format: \`${text}'`);
  }
  return key;
}

/**
 * Reads a mark.
 *
 * @param text A number, or `off`.
 * @returns The number.
 * @throws {CommandError} If it is none.
 */
export function parseMark(text: string): number {
  if (text.toLowerCase() === "off") return 0;
  if (/^(\d+|0x[\da-fA-F]+)$/.test(text)) {
    // A leading zero does not make a number octal.
    const number = BigInt(text.startsWith("0x") ? text : decimal(text));
    if (number <= MAX_32) return Number(number);
  }
  throw failure(`Fwmark is neither 0/off nor 0-0xffffffff: \`${text}'`);
}

/**
 * Reads how often something is sent to a peer.
 *
 * @param text A number of seconds, or `off`.
 * @returns The number.
 * @throws {CommandError} If it is none.
 */
export function parseKeepalive(text: string): number {
  if (text.toLowerCase() === "off") return 0;
  if (/^\d+$/.test(text)) {
    const number = BigInt(decimal(text));
    if (number <= 0xffffn) return Number(number);
  }
  throw failure(
    `Persistent keepalive interval is neither 0/off nor 1-65535: \`${text}'`,
  );
}

function decimal(digits: string): string {
  return digits.replace(/^0+(?=\d)/, "");
}

/** Networks of a peer, and whether they are all that it has. */
export interface ParsedNetworks {
  /** The networks. */
  readonly networks: WgAllowedIp[];
  /** Whether others are removed. */
  readonly replaces: boolean;
}

/**
 * Reads networks.
 *
 * @param text Networks with commas between them; `+` or `-` in front of one
 * adds it to those that there are, or removes it.
 * @param io Where warnings go.
 * @returns The networks.
 * @throws {CommandError} If one of them is wrong.
 */
export function parseNetworks(text: string, io: Io): ParsedNetworks {
  if (text === "") return { networks: [], replaces: true };
  let replaces = true;
  const networks = text.split(",").map((part) => {
    const changes = /^[+-]/.test(part);
    if (changes) replaces = false;
    const network = parseNetwork(changes ? part.slice(1) : part, io);
    return part.startsWith("-")
      ? { ...network, flags: WGALLOWEDIP_F_REMOVE_ME }
      : network;
  });
  return { networks, replaces };
}

function parseNetwork(text: string, io: Io): WgAllowedIp {
  const slash = text.indexOf("/");
  const ipaddr = slash < 0 ? text : text.slice(0, slash);
  const version = ipVersion(ipaddr);
  if (version === undefined) {
    throw failure(`Unable to parse IP address: \`${ipaddr}'`);
  }
  const bits = version === 4 ? 32 : 128;
  const digits = slash < 0 ? undefined : text.slice(slash + 1);
  const cidrMask = digits === undefined
    ? bits
    : /^\d+$/.test(digits)
    ? Number(digits)
    : Infinity;
  if (cidrMask > bits) {
    throw failure(`AllowedIP is not in the correct format: \`${text}'`);
  }
  if (hasHostBits(ipaddr, cidrMask)) {
    io.err(
      `Warning: AllowedIP has nonzero host part: ${ipaddr}/${
        digits ?? cidrMask
      }\n`,
    );
  }
  const family = version === 4 ? AF_INET : AF_INET6;
  return { family, ipaddr, cidrMask };
}

const writer: Writer = new Writer();

/** Whether bits behind the prefix are set. */
function hasHostBits(address: string, length: number): boolean {
  writer.reset();
  ipAddress.encode(writer, address);
  for (let at = 0; at < writer.length; at++) {
    const byte = writer.view.getUint8(at);
    const mask = 0xff >> Math.min(Math.max(length - 8 * at, 0), 8);
    if ((byte & mask) !== 0) return true;
  }
  return false;
}
