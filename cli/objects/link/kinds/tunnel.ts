/**
 * Forms that settings of tunnels have.
 *
 * @module
 */

import type { Argument } from "../../../parse/form.ts";
import { AF_INET } from "../../../../messages/families.ts";
import { exit, invalidArgument } from "../../../parse/errors.ts";
import { strtoul, unsigned } from "../../../parse/numbers.ts";
import { addressOf, readAddress } from "../../../parse/prefixes.ts";
import { hex } from "../../../print/format.ts";
import type { Printer } from "../../../print/printer.ts";
import { hexadecimalIfAny, oneOf } from "./notations.ts";
import type { Common, Notation } from "./setting.ts";

/** A type of service; 1 stands for `inherit`, and 0 is not printed. */
export const tos: Common<number> = {
  word: "tos* dsfield*",
  problem: "bad TOS value",
  argument: { name: "TOS", means: "{ NUMBER | inherit }" },
  read: (word, { context }) =>
    word === "inherit" ? 1 : context.names.dsFields.numberOf(word),
  print: ({ printer }, { json }, tos) => {
    if (tos === 0) return;
    printer.value(json, hex(tos), `tos ${tos === 1 ? "inherit" : hex(tos)} `);
  },
};

/** A time to live; 0 stands for `inherit`. */
export const ttl: Common<number> = {
  text: "ttl",
  problem: "invalid TTL\n",
  argument: { name: "TTL", means: "{ 1..255 | inherit }" },
  read: (word) => word === "inherit" ? 0 : unsigned(word, 8),
  absent: 0,
  print: ({ printer }, _, ttl) => printTtl(printer, ttl, "inherit"),
};

/** A mark of packets; 0 is not printed. */
export const mark: Common<number> = {
  word: "fwmark",
  problem: "invalid fwmark\n",
  argument: { name: "MARK", means: "0x0..0xffffffff" },
  ...hexadecimalIfAny,
};

/** A flow label of IPv6; 0 is not printed. */
export const flowLabel: Common<number> = {
  word: "label* flowlabel*",
  json: "label",
  text: "flowlabel",
  most: 0xfffff,
  ...hexadecimalIfAny,
};

/** A key in usage texts. */
export const KEY: Argument = {
  name: "KEY",
  means: "{ DOTTED_QUAD | NUMBER }",
};

/** A key: a number, or its bytes with dots, as which it is printed. */
export const key: Notation<number> = {
  argument: KEY,
  read: (word, _, name) => readKey(word, name),
  print: ({ printer }, { json }, key) => printKey(printer, json, key),
};

/**
 * One end of a tunnel; `any` if there is none.
 *
 * @param family Family of the address, `AF_*`.
 * @returns The setting.
 */
export function endpoint(family: number): Common<string> {
  return {
    argument: {
      name: "ADDR",
      means: `{ ${family === AF_INET ? "IP_ADDRESS" : "IPV6_ADDRESS"} | any }`,
    },
    read: (word) => {
      const { address } = addressOf(word, family);
      return address === "" || isUnspecified(address) ? null : address;
    },
    absent: "::",
    print: ({ printer }, { json }, address) =>
      printer.named(json, isUnspecified(address) ? "any" : address),
  };
}

/**
 * What a tunnel carries.
 *
 * @param modes Number of each protocol (`IPPROTO_*`); of several names of a
 * protocol, the last one is printed.
 * @returns The setting.
 */
export function tunnelMode(
  modes: Readonly<Record<string, number>>,
): Common<number> {
  return {
    word: "mode",
    json: "proto",
    text: "",
    problem: "Cannot guess tunnel mode.",
    ...oneOf(modes, { unknown: null }),
  };
}

/**
 * Whether fragments are forbidden.
 *
 * @param names Name of each of the ways.
 * @returns The setting.
 */
export function dontFragment(
  names: Readonly<Record<string, number>>,
): Common<number> {
  const { argument, read } = oneOf(names);
  const all = Object.keys(names);
  return {
    argument,
    word: "df*",
    problem: "DF must be 'unset', 'set' or 'inherit'",
    read,
    print: ({ printer }, { json }, value) => {
      const name = all.find((name) => names[name] === value);
      if (name === undefined) return;
      printer.value(json, name, value === 0 ? "" : `${json} ${name} `);
    },
  };
}

/**
 * Reads a time to live that is at most 255.
 *
 * @returns The time to live.
 * @throws {CommandError} If it is none.
 */
export function readTtl(arg: string): number {
  const ttl = unsigned(arg, 32);
  if (ttl === undefined) throw invalidArgument("invalid TTL", arg);
  if (ttl > 255) throw invalidArgument("TTL must be <= 255", arg);
  return ttl;
}

/**
 * Reads a key: a number, or its bytes with dots.
 *
 * @param name What the error text calls it.
 * @returns The key.
 */
export function readKey(arg: string, name: string): number {
  if (arg.includes(".")) {
    const address = readAddress(arg, AF_INET);
    if (address === undefined) {
      throw exit(
        1,
        `Error: an IP address is expected rather than "${arg}"`,
      );
    }
    return new DataView(address.bytes.buffer).getUint32(0);
  }
  const key = unsigned(arg, 32);
  if (key === undefined) {
    throw exit(
      255,
      `invalid value for "${name}": "${arg}"; it should be an unsigned integer`,
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
