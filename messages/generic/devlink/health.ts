/**
 * Health of devices: reporters, and what they have to show.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/devlink.h | linux/devlink.h}
 * @see {@link https://docs.kernel.org/networking/devlink/index.html | Devlink}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  bytes,
  type Codec,
  EncodeError,
  flag,
  LITTLE_ENDIAN,
  string,
  u64,
  u8,
} from "../../codec/mod.ts";

/** A reporter. */
export interface DevlinkReporterData extends Attributes {
  /** Its name (`DEVLINK_ATTR_HEALTH_REPORTER_NAME`). */
  name?: string;
  /**
   * Whether there is an error, {@linkcode DEVLINK_HEALTH_STATES}
   * (`DEVLINK_ATTR_HEALTH_REPORTER_STATE`).
   */
  state?: number;
  /**
   * How often there was an error (`DEVLINK_ATTR_HEALTH_REPORTER_ERR_COUNT`).
   */
  errCount?: bigint;
  /**
   * How often it was recovered from
   * (`DEVLINK_ATTR_HEALTH_REPORTER_RECOVER_COUNT`).
   */
  recoverCount?: bigint;
  /**
   * When the dump was made, in jiffies
   * (`DEVLINK_ATTR_HEALTH_REPORTER_DUMP_TS`).
   */
  dumpTs?: bigint;
  /**
   * Least time between two recoveries by itself, in ms
   * (`DEVLINK_ATTR_HEALTH_REPORTER_GRACEFUL_PERIOD`).
   */
  gracefulPeriod?: bigint;
  /**
   * Whether it recovers by itself
   * (`DEVLINK_ATTR_HEALTH_REPORTER_AUTO_RECOVER`).
   */
  autoRecover?: number;
  /**
   * When the dump was made, in ns since 1970
   * (`DEVLINK_ATTR_HEALTH_REPORTER_DUMP_TS_NS`).
   */
  dumpTsNs?: bigint;
  /**
   * Whether it makes a dump by itself
   * (`DEVLINK_ATTR_HEALTH_REPORTER_AUTO_DUMP`).
   */
  autoDump?: number;
  /**
   * For how long after an error others are recovered from, too, in ms
   * (`DEVLINK_ATTR_HEALTH_REPORTER_BURST_PERIOD`).
   */
  burstPeriod?: bigint;
}

/** One step of what a reporter shows: which is there depends on the step. */
export interface DevlinkFmsgItem extends Attributes {
  /** An object begins (`DEVLINK_ATTR_FMSG_OBJ_NEST_START`). */
  objNestStart?: true;
  /** A name and its value begin (`DEVLINK_ATTR_FMSG_PAIR_NEST_START`). */
  pairNestStart?: true;
  /** An array begins (`DEVLINK_ATTR_FMSG_ARR_NEST_START`). */
  arrNestStart?: true;
  /** What was begun last ends (`DEVLINK_ATTR_FMSG_NEST_END`). */
  nestEnd?: true;
  /** A name (`DEVLINK_ATTR_FMSG_OBJ_NAME`). */
  objName?: string;
  /**
   * Type of the value that follows, {@linkcode DEVLINK_VALUE_TYPES}
   * (`DEVLINK_ATTR_FMSG_OBJ_VALUE_TYPE`).
   */
  objValueType?: number;
  /** A value (`DEVLINK_ATTR_FMSG_OBJ_VALUE_DATA`). */
  objValueData?: Uint8Array;
}

/** Codec of {@linkcode DevlinkReporterData}. */
export const devlinkReporterData: Codec<DevlinkReporterData> = attributes({
  name: ["DEVLINK_ATTR_HEALTH_REPORTER_NAME", 115, string],
  state: ["DEVLINK_ATTR_HEALTH_REPORTER_STATE", 116, u8],
  errCount: ["DEVLINK_ATTR_HEALTH_REPORTER_ERR_COUNT", 117, u64],
  recoverCount: ["DEVLINK_ATTR_HEALTH_REPORTER_RECOVER_COUNT", 118, u64],
  dumpTs: ["DEVLINK_ATTR_HEALTH_REPORTER_DUMP_TS", 119, u64],
  gracefulPeriod: ["DEVLINK_ATTR_HEALTH_REPORTER_GRACEFUL_PERIOD", 120, u64],
  autoRecover: ["DEVLINK_ATTR_HEALTH_REPORTER_AUTO_RECOVER", 121, u8],
  dumpTsNs: ["DEVLINK_ATTR_HEALTH_REPORTER_DUMP_TS_NS", 137, u64],
  autoDump: ["DEVLINK_ATTR_HEALTH_REPORTER_AUTO_DUMP", 141, u8],
  burstPeriod: ["DEVLINK_ATTR_HEALTH_REPORTER_BURST_PERIOD", 181, u64],
}, { pad: ["DEVLINK_ATTR_PAD", 61] });

/** Codec of {@linkcode DevlinkFmsgItem}. */
export const devlinkFmsgItem: Codec<DevlinkFmsgItem> = attributes({
  objNestStart: ["DEVLINK_ATTR_FMSG_OBJ_NEST_START", 107, flag],
  pairNestStart: ["DEVLINK_ATTR_FMSG_PAIR_NEST_START", 108, flag],
  arrNestStart: ["DEVLINK_ATTR_FMSG_ARR_NEST_START", 109, flag],
  nestEnd: ["DEVLINK_ATTR_FMSG_NEST_END", 110, flag],
  objName: ["DEVLINK_ATTR_FMSG_OBJ_NAME", 111, string],
  objValueType: ["DEVLINK_ATTR_FMSG_OBJ_VALUE_TYPE", 112, u8],
  objValueData: ["DEVLINK_ATTR_FMSG_OBJ_VALUE_DATA", 113, bytes],
});

const samples: DevlinkFmsgItem[][] = [
  [],
  [
    { pairNestStart: true },
    { objName: "name" },
    { arrNestStart: true },
    { objValueType: 3 },
    { objValueData: new Uint8Array([1, 0, 0, 0]) },
    { nestEnd: true },
    { nestEnd: true },
  ],
];

/**
 * Codec of what a reporter shows: attributes of which the order counts, so that
 * each is an item of its own.
 */
export const devlinkFmsg: Codec<DevlinkFmsgItem[]> = {
  shape: {
    kind: "custom",
    name: "fmsg",
    samples,
    nestedFlag: true,
    layout: devlinkFmsgItem as Codec<unknown>,
  },
  size: 0,
  decode: (view, start, end) => {
    const items: DevlinkFmsgItem[] = [];
    for (let at = start; at < end;) {
      const length = end - at < 4 ? 0 : view.getUint16(at, LITTLE_ENDIAN);
      const next = at + ((length + 3) & ~3);
      // What is too short to be an attribute belongs to the last one.
      const stop = length < 4 || end - next < 4 ? end : next;
      items.push(devlinkFmsgItem.decode(view, at, stop));
      at = stop;
    }
    return items;
  },
  encode: (writer, items) => {
    if (!Array.isArray(items)) throw new EncodeError(items, "is not an array");
    for (const [i, item] of items.entries()) {
      try {
        devlinkFmsgItem.encode(writer, item);
      } catch (error) {
        if (error instanceof EncodeError) error.within(i);
        throw error;
      }
    }
  },
};
