/**
 * Words and properties that many kinds of tunnels share.
 *
 * @module
 */

import type { Context } from "../../../runtime/context.ts";
import { exit, invalidArgument } from "../../../parse/errors.ts";
import { hex } from "../../../print/format.ts";
import type { Word, Words } from "../../../parse/grammar.ts";
import { strtoul, unsigned } from "../../../parse/numbers.ts";
import { readAddress } from "../../../parse/prefixes.ts";
import type { Printer } from "../../../print/printer.ts";
import { AF_INET } from "../../../../messages/families.ts";

/**
 * Takes a type of service, or `inherit`, which is 1.
 *
 * @param words The words.
 * @param context The command's context.
 * @param problem What to say about other words.
 * @returns The type of service.
 */
export function takeTos(
  words: Words,
  { names }: Context,
  problem = "bad TOS value",
): number {
  const word = words.take();
  if (word === "inherit") return 1;
  const tos = names.dsFields.numberOf(word);
  if (tos === undefined) throw invalidArgument(problem, word);
  return tos;
}

/**
 * Takes a key: a number, or its bytes with dots.
 *
 * @param words The words.
 * @param name What the error text calls it.
 * @returns The key.
 */
export function takeKey(words: Words, name: string): number {
  const word = words.take();
  if (word.includes(".")) {
    const address = readAddress(word, AF_INET);
    if (address === undefined) {
      throw exit(
        1,
        `Error: an IP address is expected rather than "${word}"`,
      );
    }
    return new DataView(address.bytes.buffer).getUint32(0);
  }
  const key = unsigned(word, 32);
  if (key === undefined) {
    throw exit(
      255,
      `invalid value for "${name}": "${word}"; it should be an unsigned integer`,
    );
  }
  return key;
}

/**
 * Writes a key as its bytes with dots.
 *
 * @param printer Where to.
 * @param name What it is called.
 * @param key The key.
 */
export function printKey(printer: Printer, name: string, key: number): void {
  printer.named(
    name,
    [key >>> 24, key >> 16 & 255, key >> 8 & 255, key & 255].join("."),
  );
}

/**
 * Writes one end of a tunnel.
 *
 * @param printer Where to.
 * @param name Which one.
 * @param address Its address.
 */
export function printEndpoint(
  printer: Printer,
  name: string,
  address: string | undefined,
): void {
  const text = isUnspecified(address) ? "any" : address!;
  printer.value(name, text, `${name} ${text} `);
}

/**
 * Whether an address is missing, or all zeros.
 *
 * @param address The address.
 * @returns Whether it is.
 */
export function isUnspecified(address: string | undefined): boolean {
  return address === undefined || address === "::" || address === "0.0.0.0";
}

/**
 * Whether an address is one of many receivers.
 *
 * @param address The address.
 * @returns Whether it is.
 */
export function isMulticast(address: string): boolean {
  if (address.includes(":")) return /^ff/i.test(address);
  const first = Number(strtoul(address).value);
  return first >= 224 && first <= 239;
}

/**
 * Writes a type of service.
 *
 * @param printer Where to.
 * @param tos The type of service; 0 is not written, and 1 stands for `inherit`.
 */
export function printTos(printer: Printer, tos: number | undefined): void {
  if (!tos) return;
  printer.value("tos", hex(tos), `tos ${tos === 1 ? "inherit" : hex(tos)} `);
}

/**
 * Writes a time to live.
 *
 * @param printer Where to.
 * @param ttl The time to live.
 * @param zero What 0 stands for.
 */
export function printTtl(
  printer: Printer,
  ttl: number,
  zero: "auto" | "inherit",
): void {
  printer.value("ttl", ttl, `ttl ${ttl === 0 ? zero : ttl} `);
}

/**
 * Writes a switch whose word has `no` in front when it is off.
 *
 * @param printer Where to.
 * @param key Name in JSON.
 * @param word The word.
 * @param value Whether it is on; nothing is written if that is not known.
 */
export function printNo(
  printer: Printer,
  key: string,
  word: string,
  value: number | undefined,
): void {
  if (value === undefined) return;
  printer.value(key, value !== 0, `${value ? "" : "no"}${word} `);
}

/**
 * A word followed by what a tunnel carries.
 *
 * @param modes Number of each protocol (`IPPROTO_*`).
 * @returns The word.
 */
export function tunnelMode<D extends { proto?: number }>(
  modes: Readonly<Record<string, number>>,
): Word<D> {
  return (data, { words }) => {
    const word = words.take();
    if (!Object.hasOwn(modes, word)) {
      throw invalidArgument("Cannot guess tunnel mode.", word);
    }
    data.proto = modes[word]!;
  };
}

/**
 * Writes what a tunnel carries.
 *
 * @param printer Where to.
 * @param protocol Number of the protocol (`IPPROTO_*`).
 * @param names Name of each.
 */
export function printMode(
  printer: Printer,
  protocol: number | undefined,
  names: Readonly<Record<number, string>>,
): void {
  const name = protocol === undefined ? undefined : names[protocol];
  if (name !== undefined) printer.value("proto", name, `${name} `);
}
