/**
 * What the kernel has of network devices beside links: XDP features, queues,
 * NAPI instances, page pools and counters, family `netdev`.
 *
 * @see {@link https://docs.kernel.org/networking/netlink_spec/netdev.html | netdev netlink specification}
 * @see {@link https://docs.kernel.org/networking/napi.html | NAPI}
 *
 * @module
 */

import {
  NETDEV_CMD_BIND_RX,
  NETDEV_CMD_BIND_TX,
  NETDEV_CMD_DEV_ADD_NTF,
  NETDEV_CMD_DEV_CHANGE_NTF,
  NETDEV_CMD_DEV_DEL_NTF,
  NETDEV_CMD_PAGE_POOL_ADD_NTF,
  NETDEV_CMD_PAGE_POOL_CHANGE_NTF,
  NETDEV_CMD_PAGE_POOL_DEL_NTF,
  NETDEV_MCGRP_MGMT,
  NETDEV_MCGRP_PAGE_POOL,
} from "../../messages/generic/netdev/commands.ts";
import {
  type NetdevDevice,
  type NetdevDmabuf,
  netdevDmabuf,
} from "../../messages/generic/netdev/devices.ts";
import { genericMessage } from "../../messages/generic/header.ts";
import type {
  NetdevPagePool,
  NetdevPagePoolStats,
} from "../../messages/generic/netdev/page_pools.ts";
import type { NetdevQueue } from "../../messages/generic/netdev/queues.ts";
import type { NetdevQueueStats } from "../../messages/generic/netdev/statistics.ts";
import type { FamilyDefinition } from "../connection/generic_family.ts";
import { type FamilyWatch, ReportingFamily } from "./family_monitor.ts";
import { FamilyList, FamilyObjects } from "./family_objects.ts";
import { type Report, reportsOf } from "./family_reports.ts";
import {
  deviceCounters,
  type OfDevice,
  type PagePool,
  pagePool,
  type PagePoolCounters,
  pagePoolCounters,
  type PagePoolKey,
  type QueueCounters,
  queueCounters,
} from "./netdev_counters.ts";
import {
  type DeviceQueue,
  deviceQueue,
  type DeviceQueueFilter,
  type DeviceQueueKey,
  napi,
  NapiInstances,
  netdevBasics,
  type NetworkDevice,
  networkDevice,
  type NetworkDeviceKey,
  ofDevice,
} from "./netdev_queues.ts";

/** What each report of the family `netdev` has. */
export interface NetdevReports {
  /** A device is there (`NETDEV_CMD_DEV_ADD_NTF`). */
  "device-added": NetworkDevice;
  /** A device is gone (`NETDEV_CMD_DEV_DEL_NTF`). */
  "device-deleted": NetworkDevice;
  /** A device has changed (`NETDEV_CMD_DEV_CHANGE_NTF`). */
  "device-changed": NetworkDevice;
  /** A page pool is there (`NETDEV_CMD_PAGE_POOL_ADD_NTF`). */
  "page-pool-added": PagePool;
  /** A page pool is gone (`NETDEV_CMD_PAGE_POOL_DEL_NTF`). */
  "page-pool-deleted": PagePool;
  /** A page pool has changed (`NETDEV_CMD_PAGE_POOL_CHANGE_NTF`). */
  "page-pool-changed": PagePool;
}

/** A report of the family `netdev`. */
export type NetdevEvent = Report<NetdevReports>;

/**
 * DMA buffers that are bound to queues, for requests as they are:
 * `generic.family(netdevDmabufFamily).request(NETDEV_CMD_BIND_RX, …)`. A
 * binding ends with the socket that it was made with.
 */
export const netdevDmabufFamily: FamilyDefinition<NetdevDmabuf> = {
  name: netdevBasics.family,
  version: netdevBasics.version,
  codec: genericMessage(netdevDmabuf),
  actions: {
    [NETDEV_CMD_BIND_RX]: "bind DMA buffer to queues",
    [NETDEV_CMD_BIND_TX]: "bind DMA buffer",
  },
  subject: ({ ifindex }, nameOf) => ofDevice(ifindex, nameOf),
};

/**
 * Devices, queues, NAPI instances and page pools: family `netdev`;
 * {@linkcode Netdev.monitor} reports devices and page pools.
 */
export class Netdev extends ReportingFamily<NetdevDevice, NetdevEvent> {
  /** The family. */
  protected override readonly definition: FamilyDefinition<NetdevDevice> =
    networkDevice.definition;
  /** What it reports. */
  protected override readonly watch: FamilyWatch<NetdevEvent> = {
    group: [NETDEV_MCGRP_MGMT, NETDEV_MCGRP_PAGE_POOL],
    read: reportsOf<NetdevReports>({
      "device-added": [NETDEV_CMD_DEV_ADD_NTF, networkDevice],
      "device-deleted": [NETDEV_CMD_DEV_DEL_NTF, networkDevice],
      "device-changed": [NETDEV_CMD_DEV_CHANGE_NTF, networkDevice],
      "page-pool-added": [NETDEV_CMD_PAGE_POOL_ADD_NTF, pagePool],
      "page-pool-deleted": [NETDEV_CMD_PAGE_POOL_DEL_NTF, pagePool],
      "page-pool-changed": [NETDEV_CMD_PAGE_POOL_CHANGE_NTF, pagePool],
    }),
  };
  /** What devices support for XDP. */
  readonly devices: FamilyObjects<
    NetworkDevice,
    NetworkDeviceKey,
    Record<never, never>,
    NetdevDevice
  > = new FamilyObjects(this.requests, networkDevice);
  /** Queues; devices that are down have none. */
  readonly queues: FamilyObjects<
    DeviceQueue,
    DeviceQueueKey,
    DeviceQueueFilter,
    NetdevQueue
  > = new FamilyObjects(this.requestsOf(deviceQueue.definition), deviceQueue);
  /** NAPI instances, which poll queues. */
  readonly napi: NapiInstances = new NapiInstances(
    this.requestsOf(napi.definition),
    napi,
  );
  /** Page pools, where memory for received packets comes from. */
  readonly pagePools: FamilyObjects<
    PagePool,
    PagePoolKey,
    OfDevice,
    NetdevPagePool
  > = new FamilyObjects(this.requestsOf(pagePool.definition), pagePool);
  /** Counters of page pools. */
  readonly pagePoolCounters: FamilyObjects<
    PagePoolCounters,
    PagePoolKey,
    Record<never, never>,
    NetdevPagePoolStats
  > = new FamilyObjects(
    this.requestsOf(pagePoolCounters.definition),
    pagePoolCounters,
  );
  /** Counters of whole devices, of those that count by queue. */
  readonly deviceCounters: FamilyList<
    QueueCounters,
    OfDevice,
    NetdevQueueStats
  > = new FamilyList(
    this.requestsOf(deviceCounters.definition),
    deviceCounters,
  );
  /** Counters of queues. */
  readonly queueCounters: FamilyList<
    QueueCounters,
    OfDevice,
    NetdevQueueStats
  > = new FamilyList(this.requestsOf(queueCounters.definition), queueCounters);
}
