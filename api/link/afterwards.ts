/**
 * What there is to be done once a link has been made.
 *
 * @module
 */

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

/**
 * Finds what a request that makes a link cannot do: the kernel takes alternative
 * names, and settings of a port, only for links that are there.
 *
 * @param spec The link.
 * @returns What to do afterwards.
 * @throws {TypeError} If it cannot be done afterwards either.
 */
export function afterwards(spec: LinkSpec): Step[] {
  const { name, alternativeNames = [], netns } = spec;
  const settings = portSettings(spec);
  const hasSettings = Object.keys(settings).length > 0;
  if (!hasSettings && alternativeNames.length === 0) return [];
  if (name === undefined || netns !== undefined) {
    const need = name === undefined
      ? "a name"
      : "a link in this network namespace";
    throw new TypeError(
      `Cannot create link: settings of a port and alternative names need ${need}`,
    );
  }
  return [
    ...(hasSettings ? [{ name, settings }] : []),
    ...(alternativeNames.length > 0 ? [{ name, names: alternativeNames }] : []),
  ];
}

function portSettings(spec: LinkSpec): LinkSettings {
  const { bridgePort = {}, bondPort = {} } = spec;
  const { state: _state, ...stateless } = bridgePort;
  // A link that was read tells a state that only the bridge can give.
  const bridge = "message" in spec ? stateless : bridgePort;
  return {
    ...(Object.keys(bridge).length > 0 && { bridgePort: bridge }),
    ...(Object.keys(bondPort).length > 0 && { bondPort }),
  };
}
