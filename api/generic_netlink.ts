/**
 * Generic netlink: what the kernel can do beyond rtnetlink, by families with
 * names.
 *
 * @module
 */

import { NETLINK_GENERIC, NETLINK_ROUTE } from "../messages/families.ts";
import { SocketError } from "../socket/error.ts";
import { NetlinkSocket } from "../socket/netlink.ts";
import type { SocketOptions } from "../socket/open.ts";
import {
  Connection,
  type ConnectionOptions,
  type DumpOptions,
  type RequestOptions,
} from "./connection/connection.ts";
import type { Devlink } from "./devlink/devlink.ts";
import type { Ethtool } from "./ethtool/ethtool.ts";
import type { FouPorts } from "./generic/fou.ts";
import {
  type FamilyDefinition,
  type FamilyInfo,
  listFamilies,
  resolveFamily,
} from "./connection/generic_family.ts";
import { WatchedFamily } from "./generic/watched_family.ts";
import { checkOpen, checkOptions, openChecks } from "./connection/options.ts";
import { type Listing, listingOf } from "./connection/listing.ts";
import type { Ila } from "./generic/ila.ts";
import type { Ioam } from "./generic/ioam.ts";
import type { InNamespace } from "./link/tuntap.ts";
import type { L2tp } from "./generic/l2tp.ts";
import type { Macsec } from "./generic/macsec.ts";
import type { Mptcp } from "./generic/mptcp.ts";
import type { OpenTransport } from "./monitor/open.ts";
import type { Dpll } from "./generic/dpll.ts";
import type { DropMonitor } from "./generic/drop_monitor.ts";
import type { Handshakes } from "./generic/handshake.ts";
import type { NetShapers } from "./generic/net_shaper.ts";
import type { Netdev } from "./generic/netdev.ts";
import type { Ovpn } from "./generic/ovpn.ts";
import type { PacketSamples } from "./generic/psample.ts";
import type { Teams } from "./generic/team.ts";
import type { TaskAccounting } from "./generic/taskstats.ts";
import type { SegmentRouting } from "./generic/segment_routing.ts";
import type { TcpMetrics } from "./generic/tcp_metrics.ts";
import type { Wireguard } from "./wireguard/wireguard.ts";
import type { Wireless } from "./wireless/wireless.ts";
import { onFirstUse } from "./object/on_first_use.ts";

/** How objects that can be listed are known before they are loaded. */
const listed = { list: "listing" } as const;

/** Options of {@linkcode GenericNetlink.open}. */
export interface GenericNetlinkOptions
  extends SocketOptions, ConnectionOptions {}

/** Calls a function with this thread in the network namespace of a socket. */
function inNamespaceOf<T>(
  socket: NetlinkSocket,
  { netns }: SocketOptions,
  action: () => T,
): T {
  let entered = false;
  try {
    return socket.inNamespace(() => {
      entered = true;
      return action();
    });
  } catch (error) {
    // Without rights the thread is where the socket is, unless an option asked
    // for it.
    if (
      entered || netns !== undefined ||
      !(error instanceof SocketError && error.code === "EPERM")
    ) throw error;
    return action();
  }
}

/**
 * Families of generic netlink.
 *
 * @example List what TCP remembers of its peers
 * ```ts ignore
 * import { GenericNetlink } from "@netlink/netlink";
 *
 * using generic = GenericNetlink.open();
 * for await (const { address, rtt } of generic.tcpMetrics.list()) {
 *   console.log(address, rtt);
 * }
 * ```
 *
 * @example Talk to a family that this object has no methods for
 * ```ts ignore
 * const family = generic.family({ name: "l2tp", version: 1, codec: l2tpMessage });
 * const tunnels = await Array.fromAsync(family.dump(L2TP_CMD_TUNNEL_GET, {}));
 * ```
 */
export class GenericNetlink implements Disposable {
  readonly #connection: Connection;
  readonly #routing: Connection;
  readonly #openTransport: OpenTransport | undefined;
  /** What TCP remembers of its peers: `ip tcp_metrics`. */
  readonly tcpMetrics: TcpMetrics;
  /** Ports that receive foo over UDP: `ip fou`. */
  readonly fou: FouPorts;
  /** Channels and associations of MACsec links: `ip macsec`. */
  readonly macsec: Macsec;
  /** Multipath TCP: `ip mptcp`. */
  readonly mptcp: Mptcp;
  /** Tunnels and sessions of L2TP: `ip l2tp`. */
  readonly l2tp: L2tp;
  /** In-situ OAM with IPv6: `ip ioam`. */
  readonly ioam: Ioam;
  /** Segment routing with IPv6: `ip sr`. */
  readonly segmentRouting: SegmentRouting;
  /** Mappings of Identifier Locator Addressing: `ip ila`. */
  readonly ila: Ila;
  /** Queues, NAPI instances, page pools and XDP features of devices. */
  readonly netdev: Netdev;
  /** Shapers of what devices send, which devices do themselves. */
  readonly netShaper: NetShapers;
  /** Data channels of OpenVPN in the kernel: peers and keys. */
  readonly ovpn: Ovpn;
  /** Options and ports of teams: `teamnl`. */
  readonly team: Teams;
  /** Sampled packets, and the groups that they are sampled for. */
  readonly psample: PacketSamples;
  /** Digital phase-locked loops, which clocks are derived by, and their pins. */
  readonly dpll: Dpll;
  /** Handshakes of TLS that the kernel has programs do for its sockets. */
  readonly handshake: Handshakes;
  /** What the kernel counts of tasks, and tasks as they exit. */
  readonly taskstats: TaskAccounting;
  /** Packets that the kernel and devices drop. */
  readonly dropMonitor: DropMonitor;
  /** Devices of WireGuard and their peers: `wg`. */
  readonly wireguard: Wireguard;
  /** Settings and counters of network devices: `ethtool`. */
  readonly ethtool: Ethtool;
  /** Wireless networks, Wi-Fi: `iw`. */
  readonly wireless: Wireless;
  /** Devices of devlink and what belongs to them: `devlink`. */
  readonly devlink: Devlink;

  /**
   * Makes the object.
   *
   * @param connection A connection to `NETLINK_GENERIC`; it is closed with this
   * object.
   * @param routing A connection to `NETLINK_ROUTE`, where devices are looked
   * up; it is closed with this object.
   * @param openTransport Opens a socket for reports in the same network
   * namespace.
   * @param inNamespace Enters the same network namespace; by default, the
   * thread is in it.
   */
  constructor(
    connection: Connection,
    routing: Connection,
    openTransport?: OpenTransport,
    inNamespace?: InNamespace,
  ) {
    this.#connection = connection;
    this.#routing = routing;
    this.#openTransport = openTransport;
    this.tcpMetrics = onFirstUse(async () => {
      const { TcpMetrics } = await import("./generic/tcp_metrics.ts");
      return new TcpMetrics(connection, routing);
    }, { list: "listing" });
    this.fou = onFirstUse(async () => {
      const { FouPorts } = await import("./generic/fou.ts");
      return new FouPorts(connection, routing);
    }, { list: "listing" });
    this.macsec = onFirstUse(async () => {
      const { Macsec } = await import("./generic/macsec.ts");
      return new Macsec(connection, routing);
    }, { list: "listing" });
    this.mptcp = onFirstUse(async () => {
      const { Mptcp } = await import("./generic/mptcp.ts");
      return new Mptcp(connection, routing, openTransport);
    }, { endpoint: { list: "listing" }, limits: {} });
    this.l2tp = onFirstUse(async () => {
      const { L2tp } = await import("./generic/l2tp.ts");
      return new L2tp(connection, routing);
    }, { tunnel: { list: "listing" }, session: { list: "listing" } });
    this.ioam = onFirstUse(async () => {
      const { Ioam } = await import("./generic/ioam.ts");
      return new Ioam(connection, routing, openTransport);
    }, { listNamespaces: "listing", listSchemas: "listing" });
    this.segmentRouting = onFirstUse(async () => {
      const { SegmentRouting } = await import("./generic/segment_routing.ts");
      return new SegmentRouting(connection, routing);
    }, { listKeys: "listing" });
    this.ila = onFirstUse(async () => {
      const { Ila } = await import("./generic/ila.ts");
      return new Ila(connection, routing);
    }, { list: "listing" });
    this.netdev = onFirstUse(async () => {
      const { Netdev } = await import("./generic/netdev.ts");
      return new Netdev(connection, routing, openTransport);
    }, {
      devices: listed,
      queues: listed,
      napi: listed,
      pagePools: listed,
      pagePoolCounters: listed,
      deviceCounters: listed,
      queueCounters: listed,
    });
    this.netShaper = onFirstUse(async () => {
      const { NetShapers } = await import("./generic/net_shaper.ts");
      return new NetShapers(connection, routing);
    }, { list: "listing", listCapabilities: "listing" });
    this.ovpn = onFirstUse(async () => {
      const { Ovpn } = await import("./generic/ovpn.ts");
      return new Ovpn(connection, routing, openTransport);
    }, { peers: listed, keys: {} });
    this.team = onFirstUse(async () => {
      const { Teams } = await import("./generic/team.ts");
      return new Teams(connection, routing, openTransport);
    }, {});
    this.psample = onFirstUse(async () => {
      const { PacketSamples } = await import("./generic/psample.ts");
      return new PacketSamples(connection, routing, openTransport);
    }, { listGroups: "listing" });
    this.dropMonitor = onFirstUse(async () => {
      const { DropMonitor } = await import("./generic/drop_monitor.ts");
      return new DropMonitor(connection, routing, openTransport);
    }, {});
    this.dpll = onFirstUse(async () => {
      const { Dpll } = await import("./generic/dpll.ts");
      return new Dpll(connection, routing, openTransport);
    }, { devices: listed, pins: listed });
    this.handshake = onFirstUse(async () => {
      const { Handshakes } = await import("./generic/handshake.ts");
      return new Handshakes(connection, routing, openTransport);
    }, {});
    this.taskstats = onFirstUse(async () => {
      const { TaskAccounting } = await import("./generic/taskstats.ts");
      return new TaskAccounting(connection, openTransport);
    }, {});
    this.wireguard = onFirstUse(async () => {
      const { Wireguard } = await import("./wireguard/wireguard.ts");
      return new Wireguard(connection, routing);
    }, { list: "listing" });
    this.ethtool = onFirstUse(async () => {
      const { Ethtool } = await import("./ethtool/ethtool.ts");
      return new Ethtool(connection, routing, openTransport, inNamespace);
    }, {
      linkInfo: listed,
      linkModes: listed,
      linkState: listed,
      driverLog: listed,
      wakeOnLan: listed,
      features: listed,
      privateFlags: listed,
      rings: listed,
      channels: listed,
      coalescing: listed,
      rss: listed,
      pause: listed,
      fec: listed,
      eee: listed,
      macMerge: listed,
      statistics: listed,
      timestamping: listed,
      timestampConfig: listed,
      virtualClocks: listed,
      tunnels: listed,
      module: listed,
      moduleMemory: {},
      plca: listed,
      plcaStatus: listed,
      powerSupply: listed,
      phys: listed,
      signalErrors: listed,
      cable: {},
      strings: {},
      driver: {},
    });
    this.wireless = onFirstUse(async () => {
      const { Wireless } = await import("./wireless/wireless.ts");
      return new Wireless(connection, routing, openTransport);
    }, {
      wiphy: { list: "listing" },
      interface: { list: "listing" },
      station: { list: "listing" },
      scan: { results: "listing" },
      survey: { list: "listing" },
      regulatory: { list: "listing" },
    });
    this.devlink = onFirstUse(async () => {
      const { Devlink } = await import("./devlink/devlink.ts");
      return new Devlink(connection, openTransport);
    }, {
      devices: listed,
      info: listed,
      eswitch: listed,
      ports: listed,
      params: listed,
      reporters: listed,
      resources: {},
      pipelines: {},
      regions: listed,
      traps: listed,
      trapGroups: listed,
      trapPolicers: listed,
      rates: listed,
    });
  }

  /**
   * Opens sockets.
   *
   * @param options Where and how to open them.
   * @returns Generic netlink of a network namespace.
   * @throws {SocketError} If there is no such namespace, or no socket.
   * @throws {UnsupportedError} If there are no netlink sockets here.
   */
  static open(options: GenericNetlinkOptions = {}): GenericNetlink {
    checkOptions(options, openChecks);
    const first = new NetlinkSocket(NETLINK_GENERIC, options);
    const connection = new Connection(first, options);
    try {
      return new GenericNetlink(
        connection,
        new Connection(new NetlinkSocket(NETLINK_ROUTE, options), options),
        (listener) => {
          checkOpen(first);
          const { receiveBuffer = options.receiveBuffer } = listener ?? {};
          return new NetlinkSocket(NETLINK_GENERIC, {
            ...options,
            ...receiveBuffer !== undefined && { receiveBuffer },
          });
        },
        (action) => inNamespaceOf(first, options, action),
      );
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  /**
   * Opens a family, for requests to it and what it reports.
   *
   * @typeParam A The attributes of its messages.
   * @param definition The family.
   * @returns Requests of the family, and what it reports.
   */
  family<A>(definition: FamilyDefinition<A>): WatchedFamily<A> {
    return new WatchedFamily(
      this.#connection,
      definition,
      this.#openTransport,
    );
  }

  /**
   * Asks for a family by name: its message type, commands and multicast
   * groups.
   *
   * @param name The name, such as `nlctrl`.
   * @param options How to ask.
   * @returns The family.
   * @throws {NetlinkError} If there is no such family (`ENOENT`).
   */
  resolve(name: string, options: RequestOptions = {}): Promise<FamilyInfo> {
    return resolveFamily(this.#connection, name, options);
  }

  /**
   * Lists all families.
   *
   * @param options How to ask.
   * @returns The families.
   */
  families(options: DumpOptions = {}): Listing<FamilyInfo> {
    return listingOf(() => listFamilies(this.#connection, options));
  }

  /** The connection, for requests that this object has no methods for. */
  get connection(): Connection {
    return this.#connection;
  }

  /** Closes the sockets; requests that wait fail. */
  close(): void {
    this.#connection.close();
    this.#routing.close();
  }

  /** Same as {@linkcode GenericNetlink.close}. */
  [Symbol.dispose](): void {
    this.close();
  }
}
