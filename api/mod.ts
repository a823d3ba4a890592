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

export * from "./address/address.ts";
export * from "./address/address_label.ts";
export * from "./mapping/address_conversions.ts";
export * from "./connection/connection.ts";
export * from "./mapping/conversions.ts";
export * from "./mapping/device.ts";
export * from "./connection/errors.ts";
export type { DescribeMade } from "./connection/request_names.ts";
export type { NameOf } from "./connection/subject.ts";
export type { DeleteOptions, IsMissing } from "./object/existence.ts";
export type {
  All,
  Check,
  Filter,
  FilterCondition,
  FilterConditions,
  MessagePath,
  Selection,
} from "./mapping/filter.ts";
export * from "./devlink/mod.ts";
export * from "./ethtool/mod.ts";
export * from "./generic/fou.ts";
export * from "./generic/families.ts";
export type * from "./generic/policy.ts";
export * from "./generic/watched_family.ts";
export {
  EventMonitor,
  type EventMonitorOptions,
  type EventOverrun,
  type EventSource,
  type ReadEvent,
  type UnknownEvent,
} from "./monitor/event_monitor.ts";
export * from "./generic/dpll.ts";
export * from "./generic/dpll_device_spec.ts";
export * from "./generic/dpll_pin_spec.ts";
export * from "./generic/drop_monitor.ts";
export type {
  FamilyObject,
  FamilyObjectDeclaration,
  ReadFrom,
} from "./generic/family_object.ts";
export type { FamilyWatch, ReportingFamily } from "./generic/family_monitor.ts";
export * from "./generic/family_objects.ts";
export type { Report } from "./generic/family_reports.ts";
export * from "./generic/family_requests.ts";
export * from "./generic/handshake.ts";
export * from "./generic/ila.ts";
export * from "./generic/ila_family.ts";
export * from "./generic/ioam.ts";
export * from "./generic/ioam6_family.ts";
export * from "./generic/l2tp.ts";
export * from "./generic/l2tp_family.ts";
export * from "./generic/l2tp_session.ts";
export * from "./generic/l2tp_tunnel.ts";
export * from "./generic/mptcp.ts";
export * from "./generic/mptcp_endpoint.ts";
export * from "./generic/mptcp_event.ts";
export * from "./generic/mptcp_family.ts";
export * from "./generic/mptcp_limits.ts";
export * from "./generic/net_shaper.ts";
export * from "./generic/net_shaper_spec.ts";
export * from "./generic/netdev.ts";
export * from "./generic/netdev_counters.ts";
export * from "./generic/netdev_queues.ts";
export * from "./generic/ovpn.ts";
export type * from "./generic/ovpn_event.ts";
export * from "./generic/ovpn_family.ts";
export * from "./generic/ovpn_key_spec.ts";
export * from "./generic/ovpn_keys.ts";
export * from "./generic/ovpn_peer_spec.ts";
export * from "./generic/ovpn_peers.ts";
export * from "./generic/psample.ts";
export * from "./generic/taskstats.ts";
export type {
  CgroupDescriptor,
  ProcessKey,
  TaskKey,
} from "./generic/taskstats_key.ts";
export * from "./generic/taskstats_spec.ts";
export * from "./generic/team.ts";
export * from "./generic/team_spec.ts";
export * from "./generic/seg6_family.ts";
export * from "./generic/segment_routing.ts";
export * from "./connection/generic_family.ts";
export * from "./generic_netlink.ts";
export * from "./bridge/mod.ts";
export * from "./forwarding/forwarding.ts";
export * from "./mapping/ip_protocol.ts";
export * from "./address/membership.ts";
export * from "./link/link.ts";
export * from "./link/mod.ts";
export * from "./link/kinds/mod.ts";
export * from "./link/ports/mod.ts";
export * from "./link/link_stats.ts";
export * from "./connection/listing.ts";
export * from "./object/lookup.ts";
export * from "./generic/macsec.ts";
export * from "./monitor/mod.ts";
export type { Finder, Requester } from "./object/requester.ts";
export * from "./route/multicast_route.ts";
export * from "./mapping/enumerations.ts";
export * from "./neighbor/neighbor.ts";
export * from "./neighbor_table/neighbor_table.ts";
export * from "./netconf/netconf.ts";
export * from "./netns.ts";
export * from "./nexthop/nexthop.ts";
export * from "./mapping/number_range.ts";
export * from "./object/objects.ts";
export type { Verb } from "./object/verbs.ts";
export { FieldPath, type References } from "./mapping/field_path.ts";
export { isWithin } from "./mapping/prefixes.ts";
export * from "./reading/reading.ts";
export * from "./route/route.ts";
export * from "./mapping/routing_names.ts";
export * from "./rtnetlink.ts";
export * from "./rule/rule.ts";
export * from "./tc/mod.ts";
export * from "./generic/tcp_metrics.ts";
export * from "./link/tuntap.ts";
export * from "./mapping/mapping.ts";
export * from "./wireguard/config.ts";
export * from "./wireguard/family.ts";
export {
  generateWireguardKey,
  generateWireguardPresharedKey,
  wireguardPublicKey,
} from "./wireguard/key.ts";
export * from "./wireguard/monitor.ts";
export * from "./wireguard/wireguard.ts";
export * from "./xfrm/mod.ts";
