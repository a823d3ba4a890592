/**
 * `ip link … type macvlan` and `macvtap`.
 *
 * @module
 */

import type { Context } from "../../../runtime/context.ts";
import { CommandError, fail } from "../../../parse/errors.ts";
import type { Grammar, Word, Words } from "../../../parse/grammar.ts";
import { unsigned } from "../../../parse/numbers.ts";
import { hardwareAddressOf } from "../../../parse/prefixes.ts";
import { type Kind, kindParser, unknownOption } from "./kind.ts";
import {
  MACVLAN_FLAG_NODST,
  MACVLAN_FLAG_NOPROMISC,
  MACVLAN_MACADDR_ADD,
  MACVLAN_MACADDR_DEL,
  MACVLAN_MACADDR_FLUSH,
  MACVLAN_MACADDR_SET,
  MACVLAN_MODE_BRIDGE,
  MACVLAN_MODE_PASSTHRU,
  MACVLAN_MODE_PRIVATE,
  MACVLAN_MODE_SOURCE,
  MACVLAN_MODE_VEPA,
  type MacvlanData,
} from "../../../../messages/link/kinds/macvlan.ts";

const MODES: Readonly<Record<string, number>> = {
  private: MACVLAN_MODE_PRIVATE,
  vepa: MACVLAN_MODE_VEPA,
  bridge: MACVLAN_MODE_BRIDGE,
  passthru: MACVLAN_MODE_PASSTHRU,
  source: MACVLAN_MODE_SOURCE,
};

const FLAGS: Readonly<Record<string, number>> = {
  nopromisc: MACVLAN_FLAG_NOPROMISC,
  nodst: MACVLAN_FLAG_NODST,
  null: 0,
};

const ADDRESS_MODES: Readonly<Record<string, number>> = {
  add: MACVLAN_MACADDR_ADD,
  del: MACVLAN_MACADDR_DEL,
  set: MACVLAN_MACADDR_SET,
  flush: MACVLAN_MACADDR_FLUSH,
};

function help(name: string): string {
  return `\
Usage: ... ${name} mode MODE [flag MODE_FLAG] MODE_OPTS [bcqueuelen BC_QUEUE_LEN]

MODE: private | vepa | bridge | passthru | source
MODE_FLAG: null | nopromisc | nodst
MODE_OPTS: for mode "source":
	macaddr { { add | del } <macaddr> | set [ <macaddr> [ <macaddr>  ... ] ] | flush }
BC_QUEUE_LEN: Length of the rx queue for broadcast/multicast: [0-4294967295]
`;
}

const grammar: Grammar<MacvlanData> = {
  "mode*": (data, { words }) => {
    const word = words.take();
    if (!Object.hasOwn(MODES, word)) {
      throw fail(
        1,
        'Error: argument of "mode" must be "private", "vepa", "bridge", ' +
          `"passthru" or "source", not "${word}"`,
      );
    }
    data.mode = MODES[word]!;
  },
  "flag*": (data, { words }) => {
    const word = words.take();
    if (!Object.hasOwn(FLAGS, word)) {
      throw fail(
        1,
        'Error: argument of "flag" must be "nopromisc", "nodst" or "null", ' +
          `not "${word}"`,
      );
    }
    data.flags = (data.flags ?? 0) | FLAGS[word]!;
  },
  "nopromisc*": (data) => {
    data.flags = (data.flags ?? 0) | MACVLAN_FLAG_NOPROMISC;
  },
  "nodst*": (data) => {
    data.flags = (data.flags ?? 0) | MACVLAN_FLAG_NODST;
  },
  "bcqueuelen*": (data, { words }) => {
    const word = words.take();
    const length = unsigned(word, 32);
    if (length === undefined) {
      throw fail(
        1,
        'Error: argument of "bcqueuelen" must be a positive integer ' +
          `[0-4294967295], not "${word}"`,
      );
    }
    data.bcQueueLen = length;
  },
};

/** Links on another one with hardware addresses of their own. */
function macvlan(name: string): Kind<MacvlanData> {
  return {
    help: help(name),
    print,
    parse: kindParser({ "macaddr*": addresses(name), ...grammar }, {
      help,
      unknown: unknownOption,
      finish,
    }),
  };
}

/** `type macvlan`. */
export const kind: Kind<MacvlanData> = macvlan("macvlan");
/** `type macvtap`. */
export const macvtap: { readonly kind: Kind<MacvlanData> } = {
  kind: macvlan("macvtap"),
};

function finish(data: MacvlanData, { name }: { name: string }): void {
  const { mode, flags } = data;
  delete data.mode;
  delete data.flags;
  if (mode) data.mode = mode;
  if (flags === undefined) return;
  if (flags & MACVLAN_FLAG_NOPROMISC && mode !== MACVLAN_MODE_PASSTHRU) {
    throw new CommandError(
      1,
      false,
      `${name}: nopromisc flag only valid in passthru mode\n${help(name)}`,
    );
  }
  data.flags = flags;
}

/** The word for addresses that packets are taken from. */
function addresses(name: string): Word<MacvlanData> {
  return (data, { words, context }) => {
    const word = words.take();
    if (!Object.hasOwn(ADDRESS_MODES, word)) {
      throw new CommandError(1, false, help(name));
    }
    const mode = ADDRESS_MODES[word]!;
    data.macaddrMode = mode;
    if (mode === MACVLAN_MACADDR_ADD || mode === MACVLAN_MACADDR_DEL) {
      data.macaddr = hardwareAddressOf(words.take(), 6);
      if (data.macaddr.length !== 17) throw new CommandError(1, false);
    }
    if (mode === MACVLAN_MACADDR_SET) {
      data.macaddrData = takeList(name, words, context);
    }
  };
}

/** Takes addresses up to what is none, which is told and left. */
function takeList(
  name: string,
  words: Words,
  { io }: Context,
): string[] {
  const addresses: string[] = [];
  for (let word; (word = words.peek()) !== undefined; words.take()) {
    const address = addressOrText(word);
    if (address.length === 17) {
      addresses.push(address);
      continue;
    }
    io.err(address.endsWith("\n") ? address : "");
    const [first = "", more] = word.includes(".") ? [word] : word.split(":");
    if (more === undefined) break;
    // Colons end the text once it was looked at.
    throw new CommandError(1, false, unknownOption(name, first) + help(name));
  }
  return addresses;
}

/** An address, or what is to be said about a word that is none. */
function addressOrText(word: string): string {
  try {
    return hardwareAddressOf(word, 6);
  } catch (error) {
    if (error instanceof CommandError) return error.message;
    throw error;
  }
}

function print({ printer }: Context, data: MacvlanData): void {
  const { mode, flags = 0, bcQueueLen, bcQueueLenUsed } = data;
  if (mode === undefined) return;
  const name = Object.keys(MODES).find((name) => MODES[name] === mode);
  printer.named("mode", name ?? "unknown");
  if (flags & MACVLAN_FLAG_NOPROMISC) {
    printer.value("nopromisc", true, "nopromisc ");
  }
  if (flags & MACVLAN_FLAG_NODST) printer.value("nodst", true, "nodst ");
  if (bcQueueLen !== undefined) printer.named("bcqueuelen", bcQueueLen);
  if (bcQueueLenUsed !== undefined) {
    printer.named("usedbcqueuelen", bcQueueLenUsed);
  }
  const { macaddrCount, macaddrData } = data;
  if (mode !== MACVLAN_MODE_SOURCE || macaddrCount === undefined) return;
  printer.value("macaddr_count", macaddrCount, `remotes (${macaddrCount}) `);
  if (macaddrData === undefined) return;
  printer.array("macaddr_data", () => {
    for (const address of macaddrData) {
      printer.value(null, address, `${address} `);
    }
  });
}
