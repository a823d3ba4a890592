/**
 * What follows `munge` in the action `pedit`: where bytes are, and what becomes of
 * them.
 *
 * @module
 */

import { PEDIT_COMMANDS } from "../../../messages/tc/actions/pedit.ts";
import { AF_INET, AF_INET6 } from "../../../messages/families.ts";
import { type Arguments, fits } from "../../parse/arguments.ts";
import type { CommandError } from "../../parse/errors.ts";
import type { Form } from "../../parse/form.ts";
import { signed, unsigned } from "../../parse/numbers.ts";
import { hardwareAddressOf, readPrefix } from "../../parse/prefixes.ts";
import type { Context } from "../../runtime/context.ts";
import { ActionError, badAction } from "./errors.ts";
import { needMore } from "./kind.ts";
import { PEDIT_FIELDS, type PeditField } from "./pedit_fields.ts";
import { newChange, type PeditChange, type PeditKeys } from "./pedit_keys.ts";

const COMMAND: Form = {
  name: "CMD",
  means: "{ clear | invert | set <setval> | add <addval> | decrement | " +
    "preserve } [ retain RETAIN ]",
};

/** The form of a change. */
export const MUNGE: Form = [
  {
    name: "RAW",
    means: [
      { name: "OFFSETC", means: "offset <offval> { u8 | u16 | u32 }" },
      {
        maybe: {
          name: "ATC",
          means: "at <atval> offmask <maskval> shift <shiftval>",
        },
      },
      COMMAND,
    ],
  },
  "|",
  {
    name: "LAYERED",
    means: [
      "{ eth <ethdata> | ip <ipdata> | ip6 <ip6data> | udp <udpdata> | " +
      "tcp <tcpdata> | icmp <icmpdata> }",
      COMMAND,
    ],
  },
];

const ALL_BITS = 0xffffffff;

/** How wide a raw part is, in the order of trying. */
const WIDTHS: Readonly<Record<string, number>> = { u32: 4, u16: 2, u8: 1 };

/**
 * Takes one change.
 *
 * @param keys Where it is added.
 * @param context Where to complain.
 * @throws {ActionError} If it is not understood.
 */
export function takeMunge(
  args: Arguments,
  keys: PeditKeys,
  context: Context,
): void {
  const change = newChange();
  if (args.takeIf("offset*")) {
    needMore(args);
    takeOffset(args, keys, change, context);
    return;
  }
  const header = args.take();
  needMore(args);
  try {
    takeLayered(args, header, keys, change, context);
  } catch (error) {
    if (error instanceof ActionError) {
      throw badAction(`${error.message}bad pedit parsing\n`);
    }
    throw error;
  }
}

function takeOffset(
  args: Arguments,
  keys: PeditKeys,
  change: PeditChange,
  context: Context,
): void {
  const first = args.peek();
  const bytes = naming(first, () => takeOffsetAndWidth(args, change));
  const retain = bytes === 4 ? ALL_BITS : 2 ** (8 * bytes) - 1;
  const field = { bytes, retain, type: "number" } as const;
  const command = naming(
    args.peek(),
    () => takeCommand(args, field, keys, change, context),
  );
  naming(args.peek() ?? "(null)", () => add(keys, change, field, command));
}

/** Names the argument that is not understood. */
function naming<T>(arg: string | undefined, take: () => T): T {
  try {
    return take();
  } catch (error) {
    if (error instanceof ActionError && arg !== undefined) error.at ??= arg;
    throw error;
  }
}

/** Takes where bytes are; returns how many they are. */
function takeOffsetAndWidth(args: Arguments, change: PeditChange): number {
  const offset = signed(args.take());
  if (offset === undefined) throw badAction("");
  change.offset = offset;
  const width = args.peek() ?? "";
  const name = Object.keys(WIDTHS).find((name) => fits(width, `${name}*`));
  if (name === undefined) throw badAction("");
  args.take();
  needMore(args);
  if (args.takeIf("at*")) {
    change.at = numberOf(args.take());
    change.atMask = numberOf(args.take(), 16);
    change.shift = numberOf(args.take());
    needMore(args);
  }
  return WIDTHS[name]!;
}

function numberOf(word: string, base: 0 | 16 = 0): number {
  const value = unsigned(word, 32, base);
  if (value === undefined) throw badAction("");
  return value;
}

function takeLayered(
  args: Arguments,
  header: string,
  keys: PeditKeys,
  change: PeditChange,
  context: Context,
): void {
  const layer = PEDIT_FIELDS[header];
  if (layer === undefined) {
    throw badAction(
      `Unknown action  hence option "${args.peek()}" is unparsable\n`,
    );
  }
  if (args.left < 2 || !layer.plain && !keys.extended) throw badAction("");
  const word = args.peek()!;
  const field = Object.entries(layer.fields).find(([spellings]) =>
    fits(word, spellings)
  )?.[1];
  if (field === undefined || field.onlyPlain && keys.extended) {
    throw badAction("");
  }
  args.take();
  change.header = keys.extended ? layer.header : 0;
  change.offset = field.offset;
  add(keys, change, field, takeCommand(args, field, keys, change, context));
  if (field.shift !== undefined) {
    const key = keys.keys.at(-1)!;
    key.value = (key.value << field.shift) >>> 0;
    key.mask = (key.mask << field.shift | 2 ** field.shift - 1) >>> 0;
  }
}

/** What becomes of some bytes. */
interface Command {
  /** The new bytes, or what is added. */
  readonly value: DataView;
  /** Which of the old bits stay. */
  readonly mask: number;
  /** Which bits change. */
  readonly retain: number;
}

/** Takes what becomes of some bytes. */
function takeCommand(
  args: Arguments,
  field: Omit<PeditField, "offset">,
  keys: PeditKeys,
  change: PeditChange,
  context: Context,
): Command {
  const { bytes, type, canDecrement } = field;
  let { retain } = field;
  let mask = 0;
  // The first word is the value of what is at most 32 bits wide.
  let value: DataView = new DataView(new ArrayBuffer(16));
  const setFirst = (number: number) => value.setUint32(0, number);
  const word = args.take();
  if (fits(word, "invert*")) {
    mask = bytes === 2 ? 0xffff : bytes === 4 ? ALL_BITS : 0xff;
    if (type === "number" || type === "ipv4") setFirst(mask);
    else value.setUint32(0, mask, true);
  } else if (fits(word, "set* add*")) {
    if (fits(word, "add*")) {
      change.command = PEDIT_COMMANDS.add;
      if (!keys.extended) throw onlySet();
    }
    value = valueOf(args.take(), type, context);
  } else if (fits(word, "decrement*")) {
    if (canDecrement !== true) {
      throw badAction(
        "decrement command is not supported for this field\n",
      );
    }
    if (!keys.extended) throw onlySet();
    change.command = PEDIT_COMMANDS.add;
    setFirst(retain);
  } else if (fits(word, "preserve*")) retain = 0;
  else if (!fits(word, "clear*")) throw badAction("");
  if (args.takeIf("retain*")) retain = numberOf(args.take());
  if (bytes > 4 && retain !== ALL_BITS) {
    throw badAction(
      "retain is not supported for fields longer the 32 bits\n",
    );
  }
  return { value, mask, retain };
}

/** Adds a change. */
function add(
  keys: PeditKeys,
  change: PeditChange,
  { type, bytes }: Omit<PeditField, "offset">,
  { value, mask, retain }: Command,
): void {
  if (type === "mac") return keys.addMac(change, value);
  if (type === "ipv6") return keys.addIpv6(change, value);
  change.value = value.getUint32(0);
  change.mask = mask;
  if (bytes === 1) keys.add8(change, retain);
  else if (bytes === 2) keys.add16(change, retain);
  else keys.add32(change, retain);
}

function onlySet(): Error {
  return badAction("Non extended mode. only 'set' command is supported\n");
}

/** The value of a field, in network byte order. */
function valueOf(
  word: string,
  type: PeditField["type"],
  { io }: Context,
): DataView {
  const value = new DataView(new ArrayBuffer(16));
  if (type === "number") value.setUint32(0, numberOf(word));
  else new Uint8Array(value.buffer).set(bytesOf(word, type, io));
  return value;
}

function bytesOf(
  word: string,
  type: "ipv4" | "ipv6" | "mac",
  io: { err(text: string): void },
): Uint8Array {
  if (type !== "mac") {
    const prefix = readPrefix(word, type === "ipv4" ? AF_INET : AF_INET6);
    if (prefix === undefined) throw badAction("");
    return prefix.bytes;
  }
  try {
    const parts = hardwareAddressOf(word, MAC_BYTES).split(":");
    if (parts.length === MAC_BYTES) {
      return Uint8Array.from(parts, (part) => parseInt(part, 16));
    }
  } catch (error) {
    io.err((error as CommandError).message);
  }
  throw badAction("");
}

const MAC_BYTES = 6;
