/**
 * The attributes that all messages of devlink have in common, `DEVLINK_ATTR_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/devlink.h | linux/devlink.h}
 * @see {@link https://docs.kernel.org/networking/devlink/index.html | Devlink}
 *
 * @module
 */

import type { Bitfield32 } from "../../codec/mod.ts";
import type {
  DevlinkDeviceStats,
  DevlinkHandle,
  DevlinkSelftests,
  DevlinkVersion,
} from "./device.ts";
import type {
  DevlinkDpipeEntries,
  DevlinkDpipeHeaders,
  DevlinkDpipeTables,
} from "./dpipe.ts";
import type { DevlinkFmsgItem, DevlinkReporterData } from "./health.ts";
import type { DevlinkParamData } from "./param.ts";
import type {
  DevlinkLinecardTypes,
  DevlinkPortFunction,
  DevlinkRateClass,
} from "./port.ts";
import type { DevlinkChunks, DevlinkSnapshots } from "./region.ts";
import type { DevlinkRequestAttributes } from "./request_attributes.ts";
import type { DevlinkResourceList } from "./resource.ts";
import type { DevlinkStats, DevlinkTrapMetadata } from "./trap.ts";

/** Attributes of a message of devlink; which ones depends on the command. */
export interface DevlinkAttributes extends DevlinkRequestAttributes {
  /** Bus of the device, such as `pci` (`DEVLINK_ATTR_BUS_NAME`). */
  busName?: string;
  /** Name of the device on its bus (`DEVLINK_ATTR_DEV_NAME`). */
  devName?: string;
  /** Number of the port (`DEVLINK_ATTR_PORT_INDEX`). */
  portIndex?: number;
  /**
   * Type of the port, {@linkcode DEVLINK_PORT_TYPES}
   * (`DEVLINK_ATTR_PORT_TYPE`).
   */
  portType?: number;
  /**
   * Type that was asked for, {@linkcode DEVLINK_PORT_TYPES}
   * (`DEVLINK_ATTR_PORT_DESIRED_TYPE`).
   */
  portDesiredType?: number;
  /** Index of the link of the port (`DEVLINK_ATTR_PORT_NETDEV_IFINDEX`). */
  portNetdevIfindex?: number;
  /** Name of the link of the port (`DEVLINK_ATTR_PORT_NETDEV_NAME`). */
  portNetdevName?: string;
  /**
   * Name of the InfiniBand device of the port (`DEVLINK_ATTR_PORT_IBDEV_NAME`).
   */
  portIbdevName?: string;
  /** How many ports to make of one (`DEVLINK_ATTR_PORT_SPLIT_COUNT`). */
  portSplitCount?: number;
  /**
   * Number of the port that it was split from
   * (`DEVLINK_ATTR_PORT_SPLIT_GROUP`).
   */
  portSplitGroup?: number;
  /** Number of the shared buffer (`DEVLINK_ATTR_SB_INDEX`). */
  sbIndex?: number;
  /** Its size in bytes (`DEVLINK_ATTR_SB_SIZE`). */
  sbSize?: number;
  /**
   * How many pools for incoming packets it has
   * (`DEVLINK_ATTR_SB_INGRESS_POOL_COUNT`).
   */
  sbIngressPoolCount?: number;
  /**
   * How many pools for outgoing packets it has
   * (`DEVLINK_ATTR_SB_EGRESS_POOL_COUNT`).
   */
  sbEgressPoolCount?: number;
  /**
   * How many traffic classes incoming packets have
   * (`DEVLINK_ATTR_SB_INGRESS_TC_COUNT`).
   */
  sbIngressTcCount?: number;
  /**
   * How many traffic classes outgoing packets have
   * (`DEVLINK_ATTR_SB_EGRESS_TC_COUNT`).
   */
  sbEgressTcCount?: number;
  /** Number of the pool (`DEVLINK_ATTR_SB_POOL_INDEX`). */
  sbPoolIndex?: number;
  /**
   * Direction of its packets, {@linkcode DEVLINK_POOL_TYPES}
   * (`DEVLINK_ATTR_SB_POOL_TYPE`).
   */
  sbPoolType?: number;
  /** Size of the pool in bytes (`DEVLINK_ATTR_SB_POOL_SIZE`). */
  sbPoolSize?: number;
  /**
   * How its threshold is meant, {@linkcode DEVLINK_THRESHOLD_TYPES}
   * (`DEVLINK_ATTR_SB_POOL_THRESHOLD_TYPE`).
   */
  sbPoolThresholdType?: number;
  /**
   * The threshold: bytes, or a number that stands for a factor
   * (`DEVLINK_ATTR_SB_THRESHOLD`).
   */
  sbThreshold?: number;
  /** Number of the traffic class (`DEVLINK_ATTR_SB_TC_INDEX`). */
  sbTcIndex?: number;
  /** Bytes in use at the last snapshot (`DEVLINK_ATTR_SB_OCC_CUR`). */
  sbOccCur?: number;
  /**
   * The most bytes in use until the last snapshot (`DEVLINK_ATTR_SB_OCC_MAX`).
   */
  sbOccMax?: number;
  /**
   * Mode of the embedded switch, {@linkcode DEVLINK_ESWITCH_MODES}
   * (`DEVLINK_ATTR_ESWITCH_MODE`).
   */
  eswitchMode?: number;
  /**
   * Which headers functions pass to the switch with a packet, {@linkcode
   * DEVLINK_INLINE_MODES} (`DEVLINK_ATTR_ESWITCH_INLINE_MODE`).
   */
  eswitchInlineMode?: number;
  /** Tables of the pipeline (`DEVLINK_ATTR_DPIPE_TABLES`). */
  dpipeTables?: DevlinkDpipeTables;
  /** Entries of a table (`DEVLINK_ATTR_DPIPE_ENTRIES`). */
  dpipeEntries?: DevlinkDpipeEntries;
  /** Headers of packets (`DEVLINK_ATTR_DPIPE_HEADERS`). */
  dpipeHeaders?: DevlinkDpipeHeaders;
  /**
   * Whether the switch encapsulates, {@linkcode DEVLINK_ENCAP_MODES}
   * (`DEVLINK_ATTR_ESWITCH_ENCAP_MODE`).
   */
  eswitchEncapMode?: number;
  /** Resources (`DEVLINK_ATTR_RESOURCE_LIST`). */
  resourceList?: DevlinkResourceList;
  /**
   * What the port is, {@linkcode DEVLINK_PORT_FLAVOURS}
   * (`DEVLINK_ATTR_PORT_FLAVOUR`).
   */
  portFlavour?: number;
  /**
   * The number that is printed beside the port (`DEVLINK_ATTR_PORT_NUMBER`).
   */
  portNumber?: number;
  /**
   * Which part of a split port it is
   * (`DEVLINK_ATTR_PORT_SPLIT_SUBPORT_NUMBER`).
   */
  portSplitSubportNumber?: number;
  /** A parameter (`DEVLINK_ATTR_PARAM`). */
  param?: DevlinkParamData;
  /** Name of the region (`DEVLINK_ATTR_REGION_NAME`). */
  regionName?: string;
  /** Its size in bytes (`DEVLINK_ATTR_REGION_SIZE`). */
  regionSize?: bigint;
  /** Snapshots of it (`DEVLINK_ATTR_REGION_SNAPSHOTS`). */
  regionSnapshots?: DevlinkSnapshots;
  /** Number of the snapshot (`DEVLINK_ATTR_REGION_SNAPSHOT_ID`). */
  regionSnapshotId?: number;
  /** Parts of it (`DEVLINK_ATTR_REGION_CHUNKS`). */
  regionChunks?: DevlinkChunks;
  /** Name of the driver (`DEVLINK_ATTR_INFO_DRIVER_NAME`). */
  infoDriverName?: string;
  /** Serial number of the device (`DEVLINK_ATTR_INFO_SERIAL_NUMBER`). */
  infoSerialNumber?: string;
  /** Versions that do not change (`DEVLINK_ATTR_INFO_VERSION_FIXED`). */
  infoVersionFixed?: DevlinkVersion[];
  /** Versions that are running (`DEVLINK_ATTR_INFO_VERSION_RUNNING`). */
  infoVersionRunning?: DevlinkVersion[];
  /**
   * Versions that are in the flash memory (`DEVLINK_ATTR_INFO_VERSION_STORED`).
   */
  infoVersionStored?: DevlinkVersion[];
  /**
   * What sizes of the pool are multiples of, in bytes
   * (`DEVLINK_ATTR_SB_POOL_CELL_SIZE`).
   */
  sbPoolCellSize?: number;
  /** What a reporter shows (`DEVLINK_ATTR_FMSG`). */
  fmsg?: DevlinkFmsgItem[];
  /** A reporter (`DEVLINK_ATTR_HEALTH_REPORTER`). */
  healthReporter?: DevlinkReporterData;
  /**
   * The file to write, in the folder of firmware
   * (`DEVLINK_ATTR_FLASH_UPDATE_FILE_NAME`).
   */
  flashUpdateFileName?: string;
  /**
   * The part of the device to write it to
   * (`DEVLINK_ATTR_FLASH_UPDATE_COMPONENT`).
   */
  flashUpdateComponent?: string;
  /** What is being done (`DEVLINK_ATTR_FLASH_UPDATE_STATUS_MSG`). */
  flashUpdateStatusMsg?: string;
  /** How much of it is done (`DEVLINK_ATTR_FLASH_UPDATE_STATUS_DONE`). */
  flashUpdateStatusDone?: bigint;
  /**
   * How much there is to be done (`DEVLINK_ATTR_FLASH_UPDATE_STATUS_TOTAL`).
   */
  flashUpdateStatusTotal?: bigint;
  /**
   * Number of the PCI physical function (`DEVLINK_ATTR_PORT_PCI_PF_NUMBER`).
   */
  portPciPfNumber?: number;
  /** Number of the PCI virtual function (`DEVLINK_ATTR_PORT_PCI_VF_NUMBER`). */
  portPciVfNumber?: number;
  /** Packets that were passed to the processor (`DEVLINK_ATTR_STATS`). */
  stats?: DevlinkStats;
  /** Name of the trap (`DEVLINK_ATTR_TRAP_NAME`). */
  trapName?: string;
  /**
   * What is done with packets, {@linkcode DEVLINK_TRAP_ACTIONS}
   * (`DEVLINK_ATTR_TRAP_ACTION`).
   */
  trapAction?: number;
  /**
   * Why they are trapped, {@linkcode DEVLINK_TRAP_TYPES}
   * (`DEVLINK_ATTR_TRAP_TYPE`).
   */
  trapType?: number;
  /**
   * Whether traps of other drivers with this name mean the same
   * (`DEVLINK_ATTR_TRAP_GENERIC`).
   */
  trapGeneric?: true;
  /** What is passed along with packets (`DEVLINK_ATTR_TRAP_METADATA`). */
  trapMetadata?: DevlinkTrapMetadata;
  /** Group of the trap (`DEVLINK_ATTR_TRAP_GROUP_NAME`). */
  trapGroupName?: string;
  /** Whether the last reload failed (`DEVLINK_ATTR_RELOAD_FAILED`). */
  reloadFailed?: number;
  /**
   * Descriptor of the network namespace to move the device to
   * (`DEVLINK_ATTR_NETNS_FD`).
   */
  netnsFd?: number;
  /**
   * Process in the network namespace to move the device to
   * (`DEVLINK_ATTR_NETNS_PID`).
   */
  netnsPid?: number;
  /**
   * Identifier of the network namespace to move the device to
   * (`DEVLINK_ATTR_NETNS_ID`).
   */
  netnsId?: number;
  /** Number of the policer (`DEVLINK_ATTR_TRAP_POLICER_ID`). */
  trapPolicerId?: number;
  /**
   * How many packets it lets pass in a second
   * (`DEVLINK_ATTR_TRAP_POLICER_RATE`).
   */
  trapPolicerRate?: bigint;
  /**
   * How many packets it lets pass at once (`DEVLINK_ATTR_TRAP_POLICER_BURST`).
   */
  trapPolicerBurst?: bigint;
  /** The function behind the port (`DEVLINK_ATTR_PORT_FUNCTION`). */
  portFunction?: DevlinkPortFunction;
  /** Serial number of the board (`DEVLINK_ATTR_INFO_BOARD_SERIAL_NUMBER`). */
  infoBoardSerialNumber?: string;
  /** How many lanes the port has (`DEVLINK_ATTR_PORT_LANES`). */
  portLanes?: number;
  /** Whether it can be split (`DEVLINK_ATTR_PORT_SPLITTABLE`). */
  portSplittable?: number;
  /**
   * Whether the function behind it belongs to another host
   * (`DEVLINK_ATTR_PORT_EXTERNAL`).
   */
  portExternal?: number;
  /**
   * Number of the controller of that function
   * (`DEVLINK_ATTR_PORT_CONTROLLER_NUMBER`).
   */
  portControllerNumber?: number;
  /**
   * How long it may take, in s (`DEVLINK_ATTR_FLASH_UPDATE_STATUS_TIMEOUT`).
   */
  flashUpdateStatusTimeout?: bigint;
  /**
   * What to overwrite that is otherwise kept: bit 0 for settings, 1 for
   * identifiers (`DEVLINK_ATTR_FLASH_UPDATE_OVERWRITE_MASK`).
   */
  flashUpdateOverwriteMask?: Bitfield32;
  /**
   * How to reload, {@linkcode DEVLINK_RELOAD_ACTIONS}
   * (`DEVLINK_ATTR_RELOAD_ACTION`).
   */
  reloadAction?: number;
  /**
   * What the reload did: a bit for each of {@linkcode DEVLINK_RELOAD_ACTIONS}
   * (`DEVLINK_ATTR_RELOAD_ACTIONS_PERFORMED`).
   */
  reloadActionsPerformed?: Bitfield32;
  /**
   * What a reload must not do: a bit for each of {@linkcode
   * DEVLINK_RELOAD_LIMITS} (`DEVLINK_ATTR_RELOAD_LIMITS`).
   */
  reloadLimits?: Bitfield32;
  /** Counters of the device (`DEVLINK_ATTR_DEV_STATS`). */
  devStats?: DevlinkDeviceStats;
  /** Number of the PCI subfunction (`DEVLINK_ATTR_PORT_PCI_SF_NUMBER`). */
  portPciSfNumber?: number;
  /**
   * What the rate is of, {@linkcode DEVLINK_RATE_TYPES}
   * (`DEVLINK_ATTR_RATE_TYPE`).
   */
  rateType?: number;
  /**
   * The rate that is guaranteed, in bytes a second
   * (`DEVLINK_ATTR_RATE_TX_SHARE`).
   */
  rateTxShare?: bigint;
  /** The greatest rate, in bytes a second (`DEVLINK_ATTR_RATE_TX_MAX`). */
  rateTxMax?: bigint;
  /** Name of the node of several rates (`DEVLINK_ATTR_RATE_NODE_NAME`). */
  rateNodeName?: string;
  /**
   * Name of the node that it belongs to (`DEVLINK_ATTR_RATE_PARENT_NODE_NAME`).
   */
  rateParentNodeName?: string;
  /** How many snapshots it can have (`DEVLINK_ATTR_REGION_MAX_SNAPSHOTS`). */
  regionMaxSnapshots?: number;
  /** Number of the line card (`DEVLINK_ATTR_LINECARD_INDEX`). */
  linecardIndex?: number;
  /**
   * Its state, {@linkcode DEVLINK_LINECARD_STATES}
   * (`DEVLINK_ATTR_LINECARD_STATE`).
   */
  linecardState?: number;
  /** Its type (`DEVLINK_ATTR_LINECARD_TYPE`). */
  linecardType?: string;
  /** Types that it can have (`DEVLINK_ATTR_LINECARD_SUPPORTED_TYPES`). */
  linecardSupportedTypes?: DevlinkLinecardTypes;
  /** Another device, which is behind this (`DEVLINK_ATTR_NESTED_DEVLINK`). */
  nestedDevlink?: DevlinkHandle;
  /** Tests of itself (`DEVLINK_ATTR_SELFTESTS`). */
  selftests?: DevlinkSelftests;
  /**
   * Among nodes with one parent, those of the greatest priority go first
   * (`DEVLINK_ATTR_RATE_TX_PRIORITY`).
   */
  rateTxPriority?: number;
  /**
   * Share of the node among those with the same priority
   * (`DEVLINK_ATTR_RATE_TX_WEIGHT`).
   */
  rateTxWeight?: number;
  /**
   * Whether the region is to be read without a snapshot
   * (`DEVLINK_ATTR_REGION_DIRECT`).
   */
  regionDirect?: true;
  /** Shares of traffic classes (`DEVLINK_ATTR_RATE_TC_BWS`). */
  rateTcBws?: DevlinkRateClass[];
  /** Number of the device (`DEVLINK_ATTR_INDEX`). */
  index?: bigint;
}
