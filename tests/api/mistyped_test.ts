/**
 * What a new user mistypes, in any filter, key, spec or option of any object,
 * is refused by name, and before anything is sent.
 */

import type {
  AddressFilter,
  AddressKey,
  AddressSpec,
} from "../../api/address/address.ts";
import type {
  AddressLabelFilter,
  AddressLabelSpec,
} from "../../api/address/address_label.ts";
import { Connection } from "../../api/connection/connection.ts";
import type {
  BatchOptions,
  DumpOptions,
  RequestOptions,
} from "../../api/connection/connection.ts";
import type {
  ForwardingFilter,
  ForwardingSpec,
} from "../../api/forwarding/forwarding.ts";
import type { EventMonitorOptions } from "../../api/monitor/event_monitor.ts";
import type {
  IlaMappingFilter,
  IlaMappingKey,
  IlaMappingSpec,
} from "../../api/generic/ila.ts";
import type {
  IoamNamespaceSpec,
  IoamSchemaSpec,
} from "../../api/generic/ioam.ts";
import type {
  L2tpSessionChange,
  L2tpSessionFilter,
  L2tpSessionKey,
  L2tpSessionSpec,
} from "../../api/generic/l2tp_session.ts";
import type {
  L2tpTunnelFilter,
  L2tpTunnelKey,
  L2tpTunnelSpec,
} from "../../api/generic/l2tp_tunnel.ts";
import type { HmacKeySpec } from "../../api/generic/segment_routing.ts";
import type {
  MptcpEndpointChange,
  MptcpEndpointFilter,
  MptcpEndpointKey,
  MptcpEndpointSpec,
} from "../../api/generic/mptcp_endpoint.ts";
import type { MptcpLimitsSpec } from "../../api/generic/mptcp_limits.ts";
import type { FouSpec } from "../../api/generic/fou.ts";
import { GenericNetlink } from "../../api/generic_netlink.ts";
import type { LinkWaitOptions } from "../../api/link/link.ts";
import type { MonitorOptions } from "../../api/monitor/monitor.ts";
import type { LinkDetails, LinkFilter } from "../../api/link/filter.ts";
import { linkMapping } from "../../api/link/spec.ts";
import { linkKindMappings } from "../../api/link/kinds/mod.ts";
import { linkPortMappings } from "../../api/link/ports/mod.ts";
import type {
  MacsecAssociationSpec,
  MacsecChannelSpec,
  MacsecFilter,
} from "../../api/generic/macsec.ts";
import type { MulticastRouteFilter } from "../../api/route/multicast_route.ts";
import type {
  NeighborFilter,
  NeighborSpec,
} from "../../api/neighbor/neighbor.ts";
import type {
  NeighborTableFilter,
  NeighborTableSpec,
} from "../../api/neighbor_table/neighbor_table.ts";
import type { NetconfFilter, NetconfKey } from "../../api/netconf.ts";
import type { NamespaceIdFilter } from "../../api/netns.ts";
import type {
  NexthopBucketFilter,
  NexthopFilter,
  NexthopSpec,
} from "../../api/nexthop/nexthop.ts";
import type {
  RouteFilter,
  RouteQuery,
  RouteSpec,
} from "../../api/route/route.ts";
import { Rtnetlink, type RtnetlinkOptions } from "../../api/rtnetlink.ts";
import type { RuleSpec } from "../../api/rule/rule.ts";
import type { TunTapKey, TunTapSpec } from "../../api/link/tuntap.ts";
import type {
  TcpMetricsFilter,
  TcpMetricsKey,
} from "../../api/generic/tcp_metrics.ts";
import type { JoinedAddressFilter } from "../../api/address/membership.ts";
import type { ConnectionOptions } from "../../api/connection/connection.ts";
import type { DeleteOptions } from "../../api/connection/existence.ts";
import type { TunTapOptions } from "../../api/link/tuntap.ts";
import { Mirror } from "../../api/monitor/mirror.ts";
import type { MirrorOptions, UntilOptions } from "../../api/monitor/mirror.ts";
import type { NeighborTableKey } from "../../api/neighbor_table/neighbor_table.ts";
import type { DirectoryWatchOptions } from "../../socket/directory_watch.ts";
import type { WireguardMonitorOptions } from "../../api/wireguard/monitor.ts";
import type {
  WireguardConfig,
  WireguardFilter,
  WireguardSettings,
} from "../../api/wireguard/spec.ts";
import { FakeKernel } from "../support/fake_kernel.ts";
import {
  assertNamed,
  at,
  batchOptions,
  dumpOptions,
  kernel,
  net,
  requestOptions,
  settable,
  type Target,
  testMistyped,
} from "../support/mistyped.ts";
import type {
  XfrmDefaults,
  XfrmPolicyFilter,
  XfrmPolicyKey,
  XfrmPolicySpec,
  XfrmSpiSpec,
  XfrmStateFilter,
  XfrmStateKey,
  XfrmStateSpec,
  XfrmThresholds,
} from "../../api/xfrm/mod.ts";
import { Xfrm } from "../../api/xfrm/xfrm.ts";

const generic = new GenericNetlink(
  new Connection(kernel),
  new Connection(kernel),
  () => new FakeKernel(),
);
const { mptcp, l2tp, ioam, segmentRouting, ila, wireguard } = generic;

const xfrm = new Xfrm(
  new Connection(kernel),
  new Connection(kernel),
  () => new FakeKernel(),
);

function emptyMirror(): Mirror<"link"> {
  const mirror = new Mirror(["link"], () => new FakeKernel());
  mirror.ready.catch(() => {});
  mirror.close();
  return mirror;
}

const wireguardKey = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

const addressSpec: Required<AddressSpec> = {
  device: 1,
  address: "192.0.2.1",
  prefixLength: 24,
  peer: "192.0.2.2",
  broadcast: "192.0.2.255",
  anycast: "192.0.2.3",
  label: "d0",
  scope: "global",
  flags: ["nodad"],
  validLifetime: 20,
  preferredLifetime: 10,
  metric: 1,
  protocol: 4,
};

const routeSpec: Required<Omit<RouteSpec, "nexthopId">> = {
  to: "10.0.0.0/8",
  family: "inet",
  from: "10.0.0.0/8",
  tos: 8,
  table: 5,
  protocol: "static",
  scope: "global",
  type: "unicast",
  source: "192.0.2.1",
  metric: 5,
  metrics: { mtu: 1400 },
  nextHops: [{ device: 1 }],
  preference: "high",
  expires: 5,
  ttlPropagate: true,
  gateway: "192.0.2.2",
  device: 1,
  onlink: true,
  realms: { to: 5 },
  newDestination: [100],
  encap: { mpls: { labels: [100] } } as never,
};

const ruleSpec: Required<RuleSpec> = {
  family: "inet",
  priority: 5,
  not: true,
  from: "10.0.0.0/8",
  to: "10.0.0.0/8",
  tos: 8,
  dscp: 1,
  dscpMask: 1,
  mark: 1,
  markMask: 1,
  inputDevice: "d0",
  outputDevice: "d0",
  users: 5,
  ipProtocol: 6,
  sourcePorts: 5,
  sourcePortMask: 5,
  destinationPorts: 5,
  destinationPortMask: 5,
  flowLabel: 5,
  flowLabelMask: 5,
  tunnelId: 5n,
  action: "lookup",
  table: 5,
  l3mdev: false,
  goto: 5,
  suppressPrefixLength: 5,
  suppressGroup: 5,
  realms: { to: 5 },
  protocol: "static",
};

const neighborSpec: Required<NeighborSpec> = {
  device: 1,
  address: "192.0.2.2",
  proxy: true,
  linkAddress: "02:00:00:00:00:01",
  state: "permanent",
  flags: ["router"],
  protocol: "static",
  vlan: 5,
  vni: 5,
};

const forwardingSpec: Required<ForwardingSpec> = {
  device: 1,
  linkAddress: "02:00:00:00:00:01",
  vlan: 5,
  self: true,
  master: true,
  destination: "192.0.2.2",
  port: 5,
  vni: 5,
  sourceVni: 5,
  outputDevice: 1,
  nexthopId: 5,
  state: "static",
  sticky: true,
  externLearn: true,
  use: true,
  router: true,
};

const tableSpec: Required<NeighborTableSpec> = {
  name: "arp_cache",
  family: "inet",
  device: 1,
  threshold1: 1,
  threshold2: 1,
  threshold3: 1,
  gcInterval: 1,
  baseReachableTime: 1,
  retransmitTime: 1,
  gcStaleTime: 1,
  delayProbeTime: 1,
  queueLength: 1,
  queueLengthBytes: 1,
  appProbes: 1,
  unicastProbes: 1,
  multicastProbes: 1,
  multicastReprobes: 1,
  anycastDelay: 1,
  proxyDelay: 1,
  proxyQueueLength: 1,
  lockTime: 1,
  intervalProbeTime: 1,
};

const association: Required<MacsecAssociationSpec> = {
  number: 0,
  active: true,
  packetNumber: 1,
  key: "0123456789abcdef0123456789abcdef",
  keyId: "01",
  salt: "000000000000000000000000",
  ssci: 1,
};

const stateSpec: Required<XfrmStateSpec> = {
  source: "192.0.2.1",
  destination: "192.0.2.2",
  protocol: "esp",
  spi: 5,
  mode: "tunnel",
  requestId: 5,
  sequence: 5,
  encryption: { name: "cbc(aes)", key: "0102" },
  authentication: { name: "hmac(sha1)", key: "0102" },
  aead: { name: "rfc4106(gcm(aes))", key: "0102", icvLength: 16 },
  compression: { name: "deflate" },
  selector: { protocol: "tcp" },
  limits: { hardBytes: 5 },
  flags: ["esn"],
  extraFlags: ["oseq-may-wrap"],
  replayWindow: 5,
  sequenceNumbers: { sent: 5n },
  encapsulation: { type: "espinudp", sourcePort: 5, destinationPort: 5 },
  careOfAddress: "192.0.2.3",
  securityContext: "a",
  mark: 5,
  outputMark: 5,
  interfaceId: 5,
  padding: 5,
  offload: { device: 1 },
  direction: "in",
  natKeepalive: 5,
  mappingThreshold: 5,
  cpu: 5,
  iptfs: { packetSize: 5 },
};

const policySpec: Required<XfrmPolicySpec> = {
  direction: "in",
  selector: { source: "192.0.2.0/24" },
  action: "allow",
  templates: [{ protocol: "esp" }],
  priority: 5,
  index: 5,
  type: "main",
  flags: ["localok"],
  share: "any",
  limits: { hardBytes: 5 },
  mark: 5,
  interfaceId: 5,
  securityContext: "a",
  offload: 1,
};

const details: Required<LinkDetails> = {
  virtualFunctions: true,
  statistics: false,
  bridgeVlans: "ranges",
  mrp: true,
  cfm: true,
  multipleSpanningTrees: true,
  netnsId: 5,
};
const route = { to: "10.0.0.0/8" };
const addressKey = { device: 1, address: "192.0.2.1/24" };
const neighborKey = { device: 1, address: "192.0.2.2" };
const entryKey = { device: 1, linkAddress: "02:00:00:00:00:01" };
const channel = { sci: "0200000000020001" };

const targets: Target[] = [
  ...at<LinkFilter>(
    "link.list",
    {
      master: 1,
      kind: "vlan",
      portKind: "bridge",
      up: true,
      group: 5,
      type: "ether",
      family: "bridge",
    },
    (filter) => net.link.list(filter).toArray(),
  ),
  ...at<DumpOptions & LinkDetails>(
    "options of link.list",
    { ...dumpOptions, ...details },
    (options) => net.link.list({}, options).toArray(),
  ),
  ...at<RequestOptions & LinkDetails>(
    "options of link.get",
    { ...requestOptions, ...details },
    (options) => net.link.get(1, options),
    (options) => net.link.find(1, options),
  ),
  ...at<AddressFilter>(
    "address.list",
    {
      device: 1,
      family: "inet",
      scope: "global",
      label: "d0",
      within: "192.0.2.0/24",
      flags: ["nodad"],
    },
    (filter) => net.address.list(filter).toArray(),
    (filter) => net.address.flush(filter),
  ),
  ...at<AddressSpec>(
    "address.add",
    addressSpec,
    (spec) => net.address.add(spec),
    (spec) => net.address.replace(spec),
    (spec) => net.address.change(spec),
  ),
  ...at<AddressKey>(
    "address.get",
    { device: 1, address: "192.0.2.1", prefixLength: 24, peer: "192.0.2.2" },
    (key) => net.address.get(key),
    (key) => net.address.find(key),
    (key) => net.address.delete(key),
  ),
  ...at<RouteFilter>(
    "route.list",
    {
      family: "inet",
      table: 5,
      protocol: "static",
      type: "unicast",
      scope: "global",
      tos: 8,
      device: 1,
      gateway: "192.0.2.1",
      source: "192.0.2.1",
      metric: 5,
      nexthopId: 5,
      to: "10.0.0.0/8",
      from: "10.0.0.0/8",
      root: "10.0.0.0/8",
      match: "10.0.0.0/8",
      cached: true,
    },
    (filter) => net.route.list(filter).toArray(),
    (filter) => net.route.list(filter).chunks().next(),
    (filter) => net.route.flush(filter),
  ),
  // A complete route with the number of a next hop counts as one that was
  // listed.
  ...at<Pick<RouteSpec, "to" | "nexthopId">>(
    "route.add with a next hop object",
    { to: "10.0.0.0/8", nexthopId: 5 },
    (spec) => net.route.add(spec),
    (spec) => net.route.get(spec),
    (spec) => net.route.delete(spec),
  ),
  ...at<Omit<RouteSpec, "nexthopId">>(
    "route.add",
    routeSpec,
    (spec) => net.route.add(spec),
    (spec) => net.route.append(spec),
    (spec) => net.route.get(spec),
    (spec) => net.route.find(spec),
    (spec) => net.route.delete(spec),
    (spec) => net.route.addAll([spec]),
    (spec) => net.route.deleteAll([spec]),
  ),
  ...at<RouteQuery>(
    "route.resolve",
    {
      to: "10.0.0.1",
      from: "10.0.0.2",
      tos: 8,
      inputDevice: 1,
      device: 1,
      mark: 5,
      uid: 5,
      ipProtocol: 6,
      sourcePort: 5,
      destinationPort: 5,
      flowLabel: 5,
      match: true,
    },
    (query) => net.route.resolve(query),
  ),
  ...at<BatchOptions & { replace?: boolean }>(
    "options of route.addAll",
    { ...batchOptions, replace: true },
    (options) => net.route.addAll([route], options),
  ),
  ...at<DumpOptions>(
    "options of list",
    dumpOptions,
    (options) => net.route.list({}, options).toArray(),
    (options) => net.rule.list({}, options).chunks().next(),
    (options) => net.netconf.list({}, options).toArray(),
    (options) => net.neighborTable.list({}, options).toArray(),
    (options) => net.netns.ids({}, options).toArray(),
    (options) => net.multicastRoute.list({}, options).toArray(),
    (options) => generic.macsec.list({}, options).toArray(),
    (options) => generic.fou.list(options).toArray(),
    (options) => mptcp.endpoint.list({}, options).toArray(),
    (options) => l2tp.tunnel.list({}, options).toArray(),
    (options) => l2tp.session.list({}, options).toArray(),
    (options) => ioam.listNamespaces(options).toArray(),
    (options) => ioam.listSchemas(options).toArray(),
    (options) => segmentRouting.listKeys(options).toArray(),
    (options) => ila.list({}, options).toArray(),
    (options) => wireguard.list({}, options).toArray(),
    (options) => generic.tcpMetrics.list({}, options).toArray(),
    (options) => net.link.stats.list([], options).toArray(),
    (options) => net.address.list({}, options).toArray(),
    (options) => net.addressLabel.list({}, options).chunks().next(),
    (options) => net.multicastAddress.list({}, options).toArray(),
    (options) => net.anycastAddress.list({}, options).toArray(),
    (options) => net.neighbor.list({}, options).toArray(),
    (options) => net.forwarding.list({}, options).toArray(),
    (options) => net.nexthop.list({}, options).toArray(),
    (options) => net.nexthop.buckets({}, options).toArray(),
    (options) => net.netns.list(options).toArray(),
    (options) => generic.families(options).toArray(),
  ),
  ...at<RequestOptions>(
    "options of requests",
    requestOptions,
    (options) => net.route.add(route, options),
    (options) => net.route.get(route, options),
    (options) => net.address.flush({ device: 1 }, options),
    (options) => net.link.set(1, { mtu: 1400 }, options),
    (options) => net.link.add({ name: "d0", kind: "dummy" }, options),
    (options) => net.nexthop.bucket(1, 0, options),
    (options) => net.link.stats.get(1, [], options),
    (options) => net.link.stats.find(1, [], options),
    (options) => net.link.stats.setHardware(1, true, options),
    (options) => generic.fou.get({ port: 5 }, options),
    (options) => mptcp.endpoint.get({ id: 5 }, options),
    (options) => mptcp.endpoint.find({ id: 5 }, options),
    (options) => mptcp.endpoint.add({ address: "192.0.2.1" }, options),
    (options) => mptcp.endpoint.flush(options),
    (options) => mptcp.limits.get(options),
    (options) => l2tp.tunnel.get({ id: 5 }, options),
    (options) => ioam.addNamespace({ id: 5 }, options),
    (options) => ioam.setSchema(5, null, options),
    (options) => segmentRouting.getTunnelSource(options),
    (options) => segmentRouting.setTunnelSource("::", options),
    (options) => segmentRouting.deleteKey(5, options),
    (options) => ila.flush(options),
    (options) => mptcp.limits.set({ subflows: 5 }, options),
    (options) => generic.fou.find({ port: 5 }, options),
    (options) => generic.fou.add({ port: 5 }, options),
    (options) => net.link.replace({ name: "d0", kind: "dummy" }, options),
    (options) => net.link.change({ name: "d0", mtu: 1400 }, options),
    (options) => net.link.addNames(1, ["other"], options),
    (options) => net.link.deleteNames(1, ["other"], options),
    (options) => net.route.find(route, options),
    (options) => net.route.replace(route, options),
    (options) => net.route.change(route, options),
    (options) => net.route.append(route, options),
    (options) => net.route.prepend(route, options),
    (options) => net.route.resolve("10.0.0.1", options),
    (options) => net.route.flush(route, options),
    (options) => net.address.get(addressKey, options),
    (options) => net.address.find(addressKey, options),
    (options) => net.address.add(addressKey, options),
    (options) => net.rule.flush({ priority: 5 }, options),
    (options) => net.rule.get({ priority: 5 }, options),
    (options) => net.neighbor.get(neighborKey, options),
    (options) => net.neighbor.flush({ device: 1 }, options),
    (options) => net.forwarding.get(entryKey, options),
    (options) => net.forwarding.append(entryKey, options),
    (options) => net.forwarding.flush({ device: 1 }, options),
    (options) => net.nexthop.get({ id: 5 }, options),
    (options) => net.nexthop.flush({ device: 1 }, options),
    (options) => net.neighborTable.get({ name: "arp_cache" }, options),
    (options) => net.neighborTable.find({ name: "arp_cache" }, options),
    (options) => net.neighborTable.change({ name: "arp_cache" }, options),
    (options) => net.addressLabel.get({ prefix: "2001:db8::/32" }, options),
    (options) => net.addressLabel.resolve("2001:db8::1", undefined, options),
    (options) => net.netconf.get({ device: 1 }, options),
    (options) => net.netconf.find({ device: 1 }, options),
    (options) => net.netns.getId("/proc/self/ns/net", options),
    (options) => net.netns.setId("/proc/self/ns/net", 5, options),
    (options) => generic.resolve("macsec", options),
    (options) => generic.tcpMetrics.get({ address: "192.0.2.1" }, options),
    (options) => generic.tcpMetrics.find({ address: "192.0.2.1" }, options),
    (options) => generic.tcpMetrics.flush({ all: true }, options),
    (options) => generic.tcpMetrics.flush({ family: "inet" }, options),
    (options) => generic.macsec.get(1, options),
    (options) => generic.macsec.find(1, options),
    (options) => generic.macsec.addTransmitAssociation(1, association, options),
    (options) => generic.macsec.addChannel(1, channel, options),
    (options) => generic.macsec.changeChannel(1, channel, options),
    (options) =>
      generic.macsec.addReceiveAssociation(1, channel, association, options),
    (options) =>
      generic.macsec.changeTransmitAssociation(1, { number: 0 }, options),
    (options) =>
      generic.macsec.changeReceiveAssociation(
        1,
        channel,
        { number: 0 },
        options,
      ),
    (options) => generic.macsec.setOffload(1, "off", options),
    (options) => wireguard.get(1, options),
    (options) => wireguard.find(1, options),
    (options) => wireguard.set(1, {}, options),
    (options) => wireguard.apply(1, {}, options),
  ),
  ...at<RequestOptions & { ifExists?: boolean }>(
    "options of delete",
    { ...requestOptions, ifExists: true },
    (options) => net.route.delete(route, options),
    (options) => net.link.delete(1, options),
    (options) => generic.tcpMetrics.delete({ address: "192.0.2.1" }, options),
    (options) => generic.fou.delete({ port: 5 }, options),
    (options) => mptcp.endpoint.delete({ id: 5 }, options),
    (options) => l2tp.tunnel.delete({ id: 5 }, options),
    (options) => l2tp.session.delete({ tunnelId: 5, id: 5 }, options),
    (options) => ioam.deleteNamespace(5, options),
    (options) => ioam.deleteSchema(5, options),
    (options) => ila.delete({ match: "1:2:3:4" }, options),
    (options) =>
      generic.macsec.deleteChannel(1, { sci: "0000000000000001" }, options),
    (options) =>
      generic.macsec.deleteTransmitAssociation(1, { number: 0 }, options),
    (options) =>
      generic.macsec.deleteReceiveAssociation(
        1,
        channel,
        { number: 0 },
        options,
      ),
    (options) => net.address.delete(addressKey, options),
    (options) => net.rule.delete({ priority: 5 }, options),
    (options) => net.neighbor.delete(neighborKey, options),
    (options) => net.forwarding.delete(entryKey, options),
    (options) => net.nexthop.delete({ id: 5 }, options),
    (options) => net.addressLabel.delete({ prefix: "2001:db8::/32" }, options),
  ),
  ...at<BatchOptions & { ifExists?: boolean }>(
    "options of route.deleteAll",
    { ...batchOptions, ifExists: true },
    (options) => net.route.deleteAll([route], options),
  ),
  ...at<RuleSpec>(
    "rule",
    ruleSpec,
    (filter) => net.rule.list(filter).toArray(),
    (filter) => net.rule.flush(filter),
    (spec) => net.rule.add(spec),
    (key) => net.rule.get(key),
    (key) => net.rule.delete(key),
  ),
  ...at<NeighborFilter>(
    "neighbor.list",
    {
      device: 1,
      family: "inet",
      master: 1,
      states: ["stale"],
      within: "192.0.2.0/24",
      proxy: true,
    },
    (filter) => net.neighbor.list(filter).toArray(),
    (filter) => net.neighbor.flush(filter),
  ),
  ...at<NeighborSpec>(
    "neighbor.add",
    neighborSpec,
    (spec) => net.neighbor.add(spec),
    (spec) => net.neighbor.replace(spec),
  ),
  ...at<ForwardingFilter>(
    "forwarding.list",
    {
      device: 1,
      bridge: 1,
      vlan: 5,
      state: "static",
      linkAddress: "02:00:00:00:00:01",
    },
    (filter) => net.forwarding.list(filter).toArray(),
    (filter) => net.forwarding.flush(filter),
  ),
  ...at<ForwardingSpec>(
    "forwarding.add",
    forwardingSpec,
    (spec) => net.forwarding.add(spec),
    (spec) => net.forwarding.append(spec),
    (key) => net.forwarding.get(key),
    (key) => net.forwarding.delete(key),
  ),
  ...at<NexthopFilter>(
    "nexthop.list",
    {
      family: "inet",
      device: 1,
      master: 1,
      groups: true,
      fdb: true,
      protocol: "static",
      statistics: "hardware",
    },
    (filter) => net.nexthop.list(filter).toArray(),
    (filter) => net.nexthop.flush(filter),
  ),
  ...at<NexthopSpec>(
    "nexthop.add",
    {
      id: 1,
      family: "inet",
      protocol: "static",
      device: 1,
      gateway: "192.0.2.1",
      blackhole: true,
      onlink: true,
      fdb: true,
      encap: { mpls: { labels: [100] } } as never,
      group: [{ id: 5 }],
      groupType: "mpath",
      resilient: { buckets: 4 },
      hardwareStatistics: true,
      destinationPort: 4789,
    },
    (spec) => net.nexthop.add(spec),
  ),
  ...at<{ id: number }>(
    "nexthop.get",
    { id: 5 },
    (key) => net.nexthop.get(key),
    (key) => net.nexthop.delete(key),
  ),
  ...at<NexthopBucketFilter>(
    "nexthop.buckets",
    { group: 1, nexthop: 1, device: 1, master: 1 },
    (filter) => net.nexthop.buckets(filter).toArray(),
  ),
  ...at<NeighborTableFilter>(
    "neighborTable.list",
    { family: "inet", name: "arp_cache", device: 1 },
    (filter) => net.neighborTable.list(filter).toArray(),
  ),
  ...at<NeighborTableSpec>(
    "neighborTable.change",
    tableSpec,
    (spec) => net.neighborTable.change(spec),
  ),
  ...at<NeighborTableKey>(
    "neighborTable.get",
    { name: "arp_cache", family: "inet", device: 1 },
    (key) => net.neighborTable.get(key),
    (key) => net.neighborTable.find(key),
  ),
  ...at<JoinedAddressFilter>(
    "multicastAddress.list",
    { device: 1, family: "inet" },
    (filter) => net.multicastAddress.list(filter).toArray(),
    (filter) => net.anycastAddress.list(filter).toArray(),
  ),
  ...at<AddressLabelFilter>(
    "addressLabel.list",
    { device: 1, within: "2001:db8::/32", label: 5 },
    (filter) => net.addressLabel.list(filter).toArray(),
  ),
  ...at<AddressLabelSpec>(
    "addressLabel.add",
    { prefix: "2001:db8::/32", device: 1, label: 5 },
    (spec) => net.addressLabel.add(spec),
  ),
  ...at<{ prefix: string; device?: number }>(
    "addressLabel.get",
    { prefix: "2001:db8::/32", device: 1 },
    (key) => net.addressLabel.get(key),
    (key) => net.addressLabel.delete(key),
  ),
  ...at<NetconfFilter>(
    "netconf.list",
    { family: "inet", device: 1 },
    (filter) => net.netconf.list(filter).toArray(),
  ),
  ...at<NetconfKey>(
    "netconf.get",
    { family: "inet", device: 1 },
    (key) => net.netconf.get(key),
    (key) => net.netconf.find(key),
  ),
  ...at<MulticastRouteFilter>(
    "multicastRoute.list",
    { family: "inet", table: 5, inputDevice: 1 },
    (filter) => net.multicastRoute.list(filter).toArray(),
  ),
  ...at<NamespaceIdFilter>(
    "netns.ids",
    { target: 5 },
    (filter) => net.netns.ids(filter).toArray(),
  ),
  ...at<TcpMetricsFilter>(
    "tcpMetrics.list",
    { family: "inet", within: "10.0.0.0/8", sourceWithin: "10.0.0.0/8" },
    (filter) => generic.tcpMetrics.list(filter).toArray(),
    (filter) => generic.tcpMetrics.flush(filter),
  ),
  ...at<TcpMetricsKey>(
    "tcpMetrics.get",
    { address: "192.0.2.1", source: "192.0.2.2" },
    (key) => generic.tcpMetrics.get(key),
    (key) => generic.tcpMetrics.delete(key),
  ),
  ...at<FouSpec>(
    "fou.add",
    {
      port: 5,
      family: "inet",
      local: "192.0.2.1",
      peer: "192.0.2.2",
      peerPort: 5,
      device: 1,
      type: "gue",
      protocol: 4,
      remoteChecksumAtOnce: true,
    },
    (spec) => generic.fou.add(spec),
  ),
  ...at<WireguardFilter>(
    "wireguard.list",
    {
      listenPort: 5,
      firewallMark: 5,
      publicKey: wireguardKey,
      peer: wireguardKey,
    },
    (filter) => wireguard.list(filter).toArray(),
  ),
  ...at<WireguardSettings>(
    "wireguard.set",
    {
      privateKey: wireguardKey,
      listenPort: 5,
      firewallMark: 5,
      peers: [],
      replacePeers: true,
    },
    (settings) => wireguard.set(1, settings),
  ),
  ...at<WireguardConfig>(
    "wireguard.apply",
    { privateKey: wireguardKey, listenPort: 5, firewallMark: 5, peers: [] },
    (config) => wireguard.apply(1, config),
  ),
  ...at<WireguardMonitorOptions>(
    "wireguard.monitor",
    { interval: 1, counters: true, signal: AbortSignal.abort() },
    (options) => wireguard.monitor(1, options),
  ),
  ...at<MptcpEndpointFilter>(
    "mptcp.endpoint.list",
    { family: "inet", device: 1 },
    (filter) => mptcp.endpoint.list(filter).toArray(),
  ),
  ...at<MptcpEndpointSpec>(
    "mptcp.endpoint.add",
    { address: "192.0.2.1", id: 5, port: 5, device: 1, flags: ["signal"] },
    (spec) => mptcp.endpoint.add(spec),
  ),
  ...at<MptcpEndpointChange>(
    "mptcp.endpoint.change",
    { backup: true, fullmesh: false },
    (change) => mptcp.endpoint.change({ id: 5 }, change),
  ),
  ...at<MptcpEndpointKey>(
    "mptcp.endpoint.get",
    { id: 5 },
    (key) => mptcp.endpoint.get(key),
    (key) => mptcp.endpoint.find(key),
    (key) => mptcp.endpoint.delete(key),
    (key) => mptcp.endpoint.change(key, { backup: true, fullmesh: false }),
  ),
  ...at<MptcpLimitsSpec>(
    "mptcp.limits.set",
    { subflows: 5, acceptedAddresses: 5 },
    (spec) => mptcp.limits.set(spec),
  ),
  ...at<EventMonitorOptions>(
    "options of monitors of families",
    { signal: new AbortController().signal, receiveBuffer: 5 },
    (options) => mptcp.monitor(options),
    (options) => ioam.monitor(options),
  ),
  ...at<L2tpTunnelSpec>(
    "l2tp.tunnel.add",
    {
      id: 5,
      peerId: 5,
      local: "192.0.2.1",
      remote: "192.0.2.2",
      encapsulation: "udp",
      localPort: 5,
      remotePort: 5,
      checksum: true,
      zeroChecksum6Tx: true,
      zeroChecksum6Rx: true,
    },
    (spec) => l2tp.tunnel.add(spec),
  ),
  ...at<L2tpTunnelKey>(
    "l2tp.tunnel.get",
    { id: 5 },
    (key) => l2tp.tunnel.get(key),
    (key) => l2tp.tunnel.find(key),
    (key) => l2tp.tunnel.delete(key),
  ),
  ...at<L2tpTunnelFilter>(
    "l2tp.tunnel.list",
    { peerId: 5 },
    (filter) => l2tp.tunnel.list(filter).toArray(),
  ),
  ...at<L2tpSessionSpec>(
    "l2tp.session.add",
    {
      tunnelId: 5,
      id: 5,
      peerId: 5,
      name: "l2tp0",
      sublayer: "none",
      cookie: new Uint8Array(4),
      peerCookie: new Uint8Array(8),
      sendSequence: true,
      receiveSequence: true,
      reorderTimeout: 5,
    },
    (spec) => l2tp.session.add(spec),
  ),
  ...at<L2tpSessionKey>(
    "l2tp.session.get",
    { tunnelId: 5, id: 5 },
    (key) => l2tp.session.get(key),
    (key) => l2tp.session.find(key),
    (key) => l2tp.session.delete(key),
    (key) => l2tp.session.change(key, { sendSequence: true }),
  ),
  ...at<L2tpSessionChange>(
    "l2tp.session.change",
    { sendSequence: true, receiveSequence: true, reorderTimeout: 5 },
    (change) => l2tp.session.change({ tunnelId: 5, id: 5 }, change),
  ),
  ...at<L2tpSessionFilter>(
    "l2tp.session.list",
    { tunnelId: 5 },
    (filter) => l2tp.session.list(filter).toArray(),
  ),
  ...at<IoamNamespaceSpec>(
    "ioam.addNamespace",
    { id: 5, data: 5, wideData: 5n },
    (spec) => ioam.addNamespace(spec),
  ),
  ...at<IoamSchemaSpec>(
    "ioam.addSchema",
    { id: 5, data: new Uint8Array(4) },
    (spec) => ioam.addSchema(spec),
  ),
  ...at<HmacKeySpec>(
    "segmentRouting.setKey",
    { id: 5, algorithm: "sha1", secret: new Uint8Array(4) },
    (spec) => segmentRouting.setKey(spec),
  ),
  ...at<IlaMappingSpec>(
    "ila.add",
    {
      match: "1:2:3:4",
      device: 1,
      locator: "1:2:3:5",
      checksumMode: "no-action",
      identifierType: "luid",
    },
    (spec) => ila.add(spec),
  ),
  ...at<IlaMappingKey>(
    "ila.delete",
    { match: "1:2:3:4", device: 1 },
    (key) => ila.delete(key),
  ),
  ...at<IlaMappingFilter>(
    "ila.list",
    { device: 1 },
    (filter) => ila.list(filter).toArray(),
  ),
  ...at<MacsecFilter>(
    "macsec.list",
    { device: 1 },
    (filter) => generic.macsec.list(filter).toArray(),
  ),
  ...at<MacsecAssociationSpec>(
    "macsec.addTransmitAssociation",
    association,
    (spec) => generic.macsec.addTransmitAssociation(1, spec),
  ),
  ...at<{ number: number; active?: boolean; packetNumber?: number }>(
    "macsec.changeTransmitAssociation",
    { number: 0, active: true, packetNumber: 5 },
    (change) => generic.macsec.changeTransmitAssociation(1, change),
  ),
  ...at<{ number: number }>(
    "macsec.deleteTransmitAssociation",
    { number: 0 },
    (key) => generic.macsec.deleteTransmitAssociation(1, key),
  ),
  ...at<MacsecChannelSpec>(
    "macsec.addChannel",
    { sci: "0200000000020001", active: true },
    (spec) => generic.macsec.addChannel(1, spec),
  ),
];

targets.push(
  ...at<XfrmStateSpec>(
    "xfrm.state.add",
    stateSpec,
    (spec) => xfrm.state.add(spec),
    (spec) => xfrm.state.update(spec),
  ),
  ...at<XfrmStateKey>(
    "xfrm.state.get",
    {
      destination: "192.0.2.2",
      protocol: "esp",
      spi: 5,
      source: "192.0.2.1",
      mark: 5,
    },
    (key) => xfrm.state.get(key),
    (key) => xfrm.state.find(key),
    (key) => xfrm.state.delete(key),
  ),
  ...at<XfrmStateFilter>(
    "xfrm.state.list",
    {
      family: "inet",
      source: "192.0.2.1",
      destination: "192.0.2.2",
      protocol: "esp",
      spi: 5,
      mode: "tunnel",
      requestId: 5,
      flags: ["esn"],
      interfaceId: 5,
      direction: "in",
    },
    (filter) => xfrm.state.list(filter).toArray(),
    (filter) => xfrm.state.list(filter).chunks().next(),
    (filter) => xfrm.state.flush(filter),
  ),
  ...at<XfrmSpiSpec>(
    "xfrm.state.allocateSpi",
    {
      source: "192.0.2.1",
      destination: "192.0.2.2",
      protocol: "esp",
      mode: "tunnel",
      requestId: 5,
      sequence: 5,
      mark: 5,
      direction: "in",
      cpu: 5,
      min: 5,
      max: 5,
    },
    (spec) => xfrm.state.allocateSpi(spec),
  ),
  ...at<XfrmPolicySpec>(
    "xfrm.policy.add",
    policySpec,
    (spec) => xfrm.policy.add(spec),
    (spec) => xfrm.policy.update(spec),
  ),
  ...at<XfrmPolicyKey>(
    "xfrm.policy.get",
    {
      direction: "in",
      selector: { source: "192.0.2.0/24" },
      index: 5,
      type: "main",
      mark: 5,
      interfaceId: 5,
      securityContext: "a",
    },
    (key) => xfrm.policy.get(key),
    (key) => xfrm.policy.find(key),
    (key) => xfrm.policy.delete(key),
  ),
  ...at<XfrmPolicyFilter>(
    "xfrm.policy.list",
    {
      family: "inet",
      direction: "in",
      source: "192.0.2.1",
      destination: "192.0.2.2",
      protocol: "tcp",
      device: 1,
      index: 5,
      type: "main",
      action: "allow",
      priority: 5,
      flags: ["localok"],
      interfaceId: 5,
      ofSocket: true,
    },
    (filter) => xfrm.policy.list(filter).toArray(),
    (filter) => xfrm.policy.list(filter).chunks().next(),
    (filter) => xfrm.policy.flush(filter),
  ),
  ...at<Partial<XfrmDefaults>>(
    "xfrm.policy.setDefault",
    { in: "block", fwd: "block", out: "accept" },
    (defaults) => xfrm.policy.setDefault(defaults),
  ),
  ...at<XfrmThresholds>(
    "xfrm.policy.setThresholds",
    { ipv4: { local: 5, remote: 5 }, ipv6: { local: 5, remote: 5 } },
    (thresholds) => xfrm.policy.setThresholds(thresholds),
  ),
  ...at<RequestOptions>(
    "options of IPsec",
    requestOptions,
    (options) => xfrm.state.add(stateSpec, options),
    (options) => xfrm.state.count(options),
    (options) => xfrm.state.flush({ all: true }, options),
    (options) => xfrm.policy.add(policySpec, options),
    (options) => xfrm.policy.getDefault(options),
  ),
  ...at<EventMonitorOptions>(
    "options of xfrm.monitor",
    { signal: new AbortController().signal, receiveBuffer: 65536 },
    (options) => xfrm.monitor(["state"], options),
  ),
  ...at<MonitorOptions>(
    "options of monitor",
    {
      signal: new AbortController().signal,
      snapshot: true,
      stateless: false,
      verifyEvery: 5,
      receiveBuffer: 65536,
      allNamespaces: false,
      nonblocking: false,
    },
    (options) => net.monitor(["link"], options),
  ),
  ...at<MirrorOptions>(
    "options of mirror",
    {
      signal: new AbortController().signal,
      verifyEvery: 5,
      receiveBuffer: 65536,
      nonblocking: false,
    },
    (options) => net.mirror(["link"], options),
  ),
  ...at<UntilOptions>(
    "options of mirror.until",
    { signal: new AbortController().signal, timeout: 5 },
    (options) => emptyMirror().until(() => true, options),
  ),
  ...at<ConnectionOptions>(
    "options of a connection",
    {
      timeout: 5,
      nonblocking: false,
      onWarning: () => {},
      debug: () => {},
      firstSequence: 1,
    },
    (options) => new Connection(new FakeKernel(), options),
  ),
  ...at<DirectoryWatchOptions>(
    "options of netns.watch",
    { signal: new AbortController().signal },
    (options) => net.netns.watch(options),
  ),
  ...at<Pick<DeleteOptions, "ifExists">>(
    "options of netns.delete",
    { ifExists: true },
    (options) => net.netns.delete("nosuch", options),
  ),
  ...at<TunTapOptions>(
    "options of tuntap",
    { netns: "blue" },
    (options) => net.tuntap.add({ name: "tap0", type: "tap" }, options),
    (options) => net.tuntap.delete({ name: "tap0", type: "tap" }, options),
  ),
  ...at<RtnetlinkOptions>(
    "options of open",
    {
      netns: "blue",
      strict: true,
      groups: [1],
      receiveBuffer: 65536,
      sendBuffer: 65536,
      room: 65536,
      timeout: 5,
      onWarning: () => {},
      nonblocking: false,
      debug: () => {},
      firstSequence: 1,
    },
    (options) => Rtnetlink.open(options),
    (options) => GenericNetlink.open(options),
    (options) => Xfrm.open(options),
  ),
  ...at<LinkWaitOptions>(
    "options of link.waitFor",
    { signal: new AbortController().signal, timeout: 5 },
    (options) => net.link.waitFor(1, "present", options),
  ),
  ...at<TunTapSpec>(
    "tuntap.add",
    {
      name: "tap0",
      type: "tap",
      owner: 0,
      group: 0,
      packetInformation: true,
      virtioHeader: true,
      multiQueue: true,
    },
    (spec) => net.tuntap.add(spec),
  ),
  ...at<TunTapKey>(
    "tuntap.delete",
    { name: "tap0", type: "tap" },
    (key) => net.tuntap.delete(key),
  ),
);

testMistyped(targets);

for (
  const [what, call] of Object.entries({
    "link.add": (spec: object) => net.link.add(spec),
    "link.set": (spec: object) => net.link.set(1, spec),
    "link.replace": (spec: object) => net.link.replace(spec),
  })
) {
  const target = { name: what, valid: {}, call: call as Target["call"] };
  Deno.test(`${what} refuses what is mistyped`, async () => {
    const name = "d0";
    await assertNamed(target, { name, mtuu: 5 }, "mtuu");
    for (const property of settable(linkMapping)) {
      const value = { wrong: true };
      await assertNamed(target, { name, [property]: value }, property);
    }
    const kinds = Object.entries(linkKindMappings);
    const ports = Object.entries(linkPortMappings);
    for (const [kind, mapping] of [...kinds, ...ports]) {
      const unknown = { name, [kind]: { mistyped: 5 } };
      await assertNamed(target, unknown, `${kind}.mistyped`);
      for (const property of settable(mapping)) {
        const wrong = { name, [kind]: { [property]: { wrong: true } } };
        await assertNamed(target, wrong, `${kind}.${property}`);
      }
    }
  });
}
