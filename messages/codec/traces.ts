/**
 * Decides which messages are worth a decoder of their own.
 *
 * @module
 */

import type { Codec } from "./codec.ts";
import type { Decode } from "./compile.ts";
import { compileTrace } from "./compile_trace.ts";

/** Most traces of a codec; each one that does not fit takes time in vain. */
const MOST = 4;

/** Most attempts to make them. */
const ATTEMPTS = 8;

/** How many messages that fit no trace go by before one is taken for an example. */
const PAUSE = 64;

/** How many messages in a thousand have to fit for traces to stay. */
const LEAST = 500;

/**
 * Decodes messages by traces of frequent ones, where that pays.
 *
 * @param header Codec of the family header.
 * @param attributes Codec of the attributes.
 * @param general Decodes any message.
 * @returns Decodes any message, and the same.
 */
export function withTraces(
  header: Codec<unknown>,
  attributes: Codec<unknown>,
  general: Decode,
): Decode {
  const traces: Decode[] = [];
  let attempts = ATTEMPTS;
  let pause = PAUSE;
  let misses = 0;
  let hits = 0;

  function learn(view: DataView, start: number, end: number): void {
    pause = PAUSE;
    misses += PAUSE;
    if (misses + hits > 1000) {
      if (1000 * hits < LEAST * (misses + hits)) {
        // These messages are too different from each other.
        traces.length = 0;
        attempts = 0;
      }
      misses = hits = 0;
    }
    if (attempts === 0 || traces.length === MOST) return;
    attempts--;
    const trace = compileTrace(header, attributes, view, start, end);
    if (trace !== undefined) traces.push(trace);
  }

  return (view, start, end, parent) => {
    for (let i = 0; i < traces.length; i++) {
      const trace = traces[i]!;
      const value = trace(view, start, end);
      if (value === undefined) continue;
      hits++;
      if (i > 0) {
        // What is frequent moves to the front.
        traces[i] = traces[i - 1]!;
        traces[i - 1] = trace;
      }
      return value;
    }
    if (--pause === 0) learn(view, start, end);
    return general(view, start, end, parent);
  };
}
