/**
 * Traffic control, as kinds of objects that can be watched.
 *
 * @module
 */

import { objects } from "../../messages/objects.ts";
import { type TcMessage, tcMessage } from "../../messages/tc/tc.ts";
import { same } from "./compare.ts";
import type { Kind } from "./kind.ts";
import { KeyedStore } from "./store.ts";

/** Counters, the reference count among them. */
const IGNORED: ReadonlySet<string> = new Set([
  "info",
  "kindStats",
  "rate",
  "stats",
  "stats2",
]);
/** What is compared with more care. */
const STATE: ReadonlySet<string> = new Set([...IGNORED, "options"]);

/** Where options have counters: `tc_htb_glob`, `tc_sfq_qopt_v1`. */
const counters: Readonly<Record<string, [start: number, end: number]>> = {
  htb: [20, 24],
  sfq: [48, 72],
};

function sameOptions(a: TcMessage, b: TcMessage): boolean {
  const { kind = "", options: before } = a.attributes;
  const { options: after } = b.attributes;
  if (before === undefined || after === undefined) return before === after;
  const [start, end] = counters[kind] ?? [0, 0];
  return before.length === after.length &&
    before.every((byte, i) => byte === after[i] || i >= start && i < end);
}

/** Queueing disciplines. */
export const qdisc: Kind<TcMessage> = {
  codec: tcMessage,
  object: objects.qdisc,
  known: {
    makeStore: () =>
      new KeyedStore<TcMessage>({
        key: ({ index, parent, handle }) => `${index} ${parent} ${handle}`,
        ignored: IGNORED,
        alike: (a, b) => same(a, b, STATE) && sameOptions(a, b),
        names: ({ index }) => [index],
      }),
  },
};

/** Traffic classes. */
export const trafficClass: Kind<TcMessage> = {
  codec: tcMessage,
  object: objects.class,
};

/** Traffic filters. */
export const trafficFilter: Kind<TcMessage> = {
  codec: tcMessage,
  object: objects.filter,
};
