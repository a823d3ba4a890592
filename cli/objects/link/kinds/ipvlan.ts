/**
 * `ip link … type ipvlan` and `ipvtap`.
 *
 * @module
 */

import type { Context } from "../../../runtime/context.ts";
import { CommandError, fail } from "../../../parse/errors.ts";
import type { Grammar, Word } from "../../../parse/grammar.ts";
import { type Kind, kindParser, unknownOption } from "./kind.ts";
import {
  IPVLAN_F_PRIVATE,
  IPVLAN_F_VEPA,
  IPVLAN_MODE_L2,
  IPVLAN_MODE_L3,
  IPVLAN_MODE_L3S,
  type IpvlanData,
} from "../../../../messages/link/kinds/ipvlan.ts";

const MODES: Readonly<Record<string, number>> = {
  l2: IPVLAN_MODE_L2,
  l3: IPVLAN_MODE_L3,
  l3s: IPVLAN_MODE_L3S,
};

function help(name: string): string {
  return `\
Usage: ... ${name} [ mode MODE ] [ FLAGS ]

MODE: l3 | l3s | l2
FLAGS: bridge | private | vepa
(first values are the defaults if nothing is specified).
`;
}

/** Links that share the hardware address of another one. */
function ipvlan(name: string): Kind<IpvlanData> {
  return {
    help: help(name),
    print,
    parse: kindParser(grammar(name), {
      help,
      unknown: unknownOption,
      finish(data) {
        const { flags = 0 } = data;
        delete data.flags;
        data.flags = flags;
      },
    }),
  };
}

/** `type ipvlan`. */
export const kind: Kind<IpvlanData> = ipvlan("ipvlan");
/** `type ipvtap`. */
export const ipvtap: { readonly kind: Kind<IpvlanData> } = {
  kind: ipvlan("ipvtap"),
};

function grammar(name: string): Grammar<IpvlanData> {
  const flag = (bit: number): Word<IpvlanData> => (data, { word }) => {
    if (data.flags !== undefined) {
      throw new CommandError(1, false, unknownOption(name, word) + help(name));
    }
    data.flags = bit;
  };
  return {
    "mode*": (data, { words }) => {
      const word = words.take();
      if (!Object.hasOwn(MODES, word)) {
        throw fail(
          1,
          'Error: argument of "mode" must be either "l2", "l3" or "l3s"',
        );
      }
      data.mode = MODES[word]!;
    },
    "private*": flag(IPVLAN_F_PRIVATE),
    "vepa*": flag(IPVLAN_F_VEPA),
    "bridge*": flag(0),
  };
}

function print({ printer }: Context, { mode, flags }: IpvlanData): void {
  if (mode !== undefined) {
    const name = Object.keys(MODES).find((name) => MODES[name] === mode) ??
      "unknown";
    printer.value("mode", name, ` mode ${name} `);
  }
  if (flags === undefined) return;
  const name = flags & IPVLAN_F_PRIVATE
    ? "private"
    : flags & IPVLAN_F_VEPA
    ? "vepa"
    : "bridge";
  printer.value(name, true, `${name} `);
}
