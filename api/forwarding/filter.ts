/**
 * Which forwarding entries to list.
 *
 * @module
 */

import type { NeighborMessage } from "../../messages/neighbor/neighbor.ts";
import { canonicalMac } from "../mapping/address_conversions.ts";
import { integer } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { conditions } from "../mapping/conditions.ts";
import { type Filter, filter } from "../mapping/filter.ts";
import {
  blankForwarding,
  type ForwardingState,
  forwardingState,
} from "./spec.ts";

/** Which forwarding entries to list; what is not given does not matter. */
export interface ForwardingFilter {
  /** Entries of this device. */
  device?: Device;
  /** Entries of this bridge and its ports. */
  bridge?: Device;
  /** Entries of this VLAN. */
  vlan?: number;
  /** Entries in this state. */
  state?: ForwardingState;
  /** Entries for this hardware address. */
  linkAddress?: string;
}

const { equal, where } = conditions<NeighborMessage>();

/** How {@linkcode ForwardingFilter} is put into the kernel's terms. */
export const forwardingFilter: Filter<ForwardingFilter, NeighborMessage> =
  filter({
    device: where({
      value: device,
      send: ({ attributes }, index) => attributes.outputDevice = index,
      reads: ["index"],
      accepts: (wanted) => (index) => index === wanted,
    }),
    bridge: where({
      value: device,
      send: ({ attributes }, index) => attributes.master = index,
      reads: ["index", "attributes.master"],
      accepts: (wanted) => (index, master) =>
        index === wanted || master === wanted,
    }),
    vlan: equal("attributes.vlan", integer(0, 4094)),
    state: where({
      value: forwardingState,
      reads: ["state"],
      accepts: (wanted) => {
        const value = forwardingState.fromKernel(wanted);
        return (state) => forwardingState.fromKernel(state) === value;
      },
    }),
    linkAddress: equal("attributes.linkAddress", canonicalMac),
  }, blankForwarding);
