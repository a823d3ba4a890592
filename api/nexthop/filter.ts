/**
 * Which next hops to list.
 *
 * @module
 */

import {
  NHA_OP_FLAG_DUMP_HW_STATS,
  NHA_OP_FLAG_DUMP_STATS,
} from "../../messages/nexthop/constants.ts";
import {
  type NexthopMessage,
  nexthopMessage,
} from "../../messages/nexthop/nexthop.ts";
import { boolean } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { conditions } from "../mapping/conditions.ts";
import { type Filter, filter } from "../mapping/filter.ts";
import {
  type RouteFamily,
  routeFamily,
  type RouteProtocol,
  routeProtocol,
} from "../mapping/routing_names.ts";
import { blank } from "../../messages/codec/mod.ts";

/** Which next hops to list; what is not given does not matter. */
export interface NexthopFilter {
  /** Next hops of this family; groups have none. */
  family?: RouteFamily;
  /** Next hops through this device. */
  device?: Device;
  /** Next hops through devices of this master. */
  master?: Device;
  /** Groups only, or all but groups. */
  groups?: boolean;
  /** Next hops for forwarding entries of bridges only, or all but those. */
  fdb?: boolean;
  /** Next hops that this one added. */
  protocol?: RouteProtocol;
  /**
   * Whether to report what the members of groups have forwarded, which takes
   * Linux 6.9; with or without what hardware has.
   */
  statistics?: boolean | "hardware";
}

const { equal, where, ask } = conditions<NexthopMessage>();

/** How {@linkcode NexthopFilter} is put into the kernel's terms. */
export const nexthopFilter: Filter<NexthopFilter, NexthopMessage> = filter({
  family: equal("family", routeFamily, { sent: true }),
  device: equal("attributes.outputDevice", device, { sent: true }),
  // Next hops do not report which master their devices have.
  master: ask(device, ({ attributes }, index) => attributes.master = index),
  groups: where({
    value: boolean,
    send: ({ attributes }, groups) => {
      if (groups === 1) attributes.groups = true;
    },
    reads: ["attributes.group"],
    accepts: (wanted) => (group) => (group !== undefined) === (wanted === 1),
  }),
  fdb: where({
    value: boolean,
    send: ({ attributes }, fdb) => {
      if (fdb === 1) attributes.fdb = true;
    },
    reads: ["attributes.fdb"],
    accepts: (wanted) => (fdb) => (fdb === true) === (wanted === 1),
  }),
  protocol: equal("protocol", routeProtocol),
  statistics: ask(
    {
      toKernel: (value, fieldPath) => {
        if (value === "hardware") {
          return NHA_OP_FLAG_DUMP_STATS | NHA_OP_FLAG_DUMP_HW_STATS;
        }
        return boolean.toKernel(value, fieldPath) === 1
          ? NHA_OP_FLAG_DUMP_STATS
          : undefined;
      },
    } satisfies Pick<
      import("../mapping/mapping.ts").Conversion<boolean | "hardware", number>,
      "toKernel"
    >,
    ({ attributes }, flags) => attributes.operationFlags = flags,
    { detail: true },
  ),
}, () => blank(nexthopMessage));
