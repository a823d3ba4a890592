/**
 * `ip link … type macvlan` and `macvtap`.
 *
 * @module
 */

import { valueOf } from "../../../../messages/value_names.ts";
import {
  MACVLAN_FLAG_NODST,
  MACVLAN_FLAG_NOPROMISC,
  MACVLAN_MACADDR_ADD,
  MACVLAN_MACADDR_DEL,
  MACVLAN_MACADDR_FLUSH,
  MACVLAN_MACADDR_SET,
  MACVLAN_MODE_PASSTHRU,
  MACVLAN_MODE_SOURCE,
  MACVLAN_MODES,
  type MacvlanData,
  macvlanData,
} from "../../../../messages/link/kinds/macvlan.ts";
import { CommandError, fail } from "../../../parse/errors.ts";
import { type Arguments, takes, type Word } from "../../../parse/grammar.ts";
import { signed, unsigned } from "../../../parse/numbers.ts";
import { hardwareAddressOf } from "../../../parse/prefixes.ts";
import type { Context } from "../../../runtime/context.ts";
import { flag, oneOf } from "./notations.ts";
import { failWithUsage, type Kind, unknownOption } from "./kind.ts";
import { kindOfSettings } from "./settings.ts";

const FLAGS = {
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

/** What may follow `macaddr`. */
const SOURCES = "{ { add | del } <macaddr> | set [ <macaddr> ] ... | flush }";

/** Links on another one with hardware addresses of their own. */
function macvlan(name: string): Kind<MacvlanData> {
  return kindOfSettings<MacvlanData>(macvlanData, {
    mode: {
      word: "mode*",
      ...oneOf(MACVLAN_MODES, {
        error: (word) =>
          'Error: argument of "mode" must be "private", "vepa", "bridge", ' +
          `"passthru" or "source", not "${word}"`,
      }),
    },
    flags: {
      word: "flag*",
      argument: {
        name: "MODE_FLAG",
        means: `{ ${Object.keys(FLAGS).join(" | ")} }`,
      },
      take: (data, { args }) => addFlag(data, readFlag(args.take())),
      print: (context, _, flags, data) => {
        for (const name of ["nopromisc", "nodst"] as const) {
          const names = { json: name, text: name };
          flag.print(context, names, flags & FLAGS[name], data);
        }
      },
    },
    bcQueueLen: {
      word: "bcqueuelen* BC_QUEUE_LEN",
      read: (word) => {
        const length = unsigned(word, 32);
        if (length !== undefined) return length;
        throw fail(
          1,
          'Error: argument of "bcqueuelen" must be a positive integer ' +
            `[0-4294967295], not "${word}"`,
        );
      },
    },
    bcQueueLenUsed: { json: "usedbcqueuelen" },
    bcCutoff: {
      word: "bclim",
      read: (word) => {
        const limit = signed(word);
        if (limit !== undefined) return limit;
        throw fail(1, `Error: illegal value for "bclim": "${word}"`);
      },
    },
    macaddrCount: {
      json: "macaddr_count",
      print: ({ printer }, { json }, count, { mode, macaddrData }) => {
        if (mode !== MACVLAN_MODE_SOURCE) return;
        printer.value(json, count, `remotes (${count}) `);
        if (macaddrData === undefined) return;
        printer.array("macaddr_data", () => {
          for (const address of macaddrData) {
            printer.value(null, address, `${address} `);
          }
        });
      },
    },
  }, {
    needs: "mode",
    unknown: unknownOption,
    first: "macaddr",
    called: "MODE_OPTS",
    keywords: {
      "macaddr*": takes(SOURCES, addresses(name)),
      "nopromisc*": (data) => addFlag(data, MACVLAN_FLAG_NOPROMISC),
      "nodst*": (data) => addFlag(data, MACVLAN_FLAG_NODST),
    },
    finish,
  });
}

/** `type macvlan`. */
export const kind: Kind<MacvlanData> = macvlan("macvlan");
/** `type macvtap`. */
export const macvtap: { readonly kind: Kind<MacvlanData> } = {
  kind: macvlan("macvtap"),
};

function addFlag(data: MacvlanData, flag: number): void {
  data.flags = (data.flags ?? 0) | flag;
}

function readFlag(arg: string): number {
  const flag = valueOf<number>(FLAGS, arg);
  if (flag !== undefined) return flag;
  throw fail(
    1,
    'Error: argument of "flag" must be "nopromisc", "nodst" or "null", ' +
      `not "${arg}"`,
  );
}

function finish(data: MacvlanData, { name }: { name: string }): void {
  const { mode, flags } = data;
  delete data.mode;
  delete data.flags;
  if (mode) data.mode = mode;
  if (flags === undefined) return;
  if (flags & MACVLAN_FLAG_NOPROMISC && mode !== MACVLAN_MODE_PASSTHRU) {
    throw failWithUsage(
      name,
      `${name}: nopromisc flag only valid in passthru mode\n`,
    );
  }
  data.flags = flags;
}

/** The keyword for addresses that packets are taken from. */
function addresses(name: string): Word<MacvlanData> {
  return (data, { args, context }) => {
    const mode = valueOf(ADDRESS_MODES, args.take());
    if (mode === undefined) throw failWithUsage(name);
    data.macaddrMode = mode;
    if (mode === MACVLAN_MACADDR_ADD || mode === MACVLAN_MACADDR_DEL) {
      data.macaddr = hardwareAddressOf(args.take(), 6);
      if (data.macaddr.length !== 17) throw new CommandError(1, false);
    }
    if (mode === MACVLAN_MACADDR_SET) {
      data.macaddrData = takeList(args, context);
    }
  };
}

/** Takes addresses up to what is none, which is reported and left. */
function takeList(args: Arguments, { io }: Context): string[] {
  const addresses: string[] = [];
  for (let word; (word = args.peek()) !== undefined; args.take()) {
    const address = addressOrText(word);
    if (address.length === 17) {
      addresses.push(address);
      continue;
    }
    io.err(address.endsWith("\n") ? address : "");
    break;
  }
  return addresses;
}

/** An address, or the error for text that is none. */
function addressOrText(arg: string): string {
  try {
    return hardwareAddressOf(arg, 6);
  } catch (error) {
    if (error instanceof CommandError) return error.message;
    throw error;
  }
}
