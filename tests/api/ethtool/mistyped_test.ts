/**
 * What a new user mistypes in settings of devices.
 */
import type {
  CableMeasurement,
  ChannelsSettings,
  CoalescingSettings,
  DriverLogSettings,
  EeeSettings,
  EthtoolDetails,
  FecSettings,
  LinkInfoSettings,
  LinkModesSettings,
  MacMergeSettings,
  ModuleFirmware,
  ModuleMemory,
  ModuleSettings,
  PauseSettings,
  PlcaSettings,
  PowerSupplySettings,
  PrivateFlagsSettings,
  RingsSettings,
  RssSettings,
  StatisticsQuery,
  TimestampConfigSettings,
  WakeOnLanSettings,
} from "../../../api/ethtool/mod.ts";
import { Connection } from "../../../api/connection/connection.ts";
import { GenericNetlink } from "../../../api/generic_netlink.ts";
import type { EventMonitorOptions } from "../../../api/monitor/event_monitor.ts";
import { FakeKernel } from "../../support/fake_kernel.ts";
import { at, kernel, testMistyped } from "../../support/mistyped.ts";

const { ethtool } = new GenericNetlink(
  new Connection(kernel),
  new Connection(kernel),
  () => new FakeKernel(),
);

testMistyped([
  ...at<EventMonitorOptions>(
    "options of ethtool.monitor",
    { signal: new AbortController().signal, receiveBuffer: 5 },
    (options) => ethtool.monitor(options),
  ),
  ...at<EthtoolDetails>(
    "options of ethtool.pause.get",
    { statistics: true, phy: 1 },
    (options) => ethtool.pause.get(1, options),
  ),
  ...at<LinkInfoSettings>(
    "ethtool.linkInfo.set",
    { port: "aui", phyAddress: 5, wantedCrossover: "on" },
    (settings) => ethtool.linkInfo.set(1, settings),
  ),
  ...at<LinkModesSettings>(
    "ethtool.linkModes.set",
    {
      autoneg: true,
      modes: { "10baseT/Full": true },
      speed: 10,
      duplex: "full",
      lanes: 1,
      wantedRole: "forced-slave",
    },
    (settings) => ethtool.linkModes.set(1, settings),
  ),
  ...at<DriverLogSettings>(
    "ethtool.driverLog.set",
    { messages: { link: true } },
    (settings) => ethtool.driverLog.set(1, settings),
  ),
  ...at<WakeOnLanSettings>(
    "ethtool.wakeOnLan.set",
    { modes: { magic: true }, password: "00:11:22:33:44:55" },
    (settings) => ethtool.wakeOnLan.set(1, settings),
  ),
  ...at<PrivateFlagsSettings>(
    "ethtool.privateFlags.set",
    { flags: { fast: true } },
    (settings) => ethtool.privateFlags.set(1, settings),
  ),
  ...at<RingsSettings>(
    "ethtool.rings.set",
    {
      rx: 5,
      rxMini: 5,
      rxJumbo: 5,
      tx: 5,
      rxBufferLength: 5,
      tcpDataSplit: "enabled",
      cqeSize: 5,
      txPush: true,
      rxPush: true,
      txPushBufferLength: 5,
      dataSplitThreshold: 5,
    },
    (settings) => ethtool.rings.set(1, settings),
  ),
  ...at<ChannelsSettings>(
    "ethtool.channels.set",
    { rx: 5, tx: 5, other: 5, combined: 5 },
    (settings) => ethtool.channels.set(1, settings),
  ),
  ...at<CoalescingSettings>(
    "ethtool.coalescing.set",
    {
      adaptiveRx: true,
      adaptiveTx: true,
      rxUsecs: 5,
      rxFrames: 5,
      rxUsecsIrq: 5,
      rxFramesIrq: 5,
      txUsecs: 5,
      txFrames: 5,
      txUsecsIrq: 5,
      txFramesIrq: 5,
      statsBlockUsecs: 5,
      packetRateLow: 5,
      rxUsecsLow: 5,
      rxFramesLow: 5,
      txUsecsLow: 5,
      txFramesLow: 5,
      packetRateHigh: 5,
      rxUsecsHigh: 5,
      rxFramesHigh: 5,
      txUsecsHigh: 5,
      txFramesHigh: 5,
      sampleInterval: 5,
      cqeModeRx: true,
      cqeModeTx: true,
      txAggregationMaxBytes: 5,
      txAggregationMaxFrames: 5,
      txAggregationUsecs: 5,
      rxCqeFrames: 5,
      rxCqeNsecs: 5,
      rxProfile: [{ usecs: 5 }],
      txProfile: [{ packets: 5 }],
    },
    (settings) => ethtool.coalescing.set(1, settings),
  ),
  ...at<RssSettings>(
    "ethtool.rss.set",
    {
      context: 5,
      hashFunction: "xor",
      key: new Uint8Array(4),
      table: [0, 1],
      inputTransform: ["sym-xor"],
      fields: { tcp4: ["ip-src"] },
    },
    (settings) => ethtool.rss.set(1, settings),
    (settings) => ethtool.rss.create(1, settings),
  ),
  ...at<PauseSettings>(
    "ethtool.pause.set",
    { autoneg: true, rx: true, tx: true },
    (settings) => ethtool.pause.set(1, settings),
  ),
  ...at<FecSettings>(
    "ethtool.fec.set",
    { modes: { RS: true }, auto: true },
    (settings) => ethtool.fec.set(1, settings),
  ),
  ...at<EeeSettings>(
    "ethtool.eee.set",
    { enabled: true, modes: { RS: true }, txLpi: true, txLpiTimer: 5 },
    (settings) => ethtool.eee.set(1, settings),
  ),
  ...at<MacMergeSettings>(
    "ethtool.macMerge.set",
    {
      pmac: true,
      tx: true,
      minFragmentSize: 60,
      verify: true,
      verifyTime: 5,
    },
    (settings) => ethtool.macMerge.set(1, settings),
  ),
  ...at<TimestampConfigSettings>(
    "ethtool.timestampConfig.set",
    {
      provider: { index: 5 },
      txTypes: ["on"],
      rxFilters: ["all"],
      flags: ["bonded-phc-index"],
    },
    (settings) => ethtool.timestampConfig.set(1, settings),
  ),
  ...at<ModuleSettings>(
    "ethtool.module.set",
    { policy: "auto" },
    (settings) => ethtool.module.set(1, settings),
  ),
  ...at<PlcaSettings>(
    "ethtool.plca.set",
    {
      enabled: true,
      nodeId: 5,
      nodeCount: 5,
      transmitTimer: 5,
      burstCount: 5,
      burstTimer: 5,
    },
    (settings) => ethtool.plca.set(1, settings),
  ),
  ...at<PowerSupplySettings>(
    "ethtool.powerSupply.set",
    { podlEnabled: true, enabled: true, limit: 5, priority: 5 },
    (settings) => ethtool.powerSupply.set(1, settings),
  ),
  ...at<StatisticsQuery>(
    "ethtool.statistics.get",
    { groups: ["rmon"], source: "emac" },
    (query) => ethtool.statistics.get(1, query),
    (query) => ethtool.statistics.list(query).toArray(),
  ),
  ...at<ModuleMemory>(
    "ethtool.moduleMemory.read",
    { offset: 5, length: 5, page: 5, bank: 5, address: 5 },
    (which) => ethtool.moduleMemory.read(1, which),
  ),
  ...at<ModuleFirmware>(
    "ethtool.moduleMemory.flash",
    { file: "a.bin", password: 5 },
    (image) => ethtool.moduleMemory.flash(1, image),
  ),
  ...at<CableMeasurement>(
    "ethtool.cable.measure",
    { first: 5, last: 5, step: 5, pair: "A" },
    (what) => ethtool.cable.measure(1, what),
  ),
]);
