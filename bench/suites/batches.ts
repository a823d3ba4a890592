/**
 * Filters of traffic control, VLANs and forwarding entries of bridges beside
 * `tc -batch` and `bridge -batch`.
 *
 * @module
 */

import { Rtnetlink } from "../../api/rtnetlink.ts";
import { median } from "../support/statistics.ts";
import { formatTable, formatTime } from "../support/table.ts";
import type { Bench } from "./suite.ts";

const ROUNDS = 7;
const WARM_UP = 2;
const COUNT = 10_000;

/** One thing that the program and this library do. */
interface Job {
  /** What it is. */
  readonly name: string;
  /** The program and its arguments. */
  readonly program: readonly [name: string, ...args: string[]];
  /** What the program reads. */
  readonly input?: string;
  /** What this library does. */
  readonly ours: () => Promise<unknown>;
  /** Undoes it. */
  readonly undo?: () => Promise<unknown>;
}

/** Runs a program. */
async function run({ program: [name, ...args], input }: Job): Promise<void> {
  const command = new Deno.Command(name, {
    args,
    stdin: input === undefined ? "null" : "piped",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  if (input !== undefined) {
    const writer = command.stdin.getWriter();
    await writer.write(new TextEncoder().encode(input));
    await writer.close();
  }
  const { success, stderr } = await command.output();
  if (success) return;
  const reason = new TextDecoder().decode(stderr).slice(0, 200);
  throw new Error(`Cannot run ${name} ${args.join(" ")}: ${reason}`);
}

/** Does a job by turns, and returns the time that each takes. */
async function measure(job: Job): Promise<[theirs: number[], ours: number[]]> {
  const times: [number[], number[]] = [[], []];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const [i, work] of [() => run(job), job.ours].entries()) {
      const start = performance.now();
      await work();
      const elapsed = (performance.now() - start) * 1e6;
      if (round >= 0) times[i]!.push(elapsed / COUNT);
      await job.undo?.();
    }
  }
  return times;
}

async function* tables(jobs: readonly Job[]): AsyncGenerator<string> {
  const rows: string[][] = [];
  for (const job of jobs) {
    const [theirs, ours] = await measure(job);
    const ratio = median(ours.map((time, round) => time / theirs[round]!));
    rows.push([
      `${COUNT} ${job.name}`,
      formatTime(median(theirs)),
      formatTime(median(ours)),
      ratio.toFixed(2),
    ]);
  }
  yield formatTable(["", "the program", "this library", "ratio"], rows);
}

/** As many filters as the kind `u32` has in a table. */
const MOST_FILTERS = 4000;

/** Filters of the kind `u32`, each of another destination. */
export async function* filters(_: Bench): AsyncGenerator<string> {
  using net = Rtnetlink.open();
  await net.link.add({ name: "filters", kind: "ifb" });
  await net.tc.qdisc.add({ device: "filters", kind: "clsact" });
  const numbers = Array.from({ length: COUNT }, (_, i) => ({
    preference: 1 + Math.floor(i / MOST_FILTERS),
    to: `10.0.${i >> 8}.${i & 255}`,
  }));
  const specs = numbers.map(({ preference, to }) => ({
    device: "filters",
    parent: "ingress" as const,
    preference,
    protocol: "ip" as const,
    u32: { ip: { destination: `${to}/32` } },
    classId: "1:1",
  }));
  const add = async () => await net.tc.filter.addAll(specs);
  const undo = async () => {
    await net.tc.filter.delete({ device: "filters", parent: "ingress" });
  };
  yield* tables([{
    name: "filters are added",
    program: ["tc", "-batch", "-"],
    input: numbers.map(({ preference, to }) =>
      `filter add dev filters ingress pref ${preference} protocol ip ` +
      `u32 match ip dst ${to}/32 flowid 1:1\n`
    ).join(""),
    ours: add,
    undo,
  }]);
  await add();
  yield* tables([{
    name: "filters are listed",
    program: ["tc", "filter", "show", "dev", "filters", "ingress"],
    ours: () =>
      net.tc.filter.list({ device: "filters", parent: "ingress" }).toArray(),
  }]);
  await net.link.delete("filters");
}

/** VLANs of four ports, no two alike that are next to each other. */
export async function* vlans(_: Bench): AsyncGenerator<string> {
  using net = Rtnetlink.open();
  await net.link.add({ name: "vlans", bridge: { vlanFiltering: true } });
  const ports = [0, 1, 2, 3].map((i) => `port${i}`);
  for (const name of ports) {
    await net.link.add({ name, kind: "ifb", master: "vlans" });
  }
  const each = COUNT / ports.length;
  const specs = ports.flatMap((device) =>
    Array.from({ length: each }, (_, i) => ({
      device,
      vlan: i + 2,
      untagged: i % 2 === 0,
    }))
  );
  const add = async () => await net.bridge.vlan.addAll(specs);
  const undo = async () => {
    const vlan = { from: 2, to: each + 1 };
    await net.bridge.vlan.deleteAll(ports.map((device) => ({ device, vlan })));
  };
  yield* tables([{
    name: "VLANs are added",
    program: ["bridge", "-batch", "-"],
    input: specs.map(({ device, vlan, untagged }) =>
      `vlan add dev ${device} vid ${vlan}${untagged ? " untagged" : ""}\n`
    ).join(""),
    ours: add,
    undo,
  }]);
  await add();
  yield* tables([{
    name: "VLANs are listed",
    program: ["bridge", "vlan", "show"],
    ours: () => net.bridge.vlan.list().toArray(),
  }]);
  for (const name of [...ports, "vlans"]) await net.link.delete(name);
}

/** Forwarding entries of a bridge. */
export async function* forwarding(_: Bench): AsyncGenerator<string> {
  using net = Rtnetlink.open();
  await net.link.add({ name: "fdb", bridge: {} });
  await net.link.add({ name: "fdb0", kind: "ifb", master: "fdb" });
  const hex = (number: number) => number.toString(16).padStart(2, "0");
  const specs = Array.from({ length: COUNT }, (_, i) => ({
    device: "fdb0",
    master: true,
    state: "static" as const,
    linkAddress: `02:00:00:00:${hex(i >> 8)}:${hex(i & 255)}`,
  }));
  const add = async () => await net.forwarding.addAll(specs);
  yield* tables([{
    name: "forwarding entries are added",
    program: ["bridge", "-batch", "-"],
    input: specs.map(({ linkAddress }) =>
      `fdb add ${linkAddress} dev fdb0 master static\n`
    ).join(""),
    ours: add,
    undo: async () => {
      await net.forwarding.deleteAll(
        specs.map(({ device, master, linkAddress }) => ({
          device,
          master,
          linkAddress,
        })),
      );
    },
  }]);
  await add();
  yield* tables([{
    name: "forwarding entries are listed",
    program: ["bridge", "fdb", "show", "br", "fdb"],
    ours: () => net.forwarding.list({ bridge: "fdb" }).toArray(),
  }]);
  for (const name of ["fdb0", "fdb"]) await net.link.delete(name);
}
