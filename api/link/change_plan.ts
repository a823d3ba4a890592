/**
 * Which requests it takes to change a link, and what cannot be changed.
 *
 * @module
 */

import { linkKindMappings, type LinkKindOptions } from "./kinds/mod.ts";
import { linkPortMappings, type LinkPortOptions } from "./ports/mod.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { pairs } from "./creation_plan.ts";
import { wholeKind } from "./info.ts";
import { isRead } from "./readd.ts";
import type { Link, LinkSettings, LinkSpec } from "./spec.ts";

/** Names of the properties that have the settings of a kind. */
const kinds = Object.keys(linkKindMappings) as (keyof LinkKindOptions)[];

/** Names of the properties that have the settings of a port. */
const ports = Object.keys(linkPortMappings) as (keyof LinkPortOptions)[];

/** What is decided for good when a link is made. */
const fixed = [
  "kind",
  "index",
  "link",
  "numTxQueues",
  "numRxQueues",
  "parentDevice",
  "linkNetnsId",
] as const;

/**
 * What any kernel sets or refuses, but never ignores: there is no need to look
 * at the link then.
 */
const heeded: ReadonlySet<string> = new Set<keyof LinkSpec>([
  "kind",
  "index",
  "numTxQueues",
  "numRxQueues",
  "name",
  "alternativeNames",
  "address",
  "mtu",
  "alias",
  "group",
  "master",
  "txQueueLength",
  "carrier",
  "mode",
  "protoDown",
  "gsoMaxSize",
  "gsoMaxSegments",
  "addressGenerationMode",
  "token",
  "xdp",
  "virtualFunctions",
  "netns",
  "newIndex",
  "up",
  "arp",
  "multicast",
  "allMulticast",
  "promiscuous",
  "dynamic",
  "trailers",
]);

/** What counts only when a link is made, and is not reported either. */
const unreported: {
  readonly [K in keyof LinkKindOptions]?: readonly (keyof Exclude<
    LinkKindOptions[K],
    undefined
  >)[];
} = {
  batadv: ["routingAlgorithm"],
  gtp: ["createSockets", "socket0", "socket1"],
  hsr: ["version"],
  macsec: ["port"],
  ppp: ["fd"],
};

/**
 * Removes, from the description of a link that exists, what counts only when a
 * link is made, and cannot be compared as the kernel does not report it.
 *
 * @param spec The description.
 * @returns The rest.
 */
export function withoutUnreported(spec: LinkSpec): LinkSpec {
  const rest: Record<string, unknown> = { ...spec };
  for (const [kind, names] of Object.entries(unreported)) {
    if (rest[kind] === undefined) continue;
    const options: Record<string, unknown> = { ...rest[kind] as object };
    for (const name of names) delete options[name];
    rest[kind] = options;
  }
  return rest as LinkSpec;
}

/**
 * Removes, from the description of a link that exists, what this kernel does
 * not report of any link: kernels without receive packet steering have no
 * number of receive queues.
 *
 * @param spec The description.
 * @param current The link.
 * @returns The rest.
 */
export function comparable(spec: LinkSpec, current: Link): LinkSpec {
  if (current.numRxQueues !== undefined) return spec;
  const { numRxQueues: _numRxQueues, ...rest } = spec;
  return rest;
}

/**
 * Whether a kernel can ignore one of the properties, as it is older than they
 * are, or as they do not go with others.
 *
 * @param settings The properties.
 * @returns Whether to read the link then.
 */
export function mayBeIgnored(settings: LinkSpec): boolean {
  return Object.entries(settings).some(([name, value]) =>
    value !== undefined && !heeded.has(name) &&
    (typeof value !== "object" || Object.keys(value).length > 0)
  );
}

/**
 * Whether a change depends on what the link is like.
 *
 * @param settings The change.
 * @returns Whether to read the link first.
 */
export function needsPresent(settings: LinkSpec): boolean {
  const isGiven = (name: keyof LinkSpec) => settings[name] !== undefined;
  return isRead(settings) || fixed.some(isGiven) ||
    isGiven("alternativeNames") || wholeKind(settings) !== undefined ||
    pairs.some((kind) => settings[kind]?.peer !== undefined) ||
    kinds.some((kind) =>
      isGiven(kind) && Object.keys(settings[kind]!).length === 0
    );
}

/**
 * Refuses settings that the kernel ignores when it changes a group of links.
 *
 * @param settings The settings.
 * @throws {TypeError} If there are some.
 */
export function checkGroup(settings: LinkSpec): void {
  const names = [
    ...fixed,
    ...kinds,
    ...ports,
    "name",
    "alternativeNames",
    "group",
    "newIndex",
  ] as const;
  for (const name of names) {
    if (settings[name] === undefined) continue;
    throw FieldPath.root.at(name).wrong(
      settings[name],
      "it cannot be set for a group of links",
    );
  }
}

/**
 * Refuses what cannot be changed about a link.
 *
 * @param settings What differs.
 * @param current The link.
 * @param fieldPath Where the settings stand.
 * @throws {TypeError} If something differs that cannot.
 */
export function checkFixed(
  settings: LinkSpec,
  current: Link,
  fieldPath: FieldPath,
): void {
  for (const name of fixed) {
    if (settings[name] === undefined) continue;
    const is = current[name] === undefined
      ? ""
      : `: it is ${JSON.stringify(current[name])}`;
    throw fieldPath.at(name).wrong(
      settings[name],
      `it is decided when the link is made${is}`,
    );
  }
}

/**
 * Refuses an index for a link that does not move, which the kernel ignores.
 *
 * @param settings The settings.
 * @param fieldPath Where they stand.
 * @throws {TypeError} If there is one.
 */
export function checkMove(settings: LinkSpec, fieldPath: FieldPath): void {
  if (settings.newIndex === undefined || settings.netns !== undefined) return;
  throw fieldPath.at("newIndex").wrong(
    settings.newIndex,
    "it is for links that move to another network namespace",
  );
}

/**
 * Refuses settings of another kind than the link's, which the kernel ignores if
 * there are none in particular.
 *
 * @param settings The settings.
 * @param current The link.
 * @param fieldPath Where the settings stand.
 * @throws {TypeError} If there are some.
 */
export function checkKind(
  settings: LinkSpec,
  current: Link,
  fieldPath: FieldPath,
): void {
  for (const kind of kinds) {
    if (settings[kind] === undefined || kind === current.kind) continue;
    throw fieldPath.at(kind).wrong(
      settings[kind],
      `the kind of the link is ${JSON.stringify(current.kind ?? null)}`,
    );
  }
}

/**
 * Adds the present settings of a kind to a change, where the kernel takes
 * missing ones for unset.
 *
 * @param settings The change.
 * @param current The link.
 * @returns The change, completed.
 */
export function completed(settings: LinkSpec, current: Link): LinkSpec {
  const kind = wholeKind(settings);
  if (kind === undefined) return settings;
  return { ...settings, [kind]: { ...current[kind], ...settings[kind] } };
}

/** The requests that a change takes. */
export interface ChangeSteps {
  /** What comes first. */
  readonly first: LinkSettings;
  /** What depends on it, and comes next: where the link has moved to, if so. */
  readonly next: LinkSettings;
}

/**
 * Divides a change into what the kernel takes in one request each.
 *
 * @param settings The change.
 * @returns Its parts.
 */
export function divideChange(settings: LinkSettings): ChangeSteps {
  const first = { ...settings };
  const next: LinkSettings = {};
  const move = (name: keyof LinkSettings) => {
    if (first[name] === undefined) return;
    Object.assign(next, { [name]: first[name] });
    delete first[name];
  };
  const moves = settings.netns !== undefined;
  // Masters are looked for where the link is.
  if (moves && settings.master != null) move("master");
  // The kernel looks at a port's settings before it gives the link a master.
  if (moves || settings.master != null) ports.forEach(move);
  return { first, next };
}

/**
 * Finds out which alternative names a link has to get and to lose.
 *
 * @param wanted The names that it is to have.
 * @param current The link.
 * @returns Names to add and names to remove.
 */
export function nameChanges(
  wanted: readonly string[],
  { alternativeNames = [] }: Link,
): { add: string[]; remove: string[] } {
  return {
    add: wanted.filter((name) => !alternativeNames.includes(name)),
    remove: alternativeNames.filter((name) => !wanted.includes(name)),
  };
}
