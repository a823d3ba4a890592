/**
 * Which peers are meant.
 *
 * @module
 */

import { AF_INET, AF_INET6, AF_UNSPEC } from "../../../messages/families.ts";
import type {
  TcpMetricsAttributes,
  TcpMetricsMessage,
} from "../../../messages/generic/tcp_metrics.ts";
import { duplicateOrGarbage, fail, usage } from "../../parse/errors.ts";
import { type Arguments, matches } from "../../parse/grammar.ts";
import {
  addressBits,
  contains,
  type Prefix,
  prefixOf,
  readAddress,
} from "../../parse/prefixes.ts";

/** Which peers are meant. */
export interface Selection {
  /** Address family, or 0 for any. */
  readonly family: number;
  /** Prefix of the peer. */
  peer?: Prefix;
  /** Prefix of this end. */
  source?: Prefix;
}

/**
 * Reads arguments. The argument after each prefix is skipped, whatever it is.
 *
 * @param family The family that was asked for.
 * @param deleting Whether the peer has to be a single one.
 * @returns Which peers are meant.
 * @throws {CommandError} If an argument is wrong.
 */
export function parseSelection(
  args: Arguments,
  family: number,
  deleting: boolean,
): Selection {
  if (![AF_UNSPEC, AF_INET, AF_INET6].includes(family)) {
    throw fail(1, `Unsupported protocol family: ${family}`);
  }
  const selection: Selection = { family };
  while (args.left > 0) {
    const arg = args.take();
    const isSource = arg === "src" || arg === "source";
    const named = isSource || arg === "addr" || arg === "address";
    const key = isSource ? "source" : "peer";
    const value = named ? args.take() : arg;
    if (matches(value, "help")) throw usage("tcp_metrics");
    if (selection[key] !== undefined) {
      throw duplicateOrGarbage(named ? arg : "address", value);
    }
    const prefix = prefixOf(value, family);
    selection[key] = prefix;
    if ((isSource || deleting) && !isExact(prefix)) {
      throw fail(
        1,
        `Error: a specific IP address is expected rather than "${value}"`,
      );
    }
    if (args.left > 0) args.take();
  }
  return selection;
}

/**
 * Whether a prefix is a single address.
 *
 * @param prefix The prefix.
 * @returns Whether it has full length.
 */
export function isExact(prefix: Prefix | undefined): boolean {
  return prefix !== undefined && prefix.bytes.length > 0 &&
    prefix.length === addressBits(prefix.family);
}

/**
 * Names a single peer.
 *
 * @param selection The peer.
 * @returns Its addresses.
 */
export function toKey({ peer, source }: Selection): TcpMetricsAttributes {
  return {
    ...peer !== undefined && {
      [peer.family === AF_INET6 ? "addrIpv6" : "addrIpv4"]: peer.address,
    },
    ...source !== undefined && {
      [source.family === AF_INET6 ? "saddrIpv6" : "saddrIpv4"]: source.address,
    },
  };
}

/**
 * Whether a peer is among those that are meant.
 *
 * @param message The peer.
 * @param selection Those that are meant.
 * @returns Whether it is.
 */
export function isSelected(
  { attributes }: TcpMetricsMessage,
  { family, peer, source }: Selection,
): boolean {
  const address = attributes.addrIpv4 ?? attributes.addrIpv6;
  if (address === undefined) return false;
  const own = attributes.saddrIpv4 ?? attributes.saddrIpv6;
  return isWithin(address, peer, family) &&
    (own === undefined || isWithin(own, source, family));
}

function isWithin(
  address: string,
  prefix: Prefix | undefined,
  family: number,
): boolean {
  const parsed = readAddress(address, AF_UNSPEC)!;
  const wanted = prefix?.family ?? family;
  if (wanted === AF_UNSPEC) return true;
  if (parsed.family !== wanted) return false;
  return prefix === undefined || contains(prefix, parsed.bytes);
}
