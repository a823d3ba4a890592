/**
 * What a forwarding entry looks like, in people's terms and the kernel's.
 *
 * @module
 */

import { AF_BRIDGE } from "../../messages/families.ts";
import * as c from "../../messages/neighbor/constants.ts";
import {
  type NeighborMessage,
  neighborMessage,
} from "../../messages/neighbor/neighbor.ts";
import { ip, mac } from "../mapping/address_conversions.ts";
import {
  checkBoolean,
  integer,
  uint16,
  uint32,
} from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { choice } from "../mapping/enumerations.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { checkRequired } from "../mapping/properties.ts";
import {
  type Conversion,
  type Field,
  type Mapping,
  mapping,
  originalMessage,
} from "../mapping/mapping.ts";
import { type Reading, reading } from "../reading/reading.ts";
import { blank } from "../../messages/codec/mod.ts";

/**
 * How long a forwarding entry lasts: `permanent` ones are addresses of this
 * machine, `static` ones stay, `dynamic` ones age, `stale` ones have aged.
 */
export type ForwardingState = keyof typeof c.FORWARDING_STATES;

/** What identifies one forwarding entry. */
export interface ForwardingKey {
  /** The port of a bridge, the bridge itself, or a VXLAN device. */
  device: Device;
  /** The hardware address that is forwarded to (`NDA_LLADDR`). */
  linkAddress: string;
  /** VLAN of the entry (`NDA_VLAN`). */
  vlan?: number;
  /**
   * Whether the device itself has the entry; by default if nothing else is
   * given (`NTF_SELF`).
   */
  self?: boolean;
  /**
   * Whether the bridge that the device is a port of has the entry
   * (`NTF_MASTER`).
   */
  master?: boolean;
  /** Address of the remote VXLAN endpoint (`NDA_DST`). */
  destination?: string;
  /** UDP port of the remote VXLAN endpoint (`NDA_PORT`). */
  port?: number;
  /** Network of the remote VXLAN endpoint (`NDA_VNI`). */
  vni?: number;
  /** Network of the entry in a VXLAN device of several (`NDA_SRC_VNI`). */
  sourceVni?: number;
  /** Device to the remote VXLAN endpoint (`NDA_IFINDEX`). */
  outputDevice?: Device;
  /** Number of a next hop object of remote VXLAN endpoints (`NDA_NH_ID`). */
  nexthopId?: number;
}

/** A forwarding entry to be added. */
export interface ForwardingSpec extends ForwardingKey {
  /** How long it lasts; `permanent` by default. */
  state?: ForwardingState;
  /** Whether the address cannot move to another port (`NTF_STICKY`). */
  sticky?: boolean;
  /** Whether others than the kernel learnt the address (`NTF_EXT_LEARNED`). */
  externLearn?: boolean;
  /** Whether the entry counts as used now (`NTF_USE`). */
  use?: boolean;
  /** Whether the endpoint is a router (`NTF_ROUTER`). */
  router?: boolean;
}

/** A forwarding entry. */
export interface Forwarding extends ForwardingSpec {
  /** Index of the device. */
  device: number;
  /** How long it lasts. */
  state: ForwardingState;
  /** Index of the bridge that has the entry (`NDA_MASTER`). */
  readonly bridge?: number;
  /** Whether hardware forwards as well (`NTF_OFFLOADED`). */
  readonly offloaded?: boolean;
  /** Seconds since the address was last seen. */
  readonly used?: number;
  /** Seconds since the entry was changed. */
  readonly updated?: number;
  /** The message that this was read from; copies do not have it. */
  readonly message: NeighborMessage;
}

/** How {@linkcode ForwardingState} is stored. */
export const forwardingState: Conversion<ForwardingState, number> = {
  fromKernel: (state) => {
    if (state & c.NUD_PERMANENT) return "permanent";
    if (state & c.NUD_NOARP) return "static";
    return state & c.NUD_STALE ? "stale" : "dynamic";
  },
  ...choice(c.FORWARDING_STATES),
};

type Attributes = NeighborMessage["attributes"];

/** A property that is an attribute of its own. */
function attribute<W, K extends keyof Attributes & string>(
  name: K,
  { fromKernel, toKernel }: Conversion<W, Exclude<Attributes[K], undefined>>,
): Field<W, NeighborMessage> {
  return {
    from: [`attributes.${name}`],
    read: ({ attributes }) => {
      const value = attributes[name];
      return value === undefined
        ? undefined
        : fromKernel(value as Exclude<Attributes[K], undefined>);
    },
    write: ({ attributes }, given, fieldPath) => {
      const value = toKernel(given, fieldPath);
      if (value !== undefined) attributes[name] = value as Attributes[K];
    },
  };
}

function flag(bit: number): Field<boolean, NeighborMessage> {
  return {
    from: ["flags"],
    read: ({ flags }) => (flags & bit) !== 0 ? true : undefined,
    write: (message, value, fieldPath) => {
      if (checkBoolean(value, fieldPath)) message.flags |= bit;
    },
  };
}

function age(name: "used" | "updated"): Field<number, NeighborMessage> {
  return {
    from: ["attributes.cacheInfo"],
    read: ({ attributes: { cacheInfo } }) =>
      cacheInfo === undefined ? undefined : cacheInfo[name] / 100,
    write: () => {},
  };
}

const fields: Mapping<Forwarding, NeighborMessage> = mapping(
  {
    device: ["index", device as Conversion<number, number>],
    linkAddress: {
      from: ["attributes.linkAddress"],
      read: ({ attributes: { linkAddress } }) => linkAddress,
      absent: "",
      write: ({ attributes }, value, fieldPath) => {
        attributes.linkAddress = mac.toKernel(value, fieldPath)!;
      },
    },
    state: forwardingState,
    vlan: attribute("vlan", integer(0, 4094)),
    self: flag(c.NTF_SELF),
    master: flag(c.NTF_MASTER),
    destination: attribute("destination", ip),
    port: attribute("port", uint16),
    vni: attribute("vni", integer(0, 0xffffff)),
    sourceVni: attribute("sourceVni", integer(0, 0xffffff)),
    outputDevice: attribute("outputDevice", device),
    nexthopId: attribute("nexthopId", uint32),
    sticky: flag(c.NTF_STICKY),
    externLearn: flag(c.NTF_EXT_LEARNED),
    use: flag(c.NTF_USE),
    router: flag(c.NTF_ROUTER),
    bridge: {
      from: ["attributes.master"],
      read: ({ attributes: { master } }) => master,
      write: () => {},
    },
    offloaded: {
      from: ["flags"],
      read: ({ flags }) => (flags & c.NTF_OFFLOADED) !== 0 ? true : undefined,
      write: () => {},
    },
    used: age("used"),
    updated: age("updated"),
    message: originalMessage,
  },
  blankForwarding,
);

/**
 * A message without content.
 *
 * @returns The message.
 */
export function blankForwarding(): NeighborMessage {
  return blank(neighborMessage, { family: AF_BRIDGE });
}

/**
 * Converts a forwarding entry to people's terms.
 *
 * @param message The entry's message.
 * @returns The entry.
 */
export function toForwarding(message: NeighborMessage): Forwarding {
  return forwardings.read(message);
}

/** How forwarding entries are read. */
export const forwardings: Reading<NeighborMessage, Forwarding> = reading(
  neighborMessage,
  fields,
);

/**
 * Puts a forwarding entry to be added into a message.
 *
 * @param spec The entry.
 * @param fieldPath Where it stands, for error messages and names of devices.
 * @returns The message.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromForwarding(
  spec: ForwardingSpec,
  fieldPath: FieldPath = FieldPath.root,
): NeighborMessage {
  const message = fields.toKernel(spec as Forwarding, fieldPath);
  checkRequired(spec, ["device", "linkAddress"], fieldPath);
  // What a bridge lists names which bridge has it, and not that a bridge does;
  // what is for the bridge itself names it twice.
  const { bridge } = spec as Forwarding;
  if (bridge !== undefined && !spec.self) {
    message.flags |= bridge === message.index ? c.NTF_SELF : c.NTF_MASTER;
  }
  if ((message.flags & (c.NTF_SELF | c.NTF_MASTER)) === 0) {
    message.flags |= c.NTF_SELF;
  }
  if (spec.state === undefined) message.state = c.FORWARDING_STATES.permanent;
  return message;
}

/**
 * Puts what names a forwarding entry into a message.
 *
 * @param key What identifies it.
 * @param fieldPath Where it stands, for error messages and names of devices.
 * @returns The message.
 * @throws {TypeError} If a value is not of the right sort.
 */
export function nameForwarding(
  key: ForwardingKey,
  fieldPath: FieldPath = FieldPath.root,
): NeighborMessage {
  const message = fromForwarding(key, fieldPath);
  message.flags &= c.NTF_SELF | c.NTF_MASTER;
  return message;
}
