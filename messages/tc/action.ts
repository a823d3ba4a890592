/**
 * Actions, and messages about them: `TCA_ACT_*`, `struct tcamsg` and `TCA_ROOT_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_cls.h | linux/pkt_cls.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Bitfield32,
  bitfield32,
  bytes,
  choice,
  type Codec,
  list,
  message,
  string,
  struct,
  u32,
  u8,
  type WithAttributes,
} from "../codec/mod.ts";
import {
  actionKindNames,
  type ActionKinds,
  actionKinds,
} from "./actions/mod.ts";
import { type TcOtherOptions, tcOtherOptions } from "./header.ts";
import { type TcStats, tcStats } from "./stats.ts";

// Flags: `TCA_ACT_FLAGS`.

/** Counters are shared by all processors. */
export const TCA_ACT_FLAGS_NO_PERCPU_STATS = 0x1;
/** Only the kernel does the work. */
export const TCA_ACT_FLAGS_SKIP_HW = 0x2;
/** Only hardware does the work. */
export const TCA_ACT_FLAGS_SKIP_SW = 0x4;

// Counters of hardware: `TCA_ACT_HW_STATS`; without any, there are none.

/** They are read from the device when they are asked for. */
export const TCA_ACT_HW_STATS_IMMEDIATE = 0x1;
/** They may be some seconds old. */
export const TCA_ACT_HW_STATS_DELAYED = 0x2;

/** Names of counters of hardware (`TCA_ACT_HW_STATS_*`). */
export const ACTION_HARDWARE_COUNTERS = {
  immediate: TCA_ACT_HW_STATS_IMMEDIATE,
  delayed: TCA_ACT_HW_STATS_DELAYED,
} as const;

/** An action, with its options under the name of its kind (`TCA_ACT_*`). */
export interface ActionEntry extends Attributes, ActionKinds, TcOtherOptions {
  /** Kind, such as `mirred` (`TCA_ACT_KIND`). */
  kind?: string;
  /** Number among those of its kind, in requests (`TCA_ACT_INDEX`). */
  index?: number;
  /** Counters (`TCA_ACT_STATS`). */
  stats?: TcStats;
  /**
   * What a program keeps with the action, at most 16 bytes (`TCA_ACT_COOKIE`).
   * In reports of a flush, the number of actions that were deleted.
   */
  cookie?: Uint8Array;
  /** `TCA_ACT_FLAGS_*` (`TCA_ACT_FLAGS`). */
  flags?: Bitfield32;
  /** Which counters of hardware are wanted, `TCA_ACT_HW_STATS_*` (`TCA_ACT_HW_STATS`). */
  hardwareStats?: Bitfield32;
  /** Which of them there are, `TCA_ACT_HW_STATS_*` (`TCA_ACT_USED_HW_STATS`). */
  usedHardwareStats?: Bitfield32;
  /** How many devices do the work (`TCA_ACT_IN_HW_COUNT`). */
  inHardwareCount?: number;
}

/** Codec of {@linkcode ActionEntry}. */
export const actionEntry: Codec<ActionEntry> = attributes(() => ({
  kind: ["TCA_ACT_KIND", 1, string],
  ...choice(
    "kind",
    ["TCA_ACT_OPTIONS", 2],
    { ...actionKinds, ...tcOtherOptions },
    { ...actionKindNames, options: null },
  ),
  index: ["TCA_ACT_INDEX", 3, u32],
  stats: ["TCA_ACT_STATS", 4, tcStats],
  cookie: ["TCA_ACT_COOKIE", 6, bytes],
  flags: ["TCA_ACT_FLAGS", 7, bitfield32],
  hardwareStats: ["TCA_ACT_HW_STATS", 8, bitfield32],
  usedHardwareStats: ["TCA_ACT_USED_HW_STATS", 9, bitfield32],
  inHardwareCount: ["TCA_ACT_IN_HW_COUNT", 10, u32],
}), { nestedFlag: false, pad: ["TCA_ACT_PAD", 5] });

/**
 * Codec of actions, which are run in order: `TCA_ROOT_TAB`, and attributes of
 * filters such as `TCA_U32_ACT`.
 */
export const actionList: Codec<ActionEntry[]> = list(actionEntry, undefined, {
  nestedFlag: false,
});

/** Family header of actions (`struct tcamsg`). */
export interface TcActionHeader {
  /** Address family, `AF_UNSPEC` (`tca_family`). */
  family: number;
}

/** Attributes of actions (`TCA_ROOT_*`). */
export interface TcActionAttributes extends Attributes {
  /** The actions (`TCA_ROOT_TAB`). */
  actions?: ActionEntry[];
  /** What to dump (`TCA_ROOT_FLAGS`). */
  flags?: Bitfield32;
  /** Number of actions (`TCA_ROOT_COUNT`). */
  count?: number;
  /** Least time since the last use, in milliseconds (`TCA_ROOT_TIME_DELTA`). */
  timeDelta?: number;
  /** Warning for humans (`TCA_ROOT_EXT_WARN_MSG`). */
  warning?: string;
}

/** Actions. */
export type TcActionMessage = WithAttributes<
  TcActionHeader,
  TcActionAttributes
>;

/** Codec of {@linkcode TcActionHeader}. */
export const tcActionHeader: Codec<TcActionHeader> = struct({
  family: u8,
});

/** Codec of {@linkcode TcActionAttributes}. */
export const tcActionAttributes: Codec<TcActionAttributes> = attributes({
  actions: ["TCA_ROOT_TAB", 1, actionList],
  flags: ["TCA_ROOT_FLAGS", 2, bitfield32],
  count: ["TCA_ROOT_COUNT", 3, u32],
  timeDelta: ["TCA_ROOT_TIME_DELTA", 4, u32],
  warning: ["TCA_ROOT_EXT_WARN_MSG", 5, string],
});

/** Codec of {@linkcode TcActionMessage}. */
export const tcActionMessage: Codec<TcActionMessage> = message(
  tcActionHeader,
  tcActionAttributes,
);
