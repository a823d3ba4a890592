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

// Attributes.

/** Destination prefix. */
export const FRA_DST = 1;
/** Source prefix. */
export const FRA_SRC = 2;
/** Name of the input device. */
export const FRA_IIFNAME = 3;
/** Rule to go to. */
export const FRA_GOTO = 4;
/** No longer in use. */
export const FRA_UNUSED2 = 5;
/** Priority. */
export const FRA_PRIORITY = 6;
/** No longer in use. */
export const FRA_UNUSED3 = 7;
/** No longer in use. */
export const FRA_UNUSED4 = 8;
/** No longer in use. */
export const FRA_UNUSED5 = 9;
/** Firewall mark. */
export const FRA_FWMARK = 10;
/** Realms. */
export const FRA_FLOW = 11;
/** Key of the tunnel. */
export const FRA_TUN_ID = 12;
/** Routes through links of this group do not count. */
export const FRA_SUPPRESS_IFGROUP = 13;
/** Routes to prefixes as short as this do not count. */
export const FRA_SUPPRESS_PREFIXLEN = 14;
/** Table. */
export const FRA_TABLE = 15;
/** Which bits of the firewall mark count. */
export const FRA_FWMASK = 16;
/** Name of the output device. */
export const FRA_OIFNAME = 17;
/** Padding. */
export const FRA_PAD = 18;
/** Whether the table is that of the device's VRF. */
export const FRA_L3MDEV = 19;
/** Users. */
export const FRA_UID_RANGE = 20;
/** Who added the rule. */
export const FRA_PROTOCOL = 21;
/** IP protocol. */
export const FRA_IP_PROTO = 22;
/** Source ports. */
export const FRA_SPORT_RANGE = 23;
/** Destination ports. */
export const FRA_DPORT_RANGE = 24;
/** Differentiated services code point. */
export const FRA_DSCP = 25;
/** IPv6 flow label. */
export const FRA_FLOWLABEL = 26;
/** Which bits of the flow label count. */
export const FRA_FLOWLABEL_MASK = 27;
/** Which bits of the source port count. */
export const FRA_SPORT_MASK = 28;
/** Which bits of the destination port count. */
export const FRA_DPORT_MASK = 29;
/** Which bits of the code point count. */
export const FRA_DSCP_MASK = 30;
