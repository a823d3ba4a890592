/**
 * Carries out the same commands as `support/receiver.c`, with this library,
 * and reports how long that took.
 *
 * @module
 */
// deno-lint-ignore-file no-console

import { Rtnetlink } from "../mod.ts";
import { changeRoutes, watch } from "./changes.ts";
import { heap, lookUp, match } from "./memory.ts";
import { dump, get, stall } from "./reading.ts";
import type { Sample } from "./support/contender.ts";
import type { KindName } from "./support/kinds.ts";
import { processorTime } from "./support/processor.ts";

const [command, ...args] = Deno.args;
if (command !== undefined) {
  using net = Rtnetlink.open();
  report(await run(command, args, net));
} else await serve();

function report(sample: Sample): void {
  console.log(JSON.stringify(sample));
}

/** Carries out one command a line, until there are no more. */
async function serve(): Promise<void> {
  using net = Rtnetlink.open();
  let rest = "";
  for await (
    const text of Deno.stdin.readable.pipeThrough(new TextDecoderStream())
  ) {
    const lines = (rest + text).split("\n");
    rest = lines.pop()!;
    for (const line of lines) {
      const [name = "", ...words] = line.split(" ");
      const start = processorTime();
      const sample = await run(name, words, net);
      report({ cpu: processorTime() - start, ...sample });
    }
  }
}

async function run(
  name: string,
  [first = "", second = "", third = "", fourth = ""]: string[],
  net: Rtnetlink,
): Promise<Sample> {
  switch (name) {
    case "dump":
      return await dump(net, first as KindName, second);
    case "get":
      return await get(net, first, Number(second));
    case "stall":
      return await stall(net, first as KindName);
    case "change":
      return await changeRoutes(net, {
        remove: first === "delete",
        count: Number(second),
        singly: third === "1",
        device: fourth,
      });
    case "watch":
      return await watch(net, Number(first), () => report({ ns: 0, count: 0 }));
    case "heap":
      return await heap(net, first as KindName);
    case "lookup":
      return await lookUp(net, Number(first));
    case "match":
      return await match(net);
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
