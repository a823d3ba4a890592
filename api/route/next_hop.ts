/**
 * Next hops of routes that have several.
 *
 * @module
 */

import * as constants from "../../messages/constants.ts";
import { blank } from "../../messages/codec/mod.ts";
import {
  type RouteNextHop,
  routeNextHop,
  type RouteNextHopAttributes,
} from "../../messages/route/next_hop.ts";
import { checkBoolean, integer } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import {
  type Conversion,
  type Field,
  type Fields,
  type Mapping,
  mapping,
  readFrom,
  readOnly,
  unlessZero,
  within,
} from "../mapping/mapping.ts";
import { type RouteRealms, routeRealms } from "../mapping/routing_names.ts";
import { type Encapsulation, encapsulation } from "./encap/mod.ts";
import { mplsStack } from "./encap/labels.ts";
import { gateway } from "./gateway.ts";

/** What became of a route or a next hop (`RTNH_F_*`). */
export type RouteState =
  | "dead"
  | "pervasive"
  | "offload"
  | "linkdown"
  | "unresolved"
  | "trap";

/** What a route with one next hop, and each of several, has. */
export interface RouteNextHopSpec {
  /**
   * Address of the gateway, of either family; a hardware address for MPLS
   * (`RTA_GATEWAY`, `RTA_VIA`).
   */
  gateway?: string;
  /** Output device (`RTA_OIF`). */
  device?: Device;
  /**
   * Whether the gateway is on the link, even if no address covers it
   * (`RTNH_F_ONLINK`).
   */
  onlink?: boolean;
  /** Realms (`RTA_FLOW`). */
  realms?: RouteRealms;
  /**
   * MPLS labels that replace the packet's, the outermost first (`RTA_NEWDST`).
   */
  newDestination?: readonly number[];
  /** What is put around packets (`RTA_ENCAP`). */
  encap?: Encapsulation;
}

/** One of several next hops of a route. */
export interface WeightedRouteNextHopSpec extends RouteNextHopSpec {
  /** Weight, 1 to 256; 1 if it is missing (`rtnh_hops` and one). */
  weight?: number;
  /** What became of it; not to be set. */
  readonly state?: RouteState[];
}

/** Names of flags that the kernel sets. */
export const routeStates: Readonly<Record<RouteState, number>> = {
  dead: constants.RTNH_F_DEAD,
  pervasive: constants.RTNH_F_PERVASIVE,
  offload: constants.RTNH_F_OFFLOAD,
  linkdown: constants.RTNH_F_LINKDOWN,
  unresolved: constants.RTNH_F_UNRESOLVED,
  trap: constants.RTNH_F_TRAP,
};

const states = Object.keys(routeStates) as RouteState[];
const stateBits = Object.values(routeStates);
const ANY_STATE = stateBits.reduce((all, bit) => all | bit, 0);

/** What has flags. */
interface WithFlags {
  flags: number;
}

/**
 * Names of the flags that the kernel sets; they are ignored where they are
 * handed back.
 */
export const state: Field<RouteState[], WithFlags> = readOnly("flags", {
  fromKernel: (flags) => {
    if ((flags & ANY_STATE) === 0) return undefined;
    // All routes over a link without carrier have one: with filter() and map(),
    // this takes a tenth of the time to read such a route in Bun (measured).
    const found: RouteState[] = [];
    for (let i = 0; i < states.length; i++) {
      if ((flags & stateBits[i]!) !== 0) found.push(states[i]!);
    }
    return found;
  },
});

/** Whether the gateway is on the link. */
export const onlink: Field<boolean, WithFlags> = readFrom(
  "flags",
  (flags) => (flags & constants.RTNH_F_ONLINK) === 0 ? undefined : true,
  (data, value, fieldPath) => {
    if (checkBoolean(value, fieldPath)) data.flags |= constants.RTNH_F_ONLINK;
  },
);

/** Fields of a next hop that are attributes. */
export const hopFields: Fields<
  Pick<RouteNextHopSpec, "gateway" | "realms" | "newDestination" | "encap">,
  RouteNextHopAttributes
> = {
  gateway,
  realms: ["flow", routeRealms],
  newDestination: ["newLabels", mplsStack],
  encap: encapsulation,
};

/** The weight less one. */
const weight: Conversion<number, number> = {
  fromKernel: (hops) => hops + 1,
  toKernel: (value, fieldPath) =>
    integer(1, 256).toKernel(value, fieldPath)! - 1,
};

/** No device, which has index 0, is as good as none. */
const outputDevice: Field<Device, RouteNextHop> = unlessZero(
  "outputDevice",
  device,
);

/** How {@linkcode WeightedRouteNextHopSpec} is stored. */
export const weightedNextHop: Mapping<WeightedRouteNextHopSpec, RouteNextHop> =
  mapping({
    ...within<
      RouteNextHop,
      "attributes",
      Pick<RouteNextHopSpec, "gateway" | "realms" | "newDestination" | "encap">
    >("attributes", hopFields),
    device: outputDevice,
    onlink,
    weight: ["hops", weight],
    state,
  }, () => blank(routeNextHop));
