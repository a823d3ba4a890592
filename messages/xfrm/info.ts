/**
 * How many states and policies there are: `XFRMA_SAD_*` and `XFRMA_SPD_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/xfrm.h | linux/xfrm.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  message,
  struct,
  u32,
  u8,
  type WithAttributes,
} from "../codec/mod.ts";

/** What requests for counts begin with, and answers. */
export interface XfrmInfoHeader {
  /** 0xffffffff: which counts are asked for does not matter. */
  flags: number;
}

const xfrmInfoHeader: Codec<XfrmInfoHeader> = struct({
  flags: u32,
});

/** The hash table of states (`struct xfrmu_sadhinfo`). */
export interface XfrmStateTable {
  /** How many buckets it has (`sadhcnt`). */
  buckets: number;
  /** How many it may have (`sadhmcnt`). */
  maxBuckets: number;
}

/** Codec of {@linkcode XfrmStateTable}. */
export const xfrmStateTable: Codec<XfrmStateTable> = struct({
  buckets: u32,
  maxBuckets: u32,
});

/** How many states there are (`XFRMA_SAD_*`). */
export interface XfrmStateCounts extends Attributes {
  /** How many (`XFRMA_SAD_CNT`). */
  count?: number;
  /** The hash table (`XFRMA_SAD_HINFO`). */
  table?: XfrmStateTable;
}

/** Codec of {@linkcode XfrmStateCounts}. */
export const xfrmStateCounts: Codec<XfrmStateCounts> = attributes({
  count: ["XFRMA_SAD_CNT", 1, u32],
  table: ["XFRMA_SAD_HINFO", 2, xfrmStateTable],
});

/** How many policies there are (`struct xfrmu_spdinfo`). */
export interface XfrmPolicyCount {
  /** For packets to this machine (`incnt`). */
  in: number;
  /** For packets from this machine (`outcnt`). */
  out: number;
  /** For packets that are forwarded (`fwdcnt`). */
  forward: number;
  /** Of sockets, for packets to this machine (`inscnt`). */
  socketIn: number;
  /** Of sockets, for packets from this machine (`outscnt`). */
  socketOut: number;
  /** Of sockets, for packets that are forwarded (`fwdscnt`). */
  socketForward: number;
}

/** Codec of {@linkcode XfrmPolicyCount}. */
export const xfrmPolicyCount: Codec<XfrmPolicyCount> = struct({
  in: u32,
  out: u32,
  forward: u32,
  socketIn: u32,
  socketOut: u32,
  socketForward: u32,
});

/** The hash table of policies (`struct xfrmu_spdhinfo`). */
export interface XfrmPolicyTable {
  /** How many buckets it has (`spdhcnt`). */
  buckets: number;
  /** How many it may have (`spdhmcnt`). */
  maxBuckets: number;
}

/** Codec of {@linkcode XfrmPolicyTable}. */
export const xfrmPolicyTable: Codec<XfrmPolicyTable> = struct({
  buckets: u32,
  maxBuckets: u32,
});

/**
 * Prefixes of which lengths are hashed (`struct xfrmu_spdhthresh`).
 */
export interface XfrmPolicyThreshold {
  /** The least length of local prefixes (`lbits`). */
  local: number;
  /** The least length of remote prefixes (`rbits`). */
  remote: number;
}

/** Codec of {@linkcode XfrmPolicyThreshold}. */
export const xfrmPolicyThreshold: Codec<XfrmPolicyThreshold> = struct({
  local: u8,
  remote: u8,
});

/** How many policies there are, and how they are hashed (`XFRMA_SPD_*`). */
export interface XfrmPolicyCounts extends Attributes {
  /** How many (`XFRMA_SPD_INFO`). */
  count?: XfrmPolicyCount;
  /** The hash table (`XFRMA_SPD_HINFO`). */
  table?: XfrmPolicyTable;
  /** Which prefixes of IPv4 are hashed (`XFRMA_SPD_IPV4_HTHRESH`). */
  ipv4Threshold?: XfrmPolicyThreshold;
  /** Which prefixes of IPv6 are hashed (`XFRMA_SPD_IPV6_HTHRESH`). */
  ipv6Threshold?: XfrmPolicyThreshold;
}

/** Codec of {@linkcode XfrmPolicyCounts}. */
export const xfrmPolicyCounts: Codec<XfrmPolicyCounts> = attributes({
  count: ["XFRMA_SPD_INFO", 1, xfrmPolicyCount],
  table: ["XFRMA_SPD_HINFO", 2, xfrmPolicyTable],
  ipv4Threshold: ["XFRMA_SPD_IPV4_HTHRESH", 3, xfrmPolicyThreshold],
  ipv6Threshold: ["XFRMA_SPD_IPV6_HTHRESH", 4, xfrmPolicyThreshold],
});

/** How many states there are (`XFRM_MSG_GETSADINFO`, `XFRM_MSG_NEWSADINFO`). */
export type XfrmStateInfoMessage = WithAttributes<
  XfrmInfoHeader,
  XfrmStateCounts
>;

/** Codec of {@linkcode XfrmStateInfoMessage}. */
export const xfrmStateInfoMessage: Codec<XfrmStateInfoMessage> = message(
  xfrmInfoHeader,
  xfrmStateCounts,
);

/** How many policies there are (`XFRM_MSG_GETSPDINFO`, `XFRM_MSG_NEWSPDINFO`). */
export type XfrmPolicyInfoMessage = WithAttributes<
  XfrmInfoHeader,
  XfrmPolicyCounts
>;

/** Codec of {@linkcode XfrmPolicyInfoMessage}. */
export const xfrmPolicyInfoMessage: Codec<XfrmPolicyInfoMessage> = message(
  xfrmInfoHeader,
  xfrmPolicyCounts,
);
