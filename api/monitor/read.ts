/**
 * Puts what a watcher reports into people's words.
 *
 * @module
 */

import { toAddress } from "../address/spec.ts";
import { toForwarding } from "../forwarding/spec.ts";
import { toLink, toLinkStats } from "../link/mod.ts";
import { toMulticastRoute } from "../multicast_route.ts";
import { toNeighbor } from "../neighbor/spec.ts";
import { toNetconf } from "../netconf.ts";
import { toNexthop } from "../nexthop/spec.ts";
import { toRoute } from "../route/spec.ts";
import { toRule } from "../rule/spec.ts";
import type { Change, MonitoredObject, MonitoredObjects } from "./change.ts";
import type { MonitoredMessages } from "./kinds.ts";
import { ObjectReport, type WatchReport } from "./reports.ts";

type Reader = (message: never) => unknown;

const readers: Partial<Record<string, Reader>> = {
  address: toAddress,
  fdb: toForwarding,
  link: toLink,
  multicastRoute: toMulticastRoute,
  neighbor: toNeighbor,
  netconf: toNetconf,
  nexthop: toNexthop,
  route: toRoute,
  rule: toRule,
  stats: toLinkStats,
};

/**
 * Puts an object into people's words.
 *
 * @param object What kind of object.
 * @param message The kernel's message.
 * @returns The object.
 */
export function readObject<K extends MonitoredObject>(
  object: K,
  message: MonitoredMessages[K],
): MonitoredObjects[K] {
  const read = readers[object];
  return (read === undefined ? message : read(message as never)) as //
  MonitoredObjects[K];
}

/**
 * Puts a report into people's words.
 *
 * @param report The report, which becomes the change.
 * @returns The change.
 */
export function toChange(report: WatchReport): Change {
  if (!(report instanceof ObjectReport)) return report;
  const read = readers[report.object] ?? same;
  report.put(read as (message: unknown) => unknown);
  return report as unknown as Change;
}

function same(message: unknown): unknown {
  return message;
}
