/**
 * Replay windows and sequence numbers of states.
 *
 * @module
 */

import { XFRM_STATE_ESN } from "../../messages/xfrm/constants.ts";
import type { XfrmStateMessage } from "../../messages/xfrm/messages.ts";
import type { XfrmReplayEsn } from "../../messages/xfrm/replay.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { properties } from "../mapping/properties.ts";

/** Sequence numbers of a state: of 64 bits with the flag `esn`, else of 32. */
export interface XfrmSequenceNumbers {
  /** The highest one that came in (`seq`, `seq_hi`). */
  received?: bigint;
  /** The last one that went out (`oseq`, `oseq_hi`). */
  sent?: bigint;
}

const check = properties<XfrmSequenceNumbers, XfrmSequenceNumbers>({
  received: "optional",
  sent: "optional",
});

/** The window that fits into the message itself. */
const SHORT_WINDOW = 32;

/**
 * Reads the window.
 *
 * @param message The state.
 * @returns How many packets may be late; `undefined` if none may.
 */
export function toWindow(
  { replayWindow, attributes: { replayEsn } }: XfrmStateMessage,
): number | undefined {
  return (replayEsn?.replayWindow ?? replayWindow) || undefined;
}

/**
 * Reads the sequence numbers.
 *
 * @param message The state.
 * @returns The numbers; `undefined` if no packet has come or gone.
 */
export function toSequenceNumbers(
  { attributes: { replay, replayEsn } }: XfrmStateMessage,
): XfrmSequenceNumbers | undefined {
  const counters = replayEsn ?? replay;
  if (counters === undefined) return undefined;
  const { sequenceHigh = 0, outputSequenceHigh = 0 } = replayEsn ?? {};
  const received = join(sequenceHigh, counters.sequence);
  const sent = join(outputSequenceHigh, counters.outputSequence);
  return received === 0n && sent === 0n ? undefined : { received, sent };
}

function join(high: number, low: number): bigint {
  return BigInt(high) << 32n | BigInt(low);
}

function number(value: unknown, most: bigint, fieldPath: FieldPath): bigint {
  if (typeof value !== "bigint") {
    throw fieldPath.wrong(value, "a bigint is expected");
  }
  if (value < 0n || value > most) {
    throw fieldPath.outside(value, `it is not between 0 and ${most}`);
  }
  return value;
}

const MAX_32 = 0xffffffffn;
const MAX_64 = 0xffffffffffffffffn;

/**
 * Writes window and sequence numbers in the form that the flags ask for.
 *
 * @param message The state; its flags are there.
 * @param window How many packets may be late.
 * @param numbers The sequence numbers, if they are given.
 * @param fieldPath Where they stand.
 * @throws {TypeError} If a number is not of the right sort.
 * @throws {RangeError} If a number is too large.
 */
export function writeReplay(
  message: XfrmStateMessage,
  window: number,
  numbers: XfrmSequenceNumbers | undefined,
  fieldPath: FieldPath,
): void {
  if (numbers !== undefined) check(numbers, fieldPath);
  const isExtended = (message.flags & XFRM_STATE_ESN) !== 0;
  const most = isExtended ? MAX_64 : MAX_32;
  const { received = 0n, sent = 0n } = numbers ?? {};
  const sequence = number(received, most, fieldPath.at("received"));
  const outputSequence = number(sent, most, fieldPath.at("sent"));
  const { attributes } = message;
  if (isExtended || window > SHORT_WINDOW) {
    attributes.replayEsn = esn(window, sequence, outputSequence);
    return;
  }
  message.replayWindow = window;
  if (numbers === undefined) return;
  attributes.replay = {
    sequence: Number(sequence),
    outputSequence: Number(outputSequence),
    bitmap: 0,
  };
}

function esn(window: number, received: bigint, sent: bigint): XfrmReplayEsn {
  const bitmapLength = Math.ceil(window / 32);
  return {
    bitmapLength,
    outputSequence: Number(sent & MAX_32),
    sequence: Number(received & MAX_32),
    outputSequenceHigh: Number(sent >> 32n),
    sequenceHigh: Number(received >> 32n),
    replayWindow: window,
    bitmap: new Array<number>(bitmapLength).fill(0),
  };
}
