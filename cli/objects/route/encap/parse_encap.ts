/**
 * The arguments after `encap`.
 *
 * @module
 */

import type { Context } from "../../../runtime/context.ts";
import {
  invalidArgument,
  missingArgument,
  usage,
} from "../../../parse/errors.ts";
import type { Arguments } from "../../../parse/grammar.ts";
import type { Encapsulated } from "./format.ts";

/** Reads the arguments of one kind of encapsulation. */
type Take = (
  args: Arguments,
  context: Context,
) => Encapsulated | Promise<Encapsulated>;

/** Kinds of encapsulation, in the order of their numbers (`LWTUNNEL_ENCAP_*`). */
const KINDS: Readonly<
  Record<string, readonly [type: number, load: () => Promise<Take>]>
> = {
  mpls: [1, async () => (await import("./parse_simple.ts")).takeMpls],
  ip: [2, async () => (await import("./parse_tunnel.ts")).takeIp],
  ila: [3, async () => (await import("./parse_simple.ts")).takeIla],
  ip6: [4, async () => (await import("./parse_tunnel.ts")).takeIp6],
  seg6: [5, async () => (await import("./parse_segments.ts")).takeSeg6],
  bpf: [6, async () => (await import("./parse_simple.ts")).takeBpf],
  seg6local: [
    7,
    async () => (await import("./parse_seg6_local.ts")).takeSeg6Local,
  ],
  rpl: [8, async () => (await import("./parse_segments.ts")).takeRpl],
  ioam6: [9, async () => (await import("./parse_ioam6.ts")).takeIoam6],
  xfrm: [10, async () => (await import("./parse_simple.ts")).takeXfrm],
};

/**
 * Takes an encapsulation.
 *
 * @param args The arguments after `encap`.
 * @returns The encapsulation and its kind.
 * @throws {CommandError} If an argument is wrong.
 */
export async function takeEncapsulation(
  args: Arguments,
  context: Context,
): Promise<Encapsulated> {
  const arg = args.take();
  if (arg === "help") {
    const { ENCAPSULATION_TYPES: form } = await import("./usage.ts");
    throw usage({ of: "ip route ... encap", form });
  }
  const kind = Object.hasOwn(KINDS, arg) ? KINDS[arg] : undefined;
  if (kind === undefined) {
    throw invalidArgument('"encap type" value is invalid\n', arg);
  }
  args.take();
  if (args.left === 0) throw missingArgument("encap type");
  args.back();
  const [encapType, load] = kind;
  const take = await load();
  return { encapType, ...await take(args, context) };
}
