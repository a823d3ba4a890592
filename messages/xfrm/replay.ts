/**
 * Sequence numbers and windows against replayed packets.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/xfrm.h | linux/xfrm.h}
 *
 * @module
 */

import { array, type Codec, struct, u32 } from "../codec/mod.ts";
import { tailed } from "../codec/tailed.ts";

/** Replay counters of 32 bits (`struct xfrm_replay_state`). */
export interface XfrmReplay {
  /** Sequence number of the last packet that went out (`oseq`). */
  outputSequence: number;
  /** Highest sequence number of packets that came in (`seq`). */
  sequence: number;
  /** Which of the packets before that came in (`bitmap`). */
  bitmap: number;
}

/** Codec of {@linkcode XfrmReplay}. */
export const xfrmReplay: Codec<XfrmReplay> = struct({
  outputSequence: u32,
  sequence: u32,
  bitmap: u32,
});

/**
 * Replay counters with a window of more than 32 packets, or of 64 bits
 * (`struct xfrm_replay_state_esn`).
 */
export interface XfrmReplayEsn {
  /** How many words {@linkcode XfrmReplayEsn.bitmap} has (`bmp_len`). */
  bitmapLength: number;
  /** Lower half of the last sequence number that went out (`oseq`). */
  outputSequence: number;
  /** Lower half of the highest sequence number that came in (`seq`). */
  sequence: number;
  /** Upper half of the last sequence number that went out (`oseq_hi`). */
  outputSequenceHigh: number;
  /** Upper half of the highest sequence number that came in (`seq_hi`). */
  sequenceHigh: number;
  /** How many packets may be late (`replay_window`). */
  replayWindow: number;
  /** Which of the packets before the highest one came in (`bmp`). */
  bitmap: number[];
}

/** Codec of {@linkcode XfrmReplayEsn}. */
export const xfrmReplayEsn: Codec<XfrmReplayEsn> = tailed<
  XfrmReplayEsn,
  "bitmap"
>(
  struct<Omit<XfrmReplayEsn, "bitmap">>({
    bitmapLength: u32,
    outputSequence: u32,
    sequence: u32,
    outputSequenceHigh: u32,
    sequenceHigh: u32,
    replayWindow: u32,
  }),
  "bitmap",
  array(u32),
  "xfrm_replay_state_esn",
  [{
    bitmapLength: 2,
    outputSequence: 1,
    sequence: 2,
    outputSequenceHigh: 3,
    sequenceHigh: 4,
    replayWindow: 64,
    bitmap: [5, 6],
  }],
);

/** Counters of dropped packets (`struct xfrm_stats`). */
export interface XfrmStatistics {
  /** Packets that were too late (`replay_window`). */
  replayWindow: number;
  /** Packets that had come before (`replay`). */
  replay: number;
  /** Packets whose integrity check failed (`integrity_failed`). */
  integrityFailed: number;
}

/** Codec of {@linkcode XfrmStatistics}. */
export const xfrmStatistics: Codec<XfrmStatistics> = struct({
  replayWindow: u32,
  replay: u32,
  integrityFailed: u32,
});
