/**
 * What an address of a link looks like, in people's terms and the kernel's.
 *
 * @module
 */

import * as c from "../../messages/address/constants.ts";
import {
  type AddressAttributes,
  type AddressCacheInfo,
  type AddressMessage,
  addressMessage,
} from "../../messages/address/address.ts";
import { RT_SCOPE_HOST } from "../../messages/constants.ts";
import { AF_INET, AF_INET6, IP_FAMILIES } from "../../messages/families.ts";
import {
  ip,
  parsePrefix,
  type Prefix,
} from "../mapping/address_conversions.ts";
import { checkInteger, number, text } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { memberOf, quotient, same, wordFor } from "../mapping/forms.ts";
import { enumeration, flagNames } from "../mapping/enumerations.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { properties } from "../mapping/properties.ts";
import { type Reading, reading } from "../reading/reading.ts";
import { type RouteScope, routeScope } from "../mapping/routing_names.ts";
import {
  type Conversion,
  type Field,
  type Mapping,
  mapping,
  originalMessage,
  readOnly,
  within,
} from "../mapping/mapping.ts";
import { blank } from "../../messages/codec/mod.ts";

/** A property of an address that is on or off (`IFA_F_*`). */
export type AddressFlag = keyof typeof c.ADDRESS_FLAGS | number;

/** Who added an address (`IFAPROT_*`). */
export type AddressProtocol = keyof typeof c.ADDRESS_PROTOCOLS | number;

/** What identifies one address. */
export interface AddressKey {
  /** The link that has the address. */
  device: Device;
  /**
   * The address, such as `192.0.2.1/24`; without a length it is that of
   * {@linkcode AddressKey.prefixLength}, or else a single address
   * (`IFA_LOCAL`, `IFA_ADDRESS`).
   */
  address: string;
  /**
   * Length of the prefix in bits, where {@linkcode AddressKey.address} has
   * none.
   */
  prefixLength?: number;
  /**
   * The other end of a point-to-point link, such as `192.0.2.2`
   * (`IFA_ADDRESS`).
   */
  peer?: string;
}

/** An address to be added. */
export interface AddressSpec extends AddressKey {
  /**
   * Broadcast address of IPv4; `"+"` for the one whose host bits are all ones,
   * `"-"` for the one whose host bits are all zeros (`IFA_BROADCAST`).
   */
  broadcast?: string;
  /** Anycast address of IPv6 (`IFA_ANYCAST`). */
  anycast?: string;
  /**
   * Label of an IPv4 address: the link's name, or one that begins with it
   * (`IFA_LABEL`).
   */
  label?: string;
  /**
   * How far the address is valid; `host` for 127.0.0.0/8 and `global` for
   * others by default.
   */
  scope?: RouteScope;
  /** Properties; what only the kernel can set is ignored (`IFA_FLAGS`). */
  flags?: readonly AddressFlag[];
  /** Seconds for which the address is valid, `Infinity` for ever. */
  validLifetime?: number;
  /**
   * Seconds for which the address is preferred, `Infinity` for ever. An IPv4
   * address that was read, is valid for ever and has the flag `deprecated` is
   * made again as such.
   */
  preferredLifetime?: number;
  /** Metric of the route to the prefix (`IFA_RT_PRIORITY`). */
  metric?: number;
  /** Who added the address (`IFA_PROTO`). */
  protocol?: AddressProtocol;
}

/** An address of a link. */
export interface Address extends AddressSpec {
  /** Index of the link that has the address. */
  device: number;
  /** Address family. */
  readonly family: "inet" | "inet6" | number;
  /** Length of the prefix in bits: that of the peer, if there is one. */
  prefixLength: number;
  /** How far the address is valid. */
  scope: RouteScope;
  /** Properties. */
  flags: AddressFlag[];
  /** When the address was made, in seconds since boot. */
  readonly created?: number;
  /** When the address was last changed, in seconds since boot. */
  readonly updated?: number;
  /** The message that this was read from; copies do not have it. */
  readonly message: AddressMessage;
}

/** How {@linkcode Address.family} is stored. */
export const addressFamily: Conversion<"inet" | "inet6" | number, number> =
  enumeration(IP_FAMILIES, 8);

const checkAddress = properties<Address, AddressSpec>({
  device: "required",
  address: "required",
  prefixLength: "optional",
  peer: "optional",
  broadcast: "optional",
  anycast: "optional",
  label: "optional",
  scope: "optional",
  flags: "optional",
  validLifetime: "optional",
  preferredLifetime: "optional",
  metric: "optional",
  protocol: "optional",
  family: "ignored",
  created: "ignored",
  updated: "ignored",
  message: "ignored",
});

const { secondary, temporary, ...common } = c.ADDRESS_FLAGS;
const flags4 = flagNames({ secondary, ...common });
const flags6 = flagNames({ temporary, ...common });
/** How {@linkcode Address.flags} are stored, by names of both families. */
export const addressFlags: Conversion<AddressFlag[], number> = flagNames(
  c.ADDRESS_FLAGS,
);
/** Flags that the kernel alone sets. */
const READ_ONLY = c.IFA_F_SECONDARY | c.IFA_F_DADFAILED | c.IFA_F_DEPRECATED |
  c.IFA_F_TENTATIVE | c.IFA_F_PERMANENT | c.IFA_F_STABLE_PRIVACY;

/** How {@linkcode AddressProtocol} is stored. */
export const addressProtocol: Conversion<AddressProtocol, number> = enumeration(
  c.ADDRESS_PROTOCOLS,
  8,
);

const FOREVER = 0xffffffff;

/** Seconds; the largest number stands for ever. */
function lifetime(seconds: unknown, fieldPath: FieldPath): number {
  if (seconds === Infinity) return FOREVER;
  return checkInteger(seconds, 0, FOREVER - 1, fieldPath);
}

const readLifetime = wordFor(FOREVER, Infinity);

/**
 * Converts an address to people's terms.
 *
 * @param message The address's message.
 * @returns The address.
 */
export function toAddress(message: AddressMessage): Address {
  return addresses.read(message);
}

type InAttributes = Pick<
  Address,
  | "broadcast"
  | "anycast"
  | "label"
  | "validLifetime"
  | "preferredLifetime"
  | "created"
  | "updated"
  | "metric"
  | "protocol"
>;

function time(
  name: keyof AddressCacheInfo,
  read: (time: number) => number,
): Field<number, AddressAttributes> {
  return readOnly("cacheInfo", { fromKernel: memberOf(name, read) });
}

/**
 * How addresses are read, and what they have beside their name is written; but
 * {@linkcode fromAddress} has to add what depends on other properties.
 */
const fields: Mapping<Address, AddressMessage> = mapping({
  device: readOnly("index", { fromKernel: same<number> }),
  family: readOnly("family", addressFamily),
  address: {
    from: ["attributes.address", "attributes.local"],
    read: ({ attributes: { address, local = address } }) => local,
    absent: "",
    write: () => {},
  },
  prefixLength: readOnly("prefixLength", { fromKernel: same<number> }),
  peer: {
    from: ["attributes.address", "attributes.local"],
    read: ({ attributes: { address = "", local = address } }) =>
      local === address ? undefined : address,
    write: () => {},
  },
  scope: routeScope,
  flags: {
    from: ["family", "flags", "attributes.flags"],
    read: ({ family, flags, attributes }) =>
      (family === AF_INET ? flags4 : flags6)
        .fromKernel(attributes.flags ?? flags),
    write: ({ attributes }, value, fieldPath) => {
      const settable = addressFlags.toKernel(value, fieldPath)! & ~READ_ONLY;
      if (settable !== 0) attributes.flags = settable >>> 0;
    },
  },
  ...within<AddressMessage, "attributes", InAttributes>("attributes", {
    label: text,
    broadcast: readOnly("broadcast", { fromKernel: same<string> }),
    anycast: ip,
    validLifetime: time("valid", readLifetime),
    preferredLifetime: time("preferred", readLifetime),
    created: time("created", quotient(100)),
    updated: time("updated", quotient(100)),
    metric: ["routePriority", number],
    protocol: addressProtocol,
  }),
  message: originalMessage,
}, addressMessage);

/** How addresses are read. */
export const addresses: Reading<AddressMessage, Address> = reading(
  addressMessage,
  fields,
);

/**
 * Puts what names an address into a message.
 *
 * @param key What identifies it.
 * @param fieldPath Where it stands, for error messages and names of devices.
 * @returns The message.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function nameAddress(
  key: AddressKey,
  fieldPath: FieldPath = FieldPath.root,
): AddressMessage {
  checkAddress(key, fieldPath);
  const message = blank(addressMessage);
  message.index = device.toKernel(key.device, fieldPath.at("device"))!;
  const own = prefixOf(key.address, key.prefixLength, fieldPath);
  message.family = familyOf(own.address);
  message.prefixLength = own.length;
  message.attributes.local = own.address;
  message.attributes.address = own.address;
  if (key.peer === undefined) return message;
  const peer = parsePrefix(key.peer, fieldPath.at("peer"));
  if (familyOf(peer.address) !== message.family) {
    throw fieldPath.at("peer").wrong(key.peer, "it is not of the same family");
  }
  message.attributes.address = peer.address;
  if (key.peer.includes("/")) message.prefixLength = peer.length;
  return message;
}

function prefixOf(
  address: string,
  length: number | undefined,
  fieldPath: FieldPath,
): Prefix {
  const prefix = parsePrefix(address, fieldPath.at("address"));
  if (length === undefined || address.includes("/")) return prefix;
  const max = prefix.address.includes(":") ? 128 : 32;
  return {
    ...prefix,
    length: checkInteger(length, 0, max, fieldPath.at("prefixLength")),
  };
}

function familyOf(address: string): number {
  return address.includes(":") ? AF_INET6 : AF_INET;
}

/**
 * Puts an address to be added into a message.
 *
 * @param spec The address.
 * @param fieldPath Where it stands, for error messages and names of devices.
 * @returns The message.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromAddress(
  spec: AddressSpec,
  fieldPath: FieldPath = FieldPath.root,
): AddressMessage {
  const message = nameAddress(spec, fieldPath);
  const { attributes } = message;
  const { broadcast, scope } = spec;
  fields.toKernel(spec as Address, fieldPath, message);
  if (scope === undefined && attributes.local!.startsWith("127.")) {
    message.scope = RT_SCOPE_HOST;
  }
  if (broadcast !== undefined) {
    attributes.broadcast = broadcastOf(message, broadcast, fieldPath);
  }
  const cacheInfo = lifetimes(spec, fieldPath);
  if (cacheInfo !== undefined) attributes.cacheInfo = cacheInfo;
  return message;
}

function lifetimes(
  spec: AddressSpec,
  fieldPath: FieldPath,
): AddressCacheInfo | undefined {
  const { validLifetime } = spec;
  const preferredLifetime = isDeprecated(spec) ? 0 : spec.preferredLifetime;
  if (validLifetime === undefined && preferredLifetime === undefined) {
    return undefined;
  }
  const valid = lifetime(
    validLifetime ?? Infinity,
    fieldPath.at("validLifetime"),
  );
  const preferred = lifetime(
    preferredLifetime ?? validLifetime ?? Infinity,
    fieldPath.at("preferredLifetime"),
  );
  if (preferred > valid) {
    throw fieldPath.at("preferredLifetime").outside(
      preferredLifetime,
      "it is longer than validLifetime",
    );
  }
  return { valid, preferred, created: 0, updated: 0 };
}

/**
 * Whether an address was read that is deprecated for ever: the kernel then
 * reports for IPv4 that it is preferred for ever, and a flag.
 */
function isDeprecated(spec: AddressSpec): boolean {
  return (spec as Address).family === "inet" &&
    spec.preferredLifetime === Infinity && spec.validLifetime === Infinity &&
    spec.flags?.includes("deprecated") === true;
}

/** The broadcast address of an IPv4 prefix. */
function broadcastOf(
  { attributes, prefixLength, family }: AddressMessage,
  value: string,
  fieldPath: FieldPath,
): string {
  if (value !== "+" && value !== "-") {
    return ip.toKernel(value, fieldPath.at("broadcast"))!;
  }
  if (family !== AF_INET) {
    throw fieldPath.at("broadcast").wrong(
      value,
      "only IPv4 has broadcast addresses",
    );
  }
  const number = attributes.address!.split(".")
    .reduce((all, byte) => all * 256 + Number(byte), 0);
  const host = 2 ** (32 - prefixLength);
  const base = number - number % host;
  const result = value === "+" ? base + host - 1 : base;
  return [24, 16, 8, 0].map((shift) => Math.floor(result / 2 ** shift) % 256)
    .join(".");
}
