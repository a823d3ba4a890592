/**
 * `ip tuntap show`.
 *
 * @module
 */

import { errnoOf, errorText } from "../../../messages/errno.ts";
import { RTM_GETLINK } from "../../../messages/link/constants.ts";
import { type LinkMessage, linkMessage } from "../../../messages/link/link.ts";
import {
  IFF_MULTI_QUEUE,
  IFF_NO_PI,
  IFF_ONE_QUEUE,
  IFF_PERSIST,
  IFF_TAP,
  IFF_TUN,
  IFF_VNET_HDR,
} from "../../../socket/tun.ts";
import type { Context } from "../../runtime/context.ts";
import { CommandError, fail } from "../../parse/errors.ts";
import { hex } from "../../print/format.ts";
import type { Arguments } from "../../parse/grammar.ts";
import { strtoul } from "../../parse/numbers.ts";
import type { Printer } from "../../print/printer.ts";
import { formatProcesses } from "./format_processes.ts";
import { blank } from "../../../messages/codec/mod.ts";

/** Links of these types can have a program at their end (`ARPHRD_*`). */
const TYPES: readonly number[] = [0xfffe, 1];
const NONE = -1;

/** Flags with names; what is marked is shown if the flag is off. */
const FLAGS: readonly (readonly [name: string, bit: number, off?: true])[] = [
  ["tun", IFF_TUN],
  ["tap", IFF_TAP],
  ["pi", IFF_NO_PI, true],
  ["one_queue", IFF_ONE_QUEUE],
  ["multi_queue", IFF_MULTI_QUEUE],
  ["vnet_hdr", IFF_VNET_HDR],
  ["persist", IFF_PERSIST],
  // Both flags are one bit.
  ["filter", IFF_NO_PI, true],
];

/** Shows links that have a program at their end. */
export async function show(
  _args: Arguments,
  context: Context,
): Promise<number> {
  const { printer } = context;
  printer.begin();
  let links: LinkMessage[];
  try {
    links = await context.talk((kernel) =>
      kernel.dumpAll({
        type: RTM_GETLINK,
        codec: linkMessage,
        message: blank(linkMessage, {
          attributes: { info: { kind: "tun" } },
        }),
      }), 1);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw fail(1, `${error.message}Dump terminated`);
  }
  for (const link of links) {
    if (!TYPES.includes(link.type)) continue;
    if (link.attributes.info?.kind === "tun") format(context, link);
  }
  printer.end();
  return 0;
}

function format(context: Context, link: LinkMessage): void {
  const { printer, options } = context;
  const { name } = link.attributes;
  if (name === undefined) return;
  const flags = property(context, link, "tun_flags");
  if (flags === undefined) return;
  const owner = property(context, link, "owner");
  if (owner === undefined) return;
  const group = property(context, link, "group");
  if (group === undefined) return;
  printer.object(null, () => {
    printer.colored("ifname", "ifname", name, `${name}:`);
    formatFlags(printer, flags);
    if (owner !== NONE) printer.spaced("user", owner);
    if (group !== NONE) printer.spaced("group", group);
    if (options.details) {
      printer.text(`${printer.line}\tAttached to processes:`);
      formatProcesses(context, name);
    }
  });
  printer.text("\n");
}

function formatFlags(printer: Printer, flags: number): void {
  printer.array("flags", () => {
    let rest = flags;
    for (const [name, bit, off = false] of FLAGS) {
      if (((flags & bit) === 0) === off) printer.value(null, name, ` ${name}`);
      rest &= ~bit;
    }
    if (rest !== 0) printer.value(null, hex(rest), ` ${hex(rest)}`);
  });
}

/**
 * A property of a link: what `/sys` has, or, where that may not be read, what
 * the kernel reported of the link.
 */
function property(
  { io }: Context,
  { attributes: { name, info } }: LinkMessage,
  property: "tun_flags" | "owner" | "group",
): number | undefined {
  const path = `/sys/class/net/${name}/${property}`;
  const text = io.readTextFile(path);
  if (text !== undefined) return Number(strtoul(text.trim()).value);
  if (io.mayRead(path)) {
    io.err(`fopen ${path}: ${errorText(errnoOf("ENOENT"))}\n`);
    return undefined;
  }
  const { tun = {} } = info as { tun?: Record<string, number | undefined> };
  if (property !== "tun_flags") return tun[property] ?? NONE;
  return (tun.type ?? 0) |
    (tun.pi ? 0 : IFF_NO_PI) |
    (tun.vnetHdr ? IFF_VNET_HDR : 0) |
    (tun.persist ? IFF_PERSIST : 0) |
    (tun.multiQueue ? IFF_MULTI_QUEUE : 0);
}
