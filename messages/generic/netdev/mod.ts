/**
 * What the kernel has of network devices beside links: XDP features, queues,
 * NAPI instances, page pools and counters, family `netdev`: `NETDEV_*`.
 *
 * @module
 */

export * from "./commands.ts";
export * from "./devices.ts";
export * from "./page_pools.ts";
export * from "./queues.ts";
export * from "./statistics.ts";
