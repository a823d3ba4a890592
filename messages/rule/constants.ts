/**
 * Constants of policy rules: `FRA_*`, `FR_ACT_*` and `FIB_RULE_*`, and the
 * types of their messages.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/fib_rules.h | linux/fib_rules.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

// Message types.

/** A rule was added, or is to be. */
export const RTM_NEWRULE = 32;
/** A rule was deleted, or is to be. */
export const RTM_DELRULE = 33;
/** Asks for rules. */
export const RTM_GETRULE = 34;

// Flags.

/** The rule cannot be deleted. */
export const FIB_RULE_PERMANENT = 0x1;
/** The rule holds for what it does not match. */
export const FIB_RULE_INVERT = 0x2;
/** The rule to go to does not exist. */
export const FIB_RULE_UNRESOLVED = 0x4;
/** The input device does not exist. */
export const FIB_RULE_IIF_DETACHED = 0x8;
/** The same as {@linkcode FIB_RULE_IIF_DETACHED}, by its old name. */
export const FIB_RULE_DEV_DETACHED = 0x8;
/** The output device does not exist. */
export const FIB_RULE_OIF_DETACHED = 0x10;
/** The source address is looked for too. */
export const FIB_RULE_FIND_SADDR = 0x10000;

// Actions.

/** None. */
export const FR_ACT_UNSPEC = 0;
/** Look the route up in a table. */
export const FR_ACT_TO_TBL = 1;
/** Go on with another rule. */
export const FR_ACT_GOTO = 2;
/** Go on with the next rule. */
export const FR_ACT_NOP = 3;
/** Reserved. */
export const FR_ACT_RES3 = 4;
/** Reserved. */
export const FR_ACT_RES4 = 5;
/** Drop the packet silently. */
export const FR_ACT_BLACKHOLE = 6;
/** Drop the packet: the network is unreachable. */
export const FR_ACT_UNREACHABLE = 7;
/** Drop the packet: it is prohibited. */
export const FR_ACT_PROHIBIT = 8;

/** Names of actions (`FR_ACT_*`). */
export const RULE_ACTIONS = {
  lookup: FR_ACT_TO_TBL,
  goto: FR_ACT_GOTO,
  nop: FR_ACT_NOP,
  blackhole: FR_ACT_BLACKHOLE,
  unreachable: FR_ACT_UNREACHABLE,
  prohibit: FR_ACT_PROHIBIT,
} as const;

// Attributes that are no longer in use.

/** Address that a route of the type NAT translated to. */
export const FRA_UNUSED2 = 5;
