/**
 * Carries out the same commands as `support/receiver.c`, with this library,
 * and tells how long that took.
 *
 * @module
 */
// deno-lint-ignore-file no-console

import { Connection } from "../api/connection.ts";
import { NetlinkSocket } from "../socket.ts";
import { changeRoutes, drain } from "./changes.ts";
import { decode, dump, get, stall } from "./reading.ts";
import type { Sample } from "./support/contender.ts";

const NETLINK_ROUTE = 0;

const [command, ...args] = Deno.args;
if (command !== undefined) {
  const sample = await run(command, args, connect());
  console.log(JSON.stringify(sample));
} else await serve();

function connect(): Connection {
  return new Connection(new NetlinkSocket(NETLINK_ROUTE));
}

/** Carries out one command a line, until there are no more. */
async function serve(): Promise<void> {
  const connection = connect();
  let rest = "";
  for await (
    const text of Deno.stdin.readable.pipeThrough(new TextDecoderStream())
  ) {
    const lines = (rest + text).split("\n");
    rest = lines.pop()!;
    for (const line of lines) {
      const [name = "", ...words] = line.split(" ");
      const sample = await run(name, words, connection);
      console.log(JSON.stringify(sample));
    }
  }
}

async function run(
  name: string,
  [first = "", second = "", third = "", fourth = ""]: string[],
  connection: Connection,
): Promise<Sample> {
  switch (name) {
    case "dump":
      return await dump(connection, first, second);
    case "decode":
      return decode(first);
    case "get":
      return await get(connection, first, Number(second));
    case "stall":
      return await stall(connection, first);
    case "change":
      return await changeRoutes(connection, {
        remove: first === "delete",
        count: Number(second),
        atOnce: Number(third),
        device: fourth,
      });
    case "drain":
      return await drain(connection, Number(first), second);
    case "memory":
      return { ns: 0, count: peakMemory() };
    default:
      throw new Error(`Cannot run ${name}: there is no such command`);
  }
}

/** Most memory that the process has had so far, in bytes. */
function peakMemory(): number {
  const status = Deno.readTextFileSync("/proc/self/status");
  return 1024 * Number(/VmHWM:\s*(\d+)/.exec(status)![1]);
}
