/**
 * Patterns of packets, and rules by which received packets are collected, of
 * the family `nl80211`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/nl80211.h | linux/nl80211.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  bytes,
  type Codec,
  list,
  struct,
  u32,
} from "../../codec/mod.ts";

/** Which packets wait for others: `NL80211_COALESCE_CONDITION_*`. */
export const NL80211_COALESCE_CONDITIONS = {
  /** `NL80211_COALESCE_CONDITION_MATCH`. */
  "match": 0,
  /** `NL80211_COALESCE_CONDITION_NO_MATCH`. */
  "no-match": 1,
} as const;

/** A pattern of packets: `NL80211_PKTPAT_*`. */
export interface Nl80211PacketPattern extends Attributes {
  /**
   * Which bytes of the pattern count, a bit each; the lowest bit of the first
   * byte is for the first one (`NL80211_PKTPAT_MASK`).
   */
  mask?: Uint8Array;
  /** The bytes, of a frame as Ethernet has it (`NL80211_PKTPAT_PATTERN`). */
  pattern?: Uint8Array;
  /**
   * How many bytes of the frame are in front of them (`NL80211_PKTPAT_OFFSET`).
   */
  offset?: number;
}

/** What patterns a device can look for (`struct nl80211_pattern_support`). */
export interface Nl80211PatternSupport {
  /** How many (`max_patterns`). */
  maxPatterns: number;
  /** Bytes of the shortest one (`min_pattern_len`). */
  minPatternLen: number;
  /** Bytes of the longest one (`max_pattern_len`). */
  maxPatternLen: number;
  /** Most bytes in front of one (`max_pkt_offset`). */
  maxPktOffset: number;
}

/**
 * A rule by which received packets are collected, so that the machine is
 * interrupted less often: `NL80211_ATTR_COALESCE_RULE_*`.
 */
export interface Nl80211CoalesceRule extends Attributes {
  /**
   * Most milliseconds that packets wait for others
   * (`NL80211_ATTR_COALESCE_RULE_DELAY`).
   */
  delay?: number;
  /**
   * Which packets wait, {@linkcode NL80211_COALESCE_CONDITIONS}
   * (`NL80211_ATTR_COALESCE_RULE_CONDITION`).
   */
  condition?: number;
  /** The patterns (`NL80211_ATTR_COALESCE_RULE_PKT_PATTERN`). */
  pktPattern?: Nl80211PacketPattern[];
}

/**
 * What rules of collecting packets a device can have (`struct
 * nl80211_coalesce_rule_support`).
 */
export interface Nl80211CoalesceSupport {
  /** How many (`max_rules`). */
  maxRules: number;
  /** Their patterns (`pat`). */
  pat: Nl80211PatternSupport;
  /** Most milliseconds that packets wait (`max_delay`). */
  maxDelay: number;
}

/** Codec of {@linkcode Nl80211PacketPattern}. */
export const nl80211PacketPattern: Codec<Nl80211PacketPattern> = attributes(
  () => ({
    mask: ["NL80211_PKTPAT_MASK", 1, bytes],
    pattern: ["NL80211_PKTPAT_PATTERN", 2, bytes],
    offset: ["NL80211_PKTPAT_OFFSET", 3, u32],
  }),
);

/** Codec of {@linkcode Nl80211PatternSupport} (`struct nl80211_pattern_support`). */
export const nl80211PatternSupport: Codec<Nl80211PatternSupport> = struct({
  maxPatterns: u32,
  minPatternLen: u32,
  maxPatternLen: u32,
  maxPktOffset: u32,
});

/** Codec of {@linkcode Nl80211CoalesceRule}. */
export const nl80211CoalesceRule: Codec<Nl80211CoalesceRule> = attributes(
  () => ({
    delay: ["NL80211_ATTR_COALESCE_RULE_DELAY", 1, u32],
    condition: ["NL80211_ATTR_COALESCE_RULE_CONDITION", 2, u32],
    pktPattern: [
      "NL80211_ATTR_COALESCE_RULE_PKT_PATTERN",
      3,
      list(nl80211PacketPattern),
    ],
  }),
);

/** Codec of {@linkcode Nl80211CoalesceSupport} (`struct nl80211_coalesce_rule_support`). */
export const nl80211CoalesceSupport: Codec<Nl80211CoalesceSupport> = struct({
  maxRules: u32,
  pat: nl80211PatternSupport,
  maxDelay: u32,
});
