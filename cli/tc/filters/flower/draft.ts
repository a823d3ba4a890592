/**
 * A filter of the kind `flower` that is being put together, and forms of
 * arguments that several of its words have.
 *
 * @module
 */

import { valueOf } from "../../../../messages/value_names.ts";
import {
  ETH_P_IP,
  ETH_P_IPV6,
} from "../../../../messages/link/constants_hardware.ts";
import type { Form } from "../../../parse/form.ts";
import {
  type AddressMasks,
  ipv4Masks,
  ipv6Masks,
  macMasks,
} from "../../../../messages/address_masks.ts";
import { AF_INET, AF_INET6 } from "../../../../messages/families.ts";
import {
  type FlowerData,
  flowerData,
} from "../../../../messages/tc/filters/flower/flower.ts";
import { addRaw } from "../../../parse/address_attribute.ts";
import { CommandError, fail } from "../../../parse/errors.ts";
import { takes, type Word } from "../../../parse/grammar.ts";
import { unsigned } from "../../../parse/numbers.ts";
import { hardwareAddressOf, prefixOf } from "../../../parse/prefixes.ts";
import { filterProtocol } from "../../filter_header.ts";
import { type Draft, illegal } from "../kind.ts";

/** A filter, and what the words so far have named. */
export interface FlowerDraft extends Draft<FlowerData> {
  /** The protocol whose fields can be named. */
  etherType?: number;
  /** The protocol in the outer VLAN. */
  vlanEtherType?: number;
  /** How labels of MPLS are named. */
  mpls?: "entries" | "outermost";
}

/** A word of the kind `flower`. */
export type FlowerWord = Word<FlowerDraft>;

/**
 * The protocol whose fields can be named.
 *
 * @param draft The filter.
 * @returns The EtherType.
 */
export function etherTypeOf(draft: FlowerDraft): number {
  return draft.etherType ?? filterProtocol(draft.header);
}

/** Properties of a type. */
export type PropertyOf<V> = keyof {
  [
    K in keyof FlowerData as Exclude<FlowerData[K], undefined> extends V ? K
      : never
  ]: true;
};

/**
 * Sets a property.
 *
 * @param draft The filter.
 * @param property The property.
 * @param value Its value.
 */
export function set<V>(
  { data }: FlowerDraft,
  property: PropertyOf<V>,
  value: V,
): void {
  (data as Record<PropertyKey, unknown>)[property] = value;
}

/** How a number with a mask is read. */
export interface MaskedForm {
  /** Width. */
  readonly bits: 8 | 16 | 32;
  /** Base of the number; the next one if it is none. */
  readonly bases?: readonly (0 | 10 | 16)[];
  /** Base of the mask. */
  readonly maskBase?: 0 | 10 | 16;
  /** The largest number, if that is less than what fits. */
  readonly most?: number;
  /** Names of numbers. */
  readonly names?: Readonly<Record<string, number>>;
}

/**
 * Reads a number and, behind a slash, its mask.
 *
 * @param word The argument.
 * @param form How they are read.
 * @returns Both; `undefined` if one is wrong.
 */
export function readMasked(
  word: string,
  { bits, bases = [0], maskBase = 0, most = 2 ** bits - 1, names = {} }:
    MaskedForm,
): { value: number; mask: number } | undefined {
  const slash = word.indexOf("/");
  const text = slash < 0 ? word : word.slice(0, slash);
  let value = valueOf(names, text);
  for (const base of bases) value ??= unsigned(text, bits, base);
  const mask = slash < 0
    ? most
    : unsigned(word.slice(slash + 1), bits, maskBase);
  if (value === undefined || mask === undefined) return undefined;
  return value > most || mask > most ? undefined : { value, mask };
}

/**
 * A number and, behind a slash, its mask.
 *
 * @param value The property that has the number.
 * @param mask The property that has the mask.
 * @param name What errors call it.
 * @param form How they are read.
 * @returns The keyword.
 */
export function masked(
  value: PropertyOf<number>,
  mask: PropertyOf<number>,
  name: string,
  form: MaskedForm,
): FlowerWord {
  return takes("MASKED", (draft, { args }) => {
    const pair = readMasked(args.take(), form);
    if (pair === undefined) throw illegal(name);
    set(draft, value, pair.value);
    set(draft, mask, pair.mask);
  });
}

/**
 * A number.
 *
 * @param property The property.
 * @param name What errors call it.
 * @param bits Its width.
 * @param most The largest number.
 * @param base Its base.
 * @returns The keyword.
 */
export function number(
  property: PropertyOf<number>,
  name: string,
  bits: 8 | 16 | 32,
  most: number = 2 ** bits - 1,
  base: 0 | 10 | 16 = 10,
): FlowerWord {
  return takes("NUMBER", (draft, { args }) => {
    const value = unsigned(args.take(), bits, base);
    if (value === undefined || value > most) throw illegal(name);
    set(draft, property, value);
  });
}

/**
 * A word that needs something of the filter.
 *
 * @param needs What is wrong with the filter, if it is.
 * @param word The argument.
 * @returns The keyword.
 */
export function needing(
  needs: (draft: FlowerDraft) => string | undefined,
  word: FlowerWord,
): FlowerWord {
  return takes(word.form!, (draft, step) => {
    // What follows has to be there in any case.
    if (step.args.left === 0) step.args.take();
    const problem = needs(draft);
    if (problem !== undefined) throw fail(1, problem);
    return word(draft, step);
  });
}

/** Adds what an argument is to why it is wrong. */
function withName(error: unknown, name: string): unknown {
  if (!(error instanceof CommandError) || error.exits) return error;
  return new CommandError(1, false, `${error.message}Illegal "${name}"\n`);
}

const MASKED_ADDRESS: Form = {
  name: "MASKED-LLADDR",
  means: "{ LLADDR | LLADDR/MASK | LLADDR/BITS }",
};

/**
 * A hardware address and, behind a slash, its mask or how many of its bits
 * count.
 *
 * @param value The property that has the address.
 * @param mask The property that has the mask.
 * @param name What errors call it.
 * @returns The keyword.
 */
export function hardware(
  value: PropertyOf<string>,
  mask: PropertyOf<string>,
  name: string,
): FlowerWord {
  return takes(MASKED_ADDRESS, (draft, { args }) => {
    const [address, given] = args.take().split(/\/(.*)/s, 2);
    try {
      set(draft, value, sixBytes(address!, name));
      const bits = given === undefined ? 48 : unsigned(given, 32, 10);
      set(
        draft,
        mask,
        bits === undefined
          ? sixBytes(given!, name)
          : macMasks().byLength[Math.min(bits, 48)]!,
      );
    } catch (error) {
      throw withName(error, name);
    }
  });
}

function sixBytes(word: string, name: string): string {
  const address = hardwareAddressOf(word, 6);
  if (address.length !== 17) throw illegal(name);
  return address;
}

/** The properties of a prefix. */
export interface PrefixProperties {
  /** Address of IPv4. */
  readonly v4: PropertyOf<string>;
  /** Its mask. */
  readonly mask4: PropertyOf<string>;
  /** Address of IPv6; there is none if it is missing. */
  readonly v6?: PropertyOf<string>;
  /** Its mask. */
  readonly mask6?: PropertyOf<string>;
}

/**
 * The properties of a prefix that is of either family.
 *
 * @param v4 Address of IPv4.
 * @param v6 Address of IPv6.
 * @returns The properties.
 */
export function prefixProperties<N extends string>(
  v4: N & PropertyOf<string>,
  v6: PropertyOf<string>,
): PrefixProperties {
  return {
    v4,
    mask4: `${v4}Mask` as PropertyOf<string>,
    v6,
    mask6: `${v6}Mask` as PropertyOf<string>,
  };
}

/**
 * A prefix.
 *
 * @param properties What it sets.
 * @param name What errors call it.
 * @param familyOf The family that it has to be of, 0 for any; `undefined` if
 * there can be none.
 * @returns The keyword.
 */
export function prefix(
  { v4, mask4, v6, mask6 }: PrefixProperties,
  name: string,
  familyOf: (draft: FlowerDraft) => number | undefined,
): FlowerWord {
  return takes("PREFIX", (draft, { args }) => {
    const word = args.take();
    const family = familyOf(draft);
    if (family === undefined) throw illegal(name);
    const found = prefixOf(word, family);
    if (family !== 0 && found.family !== family) {
      throw fail(
        1,
        `Illegal "eth_type" for ip address\nIllegal "${name}"`,
      );
    }
    const is6 = found.family !== AF_INET;
    const keys = is6 ? [v6!, mask6!] : [v4, mask4];
    if (found.bytes.length === 0) {
      for (const key of keys) {
        addRaw(flowerData, draft.data, key, found.bytes);
      }
      return;
    }
    const masks: AddressMasks = is6 ? ipv6Masks() : ipv4Masks();
    set(draft, keys[0]!, found.address);
    set(draft, keys[1]!, masks.byLength[found.length]!);
  });
}

/**
 * The family of addresses of a filter.
 *
 * @param draft The filter.
 * @returns The family, 0 for any; `undefined` if there are no addresses.
 */
export function ipFamily(draft: FlowerDraft): number | undefined {
  switch (etherTypeOf(draft)) {
    case ETH_P_IP:
      return AF_INET;
    case ETH_P_IPV6:
      return AF_INET6;
    case 0:
      return 0;
    default:
      return undefined;
  }
}
