/**
 * What filters of traffic control look like, as values and in the kernel's terms.
 *
 * @module
 */

import {
  ETH_P_8021AD,
  ETH_P_8021Q,
  ETH_P_ALL,
  ETH_P_IP,
  ETH_P_IPV6,
} from "../../messages/link/constants_hardware.ts";
import type { TrafficAction } from "./action_spec.ts";
import { blank } from "../../messages/codec/mod.ts";
import { TCM_IFINDEX_MAGIC_BLOCK } from "../../messages/tc/constants.ts";
import { type FilterMessage, filterMessage } from "../../messages/tc/filter.ts";
import {
  TC_U32_TERMINAL,
  u32SelectorHeader,
} from "../../messages/tc/filters/u32.ts";
import type { FlowerData } from "../../messages/tc/filters/flower/flower.ts";
import type { FlowerOptions } from "./filters/flower/flower.ts";
import { FieldPath } from "../mapping/field_path.ts";
import {
  type Field,
  type Mapping,
  mapping,
  originalMessage,
} from "../mapping/mapping.ts";
import { type Reading, reading } from "../reading/reading.ts";
import { integer, uint32 } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { type EtherType, etherType } from "./ether_type.ts";
import { attribute, reported } from "./fields.ts";
import {
  dispositionFields,
  type FilterDisposition,
  writeDisposition,
} from "./filter_disposition.ts";
import { filterKindMappings, type FilterKindOptions } from "./filters/mod.ts";
import { u32Handle } from "./filters/u32_handle.ts";
import { type FilterParent, filterParent } from "./handle.ts";
import { checkKind, kindField, kindFields } from "./kind.ts";
import { estimator, type EstimatorOptions } from "./size_table.ts";
import { type TrafficStatistics, trafficStatistics } from "./statistics.ts";

/** Where filters are: at a device, or in a block that several devices share. */
export interface FilterPosition {
  /** The device (`tcm_ifindex`). */
  device?: Device;
  /** Number of a shared block, in place of a device (`tcm_block_index`). */
  block?: number;
  /**
   * Where at the device: `root` by default, `ingress` or `egress` with a
   * queueing discipline `clsact`, or a handle (`tcm_parent`).
   */
  parent?: FilterParent;
  /** Number of the chain; 0 by default (`TCA_CHAIN`). */
  chain?: number;
}

/**
 * Which filters: those of a preference and protocol, or one of them with its
 * handle and kind.
 */
export interface TrafficFilterKey extends FilterPosition {
  /** Kind, such as `flower` (`TCA_KIND`). */
  kind?: string;
  /** Filters of lower numbers come first; one is chosen for 0 (`tcm_info`). */
  preference?: number;
  /** EtherType of the packets; `all` by default (`tcm_info`). */
  protocol?: EtherType;
  /**
   * Number among filters of the preference, such as `800::1` of the kind `u32`,
   * or the mark of the kind `fw` (`tcm_handle`).
   */
  handle?: number | string;
}

/** A filter to be added or changed. */
export interface TrafficFilterSpec
  extends TrafficFilterKey, FilterKindOptions, FilterDisposition {
  /** How the rate is estimated; the kernel does not report it (`TCA_RATE`). */
  estimator?: EstimatorOptions;
}

/** A filter. */
export interface TrafficFilter extends TrafficFilterSpec {
  /** Index of the device; missing in shared blocks. */
  device?: number;
  /** Where at the device; missing in shared blocks. */
  parent?: string;
  /** Number of the chain. */
  chain: number;
  /** Kind. */
  kind: string;
  /** What is done with packets that match, with counters. */
  actions?: TrafficAction[];
  /** Filters of lower numbers come first. */
  preference: number;
  /** EtherType of the packets. */
  protocol: EtherType;
  /** Counters, if the kernel has some (`TCA_STATS2`). */
  readonly statistics?: TrafficStatistics;
  /** The message that this was read from; copies do not have it. */
  readonly message: FilterMessage;
}

type FilterProperties =
  & TrafficFilterSpec
  & Pick<TrafficFilter, "statistics" | "message">;

const BLOCK = TCM_IFINDEX_MAGIC_BLOCK | 0;

/** How {@linkcode FilterPosition} is stored. */
export const positionFields: {
  readonly [P in keyof FilterPosition]-?: Field<
    Exclude<FilterPosition[P], undefined>,
    FilterMessage
  >;
} = {
  device: {
    from: ["index"],
    read: ({ index }) => index === BLOCK ? undefined : index,
    write: (message, value, fieldPath) => {
      message.index = device.toKernel(value, fieldPath)!;
    },
  },
  block: {
    from: ["index", "parent"],
    read: ({ index, parent }) => index === BLOCK ? parent : undefined,
    write: (message, value, fieldPath) => {
      message.parent = integer(1, 0xffffffff).toKernel(value, fieldPath)!;
      message.index = BLOCK;
    },
  },
  parent: {
    from: ["index", "parent"],
    read: ({ index, parent }) =>
      index === BLOCK ? undefined : filterParent.fromKernel(parent),
    write: (message, value, fieldPath) => {
      message.parent = filterParent.toKernel(value, fieldPath)!;
    },
  },
  chain: { ...attribute("chain", uint32), absent: 0 },
};

/** EtherTypes of VLANs, `ETH_P_8021Q` and `ETH_P_8021AD`. */
const VLANS: ReadonlySet<number> = new Set([
  ETH_P_8021Q,
  ETH_P_8021AD,
]);

const swapped = (value: number) => (value & 0xff) << 8 | value >>> 8 & 0xff;

const preference: Field<number, FilterMessage> = {
  from: ["info"],
  read: ({ info }) => info >>> 16,
  write: (message, value, fieldPath) => {
    const number = integer(0, 0xffff).toKernel(value, fieldPath)!;
    message.info = (number << 16 | message.info & 0xffff) >>> 0;
  },
};

const protocol: Field<EtherType, FilterMessage> = {
  from: ["info"],
  read: ({ info }) => etherType.fromKernel(swapped(info)),
  write: (message, value, fieldPath) => {
    const number = swapped(etherType.toKernel(value, fieldPath)!);
    message.info = (message.info & 0xffff0000 | number) >>> 0;
  },
};

const handle: Field<number | string, FilterMessage> = {
  from: ["handle", "attributes.kind"],
  read: ({ handle, attributes: { kind } }) =>
    kind === "u32" ? u32Handle.fromKernel(handle) : handle,
  write: (message, value, fieldPath) => {
    message.handle = u32Handle.toKernel(value, fieldPath)!;
  },
};

const fields: Mapping<FilterProperties, FilterMessage> = mapping(() => ({
  ...positionFields,
  preference,
  protocol,
  handle,
  kind: kindField,
  ...kindFields<FilterKindOptions>(filterKindMappings, {}),
  ...dispositionFields,
  estimator: attribute("rate", estimator),
  statistics: reported("stats2", trafficStatistics),
  message: originalMessage,
}), () => blank(filterMessage));

/** Kinds that the kernel has. */
export const FILTER_KINDS: readonly string[] = Object.keys(filterKindMappings);

/** How filters are read. */
export const trafficFilters: Reading<FilterMessage, TrafficFilter> = reading(
  filterMessage,
  fields,
);

/**
 * Refuses what is at no device and in no block, or at both.
 *
 * @param position Where filters are.
 * @param fieldPath Where it stands, for error messages.
 * @throws {TypeError} If that is so.
 */
export function checkPosition(
  { device, block, parent }: FilterPosition,
  fieldPath: FieldPath,
): void {
  if (device === undefined && block === undefined) {
    throw fieldPath.at("device").wrong(
      undefined,
      "a device or a block is required",
    );
  }
  if (block === undefined) return;
  if (device !== undefined) {
    throw fieldPath.at("block").wrong(block, "there is a device, too");
  }
  if (parent !== undefined) {
    throw fieldPath.at("parent").wrong(parent, "blocks have no parent");
  }
}

/** Fills in what the kernel cannot do without. */
function complete(message: FilterMessage): void {
  const { attributes } = message;
  const protocol = swapped(message.info);
  if (protocol === 0) message.info |= swapped(ETH_P_ALL);
  const { kind, flower, u32 } = attributes;
  if (flower !== undefined && protocol !== 0 && protocol !== ETH_P_ALL) {
    // The kernel reports the EtherType in VLANs, and takes that of the outer one.
    if (VLANS.has(protocol)) flower.ethernetType = protocol;
    else flower.ethernetType ??= protocol;
  }
  if (kind !== "u32" || u32 === undefined) return;
  const isTable = u32.divisor !== undefined && u32.selector === undefined;
  if (!isTable) u32.selector ??= { ...blank(u32SelectorHeader), keys: [] };
}

/** Refuses addresses that no packet has, or that the kernel would not look at. */
function checkFamilies(
  data: FlowerData,
  { source, destination }: FlowerOptions,
  fieldPath: FieldPath,
): void {
  const protocol = data.innerVlanEthernetType ?? data.vlanEthernetType ??
    data.ethernetType;
  const other = protocol === ETH_P_IP
    ? [data.ipv6Source, data.ipv6Destination]
    : protocol === ETH_P_IPV6
    ? [data.ipv4Source, data.ipv4Destination]
    : [];
  if (other[0] !== undefined) {
    throw fieldPath.at("source").wrong(source, "it is not of the protocol");
  }
  const isMixed = data.ipv4Source !== undefined && data.ipv6Destination ||
    data.ipv6Source !== undefined && data.ipv4Destination;
  if (other[1] !== undefined || isMixed) {
    throw fieldPath.at("destination").wrong(
      destination,
      `it is not of the ${isMixed ? "family of the source" : "protocol"}`,
    );
  }
}

/** Whether a filter of the kind `u32` ends the search if nothing is given. */
function isTerminal({ attributes: { u32 = {} } }: FilterMessage): boolean {
  const { classId, actions, police, link } = u32;
  return link === undefined &&
    (classId !== undefined || actions !== undefined || police !== undefined);
}

/**
 * Puts a filter into a message.
 *
 * @param spec The filter.
 * @param fieldPath Where it stands, for error messages.
 * @returns Its message.
 * @throws {TypeError} If a value is not of the right sort, the kind or the
 * device is missing, or there is no such kind.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromTrafficFilter(
  spec: TrafficFilterSpec,
  fieldPath: FieldPath = FieldPath.root,
): FilterMessage {
  const message = fields.toKernel(spec as TrafficFilter, fieldPath);
  checkPosition(spec, fieldPath);
  const { attributes } = message;
  if (attributes.kind === undefined) {
    throw fieldPath.at("kind").wrong(undefined, "a kind is required");
  }
  checkKind(attributes.kind, FILTER_KINDS, fieldPath);
  writeDisposition(message, spec, fieldPath);
  complete(message);
  const { flower } = attributes;
  if (flower !== undefined) {
    checkFamilies(flower, spec.flower ?? {}, fieldPath.at("flower"));
  }
  const { selector } = attributes.u32 ?? {};
  if (selector !== undefined && spec.u32?.terminal === undefined) {
    if (isTerminal(message)) selector.flags |= TC_U32_TERMINAL;
  }
  return message;
}

/** Names of what identifies filters. */
const KEY: readonly (keyof TrafficFilterKey)[] = [
  "device",
  "block",
  "parent",
  "chain",
  "kind",
  "preference",
  "protocol",
  "handle",
];

/**
 * The message that names filters.
 *
 * @param key Which ones.
 * @param fieldPath Where it stands, for error messages.
 * @returns The message.
 * @throws {TypeError} If the device is missing.
 */
export function toTrafficFilterKey(
  key: TrafficFilterKey,
  fieldPath: FieldPath,
): FilterMessage {
  const given: Record<string, unknown> = {};
  for (const name of KEY) {
    if (key[name] !== undefined) given[name] = key[name];
  }
  const message = fields.toKernel(given as unknown as TrafficFilter, fieldPath);
  checkPosition(key, fieldPath);
  return message;
}

/** Names of the properties of filters. */
export const trafficFilterNames = (): ReadonlySet<string> => fields.names;
