/**
 * Entries of multicast databases on the command line.
 *
 * @module
 */

import { valueOf } from "../../../messages/value_names.ts";
import { FILTER_MODES } from "../../../messages/mdb/constants.ts";
import {
  ETH_P_IP,
  ETH_P_IPV6,
} from "../../../messages/link/constants_hardware.ts";
import type { MdbGroup } from "../../../messages/mdb/entry.ts";
import type { MdbRequestEntryAttributes } from "../../../messages/mdb/mdb.ts";
import { AF_INET, AF_INET6 } from "../../../messages/families.ts";
import { CommandError, fail } from "../../parse/errors.ts";
import { type Grammar, takes, text } from "../../parse/grammar.ts";
import { hardwareAddressOf, readAddress } from "../../parse/prefixes.ts";
import type { Context } from "../../runtime/context.ts";
import { indexOf, strtoulWhole, udpPort, ULONG_MAX } from "../common.ts";

/** How many characters a hardware address has. */
const HARDWARE_LENGTH = 17;

/** Attributes of an entry as they were typed. */
export interface TypedAttributes {
  /** The only source. */
  src?: string;
  /** Whether sources are included or excluded. */
  filter_mode?: string;
  /** Sources. */
  source_list?: string;
  /** Who adds the entry. */
  proto?: string;
  /** Remote VXLAN endpoint. */
  dst?: string;
  /** Its UDP port. */
  dst_port?: string;
  /** Its network. */
  vni?: string;
  /** Network of the entry. */
  src_vni?: string;
  /** Device to it. */
  via?: string;
}

/** Names of arguments in usage texts, where they are not the keyword. */
const NAMES: Readonly<Record<keyof TypedAttributes, string>> = {
  src: "SOURCE",
  filter_mode: "{ include | exclude }",
  source_list: "SOURCE_LIST",
  proto: "PROTO:protocol",
  dst: "IPADDR",
  dst_port: "DST_PORT",
  vni: "VNI",
  src_vni: "SRC_VNI",
  via: "DEV",
};

/**
 * Takes attributes as they are typed.
 *
 * @param keys Which ones.
 * @returns The keywords.
 */
export function attributeKeywords<S extends TypedAttributes>(
  ...keys: readonly (keyof TypedAttributes)[]
): Grammar<S> {
  return Object.fromEntries(keys.map((key) => [
    key,
    takes(
      NAMES[key],
      text<TypedAttributes>(key),
    ),
  ])) as Grammar<S>;
}

/** What of an entry attributes are checked with, in the order of checking. */
const READERS: readonly (readonly [
  key: keyof TypedAttributes,
  what: string,
  read: (
    attributes: MdbRequestEntryAttributes,
    arg: string,
    context: Context,
  ) => boolean | Promise<boolean>,
])[] = [
  ["src", "source address", (attributes, arg) => {
    return set(attributes, "source", ipAddress(arg));
  }],
  ["filter_mode", "filter mode", (attributes, arg) => {
    return set(attributes, "groupMode", valueOf<number>(FILTER_MODES, arg));
  }],
  ["source_list", "", (attributes, arg) => {
    attributes.sources = arg.split(",").map((entry) => {
      const address = ipAddress(entry);
      if (address !== undefined) return { address };
      throw fail(255, `Invalid source entry "${entry}" in source list`);
    });
    return true;
  }],
  ["proto", "protocol value", (attributes, arg, { names }) => {
    const protocol = names.protocols.numberOf(arg);
    return set(attributes, "protocol", protocol && protocol & 0xff);
  }],
  ["dst", "underlay destination address", (attributes, arg) => {
    return set(attributes, "destination", ipAddress(arg));
  }],
  ["dst_port", "destination port", (attributes, arg, context) => {
    return set(attributes, "destinationPort", udpPort(context, arg));
  }],
  ["vni", "destination VNI", (attributes, arg) => {
    return set(attributes, "vni", network(arg));
  }],
  ["src_vni", "source VNI", (attributes, arg) => {
    return set(attributes, "sourceVni", network(arg));
  }],
  ["via", "", async (attributes, arg, context) => {
    attributes.outputDevice = await indexOf(context, arg);
    return true;
  }],
];

function set<K extends keyof MdbRequestEntryAttributes>(
  attributes: MdbRequestEntryAttributes,
  key: K,
  value: MdbRequestEntryAttributes[K] | undefined,
): boolean {
  if (value !== undefined) attributes[key] = value;
  return value !== undefined;
}

/**
 * Reads attributes that were typed.
 *
 * @param typed The attributes.
 * @returns What the kernel gets; nothing if nothing was typed.
 * @throws {CommandError} If something is wrong.
 */
export async function readAttributes(
  context: Context,
  typed: TypedAttributes,
): Promise<MdbRequestEntryAttributes | undefined> {
  const attributes: MdbRequestEntryAttributes = {};
  let isEmpty = true;
  for (const [key, what, read] of READERS) {
    const arg = typed[key];
    if (arg === undefined) continue;
    isEmpty = false;
    if (!await read(attributes, arg, context)) {
      throw fail(255, `Invalid ${what} "${arg}"`);
    }
  }
  return isEmpty ? undefined : attributes;
}

/** Addresses in full, as `inet_pton` reads them. */
function ipAddress(arg: string): string | undefined {
  if (arg.includes(":")) return readAddress(arg, AF_INET6)?.address;
  return /^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}$/.test(arg)
    ? readAddress(arg, AF_INET)?.address
    : undefined;
}

function network(arg: string): number | undefined {
  const value = strtoulWhole(arg);
  return value === undefined || value === ULONG_MAX
    ? undefined
    : Number(BigInt.asUintN(32, value));
}

/**
 * Reads a group.
 *
 * @param arg The argument: an IP address or a hardware address.
 * @returns The group.
 * @throws {CommandError} If it is neither.
 */
export function groupOf(arg: string): MdbGroup {
  const address = ipAddress(arg);
  if (address !== undefined) {
    const protocol = address.includes(":") ? ETH_P_IPV6 : ETH_P_IP;
    return { address, protocol };
  }
  const invalid = `Invalid address "${arg}"`;
  try {
    const hardware = hardwareAddressOf(arg, 6);
    if (hardware.length === HARDWARE_LENGTH) {
      return { address: hardware, protocol: 0 };
    }
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw fail(255, error.message + invalid);
  }
  throw fail(255, invalid);
}
