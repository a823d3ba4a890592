/**
 * Shapers of the family `net-shaper` in people's terms.
 *
 * @module
 */

import type { GenericMessage } from "../../messages/generic/header.ts";
import {
  NET_SHAPER_CMD_CAP_GET,
  NET_SHAPER_CMD_DELETE,
  NET_SHAPER_CMD_GET,
  NET_SHAPER_CMD_GROUP,
  NET_SHAPER_CMD_SET,
  NET_SHAPER_FAMILY_NAME,
  NET_SHAPER_FAMILY_VERSION,
  NET_SHAPER_METRICS,
  NET_SHAPER_SCOPES,
  type NetShaperAttributes,
  netShaperAttributes,
  type NetShaperCaps,
  type NetShaperHandle,
  type NetShaperLeaf,
  netShaperLeaf,
} from "../../messages/generic/net_shaper.ts";
import { conditions } from "../mapping/conditions.ts";
import { listOf, uint32, wideNumber } from "../mapping/conversions.ts";
import { type Device, device, deviceIndex } from "../mapping/device.ts";
import { enumeration } from "../mapping/enumerations.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { type Filter, filter } from "../mapping/filter.ts";
import {
  type Conversion,
  type Mapping,
  mapping,
  within,
} from "../mapping/mapping.ts";
import { withMessage } from "../mapping/origin.ts";
import { checkRequired } from "../mapping/properties.ts";
import { type FamilyObject, familyObject } from "./family_object.ts";

/** What a shaper is for (`NET_SHAPER_SCOPE_*`). */
export type ShaperScope = keyof typeof NET_SHAPER_SCOPES | number;

/** Which of the shapers of a device. */
export interface ShaperHandle {
  /** What it is for (`NET_SHAPER_A_HANDLE_SCOPE`). */
  scope: ShaperScope;
  /** Number of the queue or node (`NET_SHAPER_A_HANDLE_ID`). */
  id?: number;
}

/** What identifies a shaper. */
export interface ShaperKey extends ShaperHandle {
  /** The device that shapes (`NET_SHAPER_A_IFINDEX`). */
  device: Device;
}

/** How a shaper shapes. */
export interface ShaperSettings {
  /**
   * What rates count: bits or packets per second (`NET_SHAPER_A_METRIC`).
   */
  metric?: keyof typeof NET_SHAPER_METRICS | number;
  /** Rate that is guaranteed (`NET_SHAPER_A_BW_MIN`). */
  minRate?: number;
  /** Rate that is not exceeded; 0 for any (`NET_SHAPER_A_BW_MAX`). */
  maxRate?: number;
  /** What may be sent at once (`NET_SHAPER_A_BURST`). */
  burst?: number;
  /**
   * Priority among its siblings, the least of which goes first
   * (`NET_SHAPER_A_PRIORITY`).
   */
  priority?: number;
  /** Weight among siblings of the same priority (`NET_SHAPER_A_WEIGHT`). */
  weight?: number;
}

/** A shaper. */
export interface Shaper extends ShaperKey, ShaperSettings {
  /** Index of the device. */
  device: number;
  /** The shaper that it is part of (`NET_SHAPER_A_PARENT`). */
  parent?: ShaperHandle;
  /** The message that this was read from. */
  readonly message: GenericMessage<NetShaperAttributes>;
}

/** A queue that is put below a node. */
export interface ShaperLeaf {
  /** Number of the queue (`NET_SHAPER_A_HANDLE_ID`). */
  id: number;
  /** Priority among its siblings (`NET_SHAPER_A_PRIORITY`). */
  priority?: number;
  /** Weight among siblings of the same priority (`NET_SHAPER_A_WEIGHT`). */
  weight?: number;
}

/** A node, and queues to be put below it. */
export interface ShaperGroup extends ShaperKey, ShaperSettings {
  /** The queues (`NET_SHAPER_A_LEAVES`). */
  leaves: ShaperLeaf[];
  /**
   * What the node is part of: that which its queues were part of, if they all
   * agree (`NET_SHAPER_A_PARENT`).
   */
  parent?: ShaperHandle;
}

/** What a device supports of one scope. */
export interface ShaperCapabilities {
  /** Index of the device (`NET_SHAPER_A_CAPS_IFINDEX`). */
  device: number;
  /** The scope (`NET_SHAPER_A_CAPS_SCOPE`). */
  scope: ShaperScope;
  /** What rates can count (`NET_SHAPER_A_CAPS_SUPPORT_METRIC_BPS`). */
  metrics: (keyof typeof NET_SHAPER_METRICS)[];
  /** Settings that it has (`NET_SHAPER_A_CAPS_SUPPORT_BW_MIN` and others). */
  settings: Exclude<keyof ShaperSettings, "metric">[];
  /**
   * Whether shapers of the scope can be below nodes
   * (`NET_SHAPER_A_CAPS_SUPPORT_NESTING`).
   */
  nesting: boolean;
  /** The message that this was read from. */
  readonly message: GenericMessage<NetShaperCaps>;
}

/** What belongs to one device. */
export interface OfOneDevice {
  /** The device. */
  device: Device;
}

/** What shapers are for. */
const scopeName: Conversion<ShaperScope, number> = enumeration(
  NET_SHAPER_SCOPES,
  32,
);

const handle = mapping<ShaperHandle, NetShaperHandle>(() => ({
  scope: scopeName,
  id: uint32,
}));

const handleFields = within<NetShaperAttributes, "handle", ShaperHandle>(
  "handle",
  { scope: scopeName, id: uint32 },
);

const settingFields = {
  metric: enumeration(NET_SHAPER_METRICS, 32),
  minRate: ["bwMin", wideNumber],
  maxRate: ["bwMax", wideNumber],
  burst: wideNumber,
  priority: uint32,
  weight: uint32,
} as const;

/** How a shaper shapes. */
export const shaperSettings: Mapping<ShaperSettings, NetShaperAttributes> =
  mapping(
    () => settingFields,
    netShaperAttributes,
  );

const leaf = mapping<ShaperLeaf, NetShaperLeaf>(() => ({
  ...within<NetShaperLeaf, "handle", Pick<ShaperLeaf, "id">>("handle", {
    id: uint32,
  }),
  priority: uint32,
  weight: uint32,
}), netShaperLeaf);

/** Queues are the only shapers that can be leaves. */
const queueLeaf: Conversion<ShaperLeaf, NetShaperLeaf> = {
  fromKernel: (data) => leaf.fromKernel(data),
  toKernel: (value, fieldPath) => {
    const data = leaf.toKernel(value, fieldPath);
    checkRequired(value, ["id"], fieldPath);
    return {
      ...data,
      handle: { scope: NET_SHAPER_SCOPES.queue, ...data.handle },
    };
  },
};

const parent: Conversion<ShaperHandle, NetShaperHandle> = {
  fromKernel: (data) => handle.fromKernel(data),
  toKernel: (value, fieldPath) => {
    const data = handle.toKernel(value, fieldPath);
    checkRequired(value, ["scope"], fieldPath);
    return data;
  },
};

const group = mapping<ShaperGroup, NetShaperAttributes>(() => ({
  device: ["ifindex", device],
  ...handleFields,
  ...settingFields,
  leaves: listOf(queueLeaf),
  parent: parent,
}), netShaperAttributes);

/** A shaper. */
export const shaper: FamilyObject<Shaper, NetShaperAttributes, OfOneDevice> =
  familyObject({
    family: NET_SHAPER_FAMILY_NAME,
    version: NET_SHAPER_FAMILY_VERSION,
    noun: "shaper",
    actions: {
      [NET_SHAPER_CMD_SET]: "set shaper",
      [NET_SHAPER_CMD_DELETE]: "delete shaper",
      [NET_SHAPER_CMD_GROUP]: "group shapers",
    },
    subject: ({ ifindex, handle: { scope, id } = {} }, nameOf) => {
      if (ifindex === undefined) return undefined;
      const which = [scope && scopeName.fromKernel(scope), id];
      const parts = which.filter((part) => part !== undefined);
      return [...parts, "of", nameOf(ifindex) ?? ifindex].join(" ");
    },
    codec: netShaperAttributes,
    get: NET_SHAPER_CMD_GET,
    fields: () => ({
      device: ["ifindex", deviceIndex],
      ...handleFields,
      ...settingFields,
      parent: parent,
    }),
    filter: () => ({
      device: conditions<GenericMessage<NetShaperAttributes>>().equal(
        "attributes.ifindex",
        device,
        { sent: true },
      ),
    }),
  });

/** What a device supports. */
export const capabilityFilter: Filter<
  OfOneDevice,
  GenericMessage<NetShaperCaps>
> = filter(
  {
    device: conditions<GenericMessage<NetShaperCaps>>().equal(
      "attributes.ifindex",
      device,
      { sent: true },
    ),
  },
  () => ({
    cmd: NET_SHAPER_CMD_CAP_GET,
    version: NET_SHAPER_FAMILY_VERSION,
    reserved: 0,
    attributes: {},
  }),
);

/** Settings, and the attributes that mean that a device has them. */
const SUPPORTED = [
  ["minRate", "supportBwMin"],
  ["maxRate", "supportBwMax"],
  ["burst", "supportBurst"],
  ["priority", "supportPriority"],
  ["weight", "supportWeight"],
] as const;

/**
 * Reads what a device supports.
 *
 * @param message The message.
 * @returns What it supports.
 */
export function toShaperCapabilities(
  message: GenericMessage<NetShaperCaps>,
): ShaperCapabilities {
  const { attributes } = message;
  const { ifindex = 0, scope = 0 } = attributes;
  return withMessage<ShaperCapabilities>({
    device: ifindex,
    scope: scopeName.fromKernel(scope)!,
    metrics: [
      ...attributes.supportMetricBps ? ["bps" as const] : [],
      ...attributes.supportMetricPps ? ["pps" as const] : [],
    ],
    settings: SUPPORTED.filter(([, name]) => attributes[name])
      .map(([setting]) => setting),
    nesting: attributes.supportNesting === true,
  }, message);
}

/**
 * Writes what names a shaper.
 *
 * @param value The shaper.
 * @param fieldPath Where it stands.
 * @returns Its attributes.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a number is too small or too large.
 */
export function fromShaperKey(
  value: ShaperKey,
  fieldPath: FieldPath,
): NetShaperAttributes {
  // What was read can be handed back: only what names it is sent.
  const { ifindex, handle } = shaper.mapping.toKernel(
    value as Shaper,
    fieldPath,
  );
  checkRequired(value, ["device", "scope"], fieldPath);
  return { ifindex: ifindex!, handle: handle! };
}

/**
 * Writes a node with its queues.
 *
 * @param value The node.
 * @param fieldPath Where it stands.
 * @returns Its attributes.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a number is too small or too large.
 */
export function fromGroup(
  value: ShaperGroup,
  fieldPath: FieldPath,
): NetShaperAttributes {
  const attributes = group.toKernel(value, fieldPath);
  checkRequired(value, ["device", "scope", "leaves"], fieldPath);
  return attributes;
}
