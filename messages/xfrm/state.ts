/**
 * States, also called security associations: `struct xfrm_usersa_info` and what
 * else messages about them begin with.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/xfrm.h | linux/xfrm.h}
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/net/xfrm/xfrm_user.c | net/xfrm/xfrm_user.c}
 *
 * @module
 */

import { be16, be32, type Codec, struct, u16, u32, u8 } from "../codec/mod.ts";
import { xfrmAddressIn } from "./address.ts";
import { type XfrmStatistics, xfrmStatistics } from "./replay.ts";
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

/** A state (`struct xfrm_usersa_info`). */
export interface XfrmStateInfo {
  /** Which inner packets it is for (`sel`). */
  selector: XfrmSelector;
  /** What names it (`id`). */
  id: XfrmId;
  /** Source address (`saddr`). */
  source: string;
  /** When it expires (`lft`). */
  lifetime: XfrmLifetime;
  /** How much it was used; requests have zeros (`curlft`). */
  usage: XfrmUsage;
  /** Dropped packets; requests have zeros (`stats`). */
  statistics: XfrmStatistics;
  /** Number of the kernel's request for it, or 0 (`seq`). */
  sequence: number;
  /** Which templates it is for; 0 for those that name none (`reqid`). */
  requestId: number;
  /** Address family, `AF_*` (`family`). */
  family: number;
  /** `XFRM_MODE_*` (`mode`). */
  mode: number;
  /**
   * How many packets may be late, up to 32, unless there are
   * {@linkcode XfrmAttributes.replayEsn} (`replay_window`).
   */
  replayWindow: number;
  /** `XFRM_STATE_*` (`flags`). */
  flags: number;
}

/** Codec of {@linkcode XfrmStateInfo}. */
export const xfrmStateInfo: Codec<XfrmStateInfo> = struct({
  selector: xfrmSelector,
  id: xfrmIdIn(() => xfrmStateInfo),
  source: xfrmAddressIn(() => xfrmStateInfo, "source"),
  lifetime: xfrmLifetime,
  usage: xfrmUsage,
  statistics: xfrmStatistics,
  sequence: u32,
  requestId: u32,
  family: u16,
  mode: u8,
  replayWindow: u8,
  flags: u8,
});

/** What names a state (`struct xfrm_usersa_id`). */
export interface XfrmStateId {
  /** Destination address (`daddr`). */
  destination: string;
  /** Security parameter index (`spi`). */
  spi: number;
  /** Address family, `AF_*` (`family`). */
  family: number;
  /** Protocol, `IPPROTO_*` (`proto`). */
  protocol: number;
}

/** Codec of {@linkcode XfrmStateId}. */
export const xfrmStateId: Codec<XfrmStateId> = struct({
  destination: xfrmAddressIn(() => xfrmStateId, "destination"),
  spi: be32,
  family: u16,
  protocol: u8,
});

/** A state whose SPI the kernel is to choose (`struct xfrm_userspi_info`). */
export interface XfrmSpiRange {
  /** The state (`info`). */
  state: XfrmStateInfo;
  /** The least index (`min`). */
  min: number;
  /** The largest index (`max`). */
  max: number;
}

/** Codec of {@linkcode XfrmSpiRange}. */
export const xfrmSpiRange: Codec<XfrmSpiRange> = struct({
  state: xfrmStateInfo,
  min: u32,
  max: u32,
});

/** A state that has expired (`struct xfrm_user_expire`). */
export interface XfrmStateExpiry {
  /** The state (`state`). */
  state: XfrmStateInfo;
  /** 1 if it is gone, 0 if a new one should be made (`hard`). */
  hard: number;
}

/** Codec of {@linkcode XfrmStateExpiry}. */
export const xfrmStateExpiry: Codec<XfrmStateExpiry> = struct({
  state: xfrmStateInfo,
  hard: u8,
});

/** Which states are deleted together (`struct xfrm_usersa_flush`). */
export interface XfrmStateFlush {
  /** Protocol, `IPPROTO_*`; 0 for all (`proto`). */
  protocol: number;
}

/** Codec of {@linkcode XfrmStateFlush}. */
export const xfrmStateFlush: Codec<XfrmStateFlush> = struct({
  protocol: u8,
});

/**
 * What replay counters and lifetimes are reported of (`struct xfrm_aevent_id`).
 */
export interface XfrmEventId {
  /** The state (`sa_id`). */
  state: XfrmStateId;
  /** Its source address (`saddr`). */
  source: string;
  /** `XFRM_AE_*` (`flags`). */
  flags: number;
  /** Which templates the state is for (`reqid`). */
  requestId: number;
}

/** Codec of {@linkcode XfrmEventId}. */
export const xfrmEventId: Codec<XfrmEventId> = struct({
  state: xfrmStateId,
  source: xfrmAddressIn(() => xfrmEventId, "source", "state.family"),
  flags: u32,
  requestId: u32,
});

/**
 * The peer's address or port behind a NAT has changed
 * (`struct xfrm_user_mapping`).
 */
export interface XfrmMapping {
  /** The state (`id`). */
  state: XfrmStateId;
  /** Which templates it is for (`reqid`). */
  requestId: number;
  /** The address before (`old_saddr`). */
  oldSource: string;
  /** The address now (`new_saddr`). */
  newSource: string;
  /** The port before (`old_sport`). */
  oldSourcePort: number;
  /** The port now (`new_sport`). */
  newSourcePort: number;
}

/** Codec of {@linkcode XfrmMapping}. */
export const xfrmMapping: Codec<XfrmMapping> = struct({
  state: xfrmStateId,
  requestId: u32,
  oldSource: xfrmAddressIn(() => xfrmMapping, "oldSource", "state.family"),
  newSource: xfrmAddressIn(() => xfrmMapping, "newSource", "state.family"),
  oldSourcePort: be16,
  newSourcePort: be16,
});
