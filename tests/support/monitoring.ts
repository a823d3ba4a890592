import type { Change, MonitoredObject } from "../../api/monitor/change.ts";
import { Monitor, type MonitorOptions } from "../../api/monitor/monitor.ts";
import type { Link } from "../../api/link/mod.ts";
import type { Route } from "../../api/route/spec.ts";
import { link, type SimulatedKernel } from "./simulated_kernel.ts";

/** One line for each change, and what was before. */
export function line(change: Change): string {
  if (!("action" in change)) return change.object;
  const { object, action, cause, old, value } = change;
  const name = (value: unknown) => {
    if (object === "link") {
      const { index, mtu } = value as Link;
      return `${index}:${mtu}`;
    }
    if (object !== "route") return object;
    const { to, gateway = "" } = value as Route;
    return `${to}>${gateway}`;
  };
  const why = cause === "notification" ? "" : ` (${cause})`;
  const before = old === undefined ? "" : ` was ${name(old)}`;
  return `${action} ${name(value)}${before}${why}`;
}

/** Reads changes until one is `last`. */
export async function until(
  changes: AsyncIterator<Change>,
  last: string,
): Promise<string[]> {
  const lines: string[] = [];
  for (;;) {
    const { value, done } = await changes.next();
    if (done) throw new Error(`Cannot find ${last}: ${lines.join(", ")}`);
    lines.push(line(value));
    if (lines.at(-1) === last) return lines;
  }
}

export function start<K extends MonitoredObject>(
  kernel: SimulatedKernel,
  objects: K[],
  options: MonitorOptions = {},
): { monitor: Monitor<K>; changes: AsyncIterator<Change<K>> } {
  const monitor = new Monitor(objects, kernel.open, options);
  return { monitor, changes: monitor[Symbol.asyncIterator]() };
}

export function links(kernel: SimulatedKernel, count: number): void {
  for (let i = 1; i <= count; i++) {
    kernel.link.set(`${i}`.padStart(6, "0"), link(i));
  }
}
