/**
 * The keywords of tunnels that routes lead into.
 *
 * @module
 */

import { setAddress } from "../../../parse/address_attribute.ts";
import type { Context } from "../../../runtime/context.ts";
import { invalidArgument } from "../../../parse/errors.ts";
import type { Arguments } from "../../../parse/grammar.ts";
import { unsigned64 } from "../../../parse/numbers.ts";
import { addressOf } from "../../../parse/prefixes.ts";
import type { Codec } from "../../../../messages/codec/mod.ts";
import { AF_INET, AF_INET6 } from "../../../../messages/families.ts";
import {
  type Ip6Encap,
  ip6Encap,
  type IpEncap,
  ipEncap,
} from "../../../../messages/route/encap/ip.ts";
import type { Encapsulated } from "./format.ts";
import { Once } from "./once.ts";
import { readErspan, readGeneve, readVxlan } from "./parse_tunnel_options.ts";

/** Flags of tunnels (`TUNNEL_*`). */
const FLAGS: Readonly<Record<string, number>> = { key: 4, csum: 1, seq: 8 };

/** Readers of the options of tunnels. */
const OPTIONS = {
  geneve_opts: readGeneve,
  vxlan_opts: readVxlan,
  erspan_opts: readErspan,
} as const;

/**
 * Takes an IPv4 tunnel.
 *
 * @param args The arguments.
 * @returns The encapsulation.
 * @throws {CommandError} If an argument is wrong.
 */
export function takeIp(args: Arguments, context: Context): Encapsulated {
  const once = new Once();
  const encapIp: IpEncap = {};
  for (;;) {
    if (takeShared(args, encapIp, once, context, AF_INET)) continue;
    if (args.takeIf("tos")) {
      encapIp.tos = dsField(once.take(args, "tos"), "tos", context);
    } else if (args.takeIf("ttl")) {
      encapIp.ttl = once.number(args, "ttl", 8);
    } else return { encapIp };
  }
}

/**
 * Takes an IPv6 tunnel.
 *
 * @param args The arguments.
 * @returns The encapsulation.
 * @throws {CommandError} If an argument is wrong.
 */
export function takeIp6(args: Arguments, context: Context): Encapsulated {
  const once = new Once();
  const encapIp6: Ip6Encap = {};
  for (;;) {
    if (takeShared(args, encapIp6, once, context, AF_INET6)) continue;
    if (args.takeIf("tc")) {
      encapIp6.trafficClass = dsField(once.take(args, "tc"), "tc", context);
    } else if (args.takeIf("hoplimit")) {
      encapIp6.hopLimit = once.number(args, "hoplimit", 8);
    } else return { encapIp6 };
  }
}

function takeShared(
  args: Arguments,
  encap: IpEncap | Ip6Encap,
  once: Once,
  context: Context,
  family: number,
): boolean {
  const codec = (family === AF_INET6 ? ip6Encap : ipEncap) as Codec<
    IpEncap | Ip6Encap
  >;
  const arg = args.peek();
  if (arg === "id") {
    args.take();
    encap.id = idOf(once.take(args, "id"));
  } else if (arg === "dst") {
    args.take();
    const address = addressOf(once.take(args, "dst"), family);
    setAddress(codec, encap, "destination", address);
  } else if (arg === "src") {
    args.take();
    const address = addressOf(once.take(args, "src"), family);
    setAddress(codec, encap, "source", address);
  } else if (arg !== undefined && Object.hasOwn(FLAGS, arg)) {
    once.mark(arg, args.take());
    encap.flags = (encap.flags ?? 0) | FLAGS[arg]!;
  } else if (arg !== undefined && Object.hasOwn(OPTIONS, arg)) {
    takeOptions(args, encap, once, context);
  } else return false;
  return true;
}

function takeOptions(
  args: Arguments,
  encap: IpEncap | Ip6Encap,
  once: Once,
  { io }: Context,
): void {
  const name = args.take() as keyof typeof OPTIONS;
  once.mark("opts", name);
  const arg = args.take();
  const options = OPTIONS[name](arg, (text) => io.err(text));
  if (options === undefined) {
    const shown = name === "vxlan_opts" ? arg : arg.split(/[,:]/)[0]!;
    throw invalidArgument(`"${name}" value is invalid\n`, shown);
  }
  encap.options = options;
}

function idOf(arg: string): bigint {
  const id = unsigned64(arg);
  if (id === undefined) throw invalidArgument('"id" value is invalid\n', arg);
  return id;
}

function dsField(arg: string, name: string, { names }: Context): number {
  const value = names.dsFields.numberOf(arg);
  if (value === undefined) {
    throw invalidArgument(`"${name}" value is invalid\n`, arg);
  }
  return value;
}
