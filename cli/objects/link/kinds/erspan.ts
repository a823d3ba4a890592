/**
 * Settings of ERSPAN, which tunnels of GRE have.
 *
 * @module
 */

import { ERSPAN_DIRECTIONS } from "../../../../messages/link/kinds/gre.ts";
import { nameOf } from "../../../../messages/value_names.ts";
import { invalidArgument } from "../../../parse/errors.ts";
import { unsigned } from "../../../parse/numbers.ts";
import { matches } from "../../../parse/arguments.ts";
import { hexadecimal } from "./notations.ts";
import type { Settings } from "./setting.ts";

/** Attributes of ERSPAN. */
export interface ErspanData {
  /** Index of the session. */
  erspanIndex?: number;
  /** Version. */
  erspanVer?: number;
  /** Direction. */
  erspanDir?: number;
  /** Hardware id. */
  erspanHwid?: number;
}

/** Settings of ERSPAN. */
export const erspan: Settings<ErspanData> = {
  erspanIndex: {
    word: "erspan IDX",
    json: "erspan_index",
    problem: "invalid erspan index\n",
    read: (word) => {
      const index = unsigned(word, 32);
      if (index === 0 || index !== undefined && index >= 1 << 20) {
        throw invalidArgument("erspan index must be > 0 and <= 20-bit\n", word);
      }
      return index;
    },
  },
  erspanVer: {
    word: "erspan_ver",
    argument: { name: "version" },
    problem: "invalid erspan version\n",
    read: (word) => {
      const version = unsigned(word, 8);
      if (version !== undefined && version > 2) {
        throw invalidArgument("erspan version must be 0/1/2\n", word);
      }
      return version;
    },
  },
  erspanDir: {
    word: "erspan_dir",
    argument: `{ ${Object.keys(ERSPAN_DIRECTIONS).join(" | ")} }`,
    problem: "Invalid erspan direction.",
    read: (word) =>
      Object.entries(ERSPAN_DIRECTIONS)
        .find(([name]) => matches(word, name))?.[1],
    print: ({ printer }, { json }, direction) =>
      printer.named(json, nameOf(ERSPAN_DIRECTIONS, direction) ?? "egress"),
  },
  erspanHwid: {
    word: "erspan_hwid",
    argument: { name: "hwid" },
    problem: "invalid erspan hwid\n",
    ...hexadecimal,
  },
};

/**
 * Leaves of the attributes of ERSPAN what its version has.
 *
 * @param data The data.
 */
export function finishErspan(data: ErspanData): void {
  const { erspanVer = 1, erspanIndex, erspanDir = 0, erspanHwid = 0 } = data;
  delete data.erspanIndex;
  delete data.erspanDir;
  delete data.erspanHwid;
  data.erspanVer = erspanVer;
  if (erspanVer === 1 && erspanIndex) data.erspanIndex = erspanIndex;
  if (erspanVer === 2) {
    data.erspanDir = erspanDir;
    data.erspanHwid = erspanHwid;
  }
}
