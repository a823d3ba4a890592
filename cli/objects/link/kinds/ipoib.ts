/**
 * `ip link … type ipoib`.
 *
 * @module
 */

import type { Context } from "../../../runtime/context.ts";
import { fail } from "../../../parse/errors.ts";
import { number } from "../../../parse/grammar.ts";
import { type Kind, kindParser, unknownOption } from "./kind.ts";
import type { IpoibData } from "../../../../messages/link/kinds/ipoib.ts";

const MODES: readonly string[] = ["datagram", "connected"];

const HELP = `\
Usage: ... ipoib [ pkey PKEY ]
		 [ mode {datagram | connected} ]
		 [ umcast {0|1} ]

PKEY  := 0x8001-0xffff
`;

/** IP over InfiniBand. */
export const kind: Kind<IpoibData> = {
  help: HELP,
  print,
  parse: kindParser<IpoibData>({
    "pkey*": number("pkey", 16, "pkey is invalid"),
    "mode*": (data, { words }) => {
      const mode = MODES.indexOf(words.take());
      if (mode < 0) {
        throw fail(
          1,
          'Error: argument of "mode" must be "datagram"or "connected"',
        );
      }
      data.mode = mode;
    },
    "umcast*": number("umcast", 16, "umcast is invalid"),
  }, { help: HELP, unknown: unknownOption }),
};

function print({ printer }: Context, { pkey, mode, umcast }: IpoibData): void {
  if (pkey === undefined) return;
  const key = `${pkey === 0 ? "" : "0x"}${hex4(pkey)}`;
  printer.value("key", key, `pkey ${key} `);
  if (mode === undefined) return;
  printer.named("mode", MODES[mode] ?? "unknown");
  if (umcast !== undefined) printer.named("umcast", hex4(umcast));
}

function hex4(value: number): string {
  return value.toString(16).padStart(4, "0");
}
