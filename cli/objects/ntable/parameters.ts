/**
 * Neighbor tables, each fact declared once, by the lines that `ip` prints them
 * on: its name, and its keyword if it can be set.
 *
 * @module
 */

import type {
  NeighborParameters,
  NeighborTableAttributes,
  NeighborTableConfig,
  NeighborTableStats,
} from "../../../messages/neighbor_table/neighbor_table.ts";
import { hex } from "../../print/format.ts";
import type { PrintData, Sections, Settings } from "../link/kinds/setting.ts";

/** Starts another line, which belongs to the one before. */
const indent: PrintData<unknown> = ({ printer }) =>
  printer.text(`${printer.line}    `);

/** Starts another line, of a fact that is an object of its own. */
const newline: PrintData<unknown> = ({ printer }) => printer.newline();

/** Limits of a table. */
export const LIMITS: Settings<NeighborTableAttributes> = {
  threshold1: "thresh1 VAL",
  threshold2: "thresh2 VAL",
  threshold3: "thresh3 VAL",
  gcInterval: { word: "gc_int MSEC", json: "gc_interval", text: "gc_int" },
};

/** Parameters of a table, or of one device. */
export const PARAMETERS: Sections<NeighborParameters> = [
  {
    references: { json: "refcnt" },
    reachableTime: { json: "reachable" },
    baseReachableTime: "base_reachable MSEC",
    retransmitTime: "retrans MSEC",
  },
  indent,
  {
    gcStaleTime: "gc_stale MSEC",
    delayProbeTime: "delay_probe MSEC",
    queueLength: "queue LEN",
  },
  indent,
  {
    appProbes: "app_probes VAL",
    unicastProbes: "ucast_probes VAL",
    multicastProbes: "mcast_probes VAL",
    multicastReprobes: "mcast_reprobes VAL",
  },
  indent,
  {
    anycastDelay: "anycast_delay MSEC",
    proxyDelay: "proxy_delay MSEC",
    proxyQueueLength: "proxy_queue LEN",
    lockTime: "locktime MSEC",
  },
];

/** State of a table. */
export const CONFIG: Sections<NeighborTableConfig> = [
  {
    keyLength: { json: "key_length", text: "    config key_len" },
    entrySize: { json: "entry_size" },
    entries: { json: "entries" },
  },
  newline,
  {
    lastFlush: {
      json: "last_flush",
      print: ({ printer }, { json }, age) =>
        printer.value(json, before(age), `        ${json} ${before(age)} `),
    },
    lastRandom: {
      json: "last_rand",
      print: ({ printer }, { json }, age) => printer.named(json, before(age)),
    },
  },
  newline,
  ({ printer }) => printer.text("        "),
  {
    hashRandom: { json: "hash_rnd" },
    hashMask: {
      json: "hash_mask",
      print: ({ printer }, { json, text }, mask) => {
        const digits = mask.toString(16).padStart(8, "0");
        printer.value(json, hex(mask), `${text} ${digits} `);
      },
    },
    hashChainGc: { json: "hash_chain_gc" },
    proxyQueueLength: { json: "proxy_qlen" },
  },
];

/** Counters of a table. */
export const STATS: Sections<NeighborTableStats> = [
  {
    allocations: { json: "allocs" },
    destroys: { json: "destroys" },
    hashGrows: { json: "hash_grows" },
  },
  indent,
  {
    resolutionsFailed: { json: "res_failed" },
    lookups: { json: "lookups" },
    hits: { json: "hits" },
  },
  indent,
  {
    multicastProbes: { json: "rcv_probes_mcast" },
    unicastProbes: { json: "rcv_probes_ucast" },
  },
  indent,
  {
    periodicGcRuns: { json: "periodic_gc_runs" },
    forcedGcRuns: { json: "forced_gc_runs" },
  },
  indent,
  { tableFulls: { json: "table_fulls", absent: 0n } },
];

/** The local time some milliseconds ago. */
function before(milliseconds: number): string {
  if (milliseconds === 0) return "(error)";
  const now = Math.floor(Date.now() / 1000);
  const date = new Date((now - Math.floor(milliseconds / 1000)) * 1000);
  const two = (n: number) => String(n).padStart(2, "0");
  const day = [date.getMonth() + 1, date.getDate()].map(two).join("-");
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()];
  return `${date.getFullYear()}-${day} ${time.map(two).join(":")}`;
}
