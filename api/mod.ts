/**
 * The kernel's network configuration in people's terms: what `ip` does, as
 * objects.
 *
 * @example List links
 * ```ts
 * import { Rtnetlink } from "@netlink/netlink/api";
 *
 * using net = Rtnetlink.open();
 * for await (const link of net.link.list()) console.log(link.name);
 * ```
 *
 * @module
 */

export * from "./address.ts";
export * from "./address_label.ts";
export * from "./addresses.ts";
export * from "./connection.ts";
export * from "./conversions.ts";
export * from "./device.ts";
export * from "./error.ts";
export type { DeleteOptions } from "./existence.ts";
export type { All, Check, Filter, MessagePath, Selection } from "./filter.ts";
export * from "./fou.ts";
export * from "./generic.ts";
export * from "./forwarding.ts";
export * from "./ip_protocol.ts";
export * from "./joined_address.ts";
export * from "./link.ts";
export * from "./link/mod.ts";
export * from "./link_kinds/mod.ts";
export * from "./link_ports/mod.ts";
export * from "./link_stats.ts";
export * from "./listing.ts";
export * from "./lookup.ts";
export * from "./macsec.ts";
export * from "./monitor/mod.ts";
export * from "./multicast_route.ts";
export * from "./names.ts";
export * from "./neighbor.ts";
export * from "./neighbor_table.ts";
export * from "./netconf.ts";
export * from "./netns.ts";
export * from "./nexthop.ts";
export * from "./number_range.ts";
export * from "./objects.ts";
export * from "./place.ts";
export { isWithin } from "./prefixes.ts";
export * from "./reading.ts";
export * from "./route.ts";
export * from "./routing.ts";
export * from "./rtnetlink.ts";
export * from "./rule.ts";
export * from "./tcp_metrics.ts";
export * from "./tuntap.ts";
export * from "./words.ts";
