/**
 * What follows the keywords of rules.
 *
 * @module
 */

import { invalidArgument } from "../../parse/errors.ts";
import type { Arguments } from "../../parse/grammar.ts";
import type { Io } from "../../runtime/io.ts";
import { ipProtocolOf } from "../../names/ip_protocols.ts";
import type { Names } from "../../names/mod.ts";
import { u16, u32, unsigned64 } from "../../parse/numbers.ts";
import type { RulePortRange } from "../../../messages/rule/rule.ts";
import { rangeOf } from "./ranges.ts";

/**
 * Takes a priority.
 *
 * @returns The priority.
 * @throws {CommandError} If the next argument is none.
 */
export function takePriority(args: Arguments): number {
  return args.read(u32, "preference value is invalid\n");
}

/**
 * Takes a type of service.
 *
 * @param names Names of types.
 * @returns The type of service.
 * @throws {CommandError} If the next argument is none.
 */
export function takeTos(args: Arguments, names: Names): number {
  return args.read(
    (arg) => names.dsFields.numberOf(arg),
    "TOS value is invalid\n",
  );
}

/** A number of which some bits count. */
export interface Masked {
  /** The number. */
  readonly value: number;
  /** Which of its bits count, if that was given. */
  readonly mask?: number;
}

/**
 * Takes a number and its mask, such as `0x10/0xff`.
 *
 * @param problems Errors for what is no number, and no mask.
 * @param read Reads the number.
 * @param readMask Reads the mask.
 * @returns Both.
 * @throws {CommandError} If one of them is wrong.
 */
function masked(
  arg: string,
  problems: readonly [value: string, mask: string],
  read: (arg: string) => number | undefined,
  readMask = read,
): Masked {
  const slash = arg.indexOf("/");
  const first = slash < 0 ? arg : arg.slice(0, slash);
  const value = read(first);
  if (value === undefined) throw invalidArgument(problems[0], first);
  if (slash < 0) return { value };
  const second = arg.slice(slash + 1);
  const mask = readMask(second);
  if (mask === undefined) throw invalidArgument(problems[1], second);
  return { value, mask };
}

/**
 * Takes a firewall mark and its mask.
 *
 * @returns Both.
 * @throws {CommandError} If the next argument is no mark.
 */
export function takeMark(args: Arguments): Masked {
  const problems = [
    "fwmark value is invalid\n",
    "fwmask value is invalid\n",
  ] as const;
  return masked(args.take(), problems, u32);
}

/**
 * Takes a code point of differentiated services and its mask.
 *
 * @param names Names of DS fields, of which code points are the upper six bits.
 * @returns Both, as eight bits, which is what the kernel gets of more.
 * @throws {CommandError} If the next argument is none.
 */
export function takeDscp(args: Arguments, { dsFields }: Names): Masked {
  const problems = ["invalid dscp", "invalid dscp mask"] as const;
  const uint8 = (arg: string) => {
    const value = u32(arg);
    return value === undefined ? undefined : value & 0xff;
  };
  return masked(args.take(), problems, (arg) => {
    const value = uint8(arg);
    if (value !== undefined) return value;
    const field = dsFields.named(arg);
    return field === undefined ? undefined : field >> 2;
  }, uint8);
}

/**
 * Takes a flow label and its mask.
 *
 * @returns Both.
 * @throws {CommandError} If the next argument is none.
 */
export function takeFlowLabel(args: Arguments): Masked {
  const problems = ["invalid flowlabel", "invalid flowlabel mask"] as const;
  return masked(args.take(), problems, u32);
}

/**
 * Takes a range of users.
 *
 * @returns The range.
 * @throws {CommandError} If the next argument is none.
 */
export function takeUsers(args: Arguments): { start: number; end: number } {
  return args.read((arg) => {
    const { start = 0, end } = rangeOf(arg) ?? {};
    return end === undefined ? undefined : { start, end };
  }, "invalid UID range\n");
}

/** Ports that a rule is for. */
export interface Ports {
  /** The first and the last one. */
  readonly range: RulePortRange;
  /** Which bits count, if that was given. */
  readonly mask?: number;
}

/**
 * Takes a port and its mask, or a range of ports.
 *
 * @returns The ports.
 * @throws {CommandError} If the next argument is none.
 */
export function takePorts(args: Arguments): Ports {
  const arg = args.take();
  const dash = arg.indexOf("-");
  if (dash < 0) {
    const problems = ["invalid port", "invalid mask"] as const;
    const { value, mask } = masked(arg, problems, u16);
    const range = { start: value, end: value };
    return mask === undefined ? { range } : { range, mask };
  }
  const [start, end] = [arg.slice(0, dash), arg.slice(dash + 1)].map(
    (port, at) => {
      const value = u16(port);
      if (value !== undefined) return value;
      const which = at === 0 ? "start" : "end";
      throw invalidArgument(`invalid port range ${which}`, port);
    },
  ) as [number, number];
  return { range: { start, end } };
}

/**
 * Takes the key of a tunnel.
 *
 * @returns The key.
 * @throws {CommandError} If the next argument is none.
 */
export function takeTunnelId(args: Arguments): bigint {
  return args.read(unsigned64, '"tun_id" value is invalid\n');
}

/**
 * Takes a table.
 *
 * @param names Names of tables.
 * @param problem Error for other values.
 * @returns The table.
 * @throws {CommandError} If the next argument is none.
 */
export function takeTable(
  args: Arguments,
  names: Names,
  problem: string,
): number {
  return args.read((arg) => names.tables.numberOf(arg), problem);
}

/**
 * Takes an IP protocol.
 *
 * @param io Looks names up.
 * @returns The protocol.
 * @throws {CommandError} If the next argument is none.
 */
export function takeIpProtocol(args: Arguments, io: Io): number {
  return args.read((arg) => ipProtocolOf(arg, io), 'Invalid "ipproto" value\n');
}
