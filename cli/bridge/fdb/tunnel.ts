/**
 * The end of a tunnel that a forwarding entry points to, on the command line.
 *
 * @module
 */

import {
  type NeighborAttributes,
  neighborAttributes,
} from "../../../messages/neighbor/neighbor.ts";
import { setAddress } from "../../parse/address_attribute.ts";
import { duplicateOrGarbage, invalidArgument } from "../../parse/errors.ts";
import { type Grammar, takes, type Word } from "../../parse/grammar.ts";
import { u32 } from "../../parse/numbers.ts";
import { addressOf, type Prefix } from "../../parse/prefixes.ts";
import { strtoulWhole, udpPort, ULONG_MAX } from "../common.ts";

/** How many VNIs there are. */
const VNIS = 1n << 24n;

/** What the arguments set. */
export interface TunnelArguments {
  /** Address of the other end. */
  destination?: Prefix;
  /** Next hop object; 0 is not sent. */
  nexthopId?: number;
  /** UDP port; 0 is not sent. */
  port?: number;
  /** Network at the other end. */
  vni?: number;
  /** Network of the entry. */
  sourceVni?: number;
}

/**
 * Takes the number of a network.
 *
 * @param key The property to set.
 * @param problem Error for other values.
 * @returns The keyword.
 */
export function network<S>(
  key: keyof S,
  problem: string,
): Word<S> {
  return takes("VNI", (spec, { args }) => {
    const arg = args.take();
    const vni = strtoulWhole(arg);
    if (vni === undefined || vni >= VNIS || vni === ULONG_MAX) {
      throw invalidArgument(problem, arg);
    }
    (spec as Record<PropertyKey, unknown>)[key] = Number(vni);
  });
}

/**
 * The keywords.
 *
 * @param problem Error for a next hop object that is none.
 * @returns The keywords.
 */
export function tunnelKeywords<S extends TunnelArguments>(
  problem: string,
): Grammar<S> {
  return {
    "dst": takes("IPADDR", (spec, { args, context }) => {
      const arg = args.take();
      if (spec.destination !== undefined) throw duplicateOrGarbage("dst", arg);
      spec.destination = addressOf(arg, context.family);
    }),
    "nhid": takes("NHID", (spec, { args }) => {
      spec.nexthopId = args.read(u32, problem);
    }),
    "port": takes("PORT", (spec, { args, context }) => {
      spec.port = args.read((arg) => udpPort(context, arg), "invalid port\n");
    }),
    "vni": network<S>("vni", "invalid VNI\n"),
    "src_vni": network<S>("sourceVni", "invalid src VNI\n"),
  };
}

/**
 * Makes attributes of what was set.
 *
 * @param spec What was set.
 * @returns The attributes.
 */
export function tunnelAttributes(spec: TunnelArguments): NeighborAttributes {
  const attributes: NeighborAttributes = {};
  const { destination, nexthopId = 0, port = 0, vni, sourceVni } = spec;
  if (destination !== undefined) {
    setAddress(neighborAttributes, attributes, "destination", destination);
  }
  if (nexthopId !== 0) attributes.nexthopId = nexthopId;
  if (port !== 0) attributes.port = port;
  if (vni !== undefined) attributes.vni = vni;
  if (sourceVni !== undefined) attributes.sourceVni = sourceVni;
  return attributes;
}
