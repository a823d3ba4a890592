/**
 * Which links `ip link show` and `ip address show` are to print.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import {
  duplicateOrGarbage,
  fail,
  invalidArgument,
  usage,
} from "../../parse/errors.ts";
import { matches, type Words } from "../../parse/grammar.ts";
import { type Prefix, prefixOf } from "../../parse/prefixes.ts";
import { vrfIndex } from "./vrf.ts";
import type { LinkMessage } from "../../../messages/link/link.ts";
import { IFF_UP } from "../../../messages/link/constants.ts";

/** Which links, and which of their addresses. */
export interface LinkFilter {
  /** Name of the only link. */
  device?: string;
  /** Index of the only link. */
  index?: number;
  /** Only links that are up. */
  up?: boolean;
  /** Only links of this group. */
  group?: number;
  /** Only links with this master; -1 for those without one. */
  master?: number;
  /** Only links of this kind. */
  kind?: string;
  /** Only ports of this kind of master. */
  portKind?: string;
  /** Only addresses with a label that fits this pattern. */
  label?: string;
  /** Only addresses in this prefix. */
  to?: Prefix;
  /** Only addresses of this scope. */
  scope?: number;
  /** Only addresses whose flags are these, as far as the mask goes. */
  flags: number;
  /** Which flags matter. */
  flagMask: number;
}

/** Flags of addresses (`IFA_F_*`) by the words that filter for them. */
const ADDRESS_FLAGS: Readonly<Record<string, number>> = {
  secondary: 0x01,
  temporary: 0x01,
  nodad: 0x02,
  optimistic: 0x04,
  dadfailed: 0x08,
  home: 0x10,
  deprecated: 0x20,
  tentative: 0x40,
  permanent: 0x80,
  mngtmpaddr: 0x100,
  noprefixroute: 0x200,
  autojoin: 0x400,
  "stable-privacy": 0x800,
};

/**
 * Reads the words after `show`.
 *
 * @param words The words.
 * @param context The command's context.
 * @param family The family that prefixes have to be of; `AF_PACKET` for links.
 * @param help Usage text.
 * @returns The filter.
 * @throws {CommandError} If a word is wrong, or there is no such device.
 */
export async function parseFilter(
  words: Words,
  context: Context,
  family: number,
  help: string,
): Promise<LinkFilter> {
  const filter: LinkFilter = { flags: 0, flagMask: 0 };
  while (words.left > 0) {
    let word = words.take();
    if (Object.hasOwn(FILTERS, word)) {
      await FILTERS[word]!(filter, words, context, family);
    } else if (!takeFlag(filter, word)) {
      if (word === "dev") word = words.take();
      else if (matches(word, "help")) throw usage(help);
      if (filter.device !== undefined) throw duplicateOrGarbage("dev", word);
      filter.device = word;
    }
  }
  if (filter.device !== undefined) {
    filter.index = await context.links.indexOf(filter.device);
    if (filter.index <= 0) {
      throw fail(1, `Device "${filter.device}" does not exist.`);
    }
  }
  return filter;
}

/** What takes the words after one of them. */
type Take = (
  filter: LinkFilter,
  words: Words,
  context: Context,
  family: number,
) => void | Promise<void>;

const FILTERS: Readonly<Record<string, Take>> = {
  to(filter, words, _, family) {
    filter.to = prefixOf(words.take(), family || (filter.to?.family ?? 0));
  },
  scope(filter, words, { names }) {
    const word = words.take();
    const scope = names.scopes.numberOf(word);
    if (scope === undefined && word !== "all") {
      throw invalidArgument('invalid "scope"\n', word);
    }
    if (scope === undefined) delete filter.scope;
    else filter.scope = scope;
  },
  up(filter) {
    filter.up = true;
  },
  label(filter, words) {
    filter.label = words.take();
  },
  group(filter, words, { names }) {
    const word = words.take();
    const group = names.groups.numberOf(word);
    if (group === undefined) {
      throw invalidArgument('Invalid "group" value\n', word);
    }
    filter.group = group;
  },
  async master(filter, words, { links }) {
    const name = words.take();
    filter.master = await links.indexOf(name);
    if (filter.master === 0) {
      throw invalidArgument("Device does not exist\n", name);
    }
  },
  async vrf(filter, words, context) {
    filter.master = await vrfIndex(words.take(), context);
  },
  nomaster(filter) {
    filter.master = -1;
  },
  type(filter, words) {
    const kind = words.take();
    if (kind.endsWith("_slave")) {
      filter.portKind = kind.slice(0, -"_slave".length);
    } else filter.kind = kind;
  },
};

function takeFlag(filter: LinkFilter, word: string): boolean {
  let name = word.replace(/^-/, "");
  let inverse = word.startsWith("-");
  if (name === "dynamic" || name === "primary") {
    name = name === "dynamic" ? "permanent" : "secondary";
    inverse = !inverse;
  }
  if (!Object.hasOwn(ADDRESS_FLAGS, name)) return false;
  const flag = ADDRESS_FLAGS[name]!;
  filter.flags = inverse ? filter.flags & ~flag : filter.flags | flag;
  filter.flagMask |= flag;
  return true;
}

/**
 * Whether a filter lets a link pass.
 *
 * @param filter The filter.
 * @param link The link.
 * @returns Whether it does.
 */
export function passes(filter: LinkFilter, link: LinkMessage): boolean {
  const { group, master, info } = link.attributes;
  if (filter.index && link.index !== filter.index) return false;
  if (filter.up && !(link.flags & IFF_UP)) return false;
  if (filter.group !== undefined && group !== undefined) {
    if (group !== filter.group) return false;
  }
  if (filter.master !== undefined && filter.master > 0) {
    if (master !== filter.master) return false;
  }
  const { kind, portKind } = filter;
  if (kind === undefined && portKind === undefined) return true;
  // What has no kind has the empty one.
  return info !== undefined &&
    (kind === undefined || (info.kind ?? "") === kind) &&
    (portKind === undefined || (info.slaveKind ?? "") === portKind);
}
