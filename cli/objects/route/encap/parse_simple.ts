/**
 * The words of MPLS, ILA, BPF and IPsec encapsulations.
 *
 * @module
 */

import type { Context } from "../../../runtime/context.ts";
import {
  type CommandError,
  exit,
  invalidArgument,
  noDevice,
  usage,
} from "../../../parse/errors.ts";
import type { Words } from "../../../parse/grammar.ts";
import { readLocator } from "../../../parse/locator.ts";
import { unsigned } from "../../../parse/numbers.ts";
import { addressOf } from "../../../parse/prefixes.ts";
import { AF_MPLS } from "../../../../messages/families.ts";
import type { BpfEncap } from "../../../../messages/route/encap/bpf.ts";
import {
  ILA_CHECKSUM_MODES,
  ILA_HOOKS,
  ILA_IDENTIFIER_TYPES,
  type IlaEncap,
} from "../../../../messages/route/encap/ila.ts";
import type { MplsEncap } from "../../../../messages/route/encap/mpls.ts";
import type { XfrmEncap } from "../../../../messages/route/encap/xfrm.ts";
import { unitsOf } from "../parse_address.ts";
import type { Encapsulated } from "./format.ts";
import { Once } from "./once.ts";

/**
 * Takes MPLS labels to push.
 *
 * @param words The words.
 * @returns The encapsulation.
 * @throws {CommandError} If a word is wrong.
 */
export function takeMpls(words: Words): Encapsulated {
  const once = new Once();
  const labels = addressOf(words.take(), AF_MPLS);
  const encapMpls: MplsEncap = { labels: unitsOf(labels) };
  while (words.takeIf("ttl")) encapMpls.ttl = once.number(words, "ttl", 8);
  return { encapMpls };
}

/** Names of types that the kernel takes. */
const { luid, "use-format": useFormat } = ILA_IDENTIFIER_TYPES;
const IDENTIFIER_TYPES = { luid, "use-format": useFormat };

/**
 * Takes an identifier-locator address.
 *
 * @param words The words.
 * @returns The encapsulation.
 * @throws {CommandError} If a word is wrong.
 */
export function takeIla(words: Words): Encapsulated {
  const word = words.take();
  const locator = readLocator(word);
  if (locator === undefined) throw exit(1, `Bad locator: ${word}`);
  const encapIla: IlaEncap = { locator };
  for (;;) {
    if (words.takeIf("csum-mode")) {
      encapIla.checksumMode = named(words, "csum-mode", ILA_CHECKSUM_MODES);
    } else if (words.takeIf("ident-type")) {
      encapIla.identifierType = named(words, "ident-type", IDENTIFIER_TYPES);
    } else if (words.takeIf("hook-type")) {
      encapIla.hookType = named(words, "hook-type", ILA_HOOKS);
    } else return { encapIla };
  }
}

function named(
  words: Words,
  name: string,
  values: Readonly<Record<string, number>>,
): number {
  const word = words.take();
  if (Object.hasOwn(values, word)) return values[word]!;
  throw invalidArgument(`"${name}" value is invalid\n`, word);
}

/**
 * Takes BPF programs, which have to be loaded already: `fd NUMBER`.
 *
 * @param words The words.
 * @returns The encapsulation.
 * @throws {CommandError} If a word is wrong.
 */
export async function takeBpf(words: Words): Promise<Encapsulated> {
  const encapBpf: BpfEncap = {};
  for (;;) {
    if (words.takeIf("headroom")) {
      const word = words.take();
      const headroom = unsigned(word, 32);
      if (headroom === undefined || headroom === 0) {
        throw invalidArgument("headroom is invalid\n", word);
      }
      encapBpf.transmitHeadroom ??= headroom;
    } else if (words.takeIf("help")) throw await helpOf("bpf");
    else if (words.takeIf("in")) encapBpf.input = takeProgram(words);
    else if (words.takeIf("out")) encapBpf.output = takeProgram(words);
    else if (words.takeIf("xmit")) encapBpf.transmit = takeProgram(words);
    else return { encapBpf };
  }
}

function takeProgram(words: Words): { descriptor: number; name: string } {
  const kind = words.take();
  const word = words.take();
  const descriptor = kind === "fd" ? unsigned(word, 32) : undefined;
  if (descriptor === undefined) {
    throw exit(
      255,
      `Cannot use ${kind} ${word}: only loaded programs can be used: fd NUMBER`,
    );
  }
  return { descriptor, name: `fd ${descriptor}` };
}

/**
 * Takes what IPsec needs; like `ip`, this swallows all words that follow.
 *
 * @param words The words.
 * @returns The encapsulation.
 * @throws {CommandError} If a word is wrong.
 */
export async function takeXfrm(
  words: Words,
  { links }: Context,
): Promise<Encapsulated> {
  const once = new Once();
  const encapXfrm: XfrmEncap = {};
  while (words.left > 0) {
    if (words.takeIf("if_id")) {
      const word = once.take(words, "if_id");
      const id = unsigned(word, 32);
      if (id === undefined || id === 0) {
        throw invalidArgument('"if_id" value is invalid\n', word);
      }
      encapXfrm.interfaceId = id;
    } else if (words.takeIf("link_dev")) {
      const name = once.take(words, "link_dev");
      const index = await links.indexOf(name);
      if (index === 0) throw exit(255, noDevice(name).message.trimEnd());
      encapXfrm.link = index;
    } else if (words.takeIf("help")) throw await helpOf("xfrm");
    else words.take();
  }
  if (encapXfrm.interfaceId === undefined) throw await helpOf("xfrm");
  return { encapXfrm };
}

/** The usage of an encapsulation ends the program. */
async function helpOf(type: "bpf" | "xfrm"): Promise<CommandError> {
  const { BPF_PROGRAMS, XFRM } = await import("./usage.ts");
  const form = type === "bpf" ? BPF_PROGRAMS : XFRM;
  return usage({ of: `ip route ... encap ${type}`, form });
}
