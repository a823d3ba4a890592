/**
 * Ports and endpoints, as `wg` reads them: numbers, or names that the C library
 * finds.
 *
 * @see {@link https://man7.org/linux/man-pages/man3/getaddrinfo.3.html | getaddrinfo(3)}
 *
 * @module
 */

import { ipVersion } from "../../messages/codec/mod.ts";
import type { SocketAddress } from "../../messages/codec/socket_address.ts";
import { AF_INET, AF_INET6 } from "../../messages/families.ts";
import { errorText } from "../../messages/errno.ts";
import { errno } from "../../socket/libc.ts";
import type { Io } from "../runtime/io.ts";
import { failure } from "./world.ts";

/** Reasons why a name has no address: `EAI_*`. */
const EAI_NONAME = -2;
const EAI_FAIL = -4;
const EAI_NODATA = -5;
const EAI_SERVICE = -8;
const EAI_SYSTEM = -11;

/** Reasons for which it makes no sense to try again. */
const FINAL: readonly number[] = [EAI_NONAME, EAI_FAIL, EAI_NODATA];

/** How often a name is looked up again, and how long to wait before, in ms. */
const RETRIES = 15;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 20_000;

/**
 * Reads a port.
 *
 * @param text A number, or the name of a service.
 * @returns The port.
 * @throws {CommandError} If it is none.
 */
export async function parsePort(text: string): Promise<number> {
  if (text === "") throw failure("Unable to parse empty port");
  const number = portNumber(text);
  if (number !== undefined) return number;
  const { gaiText, portOf } = await import("./resolver.ts");
  const port = portOf(text);
  if (port === undefined) {
    throw failure(`${gaiText(EAI_SERVICE)}: \`${text}'`);
  }
  return port;
}

/**
 * Reads where a peer is reached.
 *
 * @param text Address or name of a host, and a port.
 * @param io Where to report that a name is looked up again, and how often that
 * is done.
 * @returns The address.
 * @throws {CommandError} If it is none.
 */
export async function parseEndpoint(
  text: string,
  io: Io,
): Promise<SocketAddress> {
  const retries = retriesOf(io);
  if (text === "") throw failure("Unable to parse empty endpoint");
  const [host, service] = divide(text);
  const port = portNumber(service);
  const version = ipVersion(host);
  if (port !== undefined && version !== undefined) {
    const family = version === 4 ? AF_INET : AF_INET6;
    return { family, port, address: host };
  }
  return await resolve(text, host, service, { io, retries });
}

/** Host and port of an endpoint. */
function divide(text: string): [host: string, service: string] {
  if (!text.startsWith("[")) {
    const colon = text.lastIndexOf(":");
    if (colon < 0 || colon === text.length - 1) throw noPort(text);
    return [text.slice(0, colon), text.slice(colon + 1)];
  }
  const end = text.indexOf("]");
  if (end < 0) {
    throw failure(`Unable to find matching brace of endpoint: \`${text}'`);
  }
  if (text[end + 1] !== ":" || end + 2 === text.length) throw noPort(text);
  return [text.slice(1, end), text.slice(end + 2)];
}

function noPort(text: string): Error {
  return failure(`Unable to find port of endpoint: \`${text}'`);
}

/**
 * The port that a number stands for, as the C library reads it: only its last
 * 16 bits count.
 */
function portNumber(text: string): number | undefined {
  if (!/^[\t\n\v\f\r ]*[+-]?\d+$/.test(text)) return undefined;
  const number = BigInt(text.trim().replace(/^\+/, ""));
  const isTooLarge = number >= 1n << 64n || number <= -(1n << 64n);
  const int = Number(BigInt.asIntN(32, isTooLarge ? -1n : number));
  return int < 0 ? undefined : int & 0xffff;
}

/** How often to try again: `WG_ENDPOINT_RESOLUTION_RETRIES`. */
function retriesOf(io: Io): number {
  const text = io.env("WG_ENDPOINT_RESOLUTION_RETRIES");
  if (text === undefined) return RETRIES;
  if (text === "infinity") return Infinity;
  const number = text === "" ? 0 : Number(text);
  if (!/^\s*\+?\d*$/.test(text) || number > 0x7fffffff) {
    throw failure(
      `Unable to parse WG_ENDPOINT_RESOLUTION_RETRIES: \`${text}'`,
    );
  }
  return number;
}

async function resolve(
  text: string,
  host: string,
  service: string,
  { io, retries }: { io: Io; retries: number },
): Promise<SocketAddress> {
  const { addressOf, gaiText } = await import("./resolver.ts");
  let wait = FIRST_WAIT;
  for (let left = retries;; left--) {
    const found = addressOf(host, service);
    if (typeof found === "object") return found.address;
    const reason = found === EAI_SYSTEM ? errorText(errno()) : gaiText(found);
    if (FINAL.includes(found) || left <= 0) {
      throw failure(`${reason}: \`${text}'`);
    }
    const seconds = (wait / 1000).toFixed(2);
    io.err(`${reason}: \`${text}'. Trying again in ${seconds} seconds...\n`);
    await new Promise((resolve) => setTimeout(resolve, wait));
    wait = Math.min(LONGEST_WAIT, wait * 6 / 5);
  }
}
