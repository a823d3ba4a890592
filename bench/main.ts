/**
 * Measures this library against a C program and `ip`, in a network namespace of
 * its own, and prints tables. Needs root.
 *
 * `deno task bench` measures everything but `million`, which takes gigabytes;
 * `deno task bench routes start` only what the words say, of those that
 * {@linkcode SUITES} lists.
 *
 * @module
 */
// deno-lint-ignore-file no-console

import { Connection } from "../api/connection.ts";
import { CLONE_NEWNET, NetlinkSocket, unshare } from "../socket.ts";
import { SUITES, UNASKED } from "./suites/mod.ts";
import { WORKER } from "./suites/suite.ts";
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
  const c = receiver === undefined ? undefined : new Contender([receiver]);
  const deno = new Contender(WORKER);
  // A compiled program changes more in the same time, and costs less.
  const changer = new Contender(receiver === undefined ? WORKER : [receiver]);
  const contenders: Contenders = { deno, ...(c === undefined ? {} : { c }) };
  try {
    for (const [name, suite] of Object.entries(SUITES)) {
      if (!(names.length === 0 ? UNASKED : names).includes(name)) continue;
      for await (
        const table of suite({ connection, contenders, changer, receiver })
      ) {
        console.log(`\n${table}`);
      }
    }
  } finally {
    await deno[Symbol.asyncDispose]();
    await changer[Symbol.asyncDispose]();
    await c?.[Symbol.asyncDispose]();
  }
}
