/**
 * What follows the words of rules.
 *
 * @module
 */

import { isDeviceName } from "../../parse/device_name.ts";
import { invalidArgument } from "../../parse/errors.ts";
import type { Words } from "../../parse/grammar.ts";
import type { Io } from "../../runtime/io.ts";
import { ipProtocolOf } from "../../names/ip_protocols.ts";
import type { Names } from "../../names/mod.ts";
import { unsigned, unsigned64 } from "../../parse/numbers.ts";
import { rangeOf } from "./ranges.ts";

function take<T>(
  words: Words,
  problem: string,
  read: (word: string) => T | undefined,
): T {
  const word = words.take();
  const value = read(word);
  if (value === undefined) throw invalidArgument(problem, word);
  return value;
}

/**
 * Takes a number.
 *
 * @param words The words.
 * @param problem What to say about other words.
 * @returns The number.
 * @throws {CommandError} If the next word is none.
 */
export function takeNumber(words: Words, problem: string): number {
  return take(words, problem, (word) => unsigned(word, 32));
}

/**
 * Takes a priority.
 *
 * @param words The words.
 * @returns The priority.
 * @throws {CommandError} If the next word is none.
 */
export function takePriority(words: Words): number {
  return takeNumber(words, "preference value is invalid\n");
}

/**
 * Takes a type of service.
 *
 * @param words The words.
 * @param names Names of types.
 * @returns The type of service.
 * @throws {CommandError} If the next word is none.
 */
export function takeTos(words: Words, names: Names): number {
  return take(
    words,
    "TOS value is invalid\n",
    (word) => names.dsFields.numberOf(word),
  );
}

/**
 * Takes a firewall mark and its mask, such as `0x10/0xff`.
 *
 * @param words The words.
 * @returns The mark, and the mask if there is one.
 * @throws {CommandError} If the next word is no mark.
 */
export function takeMark(words: Words): { mark: number; mask?: number } {
  const word = words.take();
  const slash = word.indexOf("/");
  const first = slash < 0 ? word : word.slice(0, slash);
  const mark = unsigned(first, 32);
  if (mark === undefined) {
    throw invalidArgument("fwmark value is invalid\n", first);
  }
  if (slash < 0) return { mark };
  const second = word.slice(slash + 1);
  const mask = unsigned(second, 32);
  if (mask === undefined) {
    throw invalidArgument("fwmask value is invalid\n", second);
  }
  return { mark, mask };
}

/**
 * Takes the name of a device, which need not exist.
 *
 * @param words The words.
 * @param key What the error text calls the option.
 * @returns The name.
 * @throws {CommandError} If no device can have that name.
 */
export function takeDevice(words: Words, key: string): string {
  return take(
    words,
    `${key} not a valid ifname`,
    (word) => isDeviceName(word) ? word : undefined,
  );
}

/**
 * Takes a range of users.
 *
 * @param words The words.
 * @returns The range.
 * @throws {CommandError} If the next word is none.
 */
export function takeUsers(words: Words): { start: number; end: number } {
  return take(words, "invalid UID range\n", (word) => {
    const { start = 0, end } = rangeOf(word, 32) ?? {};
    return end === undefined ? undefined : { start, end };
  });
}

/**
 * Takes a port or a range of ports.
 *
 * @param words The words.
 * @param problem What to say about other words.
 * @returns The range.
 * @throws {CommandError} If the next word is none.
 */
export function takePorts(
  words: Words,
  problem: string,
): { start: number; end: number } {
  return take(words, problem, (word) => {
    const range = rangeOf(word, 16);
    return range && { start: range.start, end: range.end ?? range.start };
  });
}

/**
 * Takes the key of a tunnel.
 *
 * @param words The words.
 * @returns The key.
 * @throws {CommandError} If the next word is none.
 */
export function takeTunnelId(words: Words): bigint {
  return take(
    words,
    '"tun_id" value is invalid\n',
    (word) => unsigned64(word),
  );
}

/**
 * Takes a table.
 *
 * @param words The words.
 * @param names Names of tables.
 * @param problem What to say about other words.
 * @returns The table.
 * @throws {CommandError} If the next word is none.
 */
export function takeTable(
  words: Words,
  names: Names,
  problem: string,
): number {
  return take(words, problem, (word) => names.tables.numberOf(word));
}

/**
 * Takes an IP protocol.
 *
 * @param words The words.
 * @param io Looks names up.
 * @returns The protocol.
 * @throws {CommandError} If the next word is none.
 */
export function takeIpProtocol(words: Words, io: Io): number {
  return take(
    words,
    'Invalid "ipproto" value\n',
    (word) => ipProtocolOf(word, io),
  );
}
