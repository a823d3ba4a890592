/**
 * Selectors: `src ADDR/PLEN dst ADDR/PLEN dev DEV UPSPEC`.
 *
 * @module
 */

import {
  IPPROTO_DCCP,
  IPPROTO_GRE,
  IPPROTO_ICMP,
  IPPROTO_ICMPV6,
  IPPROTO_MH,
  IPPROTO_SCTP,
  IPPROTO_TCP,
  IPPROTO_UDP,
} from "../../../messages/ip_protocols.ts";
import type { Argument } from "../../parse/form.ts";
import { exit, invalidArgument } from "../../parse/errors.ts";
import { type Arguments, fits } from "../../parse/grammar.ts";
import { unsigned } from "../../parse/numbers.ts";
import { ipv4AddressOf, type Prefix } from "../../parse/prefixes.ts";
import { ipProtocolName, protocolNumber } from "../../names/ip_protocols.ts";
import type { Context } from "../../runtime/context.ts";
import type { XfrmSelector } from "../../../messages/xfrm/selector.ts";
import { addressOfPrefix, checkFamilies, takeNetwork } from "./parse_id.ts";

/** What is above IP. */
const UPSPEC: Argument = {
  name: "UPSPEC",
  means:
    "proto { { tcp | udp | sctp | dccp } [ sport PORT ] [ dport PORT ] | " +
    "{ icmp | ipv6-icmp | mobility-header } [ type NUMBER ] [ code NUMBER ] | " +
    "gre [ key { DOTTED-QUAD | NUMBER } ] | PROTO }",
};

/** Which packets a state or a policy is for. */
export const SELECTOR: Argument = {
  name: "SELECTOR",
  means: [
    "[ src ADDR[/PLEN] ] [ dst ADDR[/PLEN] ] [ dev DEV ]",
    { maybe: UPSPEC },
  ],
};

/** A selector, and which parts of it were given. */
export interface SelectorArguments {
  /** The selector. */
  readonly selector: XfrmSelector;
  /** Source. */
  source?: Prefix;
  /** Destination. */
  destination?: Prefix;
  /** Parts that were given. */
  readonly given: Set<"dev" | "proto" | "source port" | "destination port">;
}

const PORT_PROTOCOLS: readonly number[] = [
  0,
  IPPROTO_TCP,
  IPPROTO_UDP,
  IPPROTO_DCCP,
  IPPROTO_SCTP,
];
const TYPE_PROTOCOLS: readonly number[] = [
  IPPROTO_ICMP,
  IPPROTO_ICMPV6,
  IPPROTO_MH,
];
const ALL_BITS = 0xffff;

/**
 * Takes a selector.
 *
 * @param args The arguments; they may begin with another one.
 * @param selector What they are written to.
 * @param family The family that addresses have to be of, or 0.
 * @returns What was given.
 * @throws {CommandError} If something is wrong with it.
 */
export async function takeSelector(
  args: Arguments,
  selector: XfrmSelector,
  family: number,
  context: Context,
): Promise<SelectorArguments> {
  const found: SelectorArguments = { selector, given: new Set() };
  let isAbove = false;
  while (args.left > 0) {
    if (args.takeIf("src")) {
      found.source = takeNetwork(args, "src", family);
      selector.family = found.source.family;
      selector.source = addressOfPrefix(found.source);
      selector.sourceLength = found.source.length;
    } else if (args.takeIf("dst")) {
      found.destination = takeNetwork(args, "dst", family);
      selector.family = found.destination.family;
      selector.destination = addressOfPrefix(found.destination);
      selector.destinationLength = found.destination.length;
    } else if (args.takeIf("dev")) {
      selector.index = await takeDevice(args, context);
      found.given.add("dev");
    } else if (!isAbove) {
      isAbove = true;
      takeUpper(args, found, context);
    } else break;
  }
  checkFamilies(found.source, found.destination, args.peek(-1) ?? "");
  return found;
}

async function takeDevice(args: Arguments, context: Context): Promise<number> {
  const name = args.take();
  if (name === "none") return 0;
  const index = await context.links.indexOf(name);
  if (index === 0) throw invalidArgument("DEV value is invalid", name);
  return index;
}

const UPPER = "proto sport dport type code key";

/** Takes protocol and ports, or types and codes, or a key. */
function takeUpper(
  args: Arguments,
  { selector, given }: SelectorArguments,
  context: Context,
): void {
  const options = new Set<string>();
  for (;;) {
    const option = args.peek();
    if (option === undefined || !fits(option, UPPER)) break;
    args.take();
    options.add(option);
    const arg = args.take();
    switch (option) {
      case "proto":
        selector.protocol = protocolOf(arg, context);
        given.add("proto");
        break;
      case "sport":
        selector.sourcePort = portOf(arg, option);
        if (selector.sourcePort !== 0) selector.sourcePortMask = ALL_BITS;
        given.add("source port");
        break;
      case "dport":
        selector.destinationPort = portOf(arg, option);
        if (selector.destinationPort !== 0) {
          selector.destinationPortMask = ALL_BITS;
        }
        given.add("destination port");
        break;
      case "type":
        selector.sourcePort = byteOf(arg, option);
        selector.sourcePortMask = ALL_BITS;
        given.add("source port");
        break;
      case "code":
        selector.destinationPort = byteOf(arg, option);
        selector.destinationPortMask = ALL_BITS;
        given.add("destination port");
        break;
      default:
        setKey(selector, keyOf(arg));
        given.add("destination port");
    }
  }
  checkUpper(selector.protocol, options, context);
}

function protocolOf(arg: string, { io }: Context): number {
  if (arg === "any") return 0;
  const number = (io.lookup?.protocolNumber ?? protocolNumber)(arg) ??
    unsigned(arg, 8);
  if (number === undefined) {
    throw invalidArgument("PROTO value is invalid", arg);
  }
  return number;
}

function portOf(arg: string, option: string): number {
  const port = unsigned(arg, 16);
  if (port !== undefined) return port;
  throw invalidArgument(`value after "${option}" is invalid`, arg);
}

function byteOf(arg: string, option: string): number {
  const byte = unsigned(arg, 8);
  if (byte !== undefined) return byte;
  throw invalidArgument(`value after "${option}" is invalid`, arg);
}

function keyOf(arg: string): number {
  if (arg.includes(".")) {
    return ipv4AddressOf(arg).split(".").reduce(
      (key, byte) => key * 0x100 + Number(byte),
      0,
    );
  }
  const key = unsigned(arg, 32);
  if (key !== undefined) return key;
  throw exit(255, 'value after "key" is invalid');
}

function setKey(selector: XfrmSelector, key: number): void {
  selector.sourcePort = key >>> 16;
  selector.destinationPort = key & ALL_BITS;
  selector.sourcePortMask = selector.destinationPortMask = ALL_BITS;
}

/** Refuses what the protocol does not have. */
function checkUpper(
  protocol: number,
  options: ReadonlySet<string>,
  { io }: Context,
): void {
  const has = (...names: string[]) => names.some((name) => options.has(name));
  const refuse = (what: string) => {
    const name = ipProtocolName(protocol, io) ?? protocol;
    return exit(1, `${what} invalid with PROTO value "${name}"`);
  };
  if (has("sport", "dport") && !PORT_PROTOCOLS.includes(protocol)) {
    throw refuse('"sport" and "dport" are');
  }
  if (has("type", "code") && !TYPE_PROTOCOLS.includes(protocol)) {
    throw refuse('"type" and "code" are');
  }
  if (has("key") && protocol !== IPPROTO_GRE) throw refuse('"key" is');
}
