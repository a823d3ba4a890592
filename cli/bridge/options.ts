/**
 * The options of `bridge`.
 *
 * @module
 */

import { valueOf } from "../../messages/value_names.ts";
import { AF_INET, AF_INET6 } from "../../messages/families.ts";
import { invalidArgument, usage } from "../parse/errors.ts";
import {
  BATCH_FILE,
  COLOR,
  NETNS,
  type ProgramOptions,
} from "../runtime/options.ts";

/** Address families by the names that `-family` takes. */
const FAMILIES: Readonly<Record<string, number>> = {
  inet: AF_INET,
  inet6: AF_INET6,
};

/** The options of `bridge`. */
export const BRIDGE_OPTIONS: ProgramOptions = {
  rows: [
    ["-help", () => {
      throw usage("");
    }],
    ["-Version", (o) => o.version = true],
    ["-stats -statistics", (o) => o.stats++],
    ["-details", (o) => o.details = true],
    ["-oneline", (o) => o.oneline = true],
    ["-timestamp", (o) => o.timestamp = true],
    [
      "-family",
      (o, next) => o.family = family(orUsage(next())),
      `{ ${Object.keys(FAMILIES).join(" | ")} }`,
    ],
    ["=-4", (o) => o.family = AF_INET],
    ["=-6", (o) => o.family = AF_INET6],
    NETNS,
    COLOR,
    ["-compressvlans", (o) => o.compressVlans = true],
    ["-force", (o) => o.force = true],
    ["-json", (o) => o.json = true],
    ["-pretty", (o) => o.pretty = true],
    ["-batch", (o, next) => o.batch = orUsage(next()), BATCH_FILE],
  ],
  dashes: true,
  help: "bridge help",
};

function orUsage(word: string | undefined): string {
  if (word === undefined) throw usage("");
  return word;
}

function family(word: string): number {
  if (word === "help") throw usage("");
  const family = valueOf(FAMILIES, word);
  if (family !== undefined) return family;
  throw invalidArgument("invalid protocol family", word);
}
