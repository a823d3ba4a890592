/**
 * Whole processes, from start to end.
 *
 * @module
 */

import { addRoutes } from "../support/populate.ts";
import { type Process, time } from "../support/processes.ts";
import { median } from "../support/statistics.ts";
import { formatTable, formatTime } from "../support/table.ts";
import type { Bench } from "./suite.ts";

const ROOT = new URL("../../", import.meta.url).pathname;
const FLAGS = ["--allow-ffi", "--allow-read", "--allow-env", "--no-check"];
/** Has Deno read modules when they are loaded; it takes `--allow-read`. */
const LAZY = "--unstable-lazy-dynamic-imports";
const EMPTY = "deno run, empty";

function program(...args: string[]): string[] {
  return [Deno.execPath(), "run", ...FLAGS, ...args];
}

/** What a short program costs, from the sources and built. */
export async function* start(): AsyncGenerator<string> {
  const folder = await build();
  try {
    const user = `${folder}/links.ts`;
    for (
      const [file, library] of [[user, `${ROOT}mod.ts`], [
        `${folder}/built.ts`,
        `${folder}/mod.js`,
      ]]
    ) {
      Deno.writeTextFileSync(file!, listLinks(library!));
    }
    const words = ["link", "show"];
    yield await processes([
      { name: "ip link show", command: ["ip", ...words] },
      { name: EMPTY, command: program(`${ROOT}bench/support/empty.ts`) },
      {
        name: "cli.ts link show",
        command: program(`${ROOT}cli.ts`, ...words),
        goal: 18,
      },
      {
        name: "the same, as `deno task ip` does",
        command: program(LAZY, `${ROOT}cli.ts`, ...words),
        goal: 18,
      },
      {
        name: "the same, built",
        command: program(LAZY, `${folder}/cli.js`, ...words),
        goal: 10,
      },
      { name: "mod.ts, links listed", command: program(user), goal: 25 },
      {
        name: "the same, built",
        command: program(`${folder}/built.ts`),
        goal: 15,
      },
    ], 21);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function listLinks(library: string): string {
  return `import { Rtnetlink } from ${JSON.stringify(library)};
using net = Rtnetlink.open();
for await (const link of net.link.list()) console.log(link.name);
`;
}

async function build(): Promise<string> {
  const folder = await Deno.makeTempDir();
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "tools/build.ts", `--out=${folder}`],
    cwd: ROOT,
    stdout: "null",
  }).output();
  if (!success) throw new Error("Cannot build the project");
  return folder;
}

/** One dump of 100,000 routes in a new process. */
export async function* cold(
  { connection, receiver }: Bench,
): AsyncGenerator<string> {
  await addRoutes(connection, 100_000);
  const dump = `printf 'dump routes keep\\n' | ${receiver}`;
  const list: Process[] = receiver === undefined
    ? []
    : [{ name: "C", command: ["sh", "-c", dump] }];
  yield await processes([
    ...list,
    { name: "ip -4 route", command: ["ip", "-4", "route"] },
    {
      name: "this library",
      command: program(`${ROOT}bench/worker.ts`, "dump", "routes", "keep"),
    },
    {
      name: "cli.ts -4 route",
      command: program(`${ROOT}cli.ts`, "-4", "route"),
    },
  ], 7);
}

/** A process, and what it may cost beyond an empty one, in milliseconds. */
interface Measured extends Process {
  readonly goal?: number;
}

async function processes(
  list: readonly Measured[],
  repeats: number,
): Promise<string> {
  const times = await time(list, repeats);
  const empty = times.get(list.find(({ name }) => name === EMPTY));
  return formatTable(
    ["whole process", "by the clock", "processor", "beyond empty", "goal"],
    list.map((process) => {
      const values = times.get(process);
      if (values === undefined) return [process.name, "failed", "", "", ""];
      const processor = median(values.map(({ cpu }) => cpu));
      const beyond = empty === undefined || process.goal === undefined
        ? undefined
        : processor - median(empty.map(({ cpu }) => cpu));
      return [
        process.name,
        formatTime(median(values.map(({ clock }) => clock))),
        formatTime(processor),
        beyond === undefined ? "" : formatTime(beyond),
        process.goal === undefined ? "" : `≤ ${process.goal} ms`,
      ];
    }),
  );
}
