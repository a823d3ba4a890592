/**
 * Puts what a watcher reports into people's words.
 *
 * @module
 */

import { toAddress } from "../address/spec.ts";
import { toLink } from "../link/mod.ts";
import { toNeighbor } from "../neighbor/spec.ts";
import { toRule } from "../rule/spec.ts";
import type { Change, MonitoredObject, MonitoredObjects } from "./change.ts";
import type { MonitoredMessages } from "./kinds.ts";
import type { ObjectReport, WatchReport } from "./watcher.ts";

type Reader = (message: never) => unknown;

const readers: Partial<Record<string, Reader>> = {
  address: toAddress,
  fdb: toNeighbor,
  link: toLink,
  neighbor: toNeighbor,
  rule: toRule,
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

/** Ports above this are not process ids: the kernel made them up. */
const GREATEST_PROCESS_ID = 2 ** 22;

/**
 * Puts a report into people's words.
 *
 * @param report The report.
 * @returns The change.
 */
export function toChange(report: WatchReport): Change {
  return isObjectReport(report) ? toObjectChange(report) : report;
}

function isObjectReport(report: WatchReport): report is ObjectReport {
  return "action" in report;
}

function toObjectChange(report: ObjectReport): Change {
  const { action, message, old, cause, source } = report;
  const object = report.object as MonitoredObject;
  const change: Record<string, unknown> = {
    object,
    action,
    value: readObject(object, message as never),
    message,
    cause,
    time: source?.time ?? Date.now(),
    flags: source?.flags ?? 0,
  };
  if (old !== undefined) change.old = readObject(object, old as never);
  if (source === undefined) return change as unknown as Change;
  const { portId, nsid } = source;
  change.portId = portId;
  if (portId > 0 && portId <= GREATEST_PROCESS_ID) change.processId = portId;
  if (nsid !== undefined) change.nsid = nsid;
  return change as unknown as Change;
}
