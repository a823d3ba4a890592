/**
 * `ip ila add` and `ip ila del`.
 *
 * @module
 */

import { valueOf } from "../../../messages/value_names.ts";
import {
  ILA_CMD_ADD,
  ILA_CMD_DEL,
  type IlaAttributes,
} from "../../../messages/generic/ila.ts";
import {
  ILA_CHECKSUM_MODES,
  ILA_IDENTIFIER_TYPES,
} from "../../../messages/route/encap/ila.ts";
import { CommandError, fail, usage } from "../../parse/errors.ts";
import type { Argument } from "../../parse/form.ts";
import {
  type Arguments,
  type Grammar,
  parse,
  takes,
  type Word,
} from "../../parse/grammar.ts";
import { readLocator } from "../../parse/locator.ts";
import type { Context } from "../../runtime/context.ts";
import { answered } from "../../runtime/generic.ts";
import type { IlaCommand } from "./mod.ts";

function locator(
  key: "locator" | "locatorMatch",
  form: string,
  name: string,
): Word<IlaAttributes> {
  return takes(form, (spec, { args }) => {
    const arg = args.take();
    spec[key] = demand(readLocator(arg), name, arg);
  });
}

function named(
  key: "csumMode" | "identType",
  names: Readonly<Record<string, number>>,
): Word<IlaAttributes> {
  const form = `{ ${Object.keys(names).join(" | ")} }`;
  return takes(form, (spec, { args, name }) => {
    const arg = args.take();
    const value = valueOf(names, arg);
    spec[key] = demand(value, name, arg);
  });
}

function demand<V>(value: V | undefined, name: string, arg: string): V {
  if (value === undefined) throw fail(1, `Bad ${name}: ${arg}`);
  return value;
}

const { luid, "use-format": useFormat } = ILA_IDENTIFIER_TYPES;

const LOCATOR: Grammar<IlaAttributes> = {
  "loc*": locator("locator", "LOCATOR", "locator"),
};
const MATCH: Grammar<IlaAttributes> = {
  "loc_match*": locator("locatorMatch", "LOCATOR_MATCH", "locator to match"),
};
const DEVICE: Grammar<IlaAttributes> = {
  "dev*": takes("DEV", async (spec, { args, context }) => {
    const name = args.take();
    spec.ifindex = await context.links.indexOf(name);
    if (spec.ifindex === 0) throw fail(1, `No such interface: ${name}`);
  }),
};
const SETTINGS: Grammar<IlaAttributes> = {
  "csum-mode*": named("csumMode", ILA_CHECKSUM_MODES),
  "ident-type*": named("identType", { luid, "use-format": useFormat }),
};
const ALL: Grammar<IlaAttributes> = {
  ...LOCATOR,
  ...MATCH,
  ...SETTINGS,
  ...DEVICE,
};

const OPTIONS: Argument = { name: "OPTIONS", means: { options: SETTINGS } };

/** Adds a mapping. */
export const add: IlaCommand = takes(
  [
    "loc_match LOCATOR_MATCH loc LOCATOR",
    { options: DEVICE },
    OPTIONS,
  ],
  async (args, context, family) => {
    const attributes = await read(args, context, true);
    await answered(family.request(ILA_CMD_ADD, attributes));
    return 0;
  },
);

/** Deletes a mapping. */
export const remove: IlaCommand = takes(
  ["loc_match LOCATOR_MATCH", { options: { ...LOCATOR, ...DEVICE } }],
  async (args, context, family) => {
    const attributes = await read(args, context, false);
    await answered(family.request(ILA_CMD_DEL, attributes));
    return 0;
  },
);

/**
 * Reads arguments. Where they are wrong, that is reported, and the request is
 * sent without them all the same.
 */
async function read(
  args: Arguments,
  context: Context,
  adding: boolean,
): Promise<IlaAttributes> {
  const spec: IlaAttributes = {};
  try {
    await parse(ALL, spec, args, context, () => {
      throw usage("ila");
    });
    if (adding && spec.locator === undefined) {
      throw fail(1, "ila: missing locator");
    }
    if (adding && spec.locatorMatch === undefined) {
      throw fail(1, "ila: missing locator0match");
    }
    return spec;
  } catch (error) {
    if (!(error instanceof CommandError) || error.exits) throw error;
    context.io.err(error.message);
    return {};
  }
}
