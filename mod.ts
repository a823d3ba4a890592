/**
 * Linux netlink: network links, addresses, routes, neighbors, rules and
 * namespaces as objects, changes as they happen, and live copies, without any
 * program to call.
 *
 * Reading needs `--allow-ffi` and no privileges; changing needs
 * `CAP_NET_ADMIN`, as with `ip`.
 *
 * ## What is here
 *
 * Each object has a class, which {@linkcode Rtnetlink} has as a property. Its
 * methods are those of {@linkcode Objects} and some of its own: `list`, `get`,
 * `find`, `add`, `replace`, `delete` … What they take and return are types:
 * `Route` is what `list` and `get` return, `RouteSpec` what `add` takes,
 * `RouteKey` or the like what names one, `RouteFilter` what `list` takes.
 *
 * | what | start with |
 * | --- | --- |
 * | the network configuration | {@linkcode Rtnetlink.open} |
 * | links, tunnels, bridges, TUN and TAP | {@linkcode Links}, {@linkcode LinkSpec}, {@linkcode LinkKindOptions}, {@linkcode TunTaps} |
 * | addresses | {@linkcode Addresses}, {@linkcode AddressSpec} |
 * | routes | {@linkcode Routes}, {@linkcode RouteSpec}, {@linkcode RouteNextHopSpec} |
 * | next hops as objects | {@linkcode Nexthops}, {@linkcode NexthopSpec} |
 * | neighbors | {@linkcode Neighbors}, {@linkcode NeighborTables} |
 * | forwarding entries of bridges and VXLANs | {@linkcode ForwardingEntries} |
 * | policy rules | {@linkcode Rules}, {@linkcode RuleSpec} |
 * | traffic control | {@linkcode TrafficControl}, {@linkcode QdiscSpec}, {@linkcode TrafficClassSpec}, {@linkcode TrafficFilterSpec}, {@linkcode TrafficActionSpec} |
 * | VLANs, multicast groups and spanning trees of bridges | {@linkcode Bridges} |
 * | settings of IP on devices | {@linkcode NetworkSettings} |
 * | network namespaces | {@linkcode NetworkNamespaces} |
 * | changes as they happen | {@linkcode Monitor}, {@linkcode Change} |
 * | live copies in memory | {@linkcode Mirror} |
 * | what goes wrong | {@linkcode NetlinkError}, {@linkcode isRetryable} |
 * | IPsec: states and policies | {@linkcode Xfrm.open}, {@linkcode XfrmStates}, {@linkcode XfrmPolicies} |
 * | generic netlink: WireGuard, MACsec, FOU, TCP metrics, others | {@linkcode GenericNetlink.open}, {@linkcode Wireguard} |
 * | settings of network cards, wireless networks, devlink | {@linkcode GenericNetlink.open}; types in `@netlink/netlink/ethtool`, `…/wireless`, `…/devlink` |
 * | families by their specifications in YAML | `@netlink/netlink/ynl` |
 *
 * The classes of objects are types here, as programs get them from `Rtnetlink`.
 * They can be constructed, on connections of one's own, with
 * `@netlink/netlink/api`, which also has the types of each link kind and of each
 * encapsulation, and what objects are declared with. The kernel's own messages
 * are in `@netlink/netlink/messages`, sockets in `@netlink/netlink/socket`.
 *
 * @example List links
 * ```ts
 * import { Rtnetlink } from "@netlink/netlink";
 *
 * using net = Rtnetlink.open();
 * for await (const link of net.link.list()) console.log(link.name, link.state);
 * ```
 *
 * @example Make a bridge, or print why the kernel refuses
 * ```ts
 * import { NetlinkError, Rtnetlink } from "@netlink/netlink";
 *
 * using net = Rtnetlink.open();
 * try {
 *   await net.link.add({ name: "br0", bridge: { stp: true }, up: true });
 *   await net.link.delete("br0");
 * } catch (error) {
 *   if (!(error instanceof NetlinkError)) throw error;
 *   console.log(error.code, error.reason, error.attribute);
 * }
 * ```
 *
 * @example Watch links
 * ```ts
 * import { Rtnetlink } from "@netlink/netlink";
 *
 * export async function logLinks(net: Rtnetlink): Promise<void> {
 *   for await (const change of net.monitor(["link"], { snapshot: true })) {
 *     if (change.object === "link") console.log(change.value.name);
 *   }
 * }
 * ```
 *
 * @module
 */

// The network configuration, and requests.
export { Rtnetlink, type RtnetlinkOptions } from "./api/rtnetlink.ts";
export type { NetworkNamespace } from "./socket/namespace.ts";
export type {
  BatchOptions,
  Connection,
  ConnectionOptions,
  DumpOptions,
  Request,
  RequestOptions,
  Warning,
} from "./api/connection/connection.ts";
export type { DeleteOptions } from "./api/object/existence.ts";
export type { Listing } from "./api/connection/listing.ts";
export type { Objects } from "./api/object/objects.ts";
export type { Device } from "./api/mapping/device.ts";
export type { IpProtocol } from "./api/mapping/ip_protocol.ts";
export type { NumberRange } from "./api/mapping/number_range.ts";

// Links.
export type {
  LinkGetOptions,
  LinkListOptions,
  Links,
  LinkWaitOptions,
} from "./api/link/link.ts";
export type {
  AddressGenerationMode,
  Link,
  LinkCondition,
  LinkEvent,
  LinkFilter,
  LinkFlag,
  LinkGroup,
  LinkMode,
  LinkReference,
  LinkSettings,
  LinkSpec,
  LinkState,
  LinkStatistics,
  LinkStatsGroup,
  LinkStatsReport,
} from "./api/link/mod.ts";
export type { LinkKindOptions } from "./api/link/kinds/mod.ts";
export type { LinkPeer } from "./api/link/kinds/veth.ts";
export type { LinkPortOptions } from "./api/link/ports/mod.ts";
export type { LinkStats } from "./api/link/link_stats.ts";
export type {
  TunTapKey,
  TunTapOptions,
  TunTaps,
  TunTapSpec,
} from "./api/link/tuntap.ts";

// Addresses.
export type {
  Address,
  Addresses,
  AddressFilter,
  AddressFlag,
  AddressKey,
  AddressProtocol,
  AddressSpec,
} from "./api/address/address.ts";
export type {
  AddressLabel,
  AddressLabelFilter,
  AddressLabelKey,
  AddressLabels,
  AddressLabelSpec,
} from "./api/address/address_label.ts";
export type {
  JoinedAddress,
  JoinedAddresses,
  JoinedAddressFilter,
} from "./api/address/membership.ts";
export { isWithin } from "./api/mapping/prefixes.ts";

// Routes.
export type {
  AddRoutesOptions,
  DeleteRoutesOptions,
  Encapsulation,
  Route,
  RouteFilter,
  RouteMetricsSpec,
  RouteNextHopSpec,
  RouteQuery,
  Routes,
  RouteSpec,
  RouteState,
  WeightedRouteNextHopSpec,
} from "./api/route/route.ts";
export type {
  RouteFamily,
  RouteProtocol,
  RouteRealms,
  RouteScope,
  RouteTable,
  RouteType,
} from "./api/mapping/routing_names.ts";
export type {
  MulticastOutput,
  MulticastRoute,
  MulticastRouteFilter,
  MulticastRoutes,
} from "./api/route/multicast_route.ts";

// Next hop objects.
export type {
  Nexthop,
  NexthopBucket,
  NexthopFilter,
  NexthopKey,
  NexthopMember,
  Nexthops,
  NexthopSpec,
  ResilientGroup,
} from "./api/nexthop/nexthop.ts";

// Neighbors and forwarding entries.
export type {
  Neighbor,
  NeighborFilter,
  NeighborFlag,
  NeighborKey,
  Neighbors,
  NeighborSpec,
  NeighborState,
} from "./api/neighbor/neighbor.ts";
export type {
  NeighborTable,
  NeighborTableFilter,
  NeighborTableKey,
  NeighborTables,
  NeighborTableSpec,
} from "./api/neighbor_table/neighbor_table.ts";
export type {
  Forwarding,
  ForwardingEntries,
  ForwardingFilter,
  ForwardingKey,
  ForwardingSpec,
  ForwardingState,
} from "./api/forwarding/forwarding.ts";

// Bridges and traffic control; their other types are in `./api`.
export type { Bridges } from "./api/bridge/mod.ts";
export type {
  QdiscSpec,
  TrafficActionSpec,
  TrafficClassSpec,
  TrafficControl,
  TrafficFilterSpec,
} from "./api/tc/mod.ts";

// Rules.
export type {
  Rule,
  RuleAction,
  RuleFilter,
  Rules,
  RuleSpec,
} from "./api/rule/rule.ts";

// Settings of IP on devices, and network namespaces.
export type {
  Netconf,
  NetconfDevice,
  NetconfFilter,
  NetconfKey,
  NetworkSettings,
  ReversePathFilter,
} from "./api/netconf/netconf.ts";
export type {
  NamedNamespace,
  NamespaceId,
  NamespaceIdFilter,
  NetworkNamespaces,
} from "./api/netns.ts";

// Changes as they happen, and live copies.
export type {
  Cause,
  Change,
  Mirror,
  MirrorKey,
  MirrorNeighborKey,
  MirrorOptions,
  MirrorRouteKey,
  Monitor,
  MonitoredObject,
  MonitoredObjects,
  MonitorOptions,
  ObjectChange,
  Overrun,
  Resynced,
  SnapshotEnd,
  UntilOptions,
} from "./api/monitor/mod.ts";

// Errors.
export {
  AnswerLostError,
  ConnectionClosedError,
  DumpInterruptedError,
  DumpStalledError,
  isRetryable,
  MalformedAnswerError,
  NetlinkError,
  type NetlinkErrorDetails,
  type RequestDescription,
  RequestTimeoutError,
} from "./api/connection/errors.ts";
export { BatchError, type BatchFailure } from "./api/connection/batch_error.ts";
export { UnknownDeviceError } from "./api/object/lookup.ts";
export {
  type PartialChange,
  PartialChangeError,
} from "./api/link/partial_change_error.ts";
export { LinkTimeoutError } from "./api/link/wait.ts";
export {
  ConditionTimeoutError,
  MirrorClosedError,
} from "./api/monitor/mirror_error.ts";
export {
  NamespaceError,
  SocketError,
  UnsupportedError,
} from "./socket/error.ts";

// Generic netlink.
export {
  GenericNetlink,
  type GenericNetlinkOptions,
} from "./api/generic_netlink.ts";
export type {
  FamilyCommand,
  FamilyDefinition,
  FamilyInfo,
  GenericFamily,
} from "./api/connection/generic_family.ts";
export type { FouKey, FouPort, FouPorts, FouSpec } from "./api/generic/fou.ts";
export type {
  Macsec,
  MacsecAssociation,
  MacsecAssociationSpec,
  MacsecChannel,
  MacsecChannelSpec,
  MacsecFilter,
  MacsecLink,
} from "./api/generic/macsec.ts";
export type { Ila } from "./api/generic/ila.ts";
export type { Ioam } from "./api/generic/ioam.ts";
export type { L2tp } from "./api/generic/l2tp.ts";
export type { Mptcp } from "./api/generic/mptcp.ts";
export type { SegmentRouting } from "./api/generic/segment_routing.ts";
export type {
  TcpMetrics,
  TcpMetricsEntry,
  TcpMetricsFilter,
  TcpMetricsKey,
} from "./api/generic/tcp_metrics.ts";
export type { Wireguard } from "./api/wireguard/wireguard.ts";

// IPsec.
export { Xfrm } from "./api/xfrm/xfrm.ts";
export type {
  XfrmEvent,
  XfrmPolicies,
  XfrmPolicy,
  XfrmPolicySpec,
  XfrmState,
  XfrmStates,
  XfrmStateSpec,
} from "./api/xfrm/mod.ts";
