/**
 * Structs that attributes of states and policies have.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/xfrm.h | linux/xfrm.h}
 *
 * @module
 */

import {
  be16,
  bytes,
  type Codec,
  s32,
  struct,
  u16,
  u32,
  u8,
} from "../codec/mod.ts";
import { anyXfrmAddress, xfrmAddressIn } from "./address.ts";
import { tailed } from "../codec/tailed.ts";

/** Which marks packets have to have (`struct xfrm_mark`). */
export interface XfrmMark {
  /** The mark (`v`). */
  value: number;
  /** Which bits of it count (`m`). */
  mask: number;
}

/** Codec of {@linkcode XfrmMark}. */
export const xfrmMark: Codec<XfrmMark> = struct({
  value: u32,
  mask: u32,
});

/** What packets of ESP are put into (`struct xfrm_encap_tmpl`). */
export interface XfrmEncapsulation {
  /** `UDP_ENCAP_*` or `TCP_ENCAP_*` (`encap_type`). */
  type: number;
  /** Source port (`encap_sport`). */
  sourcePort: number;
  /** Destination port (`encap_dport`). */
  destinationPort: number;
  /**
   * Original address behind a NAT. It has no family of its own: what may be one
   * of IPv4 is read as one (`encap_oa`).
   */
  originalAddress: string;
}

/** Codec of {@linkcode XfrmEncapsulation}. */
export const xfrmEncapsulation: Codec<XfrmEncapsulation> = struct({
  type: u16,
  sourcePort: be16,
  destinationPort: be16,
  originalAddress: anyXfrmAddress,
});

/** A security context (`struct xfrm_user_sec_ctx`). */
export interface XfrmSecurityContext {
  /** Length of all in bytes (`len`). */
  length: number;
  /** `XFRMA_SEC_CTX` (`exttype`). */
  type: number;
  /** `XFRM_SC_ALG_*` (`ctx_alg`). */
  algorithm: number;
  /** `XFRM_SC_DOI_*` (`ctx_doi`). */
  domain: number;
  /** Length of the context in bytes (`ctx_len`). */
  contextLength: number;
  /** The context: text, mostly with a NUL at the end. */
  context: Uint8Array;
}

/** Codec of {@linkcode XfrmSecurityContext}. */
export const xfrmSecurityContext: Codec<XfrmSecurityContext> = tailed<
  XfrmSecurityContext,
  "context"
>(
  struct<Omit<XfrmSecurityContext, "context">>({
    length: u16,
    type: u16,
    algorithm: u8,
    domain: u8,
    contextLength: u16,
  }),
  "context",
  bytes,
  "xfrm_user_sec_ctx",
  [{
    length: 10,
    type: 8,
    algorithm: 1,
    domain: 1,
    contextLength: 2,
    context: new Uint8Array([97, 0]),
  }],
);

/** Which device does the work (`struct xfrm_user_offload`). */
export interface XfrmOffload {
  /** Index of the device (`ifindex`). */
  index: number;
  /** `XFRM_OFFLOAD_*` (`flags`). */
  flags: number;
}

/** Codec of {@linkcode XfrmOffload}. */
export const xfrmOffload: Codec<XfrmOffload> = struct({
  index: s32,
  flags: u8,
});

/** Which states to list (`struct xfrm_address_filter`). */
export interface XfrmAddressFilter {
  /** Source address (`saddr`). */
  source: string;
  /** Destination address (`daddr`). */
  destination: string;
  /** Address family, `AF_*`; 0 for all (`family`). */
  family: number;
  /** How many bits of the source address count (`splen`). */
  sourceLength: number;
  /** How many bits of the destination address count (`dplen`). */
  destinationLength: number;
}

/** Codec of {@linkcode XfrmAddressFilter}. */
export const xfrmAddressFilter: Codec<XfrmAddressFilter> = struct({
  source: xfrmAddressIn(() => xfrmAddressFilter, "source"),
  destination: xfrmAddressIn(() => xfrmAddressFilter, "destination"),
  family: u16,
  sourceLength: u8,
  destinationLength: u8,
});
