/**
 * Which neighbors `ip neighbor show` and `ip neighbor flush` are about.
 *
 * @module
 */

import {
  NTF_EXT_LEARNED,
  NTF_PROXY,
  NUD_NOARP,
} from "../../../messages/neighbor/constants.ts";
import type { NeighborMessage } from "../../../messages/neighbor/neighbor.ts";
import type { Context } from "../../runtime/context.ts";
import { invalidArgument, noDevice, usage } from "../../parse/errors.ts";
import type { Form } from "../../parse/form.ts";
import {
  type Arguments,
  type Grammar,
  matches,
  once,
  parse,
  takes,
  text,
  type Word,
} from "../../parse/grammar.ts";
import { vrfIndex } from "../link/vrf.ts";
import {
  contains,
  type Prefix,
  prefixOf,
  readAddress,
} from "../../parse/prefixes.ts";
import { STATE, stateOf } from "./states.ts";

/** All bits: any state, or no state at all. */
const ANY = 0xffffffff;
/** Stands for neighbors without a state. */
const NO_STATE = 0x100;

/** Which neighbors are meant. */
export interface NeighborFilter {
  /** Address family, or 0 for any. */
  family: number;
  /** Index of the device, or 0 for any. */
  index: number;
  /** States, as bits. */
  states: number;
  /** Whether only those are meant that nothing refers to. */
  unused: boolean;
  /** Prefix of their addresses. */
  prefix?: Prefix;
  /** Index of the master of their devices, -1 for none, or 0 for any. */
  master: number;
  /** Who added them, or 0 for anybody. */
  protocol: number;
  /** Flags of the request: `NTF_PROXY` for proxies. */
  flags: number;
}

/** A filter that lets all pass. */
export function anyNeighbor(): NeighborFilter {
  return {
    family: 0,
    index: 0,
    states: ANY,
    unused: false,
    master: 0,
    protocol: 0,
    flags: 0,
  };
}

/** Options of {@linkcode parseFilter}. */
interface FilterOptions {
  /** States, if none are given. */
  readonly states: number;
  /** States that `nud all` stands for. */
  readonly all: number;
}

interface Draft {
  readonly filter: NeighborFilter;
  readonly options: FilterOptions;
  device?: string;
  hasStates: boolean;
}

const state: Word<Draft> = (draft, { args }) => {
  const { filter, options } = draft;
  if (!draft.hasStates) filter.states = 0;
  draft.hasStates = true;
  filter.states |= statesOf(args.take(), options.all);
};

const protocol: Word<Draft> = ({ filter }, { args, context: { names } }) => {
  const arg = args.take();
  const protocol = names.protocols.numberOf(arg);
  if (protocol !== undefined) filter.protocol = protocol;
  else if (arg !== "all") throw invalidArgument('invalid "protocol"\n', arg);
  else filter.protocol = 0;
};

const to: Word<Draft> = ({ filter }, { args, word: first }) => {
  const arg = first === "to" ? args.take() : first;
  if (matches(arg, "help")) throw usage("neigh");
  const prefix = prefixOf(arg, filter.family);
  filter.prefix = prefix;
  if (filter.family === 0) filter.family = prefix.family;
};

const KEYWORDS: Grammar<Draft> = {
  "dev": takes("DEV", once("dev", text("device"))),
  "master": takes("DEV", async ({ filter }, { args, context: { links } }) => {
    const name = args.take();
    filter.master = await links.indexOf(name);
    if (filter.master === 0) {
      throw invalidArgument("Device does not exist\n", name);
    }
  }),
  "vrf": takes("NAME:device", async ({ filter }, { args, context }) => {
    filter.master = await vrfIndex(args.take(), context);
  }),
  "nomaster": ({ filter }) => void (filter.master = -1),
  "unused": ({ filter }) => void (filter.unused = true),
  "nud": takes(STATE, state),
  "proxy": ({ filter }) => void (filter.flags = NTF_PROXY),
  "protocol*": takes("PROTO:protocol", protocol),
};

/** What may follow `show` and `flush`. */
export const SELECTION: Form = {
  anyOrder: [{ options: KEYWORDS }, "[ [ to ] PREFIX ]"],
};

/**
 * Parses the arguments of `show` and `flush`.
 *
 * @param options What is left out.
 * @returns The filter.
 * @throws {CommandError} If the arguments make no sense.
 */
export async function parseFilter(
  args: Arguments,
  context: Context,
  options: FilterOptions,
): Promise<NeighborFilter> {
  const filter = anyNeighbor();
  filter.family = context.family;
  filter.states = options.states;
  const draft: Draft = { filter, options, hasStates: false };
  await parse(KEYWORDS, draft, args, context, to);
  const { device } = draft;
  if (device !== undefined) {
    filter.index = await context.links.indexOf(device);
    if (filter.index === 0) throw noDevice(device);
  }
  return filter;
}

function statesOf(arg: string, all: number): number {
  const state = stateOf(arg);
  if (state !== undefined) return state === 0 ? NO_STATE : state;
  if (arg !== "all") throw invalidArgument("nud state is bad", arg);
  return all;
}

/**
 * States that `flush` is about if none are given, and `nud all` then.
 *
 * @param kept States that are left alone.
 * @returns The states.
 */
export function allBut(kept: number): number {
  return (ANY & ~kept) >>> 0;
}

/** What `nud all` stands for in `show`. */
export const ANY_STATE: number = ANY;
/** What `nud all` stands for in `flush`. */
export const ANY_STATE_TO_FLUSH: number = allBut(NUD_NOARP);

/**
 * Whether a filter lets a neighbor pass.
 *
 * @param filter The filter.
 * @param message The neighbor.
 * @returns Whether it does.
 */
export function passes(
  filter: NeighborFilter,
  message: NeighborMessage,
): boolean {
  const { family, index, states, prefix, protocol, unused } = filter;
  const { attributes, state, flags } = message;
  if (family !== 0 && message.family !== family) return false;
  if (index !== 0 && message.index !== index) return false;
  if (
    (states & state) === 0 && (flags & (NTF_PROXY | NTF_EXT_LEARNED)) === 0 &&
    (state !== 0 || (states & NO_STATE) === 0)
  ) return false;
  if (prefix !== undefined && prefix.length > 0) {
    const { destination } = attributes;
    const bytes = destination === undefined
      ? undefined
      : readAddress(destination, message.family)?.bytes;
    if (bytes !== undefined && !contains(prefix, bytes)) return false;
  }
  if (protocol !== 0 && protocol !== (attributes.protocol ?? 0)) return false;
  return !unused || !attributes.cacheInfo?.references;
}
