/**
 * The options of `tc`.
 *
 * @module
 */

import { usage } from "../parse/errors.ts";
import {
  BATCH_FILE,
  COLOR,
  given,
  NETNS,
  type ProgramOptions,
} from "../runtime/options.ts";

/** The options of `tc`. */
export const TC_OPTIONS: ProgramOptions = {
  rows: [
    ["-stats -statistics", (o) => o.stats++],
    ["-details", (o) => o.details = true],
    ["-raw", (o) => o.raw = true],
    ["-pretty", (o) => o.pretty = true],
    ["-graph", (o) => o.graph = true],
    ["-Version", (o) => o.version = true],
    ["-iec", (o) => o.iec = true],
    ["-help", () => {
      throw usage("", "", 0);
    }],
    ["-force", (o) => o.force = true],
    [
      "-batch",
      (o, next) => o.batch = given(next(), "batch file"),
      BATCH_FILE,
    ],
    NETNS,
    ["-Numeric", (o) => o.numeric = true],
    ["-names -nm", (o) => o.names = true],
    ["-cf -conf", (o, next) => {
      const file = next();
      if (file !== undefined) o.nameFile = file;
    }, { name: "path", from: "file" }],
    COLOR,
    ["-timestamp", (o) => o.timestamp = true],
    ["-tshort", (o) => o.timestamp = o.timestampShort = true],
    ["-json", (o) => o.json = true],
    ["-oneline", (o) => o.oneline = true],
    ["-brief", (o) => o.brief = true],
    ["=-echo", (o) => o.echo = true],
  ],
  dashes: false,
  help: "tc -help",
};
