/**
 * Changing the kernel's state, with this library, as its users do.
 *
 * @module
 */

import type { Rtnetlink } from "../mod.ts";
import type { Sample } from "./support/contender.ts";

const TABLE = 1000;

/** What to do with routes. */
export interface RouteChange {
  /** Whether to delete them. */
  remove: boolean;
  /** How many. */
  count: number;
  /** Whether to send them one at a time. */
  singly: boolean;
  /** Name of the device they go through. */
  device: string;
}

/** What describes a route. */
interface Spec {
  to: string;
  table: number;
  device: number;
}

const specs = new Map<string, Spec[]>();

/** The same specs each time: making them is not what is measured. */
function routes(count: number, device: number): Spec[] {
  const key = `${count} ${device}`;
  let made = specs.get(key);
  if (made === undefined) {
    made = Array.from({ length: count }, (_, n) => ({
      to: `10.${128 + (n >> 16)}.${n >> 8 & 255}.${n & 255}/32`,
      table: TABLE,
      device,
    }));
    specs.set(key, made);
  }
  return made;
}

/**
 * Adds or deletes routes.
 *
 * @param net The friendly layer.
 * @param change What to do.
 * @returns The measurement.
 */
export async function changeRoutes(
  net: Rtnetlink,
  { remove, count, singly, device }: RouteChange,
): Promise<Sample> {
  const { index } = await net.link.get(device);
  const list = routes(count, index);
  const { route } = net;
  const start = performance.now();
  if (!singly) {
    await (remove ? route.deleteAll(list) : route.addAll(list));
  } else if (remove) { for (const spec of list) await route.delete(spec); }
  else for (const spec of list) await route.add(spec);
  return { ns: Math.round((performance.now() - start) * 1e6), count };
}

/**
 * Watches routes until so many changes have come.
 *
 * @param net The friendly layer.
 * @param count How many changes.
 * @param ready Called when changes are watched.
 * @returns The measurement.
 */
export async function watch(
  net: Rtnetlink,
  count: number,
  ready: () => void,
): Promise<Sample> {
  let seen = 0;
  let lost = 0;
  let start = 0;
  const monitor = net.monitor(["route"]);
  const batches = monitor.batches();
  // What changes from now on is among what the kernel keeps for the monitor.
  const first = batches.next();
  ready();
  let next = await first;
  start = performance.now();
  while (!next.done) {
    for (const { object } of next.value) {
      if (object === "route") seen++;
      else if (object === "overrun") lost++;
    }
    if (seen >= count) break;
    next = await batches.next();
  }
  await batches.return();
  return {
    ns: Math.round((performance.now() - start) * 1e6),
    count: seen,
    lost,
  };
}
