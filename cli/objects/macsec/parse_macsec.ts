/**
 * The keywords that channels and associations are described with.
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
import type { Argument, Form } from "../../parse/form.ts";
import {
  type Arguments,
  type Grammar,
  parse,
  takes,
  type Word,
} from "../../parse/grammar.ts";
import type { Context } from "../../runtime/context.ts";
import { unsigned, unsigned64 } from "../../parse/numbers.ts";
import { hardwareAddressOf } from "../../parse/prefixes.ts";

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
 * @returns The number, or `undefined` if they do not.
 * @throws {CommandError} If there is no such number.
 */
export function takeAssociation(args: Arguments): number | undefined {
  if (!args.takeIf("sa")) return undefined;
  const arg = args.take();
  const number = unsigned(arg, 8);
  if (number === undefined || number > 3) {
    throw invalidArgument("expected an { 0..3 }", arg);
  }
  return number;
}

const SALT: Argument = { name: "SALT", means: "<96-bit>" };
const ID: Argument = { name: "ID", means: "<128-bit>" };
const KEY: Argument = { name: "KEY", means: "{ <128-bit> | <256-bit> }" };

/** What an association can be given. */
const OPTIONS: Grammar<Association> = {
  "pn": takes("<u32>", packetNumber("pn")),
  "xpn": takes("<u64>", packetNumber("xpn")),
  "salt": takes(SALT, (sa, { args }) => {
    if (sa.salt !== undefined) throw duplicateOrGarbage("salt", "salt");
    sa.salt = takeHex(args, MACSEC_SALT_LEN, "expected salt");
  }),
  "ssci": takes("<u32>", (sa, { args }) => {
    if (sa.ssci !== undefined) throw duplicateOrGarbage("ssci", "ssci");
    sa.ssci = takeShortIdentifier(args);
  }),
  "key": takes([ID, KEY], (sa, { args }) => {
    sa.keyid = takeHex(args, MACSEC_KEYID_LEN, "expected key id");
    sa.key = takeHex(args, MACSEC_MAX_KEY_LEN, "expected key", false);
  }),
};

/** `sa`, its number, and what it can be given. */
export const ASSOCIATION: Form = [
  "sa { 0..3 }",
  {
    name: "OPTS",
    means: { anyOrder: [{ options: OPTIONS }, "[ on | off ]"] },
  },
];

/** What a channel is called. */
export const SCI: Argument = {
  name: "SCI",
  means: "{ sci <u64> | port { 1..2^16-1 } address <lladdr> }",
};

/**
 * Takes what an association is given, up to the end.
 *
 * @returns What it is given.
 * @throws {CommandError} If an argument is wrong.
 */
export async function takeOptions(
  args: Arguments,
  context: Context,
): Promise<Association> {
  const sa: Association = {};
  await parse(OPTIONS, sa, args, context, (sa, { word }) => {
    takeState(word, sa);
  });
  return sa;
}

/**
 * Takes `on` or `off`.
 *
 * @param target What is on or off.
 * @throws {CommandError} If it is another argument, or not the first.
 */
export function takeState(arg: string, target: { active?: boolean }): void {
  if (arg !== "on" && arg !== "off") {
    throw usage("macsec", `macsec: unknown command "${arg}"?\n`);
  }
  if (target.active !== undefined) throw duplicateOrGarbage("on/off", arg);
  target.active = arg === "on";
}

function packetNumber(name: "pn" | "xpn"): Word<Association> {
  return (sa, { args }) => {
    if (sa.pn !== undefined) throw duplicateOrGarbage(name, name);
    const arg = args.take();
    const number = name === "pn" ? unsigned(arg, 32) : unsigned64(arg);
    if (number === undefined) throw invalidArgument("expected pn", arg);
    if (BigInt(number) === 0n) throw invalidArgument("expected pn != 0", arg);
    sa.pn = BigInt(number);
    if (name === "xpn") sa.extended = true;
  };
}

function takeShortIdentifier(args: Arguments): number {
  return args.read((arg) => unsigned(arg, 32, 16), "expected ssci");
}

/** Takes hexadecimal digits; what is too long is cut off. */
function takeHex(
  args: Arguments,
  size: number,
  problem: string,
  padded = true,
): Uint8Array {
  const arg = args.take();
  const count = Math.min(arg.length / 2, size);
  if (arg.length % 2 !== 0 || !/^[\da-f]*$/i.test(arg.slice(0, 2 * count))) {
    throw invalidArgument(problem, arg);
  }
  const bytes = new Uint8Array(padded ? size : count);
  for (let i = 0; i < count; i++) {
    bytes[i] = Number.parseInt(arg.slice(2 * i, 2 * i + 2), 16);
  }
  return bytes;
}

/**
 * Takes the identifier of a channel: itself, or port and address.
 *
 * @returns The identifier.
 * @throws {CommandError} If an argument is wrong or missing.
 */
export function takeChannel(args: Arguments): bigint {
  let port: number | undefined;
  let address: string | undefined;
  while (args.left > 0) {
    const arg = args.take();
    if (arg === "sci") {
      if (port !== undefined) throw invalidArgument("expected address", arg);
      if (address !== undefined) throw invalidArgument("expected port", arg);
      return takeIdentifier(args);
    } else if (arg === "port") port = takePort(args);
    else if (arg === "address") address = takeAddress(args);
    else throw invalidArgument("expected sci, port, or address", arg);
    if (port !== undefined && address !== undefined) {
      return identifier(address, port);
    }
  }
  throw usage("macsec", "expected sci\n");
}

function takeIdentifier(args: Arguments): bigint {
  return args.read((arg) => unsigned64(arg, 16), "expected sci");
}

function takePort(args: Arguments): number {
  const arg = args.take();
  const port = unsigned(arg, 16);
  if (port === undefined) throw invalidArgument("expected port", arg);
  if (port === 0) throw invalidArgument("expected port != 0", arg);
  return port;
}

function takeAddress(args: Arguments): string {
  const arg = args.take();
  try {
    return hardwareAddressOf(arg, ADDRESS);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const { message } = invalidArgument("expected lladdr", arg);
    throw exit(255, (error.message + message).trimEnd());
  }
}

function identifier(address: string, port: number): bigint {
  const octets = address.split(":");
  while (octets.length < ADDRESS) octets.push("00");
  return BigInt(`0x${octets.join("")}`) << 16n | BigInt(port);
}
