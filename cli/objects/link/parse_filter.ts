/**
 * Which links `ip link show` and `ip address show` are to print.
 *
 * @module
 */

import { ADDRESS_FLAGS } from "../../../messages/address/constants.ts";
import type { ValueNames } from "../../../messages/value_names.ts";
import type { Argument, Form } from "../../parse/form.ts";
import type { Context } from "../../runtime/context.ts";
import {
  duplicateOrGarbage,
  fail,
  invalidArgument,
  usage,
} from "../../parse/errors.ts";
import {
  type Arguments,
  type Grammar,
  matches,
  number,
  parse,
  takes,
  type Word,
} from "../../parse/grammar.ts";
import { type Prefix, prefixOf } from "../../parse/prefixes.ts";
import { vrfIndex } from "./vrf.ts";
import type { LinkMessage } from "../../../messages/link/link.ts";
import { IFF_UP } from "../../../messages/link/constants.ts";

/** Which links, and which of their addresses. */
export interface LinkFilter {
  /** Name of the only link. */
  device?: string;
  /** Index of the only link. */
  index?: number;
  /** Only links that are up. */
  up?: boolean;
  /** Only links that are down. */
  down?: boolean;
  /** Whether not to ask for virtual functions. */
  noVirtualFunctions?: boolean;
  /** Only links of this group. */
  group?: number;
  /** Only links with this master; -1 for those without one. */
  master?: number;
  /** Only links of this kind. */
  kind?: string;
  /** Only ports of this kind of master. */
  portKind?: string;
  /** Only addresses with a label that fits this pattern. */
  label?: string;
  /** Only addresses in this prefix. */
  to?: Prefix;
  /** Only addresses of this scope. */
  scope?: number;
  /** Only addresses of this protocol, and those without one. */
  protocol?: number;
  /** Only addresses whose flags are these, as far as the mask goes. */
  flags: number;
  /** Which flags matter. */
  flagMask: number;
}

/** What the arguments set. */
interface Draft {
  readonly filter: LinkFilter;
  /** Family of addresses, or 0 for any. */
  readonly family: number;
}

const SCOPE: Argument = {
  name: "SCOPE-ID",
  means: "{ host | link | global | NUMBER }",
  from: "scope",
};

const FILTERS: Grammar<Draft> = {
  "to": takes("PREFIX", ({ filter, family }, { args }) => {
    filter.to = prefixOf(args.take(), family || (filter.to?.family ?? 0));
  }),
  "scope": takes(SCOPE, ({ filter }, { args, context: { names } }) => {
    const arg = args.take();
    const scope = names.scopes.numberOf(arg);
    if (scope === undefined && arg !== "all") {
      throw invalidArgument('invalid "scope"\n', arg);
    }
    if (scope === undefined) delete filter.scope;
    else filter.scope = scope;
  }),
  "up": ({ filter }) => void (filter.up = true),
  "down": ({ filter }) => void (filter.down = true),
  "label": takes("LABEL", ({ filter }, { args }) => {
    filter.label = args.take();
  }),
  "group": takes("GROUP:group", ({ filter }, { args, context }) => {
    filter.group = args.read(
      (arg) => context.names.groups.numberOf(arg),
      'Invalid "group" value\n',
    );
  }),
  "master": takes("DEVICE", async ({ filter }, { args, context }) => {
    const name = args.take();
    filter.master = await context.links.indexOf(name);
    if (filter.master === 0) {
      throw invalidArgument("Device does not exist\n", name);
    }
  }),
  "vrf": takes("NAME:device", async ({ filter }, { args, context }) => {
    filter.master = await vrfIndex(args.take(), context);
  }),
  "nomaster": ({ filter }) => void (filter.master = -1),
  "novf": ({ filter }) => void (filter.noVirtualFunctions = true),
  "proto": takes(
    "ADDRPROTO",
    number(({ filter }, protocol) => {
      filter.protocol = protocol;
    }, 8),
  ),
  "type": takes({ later: kindNames }, ({ filter }, { args }) => {
    const kind = args.take();
    if (kind.endsWith("_slave")) {
      filter.portKind = kind.slice(0, -"_slave".length);
    } else filter.kind = kind;
  }),
};

/** A property of addresses, or with `-` before it its opposite. */
function flag(name: string): Word<Draft> {
  const opposite = name === "dynamic"
    ? "permanent"
    : name === "primary"
    ? "secondary"
    : undefined;
  const bit = (ADDRESS_FLAGS as ValueNames)[opposite ?? name]!;
  return ({ filter }, { word }) => {
    const inverse = word.startsWith("-") !== (opposite !== undefined);
    filter.flags = inverse ? filter.flags & ~bit : filter.flags | bit;
    filter.flagMask |= bit;
  };
}

const FLAGS: Grammar<Draft> = Object.fromEntries(
  [...Object.keys(ADDRESS_FLAGS), "dynamic", "primary"].map((name) => [
    `${name} -${name}`,
    flag(name),
  ]),
);

const KEYWORDS: Grammar<Draft> = { ...FILTERS, ...FLAGS };

/** What may follow `show`, of links and of addresses. */
export const SELECTION: Form = {
  anyOrder: [
    "[ [ dev ] IFNAME ]",
    { options: FILTERS },
    {
      maybe: {
        name: "FLAG-LIST",
        means: { many: { name: "FLAG", means: { oneOf: FLAGS } } },
      },
    },
  ],
};

async function kindNames(): Promise<Form> {
  return (await import("./kinds/usage.ts")).KIND_NAME;
}

/**
 * Reads the arguments of a command that shows or deletes links or addresses.
 *
 * @param family Family of addresses, or 0 for any.
 * @param help Whose usage `help` shows.
 * @returns What to show.
 * @throws {CommandError} If an argument is wrong, or there is no such device.
 */
export async function parseFilter(
  args: Arguments,
  context: Context,
  family: number,
  help: string,
): Promise<LinkFilter> {
  const filter: LinkFilter = { flags: 0, flagMask: 0 };
  const draft: Draft = { filter, family };
  await parse(KEYWORDS, draft, args, context, ({ filter }, { word }) => {
    const name = word === "dev" ? args.take() : word;
    if (word !== "dev" && matches(word, "help")) throw usage(help);
    if (filter.device !== undefined) throw duplicateOrGarbage("dev", name);
    filter.device = name;
  });
  if (filter.device !== undefined) {
    filter.index = await context.links.indexOf(filter.device);
    if (filter.index <= 0) {
      throw fail(1, `Device "${filter.device}" does not exist.`);
    }
  }
  return filter;
}

/**
 * Whether a link is up, or down, and a filter asks for the opposite.
 *
 * @param filter The filter.
 * @param link The link.
 * @returns Whether it is not to be shown.
 */
export function isHidden(
  { up = false, down = false }: LinkFilter,
  { flags }: LinkMessage,
): boolean {
  return flags & IFF_UP ? down : up;
}

/**
 * Whether a filter lets a link pass.
 *
 * @param filter The filter.
 * @param link The link.
 * @returns Whether it does.
 */
export function passes(filter: LinkFilter, link: LinkMessage): boolean {
  const { group, master, info } = link.attributes;
  if (filter.index && link.index !== filter.index) return false;
  if (isHidden(filter, link)) return false;
  // Of links whose addresses have a label, ip looks at nothing else.
  if (filter.label !== undefined) return true;
  if (filter.group !== undefined && group !== undefined) {
    if (group !== filter.group) return false;
  }
  if (filter.master !== undefined && filter.master > 0) {
    if (master !== filter.master) return false;
  }
  const { kind, portKind } = filter;
  if (kind === undefined && portKind === undefined) return true;
  // What has no kind has the empty one.
  return info !== undefined &&
    (kind === undefined || (info.kind ?? "") === kind) &&
    (portKind === undefined || (info.slaveKind ?? "") === portKind);
}
