/**
 * Shapers of what devices send, family `net-shaper`: `NET_SHAPER_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/net_shaper.h | linux/net_shaper.h}
 * @see {@link https://docs.kernel.org/networking/netlink_spec/net_shaper.html | net_shaper netlink specification}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  flag,
  multi,
  u32,
  uint,
} from "../codec/mod.ts";

/** Name of the family. */
export const NET_SHAPER_FAMILY_NAME = "net-shaper";
/** Version of the family's interface. */
export const NET_SHAPER_FAMILY_VERSION = 1;

/** Asks for shapers. */
export const NET_SHAPER_CMD_GET = 1;
/** Makes a shaper, or changes it. */
export const NET_SHAPER_CMD_SET = 2;
/** Deletes a shaper. */
export const NET_SHAPER_CMD_DELETE = 3;
/** Makes shapers part of another one. */
export const NET_SHAPER_CMD_GROUP = 4;
/** Asks for what a device supports. */
export const NET_SHAPER_CMD_CAP_GET = 5;

/** What shapers are for: `NET_SHAPER_SCOPE_*`. */
export const NET_SHAPER_SCOPES = {
  /** A whole device (`NET_SHAPER_SCOPE_NETDEV`). */
  netdev: 1,
  /** One of its queues (`NET_SHAPER_SCOPE_QUEUE`). */
  queue: 2,
  /** A group of shapers (`NET_SHAPER_SCOPE_NODE`). */
  node: 3,
} as const;

/** Units of rates: `NET_SHAPER_METRIC_*`. */
export const NET_SHAPER_METRICS = {
  /** Bits per second (`NET_SHAPER_METRIC_BPS`). */
  bps: 0,
  /** Packets per second (`NET_SHAPER_METRIC_PPS`). */
  pps: 1,
} as const;

/** What names a shaper: `NET_SHAPER_A_HANDLE_*`. */
export interface NetShaperHandle extends Attributes {
  /** One of {@linkcode NET_SHAPER_SCOPES} (`NET_SHAPER_A_HANDLE_SCOPE`). */
  scope?: number;
  /** Number of the queue or node (`NET_SHAPER_A_HANDLE_ID`). */
  id?: number;
}

/** A shaper of a group: `NET_SHAPER_A_*`. */
export interface NetShaperLeaf extends Attributes {
  /** Which one (`NET_SHAPER_A_HANDLE`). */
  handle?: NetShaperHandle;
  /**
   * Priority among its siblings, the least of which goes first
   * (`NET_SHAPER_A_PRIORITY`).
   */
  priority?: number;
  /** Weight among siblings of the same priority (`NET_SHAPER_A_WEIGHT`). */
  weight?: number;
}

/** A shaper: `NET_SHAPER_A_*`. */
export interface NetShaperAttributes extends Attributes {
  /** Which one (`NET_SHAPER_A_HANDLE`). */
  handle?: NetShaperHandle;
  /**
   * Unit of its rates, one of {@linkcode NET_SHAPER_METRICS}
   * (`NET_SHAPER_A_METRIC`).
   */
  metric?: number;
  /** Rate that is guaranteed (`NET_SHAPER_A_BW_MIN`). */
  bwMin?: bigint;
  /** Rate that is not exceeded (`NET_SHAPER_A_BW_MAX`). */
  bwMax?: bigint;
  /** What may be sent at once (`NET_SHAPER_A_BURST`). */
  burst?: bigint;
  /**
   * Priority among its siblings, the least of which goes first
   * (`NET_SHAPER_A_PRIORITY`).
   */
  priority?: number;
  /** Weight among siblings of the same priority (`NET_SHAPER_A_WEIGHT`). */
  weight?: number;
  /** Index of the link (`NET_SHAPER_A_IFINDEX`). */
  ifindex?: number;
  /** The shaper that it is part of (`NET_SHAPER_A_PARENT`). */
  parent?: NetShaperHandle;
  /** Shapers that become part of it; requests only (`NET_SHAPER_A_LEAVES`). */
  leaves?: NetShaperLeaf[];
}

/** What a device supports of one scope: `NET_SHAPER_A_CAPS_*`. */
export interface NetShaperCaps extends Attributes {
  /** Index of the link (`NET_SHAPER_A_CAPS_IFINDEX`). */
  ifindex?: number;
  /** One of {@linkcode NET_SHAPER_SCOPES} (`NET_SHAPER_A_CAPS_SCOPE`). */
  scope?: number;
  /** Rates in bits per second (`NET_SHAPER_A_CAPS_SUPPORT_METRIC_BPS`). */
  supportMetricBps?: true;
  /** Rates in packets per second (`NET_SHAPER_A_CAPS_SUPPORT_METRIC_PPS`). */
  supportMetricPps?: true;
  /**
   * Shapers of the scope `queue` that are part of others
   * (`NET_SHAPER_A_CAPS_SUPPORT_NESTING`).
   */
  supportNesting?: true;
  /** Guaranteed rates (`NET_SHAPER_A_CAPS_SUPPORT_BW_MIN`). */
  supportBwMin?: true;
  /** Greatest rates (`NET_SHAPER_A_CAPS_SUPPORT_BW_MAX`). */
  supportBwMax?: true;
  /** Bursts (`NET_SHAPER_A_CAPS_SUPPORT_BURST`). */
  supportBurst?: true;
  /** Priorities (`NET_SHAPER_A_CAPS_SUPPORT_PRIORITY`). */
  supportPriority?: true;
  /** Weights (`NET_SHAPER_A_CAPS_SUPPORT_WEIGHT`). */
  supportWeight?: true;
}

/** Codec of {@linkcode NetShaperHandle}. */
export const netShaperHandle: Codec<NetShaperHandle> = attributes({
  scope: ["NET_SHAPER_A_HANDLE_SCOPE", 1, u32],
  id: ["NET_SHAPER_A_HANDLE_ID", 2, u32],
});

/** Codec of {@linkcode NetShaperLeaf}. */
export const netShaperLeaf: Codec<NetShaperLeaf> = attributes({
  handle: ["NET_SHAPER_A_HANDLE", 1, netShaperHandle],
  priority: ["NET_SHAPER_A_PRIORITY", 6, u32],
  weight: ["NET_SHAPER_A_WEIGHT", 7, u32],
});

/** Codec of {@linkcode NetShaperAttributes}. */
export const netShaperAttributes: Codec<NetShaperAttributes> = attributes({
  handle: ["NET_SHAPER_A_HANDLE", 1, netShaperHandle],
  metric: ["NET_SHAPER_A_METRIC", 2, u32],
  bwMin: ["NET_SHAPER_A_BW_MIN", 3, uint],
  bwMax: ["NET_SHAPER_A_BW_MAX", 4, uint],
  burst: ["NET_SHAPER_A_BURST", 5, uint],
  priority: ["NET_SHAPER_A_PRIORITY", 6, u32],
  weight: ["NET_SHAPER_A_WEIGHT", 7, u32],
  ifindex: ["NET_SHAPER_A_IFINDEX", 8, u32],
  parent: ["NET_SHAPER_A_PARENT", 9, netShaperHandle],
  leaves: ["NET_SHAPER_A_LEAVES", 10, multi(netShaperLeaf)],
});

/** Codec of {@linkcode NetShaperCaps}. */
export const netShaperCaps: Codec<NetShaperCaps> = attributes({
  ifindex: ["NET_SHAPER_A_CAPS_IFINDEX", 1, u32],
  scope: ["NET_SHAPER_A_CAPS_SCOPE", 2, u32],
  supportMetricBps: ["NET_SHAPER_A_CAPS_SUPPORT_METRIC_BPS", 3, flag],
  supportMetricPps: ["NET_SHAPER_A_CAPS_SUPPORT_METRIC_PPS", 4, flag],
  supportNesting: ["NET_SHAPER_A_CAPS_SUPPORT_NESTING", 5, flag],
  supportBwMin: ["NET_SHAPER_A_CAPS_SUPPORT_BW_MIN", 6, flag],
  supportBwMax: ["NET_SHAPER_A_CAPS_SUPPORT_BW_MAX", 7, flag],
  supportBurst: ["NET_SHAPER_A_CAPS_SUPPORT_BURST", 8, flag],
  supportPriority: ["NET_SHAPER_A_CAPS_SUPPORT_PRIORITY", 9, flag],
  supportWeight: ["NET_SHAPER_A_CAPS_SUPPORT_WEIGHT", 10, flag],
});

/** Attributes of requests and replies, by command. */
export const netShaperCommands: ReadonlyMap<number, Codec<Attributes>> =
  new Map<
    number,
    Codec<Attributes>
  >([
    [NET_SHAPER_CMD_GET, netShaperAttributes],
    [NET_SHAPER_CMD_SET, netShaperAttributes],
    [NET_SHAPER_CMD_DELETE, netShaperAttributes],
    [NET_SHAPER_CMD_GROUP, netShaperAttributes],
    [NET_SHAPER_CMD_CAP_GET, netShaperCaps],
  ]);
