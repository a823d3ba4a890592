/**
 * Shows where this library and the C program spend their time: in the kernel,
 * in JavaScript, in V8. Needs root, a C compiler and perf(1).
 *
 * `deno run -A bench/profile.ts links get` profiles what the arguments name;
 * without any, everything that {@linkcode WORK} lists.
 *
 * @module
 */
// deno-lint-ignore-file no-console

import { Connection } from "../api/connection/connection.ts";
import { CLONE_NEWNET, NetlinkSocket, unshare } from "../socket.ts";
import { WORKER, worker } from "./suites/suite.ts";
import { compileReceiver } from "./support/compile.ts";
import { Contender } from "./support/contender.ts";
import {
  addAddresses,
  addLinks,
  addNeighbors,
  addRoutes,
  DEVICE,
  makeDevice,
} from "./support/populate.ts";
import { type Layer, sample } from "./support/samples.ts";
import { median } from "./support/statistics.ts";
import { formatTable } from "./support/table.ts";

const NETLINK_ROUTE = 0;

/** With it, V8 writes down where it puts its code, which takes it time. */
const MAPPED = worker("--v8-flags=--perf-basic-prof");

/** What is profiled. */
interface Work {
  /** Makes what is read. */
  readonly fill?: (connection: Connection) => Promise<void>;
  /** The commands of a round. */
  readonly commands: readonly string[];
  /** Rounds before those that are profiled, and those. */
  readonly rounds: readonly [warmUp: number, profiled: number];
}

const WORK: Readonly<Record<string, Work>> = {
  links: {
    fill: (connection) => addLinks(connection, 1000),
    commands: ["dump links keep"],
    rounds: [40, 100],
  },
  addresses: {
    fill: (connection) => addAddresses(connection, 10_000),
    commands: ["dump addresses keep"],
    rounds: [40, 100],
  },
  neighbors: {
    fill: (connection) => addNeighbors(connection, 10_000),
    commands: ["dump neighbors keep"],
    rounds: [40, 100],
  },
  kept: {
    fill: (connection) => addRoutes(connection, 100_000),
    commands: ["dump routes keep"],
    rounds: [5, 12],
  },
  streamed: {
    fill: (connection) => addRoutes(connection, 100_000),
    commands: ["dump routes stream"],
    rounds: [5, 12],
  },
  get: { commands: [`get ${DEVICE} 2000`], rounds: [10, 20] },
  change: {
    commands: [`change add 2000 1 ${DEVICE}`, `change delete 2000 1 ${DEVICE}`],
    rounds: [10, 20],
  },
};

if (import.meta.main) {
  const directory = await Deno.makeTempDir();
  try {
    await main(Deno.args, directory);
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

async function main(names: string[], directory: string): Promise<void> {
  const receiver = await compileReceiver(directory);
  if (receiver === undefined) {
    throw new Error("Cannot profile: there is no C compiler");
  }
  for (const name of names.length === 0 ? Object.keys(WORK) : names) {
    const work = WORK[name];
    if (work === undefined) {
      throw new Error(
        `Cannot profile ${name}: there are ${Object.keys(WORK).join(", ")}`,
      );
    }
    // Each in a namespace of its own: what another has made would be read, too.
    unshare(CLONE_NEWNET);
    using connection = new Connection(new NetlinkSocket(NETLINK_ROUTE));
    await makeDevice(connection);
    await work.fill?.(connection);
    const file = `${directory}/samples`;
    const theirs = await profile([receiver], [receiver], work, file);
    const ours = await profile(WORKER, MAPPED, work, file);
    console.log(`\n${tableOf(name, theirs, ours)}`);
  }
}

interface Profile {
  /** Time of the processor for each object or request, in nanoseconds. */
  readonly each: number;
  readonly layers: ReadonlyMap<Layer, number>;
}

/** Measures a program, and profiles another one that does the same. */
async function profile(
  measured: readonly string[],
  profiled: readonly string[],
  { commands, rounds: [warmUp, rounds] }: Work,
  file: string,
): Promise<Profile> {
  const times: number[] = [];
  {
    await using contender = new Contender(measured);
    for (let round = -warmUp; round < rounds; round++) {
      let [cpu, count] = [0, 0];
      for (const command of commands) {
        const sample = await contender.run(command);
        cpu += sample.cpu ?? 0;
        count += sample.count;
      }
      if (round >= 0) times.push(cpu / count);
    }
  }
  await using contender = new Contender(profiled);
  const run = async (rounds: number) => {
    for (let round = 0; round < rounds; round++) {
      for (const command of commands) await contender.run(command);
    }
  };
  await run(warmUp);
  const layers = await sample(contender.pid, file, () => run(rounds));
  return { each: median(times), layers };
}

function tableOf(name: string, theirs: Profile, ours: Profile): string {
  const layers = new Set([...theirs.layers.keys(), ...ours.layers.keys()]);
  const rows = Array.from(layers, (layer) => [
    layer,
    ...[theirs, ours].flatMap((profile) => partOf(profile, layer)),
  ]).sort((one, other) =>
    Number.parseFloat(other[3]!) - Number.parseFloat(one[3]!)
  );
  const all = [theirs, ours].flatMap((
    { each },
  ) => ["100 %", `${each.toFixed(0)} ns`]);
  return formatTable(
    [name, "C", "each", "this library", "each"],
    [...rows, ["all", ...all]],
  );
}

function partOf({ each, layers }: Profile, layer: Layer): string[] {
  const all = layers.values().reduce((sum, count) => sum + count, 0);
  const part = (layers.get(layer) ?? 0) / all;
  return [`${(100 * part).toFixed(1)} %`, `${(part * each).toFixed(0)} ns`];
}
