/**
 * Buckets of resilient groups.
 *
 * @module
 */

import {
  type NexthopMessage,
  nexthopMessage,
} from "../../messages/nexthop/nexthop.ts";
import { centiseconds64, uint32 } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { conditions } from "../mapping/conditions.ts";
import { type Filter, filter } from "../mapping/filter.ts";
import { type RouteState, state } from "../route/next_hop.ts";
import { withMessage } from "../mapping/origin.ts";
import { blank } from "../../messages/codec/mod.ts";

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

/** Which buckets to list; what is not given does not matter. */
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
 * Converts a bucket to people's terms.
 *
 * @param message The bucket's message.
 * @returns The bucket.
 */
export function toBucket(message: NexthopMessage): NexthopBucket {
  const { id = 0, resilientBucket = {} } = message.attributes;
  const { index = 0, nexthopId = 0, idleTime = 0n } = resilientBucket;
  const states = state.read(message);
  return withMessage({
    group: id,
    index,
    nexthop: nexthopId,
    idleTime: centiseconds64.fromKernel(idleTime),
    ...states !== undefined && { state: states },
  }, message);
}

const { where, ask, equal } = conditions<NexthopMessage>();

/** How {@linkcode NexthopBucketFilter} is put into the kernel's terms. */
export const nexthopBucketFilter: Filter<NexthopBucketFilter, NexthopMessage> =
  filter({
    group: equal("attributes.id", uint32, { sent: true }),
    nexthop: where({
      value: uint32,
      send: ({ attributes }, nexthopId) => {
        attributes.resilientBucket = { nexthopId };
      },
      reads: ["attributes.resilientBucket"],
      accepts: (wanted) => (bucket) => bucket?.nexthopId === wanted,
    }),
    // Buckets do not report through which device they lead.
    device: ask(
      device,
      ({ attributes }, index) => attributes.outputDevice = index,
    ),
    master: ask(device, ({ attributes }, index) => attributes.master = index),
  }, () => blank(nexthopMessage));
