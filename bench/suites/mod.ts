/**
 * What is measured.
 *
 * @module
 */

import { filters, forwarding, vlans } from "./batches.ts";
import { addresses, links, million, neighbors, routes } from "./dumps.ts";
import { hostile } from "./hostile.ts";
import { changes, get, lookups, monitor } from "./requests.ts";
import { runtimes } from "./runtimes.ts";
import { cold, start } from "./start.ts";
import type { Suite } from "./suite.ts";

/**
 * All suites, by name. They run in this order, and each adds to the namespace.
 */
export const SUITES: Readonly<Record<string, Suite>> = {
  start,
  get,
  changes,
  monitor,
  routes,
  lookups,
  cold,
  neighbors,
  addresses,
  links,
  hostile,
  filters,
  vlans,
  forwarding,
  runtimes,
  million,
};

/**
 * Those that take gigabytes, features that not every kernel has, or other
 * runtimes.
 */
const ASKED: ReadonlySet<string> = new Set([
  "filters",
  "vlans",
  "forwarding",
  "runtimes",
  "million",
]);

/** Those that run by default. */
export const UNASKED: readonly string[] = Object.keys(SUITES).filter((name) =>
  !ASKED.has(name)
);
