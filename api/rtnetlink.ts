/**
 * The kernel's network configuration.
 *
 * @module
 */

import { NETLINK_GENERIC, NETLINK_ROUTE } from "../messages/families.ts";
import { SocketError } from "../socket/error.ts";
import { NetlinkSocket } from "../socket/netlink.ts";
import type { SocketOptions } from "../socket/open.ts";
import { NETLINK_LISTEN_ALL_NSID } from "../socket/options.ts";
import {
  RTM_GETANYCAST,
  RTM_GETMULTICAST,
} from "../messages/address/constants.ts";
import type { Addresses } from "./address/address.ts";
import type { AddressLabels } from "./address/address_label.ts";
import type { Bridges } from "./bridge/bridge.ts";
import { Connection, type ConnectionOptions } from "./connection/connection.ts";
import type { JoinedAddresses } from "./address/membership.ts";
import type { Links } from "./link/link.ts";
import type { ForwardingEntries } from "./forwarding/forwarding.ts";
import type { MulticastRoutes } from "./route/multicast_route.ts";
import type { Neighbors } from "./neighbor/neighbor.ts";
import type { NeighborTables } from "./neighbor_table/neighbor_table.ts";
import type { NetworkSettings } from "./netconf/netconf.ts";
import { NetworkNamespaces } from "./netns.ts";
import type { Nexthops } from "./nexthop/nexthop.ts";
import type { Routes } from "./route/route.ts";
import type { Rules } from "./rule/rule.ts";
import type { TrafficControl } from "./tc/traffic_control.ts";
import { onFirstUse, type Shape } from "./object/on_first_use.ts";
import { type InNamespace, TunTaps } from "./link/tuntap.ts";
import type { MonitoredObject } from "./monitor/change.ts";
import { checkOpen, checkOptions, openChecks } from "./connection/options.ts";
import type { Mirror, MirrorOptions } from "./monitor/mirror.ts";
import { Monitor, type MonitorOptions } from "./monitor/monitor.ts";
import type { ListenerOptions, OpenTransport } from "./monitor/open.ts";

/** Opens another socket in the network namespace of one. */
function openBeside(
  first: NetlinkSocket,
  { netns, ...options }: SocketOptions,
): NetlinkSocket {
  checkOpen(first);
  try {
    return first.inNamespace(() => new NetlinkSocket(NETLINK_ROUTE, options));
  } catch (error) {
    // Without rights the thread is where the socket is, unless an option asked
    // for it.
    if (!(error instanceof SocketError && error.code === "EPERM")) throw error;
    return new NetlinkSocket(NETLINK_ROUTE, {
      ...options,
      ...netns !== undefined && { netns },
    });
  }
}

const unknownNamespace: InNamespace = () => {
  throw new TypeError(
    "Cannot enter the network namespace: the object was made without it",
  );
};

/** Options of {@linkcode Rtnetlink.open}. */
export interface RtnetlinkOptions extends SocketOptions, ConnectionOptions {}

/**
 * The kernel's network configuration: `ip` as an object.
 *
 * The code of an object, such as that of routes, is loaded when a method of it
 * is first called.
 *
 * @example List links
 * ```ts
 * import { Rtnetlink } from "@netlink/netlink";
 *
 * using net = Rtnetlink.open();
 * for await (const link of net.link.list()) console.log(link.name);
 * ```
 */
export class Rtnetlink implements Disposable {
  readonly #connection: Connection;
  readonly #openTransport: OpenTransport | undefined;
  /** Links: `ip link`. */
  readonly link: Links;
  /** Addresses of links: `ip address`. */
  readonly address: Addresses;
  /** Labels by which IPv6 chooses source addresses: `ip addrlabel`. */
  readonly addressLabel: AddressLabels;
  /** Multicast groups that links have joined: `ip maddress`. */
  readonly multicastAddress: JoinedAddresses;
  /** Anycast addresses of links. */
  readonly anycastAddress: JoinedAddresses;
  /** Settings of IP and MPLS on devices: `ip netconf`. */
  readonly netconf: NetworkSettings;
  /** Multicast routes: `ip mroute`. */
  readonly multicastRoute: MulticastRoutes;
  /** Neighbors: `ip neighbor`. */
  readonly neighbor: Neighbors;
  /** Neighbor tables: `ip ntable`. */
  readonly neighborTable: NeighborTables;
  /** Forwarding entries of bridges and VXLAN devices: `bridge fdb`. */
  readonly forwarding: ForwardingEntries;
  /**
   * What bridges have besides ports and forwarding entries: VLANs, multicast
   * databases, networks of VXLANs and spanning trees.
   */
  readonly bridge: Bridges;
  /** Network namespaces: `ip netns`. */
  readonly netns: NetworkNamespaces;
  /** Routes: `ip route`. */
  readonly route: Routes;
  /** Next hop objects: `ip nexthop`. */
  readonly nexthop: Nexthops;
  /** Policy rules: `ip rule`. */
  readonly rule: Rules;
  /** Traffic control: `tc`. */
  readonly tc: TrafficControl;
  /** Links with a program at their end: `ip tuntap`. */
  readonly tuntap: TunTaps;

  /**
   * Makes the object.
   *
   * @param connection Where to send requests; it is closed with this object.
   * @param openTransport Opens a socket for notifications in the same network
   * namespace.
   * @param inNamespace Enters the same network namespace.
   */
  constructor(
    connection: Connection,
    openTransport?: OpenTransport,
    inNamespace: InNamespace = unknownNamespace,
  ) {
    this.#connection = connection;
    this.#openTransport = openTransport;
    this.link = this.#later("link", async () => {
      const { Links } = await import("./link/link.ts");
      return new Links(
        connection,
        openTransport,
        (netns) =>
          inNamespace(() =>
            new NetlinkSocket(
              NETLINK_GENERIC,
              netns === undefined ? {} : { netns },
            )
          ),
      );
    }, { list: "listing", stats: { list: "listing" } });
    this.address = this.#later("address", async () => {
      const { Addresses } = await import("./address/address.ts");
      return new Addresses(connection);
    }, { list: "listing" });
    this.addressLabel = this.#later("addressLabel", async () => {
      const { AddressLabels } = await import("./address/address_label.ts");
      return new AddressLabels(connection);
    }, { list: "listing" });
    this.multicastAddress = this.#later("multicastAddress", async () => {
      const { JoinedAddresses } = await import("./address/membership.ts");
      return new JoinedAddresses(connection, RTM_GETMULTICAST);
    }, { list: "listing" });
    this.anycastAddress = this.#later("anycastAddress", async () => {
      const { JoinedAddresses } = await import("./address/membership.ts");
      return new JoinedAddresses(connection, RTM_GETANYCAST);
    }, { list: "listing" });
    this.netconf = this.#later("netconf", async () => {
      const { NetworkSettings } = await import("./netconf/netconf.ts");
      return new NetworkSettings(connection);
    }, { list: "listing" });
    this.multicastRoute = this.#later("multicastRoute", async () => {
      const { MulticastRoutes } = await import("./route/multicast_route.ts");
      return new MulticastRoutes(connection);
    }, { list: "listing" });
    this.neighbor = this.#later("neighbor", async () => {
      const { Neighbors } = await import("./neighbor/neighbor.ts");
      return new Neighbors(connection);
    }, { list: "listing" });
    this.neighborTable = this.#later("neighborTable", async () => {
      const { NeighborTables } = await import(
        "./neighbor_table/neighbor_table.ts"
      );
      return new NeighborTables(connection);
    }, { list: "listing" });
    this.forwarding = this.#later("forwarding", async () => {
      const { ForwardingEntries } = await import("./forwarding/forwarding.ts");
      return new ForwardingEntries(connection);
    }, { list: "listing" });
    this.bridge = this.#later("bridge", async () => {
      const { Bridges } = await import("./bridge/bridge.ts");
      return new Bridges(connection);
    }, {
      vlan: { list: "listing" },
      globalVlan: { list: "listing" },
      mdb: { list: "listing" },
      vni: { list: "listing" },
      mst: { list: "listing" },
    });
    this.netns = new NetworkNamespaces(connection, inNamespace);
    this.route = this.#later("route", async () => {
      const { Routes } = await import("./route/route.ts");
      return new Routes(connection);
    }, { list: "listing" });
    this.nexthop = this.#later("nexthop", async () => {
      const { Nexthops } = await import("./nexthop/nexthop.ts");
      return new Nexthops(connection);
    }, { list: "listing", buckets: "listing" });
    this.rule = this.#later("rule", async () => {
      const { Rules } = await import("./rule/rule.ts");
      return new Rules(connection);
    }, { list: "listing" });
    this.tc = this.#later("tc", async () => {
      const { TrafficControl } = await import("./tc/traffic_control.ts");
      return new TrafficControl(connection);
    }, {
      qdisc: { list: "listing" },
      class: { list: "listing" },
      action: { list: "listing" },
      filter: { list: "listing" },
      chain: { list: "listing" },
    });
    this.tuntap = new TunTaps(inNamespace);
  }

  /** A property whose class is loaded when it is first used. */
  #later<N extends keyof Rtnetlink>(
    name: N,
    load: () => Promise<Rtnetlink[N] & object>,
    shape: Shape<Rtnetlink[N] & object>,
  ): Rtnetlink[N] & object {
    return onFirstUse(async () => {
      const object = await load();
      // From then on, nothing stands in between.
      (this as { -readonly [P in keyof Rtnetlink]: Rtnetlink[P] })[name] =
        object;
      return object;
    }, shape);
  }

  /**
   * Opens a socket.
   *
   * @param options Where and how to open it.
   * @returns The network configuration of a network namespace.
   * @throws {SocketError} If there is no such namespace, or no socket.
   * @throws {UnsupportedError} If there are no netlink sockets here.
   */
  static open(options: RtnetlinkOptions = {}): Rtnetlink {
    checkOptions(options, openChecks);
    const first = new NetlinkSocket(NETLINK_ROUTE, options);
    const open = (listener?: ListenerOptions) => {
      const { receiveBuffer = options.receiveBuffer } = listener ?? {};
      const socket = openBeside(first, {
        ...options,
        ...receiveBuffer !== undefined && { receiveBuffer },
      });
      if (listener?.allNamespaces) {
        socket.setOption(NETLINK_LISTEN_ALL_NSID, true);
      }
      return socket;
    };
    return new Rtnetlink(
      new Connection(first, options),
      open,
      (action) => first.inNamespace(action),
    );
  }

  /**
   * Watches what changes: `ip monitor`.
   *
   * @typeParam K The kinds of objects to watch.
   * @param objects The kinds.
   * @param options How to watch them.
   * @returns The monitor, to be iterated over; it is closed when the loop over
   * it is left.
   * @throws {TypeError} If there is no such kind, or an option is unknown or of
   * the wrong sort.
   * @throws {SocketError} If the kernel refuses.
   */
  monitor<K extends MonitoredObject>(
    objects: Iterable<K>,
    options: MonitorOptions = {},
  ): Monitor<K> {
    return new Monitor(
      objects,
      this.#open("monitor"),
      this.#inherited(options),
    );
  }

  /**
   * Keeps a live copy of objects.
   *
   * @typeParam K The kinds of objects to keep.
   * @param objects The kinds.
   * @param options How to follow the kernel.
   * @returns The mirror, with everything in it that is there.
   * @throws {TypeError} If there is no such kind, or an option is unknown or of
   * the wrong sort.
   * @throws {SocketError} If the kernel refuses.
   */
  async mirror<K extends MonitoredObject>(
    objects: Iterable<K>,
    options: MirrorOptions = {},
  ): Promise<Mirror<K>> {
    const open = this.#open("mirror");
    const { Mirror } = await import("./monitor/mirror.ts");
    const mirror = new Mirror(objects, open, this.#inherited(options));
    await mirror.ready;
    return mirror;
  }

  /** Options with those given when this object was opened. */
  #inherited<O extends MirrorOptions>(options: O): O {
    const { nonblocking } = this.#connection;
    return nonblocking && options?.nonblocking === undefined
      ? { ...options, nonblocking }
      : options;
  }

  #open(purpose: string): OpenTransport {
    if (this.#openTransport !== undefined) return this.#openTransport;
    throw new TypeError(
      `Cannot ${purpose}: there is no way to open a socket for notifications`,
    );
  }

  /** The connection, for requests that this object has no methods for. */
  get connection(): Connection {
    return this.#connection;
  }

  /** Closes the socket; requests that wait fail. */
  close(): void {
    this.#connection.close();
  }

  /** Same as {@linkcode Rtnetlink.close}. */
  [Symbol.dispose](): void {
    this.close();
  }
}
