/**
 * Page pools, and counters of devices, queues and page pools, of the family
 * `netdev`.
 *
 * @module
 */

import type { Attributes, Codec } from "../../messages/codec/mod.ts";
import type { GenericMessage } from "../../messages/generic/header.ts";
import {
  NETDEV_CMD_PAGE_POOL_GET,
  NETDEV_CMD_PAGE_POOL_STATS_GET,
  NETDEV_CMD_QSTATS_GET,
} from "../../messages/generic/netdev/commands.ts";
import {
  type NetdevPagePool,
  netdevPagePool,
  type NetdevPagePoolStats,
  netdevPagePoolStats,
} from "../../messages/generic/netdev/page_pools.ts";
import type { NETDEV_QUEUE_TYPES } from "../../messages/generic/netdev/queues.ts";
import {
  NETDEV_QSTATS_SCOPE_QUEUE,
  type NetdevQueueStats,
  netdevQueueStats,
} from "../../messages/generic/netdev/statistics.ts";
import { conditions } from "../mapping/conditions.ts";
import { number, uint64, wideNumber } from "../mapping/conversions.ts";
import { type Device, device, deviceIndex } from "../mapping/device.ts";
import { type Field, type Fields, readOnly } from "../mapping/mapping.ts";
import {
  type FamilyObject,
  familyObject,
  type ReadFrom,
} from "./family_object.ts";
import { netdevBasics, ofDevice, queueType } from "./netdev_queues.ts";

/** What identifies a page pool. */
export interface PagePoolKey {
  /** Its number (`NETDEV_A_PAGE_POOL_ID`). */
  id: number;
}

/** Which objects of devices to list; what is not given does not matter. */
export interface OfDevice {
  /** Those of this device. */
  device?: Device;
}

/** A page pool, where memory for received packets comes from. */
export interface PagePool extends PagePoolKey, ReadFrom<NetdevPagePool> {
  /** Index of the device that uses it (`NETDEV_A_PAGE_POOL_IFINDEX`). */
  device?: number;
  /**
   * Number of the NAPI instance that uses it (`NETDEV_A_PAGE_POOL_NAPI_ID`).
   */
  napi?: number;
  /** How many of its pages are in use (`NETDEV_A_PAGE_POOL_INFLIGHT`). */
  inFlight?: number;
  /** How many bytes are in use (`NETDEV_A_PAGE_POOL_INFLIGHT_MEM`). */
  inFlightBytes?: number;
  /**
   * When the device no longer used it, in seconds since the machine was started
   * (`NETDEV_A_PAGE_POOL_DETACH_TIME`).
   */
  detached?: number;
  /**
   * Number of the DMA buffer that its memory is in
   * (`NETDEV_A_PAGE_POOL_DMABUF`).
   */
  dmaBuffer?: number;
  /** Whether its memory is that of io_uring (`NETDEV_A_PAGE_POOL_IO_URING`). */
  ioUring?: boolean;
}

const poolConditions = conditions<GenericMessage<NetdevPagePool>>();

/** Page pools. */
export const pagePool: FamilyObject<PagePool, NetdevPagePool, OfDevice> =
  familyObject({
    ...netdevBasics,
    noun: "page pool",
    codec: netdevPagePool,
    get: NETDEV_CMD_PAGE_POOL_GET,
    subject: ({ id }) => id?.toString(),
    fields: () => ({
      id: wideNumber,
      device: readOnly("ifindex", deviceIndex),
      napi: readOnly("napiId", wideNumber),
      inFlight: readOnly("inflight", wideNumber),
      inFlightBytes: readOnly("inflightMem", wideNumber),
      detached: readOnly("detachTime", wideNumber),
      dmaBuffer: readOnly("dmabuf", number),
      ioUring: readOnly("ioUring", { fromKernel: () => true }),
    }),
    key: { id: "id" },
    filter: () => ({
      device: poolConditions.equal("attributes.ifindex", device),
    }),
    missing: ["ENOENT"],
  });

/**
 * The counters among attributes: those of 64 bits.
 *
 * @typeParam A The attributes.
 */
export type Counters<A> = {
  readonly [K in keyof A as bigint extends A[K] ? K : never]?: bigint;
};

/** The fields of all counters that a schema has. */
function counters<A extends Attributes>(
  { shape }: Codec<A>,
  except: readonly string[] = [],
): Fields<Counters<A>, A> {
  const fields: Record<string, Field<bigint, A>> = {};
  if (shape.kind !== "attributes") return fields as never;
  for (const { name, codec } of shape.fields) {
    const { kind } = codec.shape;
    const isCounter = kind === "integer" && codec.shape.bits === 64;
    if (!isCounter || except.includes(name)) continue;
    fields[name] = readOnly<bigint, A, keyof A>(
      name as keyof A,
      uint64 as never,
    );
  }
  return fields as never;
}

/** Counters of a page pool: `NETDEV_A_PAGE_POOL_STATS_*`. */
export interface PagePoolCounters
  extends Counters<NetdevPagePoolStats>, ReadFrom<NetdevPagePoolStats> {
  /** Number of the pool (`NETDEV_A_PAGE_POOL_ID`). */
  id: number;
  /** Index of the device that uses it (`NETDEV_A_PAGE_POOL_IFINDEX`). */
  device?: number;
}

/** Counters of page pools. */
export const pagePoolCounters: FamilyObject<
  PagePoolCounters,
  NetdevPagePoolStats,
  Record<never, never>
> = familyObject({
  ...netdevBasics,
  noun: "counters of page pool",
  codec: netdevPagePoolStats,
  get: NETDEV_CMD_PAGE_POOL_STATS_GET,
  subject: ({ info }) => info?.id?.toString(),
  fields: () => ({
    id: {
      from: ["info"],
      read: ({ info }) => info?.id === undefined ? undefined : Number(info.id),
      write: (data, value, fieldPath) => {
        data.info = { id: wideNumber.toKernel(value, fieldPath)! };
      },
    },
    device: readOnly<number, NetdevPagePoolStats, "info">("info", {
      fromKernel: ({ ifindex }) => ifindex,
    }),
    ...counters(netdevPagePoolStats),
  }),
  key: { id: "info" },
  filter: () => ({}),
  missing: ["ENOENT"],
});

/**
 * Counters of a device, or of one of its queues; devices report those that they
 * have: `NETDEV_A_QSTATS_*`.
 */
export interface QueueCounters
  extends
    Omit<Counters<NetdevQueueStats>, "scope">,
    ReadFrom<NetdevQueueStats> {
  /** Index of the device (`NETDEV_A_QSTATS_IFINDEX`). */
  device: number;
  /** Direction of the queue (`NETDEV_A_QSTATS_QUEUE_TYPE`). */
  type?: keyof typeof NETDEV_QUEUE_TYPES | number;
  /** Number of the queue (`NETDEV_A_QSTATS_QUEUE_ID`). */
  id?: number;
}

const counterConditions = conditions<GenericMessage<NetdevQueueStats>>();

/** How counters are declared, of devices, or with a scope of queues. */
function countersOf(
  noun: string,
  scope: NetdevQueueStats,
): FamilyObject<QueueCounters, NetdevQueueStats, OfDevice> {
  return familyObject<QueueCounters, NetdevQueueStats, OfDevice>({
    ...netdevBasics,
    noun,
    codec: netdevQueueStats,
    get: NETDEV_CMD_QSTATS_GET,
    request: () => ({ ...scope }),
    subject: ({ ifindex }, nameOf) => ofDevice(ifindex, nameOf),
    fields: () => ({
      device: readOnly("ifindex", deviceIndex),
      type: readOnly("queueType", queueType),
      id: readOnly("queueId", number),
      ...counters(netdevQueueStats, ["scope"]),
    }),
    filter: () => ({
      device: counterConditions.equal("attributes.ifindex", device, {
        sent: true,
      }),
    }),
  });
}

/** Counters of devices. */
export const deviceCounters: FamilyObject<
  QueueCounters,
  NetdevQueueStats,
  OfDevice
> = countersOf("counters of devices", {});

/** Counters of queues. */
export const queueCounters: FamilyObject<
  QueueCounters,
  NetdevQueueStats,
  OfDevice
> = countersOf("counters of queues", {
  scope: BigInt(NETDEV_QSTATS_SCOPE_QUEUE),
});
