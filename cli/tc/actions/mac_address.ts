/**
 * MAC addresses, in the two ways in which actions take them.
 *
 * @module
 */

import { type CommandError, invalidArgument } from "../../parse/errors.ts";
import { takes, type Word } from "../../parse/grammar.ts";
import { strtoul } from "../../parse/numbers.ts";
import { hardwareAddressOf } from "../../parse/prefixes.ts";

/**
 * A keyword followed by a MAC address, which may be short: the rest is zeros.
 *
 * @param problem What is wrong with other values.
 * @param set Sets the address.
 * @returns The keyword.
 */
export function macAddressOr<D>(
  problem: string,
  set: (data: D, address: string) => void,
): Word<D> {
  return takes("LLADDR", (data, { args, context }) => {
    const word = args.take();
    set(data, readMacAddress(word, context.io, problem));
  });
}

/**
 * Reads a MAC address, which may be short: the rest is zeros.
 *
 * @param word The argument.
 * @param io Where the reason goes.
 * @param problem What is wrong with other values.
 * @returns The address.
 */
function readMacAddress(
  word: string,
  io: { err(text: string): void },
  problem: string,
): string {
  try {
    return filledUp(hardwareAddressOf(word, MAC_BYTES));
  } catch (error) {
    io.err((error as CommandError).message);
    throw invalidArgument(problem, word);
  }
}

const MAC_BYTES = 6;

function filledUp(address: string): string {
  const parts = address.split(":");
  while (parts.length < MAC_BYTES) parts.push("00");
  return parts.join(":");
}

/**
 * Reads six hexadecimal numbers with colons, of which the last 8 bits count; what
 * follows them is not looked at.
 *
 * @param word The argument.
 * @returns The address, or `undefined` if the argument is none.
 */
export function scanMacAddress(word: string): string | undefined {
  const bytes: string[] = [];
  let rest = word;
  while (bytes.length < MAC_BYTES) {
    if (bytes.length > 0) {
      if (!rest.startsWith(":")) return undefined;
      rest = rest.slice(1);
    }
    const { value, end } = strtoul(rest, 16);
    if (end === 0) return undefined;
    bytes.push(BigInt.asUintN(8, value).toString(16).padStart(2, "0"));
    rest = rest.slice(end);
  }
  return bytes.join(":");
}
