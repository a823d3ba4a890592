/**
 * One address, as `ip address` writes it.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import { hostName } from "../../names/hosts.ts";
import { familyName } from "../../parse/prefixes.ts";
import type { ColorUse, Printer } from "../../print/printer.ts";
import { ADDRESS_FLAGS } from "./flags.ts";
import type {
  AddressCacheInfo,
  AddressMessage,
} from "../../../messages/address/address.ts";
import {
  IFA_F_DEPRECATED,
  IFA_F_PERMANENT,
  IFA_F_SECONDARY,
} from "../../../messages/address/constants.ts";
import { AF_INET, AF_INET6 } from "../../../messages/families.ts";

/** A lifetime without an end. */
const FOREVER = 0xffffffff;

/** What of an address is written. */
export interface AddressView {
  /** Whether to write which link has it. */
  device?: boolean;
  /** Whether it was deleted. */
  deleted?: boolean;
}

/**
 * The color of addresses of a family.
 *
 * @param family The family, `AF_*`.
 * @returns The color.
 */
export function familyColor(family: number): ColorUse {
  return family === AF_INET
    ? "inet"
    : family === AF_INET6
    ? "inet6"
    : undefined;
}

/**
 * All flags of an address.
 *
 * @param message The address.
 * @returns Its `IFA_F_*`.
 */
export function flagsOf({ flags, attributes }: AddressMessage): number {
  return attributes.flags ?? flags;
}

/**
 * Writes an address.
 *
 * @param message The address.
 * @param view What of it is written.
 */
export function formatAddress(
  context: Context,
  message: AddressMessage,
  view: AddressView = {},
): void {
  const { printer, names, options } = context;
  const { family, index, scope, attributes } = message;
  const flags = flagsOf(message);
  if (view.deleted) printer.value("deleted", true, "Deleted ");
  if (!options.brief) {
    if (view.device) {
      printer.value("index", index, `${index}: `);
      const name = context.links.nameOf(index);
      printer.value("dev", name, name);
    }
    const name = familyName(family);
    if (name !== "???") printer.value("family", name, `    ${name} `);
    else printer.value("family_index", family, `    family ${family} `);
  }
  printLocal(context, message);
  if (options.brief) return;
  const { broadcast, multicast, anycast, label, cacheInfo, protocol } =
    attributes;
  const print = (key: string, arg: string, address: string) => {
    const host = hostName(context, address);
    printer.text(`${arg} `);
    printer.colored(familyColor(family), key, host, `${host} `);
  };
  if (broadcast !== undefined) print("broadcast", "brd", broadcast);
  if (multicast !== undefined) print("multicast", "mcast", multicast);
  if (anycast !== undefined) print("anycast", "any", anycast);
  const scopeName = names.scopes.nameOf(scope);
  printer.named("scope", scopeName);
  printFlags(printer, family, flags);
  if (protocol !== undefined) {
    const name = names.addressProtocols.nameOf(protocol);
    printer.value("protocol", name, `proto ${name} `);
  }
  if (label !== undefined) printer.value("label", label, label);
  if (cacheInfo !== undefined) printLifetimes(printer, cacheInfo, flags);
  printer.text("\n");
}

function printLocal(
  context: Context,
  { family, prefixLength, attributes }: AddressMessage,
): void {
  const { printer } = context;
  const { routePriority } = attributes;
  const local = attributes.local ?? attributes.address;
  if (local === undefined) return;
  const { address = local } = attributes;
  const color = familyColor(family);
  const host = hostName(context, local);
  printer.colored(color, "local", host, host);
  if (address !== local) {
    const peer = hostName(context, address);
    printer.text(" peer ");
    printer.colored(color, "address", peer, peer);
  }
  printer.value("prefixlen", prefixLength, `/${prefixLength} `);
  printer.named("metric", routePriority);
}

function printFlags(printer: Printer, family: number, flags: number): void {
  let left = flags;
  for (const { name, bit } of ADDRESS_FLAGS) {
    if (bit === IFA_F_PERMANENT) {
      if (!(left & bit)) printer.value("dynamic", true, "dynamic ");
    } else if (left & bit) {
      const word = bit === IFA_F_SECONDARY && family === AF_INET6
        ? "temporary"
        : name;
      printer.value(word, true, `${word} `);
    }
    left &= ~bit;
  }
  if (left === 0) return;
  const hex = (left >>> 0).toString(16).padStart(2, "0");
  printer.value("ifa_flags", hex, `flags ${hex} `);
}

function printLifetimes(
  printer: Printer,
  { valid, preferred }: AddressCacheInfo,
  flags: number,
): void {
  printer.newline();
  printer.text("       valid_lft ");
  const text = (seconds: number, unit: number) =>
    seconds === FOREVER ? "forever" : `${unit}sec`;
  printer.value("valid_life_time", valid, text(valid, valid));
  printer.text(" preferred_lft ");
  const rest = preferred !== FOREVER && flags & IFA_F_DEPRECATED
    ? preferred | 0
    : preferred;
  printer.value("preferred_life_time", rest, text(preferred, rest));
}
