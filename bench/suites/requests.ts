/**
 * Single requests, changes, and what is reported of them.
 *
 * @module
 */

import { Contender } from "../support/contender.ts";
import { addRoutes, DEVICE } from "../support/populate.ts";
import { compare, type Comparison, type Effort } from "../support/rounds.ts";
import { median } from "../support/statistics.ts";
import { formatTable, formatTime } from "../support/table.ts";
import { type Bench, HEAD, row, type RowOptions, WORKER } from "./suite.ts";

const EFFORT: Effort = { repeats: 11, warmUp: 3 };

/** A link, by its name. */
export async function* get({ contenders }: Bench): AsyncGenerator<string> {
  const result = await compare(contenders, [`get ${DEVICE} 5000`], EFFORT);
  yield formatTable(HEAD, [
    row("a link by name: median", result, {
      goal: 1.35,
      pick: ({ median }) => median!,
    }),
    row("a link by name: 99th percentile", result, { pick: ({ p99 }) => p99! }),
  ]);
}

/** Routes that are added and deleted. */
export async function* changes({ contenders }: Bench): AsyncGenerator<string> {
  const rows: string[][] = [];
  const ways: [atOnce: number, name: string, options: RowOptions][] = [
    [1, "singly", { goal: 1.35, processor: true }],
    [128, "in batches", { goal: 0.95 }],
  ];
  for (const [atOnce, name, options] of ways) {
    const commands = ["add", "delete"].map((verb) =>
      `change ${verb} 5000 ${atOnce} ${DEVICE}`
    );
    const results: Comparison[] = commands.map(() => ({ c: [], deno: [] }));
    for (let round = -EFFORT.warmUp; round < EFFORT.repeats; round++) {
      for (const side of ["c", "deno"] as const) {
        for (const [i, command] of commands.entries()) {
          const sample = await contenders[side]?.run(command);
          if (sample === undefined || round < 0) continue;
          (results[i]![side] as (typeof sample)[]).push(sample);
        }
      }
    }
    rows.push(
      row(`a route added ${name}`, results[0]!, options),
      row(`a route deleted ${name}`, results[1]!, options),
    );
  }
  yield formatTable(HEAD, rows);
}

/** Changes that another program makes. */
export async function* monitor(
  { contenders, changer }: Bench,
): AsyncGenerator<string> {
  const count = 20_000;
  const result: Comparison = { c: [], deno: [] };
  let lost = 0;
  for (let round = -2; round < 7; round++) {
    for (const side of ["c", "deno"] as const) {
      const contender = contenders[side];
      if (contender === undefined) continue;
      const command = `watch ${count}`;
      await contender.run(command);
      for (const verb of ["add", "delete"]) {
        await changer.run(`change ${verb} ${count / 2} 1 ${DEVICE}`);
      }
      const sample = await contender.next(command);
      if (round < 0) continue;
      (result[side] as (typeof sample)[]).push(sample);
      lost += sample.lost ?? 0;
    }
  }
  yield formatTable(HEAD, [
    row(`an event of a monitor, ${lost} times some lost`, result, {
      goal: 1.4,
      processor: true,
    }),
  ]);
}

/** What is found in 100,000 routes in memory. */
export async function* lookups(
  { connection, contenders: { deno } }: Bench,
): AsyncGenerator<string> {
  await addRoutes(connection, 100_000);
  const found: number[] = [];
  const matched: number[] = [];
  const listed: number[] = [];
  await using contender = new Contender(WORKER);
  for (let i = 0; i < EFFORT.repeats; i++) {
    const lookup = await contender.run("lookup 10000");
    found.push(lookup.ns / lookup.count);
    const kept = await deno.run("dump routes count");
    listed.push(kept.ns / kept.count);
    const sample = await deno.run("match");
    matched.push(sample.ns / sample.count);
  }
  const rest = median(matched) - median(listed);
  yield formatTable(["", "each", "goal"], [
    ["mirror.get() in 100,000 routes", formatTime(median(found)), "≤ 2 µs"],
    [
      "list({ match }): more than receiving, a route",
      formatTime(rest),
      "≤ 300 ns",
    ],
  ]);
}
