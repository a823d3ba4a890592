/**
 * Earliest transmission time first.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/tc-etf.8.html | tc-etf(8)}
 *
 * @module
 */

import {
  CLOCKS,
  ETF_FLAGS,
  type EtfData,
} from "../../../messages/tc/qdiscs/etf.ts";
import { boolean } from "../../mapping/conversions.ts";
import { mapping } from "../../mapping/mapping.ts";
import { arranged, type TrafficMapping } from "../kind.ts";
import { nanoseconds } from "../units.ts";
import { type Clock, clock } from "./clock.ts";

/** Settings of earliest transmission time first. */
export interface EtfOptions {
  /**
   * Clock of the times; the only one that the kernel takes, `tai`, by default
   * (`tc_etf_qopt.clockid`).
   */
  clock?: Clock;
  /** Seconds by which packets leave earlier (`tc_etf_qopt.delta`). */
  delta?: number;
  /**
   * Whether times are deadlines, before which packets may leave
   * (`TC_ETF_DEADLINE_MODE_ON`).
   */
  deadline?: boolean;
  /** Whether hardware does the work (`TC_ETF_OFFLOAD_ON`). */
  offload?: boolean;
  /**
   * Whether packets of sockets without times of transmission are taken too
   * (`TC_ETF_SKIP_SOCK_CHECK`).
   */
  skipSocketCheck?: boolean;
}

interface Flat {
  clock?: number;
  delta?: number;
  deadline?: number;
  offload?: number;
  skipSocketCheck?: number;
}

/** How {@linkcode EtfOptions} are stored. */
export const etfMapping: TrafficMapping<EtfOptions, EtfData> = arranged(
  mapping<EtfOptions, Flat>({
    clock: clock,
    delta: nanoseconds,
    deadline: boolean,
    offload: boolean,
    skipSocketCheck: boolean,
  }),
  ({ parameters }): Flat => {
    if (parameters === undefined) return {};
    const { clockId, delta, flags } = parameters;
    return {
      clock: clockId,
      delta,
      deadline: flags & ETF_FLAGS.deadline_mode,
      offload: flags & ETF_FLAGS.offload,
      skipSocketCheck: flags & ETF_FLAGS.skip_sock_check,
    };
  },
  ({ clock = CLOCKS.TAI, delta = 0, ...flags }, fieldPath) => {
    if (delta > 0x7fffffff) {
      throw fieldPath.at("delta").outside(
        delta / 1e9,
        "it is not between 0 and 2.147483647",
      );
    }
    return {
      parameters: {
        clockId: clock,
        delta,
        flags: (flags.deadline ? ETF_FLAGS.deadline_mode : 0) |
          (flags.offload ? ETF_FLAGS.offload : 0) |
          (flags.skipSocketCheck ? ETF_FLAGS.skip_sock_check : 0),
      },
    };
  },
);
