/**
 * Decides which messages are worth a decoder of their own.
 *
 * @module
 */

import type { Codec } from "../codec.ts";
import { compileTrace } from "./compile_trace.ts";
import type { TraceEnding } from "../traced.ts";

/** Most traces of a codec; each one that does not fit takes time in vain. */
const MOST = 4;

/** How many examples are taken before more and more messages go by between. */
const ATTEMPTS = 8;

/** How many messages that fit no trace go by before one is taken for an example. */
const PAUSE = 64;

/**
 * The same for the first example: fewer than make `whenWarm()` write out a
 * decoder, which nobody calls where all messages are alike.
 */
const FIRST = 32;

/** The most messages that go by; writing out a trace takes about as long as one. */
const LONGEST = 1 << 16;

/**
 * Decodes a message; the last parameter is the parent of a decoder, or whatever
 * an ending takes.
 *
 * @typeParam T What messages are decoded to.
 * @typeParam X What else is needed for it.
 */
export type TracedDecode<T, X> = (
  view: DataView,
  start: number,
  end: number,
  extra?: X,
) => T;

/**
 * A decoder, and the traces that it tries first.
 *
 * @typeParam T What messages are decoded to.
 * @typeParam X What else is needed for it.
 */
export interface Traces<T, X> {
  /** Decodes any message. */
  readonly decode: TracedDecode<T, X>;
  /** The traces, the most frequent one first; they come and go. */
  readonly traces: readonly TracedDecode<T | undefined, X>[];
  /** Notes how many messages the first trace has decoded for others. */
  readonly hit: (count: number) => void;
}

/**
 * Decodes messages by traces of frequent ones, where that pays.
 *
 * @typeParam T What messages are decoded to.
 * @typeParam X What else is needed for it.
 * @param header Codec of the family header; sets of attributes have none.
 * @param attributes Codec of the attributes.
 * @param general Decodes any message.
 * @param ending What traces return instead of the message.
 * @returns Decodes any message, and the same.
 */
export function withTraces<T, X extends object>(
  header: Codec<unknown> | undefined,
  attributes: Codec<unknown>,
  general: TracedDecode<T, X>,
  ending?: TraceEnding,
): TracedDecode<T, X> {
  return tracing(header, attributes, general, ending).decode;
}

/**
 * The same as {@linkcode withTraces}, for those who try the first trace
 * themselves.
 *
 * @typeParam T What messages are decoded to.
 * @typeParam X What else is needed for it.
 * @param header Codec of the family header; sets of attributes have none.
 * @param attributes Codec of the attributes.
 * @param general Decodes any message.
 * @param ending What traces return instead of the message.
 * @returns The decoder, and its traces.
 */
export function tracing<T, X extends object>(
  header: Codec<unknown> | undefined,
  attributes: Codec<unknown>,
  general: TracedDecode<T, X>,
  ending?: TraceEnding,
): Traces<T, X> {
  const traces: TracedDecode<T | undefined, X>[] = [];
  let attempts = 0;
  let pause = PAUSE;
  let left = FIRST;
  let misses = 0;
  let hits = 0;

  function learn(
    view: DataView,
    start: number,
    end: number,
    extra: X | undefined,
  ): void {
    misses += pause;
    if (misses + hits > 1000) {
      // Where fewer than half fit, these messages are too different.
      if (hits < misses) traces.length = 0;
      else if (hits > 10 * misses) attempts = 0;
      misses = hits = 0;
    }
    if (++attempts <= ATTEMPTS) pause = PAUSE;
    else pause = Math.min(2 * pause, LONGEST);
    left = pause;
    const trace = compileTrace(
      header,
      attributes,
      view,
      start,
      end,
      ending,
      extra,
    );
    if (trace === undefined) return;
    // The last is what has fitted least of late.
    if (traces.length === MOST) traces.pop();
    traces.push(trace as TracedDecode<T | undefined, X>);
  }

  function decode(
    view: DataView,
    start: number,
    end: number,
    extra?: X,
  ): T {
    for (let i = 0; i < traces.length; i++) {
      const trace = traces[i]!;
      const value = trace(view, start, end, extra);
      if (value === undefined) continue;
      hits++;
      if (i > 0) {
        // What is frequent moves to the front.
        traces[i] = traces[i - 1]!;
        traces[i - 1] = trace;
      }
      return value;
    }
    if (--left === 0) learn(view, start, end, extra);
    return general(view, start, end, extra);
  }

  return {
    decode,
    traces,
    hit: (count) => {
      hits += count;
    },
  };
}
