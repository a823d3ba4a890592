/**
 * Policies: `struct xfrm_userpolicy_info` and what else messages about them
 * begin with.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/xfrm.h | linux/xfrm.h}
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/net/xfrm/xfrm_user.c | net/xfrm/xfrm_user.c}
 *
 * @module
 */

import { type Codec, struct, u16, u32, u8 } from "../codec/mod.ts";
import { xfrmAddressIn } from "./address.ts";
import {
  type XfrmId,
  xfrmIdIn,
  type XfrmLifetime,
  xfrmLifetime,
  type XfrmSelector,
  xfrmSelector,
  type XfrmUsage,
  xfrmUsage,
} from "./selector.ts";

/** A policy (`struct xfrm_userpolicy_info`). */
export interface XfrmPolicyInfo {
  /** Which packets it is for (`sel`). */
  selector: XfrmSelector;
  /** When it expires (`lft`). */
  lifetime: XfrmLifetime;
  /** How much it was used; requests have zeros (`curlft`). */
  usage: XfrmUsage;
  /** Priority: the lowest number comes first (`priority`). */
  priority: number;
  /** Number of the policy; 0 lets the kernel choose it (`index`). */
  index: number;
  /** `XFRM_POLICY_IN`, `_OUT` or `_FWD` (`dir`). */
  direction: number;
  /** `XFRM_POLICY_ALLOW` or `_BLOCK` (`action`). */
  action: number;
  /** `XFRM_POLICY_LOCALOK`, `_ICMP` and `_CPU_ACQUIRE` (`flags`). */
  flags: number;
  /** `XFRM_SHARE_*` (`share`). */
  share: number;
}

/** Codec of {@linkcode XfrmPolicyInfo}. */
export const xfrmPolicyInfo: Codec<XfrmPolicyInfo> = struct({
  selector: xfrmSelector,
  lifetime: xfrmLifetime,
  usage: xfrmUsage,
  priority: u32,
  index: u32,
  direction: u8,
  action: u8,
  flags: u8,
  share: u8,
});

/** What names a policy (`struct xfrm_userpolicy_id`). */
export interface XfrmPolicyId {
  /** Which packets it is for, if {@linkcode XfrmPolicyId.index} is 0 (`sel`). */
  selector: XfrmSelector;
  /** Number of the policy, or 0 (`index`). */
  index: number;
  /** `XFRM_POLICY_IN`, `_OUT` or `_FWD` (`dir`). */
  direction: number;
}

/** Codec of {@linkcode XfrmPolicyId}. */
export const xfrmPolicyId: Codec<XfrmPolicyId> = struct({
  selector: xfrmSelector,
  index: u32,
  direction: u8,
});

/** A policy that has expired (`struct xfrm_user_polexpire`). */
export interface XfrmPolicyExpiry {
  /** The policy (`pol`). */
  policy: XfrmPolicyInfo;
  /** 1 if it is gone (`hard`). */
  hard: number;
}

/** Codec of {@linkcode XfrmPolicyExpiry}. */
export const xfrmPolicyExpiry: Codec<XfrmPolicyExpiry> = struct({
  policy: xfrmPolicyInfo,
  hard: u8,
});

/** Which type a policy has (`struct xfrm_userpolicy_type`). */
export interface XfrmPolicyType {
  /** `XFRM_POLICY_TYPE_*` (`type`). */
  type: number;
  /** Reserved (`reserved1`). */
  reserved1: number;
  /** Reserved (`reserved2`). */
  reserved2: number;
}

/** Codec of {@linkcode XfrmPolicyType}. */
export const xfrmPolicyType: Codec<XfrmPolicyType> = struct({
  type: u8,
  reserved1: u16,
  reserved2: u8,
});

/**
 * What happens to packets that no policy is for: `XFRM_USERPOLICY_*` for each
 * direction (`struct xfrm_userpolicy_default`).
 */
export interface XfrmPolicyDefaults {
  /** Packets to this machine (`in`). */
  in: number;
  /** Packets that are forwarded (`fwd`). */
  forward: number;
  /** Packets from this machine (`out`). */
  out: number;
}

/** Codec of {@linkcode XfrmPolicyDefaults}. */
export const xfrmPolicyDefaults: Codec<XfrmPolicyDefaults> = struct({
  in: u8,
  forward: u8,
  out: u8,
});

/** Which states the packets of a policy need (`struct xfrm_user_tmpl`). */
export interface XfrmTemplate {
  /** What names the state; an SPI of 0 is any (`id`). */
  id: XfrmId;
  /** Address family, `AF_*` (`family`). */
  family: number;
  /** Source address (`saddr`). */
  source: string;
  /** States have to have this one, unless it is 0 (`reqid`). */
  requestId: number;
  /** `XFRM_MODE_*` (`mode`). */
  mode: number;
  /** `XFRM_SHARE_*` (`share`). */
  share: number;
  /** 1 if packets may pass without the state (`optional`). */
  optional: number;
  /** Algorithms of authentication that may be used, by bits (`aalgos`). */
  authAlgorithms: number;
  /** Algorithms of encryption that may be used, by bits (`ealgos`). */
  encryptionAlgorithms: number;
  /** Algorithms of compression that may be used, by bits (`calgos`). */
  compressionAlgorithms: number;
}

/** Codec of {@linkcode XfrmTemplate}. */
export const xfrmTemplate: Codec<XfrmTemplate> = struct({
  id: xfrmIdIn(() => xfrmTemplate),
  family: u16,
  source: xfrmAddressIn(() => xfrmTemplate, "source"),
  requestId: u32,
  mode: u8,
  share: u8,
  optional: u8,
  authAlgorithms: u32,
  encryptionAlgorithms: u32,
  compressionAlgorithms: u32,
});
