/**
 * Making links in steps: the kernel ignores or refuses some settings of links
 * that are not there yet.
 *
 * @module
 */

import type { LinkKinds } from "../../messages/link/kinds/mod.ts";
import { linkKindMappings } from "../link_kinds/mod.ts";
import type { LinkSettings, LinkSpec } from "./spec.ts";

/** Something to do with a link that has been made. */
export type Step =
  | {
    /** The link. */
    readonly name: string;
    /** Names to give it. */
    readonly names: string[];
  }
  | {
    /** The link. */
    readonly name: string;
    /** What to change. */
    readonly settings: LinkSettings;
  };

/** How to make a link. */
export interface Plan {
  /** What to make it with. */
  readonly spec: LinkSpec;
  /** What to do afterwards, in this order. */
  readonly later: Step[];
}

/** Kinds that are made in pairs. */
const pairs = ["veth", "vxcan", "netkit"] as const;

/**
 * Plans how to make a link.
 *
 * @param whole The link.
 * @returns What to ask for, and what to do afterwards.
 * @throws {TypeError} If something has to be done afterwards and cannot.
 */
export function planLink(whole: LinkSpec): Plan {
  const { alternativeNames = [], ...spec } = whole;
  if ("message" in spec) makeAgain(spec);
  const settings = takeSettings(spec);
  const peers = takePeers(spec);
  const later: Step[] = [...peers];
  const { name, netns } = spec;
  if (Object.keys(settings).length > 0) {
    later.push({ name: name!, settings });
  }
  if (alternativeNames.length > 0) {
    later.push({ name: name!, names: alternativeNames });
  }
  if (
    later.length > peers.length && (name === undefined || netns !== undefined)
  ) {
    const what = [
      ...Object.keys(settings),
      ...(alternativeNames.length > 0 ? ["alternativeNames"] : []),
    ].join(", ");
    throw new TypeError(
      `Cannot create link: ${what} can be set only ${
        name === undefined
          ? "if it has a name"
          : "in the network namespace that it goes to"
      }`,
    );
  }
  return { spec, later };
}

/** Drops what a link of its kind tells and refuses to be given. */
function makeAgain(spec: LinkSpec): void {
  for (const kind of Object.keys(linkKindMappings) as (keyof LinkKinds)[]) {
    const again = linkKindMappings[kind].again as
      | ((told: unknown) => never)
      | undefined;
    if (again !== undefined && spec[kind] !== undefined) {
      spec[kind] = again(spec[kind]);
    }
  }
}

/** Takes out what the kernel does not heed when it makes a link. */
function takeSettings(spec: LinkSpec): LinkSettings {
  // A link that was read tells everything, most of it being what it would be
  // anyway; and the state of a port is for its bridge to give.
  const isRead = "message" in spec;
  const settings: LinkSettings = {};
  take(spec, settings, "alias", ({ alias }) => alias !== "");
  take(
    spec,
    settings,
    "addressGenerationMode",
    (spec) => !isRead || spec.addressGenerationMode !== "eui64",
  );
  take(spec, settings, "token", ({ token }) => token !== null);
  take(spec, settings, "carrier", () => !isRead);
  take(spec, settings, "protoDown", ({ protoDown }) => protoDown === true);
  take(
    spec,
    settings,
    "protoDownReasons",
    ({ protoDownReasons }) => Object.keys(protoDownReasons!).length > 0,
  );
  take(spec, settings, "xdp", ({ xdp }) => xdp?.fd != null);
  take(spec, settings, "virtualFunctions", () => !isRead);
  take(spec, settings, "bondPort", () => true);
  take(spec, settings, "bridgePort", () => true);
  if (isRead && settings.bridgePort !== undefined) {
    const { state: _state, ...bridgePort } = settings.bridgePort;
    settings.bridgePort = bridgePort;
  }
  return settings;
}

/** Moves a property, or drops it if it says nothing. */
function take<K extends keyof LinkSettings>(
  spec: LinkSpec,
  settings: LinkSettings,
  name: K,
  says: (spec: LinkSpec) => boolean,
): void {
  if (spec[name] === undefined) return;
  if (says(spec)) settings[name] = spec[name];
  delete spec[name];
}

/** Takes out that peers be up: they cannot as long as they are alone. */
function takePeers(spec: LinkSpec): Step[] {
  const steps: Step[] = [];
  for (const kind of pairs) {
    const { peer } = spec[kind] ?? {};
    if (peer?.up !== true || peer.name === undefined) continue;
    // Out of reach from here; the kernel has to say what it thinks of it.
    if (peer.netns !== undefined) continue;
    const { up: _up, ...rest } = peer;
    spec[kind] = { ...spec[kind], peer: rest };
    steps.push({ name: peer.name, settings: { up: true } });
  }
  return steps;
}
