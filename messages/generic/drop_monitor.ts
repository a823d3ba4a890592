/**
 * Packets that the kernel and devices drop, family `NET_DM`: `NET_DM_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/net_dropmon.h | linux/net_dropmon.h}
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/net/core/drop_monitor.c | net/core/drop_monitor.c}
 *
 * @module
 */

import {
  array,
  type Attributes,
  attributes,
  bytes,
  type Codec,
  fixedBytes,
  flag,
  list,
  string,
  struct,
  u16,
  u32,
  u64,
  u8,
} from "../codec/mod.ts";
import { tailed } from "../codec/tailed.ts";
import { type GenericMessage, genericMessage } from "./header.ts";

/** Name of the family. */
export const NET_DM_GENL_NAME = "NET_DM";
/** Name of the multicast group of dropped packets. */
export const NET_DM_GRP_NAME = "events";

/** Reports how many packets were dropped where. */
export const NET_DM_CMD_ALERT = 1;
/** Changes settings. */
export const NET_DM_CMD_CONFIG = 2;
/** Begins to watch. */
export const NET_DM_CMD_START = 3;
/** Ends watching. */
export const NET_DM_CMD_STOP = 4;
/** Reports a dropped packet. */
export const NET_DM_CMD_PACKET_ALERT = 5;
/** Asks for settings. */
export const NET_DM_CMD_CONFIG_GET = 6;
/** Here are settings. */
export const NET_DM_CMD_CONFIG_NEW = 7;
/** Asks for counters. */
export const NET_DM_CMD_STATS_GET = 8;
/** Here are counters. */
export const NET_DM_CMD_STATS_NEW = 9;

/** What is reported of dropped packets: `NET_DM_ALERT_MODE_*`. */
export const NET_DM_ALERT_MODES = {
  /** How many were dropped where (`NET_DM_ALERT_MODE_SUMMARY`). */
  summary: 0,
  /** Each of them (`NET_DM_ALERT_MODE_PACKET`). */
  packet: 1,
} as const;

/** Who drops packets: `NET_DM_ORIGIN_*`. */
export const NET_DM_ORIGINS = {
  /** The kernel (`NET_DM_ORIGIN_SW`). */
  kernel: 0,
  /** A device (`NET_DM_ORIGIN_HW`). */
  device: 1,
} as const;

/** How many packets were dropped at an instruction (`struct net_dm_drop_point`). */
export interface NetDmDropPoint {
  /** Address of the instruction, in host order (`pc`). */
  pc: Uint8Array;
  /** How many packets (`count`). */
  count: number;
}

/** How many packets were dropped where (`struct net_dm_alert_msg`). */
export interface NetDmAlert {
  /** How many positions there are (`entries`). */
  entries: number;
  /** The positions (`points`). */
  points: NetDmDropPoint[];
}

/** A link: `NET_DM_ATTR_PORT_*`. */
export interface NetDmPort extends Attributes {
  /** Index of the link (`NET_DM_ATTR_PORT_NETDEV_IFINDEX`). */
  netdevIfindex?: number;
  /** Name of the link (`NET_DM_ATTR_PORT_NETDEV_NAME`). */
  netdevName?: string;
}

/** Counters: `NET_DM_ATTR_STATS_*`. */
export interface NetDmStats extends Attributes {
  /**
   * Reports that were lost, as the queue was full
   * (`NET_DM_ATTR_STATS_DROPPED`).
   */
  dropped?: bigint;
}

/** How many packets a trap has dropped. */
export interface NetDmHwEntry extends Attributes {
  /** Name of the trap (`NET_DM_ATTR_HW_TRAP_NAME`). */
  hwTrapName?: string;
  /** Packets dropped by it (`NET_DM_ATTR_HW_TRAP_COUNT`). */
  hwTrapCount?: number;
}

/** A setting, a dropped packet, or counters: `NET_DM_ATTR_*`. */
export interface NetDmAttributes extends Attributes {
  /** How many packets were dropped where (`NET_DM_ATTR_UNSPEC`). */
  alert?: NetDmAlert;
  /** One of {@linkcode NET_DM_ALERT_MODES} (`NET_DM_ATTR_ALERT_MODE`). */
  alertMode?: number;
  /** Address of the instruction that dropped the packet (`NET_DM_ATTR_PC`). */
  pc?: bigint;
  /** The same as a symbol and an offset (`NET_DM_ATTR_SYMBOL`). */
  symbol?: string;
  /** The link that the packet came in through (`NET_DM_ATTR_IN_PORT`). */
  inPort?: NetDmPort;
  /**
   * When it was dropped, in nanoseconds since 1970 (`NET_DM_ATTR_TIMESTAMP`).
   */
  timestamp?: bigint;
  /** Protocol of the packet, `ETH_P_*` (`NET_DM_ATTR_PROTO`). */
  proto?: number;
  /** The packet, or the beginning of it (`NET_DM_ATTR_PAYLOAD`). */
  payload?: Uint8Array;
  /**
   * Most bytes of a packet that are reported, 0 for all
   * (`NET_DM_ATTR_TRUNC_LEN`).
   */
  truncLen?: number;
  /** Bytes of the packet (`NET_DM_ATTR_ORIG_LEN`). */
  origLen?: number;
  /** How many reports can wait on each processor (`NET_DM_ATTR_QUEUE_LEN`). */
  queueLen?: number;
  /** Counters of what the kernel drops (`NET_DM_ATTR_STATS`). */
  stats?: NetDmStats;
  /** Counters of what devices drop (`NET_DM_ATTR_HW_STATS`). */
  hwStats?: NetDmStats;
  /** One of {@linkcode NET_DM_ORIGINS} (`NET_DM_ATTR_ORIGIN`). */
  origin?: number;
  /**
   * Name of the group of the trap that dropped the packet
   * (`NET_DM_ATTR_HW_TRAP_GROUP_NAME`).
   */
  hwTrapGroupName?: string;
  /** Name of the trap that dropped the packet (`NET_DM_ATTR_HW_TRAP_NAME`). */
  hwTrapName?: string;
  /** What devices have dropped, by trap (`NET_DM_ATTR_HW_ENTRIES`). */
  hwEntries?: NetDmHwEntry[];
  /** What the kernel drops is meant (`NET_DM_ATTR_SW_DROPS`). */
  swDrops?: true;
  /** What devices drop is meant (`NET_DM_ATTR_HW_DROPS`). */
  hwDrops?: true;
  /**
   * Cookie of the action that dropped the packet
   * (`NET_DM_ATTR_FLOW_ACTION_COOKIE`).
   */
  flowActionCookie?: Uint8Array;
  /** Why it was dropped (`NET_DM_ATTR_REASON`). */
  reason?: string;
}

/** Codec of {@linkcode NetDmDropPoint}. */
export const netDmDropPoint: Codec<NetDmDropPoint> = struct({
  pc: fixedBytes(8),
  count: u32,
});

/** Codec of {@linkcode NetDmAlert}. */
export const netDmAlert: Codec<NetDmAlert> = tailed<NetDmAlert, "points">(
  struct<Omit<NetDmAlert, "points">>({ entries: u32 }),
  "points",
  array(netDmDropPoint),
  "net_dm_alert_msg",
  [{ entries: 1, points: [{ pc: new Uint8Array(8), count: 3 }] }],
);

/** Codec of {@linkcode NetDmPort}. */
export const netDmPort: Codec<NetDmPort> = attributes({
  netdevIfindex: ["NET_DM_ATTR_PORT_NETDEV_IFINDEX", 0, u32],
  netdevName: ["NET_DM_ATTR_PORT_NETDEV_NAME", 1, string],
});

/** Codec of {@linkcode NetDmStats}. */
export const netDmStats: Codec<NetDmStats> = attributes({
  dropped: ["NET_DM_ATTR_STATS_DROPPED", 0, u64],
});

/** Codec of {@linkcode NetDmHwEntry}. */
export const netDmHwEntry: Codec<NetDmHwEntry> = attributes({
  hwTrapName: ["NET_DM_ATTR_HW_TRAP_NAME", 16, string],
  hwTrapCount: ["NET_DM_ATTR_HW_TRAP_COUNT", 19, u32],
});

/** Codec of {@linkcode NetDmAttributes}. */
export const netDmAttributes: Codec<NetDmAttributes> = attributes({
  alert: ["NET_DM_ATTR_UNSPEC", 0, netDmAlert],
  alertMode: ["NET_DM_ATTR_ALERT_MODE", 1, u8],
  pc: ["NET_DM_ATTR_PC", 2, u64],
  symbol: ["NET_DM_ATTR_SYMBOL", 3, string],
  inPort: ["NET_DM_ATTR_IN_PORT", 4, netDmPort],
  timestamp: ["NET_DM_ATTR_TIMESTAMP", 5, u64],
  proto: ["NET_DM_ATTR_PROTO", 6, u16],
  payload: ["NET_DM_ATTR_PAYLOAD", 7, bytes],
  truncLen: ["NET_DM_ATTR_TRUNC_LEN", 9, u32],
  origLen: ["NET_DM_ATTR_ORIG_LEN", 10, u32],
  queueLen: ["NET_DM_ATTR_QUEUE_LEN", 11, u32],
  stats: ["NET_DM_ATTR_STATS", 12, netDmStats],
  hwStats: ["NET_DM_ATTR_HW_STATS", 13, netDmStats],
  origin: ["NET_DM_ATTR_ORIGIN", 14, u16],
  hwTrapGroupName: ["NET_DM_ATTR_HW_TRAP_GROUP_NAME", 15, string],
  hwTrapName: ["NET_DM_ATTR_HW_TRAP_NAME", 16, string],
  hwEntries: [
    "NET_DM_ATTR_HW_ENTRIES",
    17,
    list(netDmHwEntry, ["NET_DM_ATTR_HW_ENTRY", 18]),
  ],
  swDrops: ["NET_DM_ATTR_SW_DROPS", 20, flag],
  hwDrops: ["NET_DM_ATTR_HW_DROPS", 21, flag],
  flowActionCookie: ["NET_DM_ATTR_FLOW_ACTION_COOKIE", 22, bytes],
  reason: ["NET_DM_ATTR_REASON", 23, string],
}, { pad: ["NET_DM_ATTR_PAD", 8] });

/** A message of the family `NET_DM`. */
export type NetDmMessage = GenericMessage<NetDmAttributes>;

/** Codec of {@linkcode NetDmMessage}. */
export const netDmMessage: Codec<NetDmMessage> = genericMessage(
  netDmAttributes,
);
