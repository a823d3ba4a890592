/**
 * The keywords that select routes.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import { invalidArgument, noDevice, usage } from "../../parse/errors.ts";
import {
  type Arguments,
  type Grammar,
  named,
  number,
  parse,
  takes,
  type Word,
} from "../../parse/grammar.ts";
import { realmsOf } from "../../names/realms.ts";
import { ROUTE_TYPE, routeTypeOf } from "../../names/route_type.ts";
import { prefixOf } from "../../parse/prefixes.ts";
import { readFamily } from "./read_family.ts";
import { RT_TABLE_MAIN } from "../../../messages/constants.ts";
import { AF_INET, AF_UNSPEC } from "../../../messages/families.ts";
import type { RouteFilter } from "./filter.ts";
import type { Argument } from "../../parse/form.ts";

/** What the arguments of a command select. */
interface Selection {
  filter: RouteFilter;
  inputDevice?: string;
  outputDevice?: string;
}

type Take = Word<Selection>;

const table: Take = ({ filter }, { args, context: { names } }) => {
  const arg = args.take();
  const table = names.tables.numberOf(arg);
  if (table !== undefined) filter.table = table;
  else if (arg === "all") filter.table = 0;
  else if (arg === "cache") filter.cached = true;
  else if (arg === "help") throw usage("route");
  else throw invalidArgument("table id value is invalid\n", arg);
};

const vrf: Take = async ({ filter }, { args, context }) => {
  const { vrfTable } = await import("./vrf.ts");
  filter.table = await vrfTable(args.take(), context);
  filter.vrf = true;
  delete filter.type;
};

const protocol: Take = ({ filter }, { args, context: { names } }) => {
  const arg = args.take();
  const protocol = names.protocols.numberOf(arg);
  if (protocol !== undefined) filter.protocol = protocol;
  else if (arg === "all") delete filter.protocol;
  else throw invalidArgument('invalid "protocol"\n', arg);
};

const scope: Take = ({ filter }, { args, context: { names } }) => {
  const arg = args.take();
  const scope = names.scopes.numberOf(arg);
  if (scope !== undefined) filter.scope = scope;
  else if (arg === "all") delete filter.scope;
  else throw invalidArgument('invalid "scope"\n', arg);
};

const type: Take = ({ filter }, { args }) => {
  filter.type = args.read(routeTypeOf, "node type value is invalid\n");
  delete filter.vrf;
};

const via: Take = ({ filter }, { args, context }) => {
  const arg = args.take();
  const family = readFamily(arg);
  filter.via = family === AF_UNSPEC
    ? prefixOf(arg, context.options.family)
    : prefixOf(args.take(), family);
};

const realms: Take = ({ filter }, { args, context: { names } }) => {
  const arg = args.take();
  const realms = realmsOf(names, arg);
  if (realms === undefined) throw invalidArgument("invalid realms\n", arg);
  filter.realms = realms;
  let mask = 0xffffffff;
  if ((realms & 0xffff) === 0 && arg.endsWith("/")) mask &= ~0xffff;
  if (realms >>> 16 === 0 && (!arg.includes("/") || arg.startsWith("/"))) {
    mask &= 0xffff;
  }
  filter.realmMask = mask >>> 0;
};

const from: Take = ({ filter }, { args, context: { options } }) => {
  if (args.takeIf("root*")) {
    filter.sourceRoot = prefixOf(args.take(), options.family);
  } else if (args.takeIf("match*")) {
    filter.sourceMatch = prefixOf(args.take(), options.family);
  } else {
    args.takeIf("exact*");
    filter.sourceRoot = prefixOf(args.take(), options.family);
    filter.sourceMatch = filter.sourceRoot;
  }
};

const to: Take = ({ filter }, { args, context: { options } }) => {
  args.back();
  args.takeIf("to*");
  if (args.takeIf("root*")) {
    filter.root = prefixOf(args.take(), options.family);
  } else if (args.takeIf("match*")) {
    filter.match = prefixOf(args.take(), options.family);
  } else {
    args.takeIf("exact*");
    filter.root = prefixOf(args.take(), options.family);
    filter.match = filter.root;
  }
};

const TABLE_ID: Argument = {
  name: "TABLE_ID",
  means: "{ local | main | default | all | cache | NUMBER }",
  from: "table",
};
const SCOPE: Argument = {
  name: "SCOPE",
  means: "{ host | link | global | NUMBER }",
  from: "scope",
};
const RTPROTO: Argument = {
  name: "RTPROTO",
  means: "{ kernel | boot | static | NUMBER }",
  from: "protocol",
};
const PREFIX = "[ root | match | exact ] PREFIX";

const SELECTORS: Grammar<Selection> = {
  "table*": takes(TABLE_ID, table),
  "vrf*": takes("NAME:device", vrf),
  "cached* cloned*": ({ filter }) => {
    filter.cached = true;
  },
  "tos dsfield*": named("dsFields", { name: "TOS" }, ({ filter }, tos) => {
    filter.tos = tos;
  }, "TOS value is invalid\n"),
  "protocol*": takes(RTPROTO, protocol),
  "scope*": takes(SCOPE, scope),
  "type*": takes(ROUTE_TYPE, type),
  "dev oif": takes("STRING:device", (selection, { args }) => {
    selection.outputDevice = args.take();
  }),
  "iif": takes("STRING:device", (selection, { args }) => {
    selection.inputDevice = args.take();
  }),
  "mark": takes(
    "NUMBER",
    number(
      ({ filter }, mark) => {
        filter.mark = mark;
      },
      32,
      "invalid mark value",
    ),
  ),
  "metric* priority* preference": takes(
    "METRIC",
    number(({ filter }, metric) => {
      filter.metric = metric;
    }, 32),
  ),
  "via": takes("PREFIX", via),
  "src": takes("PREFIX", ({ filter }, { args, context: { options } }) => {
    filter.preferredSource = prefixOf(args.take(), options.family);
  }),
  "realms*": takes("REALM", realms),
  "from*": takes(PREFIX, from),
};

/** What may follow `show`, `flush` and `save`. */
export const SELECTOR: Argument = {
  name: "SELECTOR",
  means: { anyOrder: ["[ to ]", PREFIX, { options: SELECTORS }] },
};

/** Which routes, and of which family the kernel is to be asked for them. */
export interface RouteSelection {
  /** Which routes. */
  filter: RouteFilter;
  /** Family to ask for, `AF_*`. */
  family: number;
}

/**
 * Reads the arguments after `show`, `flush` and `save`.
 *
 * @returns What they select.
 * @throws {CommandError} If an argument is wrong, or there is no such device.
 */
export async function parseSelection(
  args: Arguments,
  context: Context,
): Promise<RouteSelection> {
  const filter: RouteFilter = { table: RT_TABLE_MAIN, cached: false };
  const selection: Selection = { filter };
  await parse(SELECTORS, selection, args, context, to);
  const { inputDevice, outputDevice } = selection;
  if (inputDevice !== undefined) {
    filter.inputDevice = await deviceOf(inputDevice, context);
  }
  if (outputDevice !== undefined) {
    filter.outputDevice = await deviceOf(outputDevice, context);
  }
  const { family } = context.options;
  return {
    filter,
    family: family === AF_UNSPEC && filter.table !== 0 ? AF_INET : family,
  };
}

/**
 * Finds a device.
 *
 * @param name Its name.
 * @returns Its index.
 * @throws {CommandError} If there is none.
 */
export async function deviceOf(
  name: string,
  { links }: Context,
): Promise<number> {
  const index = await links.indexOf(name);
  if (index === 0) throw noDevice(name);
  return index;
}
