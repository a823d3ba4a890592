/**
 * The types of what `GenericNetlink.devlink` takes and returns: devices of
 * devlink, their ports, parameters, resources, regions, traps and health.
 *
 * @example Print what devices use of their resources
 * ```ts
 * import { GenericNetlink } from "@netlink/netlink";
 * import type { DevlinkResource } from "@netlink/netlink/devlink";
 *
 * function print({ name, used, size, parts = [] }: DevlinkResource): void {
 *   console.log(name, used, "of", size);
 *   parts.forEach(print);
 * }
 *
 * using generic = GenericNetlink.open();
 * for await (const { device } of generic.devlink.devices.list()) {
 *   const { resources = [] } = await generic.devlink.resources.get({ device });
 *   resources.forEach(print);
 * }
 * ```
 *
 * @module
 */

export type * from "./api/devlink/mod.ts";
