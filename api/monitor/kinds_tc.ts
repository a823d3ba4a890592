/**
 * Traffic control, as kinds of objects that can be watched.
 *
 * @module
 */

import { objects } from "../../messages/objects.ts";
import { type ClassMessage, classMessage } from "../../messages/tc/class.ts";
import { type ChainMessage, chainMessage } from "../../messages/tc/chain.ts";
import { type FilterMessage, filterMessage } from "../../messages/tc/filter.ts";
import { type QdiscMessage, qdiscMessage } from "../../messages/tc/qdisc.ts";
import { classKindStats } from "../../messages/tc/classes/mod.ts";
import { qdiscKindStats } from "../../messages/tc/qdiscs/mod.ts";
import {
  type TcActionMessage,
  tcActionMessage,
} from "../../messages/tc/action.ts";
import { readingOf } from "../reading/reading.ts";
import { action } from "../tc/action_spec.ts";
import { trafficClasses } from "../tc/class_spec.ts";
import { trafficChains } from "../tc/chain_spec.ts";
import { trafficFilters } from "../tc/filter_spec.ts";
import { qdiscs } from "../tc/qdisc_spec.ts";
import { FilterStore } from "./filter_store.ts";
import type { Kind } from "./kind.ts";
import { KeyedStore } from "./store.ts";
import { classDumps, filterDumps, FLOW_KINDS } from "./tc_dumps.ts";

/**
 * Counters: those of statistics, the reference count, and what options have of
 * them (`tc_htb_glob`, `tc_sfq_qopt_v1`, `tc_gred_qopt`).
 */
const COUNTERS: readonly string[] = [
  "backlog",
  "bytes",
  "directPackets",
  "early",
  "earlyDrops",
  "earlyHeadMarks",
  "earlyMarks",
  "forced",
  "forcedDrops",
  "forcedHeadMarks",
  "forcedMarks",
  "info",
  "kindStats",
  "limitDrops",
  "meanQueue",
  "other",
  "packets",
  "queueStats",
  "stats",
  "stats2",
];

/** Queueing disciplines. */
export const qdisc: Kind<QdiscMessage> = {
  codec: qdiscMessage,
  object: objects.qdisc,
  reading: qdiscs,
  known: {
    makeStore: () =>
      new KeyedStore<QdiscMessage>({
        key: ({ index, parent, handle }) => `${index} ${parent} ${handle}`,
        ignored: new Set([...COUNTERS, ...Object.keys(qdiscKindStats)]),
        names: ({ index }) => [index],
      }),
  },
};

/** Traffic classes. */
export const trafficClass: Kind<ClassMessage> = {
  codec: classMessage,
  object: objects.class,
  reading: trafficClasses,
  known: {
    makeStore: () =>
      new KeyedStore<ClassMessage>({
        key: ({ index, handle }) => `${index} ${handle}`,
        ignored: new Set([
          ...COUNTERS.filter((name) => name !== "info"),
          ...Object.keys(classKindStats),
        ]),
        names: ({ index }) => [index],
      }),
    untracked: ({ attributes: { kind = "" } }) => FLOW_KINDS.has(kind),
    dumps: classDumps,
  },
};

/** Actions that several filters can share; reports have several of them. */
export const trafficAction: Kind<TcActionMessage> = {
  codec: tcActionMessage,
  object: objects.action,
  reading: readingOf(
    tcActionMessage,
    ({ attributes }) => (attributes.actions ?? []).map(action.fromKernel),
  ),
};

/** Traffic filters. */
export const trafficFilter: Kind<FilterMessage> = {
  codec: filterMessage,
  object: objects.filter,
  reading: trafficFilters,
  known: {
    makeStore: () => new FilterStore(),
    dumps: filterDumps,
  },
};

/** Chains of filters. */
export const trafficChain: Kind<ChainMessage> = {
  codec: chainMessage,
  object: objects.chain,
  reading: trafficChains,
};
