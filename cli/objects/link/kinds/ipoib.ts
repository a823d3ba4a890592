/**
 * `ip link … type ipoib`.
 *
 * @module
 */

import {
  IPOIB_MODES,
  type IpoibData,
  ipoibData,
} from "../../../../messages/link/kinds/ipoib.ts";
import { oneOf } from "./notations.ts";
import { type Kind, unknownOption } from "./kind.ts";
import { kindOfSettings } from "./settings.ts";

/** IP over InfiniBand. */
export const kind: Kind<IpoibData> = kindOfSettings(ipoibData, {
  pkey: {
    word: "pkey*",
    json: "key",
    text: "pkey",
    print: ({ printer }, { json, text }, pkey) => {
      const key = `${pkey === 0 ? "" : "0x"}${hex4(pkey)}`;
      printer.value(json, key, `${text} ${key} `);
    },
  },
  mode: {
    word: "mode*",
    ...oneOf(IPOIB_MODES, {
      error: 'Error: argument of "mode" must be "datagram"or "connected"',
    }),
  },
  umcast: {
    word: "umcast*",
    print: ({ printer }, { json }, value, { mode }) => {
      if (mode !== undefined) printer.named(json, hex4(value));
    },
  },
}, {
  problem: (name) => `${name} is invalid`,
  unknown: unknownOption,
  needs: "pkey",
});

function hex4(value: number): string {
  return value.toString(16).padStart(4, "0");
}
