/**
 * Reading the objects of a datagram in one loop.
 *
 * @module
 */

import { LITTLE_ENDIAN } from "../../messages/codec/mod.ts";
import { build } from "../../messages/codec/compiled/compile.ts";
import type { Traces } from "../../messages/codec/compiled/traces.ts";
import {
  NLM_F_DUMP_INTR,
  NLMSG_HDRLEN,
  NLMSG_MIN_TYPE,
} from "../../messages/header.ts";
import { SKIPPED } from "../connection/request.ts";

/**
 * Reads messages one behind the other, as `decodeRun` of replies does.
 *
 * @typeParam X What else is needed for it.
 */
export type Run<X> = (
  view: DataView,
  start: number,
  end: number,
  sequence: number,
  objects: unknown[],
  extra: X,
) => number;

// V8 remembers for each place in the code what was called there. Written out
// once for each kind of object, a place has one reader; shared by all kinds, it
// takes twice the time (measured).
const CODE = `
  const first = traces[0];
  let at = start;
  let hits = 0;
  // Until V8 is done with the loop, push() would take twice the time.
  let count = objects.length;
  try {
    while (end - at >= ${NLMSG_HDRLEN}) {
      const length = view.getUint32(at, ${LITTLE_ENDIAN});
      if (
        length < ${NLMSG_HDRLEN} || length > end - at ||
        view.getUint32(at + 8, ${LITTLE_ENDIAN}) !== sequence ||
        view.getUint16(at + 4, ${LITTLE_ENDIAN}) < ${NLMSG_MIN_TYPE} ||
        (view.getUint16(at + 6, ${LITTLE_ENDIAN}) & ${NLM_F_DUMP_INTR}) !== 0
      ) break;
      const from = at + ${NLMSG_HDRLEN};
      const to = at + length;
      let object;
      if (first !== undefined) object = first(view, from, to, extra);
      if (object === undefined) object = decode(view, from, to, extra);
      else hits++;
      if (object !== SKIPPED) objects[count++] = object;
      at += (length + 3) & ~3;
    }
  } catch {
    // Who reads the message alone finds out what is wrong.
  }
  hit(hits);
  return at;
`;

/**
 * Makes the loop of a decoder.
 *
 * @typeParam T The objects.
 * @typeParam X What else is needed for them.
 * @param traces The decoder.
 * @returns The loop; `undefined` where code cannot be generated.
 */
export function runOf<T, X>(traces: Traces<T, X>): Run<X> | undefined {
  return build<Run<X>>(
    { ...traces, SKIPPED },
    "view, start, end, sequence, objects, extra",
    CODE,
  );
}
