/**
 * What a monitor reports.
 *
 * @module
 */

import type { MdbMessage } from "../../messages/mdb/mdb.ts";
import type { NsidMessage } from "../../messages/nsid/nsid.ts";
import type { PrefixMessage } from "../../messages/prefix/prefix.ts";
import type { TcActionMessage } from "../../messages/tc/action.ts";
import type { TunnelMessage } from "../../messages/tunnel/tunnel.ts";
import type { VlanDatabaseMessage } from "../../messages/vlan_database/vlan_database.ts";
import type { GlobalVlan } from "../bridge/global_vlan_fields.ts";
import type { MulticastEntry } from "../bridge/mdb_fields.ts";
import type { BridgeVlan } from "../bridge/vlan_types.ts";
import type { VxlanNetwork } from "../bridge/vni_fields.ts";
import type { Address } from "../address/spec.ts";
import type { Forwarding } from "../forwarding/spec.ts";
import type { Link } from "../link/spec.ts";
import type { LinkStatsReport } from "../link/stats.ts";
import type { MulticastRoute } from "../route/multicast_route.ts";
import type { Neighbor } from "../neighbor/spec.ts";
import type { Netconf } from "../netconf/netconf.ts";
import type { Nexthop } from "../nexthop/spec.ts";
import type { Route } from "../route/spec.ts";
import type { Rule } from "../rule/spec.ts";
import type { TrafficChain } from "../tc/chain_spec.ts";
import type { TrafficClass } from "../tc/class_spec.ts";
import type { TrafficAction } from "../tc/action_spec.ts";
import type { TrafficFilter } from "../tc/filter_spec.ts";
import type { Qdisc } from "../tc/qdisc_spec.ts";

/** Why a change is reported. */
export type Cause = "notification" | "snapshot" | "resync" | "verification";

/** The objects that can be watched, in people's terms where there are such. */
export interface MonitoredObjects {
  /**
   * Actions of traffic control, those of one report; they can be watched, but not
   * listed. Of a flush, the report has one without settings, with the number of
   * those that are gone as its `cookie`.
   */
  action: TrafficAction[];
  /** Addresses. */
  address: Address;
  /**
   * VLANs of bridges and their ports, each of its own; monitors that are
   * stateless report ranges as the kernel does.
   */
  bridgeVlan: BridgeVlan;
  /**
   * Classes of queueing disciplines. Those of `cake`, `fq_codel` and `sfq` are
   * flows, which come and go without a notification: they are not kept. To list
   * them takes a request for each device that has queueing disciplines.
   */
  class: TrafficClass;
  /**
   * Forwarding databases of bridges and VXLANs. Addresses that other devices
   * listen to are reported at most: most of them come and go without a
   * notification.
   */
  forwarding: Forwarding;
  /** Chains of filters; they can be watched, but not mirrored. */
  chain: TrafficChain;
  /**
   * Filters. To list them takes a request for each queueing discipline, two for
   * `clsact`, and one for each class of `htb` and `hfsc`.
   */
  filter: TrafficFilter;
  /** Options of VLANs that bridges have, as `bridgeVlan` has VLANs. */
  globalVlan: GlobalVlan;
  /** Links. */
  link: Link;
  /**
   * Entries of the multicast databases of bridges and VXLAN devices; ports with
   * multicast routers are left out.
   */
  mdb: MulticastEntry;
  /** Multicast routes. */
  multicastRoute: MulticastRoute;
  /** Neighbors. */
  neighbor: Neighbor;
  /** Configuration of links for IPv4, IPv6 and MPLS. */
  netconf: Netconf;
  /** Nexthop objects. */
  nexthop: Nexthop;
  /** Ids of network namespaces, as messages. */
  nsid: NsidMessage;
  /**
   * Prefixes of router advertisements, as messages; they can be watched, but not listed.
   */
  prefix: PrefixMessage;
  /** Queueing disciplines. */
  qdisc: Qdisc;
  /** Routes. */
  route: Route;
  /** Rules of IPv4 and IPv6; those of multicast routes are never reported. */
  rule: Rule;
  /** Offloaded statistics; they can be watched, but not listed. */
  stats: LinkStatsReport;
  /** Networks of VXLAN devices that have several, as `bridgeVlan` has VLANs. */
  vni: VxlanNetwork;
}

/** A kind of object that can be watched. */
export type MonitoredObject = keyof MonitoredObjects;

/** Messages of kinds of which one message reports several objects. */
export interface SharedMessages {
  /** Actions of traffic control. */
  action: TcActionMessage;
  /** VLANs of bridges and their ports. */
  bridgeVlan: VlanDatabaseMessage;
  /** Options of VLANs that bridges have. */
  globalVlan: VlanDatabaseMessage;
  /** Entries of multicast databases. */
  mdb: MdbMessage;
  /** Networks of VXLAN devices. */
  vni: TunnelMessage;
}

/** The messages of the objects that can be watched. */
export type MonitoredMessages =
  & SharedMessages
  & {
    [K in Exclude<MonitoredObject, keyof SharedMessages>]:
      MonitoredObjects[K] extends { readonly message: infer M } ? M
        : MonitoredObjects[K];
  };

/**
 * A change of an object.
 *
 * @typeParam K The kind of object.
 */
export interface ObjectChange<K extends MonitoredObject> {
  /** What kind of object. */
  readonly object: K;
  /** Whether the object is there now, or gone. */
  readonly action: "new" | "delete";
  /** The object; what was last reported of it, if it is gone. */
  readonly value: MonitoredObjects[K];
  /**
   * The object as it was before, if the monitor has it. It is made when it is
   * read, and is no property that `{ ...change }` copies.
   */
  readonly old: MonitoredObjects[K] | undefined;
  /**
   * The kernel's message. It is decoded when it is asked for, and is no property
   * that `{ ...change }` copies.
   */
  readonly message: MonitoredMessages[K];
  /**
   * Why this is reported: by a notification, because it was there before, because
   * it was found after notifications had been lost, or because it was found
   * though there was no notification.
   */
  readonly cause: Cause;
  /** When it was reported, in milliseconds since 1970. */
  readonly time: number;
  /** Flags of the notification, `NLM_F_*`; 0 if there was none. */
  readonly flags: number;
  /**
   * Port of the socket whose request caused the change; 0 for the kernel
   * itself. `undefined` if there was no notification.
   */
  readonly portId: number | undefined;
  /**
   * Process whose request caused the change, as far as the port shows it: a
   * process's first netlink socket has the process's id as its port.
   */
  readonly processId: number | undefined;
  /** Id of the network namespace that it happened in, if that is another. */
  readonly nsid: number | undefined;
}

/** Everything that was there has been reported; changes follow. */
export interface SnapshotEnd {
  /** Sets it apart from a change. */
  readonly object: "snapshot-end";
}

/**
 * Notifications were lost, as the receive buffer was full: what was reported may
 * be wrong until {@linkcode Resynced} follows. A monitor that is stateless does
 * not resynchronize itself.
 */
export interface Overrun {
  /** Sets it apart from a change. */
  readonly object: "overrun";
}

/** Everything that had been lost has been reported. */
export interface Resynced {
  /** Sets it apart from a change. */
  readonly object: "resynced";
}

/**
 * What a monitor reports.
 *
 * @typeParam K The kinds of objects that are watched.
 */
export type Change<K extends MonitoredObject = MonitoredObject> =
  | { [P in K]: ObjectChange<P> }[K]
  | SnapshotEnd
  | Overrun
  | Resynced;
