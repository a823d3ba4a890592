/**
 * Addresses on the command line, as messages of routes have them.
 *
 * @module
 */

import { type Arguments, takes, type Word } from "../../parse/grammar.ts";
import { addRaw, isIp } from "../../parse/address_attribute.ts";
import { addressOf, linkAddressOf, type Prefix } from "../../parse/prefixes.ts";
import { type Attributes, LITTLE_ENDIAN } from "../../../messages/codec/mod.ts";
import { AF_PACKET, AF_UNSPEC } from "../../../messages/families.ts";
import { routeNextHopAttributes } from "../../../messages/route/next_hop.ts";
import type { RouteMessage } from "../../../messages/route/route.ts";
import type { RouteVia } from "../../../messages/route/via.ts";
import { readFamily } from "./read_family.ts";

/** What a gateway is part of. */
export interface WithFamily {
  /** Its family; `AF_UNSPEC` until an address has one. */
  family: number;
}

/** What has a gateway. */
export interface WithGateway extends Attributes {
  /** Gateway of the same family. */
  gateway?: string;
  /** Gateway of another family. */
  via?: RouteVia;
}

/**
 * Takes an address, which may set the family.
 *
 * @param route What the address is part of.
 * @returns The address.
 * @throws {CommandError} If there is none.
 */
export function takeAddress(args: Arguments, route: WithFamily): Prefix {
  const address = addressOf(args.take(), route.family);
  if (route.family === AF_UNSPEC) route.family = address.family;
  return address;
}

/**
 * Takes a gateway, with or without its family in front.
 *
 * @param route What the gateway is part of.
 * @param target What gets the gateway.
 * @throws {CommandError} If there is none.
 */
export function takeGateway(
  args: Arguments,
  route: WithFamily,
  target: WithGateway,
): void {
  const arg = args.take();
  const given = readFamily(arg);
  if (given === AF_PACKET) {
    const { address } = linkAddressOf(args.take());
    target.via = { family: given, address };
    return;
  }
  const gateway = given === AF_UNSPEC
    ? addressOf(arg, route.family)
    : addressOf(args.take(), given);
  const { family, address, bytes } = gateway;
  if (route.family === AF_UNSPEC) route.family = family;
  if (family === route.family) {
    if (isIp(gateway)) target.gateway = address;
    else addRaw(routeNextHopAttributes, target, "gateway", bytes);
  } else if (isIp(gateway)) target.via = { family, address };
  else {
    const data = new Uint8Array(2 + bytes.length);
    new DataView(data.buffer).setUint16(0, family, LITTLE_ENDIAN);
    data.set(bytes, 2);
    addRaw(routeNextHopAttributes, target, "via", data);
  }
}

/**
 * An address in units of four bytes, which is how MPLS labels are kept.
 *
 * @param address The address.
 * @returns The units.
 */
export function unitsOf({ bytes }: Prefix): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from(
    { length: bytes.length >> 2 },
    (_, at) => view.getUint32(4 * at),
  );
}

/** The labels that MPLS packets get. */
export const newLabels: Word<{ message: RouteMessage }> = takes(
  "[ to ] ADDRESS",
  ({ message }, { args }) => {
    args.takeIf("to");
    message.attributes.newLabels = unitsOf(takeAddress(args, message));
  },
);
