/**
 * What a neighbor looks like, in people's terms and the kernel's.
 *
 * @module
 */

import { NEIGHBOR_STATES } from "../../messages/neighbor/constants.ts";
import { AF_INET, AF_INET6, IP_FAMILIES } from "../../messages/families.ts";
import * as c from "../../messages/neighbor/constants.ts";
import {
  type NeighborMessage,
  neighborMessage,
} from "../../messages/neighbor/neighbor.ts";
import { hardware, ip } from "../mapping/address_conversions.ts";
import { checkBoolean, number } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { memberOf, quotient, same } from "../mapping/forms.ts";
import { enumeration, flagNames } from "../mapping/enumerations.ts";
import { checkNames } from "../mapping/filter.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { checkRequired } from "../mapping/properties.ts";
import { type Reading, reading } from "../reading/reading.ts";
import { type RouteProtocol, routeProtocol } from "../mapping/routing_names.ts";
import {
  type Conversion,
  type Field,
  type Mapping,
  mapping,
  originalMessage,
  readFrom,
  readOnly,
  within,
} from "../mapping/mapping.ts";

/** What is known of a neighbor's reachability (`NUD_*`). */
export type NeighborState =
  | keyof typeof NEIGHBOR_STATES
  | number;

/** A property of a neighbor (`NTF_*`, `NTF_EXT_*`). */
export type NeighborFlag = keyof typeof c.NEIGHBOR_FLAGS | number;

/** What identifies one neighbor. */
export interface NeighborKey {
  /**
   * The device that the neighbor is behind; none for proxies of all devices.
   */
  device?: Device;
  /** The neighbor's address (`NDA_DST`). */
  address: string;
  /**
   * Whether to answer for the address instead of having a neighbor
   * (`NTF_PROXY`).
   */
  proxy?: boolean;
}

/** A neighbor to be added. */
export interface NeighborSpec extends NeighborKey {
  /** Its hardware address (`NDA_LLADDR`). */
  linkAddress?: string;
  /** What is known of its reachability; `permanent` by default. */
  state?: NeighborState;
  /** Properties (`NTF_*`, and `NTF_EXT_*` in `NDA_FLAGS_EXT`). */
  flags?: readonly NeighborFlag[];
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
  /** The message that this was read from; copies do not have it. */
  readonly message: NeighborMessage;
}

/** How {@linkcode NeighborState} is stored. */
export const neighborState: Conversion<NeighborState, number> = enumeration(
  NEIGHBOR_STATES,
  16,
);

/** How {@linkcode Neighbor.family} is stored. */
export const neighborFamily: Conversion<
  "inet" | "inet6" | number,
  number
> = enumeration(IP_FAMILIES, 8);

const flags = flagNames(c.NEIGHBOR_FLAGS);
/** What the kernel alone sets. */
const READ_ONLY = c.NTF_OFFLOADED;

/** An age in seconds, which the kernel counts in ticks. */
function age(
  name: "confirmed" | "used" | "updated",
): Field<number, NeighborMessage["attributes"]> {
  return readOnly("cacheInfo", { fromKernel: memberOf(name, quotient(100)) });
}

type InAttributes = Pick<
  Neighbor,
  | "linkAddress"
  | "protocol"
  | "vlan"
  | "vni"
  | "confirmed"
  | "used"
  | "updated"
  | "references"
  | "probes"
  | "master"
>;

const fields: Mapping<Neighbor, NeighborMessage> = mapping({
  device: readFrom("index", same<number>, (message, value, fieldPath) => {
    message.index = (value as unknown) === 0
      ? 0
      : device.toKernel(value, fieldPath)!;
  }),
  family: readOnly("family", neighborFamily),
  address: {
    from: ["attributes.destination"],
    read: ({ attributes: { destination } }) => destination,
    absent: "",
    write: (message, value, fieldPath) => {
      const address = ip.toKernel(value, fieldPath)!;
      message.attributes.destination = address;
      message.family = address.includes(":") ? AF_INET6 : AF_INET;
    },
  },
  proxy: readFrom(
    "flags",
    (flags) => (flags & c.NTF_PROXY) !== 0 ? true : undefined,
    (message, value, fieldPath) => {
      if (checkBoolean(value, fieldPath)) message.flags |= c.NTF_PROXY;
    },
  ),
  state: neighborState,
  flags: {
    from: ["flags", "attributes.flagsExtended"],
    read: ({ flags: low, attributes: { flagsExtended = 0 } }) =>
      flags.fromKernel((low & ~c.NTF_PROXY) | flagsExtended << 8),
    write: (message, value, fieldPath) => {
      const bits = flags.toKernel(value, fieldPath)! & ~READ_ONLY;
      message.flags |= bits & 0xff;
      if (bits >>> 8 !== 0) message.attributes.flagsExtended = bits >>> 8;
    },
  },
  ...within<NeighborMessage, "attributes", InAttributes>("attributes", {
    linkAddress: hardware,
    protocol: routeProtocol,
    vlan: number,
    vni: number,
    confirmed: age("confirmed"),
    used: age("used"),
    updated: age("updated"),
    references: readOnly("cacheInfo", {
      fromKernel: memberOf("references", same),
    }),
    probes: readOnly("probes", { fromKernel: same<number> }),
    master: readOnly("master", { fromKernel: same<number> }),
  }),
  message: originalMessage,
}, neighborMessage);

/** How neighbors are read. */
export const neighbors: Reading<NeighborMessage, Neighbor> = reading(
  neighborMessage,
  fields,
);

/**
 * Converts a neighbor to people's terms.
 *
 * @param message The neighbor's message.
 * @returns The neighbor.
 */
export function toNeighbor(message: NeighborMessage): Neighbor {
  return neighbors.read(message);
}

/**
 * Puts a neighbor to be added into a message.
 *
 * @param spec The neighbor.
 * @param fieldPath Where it stands, for error messages and names of devices.
 * @returns The message.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromNeighbor(
  spec: NeighborSpec,
  fieldPath: FieldPath = FieldPath.root,
): NeighborMessage {
  const message = fields.toKernel(spec as Neighbor, fieldPath);
  checkRequired(spec, ["address"], fieldPath);
  if (spec.state === undefined) message.state = c.NUD_PERMANENT;
  return message;
}

/**
 * Puts what names a neighbor into a message.
 *
 * @param key What identifies it.
 * @param fieldPath Where it stands, for error messages and names of devices.
 * @returns The message.
 * @throws {TypeError} If a value is not of the right sort.
 */
export function nameNeighbor(
  key: NeighborKey,
  fieldPath: FieldPath = FieldPath.root,
): NeighborMessage {
  checkNames(key, fields.names, fieldPath);
  checkRequired(key, ["address"], fieldPath);
  const { device, address, proxy } = key;
  return fields.toKernel({
    address,
    ...(device !== undefined && { device }),
    ...(proxy !== undefined && { proxy }),
  } as Neighbor, fieldPath);
}
