/**
 * What actions of all kinds have: `tc_gen`, `struct tcf_t`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_cls.h | linux/pkt_cls.h}
 *
 * @module
 */

import {
  type Codec,
  type Members,
  s32,
  struct,
  u32,
  u64,
} from "../../codec/mod.ts";

/** What actions of all kinds begin with: `tc_gen` (`struct tc_gact`). */
export interface ActionParameters {
  /** Number among those of its kind, 0 for a free one (`index`). */
  index: number;
  /** No longer in use (`capab`). */
  capabilities: number;
  /**
   * What happens to packets then: one of {@linkcode ACTION_CONTROLS}, or
   * `TC_ACT_JUMP` or `TC_ACT_GOTO_CHAIN` with a number (`action`).
   */
  control: number;
  /** References to it, of which filters hold some (`refcnt`). */
  references: number;
  /** Filters that use it (`bindcnt`). */
  bindings: number;
}

/** When an action was used (`struct tcf_t`), in hundredths of seconds. */
export interface ActionTimes {
  /** Since it was made (`install`). */
  installed: bigint;
  /** Since it was last used (`lastuse`). */
  lastUsed: bigint;
  /** Until it expires (`expires`). */
  expires: bigint;
  /** Since it was first used; 0 if it never was (`firstuse`). */
  firstUsed?: bigint;
}

/** Members of {@linkcode ActionParameters}, for structs that have more. */
export const actionParameterMembers: Members<ActionParameters> = {
  index: u32,
  capabilities: u32,
  control: s32,
  references: s32,
  bindings: s32,
};

/** Codec of {@linkcode ActionParameters}. */
export const actionParameters: Codec<ActionParameters> = struct(
  actionParameterMembers,
);

/** Codec of {@linkcode ActionTimes}. */
export const actionTimes: Codec<ActionTimes> = struct({
  installed: u64,
  lastUsed: u64,
  expires: u64,
  firstUsed: u64,
}, { optionalFrom: "firstUsed" });

/** What happens to packets after an action (`TC_ACT_*`). */
export const ACTION_CONTROLS = {
  /** The next filter has its turn (`TC_ACT_UNSPEC`). */
  continue: -1,
  /** They pass (`TC_ACT_OK`). */
  pass: 0,
  /** All filters have their turn again (`TC_ACT_RECLASSIFY`). */
  reclassify: 1,
  /** They are dropped (`TC_ACT_SHOT`). */
  drop: 2,
  /** The next action has its turn (`TC_ACT_PIPE`). */
  pipe: 3,
  /** The action has taken them (`TC_ACT_STOLEN`). */
  stolen: 4,
  /** They have been queued elsewhere (`TC_ACT_QUEUED`). */
  queued: 5,
  /** The action has its turn again (`TC_ACT_REPEAT`). */
  repeat: 6,
  /** They leave by another device (`TC_ACT_REDIRECT`). */
  redirect: 7,
  /** Hardware passes them to the processor (`TC_ACT_TRAP`). */
  trap: 8,
} as const;

/** As many actions are skipped as the lower 28 bits state (`TC_ACT_JUMP`). */
export const TC_ACT_JUMP = 0x10000000;
/** The chain in the lower 28 bits has its turn (`TC_ACT_GOTO_CHAIN`). */
export const TC_ACT_GOTO_CHAIN = 0x20000000;
/** The number behind one of these two (`TC_ACT_EXT_VAL_MASK`). */
export const TC_ACT_EXT_VAL_MASK = 0x0fffffff;
