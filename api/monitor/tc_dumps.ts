/**
 * What lists classes, filters and chains of all devices: the kernel lists
 * classes of one device, and filters and chains of one place.
 *
 * @module
 */

import { blank } from "../../messages/codec/mod.ts";
import { type ClassMessage, classMessage } from "../../messages/tc/class.ts";
import { RTM_GETQDISC, RTM_GETTCLASS } from "../../messages/tc/constants.ts";
import { type FilterMessage, filterMessage } from "../../messages/tc/filter.ts";
import {
  handleOf,
  majorOf,
  TC_H_INGRESS,
  TC_H_MIN_EGRESS,
  TC_H_MIN_INGRESS,
  TC_H_ROOT,
} from "../../messages/tc/handle.ts";
import { type QdiscMessage, qdiscMessage } from "../../messages/tc/qdisc.ts";
import type { DumpRequest, DumpSource } from "./kind.ts";

/** Kinds whose classes can have filters of their own. */
const FILTERED_CLASSES: ReadonlySet<string> = new Set(["hfsc", "htb"]);

/** Kinds whose classes are the flows that there are right now. */
export const FLOW_KINDS: ReadonlySet<string> = new Set([
  "cake",
  "fq_codel",
  "sfq",
]);

function optionsOf({ signal }: DumpSource) {
  return signal === undefined ? {} : { signal };
}

async function listQdiscs(source: DumpSource): Promise<QdiscMessage[]> {
  return await source.connection.dumpAll({
    type: RTM_GETQDISC,
    codec: qdiscMessage,
    message: blank(qdiscMessage),
  }, optionsOf(source));
}

function classesOf(index: number): ClassMessage {
  return blank(classMessage, { index });
}

/**
 * Finds what lists classes: one request a device that can have some.
 *
 * @param source Where to ask for the queueing disciplines.
 * @returns The requests.
 */
export async function classDumps(
  source: DumpSource,
): Promise<DumpRequest<ClassMessage>[]> {
  const devices = new Set<number>();
  for (const { index, attributes: { kind = "" } } of await listQdiscs(source)) {
    if (!FLOW_KINDS.has(kind)) devices.add(index);
  }
  return Array.from(devices, (index) => ({ message: classesOf(index) }));
}

/** The places in a queueing discipline where filters can be. */
function positionsOf({ handle, parent, attributes: { kind } }: QdiscMessage) {
  if (kind === "clsact" || kind === "ingress") {
    const major = majorOf(TC_H_INGRESS);
    const ingress = handleOf(major, TC_H_MIN_INGRESS);
    return kind === "ingress"
      ? [ingress]
      : [ingress, handleOf(major, TC_H_MIN_EGRESS)];
  }
  // What has no handle can be named if it is the root.
  return handle !== 0 ? [handle] : parent === TC_H_ROOT ? [0] : [];
}

/**
 * Finds what lists filters and chains: one request for each queueing discipline,
 * two for `clsact`, and one for each class that can have filters. Shared blocks
 * are listed with each of their devices.
 *
 * @param source Where to ask for queueing disciplines and classes.
 * @returns The requests.
 */
export async function filterDumps(
  source: DumpSource,
): Promise<DumpRequest<FilterMessage>[]> {
  const dumps: DumpRequest<FilterMessage>[] = [];
  const add = (index: number, parent: number) =>
    // A queueing discipline without filters is no error, one that has gone is.
    void dumps.push({
      message: blank(filterMessage, { index, parent }),
      optional: true,
    });
  const classful = new Set<number>();
  for (const qdisc of await listQdiscs(source)) {
    for (const parent of positionsOf(qdisc)) add(qdisc.index, parent);
    const { kind = "" } = qdisc.attributes;
    if (FILTERED_CLASSES.has(kind)) classful.add(qdisc.index);
  }
  for (const index of classful) {
    const classes = await source.connection.dumpAll({
      type: RTM_GETTCLASS,
      codec: classMessage,
      message: classesOf(index),
    }, optionsOf(source));
    for (const { handle, attributes: { kind = "" } } of classes) {
      if (FILTERED_CLASSES.has(kind)) add(index, handle);
    }
  }
  return dumps;
}
