/**
 * Puts what a watcher reports into people's words.
 *
 * @module
 */

import type { Change, MonitoredObject, MonitoredObjects } from "./change.ts";
import { kinds, type MonitoredMessages } from "./kinds.ts";
import { ObjectReport, type WatchReport } from "./reports.ts";

type Read = (message: unknown) => unknown;

const readers = new Map(
  Object.entries(kinds).map(([name, kind]): [string, Read] => [
    name,
    (kind.reading?.read ?? ((message: unknown) => message)) as Read,
  ]),
);

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
  return readers.get(object)!(message) as MonitoredObjects[K];
}

/**
 * Puts a report into people's words.
 *
 * @param report The report, which becomes the change.
 * @returns The change.
 */
export function toChange(report: WatchReport): Change {
  if (!(report instanceof ObjectReport)) return report;
  report.put(readers.get(report.object)!);
  return report as unknown as Change;
}
