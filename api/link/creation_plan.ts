/**
 * Making links in steps: the kernel ignores or refuses some settings of links
 * that do not exist yet, and most settings of the other end of a pair.
 *
 * @module
 */

import type { NetworkNamespace } from "../../socket/namespace.ts";
import type { LinkPeer } from "./kinds/veth.ts";
import { FieldPath } from "../mapping/field_path.ts";
import type { LinkSettings, LinkSpec } from "./spec.ts";

/** Settings of a link that follow after it was made. */
export interface LaterStep {
  /** The property that describes the link: empty, or such as `veth.peer`. */
  readonly path: string;
  /** The network namespace of the link. */
  readonly netns?: NetworkNamespace;
  /** Name of the link; a peer without one is found by its other end. */
  readonly name?: string;
  /** What to change. */
  readonly settings: LinkSettings;
  /** Names to give to it. */
  readonly names?: readonly string[];
}

/** How to make a link. */
export interface CreationPlan {
  /** What to make it with. */
  readonly spec: LinkSpec;
  /** What to do after it, in this order. */
  readonly later: readonly LaterStep[];
}

/** Kinds that are made in pairs. */
export const pairs = ["veth", "vxcan", "netkit"] as const;

/** Attributes of a link in the request that makes it, but not of a peer. */
const notOfPeers = ["link", "linkNetnsId", "parentDevice", "newIndex"] as const;

/** What the kernel heeds of a peer in the request that makes it. */
const ofPeers: ReadonlySet<string> = new Set<keyof LinkPeer>([
  "name",
  "index",
  "netns",
  "address",
  "mtu",
  "group",
  "numTxQueues",
  "numRxQueues",
]);

/** Settings that the kernel ignores in the request that makes a link. */
const LATER_SETTINGS = [
  "alias",
  "addressGenerationMode",
  "token",
  "carrier",
  "protoDown",
  "protoDownReasons",
  "xdp",
  "virtualFunctions",
  "bondPort",
  "bridgePort",
] as const;

/**
 * Plans how to make a link.
 *
 * @param whole The link.
 * @returns What to request, and what to do after it.
 * @throws {TypeError} If something has to be done after it and cannot.
 */
export function planCreation(whole: LinkSpec): CreationPlan {
  const { alternativeNames: names = [], operationalState, ...spec } = whole;
  if (spec.newIndex !== undefined) {
    throw FieldPath.root.at("newIndex").wrong(
      spec.newIndex,
      "it is for links that move; the index of a new link is index",
    );
  }
  const settings = takeSettings(spec);
  const peers = takePeers(spec);
  const { netns } = spec;
  const name = ownName(spec);
  const own = { path: "", ...(name !== undefined && { name }), netns };
  const later: LaterStep[] = [...peers];
  if (names.length > 0 || Object.keys(settings).length > 0) {
    later.push(step({ ...own, settings, names }));
  }
  // Whatever else changes a link changes this state, too.
  if (operationalState !== undefined) {
    later.push(step({ ...own, settings: { operationalState } }));
  }
  const unnamed = later.filter(({ name }) => name === undefined);
  if (unnamed.length > 0 && name === undefined) {
    throw new TypeError(
      `Cannot create link: ${
        unnamed.flatMap(propertiesOf).join(", ")
      } can be set only if it has a name`,
    );
  }
  return { spec, later };
}

/**
 * The name, unless it is a pattern, such as `veth%d`, that the kernel fills.
 */
function ownName({ name }: { name?: string }): string | undefined {
  return name?.includes("%") ? undefined : name;
}

function step(
  { netns, ...rest }: Omit<LaterStep, "netns"> & {
    netns: NetworkNamespace | undefined;
  },
): LaterStep {
  return netns === undefined ? rest : { ...rest, netns };
}

/**
 * Lists the properties that a step sets.
 *
 * @param step The step.
 * @returns Their paths.
 */
export function propertiesOf(
  { path, settings, names = [] }: LaterStep,
): string[] {
  const properties = Object.keys(settings);
  if (names.length > 0) properties.push("alternativeNames");
  return properties.map((name) => path === "" ? name : `${path}.${name}`);
}

/** Takes out what the kernel ignores when it makes a link. */
function takeSettings(spec: LinkSpec): LinkSettings {
  const settings: LinkSettings = {};
  for (const name of LATER_SETTINGS) {
    if (isSet(name, spec)) {
      Object.assign(settings, { [name]: spec[name] });
    }
    delete spec[name];
  }
  // A master is looked for where the link is, and not where it is asked for.
  if (spec.netns !== undefined && spec.master != null) {
    settings.master = spec.master;
    delete spec.master;
  }
  // Bonds and teams take no links that are up, and the kernel sets that first.
  const hasMaster = spec.master != null || settings.master != null;
  if (hasMaster && spec.up === true && ownName(spec) !== undefined) {
    settings.up = true;
    delete spec.up;
  }
  return settings;
}

/** Whether a property of a new link asks for anything but the default. */
function isSet(
  name: typeof LATER_SETTINGS[number],
  spec: LinkSpec,
): boolean {
  if (spec[name] === undefined) return false;
  switch (name) {
    case "alias":
      return spec.alias !== null && spec.alias !== "";
    case "token":
      return spec.token !== null;
    case "protoDown":
      return spec.protoDown !== false;
    case "xdp":
      return spec.xdp?.fd != null;
    case "protoDownReasons":
    case "bondPort":
    case "bridgePort":
      return Object.keys(spec[name] as object).length > 0;
    default:
      return true;
  }
}

/** Takes out what the kernel ignores of peers when it makes them. */
function takePeers(spec: LinkSpec): LaterStep[] {
  const steps: LaterStep[] = [];
  for (const kind of pairs) {
    const peer = spec[kind]?.peer;
    if (spec[kind] !== undefined && spec.link != null) {
      throw FieldPath.root.at("link").wrong(
        spec.link,
        "the ends of a pair are the link of each other",
      );
    }
    if (peer === undefined) continue;
    const path = `${kind}.peer`;
    for (const name of notOfPeers) {
      if (peer[name] === undefined) continue;
      throw FieldPath.root.at(kind).at("peer").at(name).wrong(
        peer[name],
        "the kernel chooses it for the other end of a pair",
      );
    }
    if (peer.index !== undefined && spec.index === undefined) {
      throw FieldPath.root.at(kind).at("peer").at("index").wrong(
        peer.index,
        "the kernel ignores it unless the link has an index, too",
      );
    }
    const [now, later] = divide(kind, peer);
    spec[kind] = { ...spec[kind], peer: now };
    const { operationalState, ...settings } = later;
    const { netns } = peer;
    const name = ownName(peer);
    const own = { path, ...(name !== undefined && { name }), netns };
    if (Object.keys(settings).length > 0) {
      steps.push(step({ ...own, settings }));
    }
    if (operationalState !== undefined) {
      steps.push(step({ ...own, settings: { operationalState } }));
    }
  }
  return steps;
}

function divide(
  kind: typeof pairs[number],
  peer: LinkPeer,
): [now: LinkPeer, later: LinkSettings] {
  const [now, later]: Record<string, unknown>[] = [{}, {}];
  for (const [name, value] of Object.entries(peer)) {
    if (value === undefined) continue;
    // Links of CAN have no address: the kernel ignores one, or refuses to set
    // it.
    const isNow = ofPeers.has(name) &&
      !(kind === "vxcan" && name === "address");
    (isNow ? now! : later!)[name] = value;
  }
  return [now as LinkPeer, later as LinkSettings];
}
