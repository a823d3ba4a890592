/**
 * Buckets of resilient groups.
 *
 * @module
 */

import type { NexthopMessage } from "../../messages/nexthop/nexthop.ts";
import { centiseconds64, uint32 } from "../conversions.ts";
import { type Device, device } from "../device.ts";
import type { Place } from "../place.ts";
import { type RouteState, state } from "../route/next_hop.ts";
import { blankNexthop } from "./spec.ts";

/** A bucket of a resilient group. */
export interface NexthopBucket {
  /** Number of the group (`NHA_ID`). */
  group: number;
  /** Number of the bucket (`NHA_RES_BUCKET_INDEX`). */
  index: number;
  /** Number of the next hop that it leads to (`NHA_RES_BUCKET_NH_ID`). */
  nexthop: number;
  /** Seconds for which no packet came (`NHA_RES_BUCKET_IDLE_TIME`). */
  idleTime: number;
  /** What became of it. */
  state?: RouteState[];
  /** The message that this was read from. */
  message: NexthopMessage;
}

/** Which buckets to list; what is missing lets all pass. */
export interface NexthopBucketFilter {
  /** Buckets of this group. */
  group?: number;
  /** Buckets that lead to this next hop. */
  nexthop?: number;
  /** Buckets that lead through this device. */
  device?: Device;
  /** Buckets that lead through devices of this master. */
  master?: Device;
}

/**
 * Puts a bucket into words.
 *
 * @param message The bucket's message.
 * @returns The bucket.
 */
export function toBucket(message: NexthopMessage): NexthopBucket {
  const { id = 0, resilientBucket = {} } = message.attributes;
  const { index = 0, nexthopId = 0, idleTime = 0n } = resilientBucket;
  const states = state.read(message);
  return {
    group: id,
    index,
    nexthop: nexthopId,
    idleTime: centiseconds64.toWords(idleTime),
    ...states !== undefined && { state: states },
    message,
  };
}

/**
 * The request for the buckets that a filter lets pass.
 *
 * @param filter The filter.
 * @param place Where it stands.
 * @returns The message.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function selectBuckets(
  filter: NexthopBucketFilter,
  place: Place,
): NexthopMessage {
  const message = blankNexthop();
  const { attributes } = message;
  const { group, nexthop } = filter;
  if (group !== undefined) {
    attributes.id = uint32.toKernel(group, place.at("group"))!;
  }
  if (nexthop !== undefined) {
    const nexthopId = uint32.toKernel(nexthop, place.at("nexthop"))!;
    attributes.resilientBucket = { nexthopId };
  }
  if (filter.device !== undefined) {
    const at = place.at("device");
    attributes.outputDevice = device.toKernel(filter.device, at)!;
  }
  if (filter.master !== undefined) {
    attributes.master = device.toKernel(filter.master, place.at("master"))!;
  }
  return message;
}
