/**
 * Devices, queues and NAPI instances of the family `netdev`.
 *
 * @module
 */

import {
  NETDEV_CMD_DEV_GET,
  NETDEV_CMD_NAPI_GET,
  NETDEV_CMD_NAPI_SET,
  NETDEV_CMD_QUEUE_GET,
  NETDEV_FAMILY_NAME,
  NETDEV_FAMILY_VERSION,
} from "../../messages/generic/netdev/commands.ts";
import {
  NETDEV_XDP_FEATURES,
  NETDEV_XDP_METADATA,
  NETDEV_XSK_FEATURES,
  type NetdevDevice,
  netdevDevice,
} from "../../messages/generic/netdev/devices.ts";
import {
  NETDEV_NAPI_THREADED,
  NETDEV_QUEUE_TYPES,
  type NetdevLease,
  type NetdevNapi,
  netdevNapi,
  type NetdevQueue,
  netdevQueue,
} from "../../messages/generic/netdev/queues.ts";
import type { GenericMessage } from "../../messages/generic/header.ts";
import type { RequestOptions } from "../connection/connection.ts";
import { conditions } from "../mapping/conditions.ts";
import { nanoseconds64, number } from "../mapping/conversions.ts";
import { type Device, device, deviceIndex } from "../mapping/device.ts";
import { enumeration, flagNames64 } from "../mapping/enumerations.ts";
import { type Conversion, readOnly } from "../mapping/mapping.ts";
import {
  type FamilyObject,
  familyObject,
  type ReadFrom,
} from "./family_object.ts";
import { FamilyObjects } from "./family_objects.ts";

/** What identifies a device. */
export interface NetworkDeviceKey {
  /** The device (`NETDEV_A_DEV_IFINDEX`). */
  device: Device;
}

/** What a device supports for XDP. */
export interface NetworkDevice extends ReadFrom<NetdevDevice> {
  /** Index of the device (`NETDEV_A_DEV_IFINDEX`). */
  device: number;
  /** What of XDP it supports (`NETDEV_A_DEV_XDP_FEATURES`). */
  xdpFeatures?: (keyof typeof NETDEV_XDP_FEATURES | bigint)[];
  /**
   * What it gives XDP programs beside the packet
   * (`NETDEV_A_DEV_XDP_RX_METADATA_FEATURES`).
   */
  xdpMetadata?: (keyof typeof NETDEV_XDP_METADATA | bigint)[];
  /** What it does for sockets of AF_XDP (`NETDEV_A_DEV_XSK_FEATURES`). */
  xskFeatures?: (keyof typeof NETDEV_XSK_FEATURES | bigint)[];
  /**
   * Most buffers of a frame for sockets of AF_XDP without copying
   * (`NETDEV_A_DEV_XDP_ZC_MAX_SEGS`).
   */
  zeroCopySegments?: number;
}

/** How to ask for any object of the family. */
export const netdevBasics = {
  family: NETDEV_FAMILY_NAME,
  version: NETDEV_FAMILY_VERSION,
} as const;

/** Devices. */
export const networkDevice: FamilyObject<
  NetworkDevice,
  NetdevDevice,
  Record<never, never>
> = familyObject({
  ...netdevBasics,
  noun: "XDP features",
  codec: netdevDevice,
  get: NETDEV_CMD_DEV_GET,
  subject: ({ ifindex }, nameOf) => ofDevice(ifindex, nameOf),
  fields: () => ({
    device: ["ifindex", deviceIndex],
    xdpFeatures: readOnly("xdpFeatures", flagNames64(NETDEV_XDP_FEATURES)),
    xdpMetadata: readOnly(
      "xdpRxMetadataFeatures",
      flagNames64(NETDEV_XDP_METADATA),
    ),
    xskFeatures: readOnly("xskFeatures", flagNames64(NETDEV_XSK_FEATURES)),
    zeroCopySegments: readOnly("xdpZcMaxSegs", number),
  }),
  key: { device: "ifindex" },
  filter: () => ({}),
  missing: ["ENODEV"],
});

/** What identifies a queue. */
export interface DeviceQueueKey {
  /** The device (`NETDEV_A_QUEUE_IFINDEX`). */
  device: Device;
  /** Its direction (`NETDEV_A_QUEUE_TYPE`). */
  type: keyof typeof NETDEV_QUEUE_TYPES | number;
  /** Its number among those of its direction (`NETDEV_A_QUEUE_ID`). */
  id: number;
}

/** Which queues to list; what is not given does not matter. */
export interface DeviceQueueFilter {
  /** Queues of this device. */
  device?: Device;
  /** Queues of this direction. */
  type?: keyof typeof NETDEV_QUEUE_TYPES | number;
}

/** A queue of a device. */
export interface DeviceQueue extends DeviceQueueKey, ReadFrom<NetdevQueue> {
  /** Index of the device. */
  device: number;
  /** Number of the NAPI instance that polls it (`NETDEV_A_QUEUE_NAPI_ID`). */
  napi?: number;
  /** Number of the DMA buffer that it receives into (`NETDEV_A_QUEUE_DMABUF`). */
  dmaBuffer?: number;
  /** Whether it receives into memory of io_uring (`NETDEV_A_QUEUE_IO_URING`). */
  ioUring?: boolean;
  /** Whether a socket of AF_XDP has it (`NETDEV_A_QUEUE_XSK`). */
  xsk?: boolean;
  /** The queue of another device that it stands for (`NETDEV_A_QUEUE_LEASE`). */
  lease?: NetdevLease;
}

const there = { fromKernel: () => true } as const;
const { equal } = conditions<GenericMessage<NetdevQueue>>();

/** Queues. */
export const deviceQueue: FamilyObject<
  DeviceQueue,
  NetdevQueue,
  DeviceQueueFilter
> = familyObject({
  ...netdevBasics,
  noun: "queue",
  codec: netdevQueue,
  get: NETDEV_CMD_QUEUE_GET,
  subject: ({ ifindex, id, type }, nameOf) =>
    [
      type === undefined ? undefined : queueType.fromKernel(type),
      id,
      ofDevice(ifindex, nameOf),
    ].filter((part) => part !== undefined).join(" ") || undefined,
  fields: () => ({
    device: ["ifindex", deviceIndex],
    type: queueType,
    id: number,
    napi: readOnly("napiId", number),
    dmaBuffer: readOnly("dmabuf", number),
    ioUring: readOnly("ioUring", there),
    xsk: readOnly("xsk", there),
    lease: readOnly<NetdevLease, NetdevQueue, "lease">("lease", {
      fromKernel: (lease) => lease,
    }),
  }),
  key: { device: "ifindex", type: "type", id: "id" },
  filter: () => ({
    device: equal("attributes.ifindex", device, { sent: true }),
    type: equal("attributes.type", queueType),
  }),
  missing: ["ENOENT", "EINVAL"],
});

/** Directions of queues. */
export const queueType: Conversion<
  keyof typeof NETDEV_QUEUE_TYPES | number,
  number
> = enumeration(NETDEV_QUEUE_TYPES);

/** What identifies a NAPI instance. */
export interface NapiKey {
  /** Its number (`NETDEV_A_NAPI_ID`). */
  id: number;
}

/** Which NAPI instances to list; what is not given does not matter. */
export interface NapiFilter {
  /** Those of this device. */
  device?: Device;
}

/** What can be set of a NAPI instance. */
export interface NapiSettings {
  /**
   * How often it polls in vain before interrupts are let through
   * (`NETDEV_A_NAPI_DEFER_HARD_IRQS`).
   */
  deferHardIrqs?: number;
  /**
   * Seconds after which packets that wait for others are passed on, and
   * interrupts are let through (`NETDEV_A_NAPI_GRO_FLUSH_TIMEOUT`).
   */
  groFlushTimeout?: number;
  /**
   * Seconds for which interrupts are held back while a program polls
   * (`NETDEV_A_NAPI_IRQ_SUSPEND_TIMEOUT`).
   */
  irqSuspendTimeout?: number;
  /** Whether it has a thread (`NETDEV_A_NAPI_THREADED`). */
  threaded?: keyof typeof NETDEV_NAPI_THREADED | number;
}

/** A NAPI instance, which polls queues. */
export interface Napi extends NapiSettings, ReadFrom<NetdevNapi> {
  /** Its number. */
  id: number;
  /** Index of the device (`NETDEV_A_NAPI_IFINDEX`). */
  device?: number;
  /** Number of its interrupt (`NETDEV_A_NAPI_IRQ`). */
  irq?: number;
  /** Process identifier of its thread (`NETDEV_A_NAPI_PID`). */
  thread?: number;
}

const napiConditions = conditions<GenericMessage<NetdevNapi>>();

/** NAPI instances. */
export const napi: FamilyObject<Napi, NetdevNapi, NapiFilter> = familyObject({
  ...netdevBasics,
  noun: "NAPI instance",
  codec: netdevNapi,
  get: NETDEV_CMD_NAPI_GET,
  actions: { [NETDEV_CMD_NAPI_SET]: "change NAPI instance" },
  subject: ({ id, ifindex }, nameOf) =>
    id === undefined ? ofDevice(ifindex, nameOf) : String(id),
  fields: () => ({
    id: number,
    device: readOnly("ifindex", deviceIndex),
    irq: readOnly("irq", number),
    thread: readOnly("pid", number),
    deferHardIrqs: number,
    groFlushTimeout: nanoseconds64,
    irqSuspendTimeout: nanoseconds64,
    threaded: enumeration(NETDEV_NAPI_THREADED),
  }),
  key: { id: "id" },
  filter: () => ({
    device: napiConditions.equal("attributes.ifindex", device, { sent: true }),
  }),
  missing: ["ENOENT"],
});

/** NAPI instances, which poll queues. */
export class NapiInstances
  extends FamilyObjects<Napi, NapiKey, NapiFilter, NetdevNapi> {
  /**
   * Changes a NAPI instance; settings that are missing stay.
   *
   * @param key The instance.
   * @param settings What to change.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If there is none (`ENOENT`), or the kernel refuses
   * (`EPERM`, `EOPNOTSUPP` before Linux 6.13).
   */
  async set(
    key: NapiKey,
    settings: NapiSettings,
    options: RequestOptions = {},
  ): Promise<void> {
    const { mapping } = this.object;
    await this.requests.send(
      NETDEV_CMD_NAPI_SET,
      (fieldPath) => ({
        ...mapping.toKernel(settings as Napi, fieldPath),
        ...this.keyOf(key, fieldPath),
      }),
      options,
    );
  }
}

/**
 * Names a device in error messages.
 *
 * @param index Index of the device.
 * @param nameOf Finds its name.
 * @returns `of`, and the device.
 */
export function ofDevice(
  index: number | undefined,
  nameOf: (index: number) => string | undefined,
): string | undefined {
  return index === undefined ? undefined : `of ${nameOf(index) ?? index}`;
}
