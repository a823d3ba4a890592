/**
 * What the kernel asks key managers for, and reports of packets that fit no
 * state.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/xfrm.h | linux/xfrm.h}
 *
 * @module
 */

import { type Codec, struct, u32, u8 } from "../codec/mod.ts";
import { xfrmAddressIn } from "./address.ts";
import { type XfrmPolicyInfo, xfrmPolicyInfo } from "./policy.ts";
import {
  type XfrmId,
  xfrmIdIn,
  type XfrmSelector,
  xfrmSelector,
} from "./selector.ts";

/** The kernel needs a state that is not there (`struct xfrm_user_acquire`). */
export interface XfrmAcquire {
  /** What names the state (`id`). */
  id: XfrmId;
  /** Its source address (`saddr`). */
  source: string;
  /** Which packet it is for (`sel`). */
  selector: XfrmSelector;
  /** The policy that needs it (`policy`). */
  policy: XfrmPolicyInfo;
  /** Algorithms of authentication that may be used, by bits (`aalgos`). */
  authAlgorithms: number;
  /** Algorithms of encryption that may be used, by bits (`ealgos`). */
  encryptionAlgorithms: number;
  /** Algorithms of compression that may be used, by bits (`calgos`). */
  compressionAlgorithms: number;
  /** Number of this request, which the state is to have (`seq`). */
  sequence: number;
}

/** Codec of {@linkcode XfrmAcquire}. */
export const xfrmAcquire: Codec<XfrmAcquire> = struct({
  id: xfrmIdIn(() => xfrmAcquire, "selector.family"),
  source: xfrmAddressIn(() => xfrmAcquire, "source", "selector.family"),
  selector: xfrmSelector,
  policy: xfrmPolicyInfo,
  authAlgorithms: u32,
  encryptionAlgorithms: u32,
  compressionAlgorithms: u32,
  sequence: u32,
});

/** A packet of Mobile IPv6 that fits no state (`struct xfrm_user_report`). */
export interface XfrmReport {
  /** Protocol, `IPPROTO_*` (`proto`). */
  protocol: number;
  /** The packet (`sel`). */
  selector: XfrmSelector;
}

/** Codec of {@linkcode XfrmReport}. */
export const xfrmReport: Codec<XfrmReport> = struct({
  protocol: u8,
  selector: xfrmSelector,
});
