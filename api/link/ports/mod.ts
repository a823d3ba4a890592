/**
 * What links have because of the kind of their master, such as a bridge.
 *
 * To add one, write its file next to this one and name it below: one property
 * of {@linkcode LinkPortOptions} and one of {@linkcode linkPortMappings}.
 *
 * @module
 */

import type { LinkPorts } from "../../../messages/link/ports/mod.ts";
import type { Mapping } from "../../mapping/mapping.ts";
import { bondPortMapping, type BondPortOptions } from "./bond.ts";
import { bridgePortMapping, type BridgePortOptions } from "./bridge.ts";
import { vrfPortMapping, type VrfPortOptions } from "./vrf.ts";

export * from "./bond.ts";
export * from "./bridge.ts";
export * from "./vrf.ts";

/** Settings of a link as a port of its master, by the master's kind. */
export interface LinkPortOptions {
  /** Settings of a port of a bond. */
  bondPort?: BondPortOptions;
  /** Settings of a port of a bridge. */
  bridgePort?: BridgePortOptions;
  /** What a link in a routing domain reports. */
  vrfPort?: VrfPortOptions;
}

/** How each of {@linkcode LinkPortOptions} is stored. */
export const linkPortMappings: {
  readonly [K in keyof LinkPorts]-?: Mapping<
    Exclude<LinkPortOptions[K], undefined>,
    Exclude<LinkPorts[K], undefined>
  >;
} = {
  bondPort: bondPortMapping,
  bridgePort: bridgePortMapping,
  vrfPort: vrfPortMapping,
};
