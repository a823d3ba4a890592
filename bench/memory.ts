/**
 * What this library keeps in memory, and how fast it finds things there.
 *
 * @module
 */

import type { Rtnetlink } from "../mod.ts";
import { listing } from "./reading.ts";
import type { Sample } from "./support/contender.ts";
import type { KindName } from "./support/kinds.ts";

/** What `--expose-gc` adds. */
const { gc } = globalThis as unknown as { gc?: () => void };

/** Bytes in use, after everything that nobody refers to is gone. */
function bytesInUse(): number {
  if (gc === undefined) {
    throw new Error("Cannot measure memory: no --expose-gc");
  }
  for (let i = 0; i < 4; i++) gc();
  const { heapUsed, external } = Deno.memoryUsage();
  return heapUsed + external;
}

/** Dumps some times, and keeps nothing: the caller's frame may keep values. */
async function warmUp(net: Rtnetlink, name: KindName): Promise<void> {
  for (let i = 0; i < 5; i++) await listing(net, name).toArray();
}

/**
 * Measures what kept objects take.
 *
 * @param net The friendly layer.
 * @param name Their kind.
 * @returns The bytes of all, in place of nanoseconds, and how many there are.
 */
export async function heap(net: Rtnetlink, name: KindName): Promise<Sample> {
  // Code and tables that the first dumps make stay, and are not counted.
  await warmUp(net, name);
  const before = bytesInUse();
  const objects = await listing(net, name).toArray();
  return { ns: bytesInUse() - before, count: objects.length };
}

/**
 * Looks up routes in a mirror by prefix.
 *
 * @param net The friendly layer.
 * @param count How often.
 * @returns The measurement.
 */
export async function lookUp(net: Rtnetlink, count: number): Promise<Sample> {
  using mirror = await net.mirror(["route"]);
  const prefixes: string[] = [];
  for (const { to } of mirror.list("route")) prefixes.push(to);
  const start = performance.now();
  for (let i = 0; i < count; i++) {
    const prefix = prefixes[(i * 7919) % prefixes.length]!;
    if (mirror.get("route", prefix)?.to !== prefix) {
      throw new Error(`Cannot find ${prefix}`);
    }
  }
  return { ns: (performance.now() - start) * 1e6, count };
}

/**
 * Compares listing all routes, none of which a filter lets pass, with receiving
 * and decoding them.
 *
 * @param net The friendly layer.
 * @returns The time that was spent on all of them.
 */
export async function match(net: Rtnetlink): Promise<Sample> {
  const count = (await listing(net, "routes").toArray()).length;
  const start = performance.now();
  const found = await net.route.list(
    { family: "inet", match: "203.0.113.7" },
  ).toArray();
  if (found.some(({ to }) => to !== "0.0.0.0/0")) {
    throw new Error("Cannot filter: routes to elsewhere are found");
  }
  return { ns: (performance.now() - start) * 1e6, count };
}
