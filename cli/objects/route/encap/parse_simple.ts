/**
 * The keywords of MPLS, ILA, BPF and IPsec encapsulations.
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
import type { Arguments } from "../../../parse/grammar.ts";
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
 * @param args The arguments.
 * @returns The encapsulation.
 * @throws {CommandError} If an argument is wrong.
 */
export function takeMpls(args: Arguments): Encapsulated {
  const once = new Once();
  const labels = addressOf(args.take(), AF_MPLS);
  const encapMpls: MplsEncap = { labels: unitsOf(labels) };
  while (args.takeIf("ttl")) encapMpls.ttl = once.number(args, "ttl", 8);
  return { encapMpls };
}

/** Names of types that the kernel takes. */
const { luid, "use-format": useFormat } = ILA_IDENTIFIER_TYPES;
const IDENTIFIER_TYPES = { luid, "use-format": useFormat };

/**
 * Takes an identifier-locator address.
 *
 * @param args The arguments.
 * @returns The encapsulation.
 * @throws {CommandError} If an argument is wrong.
 */
export function takeIla(args: Arguments): Encapsulated {
  const arg = args.take();
  const locator = readLocator(arg);
  if (locator === undefined) throw exit(1, `Bad locator: ${arg}`);
  const encapIla: IlaEncap = { locator };
  for (;;) {
    if (args.takeIf("csum-mode")) {
      encapIla.checksumMode = named(args, "csum-mode", ILA_CHECKSUM_MODES);
    } else if (args.takeIf("ident-type")) {
      encapIla.identifierType = named(args, "ident-type", IDENTIFIER_TYPES);
    } else if (args.takeIf("hook-type")) {
      encapIla.hookType = named(args, "hook-type", ILA_HOOKS);
    } else return { encapIla };
  }
}

function named(
  args: Arguments,
  name: string,
  values: Readonly<Record<string, number>>,
): number {
  const arg = args.take();
  if (Object.hasOwn(values, arg)) return values[arg]!;
  throw invalidArgument(`"${name}" value is invalid\n`, arg);
}

/**
 * Takes BPF programs, which have to be loaded already: `fd NUMBER`.
 *
 * @param args The arguments.
 * @returns The encapsulation.
 * @throws {CommandError} If an argument is wrong.
 */
export async function takeBpf(args: Arguments): Promise<Encapsulated> {
  const encapBpf: BpfEncap = {};
  for (;;) {
    if (args.takeIf("headroom")) {
      const arg = args.take();
      const headroom = unsigned(arg, 32);
      if (headroom === undefined || headroom === 0) {
        throw invalidArgument("headroom is invalid\n", arg);
      }
      encapBpf.transmitHeadroom ??= headroom;
    } else if (args.takeIf("help")) throw await helpOf("bpf");
    else if (args.takeIf("in")) encapBpf.input = takeProgram(args);
    else if (args.takeIf("out")) encapBpf.output = takeProgram(args);
    else if (args.takeIf("xmit")) encapBpf.transmit = takeProgram(args);
    else return { encapBpf };
  }
}

function takeProgram(args: Arguments): { descriptor: number; name: string } {
  const kind = args.take();
  const arg = args.take();
  const descriptor = kind === "fd" ? unsigned(arg, 32) : undefined;
  if (descriptor === undefined) {
    throw exit(
      255,
      `Cannot use ${kind} ${arg}: only loaded programs can be used: fd NUMBER`,
    );
  }
  return { descriptor, name: `fd ${descriptor}` };
}

/**
 * Takes what IPsec needs; like `ip`, this swallows all arguments that follow.
 *
 * @param args The arguments.
 * @returns The encapsulation.
 * @throws {CommandError} If an argument is wrong.
 */
export async function takeXfrm(
  args: Arguments,
  { links }: Context,
): Promise<Encapsulated> {
  const once = new Once();
  const encapXfrm: XfrmEncap = {};
  while (args.left > 0) {
    if (args.takeIf("if_id")) {
      const arg = once.take(args, "if_id");
      const id = unsigned(arg, 32);
      if (id === undefined || id === 0) {
        throw invalidArgument('"if_id" value is invalid\n', arg);
      }
      encapXfrm.interfaceId = id;
    } else if (args.takeIf("link_dev")) {
      const name = once.take(args, "link_dev");
      const index = await links.indexOf(name);
      if (index === 0) throw exit(255, noDevice(name).message.trimEnd());
      encapXfrm.link = index;
    } else if (args.takeIf("help")) throw await helpOf("xfrm");
    else args.take();
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
