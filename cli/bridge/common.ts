/**
 * What the objects of `bridge` share: devices, lists, numbers and states.
 *
 * @module
 */

import type { Request } from "../../api/connection/connection.ts";
import { BRIDGE_PORT_STATES } from "../../messages/link/bridge/constants.ts";
import { nameOf, valueOf } from "../../messages/value_names.ts";
import {
  type CommandError,
  duplicateArgument,
  exit,
  fail,
  isKernelError,
} from "../parse/errors.ts";
import { strtoul, toLong, toUnsignedLong } from "../parse/numbers.ts";
import {
  type Arguments,
  type Grammar,
  parse,
  takes,
  type Word,
} from "../parse/grammar.ts";
import { padBytes } from "../print/format.ts";
import type { Printer } from "../print/printer.ts";
import type { Context } from "../runtime/context.ts";
import { dumpRefusal } from "../runtime/dump_refusal.ts";

/** How wide names of devices are (`IFNAMSIZ`). */
export const NAME_WIDTH = 16;
/** What stands for the name of a device in the lines below the first. */
export const NO_NAME: string = " ".repeat(NAME_WIDTH + 2);
/** How far lines about what is above them are indented. */
export const INDENT: string = " ".repeat(NAME_WIDTH + 4);

/** `EINVAL`, as a function of `bridge` returns it, is this exit code. */
export const INVALID = 256 - 22;

/**
 * Finds a device.
 *
 * @param name Its name.
 * @param problem The error text before the name, if there is no such device.
 * @returns Its index.
 * @throws {CommandError} If there is no such device.
 */
export async function indexOf(
  context: Context,
  name: string,
  problem = "Cannot find device",
): Promise<number> {
  const index = await context.links.indexOf(name);
  if (index === 0) throw fail(255, `${problem} "${name}"`);
  return index;
}

/**
 * Lists objects.
 *
 * @typeParam T What is asked.
 * @typeParam M The message of one.
 * @param request What is asked for.
 * @param code Exit code of a refusal, which ends the program if it is 1.
 * @param what What is reported of the list then.
 * @returns The messages.
 * @throws {CommandError} If the kernel refuses.
 */
export async function list<T, M = T>(
  context: Context,
  request: Request<T, M>,
  code: 1 | 255 = 1,
  what = "Dump terminated",
): Promise<M[]> {
  const connection = await context.connect();
  try {
    return await connection.dumpAll(request);
  } catch (error) {
    if (!isKernelError(error)) throw error;
    const { message } = await dumpRefusal(error, what);
    const text = message.slice(0, -1);
    throw code === 1 ? exit(1, text) : fail(code, text);
  }
}

/** What lists are filtered by. */
export interface Filter {
  /** Name of the device. */
  device?: string;
  /** Its index, or 0 for all. */
  index: number;
  /** Number of the VLAN, or 0 for all. */
  vlan: number;
}

/**
 * Takes the device that a list is filtered by.
 *
 * @param name What the error text calls it.
 * @returns The keyword.
 */
export function filterDevice<F extends Filter>(name = "dev"): Word<F> {
  return takes("DEV", (filter, { args }) => {
    const arg = args.take();
    if (filter.device !== undefined) throw duplicateArgument(name, arg);
    filter.device = arg;
  });
}

/**
 * Takes the VLAN that a list is filtered by.
 *
 * @param name What the error text calls it.
 * @returns The keyword.
 */
export function filterVlan<F extends Filter>(name = "vid"): Word<F> {
  return takes("VLAN_ID", (filter, { args }) => {
    const arg = args.take();
    if (filter.vlan !== 0) throw duplicateArgument(name, arg);
    filter.vlan = atoi(arg, 32) >>> 0;
  });
}

/**
 * Does nothing: `bridge` passes over arguments that it does not understand.
 */
export function ignore(): void {}

/**
 * Reads what a list is filtered by.
 *
 * @param filters The keywords.
 * @returns What it is filtered by.
 * @throws {CommandError} If there is no such device.
 */
export async function readFilter(
  filters: Grammar<Filter>,
  args: Arguments,
  context: Context,
): Promise<Filter> {
  const filter: Filter = { index: 0, vlan: 0 };
  await parse(filters, filter, args, context, ignore);
  const { device } = filter;
  if (device !== undefined) filter.index = await indexOf(context, device);
  return filter;
}

/**
 * Reads a number as C's `atoi` does, and cuts it to a size.
 *
 * @param bits How many bits the number has.
 * @returns The number, which may be negative.
 */
export function atoi(arg: string, bits: 8 | 16 | 32): number {
  return Number(BigInt.asIntN(bits, toLong(strtoul(arg, 10).value)));
}

/**
 * Reads a number that takes the whole argument, as C's `strtoul` does.
 *
 * @param arg The argument; no characters count as 0.
 * @returns The number, or `undefined` if the argument is none. Numbers of more
 * than 64 bits, and -1, are the largest of 64.
 */
export function strtoulWhole(arg: string): bigint | undefined {
  const { value, end } = strtoul(arg);
  if (end < arg.length) return undefined;
  return toUnsignedLong(value);
}

/** The largest number of `unsigned long`. */
export const ULONG_MAX = 0xffffffffffffffffn;

/**
 * Reads a UDP port, by its number or by the name of its service.
 *
 * @returns The port, or `undefined` if the argument is none.
 */
export function udpPort({ io }: Context, arg: string): number | undefined {
  const number = strtoulWhole(arg);
  if (number !== undefined) {
    return number > 0xffffn ? undefined : Number(number);
  }
  for (const line of io.readTextFile("/etc/services")?.split("\n") ?? []) {
    const [name, where = "", ...aliases] = line.replace(/#.*/, "").trim()
      .split(/\s+/);
    const [port, protocol] = where.split("/");
    if (protocol === "udp" && (name === arg || aliases.includes(arg))) {
      return Number(port);
    }
  }
  return undefined;
}

/**
 * Reads the hardware address of a forwarding entry: six bytes, of which the
 * upper bits and what follows do not matter.
 *
 * @returns The address.
 * @throws {CommandError} If the argument is none.
 */
export function macAddressOf(arg: string): string {
  const bytes: string[] = [];
  let rest = arg;
  for (let i = 0; i < 6; i++) {
    const found = /^(:?)\s*([+-]?)(?:0x)?([\da-f]+)/i.exec(rest);
    if (found === null || (found[1] === ":") !== i > 0) {
      throw fail(255, `Invalid mac address ${arg}`);
    }
    const value = BigInt(`0x${found[3]}`);
    const byte = BigInt.asUintN(8, found[2] === "-" ? -value : value);
    bytes.push(byte.toString(16).padStart(2, "0"));
    rest = rest.slice(found[0].length);
  }
  return bytes.join(":");
}

/** The form of a state of the spanning tree. */
export const STATE = `{ ${Object.keys(BRIDGE_PORT_STATES).join(" | ")} }`;

/**
 * Reads a state of the spanning tree.
 *
 * @param arg The argument: a name or a decimal number.
 * @returns The state, or `undefined` if the argument is none.
 */
export function stateOf(arg: string): number | undefined {
  const { value, end } = strtoul(arg, 10);
  if (arg !== "" && end === arg.length) {
    return Number(BigInt.asIntN(32, toLong(value)));
  }
  return valueOf<number>(BRIDGE_PORT_STATES, arg);
}

/**
 * Writes a state of the spanning tree.
 *
 * @param printer Where to.
 * @param state The state.
 */
export function printState(printer: Printer, state: number): void {
  const name = nameOf(BRIDGE_PORT_STATES, state);
  if (name !== undefined) printer.named("state", name);
  else printer.value("state", state, `state (${state}) `);
}

/**
 * Starts what belongs to one device: its name, and a list in JSON.
 *
 * @param index Index of the device.
 * @param list Name of the list.
 */
export function openDevice(
  { printer, links }: Context,
  index: number,
  list: string,
): void {
  printer.openObject(null);
  const name = links.nameOf(index);
  const text = `${padBytes(name, NAME_WIDTH)}  `;
  printer.colored("ifname", "ifname", name, text);
  printer.openArray(list);
}

/** Ends what {@linkcode openDevice} started. */
export function closeDevice(printer: Printer): void {
  printer.closeArray();
  printer.closeObject();
}

/**
 * Writes a range of numbers.
 *
 * @param printer Where to.
 * @param key Name in JSON.
 * @param from The first number.
 * @param to The last one.
 * @returns The text.
 */
export function printRange(
  printer: Printer,
  key: string,
  from: number,
  to: number,
): string {
  const text = from === to ? `${from}` : `${from}-${to}`;
  printer.field(key, from);
  if (from !== to) printer.field(`${key}End`, to);
  printer.text(text);
  return text;
}

/**
 * What follows a column: blanks to its end, and two more.
 *
 * @param text What is in the column.
 * @param width How wide it is.
 * @returns The blanks; as many as are missing, or as are too many.
 */
export function gap(text: string, width: number): string {
  return " ".repeat(Math.abs(width - text.length) + 2);
}

/**
 * A keyword or a value is missing.
 *
 * @param text What is required.
 * @returns What to throw.
 */
export function required(text: string): CommandError {
  return fail(255, text);
}

/**
 * Takes what `help` is followed by, where it is no more than another argument
 * that is passed over.
 */
export function passOverHelp(args: Arguments): void {
  args.take();
}
