/**
 * Settings and counters of network devices: `ethtool`.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/ethtool.8.html | ethtool(8)}
 * @see {@link https://docs.kernel.org/networking/ethtool-netlink.html | Netlink interface for ethtool}
 *
 * @module
 */

import type { Connection } from "../connection/connection.ts";
import type { InNamespace } from "../link/tuntap.ts";
import type {
  EventMonitor,
  EventMonitorOptions,
} from "../monitor/event_monitor.ts";
import type { OpenTransport } from "../monitor/open.ts";
import { CableTests } from "./cable.ts";
import { Drivers } from "./driver.ts";
import {
  Features,
  type PrivateFlags,
  privateFlagsSetting,
  type PrivateFlagsSettings,
} from "./features.ts";
import {
  type Eee,
  eeeSetting,
  type EeeSettings,
  type Fec,
  fecSetting,
  type FecSettings,
  type MacMerge,
  macMergeSetting,
  type MacMergeSettings,
  type Pause,
  pauseSetting,
  type PauseSettings,
} from "./flow_control.ts";
import {
  type Module,
  moduleSetting,
  type ModuleSettings,
  type Phy,
  physSetting,
  type Plca,
  plcaSetting,
  type PlcaSettings,
  type PlcaStatus,
  plcaStatusSetting,
  type PowerSupply,
  powerSupplySetting,
  type PowerSupplySettings,
  type SignalErrors,
  signalErrorsSetting,
} from "./hardware.ts";
import {
  type DriverLog,
  driverLogSetting,
  type DriverLogSettings,
  type LinkInfo,
  linkInfoSetting,
  type LinkInfoSettings,
  type LinkModes,
  linkModesSetting,
  type LinkModesSettings,
  type LinkStateInfo,
  linkStateSetting,
  type WakeOnLan,
  wakeOnLanSetting,
  type WakeOnLanSettings,
} from "./link.ts";
import { ModuleMemories } from "./module_memory.ts";
import { type EthtoolChange, watchDevices } from "./monitor.ts";
import {
  type Channels,
  channelsSetting,
  type ChannelsSettings,
  type Coalescing,
  coalescingSetting,
  type CoalescingSettings,
  type Rings,
  ringsSetting,
  type RingsSettings,
} from "./queues.ts";
import { EthtoolRequests } from "./requests.ts";
import { RssContexts } from "./rss.ts";
import {
  type AboutDevice,
  anyAttributes,
  type DeviceSetting,
  type EthtoolState,
} from "./setting.ts";
import { EthtoolReader, EthtoolSetting } from "./settings.ts";
import { StandardCounters } from "./statistics.ts";
import { EthtoolStrings } from "./strings.ts";
import {
  type TimestampConfig,
  timestampConfigSetting,
  type TimestampConfigSettings,
  type Timestamping,
  timestampingSetting,
  type VirtualClocks,
  virtualClocksSetting,
} from "./time.ts";
import { type TunnelPorts, tunnelsSetting } from "./tunnels.ts";

/**
 * Settings and counters of network devices: `ethtool`.
 *
 * Each setting has `get` for one device, `find` for one that may not have it,
 * `list` for all devices, and `set`, where the kernel has it.
 *
 * @example Turn checksum offload off
 * ```ts ignore
 * const { ethtool } = generic;
 * await ethtool.features.set("eth0", { "tx-checksum-ip-generic": false });
 * const { features } = await ethtool.features.get("eth0");
 * ```
 */
export class Ethtool {
  readonly #requests: EthtoolRequests;
  /** Ports and transceivers: `ethtool eth0`. */
  readonly linkInfo: EthtoolSetting<LinkInfo, LinkInfoSettings>;
  /** Speeds, and what is negotiated: `ethtool eth0`. */
  readonly linkModes: EthtoolSetting<LinkModes, LinkModesSettings>;
  /** Whether there is a link, and why not: `ethtool eth0`. */
  readonly linkState: EthtoolReader<LinkStateInfo>;
  /** What drivers log: `ethtool -s eth0 msglvl`. */
  readonly driverLog: EthtoolSetting<DriverLog, DriverLogSettings>;
  /** What wakes machines up: `ethtool -s eth0 wol`. */
  readonly wakeOnLan: EthtoolSetting<WakeOnLan, WakeOnLanSettings>;
  /** What devices do themselves, offloads: `ethtool -k`. */
  readonly features: Features;
  /** Flags of drivers: `ethtool --show-priv-flags`. */
  readonly privateFlags: EthtoolSetting<PrivateFlags, PrivateFlagsSettings>;
  /** Sizes of the rings of packets: `ethtool -g`. */
  readonly rings: EthtoolSetting<Rings, RingsSettings>;
  /** Numbers of queues: `ethtool -l`. */
  readonly channels: EthtoolSetting<Channels, ChannelsSettings>;
  /** When packets cause an interrupt: `ethtool -c`. */
  readonly coalescing: EthtoolSetting<Coalescing, CoalescingSettings>;
  /** How received packets are spread over queues: `ethtool -x`. */
  readonly rss: RssContexts;
  /** Pause frames: `ethtool -a`. */
  readonly pause: EthtoolSetting<Pause, PauseSettings>;
  /** Forward error correction: `ethtool --show-fec`. */
  readonly fec: EthtoolSetting<Fec, FecSettings>;
  /** Energy-Efficient Ethernet: `ethtool --show-eee`. */
  readonly eee: EthtoolSetting<Eee, EeeSettings>;
  /** Frame preemption: `ethtool --show-mm`. */
  readonly macMerge: EthtoolSetting<MacMerge, MacMergeSettings>;
  /** Counters that standards define: `ethtool -S eth0 --all-groups`. */
  readonly statistics: StandardCounters;
  /** What time stamps devices can make: `ethtool -T`. */
  readonly timestamping: EthtoolReader<Timestamping>;
  /** Which packets get time stamps. */
  readonly timestampConfig: EthtoolSetting<
    TimestampConfig,
    TimestampConfigSettings
  >;
  /** Virtual PTP clocks. */
  readonly virtualClocks: EthtoolReader<VirtualClocks>;
  /** UDP ports of tunnels: `ethtool --show-tunnels`. */
  readonly tunnels: EthtoolReader<TunnelPorts>;
  /** Pluggable modules: `ethtool --show-module`. */
  readonly module: EthtoolSetting<Module, ModuleSettings>;
  /** Memory and firmware of modules: `ethtool -m`. */
  readonly moduleMemory: ModuleMemories;
  /** Who sends when on a shared cable: `ethtool --get-plca-cfg`. */
  readonly plca: EthtoolSetting<Plca, PlcaSettings>;
  /** Whether a shared cable is in use: `ethtool --get-plca-status`. */
  readonly plcaStatus: EthtoolReader<PlcaStatus>;
  /** Power that ports supply: `ethtool --show-pse`. */
  readonly powerSupply: EthtoolSetting<PowerSupply, PowerSupplySettings>;
  /** PHYs. */
  readonly phys: EthtoolReader<Phy>;
  /** Mean square errors of signals. */
  readonly signalErrors: EthtoolReader<SignalErrors>;
  /** Tests of cables: `ethtool --cable-test`. */
  readonly cable: CableTests;
  /** Sets of texts: what the kernel calls bits and counters. */
  readonly strings: EthtoolStrings;
  /** Drivers: `ethtool -i`, and their counters: `ethtool -S`. */
  readonly driver: Drivers;

  /**
   * Makes the object.
   *
   * @param connection A connection to `NETLINK_GENERIC`.
   * @param routing A connection to `NETLINK_ROUTE`, where devices are looked
   * up.
   * @param open Opens a socket for reports in the same network namespace.
   * @param inNamespace Enters the same network namespace.
   */
  constructor(
    connection: Connection,
    routing: Connection,
    open?: OpenTransport,
    inNamespace: InNamespace = (action) => action(),
  ) {
    const requests = new EthtoolRequests(connection, routing, open);
    this.#requests = requests;
    const reader = <T extends EthtoolState, A extends AboutDevice>(
      setting: DeviceSetting<T, A>,
    ) => new EthtoolReader<T>(requests, anyAttributes(setting));
    const changing = <
      T extends EthtoolState,
      A extends AboutDevice,
      S extends object,
    >(setting: DeviceSetting<T, A>) =>
      new EthtoolSetting<T, S>(requests, anyAttributes(setting));
    this.linkInfo = changing(linkInfoSetting);
    this.linkModes = changing(linkModesSetting);
    this.linkState = reader(linkStateSetting);
    this.driverLog = changing(driverLogSetting);
    this.wakeOnLan = changing(wakeOnLanSetting);
    this.features = new Features(requests);
    this.privateFlags = changing(privateFlagsSetting);
    this.rings = changing(ringsSetting);
    this.channels = changing(channelsSetting);
    this.coalescing = changing(coalescingSetting);
    this.rss = new RssContexts(requests);
    this.pause = changing(pauseSetting);
    this.fec = changing(fecSetting);
    this.eee = changing(eeeSetting);
    this.macMerge = changing(macMergeSetting);
    this.statistics = new StandardCounters(requests);
    this.timestamping = reader(timestampingSetting);
    this.timestampConfig = changing(timestampConfigSetting);
    this.virtualClocks = reader(virtualClocksSetting);
    this.tunnels = reader(tunnelsSetting);
    this.module = changing(moduleSetting);
    this.moduleMemory = new ModuleMemories(requests);
    this.plca = changing(plcaSetting);
    this.plcaStatus = reader(plcaStatusSetting);
    this.powerSupply = changing(powerSupplySetting);
    this.phys = reader(physSetting);
    this.signalErrors = reader(signalErrorsSetting);
    this.cable = new CableTests(requests);
    this.strings = new EthtoolStrings(requests);
    this.driver = new Drivers(requests, inNamespace);
  }

  /**
   * Watches what changes about devices: `ethtool --monitor`.
   *
   * @param options How to watch.
   * @returns The monitor, to be iterated over.
   * @throws {TypeError} If an option is wrong, or there is no way to open a
   * socket.
   * @throws {SocketError} If the kernel refuses.
   * @throws {NetlinkError} If the kernel has no such family (`ENOENT`).
   */
  async monitor(
    options: EventMonitorOptions = {},
  ): Promise<EventMonitor<EthtoolChange>> {
    return await watchDevices(this.#requests, options);
  }
}
