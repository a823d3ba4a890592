/**
 * What names a state: `src ADDR dst ADDR proto XFRM-PROTO spi SPI`.
 *
 * @module
 */

import {
  IPPROTO_COMP,
  IPPROTO_DSTOPTS,
  IPPROTO_ROUTING,
} from "../../../messages/ip_protocols.ts";
import type { Argument } from "../../parse/form.ts";
import { exit, invalidArgument, missingArgument } from "../../parse/errors.ts";
import type { Arguments } from "../../parse/grammar.ts";
import { u32 } from "../../parse/numbers.ts";
import { isIp } from "../../parse/address_attribute.ts";
import { type Prefix, prefixOf } from "../../parse/prefixes.ts";
import { ipv6Address } from "../../../messages/codec/mod.ts";
import { AF_UNSPEC } from "../../../messages/families.ts";
import { XFRM_PROTOCOLS } from "../../../messages/xfrm/names.ts";
import { alternatives } from "./parse_values.ts";
import { protocolText } from "./text.ts";

/** Protocols that usage texts name. */
const { "ipsec-any": _, ...NAMED } = XFRM_PROTOCOLS;

/** A protocol of states. */
export const XFRM_PROTO: Argument = {
  name: "XFRM-PROTO",
  means: alternatives(Object.keys(NAMED)),
};

/** What names a state. */
export const ID: Argument = {
  name: "ID",
  means: [
    "[ src ADDR ] [ dst ADDR ]",
    { maybe: ["proto", XFRM_PROTO] },
    "[ spi SPI ]",
  ],
};

/** What names a state, as far as arguments give it. */
export interface IdArguments {
  /** Source. */
  source?: Prefix;
  /** Destination. */
  destination?: Prefix;
  /** Protocol; 0 if none is given. */
  protocol: number;
  /** Security parameter index; 0 if none is given. */
  spi: number;
  /** Whether an index was given, be it 0. */
  hasSpi: boolean;
}

/** Whether a protocol is one of Mobile IPv6. */
export function isMobile(protocol: number): boolean {
  return protocol === IPPROTO_ROUTING || protocol === IPPROTO_DSTOPTS;
}

/**
 * Takes the name of a protocol of states.
 *
 * @returns Its number.
 * @throws {CommandError} If it has none.
 */
export function takeProtocol(args: Arguments): number {
  return args.oneOf(XFRM_PROTOCOLS, "XFRM-PROTO value is invalid");
}

/**
 * Takes an address after `src` or `dst`.
 *
 * @param option Which of them.
 * @param family The family that it has to be of, or 0.
 * @returns The address.
 * @throws {CommandError} If it is none.
 */
export function takeNetwork(
  args: Arguments,
  option: string,
  family: number,
): Prefix {
  const arg = args.take();
  const prefix = prefixOf(arg, family);
  if (prefix.family === AF_UNSPEC) {
    throw invalidArgument(
      `value after "${option}" has an unrecognized address family`,
      arg,
    );
  }
  return prefix;
}

/** The error for a source and a destination of two families. */
export function checkFamilies(
  source: Prefix | undefined,
  destination: Prefix | undefined,
  last: string,
): void {
  if (source === undefined || destination === undefined) return;
  if (source.family === destination.family) return;
  throw invalidArgument(
    'the same address family is required between values after "src" and "dst"',
    last,
  );
}

/**
 * Takes what names a state.
 *
 * @param args The arguments; they may begin with another one.
 * @param family The family that addresses have to be of, or 0.
 * @param isLoose Whether the protocol may be missing.
 * @returns What names it.
 * @throws {CommandError} If something is wrong with it.
 */
export function takeId(
  args: Arguments,
  family: number,
  isLoose = false,
): IdArguments {
  const id: IdArguments = { protocol: 0, spi: 0, hasSpi: false };
  let last = args.peek() ?? "";
  while (args.left > 0) {
    if (args.takeIf("src")) id.source = takeNetwork(args, "src", family);
    else if (args.takeIf("dst")) {
      id.destination = takeNetwork(args, "dst", family);
    } else if (args.takeIf("proto")) id.protocol = takeProtocol(args);
    else if (args.takeIf("spi")) {
      id.spi = args.read(u32, "SPI value is invalid");
      id.hasSpi = true;
    } else break;
    last = args.peek(-1)!;
  }
  checkFamilies(id.source, id.destination, last);
  checkSpi(id);
  if (!isLoose && id.protocol === 0) throw missingArgument("XFRM-PROTO");
  return id;
}

function checkSpi({ protocol, spi }: IdArguments): void {
  if (spi === 0 || protocol === 0) return;
  const name = protocolText(protocol);
  if (isMobile(protocol)) {
    throw exit(1, `"spi" is invalid with XFRM-PROTO value "${name}"`);
  }
  if (protocol === IPPROTO_COMP && spi >= 0x10000) {
    throw exit(1, `SPI value is too large with XFRM-PROTO value "${name}"`);
  }
}

/** The family of what names a state; 0 if there is no address. */
export function familyOfId({ source, destination }: IdArguments): number {
  return (destination ?? source)?.family ?? AF_UNSPEC;
}

/**
 * An address of a prefix, as messages have it: of what is no IP address, as many
 * bytes as there is room for, which the kernel is left to refuse.
 */
export function addressOfPrefix(prefix: Prefix | undefined): string {
  if (prefix === undefined || prefix.bytes.length === 0) return "0.0.0.0";
  if (isIp(prefix)) return prefix.address;
  const bytes = new Uint8Array(ipv6Address.size);
  bytes.set(prefix.bytes.subarray(0, bytes.length));
  return ipv6Address.decode(new DataView(bytes.buffer), 0, bytes.length);
}
