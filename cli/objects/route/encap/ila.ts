/**
 * `encap ila`: identifier-locator addressing.
 *
 * @module
 */

import {
  ILA_CHECKSUM_MODES,
  ILA_HOOKS,
  ILA_IDENTIFIER_TYPES,
  type IlaEncap,
  ilaEncap,
} from "../../../../messages/route/encap/ila.ts";
import type { ValueNames } from "../../../../messages/value_names.ts";
import { exit } from "../../../parse/errors.ts";
import { locatorText, readLocator } from "../../../parse/locator.ts";
import { oneOf } from "../../link/kinds/notations.ts";
import type { Common } from "../../link/kinds/setting.ts";
import { type EncapKind, encapOfSettings } from "./kind.ts";

/** Names of types that the kernel takes. */
const { luid, "use-format": useFormat } = ILA_IDENTIFIER_TYPES;

/** Identifier-locator addressing. */
export const kind: EncapKind<IlaEncap> = encapOfSettings(ilaEncap, {
  locator: {
    json: "locator",
    print: ({ printer }, { json }, locator) =>
      printer.value(json, locatorText(locator), ` ${locatorText(locator)} `),
  },
  checksumMode: named("csum-mode", "csum_mode", ILA_CHECKSUM_MODES),
  identifierType: named("ident-type", "ident_type", ILA_IDENTIFIER_TYPES, {
    luid,
    "use-format": useFormat,
  }),
  hookType: named("hook-type", "hook_type", ILA_HOOKS),
}, {
  repeats: true,
  before: "LOCATOR",
  start: (args) => {
    const arg = args.take();
    const locator = readLocator(arg);
    if (locator === undefined) throw exit(1, `Bad locator: ${arg}`);
    return { locator };
  },
});

function named(
  word: string,
  json: string,
  names: ValueNames,
  taken: ValueNames = names,
): Common<number> {
  return {
    word,
    name: word,
    json,
    text: ` ${word}`,
    ...oneOf(names),
    argument: `{ ${Object.keys(taken).join(" | ")} }`,
    read: oneOf(taken).read,
  };
}
