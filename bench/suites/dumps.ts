/**
 * Dumps of many objects.
 *
 * @module
 */

import { Contender } from "../support/contender.ts";
import type { KindName } from "../support/kinds.ts";
import {
  addAddresses,
  addLinks,
  addNeighbors,
  addRoutes,
} from "../support/populate.ts";
import { compare, type Effort } from "../support/rounds.ts";
import { median } from "../support/statistics.ts";
import { formatTable, formatTime } from "../support/table.ts";
import { type Bench, HEAD, row, WORKER, worker } from "./suite.ts";

// Whatever a program does first is in `cold`: V8 has to see some 400,000 objects
// before it is done with the code.
const QUICK: Effort = { repeats: 21, warmUp: 40 };
const SLOW: Effort = { repeats: 9, warmUp: 5 };

/** How objects are dumped, and how tables call it. */
const HOWS = {
  count: "only received",
  messages: "messages kept",
  stream: "streamed",
  keep: "all kept",
} as const;

type How = keyof typeof HOWS;

/** Each way of dumping in programs of its own, as programs do one thing. */
async function rowsOf(
  { receiver }: Bench,
  name: KindName,
  effort: Effort,
  goals: Readonly<Partial<Record<How, number>>>,
): Promise<string[][]> {
  const rows: string[][] = [];
  for (const [how, words] of Object.entries(HOWS)) {
    await using deno = new Contender(WORKER);
    await using c = receiver === undefined
      ? undefined
      : new Contender([receiver]);
    const contenders = { deno, ...(c === undefined ? {} : { c }) };
    const result = await compare(contenders, [`dump ${name} ${how}`], effort);
    const { count } = result.deno[0]!;
    const goal = goals[how as How];
    const options = goal === undefined ? {} : { goal };
    rows.push(row(`${count} ${name}: ${words}`, result, options));
  }
  return rows;
}

/** Routes, in tables that grow. */
export async function* routes(bench: Bench): AsyncGenerator<string> {
  const rows: string[][] = [];
  for (
    const [size, effort, goals] of [
      [1000, QUICK, {}],
      [10_000, QUICK, { keep: 1.25 }],
      [100_000, SLOW, { keep: 1.35, stream: 1.15 }],
    ] as const
  ) {
    await addRoutes(bench.connection, size);
    rows.push(...await rowsOf(bench, "routes", effort, goals));
  }
  yield formatTable(HEAD, rows);
  yield formatTable(["", "longest stall", "goal"], [await stall(bench)]);
  yield await memory("routes", 300);
}

async function stall({ contenders }: Bench): Promise<string[]> {
  const stalls: number[] = [];
  for (let i = 0; i < SLOW.repeats; i++) {
    stalls.push((await contenders.deno.run("stall routes")).ns);
  }
  return [
    "event loop during a dump of 100,000 routes",
    formatTime(median(stalls)),
    "≤ 15 ms",
  ];
}

/** Neighbors. */
export async function* neighbors(bench: Bench): AsyncGenerator<string> {
  await addNeighbors(bench.connection, 10_000);
  const rows = await rowsOf(bench, "neighbors", QUICK, { keep: 1.35 });
  yield formatTable(HEAD, rows);
  yield await memory("neighbors", 400);
}

/** Addresses. */
export async function* addresses(bench: Bench): AsyncGenerator<string> {
  await addAddresses(bench.connection, 10_000);
  const rows = await rowsOf(bench, "addresses", QUICK, { keep: 1.3 });
  yield formatTable(HEAD, rows);
  yield await memory("addresses", 350);
}

/** Links of several kinds. */
export async function* links(bench: Bench): AsyncGenerator<string> {
  await addLinks(bench.connection, 1000);
  const rows = await rowsOf(bench, "links", QUICK, { keep: 1.35 });
  yield formatTable(HEAD, rows);
  yield await memory("links", 2500);
}

/** What a kept object takes, with the buffers that it refers to. */
async function memory(name: KindName, goal: number): Promise<string> {
  await using contender = new Contender(worker("--v8-flags=--expose-gc"));
  const { ns: bytes, count } = await contender.run(`heap ${name}`);
  return formatTable(["", "each", "goal"], [
    [
      `${count} ${name} in memory`,
      `${(bytes / count).toFixed(0)} B`,
      `≤ ${goal} B`,
    ],
  ]);
}

/** A million routes, each time in a new process, and its greatest size. */
export async function* million({ connection }: Bench): AsyncGenerator<string> {
  const count = 1_000_000;
  await addRoutes(connection, count);
  const rows: string[][] = [];
  for (const how of ["stream", "keep"] as const) {
    await using contender = new Contender(WORKER);
    const { ns } = await contender.run(`dump routes ${how}`);
    const { count: bytes } = await contender.run("memory");
    rows.push([
      `${count} routes: ${HOWS[how]}`,
      formatTime(ns / count),
      `${(bytes / 2 ** 20).toFixed(0)} MiB`,
      how === "stream" ? "≤ 100 MiB" : "",
    ]);
  }
  yield formatTable(["", "each", "greatest size", "goal"], rows);
}
