/**
 * Measures this library against a C program and `ip`, in a network namespace of
 * its own, and prints tables. Needs root.
 *
 * `deno task bench` measures everything but `million`, which takes gigabytes,
 * `runtimes`, which needs those of `tools/runtimes`, and `filters`, `vlans` and
 * `forwarding`, for which not every kernel has what it takes
 * (`tools/kernel-vm -k 7.2` has);
 * `deno task bench routes start` only what the arguments name, of those that
 * {@linkcode SUITES} lists.
 *
 * @module
 */
// deno-lint-ignore-file no-console

import { Connection } from "../api/connection/connection.ts";
import { CLONE_NEWNET, NetlinkSocket, unshare } from "../socket.ts";
import { SUITES, UNASKED } from "./suites/mod.ts";
import { type Suite, WORKER } from "./suites/suite.ts";
import { compileReceiver } from "./support/compile.ts";
import { Contender } from "./support/contender.ts";
import { makeDevice } from "./support/populate.ts";
import type { Contenders } from "./support/rounds.ts";

const NETLINK_ROUTE = 0;
if (import.meta.main) {
  const directory = await Deno.makeTempDir();
  try {
    await main(Deno.args, directory);
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

async function main(names: string[], directory: string): Promise<void> {
  for (const name of names) {
    if (!(name in SUITES)) {
      throw new Error(
        `Cannot measure ${name}: there are ${Object.keys(SUITES).join(", ")}`,
      );
    }
  }
  const receiver = await compileReceiver(directory);
  unshare(CLONE_NEWNET);
  using connection = new Connection(new NetlinkSocket(NETLINK_ROUTE));
  await makeDevice(connection);
  for (const [name, suite] of Object.entries(SUITES)) {
    if (!(names.length === 0 ? UNASKED : names).includes(name)) continue;
    await measure(suite, connection, receiver);
  }
}

/** Runs a suite in programs of its own, which no other suite has warmed up. */
async function measure(
  suite: Suite,
  connection: Connection,
  receiver: string | undefined,
): Promise<void> {
  await using deno = new Contender(WORKER);
  await using c = receiver === undefined
    ? undefined
    : new Contender([receiver]);
  // A compiled program changes more in the same time, and costs less.
  await using changer = new Contender(
    receiver === undefined ? WORKER : [receiver],
  );
  const contenders: Contenders = { deno, ...(c === undefined ? {} : { c }) };
  for await (
    const table of suite({ connection, contenders, changer, receiver })
  ) {
    console.log(`\n${table}`);
  }
}
