/**
 * Which neighbors to list.
 *
 * @module
 */

import { NTF_PROXY } from "../../messages/neighbor/constants.ts";
import {
  type NeighborMessage,
  neighborMessage,
} from "../../messages/neighbor/neighbor.ts";
import { listOf } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { conditions } from "../mapping/conditions.ts";
import { type Filter, filter } from "../mapping/filter.ts";
import { beginsWith, prefixBits } from "../mapping/prefixes.ts";
import { neighborFamily, type NeighborState, neighborState } from "./spec.ts";
import { blank } from "../../messages/codec/mod.ts";

/** Which neighbors to list; what is not given does not matter. */
export interface NeighborFilter {
  /** Neighbors behind this device. */
  device?: Device;
  /** Neighbors of this family. */
  family?: "inet" | "inet6" | number;
  /** Neighbors behind devices that have this master. */
  master?: Device;
  /** Neighbors in one of these states. */
  states?: readonly NeighborState[];
  /** Neighbors in this prefix, such as `192.0.2.0/24`. */
  within?: string;
  /** Whether to list the addresses that are answered for, instead of neighbors. */
  proxy?: boolean;
}

const { bit, equal, where } = conditions<NeighborMessage>();

/** How {@linkcode NeighborFilter} is put into the kernel's terms. */
export const neighborFilter: Filter<NeighborFilter, NeighborMessage> = filter({
  device: where({
    value: device,
    send: ({ attributes }, index) => attributes.outputDevice = index,
    reads: ["index"],
    accepts: (wanted) => (index) => index === wanted,
  }),
  family: equal("family", neighborFamily, { sent: true }),
  master: where({
    value: device,
    send: ({ attributes }, index) => attributes.master = index,
    reads: ["attributes.master"],
    // Only IPv6 reports the master, and kernels that do not filter are old.
    accepts: (wanted) => (master = wanted) => master === wanted,
  }),
  states: where({
    value: listOf(neighborState),
    reads: ["state"],
    accepts: (wanted) => {
      const bits = wanted.reduce((all, state) => all | state, 0);
      const none = wanted.includes(0);
      return (state) => state === 0 ? none : (state & bits) !== 0;
    },
  }),
  within: where({
    value: prefixBits,
    reads: ["attributes.destination"],
    accepts: (wanted) => (address) =>
      address !== undefined && beginsWith(wanted, address),
  }),
  proxy: bit("flags", NTF_PROXY, {
    send: (request) => {
      request.flags = NTF_PROXY;
    },
    absent: false,
  }),
}, () => blank(neighborMessage));
