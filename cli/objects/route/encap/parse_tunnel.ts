/**
 * The words of tunnels that routes lead into.
 *
 * @module
 */

import { setAddress } from "../../../parse/address_attribute.ts";
import type { Context } from "../../../runtime/context.ts";
import { invalidArgument } from "../../../parse/errors.ts";
import type { Words } from "../../../parse/grammar.ts";
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
 * @param words The words.
 * @returns The encapsulation.
 * @throws {CommandError} If a word is wrong.
 */
export function takeIp(words: Words, context: Context): Encapsulated {
  const once = new Once();
  const encapIp: IpEncap = {};
  for (;;) {
    if (takeShared(words, encapIp, once, context, AF_INET)) continue;
    if (words.takeIf("tos")) {
      encapIp.tos = dsField(once.take(words, "tos"), "tos", context);
    } else if (words.takeIf("ttl")) {
      encapIp.ttl = once.number(words, "ttl", 8);
    } else return { encapIp };
  }
}

/**
 * Takes an IPv6 tunnel.
 *
 * @param words The words.
 * @returns The encapsulation.
 * @throws {CommandError} If a word is wrong.
 */
export function takeIp6(words: Words, context: Context): Encapsulated {
  const once = new Once();
  const encapIp6: Ip6Encap = {};
  for (;;) {
    if (takeShared(words, encapIp6, once, context, AF_INET6)) continue;
    if (words.takeIf("tc")) {
      encapIp6.trafficClass = dsField(once.take(words, "tc"), "tc", context);
    } else if (words.takeIf("hoplimit")) {
      encapIp6.hopLimit = once.number(words, "hoplimit", 8);
    } else return { encapIp6 };
  }
}

function takeShared(
  words: Words,
  encap: IpEncap | Ip6Encap,
  once: Once,
  context: Context,
  family: number,
): boolean {
  const codec = (family === AF_INET6 ? ip6Encap : ipEncap) as Codec<
    IpEncap | Ip6Encap
  >;
  const word = words.peek();
  if (word === "id") {
    words.take();
    encap.id = idOf(once.take(words, "id"));
  } else if (word === "dst") {
    words.take();
    const address = addressOf(once.take(words, "dst"), family);
    setAddress(codec, encap, "destination", address);
  } else if (word === "src") {
    words.take();
    const address = addressOf(once.take(words, "src"), family);
    setAddress(codec, encap, "source", address);
  } else if (word !== undefined && Object.hasOwn(FLAGS, word)) {
    once.mark(word, words.take());
    encap.flags = (encap.flags ?? 0) | FLAGS[word]!;
  } else if (word !== undefined && Object.hasOwn(OPTIONS, word)) {
    takeOptions(words, encap, once, context);
  } else return false;
  return true;
}

function takeOptions(
  words: Words,
  encap: IpEncap | Ip6Encap,
  once: Once,
  { io }: Context,
): void {
  const name = words.take() as keyof typeof OPTIONS;
  once.mark("opts", name);
  const word = words.take();
  const options = OPTIONS[name](word, (text) => io.err(text));
  if (options === undefined) {
    const shown = name === "vxlan_opts" ? word : word.split(/[,:]/)[0]!;
    throw invalidArgument(`"${name}" value is invalid\n`, shown);
  }
  encap.options = options;
}

function idOf(word: string): bigint {
  const id = unsigned64(word);
  if (id === undefined) throw invalidArgument('"id" value is invalid\n', word);
  return id;
}

function dsField(word: string, name: string, { names }: Context): number {
  const value = names.dsFields.numberOf(word);
  if (value === undefined) {
    throw invalidArgument(`"${name}" value is invalid\n`, word);
  }
  return value;
}
