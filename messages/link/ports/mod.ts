/**
 * The kinds of masters whose ports have attributes: what
 * `IFLA_INFO_SLAVE_DATA` holds for each value of `IFLA_INFO_SLAVE_KIND`.
 *
 * @module
 */

import type { Codec } from "../../codec/mod.ts";
import { type BondPort, bondPort } from "./bond.ts";
import { type BridgePort, bridgePort } from "./bridge.ts";
import { type VrfPort, vrfPort } from "./vrf.ts";

export * from "./bond.ts";
export * from "./bridge.ts";
export * from "./vrf.ts";

/**
 * `IFLA_INFO_SLAVE_DATA`, under a name made from the kind of the master. Ports
 * of other masters, such as teams, have a kind only.
 */
export interface LinkPorts {
  /** A port of a bond. */
  bondPort?: BondPort;
  /** A port of a bridge. */
  bridgePort?: BridgePort;
  /** A port of a VRF. */
  vrfPort?: VrfPort;
}

/** Codec of each property of {@linkcode LinkPorts}. */
export const linkPorts: {
  readonly [K in keyof LinkPorts]-?: Codec<Exclude<LinkPorts[K], undefined>>;
} = {
  bondPort,
  bridgePort,
  vrfPort,
};

/** `IFLA_INFO_SLAVE_KIND` that goes with each property of {@linkcode LinkPorts}. */
export const linkPortKinds: { readonly [K in keyof LinkPorts]-?: string } = {
  bondPort: "bond",
  bridgePort: "bridge",
  vrfPort: "vrf",
};
