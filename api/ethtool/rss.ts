/**
 * How received packets are spread over queues.
 *
 * @module
 */

import {
  ETHTOOL_MSG_RSS_CREATE_ACT,
  ETHTOOL_MSG_RSS_DELETE_ACT,
  ETHTOOL_MSG_RSS_GET,
  ETHTOOL_MSG_RSS_NTF,
  ETHTOOL_MSG_RSS_SET,
} from "../../messages/generic/ethtool/commands.ts";
import {
  ETHTOOL_HASH_FIELDS,
  ETHTOOL_HASH_FUNCTIONS,
  ETHTOOL_INPUT_TRANSFORMS,
  type EthtoolFlowHash,
  ethtoolFlowHash,
  type EthtoolRss,
  ethtoolRss,
} from "../../messages/generic/ethtool/rss.ts";
import { missing, orUndefined } from "../object/existence.ts";
import { type Listing, listingOf } from "../connection/listing.ts";
import { binary, listOf, number, uint32 } from "../mapping/conversions.ts";
import type { Device } from "../mapping/device.ts";
import { enumeration, flagNames } from "../mapping/enumerations.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { checkNames } from "../mapping/filter.ts";
import type { Conversion } from "../mapping/mapping.ts";
import type {
  EthtoolListOptions,
  EthtoolOptions,
  EthtoolRequests,
  EthtoolSubject,
} from "./requests.ts";
import { type DeviceSetting, type EthtoolState, setting } from "./setting.ts";
import { Requester } from "../object/requester.ts";

/** A field of packets that can be hashed. */
export type HashField = keyof typeof ETHTOOL_HASH_FIELDS | number;

/** Which fields are hashed of each kind of packets, such as `tcp4`. */
export type HashFields = Partial<
  Record<Exclude<keyof EthtoolFlowHash, "unknown">, HashField[]>
>;

/** What of the spreading of packets can be set. */
export interface RssSettings {
  /** Context; the device's own is 0 (`ETHTOOL_A_RSS_CONTEXT`). */
  context?: number;
  /** Hash function (`ETHTOOL_A_RSS_HFUNC`). */
  hashFunction?: keyof typeof ETHTOOL_HASH_FUNCTIONS | number;
  /** Key of the hash function (`ETHTOOL_A_RSS_HKEY`). */
  key?: Uint8Array;
  /** Queue of each entry of the table (`ETHTOOL_A_RSS_INDIR`). */
  table?: number[];
  /** What is done to fields before (`ETHTOOL_A_RSS_INPUT_XFRM`). */
  inputTransform?: (keyof typeof ETHTOOL_INPUT_TRANSFORMS | number)[];
  /** Which fields are hashed (`ETHTOOL_A_RSS_FLOW_HASH`). */
  fields?: HashFields;
}

/** How received packets are spread over queues. */
export interface Rss extends RssSettings, EthtoolState<EthtoolRss> {}

/** Fields that are hashed; there may be more of them than a number has bits. */
const fieldList: Conversion<HashField[], bigint> = {
  fromKernel: (mask) => {
    const fields: HashField[] = [];
    let rest = mask;
    for (const [name, bit] of Object.entries(ETHTOOL_HASH_FIELDS)) {
      if ((rest & BigInt(bit)) === 0n) continue;
      fields.push(name as HashField);
      rest &= ~BigInt(bit);
    }
    for (let bit = 1n; bit <= rest; bit <<= 1n) {
      if ((rest & bit) !== 0n) fields.push(Number(bit));
    }
    return fields;
  },
  toKernel: (value, fieldPath) => {
    if (!Array.isArray(value)) {
      throw fieldPath.wrong(value, "an array is expected");
    }
    return value.reduce(
      (mask, word, i) => mask | bitOf(word, fieldPath.at(i)),
      0n,
    );
  },
};

function bitOf(field: HashField, fieldPath: FieldPath): bigint {
  const bit = typeof field === "string"
    ? (ETHTOOL_HASH_FIELDS as Readonly<Record<string, number>>)[field]
    : field;
  if (Number.isInteger(bit) && bit! >= 0 && bit! < 2 ** 64) return BigInt(bit!);
  const known = Object.keys(ETHTOOL_HASH_FIELDS).join(", ");
  throw fieldPath.wrong(field, `${known} or a number is expected`);
}

const { shape: flowShape } = ethtoolFlowHash;

/** Fields by kind of packets; those that are 0 are not hashed at all. */
const hashFields: Conversion<HashFields, EthtoolFlowHash> = {
  fromKernel: ({ unknown: _, ...flows }) =>
    Object.fromEntries(
      Object.entries(flows).map(([name, mask]) => [
        name,
        fieldList.fromKernel(mask),
      ]),
    ),
  toKernel: (value, fieldPath) => {
    const known = new Set(
      flowShape.kind === "attributes"
        ? flowShape.fields.map(({ name }) => name)
        : [],
    );
    checkNames(value, known, fieldPath);
    return Object.fromEntries(
      Object.entries(value).map(([name, fields]) => [
        name,
        fieldList.toKernel(fields, fieldPath.at(name))!,
      ]),
    );
  },
};

/** How received packets are spread over queues. */
export const rssSetting: DeviceSetting<Rss, EthtoolRss> = setting({
  noun: "RSS",
  codec: ethtoolRss,
  get: ETHTOOL_MSG_RSS_GET,
  set: ETHTOOL_MSG_RSS_SET,
  notification: ETHTOOL_MSG_RSS_NTF,
  fields: () => ({
    context: number,
    hashFunction: ["hfunc", enumeration(ETHTOOL_HASH_FUNCTIONS)],
    key: ["hkey", binary],
    table: ["indir", listOf(uint32)],
    inputTransform: ["inputXfrm", flagNames(ETHTOOL_INPUT_TRANSFORMS)],
    fields: ["flowHash", hashFields],
  }),
});

const requests: EthtoolSubject<EthtoolRss> = {
  ...rssSetting,
  actions: {
    [ETHTOOL_MSG_RSS_CREATE_ACT]: "create RSS context",
    [ETHTOOL_MSG_RSS_DELETE_ACT]: "delete RSS context",
  },
};

const isMissing = missing("ENODEV", "EOPNOTSUPP", "ENOENT");

/** How received packets are spread over queues: `ethtool -x`. */
export class RssContexts extends Requester<EthtoolRequests> {
  /**
   * Gets how a device spreads packets.
   *
   * @param device The device.
   * @param context Which context; the device's own is 0.
   * @param options How to ask.
   * @returns How it does.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If the device does not (`EOPNOTSUPP`), or there is no
   * such context (`ENOENT`).
   */
  async get(
    device: Device,
    context: number = 0,
    options: Omit<EthtoolOptions, "statistics"> = {},
  ): Promise<Rss> {
    const [message] = await this.requests.send(
      requests,
      ETHTOOL_MSG_RSS_GET,
      device,
      (fieldPath) => namingContext(context, fieldPath),
      options,
    );
    return rssSetting.read(message!);
  }

  /**
   * Gets how a device spreads packets, if it does.
   *
   * @param device The device.
   * @param context Which context; the device's own is 0.
   * @param options How to ask.
   * @returns How it does; `undefined` if there is no such device or context, or
   * it does not.
   * @throws {NetlinkError} If the kernel refuses for another reason.
   */
  async find(
    device: Device,
    context: number = 0,
    options: Omit<EthtoolOptions, "statistics"> = {},
  ): Promise<Rss | undefined> {
    return await orUndefined(this.get(device, context, options), isMissing);
  }

  /**
   * Lists the contexts of all devices.
   *
   * @param options How to ask.
   * @returns The contexts.
   * @throws {NetlinkError} If the kernel refuses.
   */
  list(options: Omit<EthtoolListOptions, "statistics"> = {}): Listing<Rss> {
    return listingOf(() => this.#listed(options));
  }

  async *#listed(options: EthtoolListOptions): AsyncGenerator<Rss, void> {
    const messages = this.requests.dump(
      requests,
      ETHTOOL_MSG_RSS_GET,
      {},
      options,
    );
    for await (const message of messages) yield rssSetting.read(message);
  }

  /**
   * Changes how a device spreads packets.
   *
   * @param device The device.
   * @param settings What to change, and of which context.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If the kernel refuses; kernels before 6.17 cannot do
   * it (`EOPNOTSUPP`).
   */
  async set(
    device: Device,
    settings: RssSettings,
    options: Omit<EthtoolOptions, "statistics"> = {},
  ): Promise<void> {
    await this.requests.send(
      requests,
      ETHTOOL_MSG_RSS_SET,
      device,
      (fieldPath) => rssSetting.mapping.toKernel(settings as Rss, fieldPath),
      options,
    );
  }

  /**
   * Makes a context.
   *
   * @param device The device.
   * @param settings How it spreads packets.
   * @param options How to ask.
   * @returns The context, with its number.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async create(
    device: Device,
    settings: RssSettings = {},
    options: Omit<EthtoolOptions, "statistics"> = {},
  ): Promise<Rss> {
    const [message] = await this.requests.send(
      requests,
      ETHTOOL_MSG_RSS_CREATE_ACT,
      device,
      (fieldPath) => rssSetting.mapping.toKernel(settings as Rss, fieldPath),
      options,
    );
    return rssSetting.read(message!);
  }

  /**
   * Deletes a context.
   *
   * @param device The device.
   * @param context Number of the context.
   * @param options How to ask.
   * @throws {RangeError} If the number is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is no such context (`ENOENT`), or the kernel
   * refuses for another reason.
   */
  async delete(
    device: Device,
    context: number,
    options: Omit<EthtoolOptions, "statistics"> = {},
  ): Promise<void> {
    await this.requests.send(
      requests,
      ETHTOOL_MSG_RSS_DELETE_ACT,
      device,
      (fieldPath) => namingContext(context, fieldPath),
      options,
    );
  }
}

function namingContext(context: number, fieldPath: FieldPath): EthtoolRss {
  const number = uint32.toKernel(context, fieldPath.at("context"))!;
  return number === 0 ? {} : { context: number };
}
