/**
 * The words that channels and associations are described with.
 *
 * @module
 */

import {
  MACSEC_KEYID_LEN,
  MACSEC_MAX_KEY_LEN,
  MACSEC_SALT_LEN,
} from "../../../messages/generic/macsec.ts";
import {
  CommandError,
  duplicateOrGarbage,
  exit,
  invalidArgument,
  usage,
} from "../../parse/errors.ts";
import type { Words } from "../../parse/grammar.ts";
import { unsigned, unsigned64 } from "../../parse/numbers.ts";
import { hardwareAddressOf } from "../../parse/prefixes.ts";
import { MACSEC_HELP } from "./help.ts";

/** Bytes of a hardware address. */
const ADDRESS = 6;

/** An association in words. */
export interface Association {
  /** Packet number; not 0. */
  pn?: bigint;
  /** Whether packet numbers have 64 bits. */
  extended?: boolean;
  /** Salt. */
  salt?: Uint8Array;
  /** Short channel identifier. */
  ssci?: number;
  /** Identifier of the key. */
  keyid?: Uint8Array;
  /** The key. */
  key?: Uint8Array;
  /** Whether it is in use. */
  active?: boolean;
}

/**
 * Takes `sa` and the number of an association, if they come next.
 *
 * @param words The words.
 * @returns The number, or `undefined` if they do not.
 * @throws {CommandError} If there is no such number.
 */
export function takeAssociation(words: Words): number | undefined {
  if (!words.takeIf("sa")) return undefined;
  const word = words.take();
  const number = unsigned(word, 8);
  if (number === undefined || number > 3) {
    throw invalidArgument("expected an { 0..3 }", word);
  }
  return number;
}

/**
 * Takes the words after the number of an association.
 *
 * @param words The words.
 * @returns What they say.
 * @throws {CommandError} If a word is wrong.
 */
export function takeOptions(words: Words): Association {
  const sa: Association = {};
  while (words.left > 0) {
    const word = words.take();
    switch (word) {
      case "pn":
      case "xpn":
        takePacketNumber(word, words, sa);
        break;
      case "salt":
        if (sa.salt !== undefined) throw duplicateOrGarbage("salt", "salt");
        sa.salt = takeHex(words, MACSEC_SALT_LEN, "expected salt");
        break;
      case "ssci":
        if (sa.ssci !== undefined) throw duplicateOrGarbage("ssci", "ssci");
        sa.ssci = takeShortIdentifier(words);
        break;
      case "key":
        sa.keyid = takeHex(words, MACSEC_KEYID_LEN, "expected key id");
        sa.key = takeHex(words, MACSEC_MAX_KEY_LEN, "expected key", false);
        break;
      default:
        takeState(word, sa);
    }
  }
  return sa;
}

/**
 * Takes `on` or `off`.
 *
 * @param word The word.
 * @param target What is on or off.
 * @throws {CommandError} If it is another word, or not the first.
 */
export function takeState(word: string, target: { active?: boolean }): void {
  if (word !== "on" && word !== "off") {
    throw usage(`macsec: unknown command "${word}"?\n${MACSEC_HELP}`);
  }
  if (target.active !== undefined) throw duplicateOrGarbage("on/off", word);
  target.active = word === "on";
}

function takePacketNumber(
  name: "pn" | "xpn",
  words: Words,
  sa: Association,
): void {
  if (sa.pn !== undefined) throw duplicateOrGarbage(name, name);
  const word = words.take();
  const number = name === "pn" ? unsigned(word, 32) : unsigned64(word);
  if (number === undefined) throw invalidArgument("expected pn", word);
  if (BigInt(number) === 0n) throw invalidArgument("expected pn != 0", word);
  sa.pn = BigInt(number);
  if (name === "xpn") sa.extended = true;
}

function takeShortIdentifier(words: Words): number {
  const word = words.take();
  const number = unsigned(word, 32, 16);
  if (number === undefined) throw invalidArgument("expected ssci", word);
  return number;
}

/** Takes hexadecimal digits; what is too long is cut off. */
function takeHex(
  words: Words,
  size: number,
  problem: string,
  padded = true,
): Uint8Array {
  const word = words.take();
  const count = Math.min(word.length / 2, size);
  if (word.length % 2 !== 0 || !/^[\da-f]*$/i.test(word.slice(0, 2 * count))) {
    throw invalidArgument(problem, word);
  }
  const bytes = new Uint8Array(padded ? size : count);
  for (let i = 0; i < count; i++) {
    bytes[i] = Number.parseInt(word.slice(2 * i, 2 * i + 2), 16);
  }
  return bytes;
}

/**
 * Takes the identifier of a channel: itself, or port and address.
 *
 * @param words The words.
 * @returns The identifier.
 * @throws {CommandError} If a word is wrong or missing.
 */
export function takeChannel(words: Words): bigint {
  let port: number | undefined;
  let address: string | undefined;
  while (words.left > 0) {
    const word = words.take();
    if (word === "sci") {
      if (port !== undefined) throw invalidArgument("expected address", word);
      if (address !== undefined) throw invalidArgument("expected port", word);
      return takeIdentifier(words);
    } else if (word === "port") port = takePort(words);
    else if (word === "address") address = takeAddress(words);
    else throw invalidArgument("expected sci, port, or address", word);
    if (port !== undefined && address !== undefined) {
      return identifier(address, port);
    }
  }
  throw usage(`expected sci\n${MACSEC_HELP}`);
}

function takeIdentifier(words: Words): bigint {
  const word = words.take();
  const sci = unsigned64(word, 16);
  if (sci === undefined) throw invalidArgument("expected sci", word);
  return sci;
}

function takePort(words: Words): number {
  const word = words.take();
  const port = unsigned(word, 16);
  if (port === undefined) throw invalidArgument("expected port", word);
  if (port === 0) throw invalidArgument("expected port != 0", word);
  return port;
}

function takeAddress(words: Words): string {
  const word = words.take();
  try {
    return hardwareAddressOf(word, ADDRESS);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const { message } = invalidArgument("expected lladdr", word);
    throw exit(255, (error.message + message).trimEnd());
  }
}

function identifier(address: string, port: number): bigint {
  const octets = address.split(":");
  while (octets.length < ADDRESS) octets.push("00");
  return BigInt(`0x${octets.join("")}`) << 16n | BigInt(port);
}
