/**
 * What a neighbor looks like, in words and in the kernel's terms.
 *
 * @module
 */

import { AF_INET, AF_INET6 } from "../../messages/families.ts";
import * as c from "../../messages/neighbor/constants.ts";
import type { NeighborMessage } from "../../messages/neighbor/neighbor.ts";
import { hardware, ip } from "../addresses.ts";
import { checkBoolean, uint16, uint32 } from "../conversions.ts";
import { type Device, device } from "../device.ts";
import { enumeration, flagNames } from "../names.ts";
import { checkNames } from "../filter.ts";
import { Place } from "../place.ts";
import { checkRequired } from "../properties.ts";
import { type RouteProtocol, routeProtocol } from "../routing.ts";
import {
  type Conversion,
  type Field,
  type Mapping,
  mapping,
} from "../words.ts";

/** What is known of a neighbor's reachability (`NUD_*`). */
export type NeighborState =
  | "none"
  | "incomplete"
  | "reachable"
  | "stale"
  | "delay"
  | "probe"
  | "failed"
  | "noarp"
  | "permanent"
  | number;

/** A property of a neighbor (`NTF_*`, `NTF_EXT_*`). */
export type NeighborFlag =
  | "use"
  | "router"
  | "extern_learn"
  | "offload"
  | "managed"
  | "extern_valid"
  | number;

/** What names one neighbor. */
export interface NeighborKey {
  /** The device that the neighbor is behind; none for proxies of all devices. */
  device?: Device;
  /** The neighbor's address (`NDA_DST`). */
  address: string;
  /** Whether to answer for the address instead of having a neighbor (`NTF_PROXY`). */
  proxy?: boolean;
}

/** A neighbor to be added. */
export interface NeighborSpec extends NeighborKey {
  /** Its hardware address (`NDA_LLADDR`). */
  linkAddress?: string;
  /** What is known of its reachability; `permanent` by default. */
  state?: NeighborState;
  /** Properties (`NTF_*`, and `NTF_EXT_*` in `NDA_FLAGS_EXT`). */
  flags?: NeighborFlag[];
  /** Who added it (`NDA_PROTOCOL`). */
  protocol?: RouteProtocol;
  /** VLAN of the neighbor (`NDA_VLAN`). */
  vlan?: number;
  /** Number of the network of the neighbor (`NDA_VNI`). */
  vni?: number;
}

/** A neighbor. */
export interface Neighbor extends NeighborSpec {
  /** Index of the device. */
  device: number;
  /** Address family. */
  readonly family: "inet" | "inet6" | number;
  /** What is known of its reachability. */
  state: NeighborState;
  /** Properties. */
  flags: NeighborFlag[];
  /** Seconds since it was confirmed to be reachable. */
  readonly confirmed?: number;
  /** Seconds since it was used. */
  readonly used?: number;
  /** Seconds since it was changed. */
  readonly updated?: number;
  /** How many refer to it. */
  readonly references?: number;
  /** How often it was probed (`NDA_PROBES`). */
  readonly probes?: number;
  /** Index of the master of the device (`NDA_MASTER`). */
  readonly master?: number;
  /** The message that this was read from. */
  readonly message: NeighborMessage;
}

/** How {@linkcode NeighborState} is stored. */
export const neighborState: Conversion<NeighborState, number> = enumeration({
  none: c.NUD_NONE,
  incomplete: c.NUD_INCOMPLETE,
  reachable: c.NUD_REACHABLE,
  stale: c.NUD_STALE,
  delay: c.NUD_DELAY,
  probe: c.NUD_PROBE,
  failed: c.NUD_FAILED,
  noarp: c.NUD_NOARP,
  permanent: c.NUD_PERMANENT,
}, 16);

/** How {@linkcode Neighbor.family} is stored. */
export const neighborFamily: Conversion<
  "inet" | "inet6" | number,
  number
> = enumeration({ inet: AF_INET, inet6: AF_INET6 }, 8);

// One number for both sets of flags: the extended ones lie above the first 8.
const flags = flagNames({
  use: c.NTF_USE,
  router: c.NTF_ROUTER,
  extern_learn: c.NTF_EXT_LEARNED,
  offload: c.NTF_OFFLOADED,
  managed: c.NTF_EXT_MANAGED << 8,
  extern_valid: c.NTF_EXT_EXT_VALIDATED << 8,
});
/** What the kernel alone sets. */
const TOLD = c.NTF_OFFLOADED;

type Words = Omit<Neighbor, "message">;

function attribute<W, K extends "probes" | "master">(
  name: K,
): Field<W, NeighborMessage> {
  return {
    read: ({ attributes }) => attributes[name] as W | undefined,
    write: () => {},
  };
}

/** An age in seconds, which the kernel counts in ticks. */
function age(
  name: "confirmed" | "used" | "updated",
): Field<number, NeighborMessage> {
  return {
    read: ({ attributes: { cacheInfo } }) =>
      cacheInfo === undefined ? undefined : cacheInfo[name] / 100,
    write: () => {},
  };
}

type Settable = "linkAddress" | "protocol" | "vlan" | "vni";

function settable<W, K extends Settable>(
  name: K,
  conversion: Conversion<
    W,
    Exclude<NeighborMessage["attributes"][K], undefined>
  >,
): Field<W, NeighborMessage> {
  return {
    read: ({ attributes }) => {
      const value = attributes[name];
      return value === undefined ? undefined : conversion.toWords(
        value as Exclude<NeighborMessage["attributes"][K], undefined>,
      );
    },
    write: ({ attributes }, words, place) => {
      const value = conversion.toKernel(words, place);
      if (value !== undefined) attributes[name] = value;
    },
  };
}

const fields: Mapping<Words, NeighborMessage> = mapping<Words, NeighborMessage>(
  {
    device: {
      read: ({ index }) => index,
      write: (message, words, place) => {
        message.index = (words as unknown) === 0
          ? 0
          : device.toKernel(words, place)!;
      },
    },
    family: {
      read: ({ family }) => neighborFamily.toWords(family),
      write: () => {},
    },
    address: {
      read: ({ attributes: { destination = "" } }) => destination,
      write: (message, words, place) => {
        const address = ip.toKernel(words, place)!;
        message.attributes.destination = address;
        message.family = address.includes(":") ? AF_INET6 : AF_INET;
      },
    },
    proxy: {
      read: ({ flags }) => (flags & c.NTF_PROXY) !== 0 ? true : undefined,
      write: (message, words, place) => {
        if (checkBoolean(words, place)) message.flags |= c.NTF_PROXY;
      },
    },
    linkAddress: settable("linkAddress", hardware),
    state: {
      read: ({ state }) => neighborState.toWords(state),
      write: (message, words, place) => {
        message.state = neighborState.toKernel(words, place)!;
      },
    },
    flags: {
      read: ({ flags: low, attributes: { flagsExtended = 0 } }) =>
        flags.toWords((low & ~c.NTF_PROXY) | flagsExtended << 8),
      write: (message, words, place) => {
        const bits = flags.toKernel(words, place)! & ~TOLD;
        message.flags |= bits & 0xff;
        if (bits >>> 8 !== 0) message.attributes.flagsExtended = bits >>> 8;
      },
    },
    protocol: settable("protocol", routeProtocol),
    vlan: settable("vlan", uint16),
    vni: settable("vni", uint32),
    confirmed: age("confirmed"),
    used: age("used"),
    updated: age("updated"),
    references: {
      read: ({ attributes: { cacheInfo } }) => cacheInfo?.references,
      write: () => {},
    },
    probes: attribute("probes"),
    master: attribute("master"),
  },
  blankNeighbor,
);

const names: ReadonlySet<string> = new Set([...fields.names, "message"]);

/**
 * A message that says nothing.
 *
 * @returns The message.
 */
export function blankNeighbor(): NeighborMessage {
  return {
    family: 0,
    index: 0,
    state: 0,
    flags: 0,
    type: 0,
    attributes: {},
  };
}

/**
 * Puts a neighbor into words.
 *
 * @param message The neighbor's message.
 * @returns The neighbor.
 */
export function toNeighbor(message: NeighborMessage): Neighbor {
  return { ...fields.toWords(message), message };
}

/**
 * Puts a neighbor to be added into a message.
 *
 * @param spec The neighbor.
 * @param place Where it stands, for error messages and names of devices.
 * @returns The message.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromNeighbor(
  spec: NeighborSpec,
  place: Place = Place.root,
): NeighborMessage {
  checkRequired(spec, ["address"], place);
  const { message: _, ...words } = spec as Neighbor;
  const message = fields.toKernel(words, place);
  if (spec.state === undefined) message.state = c.NUD_PERMANENT;
  return message;
}

/**
 * Puts what names a neighbor into a message.
 *
 * @param key What names it.
 * @param place Where it stands, for error messages and names of devices.
 * @returns The message.
 * @throws {TypeError} If a value is not of the right sort.
 */
export function nameNeighbor(
  key: NeighborKey,
  place: Place = Place.root,
): NeighborMessage {
  checkNames(key, names, place);
  checkRequired(key, ["address"], place);
  const { device, address, proxy } = key;
  return fields.toKernel({
    address,
    ...(device !== undefined && { device }),
    ...(proxy !== undefined && { proxy }),
  } as Words, place);
}
