/**
 * What `ip monitor` has to watch.
 *
 * @module
 */

import {
  type Groups as ObjectGroups,
  multicastRouteGroups,
  objects,
} from "../../../messages/objects.ts";
import type { Context } from "../../runtime/context.ts";
import { exit, usage } from "../../parse/errors.ts";
import type { Form } from "../../parse/form.ts";
import {
  type Arguments,
  device,
  type Grammar,
  parse,
  takes,
  text,
  value,
} from "../../parse/grammar.ts";

/** What to watch, and how to show it. */
export interface Selection {
  /** The objects, by their keywords; all of them if there are none. */
  readonly objects: ReadonlySet<string>;
  /** File to read instead. */
  readonly file?: string;
  /** Whether each record begins with what it is about. */
  readonly label: boolean;
  /** Whether to receive from all network namespaces. */
  readonly allNamespaces: boolean;
  /** Index of the only device; 0 for all of them. */
  readonly device: number;
}

/** The groups of each object, and the family that they are of. */
const OBJECTS: Readonly<Record<string, ObjectGroups>> = {
  "link*": objects.link.groups,
  "address*": objects.address.groups,
  "route*": objects.route.groups,
  "maddress*": objects.multicastAddress.groups,
  acaddress: objects.anycastAddress.groups,
  "mroute*": multicastRouteGroups,
  "prefix*": objects.prefix.groups,
  "neigh*": objects.neighbor.groups,
  "netconf*": objects.netconf.groups,
  "rule*": objects.rule.groups,
  "nsid*": objects.nsid.groups,
  "nexthop*": objects.nexthop.groups,
  stats: objects.stats.groups,
};

/** What older kernels do not report; it is left out where all is watched. */
const RECENT: ReadonlySet<string> = new Set([
  "maddress*",
  "acaddress",
  "stats",
]);

interface Draft {
  readonly objects: Set<string>;
  file?: string;
  label: boolean;
  allNamespaces: boolean;
  device: number;
}

const FILE_KEYWORD: Grammar<Draft> = {
  "file*": takes({ name: "FILENAME", from: "file" }, text("file")),
};

const OPTIONS: Grammar<Draft> = {
  "label*": value("label", true),
};

const OBJECT_KEYWORDS: Grammar<Draft> = Object.fromEntries(
  Object.keys(OBJECTS).map((key) => [
    key,
    ({ objects }: Draft) => void objects.add(key),
  ]),
);

const MORE_OPTIONS: Grammar<Draft> = {
  "all": value("label", true),
  "all-nsid*": value("allNamespaces", true),
  "help*": () => {
    throw usage("monitor");
  },
  "dev": takes("DEVICE", device("device", "Device does not exist\n")),
};

const KEYWORDS: Grammar<Draft> = {
  ...FILE_KEYWORD,
  ...OPTIONS,
  ...OBJECT_KEYWORDS,
  ...MORE_OPTIONS,
};

/** What may follow `monitor`. */
export const SELECTION: Form = {
  anyOrder: [
    { name: "OBJECTS", means: { oneOf: OBJECT_KEYWORDS } },
    { name: "FILE", means: { oneOf: FILE_KEYWORD } },
    { options: { ...OPTIONS, ...MORE_OPTIONS } },
  ],
};

/**
 * Reads the arguments of `ip monitor`.
 *
 * @returns What to watch.
 * @throws {CommandError} If an argument is wrong.
 */
export async function parseSelection(
  args: Arguments,
  context: Context,
): Promise<Selection> {
  const selection: Draft = {
    objects: new Set(),
    label: false,
    allNamespaces: false,
    device: 0,
  };
  await parse(KEYWORDS, selection, args, context, (_, { word }) => {
    throw exit(255, `Argument "${word}" is unknown, try "ip monitor help".`);
  });
  return selection;
}

/** The groups to join. */
export interface Groups {
  /** Those without which there is nothing to watch. */
  readonly needed: readonly number[];
  /** Those that some kernels lack. */
  readonly optional: readonly number[];
}

/**
 * Finds the groups that report what is to be watched.
 *
 * @param selection What is to be watched.
 * @param family The only family, or 0 for all.
 * @returns The groups.
 */
export function groupsOf({ objects }: Selection, family: number): Groups {
  const needed: number[] = [];
  const optional: number[] = [];
  for (const [name, groups] of Object.entries(OBJECTS)) {
    if (objects.size > 0 && !objects.has(name)) continue;
    for (const [group, ofFamily] of groups) {
      if (family !== 0 && ofFamily !== 0 && family !== ofFamily) continue;
      const lacking = RECENT.has(name) && objects.size === 0;
      (lacking ? optional : needed).push(group);
    }
  }
  return { needed, optional };
}
