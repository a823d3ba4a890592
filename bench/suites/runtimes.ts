/**
 * The same work in other runtimes, against Deno.
 *
 * @module
 */

import { compileTests } from "../../tests/runtimes/compile.ts";
import { modules, RUNTIMES } from "../../tests/runtimes/runtimes.ts";
import { Contender, type Sample } from "../support/contender.ts";
import { addRoutes, DEVICE } from "../support/populate.ts";
import type { Effort } from "../support/rounds.ts";
import { median } from "../support/statistics.ts";
import { formatTable, formatTime } from "../support/table.ts";
import { type Bench, WORKER } from "./suite.ts";

/** What is measured, and how often. */
interface Work extends Effort {
  /** What tables call it. */
  readonly name: string;
  /** The command of the programs. */
  readonly command: string;
  /** The greatest ratio to Deno that is good. */
  readonly goal: number;
  /** Which time of a sample to show. */
  readonly pick: (sample: Sample) => number;
}

const ROUTES = 10_000;

const WORKS: readonly Work[] = [
  {
    name: "a link by name",
    command: `get ${DEVICE} 2000`,
    goal: 1.5,
    pick: ({ median }) => median!,
    repeats: 11,
    warmUp: 3,
  },
  {
    name: `each of ${ROUTES} routes, kept`,
    command: "dump routes keep",
    goal: 1.3,
    pick: ({ ns, count }) => ns / count,
    repeats: 11,
    warmUp: 30,
  },
];

/** A program that runs in a runtime. */
interface Program {
  /** The runtime. */
  readonly name: string;
  /** How it is started. */
  readonly command: readonly string[];
}

/** A link by its name, and many routes, in each runtime in turns. */
export async function* runtimes(
  { connection }: Bench,
): AsyncGenerator<string> {
  if (modules === undefined) {
    throw new Error("Cannot measure other runtimes: run tools/runtimes first");
  }
  await addRoutes(connection, ROUTES);
  const folder = await Deno.makeTempDir();
  try {
    const compiled = `${folder}/compiled`;
    compileTests(compiled, modules);
    const programs = RUNTIMES.map(({ name, kind, program }): Program => ({
      name,
      command: [
        `${modules}/${program}`,
        kind === "bun" ? "--preload" : "--import",
        `${compiled}/tests/runtimes/deno_in_node.js`,
        `${compiled}/bench/worker.js`,
      ],
    }));
    for (const work of WORKS) {
      yield await tableOf(work, [
        { name: `Deno ${Deno.version.deno}`, command: WORKER },
        ...programs,
      ]);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function tableOf(
  { name, command, goal, pick, repeats, warmUp }: Work,
  programs: readonly Program[],
): Promise<string> {
  await using contenders = new AsyncDisposableStack();
  const measured = programs.map((program) => ({
    ...program,
    contender: contenders.use(new Contender(program.command)),
    times: [] as number[],
  }));
  for (let round = -warmUp; round < repeats; round++) {
    for (const { contender, times } of measured) {
      const sample = await contender.run(command);
      if (round >= 0) times.push(pick(sample));
    }
  }
  const [{ times: ours }] = measured as [typeof measured[0]];
  const rows = measured.map(({ name, times }, i) => [
    name,
    formatTime(median(times)),
    // The same load has hit what was measured in one round.
    median(times.map((time, round) => time / ours[round]!)).toFixed(2),
    i === 0 ? "" : `≤ ${goal.toFixed(2)}`,
  ]);
  return formatTable([name, "", "ratio", "goal"], rows);
}
