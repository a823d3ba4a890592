/**
 * The options of `ip`.
 *
 * @module
 */

import { valueOf } from "../../messages/value_names.ts";
import {
  AF_BRIDGE,
  AF_INET,
  AF_INET6,
  AF_MPLS,
  AF_PACKET,
} from "../../messages/families.ts";
import { exit, invalidArgument, usage } from "../parse/errors.ts";
import { unsigned } from "../parse/numbers.ts";
import {
  BATCH_FILE,
  COLOR,
  given,
  NETNS,
  type ProgramOptions,
} from "../runtime/options.ts";

/** Address families by the names that `-family` takes. */
export const FAMILIES: Readonly<Record<string, number>> = {
  inet: AF_INET,
  inet6: AF_INET6,
  link: AF_PACKET,
  mpls: AF_MPLS,
  bridge: AF_BRIDGE,
};

/** The options of `ip`. */
export const IP_OPTIONS: ProgramOptions = {
  rows: [
    [
      "-loops",
      (o, next) => o.loops = Number.parseInt(given(next(), "loop count")) || 0,
      { name: "maximum-addr-flush-attempts" },
    ],
    [
      "-family",
      (o, next) => o.family = family(given(next(), "family type")),
      `{ ${Object.keys(FAMILIES).join(" | ")} }`,
    ],
    ["=-4", (o) => o.family = AF_INET],
    ["=-6", (o) => o.family = AF_INET6],
    ["=-0", (o) => o.family = AF_PACKET],
    ["=-M", (o) => o.family = AF_MPLS],
    ["=-B", (o) => o.family = AF_BRIDGE],
    ["-human -human-readable", (o) => o.human++],
    ["-iec", (o) => o.iec = true],
    ["-stats -statistics", (o) => o.stats++],
    ["-details", (o) => o.details = true],
    ["-resolve", (o) => o.resolve = true],
    ["-oneline", (o) => o.oneline = true],
    ["-timestamp", (o) => o.timestamp = true],
    ["-tshort", (o) => o.timestamp = o.timestampShort = true],
    ["-Version", (o) => o.version = true],
    ["-force", (o) => o.force = true],
    ["-batch", (o, next) => o.batch = given(next(), "batch file"), BATCH_FILE],
    ["-brief", (o) => o.brief = true],
    ["-json", (o) => o.json = true],
    ["-pretty", (o) => o.pretty = true],
    [
      "-rcvbuf",
      (o, next) => o.receiveBuffer = bufferSize(given(next(), "rcvbuf size")),
      {
        name: "size",
      },
    ],
    COLOR,
    ["-help", () => {
      throw usage("");
    }],
    NETNS,
    ["-Numeric", (o) => o.numeric = true],
    ["-all", (o) => o.all = true],
    ["=-echo", (o) => o.echo = true],
  ],
  dashes: true,
  help: "ip -help",
};

function family(word: string): number {
  if (word === "help") throw usage("");
  const family = valueOf(FAMILIES, word);
  if (family !== undefined) return family;
  throw invalidArgument("invalid protocol family", word);
}

function bufferSize(word: string): number {
  const size = unsigned(word, 32);
  if (size === undefined) {
    throw exit(255, `Invalid rcvbuf size '${word}'`);
  }
  return Number(size);
}
