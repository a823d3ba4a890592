/**
 * What is measured.
 *
 * @module
 */

import type { Connection } from "../api/connection.ts";
import { Contender } from "./support/contender.ts";
import {
  addAddresses,
  addLinks,
  addNeighbors,
  addRoutes,
  DEVICE,
} from "./support/populate.ts";
import { type Process, time } from "./support/processes.ts";
import {
  compare,
  type Comparison,
  type Contenders,
  type Effort,
} from "./support/rounds.ts";
import { median } from "./support/statistics.ts";
import { formatTable, formatTime } from "./support/table.ts";

/** What suites work with. */
export interface Bench {
  /** A connection to the namespace. */
  readonly connection: Connection;
  /** The programs to compare. */
  readonly contenders: Contenders;
}

/** Measures something and gives tables. */
export type Suite = (bench: Bench) => AsyncGenerator<string>;

/** All suites, by name. They run in this order, and each adds to the namespace. */
export const SUITES: Readonly<Record<string, Suite>> = {
  start,
  get,
  changes,
  monitor,
  routes,
  neighbors,
  addresses,
  links,
  million,
};

/** Those that run if nothing is said. */
export const UNASKED: readonly string[] = Object.keys(SUITES).filter((name) =>
  name !== "million"
);

/** The command that starts this library's side. */
export const WORKER: readonly string[] = [
  Deno.execPath(),
  "run",
  "--allow-all",
  "--no-check",
  new URL("worker.ts", import.meta.url).pathname,
];

const QUICK: Effort = { repeats: 15, warmUp: 10 };
const SLOW: Effort = { repeats: 9, warmUp: 3 };

const HEAD = ["", "C", "this library", "ratio", "goal"];

/** A line of a table: times for each of something, and their ratio. */
function row(
  name: string,
  { c, deno }: Comparison,
  goal: number | undefined,
  pick: (sample: Comparison["c"][number]) => number = ({ ns, count }) =>
    ns / count,
): string[] {
  const ours = median(deno.map(pick));
  const theirs = c.length === 0 ? undefined : median(c.map(pick));
  return [
    name,
    theirs === undefined ? "" : formatTime(theirs),
    formatTime(ours),
    theirs === undefined ? "" : (ours / theirs).toFixed(2),
    goal === undefined ? "" : `≤ ${goal.toFixed(2)}`,
  ];
}

async function* dumps(
  { contenders }: Bench,
  name: string,
  goals: Readonly<Record<string, number | undefined>>,
  effort: Effort,
): AsyncGenerator<string[]> {
  const hows = Object.entries({
    count: undefined,
    stream: undefined,
    keep: undefined,
    ...goals,
  });
  for (const [how, goal] of hows) {
    const result = await compare(contenders, [`dump ${name} ${how}`], effort);
    const { count } = result.deno[0]!;
    yield row(`${count} ${name}: ${WORDS[how]}`, result, goal);
  }
  const decoded = await compare(contenders, [`decode ${name}`], effort);
  yield row(
    `${decoded.deno[0]!.count} ${name}: only decoded`,
    decoded,
    undefined,
  );
}

const WORDS: Readonly<Record<string, string>> = {
  count: "only received",
  stream: "streamed",
  keep: "all kept",
};

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

async function* routes(bench: Bench): AsyncGenerator<string> {
  const rows: string[][] = [];
  let have = 0;
  for (const [size, goal] of [[1000, 1.1], [10_000, 1.1], [100_000, 1.4]]) {
    await addRoutes(bench.connection, have, size!);
    have = size!;
    const goals = { keep: goal, stream: size === 100_000 ? 1.05 : undefined };
    const effort = size === 100_000 ? SLOW : QUICK;
    rows.push(...await collect(dumps(bench, "routes", goals, effort)));
  }
  yield formatTable(HEAD, rows);
  yield formatTable(["", "longest stall", "goal"], [await stall(bench)]);
  yield await whole(
    have,
    "route",
    [["-4", "route"], ["-4", "-j", "route"]],
  );
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

async function* neighbors(bench: Bench): AsyncGenerator<string> {
  await addNeighbors(bench.connection, 10_000);
  yield formatTable(
    HEAD,
    await collect(dumps(bench, "neighbors", { keep: 1.1 }, QUICK)),
  );
}

async function* addresses(bench: Bench): AsyncGenerator<string> {
  await addAddresses(bench.connection, 10_000);
  yield formatTable(
    HEAD,
    await collect(dumps(bench, "addresses", { keep: 1.1 }, QUICK)),
  );
}

async function* links(bench: Bench): AsyncGenerator<string> {
  await addLinks(bench.connection, 1000);
  yield formatTable(
    HEAD,
    await collect(dumps(bench, "links", { keep: 1.25 }, QUICK)),
  );
}

/** A million routes, each time in a new process, and its greatest size. */
async function* million({ connection }: Bench): AsyncGenerator<string> {
  const count = 1_000_000;
  await addRoutes(connection, 0, count);
  const rows: string[][] = [];
  for (const how of ["stream", "keep"]) {
    await using worker = new Contender(WORKER);
    const { ns } = await worker.run(`dump routes ${how}`);
    const { count: bytes } = await worker.run("memory");
    rows.push([
      `${count} routes: ${WORDS[how]}`,
      formatTime(ns / count),
      `${(bytes / 2 ** 20).toFixed(0)} MiB`,
      how === "stream" ? "≤ 100 MiB" : "",
    ]);
  }
  yield formatTable(["", "each", "greatest size", "goal"], rows);
}

async function* get({ contenders }: Bench): AsyncGenerator<string> {
  const result = await compare(contenders, [`get ${DEVICE} 5000`], {
    repeats: 11,
    warmUp: 3,
  });
  yield formatTable(HEAD, [
    row("a link by name: median", result, 1.15, ({ median }) => median!),
    row("a link by name: 99th percentile", result, 2, ({ p99 }) => p99!),
  ]);
}

async function* changes({ contenders }: Bench): AsyncGenerator<string> {
  const rows: string[][] = [];
  const effort = { repeats: 11, warmUp: 2 };
  for (
    const [atOnce, name, goal] of [[1, "singly", 1.1], [
      32,
      "in batches",
      0.85,
    ]] as const
  ) {
    const add = `change add 5000 ${atOnce} ${DEVICE}`;
    const remove = `change delete 5000 ${atOnce} ${DEVICE}`;
    const added = {
      c: [] as Comparison["c"][number][],
      deno: [] as Comparison["c"][number][],
    };
    const removed = { c: [...added.c], deno: [...added.deno] };
    for (let round = -effort.warmUp; round < effort.repeats; round++) {
      for (const side of ["c", "deno"] as const) {
        const contender = contenders[side];
        if (contender === undefined) continue;
        const first = await contender.run(add);
        const second = await contender.run(remove);
        if (round < 0) continue;
        added[side].push(first);
        removed[side].push(second);
      }
    }
    rows.push(
      row(`a route added ${name}`, added, goal),
      row(`a route deleted ${name}`, removed, goal),
    );
  }
  yield formatTable(HEAD, rows);
}

async function* monitor({ contenders }: Bench): AsyncGenerator<string> {
  const result = await compare(contenders, [`drain 20000 ${DEVICE}`], {
    repeats: 7,
    warmUp: 2,
  });
  yield formatTable(HEAD, [row("a notification taken", result, undefined)]);
}

const CLI = new URL("../cli.ts", import.meta.url).pathname;
const EMPTY = new URL("support/empty.ts", import.meta.url).pathname;
const FLAGS = ["--allow-ffi", "--allow-read", "--allow-env", "--no-check"];

function program(file: string, ...args: string[]): string[] {
  return [Deno.execPath(), "run", ...FLAGS, file, ...args];
}

async function* start(): AsyncGenerator<string> {
  yield await processes([
    { name: "ip link show", command: ["ip", "link", "show"] },
    { name: "deno run, empty", command: program(EMPTY) },
    { name: "cli.ts link show", command: program(CLI, "link", "show") },
  ], 21);
}

async function whole(
  count: number,
  name: string,
  args: readonly string[][],
): Promise<string> {
  return `${count} of ${name}:\n\n` + await processes(
    args.flatMap((words) => [
      { name: `ip ${words.join(" ")}`, command: ["ip", ...words] },
      {
        name: `cli.ts ${words.join(" ")}`,
        command: program(CLI, ...words),
      },
    ]),
    7,
  );
}

async function processes(
  list: readonly Process[],
  repeats: number,
): Promise<string> {
  const times = await time(list, repeats);
  return formatTable(
    ["whole process", "median", "least"],
    list.map(({ name }) => {
      const values = times.get(name);
      return values === undefined
        ? [name, "failed", ""]
        : [name, formatTime(median(values)), formatTime(Math.min(...values))];
    }),
  );
}
