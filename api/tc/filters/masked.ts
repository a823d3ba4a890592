/**
 * Values that filters compare, and which bits of them count.
 *
 * @module
 */

import {
  type AddressMasks,
  ipv4Masks,
  ipv6Masks,
  macMasks,
} from "../../../messages/address_masks.ts";
import { ipVersion } from "../../../messages/codec/mod.ts";
import { ip, mac, parsePrefix } from "../../mapping/address_conversions.ts";
import { checkBoolean, checkInteger } from "../../mapping/conversions.ts";
import type { Names, PropertiesOf } from "../../mapping/enumerations.ts";
import { checkObject, type FieldPath } from "../../mapping/field_path.ts";
import type { Conversion, Field } from "../../mapping/mapping.ts";

/**
 * A value, all bits of which count, or a value and which bits of it count.
 *
 * @typeParam V The value.
 */
export type Masked<V = number> = V | {
  /** The value. */
  value: V;
  /** Which bits of it count. */
  mask: number;
};

/** Bits by name: those that have to be set, and those that must not be. */
export type Bits<N extends string> = { [K in N]?: boolean };

type Stored = Record<PropertyKey, unknown>;

/**
 * A number that has a mask beside it.
 *
 * @typeParam D The data.
 * @typeParam V The number in people's terms.
 * @param value The property that has the number.
 * @param mask The property that has the mask.
 * @param conversion How the number is converted.
 * @param all The mask that has all bits.
 * @returns The field.
 */
export function masked<D, V = number>(
  value: PropertiesOf<D, number>,
  mask: PropertiesOf<D, number>,
  conversion: Conversion<V, number>,
  all: number,
): Field<Masked<V>, D> {
  return {
    from: [value, mask],
    read: (data) => {
      const bits = data[value] as number | undefined;
      if (bits === undefined) return undefined;
      const which = data[mask] as number | undefined ?? all;
      const number = conversion.fromKernel(bits);
      return which === all ? number : { value: number, mask: which };
    },
    write: (data, given, fieldPath) => {
      const pair = maskedToKernel(given, conversion, all, fieldPath);
      (data as Stored)[value] = pair.value;
      (data as Stored)[mask] = pair.mask;
    },
  };
}

/**
 * Puts a number and its mask into the kernel's terms.
 *
 * @typeParam V The number in people's terms.
 * @param masked The number, with or without a mask.
 * @param conversion How the number is converted.
 * @param all The mask that has all bits.
 * @param fieldPath Where it stands.
 * @returns Both.
 * @throws {TypeError} If it is neither a value nor a value and a mask.
 */
export function maskedToKernel<V>(
  masked: Masked<V>,
  conversion: Pick<Conversion<V, number>, "toKernel">,
  all: number,
  fieldPath: FieldPath,
): { value: number; mask: number } {
  if (typeof masked !== "object" || masked === null) {
    return { value: conversion.toKernel(masked, fieldPath)!, mask: all };
  }
  for (const name of Object.keys(masked)) {
    if (name === "value" || name === "mask") continue;
    const { [name]: given } = masked as Record<string, unknown>;
    throw fieldPath.noProperty(name, given, ["value", "mask"]);
  }
  const { value, mask } = masked as { value: V; mask: number };
  return {
    value: conversion.toKernel(value, fieldPath.at("value"))!,
    mask: checkInteger(mask, 0, all, fieldPath.at("mask")),
  };
}

/**
 * Bits that have names, with a mask beside them.
 *
 * @typeParam D The data.
 * @typeParam N The names.
 * @param value The property that has the bits.
 * @param mask The property that has the mask.
 * @param names The bit of each name.
 * @returns The field.
 */
export function maskedBits<D, N extends string>(
  value: PropertiesOf<D, number>,
  mask: PropertiesOf<D, number>,
  names: Names<N>,
): Field<Bits<N>, D> {
  return {
    from: [value, mask],
    read: (data) => {
      const which = data[mask] as number | undefined;
      if (which === undefined) return undefined;
      const bits = data[value] as number | undefined ?? 0;
      const set: Bits<N> = {};
      for (const name in names) {
        if ((which & names[name]) !== 0) {
          set[name] = (bits & names[name]) !== 0;
        }
      }
      return set;
    },
    write: (data, flags, fieldPath) => {
      checkObject(flags, fieldPath);
      let [bits, which] = [0, 0];
      for (const [name, given] of Object.entries(flags)) {
        if (given === undefined) continue;
        const path = fieldPath.at(name);
        if (!Object.hasOwn(names, name)) {
          throw fieldPath.noProperty(name, given, Object.keys(names));
        }
        which |= names[name as N];
        if (checkBoolean(given, path)) bits |= names[name as N];
      }
      (data as Stored)[value] = bits;
      (data as Stored)[mask] = which;
    },
  };
}

function join(
  address: string,
  mask: string | undefined,
  masks: AddressMasks,
): string {
  if (mask === undefined) return address;
  const length = masks.lengths.get(mask);
  if (length === masks.byLength.length - 1) return address;
  return `${address}/${length ?? mask}`;
}

/** Splits an address from the mask, where that is an address, too. */
function splitIp(
  text: string,
  fieldPath: FieldPath,
): { address: string; mask: string; version: 4 | 6 } {
  const slash = typeof text === "string" ? text.indexOf("/") : -1;
  const [address, mask] = [text.slice?.(0, slash), text.slice?.(slash + 1)];
  const version = slash < 0 ? undefined : ipVersion(mask);
  if (version !== undefined) {
    ip.toKernel(address, fieldPath);
    if (ipVersion(address) !== version) {
      throw fieldPath.wrong(
        text,
        "address and mask are of different families",
      );
    }
    return { address, mask, version };
  }
  const prefix = parsePrefix(text, fieldPath);
  const own = ipVersion(prefix.address)!;
  const masks = own === 4 ? ipv4Masks() : ipv6Masks();
  return {
    address: prefix.address,
    mask: masks.byLength[prefix.length]!,
    version: own,
  };
}

/**
 * A prefix in CIDR notation, or an address and a mask with a slash between,
 * which the kernel stores in one pair of properties for each family.
 *
 * @typeParam D The data.
 * @param v4 The address of IPv4.
 * @param mask4 Its mask.
 * @param v6 The address of IPv6, if it can be one.
 * @param mask6 Its mask.
 * @returns The field.
 */
export function maskedIp<D>(
  v4: PropertiesOf<D, string>,
  mask4: PropertiesOf<D, string>,
  v6?: PropertiesOf<D, string>,
  mask6?: PropertiesOf<D, string>,
): Field<string, D> {
  return {
    from: [v4, mask4, ...v6 === undefined ? [] : [v6, mask6!]],
    read: (data) => {
      const address4 = data[v4] as string | undefined;
      if (address4 !== undefined) {
        return join(address4, data[mask4] as string | undefined, ipv4Masks());
      }
      const address6 = v6 && data[v6] as string | undefined;
      if (address6 === undefined) return undefined;
      return join(address6, data[mask6!] as string | undefined, ipv6Masks());
    },
    write: (data, value, fieldPath) => {
      const { address, mask, version } = splitIp(value, fieldPath);
      if (version === 6 && v6 === undefined) {
        throw fieldPath.wrong(value, "an address of IPv4 is expected");
      }
      (data as Stored)[version === 4 ? v4 : v6!] = address;
      (data as Stored)[version === 4 ? mask4 : mask6!] = mask;
    },
  };
}

/**
 * A hardware address, alone or with the length of a prefix or a mask behind a
 * slash.
 *
 * @typeParam D The data.
 * @param value The property that has the address.
 * @param mask The property that has the mask.
 * @returns The field.
 */
export function maskedMac<D>(
  value: PropertiesOf<D, string>,
  mask: PropertiesOf<D, string>,
): Field<string, D> {
  return {
    from: [value, mask],
    read: (data) => {
      const address = data[value] as string | undefined;
      if (address === undefined) return undefined;
      return join(address, data[mask] as string | undefined, macMasks());
    },
    write: (data, text, fieldPath) => {
      const [address, given] = typeof text === "string"
        ? text.split("/", 2)
        : [text];
      (data as Stored)[value] = mac.toKernel(address!, fieldPath);
      (data as Stored)[mask] = given === undefined
        ? macMasks().byLength[48]
        : /^\d+$/.test(given)
        ? macMasks().byLength[checkInteger(+given, 0, 48, fieldPath)]
        : mac.toKernel(given, fieldPath);
    },
  };
}
