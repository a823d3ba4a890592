/**
 * Policy rules: `struct fib_rule_hdr` and `FRA_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/fib_rules.h | linux/fib_rules.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/core/fib_rules.c | net/core/fib_rules.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  be32,
  be64,
  type Codec,
  ipAddress,
  message,
  string,
  struct,
  u16,
  u32,
  u8,
  type WithAttributes,
} from "../codec/mod.ts";

/** Family header of rules (`struct fib_rule_hdr`). */
export interface RuleHeader {
  /** Address family; also that of multicast routes (`family`). */
  family: number;
  /** Length in bits of {@linkcode RuleAttributes.destination} (`dst_len`). */
  destinationLength: number;
  /** Length in bits of {@linkcode RuleAttributes.source} (`src_len`). */
  sourceLength: number;
  /** Type of service, zero for any (`tos`). */
  tos: number;
  /** Table, or `RT_TABLE_COMPAT` if it is beyond 255 (`table`). */
  table: number;
  /** Reserved (`res1`). */
  reserved1: number;
  /** Reserved (`res2`). */
  reserved2: number;
  /** What the rule does, `FR_ACT_*` (`action`). */
  action: number;
  /** `FIB_RULE_*` (`flags`). */
  flags: number;
}

/** Users that a rule is for (`struct fib_rule_uid_range`). */
export interface RuleUidRange {
  /** The first user (`start`). */
  start: number;
  /** The last user (`end`). */
  end: number;
}

/** Ports that a rule is for (`struct fib_rule_port_range`). */
export interface RulePortRange {
  /** The first port (`start`). */
  start: number;
  /** The last port (`end`). */
  end: number;
}

/** Attributes of rules (`FRA_*`). */
export interface RuleAttributes extends Attributes {
  /** Destination prefix (`FRA_DST`). */
  destination?: string;
  /** Source prefix (`FRA_SRC`). */
  source?: string;
  /** Name of the input device (`FRA_IIFNAME`). */
  inputDevice?: string;
  /** Priority of the rule to go to (`FRA_GOTO`). */
  goto?: number;
  /** Priority: the lowest one comes first (`FRA_PRIORITY`). */
  priority?: number;
  /** Firewall mark (`FRA_FWMARK`). */
  mark?: number;
  /** Realms: source in the upper 16 bits, destination below (`FRA_FLOW`). */
  flow?: number;
  /** Key of the tunnel that the packet came by (`FRA_TUN_ID`). */
  tunnelId?: bigint;
  /**
   * Group of links whose routes do not count, 0xffffffff for none
   * (`FRA_SUPPRESS_IFGROUP`).
   */
  suppressGroup?: number;
  /**
   * Routes to prefixes of this length and shorter do not count, 0xffffffff for
   * none (`FRA_SUPPRESS_PREFIXLEN`).
   */
  suppressPrefixLength?: number;
  /** Table (`FRA_TABLE`). */
  table?: number;
  /** Which bits of {@linkcode RuleAttributes.mark} count (`FRA_FWMASK`). */
  markMask?: number;
  /** Name of the output device (`FRA_OIFNAME`). */
  outputDevice?: string;
  /** 1 if the table is that of the device's VRF (`FRA_L3MDEV`). */
  l3mdev?: number;
  /** Users (`FRA_UID_RANGE`). */
  uidRange?: RuleUidRange;
  /** Who added the rule, `RTPROT_*` (`FRA_PROTOCOL`). */
  protocol?: number;
  /** IP protocol, such as 6 for TCP (`FRA_IP_PROTO`). */
  ipProtocol?: number;
  /** Source ports (`FRA_SPORT_RANGE`). */
  sourcePorts?: RulePortRange;
  /** Destination ports (`FRA_DPORT_RANGE`). */
  destinationPorts?: RulePortRange;
  /** Differentiated services code point, 0 to 63 (`FRA_DSCP`). */
  dscp?: number;
  /** IPv6 flow label (`FRA_FLOWLABEL`). */
  flowLabel?: number;
  /** Which bits of {@linkcode RuleAttributes.flowLabel} count (`FRA_FLOWLABEL_MASK`). */
  flowLabelMask?: number;
  /** Which bits of the source port count (`FRA_SPORT_MASK`). */
  sourcePortMask?: number;
  /** Which bits of the destination port count (`FRA_DPORT_MASK`). */
  destinationPortMask?: number;
  /** Which bits of {@linkcode RuleAttributes.dscp} count (`FRA_DSCP_MASK`). */
  dscpMask?: number;
}

/** A policy rule. */
export type RuleMessage = WithAttributes<RuleHeader, RuleAttributes>;

/** Codec of {@linkcode RuleHeader}. */
export const ruleHeader: Codec<RuleHeader> = struct({
  family: u8,
  destinationLength: u8,
  sourceLength: u8,
  tos: u8,
  table: u8,
  reserved1: u8,
  reserved2: u8,
  action: u8,
  flags: u32,
});

/** Codec of {@linkcode RuleUidRange}. */
export const ruleUidRange: Codec<RuleUidRange> = struct({
  start: u32,
  end: u32,
});

/** Codec of {@linkcode RulePortRange}. */
export const rulePortRange: Codec<RulePortRange> = struct({
  start: u16,
  end: u16,
});

/** Codec of {@linkcode RuleAttributes}. */
export const ruleAttributes: Codec<RuleAttributes> = attributes(
  {
    destination: ["FRA_DST", 1, ipAddress],
    source: ["FRA_SRC", 2, ipAddress],
    inputDevice: ["FRA_IIFNAME", 3, string],
    goto: ["FRA_GOTO", 4, u32],
    priority: ["FRA_PRIORITY", 6, u32],
    mark: ["FRA_FWMARK", 10, u32],
    flow: ["FRA_FLOW", 11, u32],
    tunnelId: ["FRA_TUN_ID", 12, be64],
    suppressGroup: ["FRA_SUPPRESS_IFGROUP", 13, u32],
    suppressPrefixLength: ["FRA_SUPPRESS_PREFIXLEN", 14, u32],
    table: ["FRA_TABLE", 15, u32],
    markMask: ["FRA_FWMASK", 16, u32],
    outputDevice: ["FRA_OIFNAME", 17, string],
    l3mdev: ["FRA_L3MDEV", 19, u8],
    uidRange: ["FRA_UID_RANGE", 20, ruleUidRange],
    protocol: ["FRA_PROTOCOL", 21, u8],
    ipProtocol: ["FRA_IP_PROTO", 22, u8],
    sourcePorts: ["FRA_SPORT_RANGE", 23, rulePortRange],
    destinationPorts: ["FRA_DPORT_RANGE", 24, rulePortRange],
    dscp: ["FRA_DSCP", 25, u8],
    flowLabel: ["FRA_FLOWLABEL", 26, be32],
    flowLabelMask: ["FRA_FLOWLABEL_MASK", 27, be32],
    sourcePortMask: ["FRA_SPORT_MASK", 28, u16],
    destinationPortMask: ["FRA_DPORT_MASK", 29, u16],
    dscpMask: ["FRA_DSCP_MASK", 30, u8],
  },
  { pad: ["FRA_PAD", 18] },
);

/** Codec of {@linkcode RuleMessage}. */
export const ruleMessage: Codec<RuleMessage> = message(
  ruleHeader,
  ruleAttributes,
);
