/**
 * The kinds of filters on the command line.
 *
 * @module
 */

import type { FilterAttributes } from "../../../messages/tc/filter.ts";
import type { FilterKinds } from "../../../messages/tc/filters/mod.ts";
import { Unresolved } from "../../names/link_map.ts";
import { fail } from "../../parse/errors.ts";
import { unsigned } from "../../parse/numbers.ts";
import type { FilterKind } from "../filters/kind.ts";

/** What loads each kind; those that few need are loaded when they are needed. */
const LOADERS: {
  readonly [K in keyof FilterKinds]-?: () => Promise<{
    kind: FilterKind<Exclude<FilterKinds[K], undefined>>;
  }>;
} = {
  u32: () => import("../filters/u32.ts"),
  flower: () => import("../filters/flower/flower.ts"),
  matchall: () => import("../filters/matchall.ts"),
  bpf: () => import("../filters/bpf.ts"),
  fw: () => import("../filters/fw.ts"),
  basic: () => import("../filters/basic.ts"),
  flow: () => import("../filters/flow.ts"),
  route: () => import("../filters/route.ts"),
  cgroup: () => import("../filters/cgroup.ts"),
};

/** Names of the kinds, for usage texts. */
export const KIND_NAMES: readonly string[] = Object.keys(LOADERS);

type AnyKind = FilterKind<object>;

const loaded = new Map<string, AnyKind>();

/** A kind that this program does not support. */
function otherKind(name: string): AnyKind {
  return {
    form: "",
    parse: ({ handle, header }, args) => {
      const word = args.peek();
      if (word !== undefined) {
        const text =
          `Unknown filter "${name}", hence option "${word}" is unparsable`;
        throw fail(1, text);
      }
      if (handle === undefined) return Promise.resolve(false);
      const value = unsigned(handle, 32, 16);
      if (value === undefined) {
        throw fail(1, `Unparsable filter ID "${handle}"`);
      }
      header.handle = value;
      return Promise.resolve(false);
    },
    print: () => {},
  };
}

/**
 * Whether this program supports a kind.
 *
 * @param name Its name.
 * @returns Whether it does.
 */
export function isKind(name: string): name is keyof FilterKinds {
  return Object.hasOwn(LOADERS, name);
}

/**
 * Loads a kind.
 *
 * @param name Its name.
 * @returns The kind.
 */
export async function loadKind(name: string): Promise<AnyKind> {
  if (!isKind(name)) return otherKind(name);
  let kind = loaded.get(name);
  if (kind === undefined) {
    kind = (await LOADERS[name]()).kind as unknown as AnyKind;
    loaded.set(name, kind);
  }
  return kind;
}

/**
 * A kind, for formatters.
 *
 * @param name Its name.
 * @returns The kind.
 * @throws {Unresolved} If it was not loaded yet.
 */
export function loadedKind(name: keyof FilterKinds): AnyKind {
  const kind = loaded.get(name);
  if (kind !== undefined) return kind;
  throw new Unresolved(async () => void await loadKind(name));
}

/**
 * The options of a filter.
 *
 * @param attributes The attributes of its message.
 * @returns The options, if there are some of a known kind.
 */
export function optionsOf(attributes: FilterAttributes): object | undefined {
  const { kind } = attributes;
  return kind !== undefined && isKind(kind) ? attributes[kind] : undefined;
}
