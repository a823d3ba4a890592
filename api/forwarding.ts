/**
 * Forwarding entries of bridges and VXLAN devices: `bridge fdb`.
 *
 * @module
 */

import { NLM_F_APPEND, NLM_F_CREATE } from "../messages/header.ts";
import {
  RTM_DELNEIGH,
  RTM_GETNEIGH,
  RTM_NEWNEIGH,
} from "../messages/neighbor/constants.ts";
import {
  type NeighborMessage,
  neighborMessage,
} from "../messages/neighbor/neighbor.ts";
import type { Connection, RequestOptions } from "./connection.ts";
import { type Device, device } from "./device.ts";
import { NetlinkError } from "./error.ts";
import {
  blankForwarding,
  type Forwarding,
  type ForwardingKey,
  type ForwardingSpec,
  type ForwardingState,
  fromForwarding,
  nameForwarding,
  toForwarding,
} from "./forwarding/spec.ts";
import { Objects } from "./objects.ts";
import { readingOf } from "./reading.ts";
import type { Place } from "./place.ts";

export * from "./forwarding/spec.ts";

/** Which forwarding entries to list; what is missing lets all pass. */
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

/** Forwarding entries: `bridge fdb`. */
export class ForwardingEntries extends Objects<
  NeighborMessage,
  Forwarding,
  ForwardingSpec,
  ForwardingKey,
  ForwardingFilter
> {
  /**
   * Makes the verbs.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
    super(connection, {
      types: [RTM_NEWNEIGH, RTM_DELNEIGH, RTM_GETNEIGH],
      codec: neighborMessage,
      reading: readingOf(neighborMessage, toForwarding),
      write: fromForwarding,
      name: nameForwarding,
      select,
      matches,
    });
  }

  /**
   * Adds an entry beside those that are there for the address: one more remote
   * endpoint of a VXLAN device.
   *
   * @param spec The entry.
   * @param options How to ask.
   * @throws {NetlinkError} If the kernel refuses it.
   */
  async append(
    spec: ForwardingSpec,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.create(spec, NLM_F_CREATE | NLM_F_APPEND, options);
  }

  /**
   * Deletes all entries that a filter lets pass, but for permanent ones.
   *
   * @param filter Which ones; permanent ones if it asks for them.
   * @param options How to ask.
   * @returns How many were deleted.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async flush(
    filter: ForwardingFilter,
    options: RequestOptions = {},
  ): Promise<number> {
    let deleted = 0;
    const found = await this.list(filter, options).toArray();
    for (const entry of found) {
      if (entry.state === "permanent" && filter.state === undefined) continue;
      try {
        await this.delete(entry, options);
        deleted++;
      } catch (error) {
        // It may have aged meanwhile.
        const gone = error instanceof NetlinkError && error.code === "ENOENT";
        if (!gone) throw error;
      }
    }
    return deleted;
  }
}

/** The request for the entries that a filter lets pass. */
function select(filter: ForwardingFilter, place: Place): NeighborMessage {
  const message = blankForwarding();
  const { attributes } = message;
  if (filter.device !== undefined) {
    const at = place.at("device");
    attributes.outputDevice = device.toKernel(filter.device, at)!;
  }
  if (filter.bridge !== undefined) {
    attributes.master = device.toKernel(filter.bridge, place.at("bridge"))!;
  }
  return message;
}

function matches(
  message: NeighborMessage,
  { vlan, state, linkAddress }: ForwardingFilter,
  { attributes: { outputDevice, master } }: NeighborMessage,
): boolean {
  const { index, attributes } = message;
  if (outputDevice !== undefined && index !== outputDevice) return false;
  if (master !== undefined) {
    if (index !== master && attributes.master !== master) return false;
  }
  if (vlan !== undefined && attributes.vlan !== vlan) return false;
  if (linkAddress !== undefined) {
    const wanted = linkAddress.toLowerCase();
    if (attributes.linkAddress !== wanted) return false;
  }
  return state === undefined || toForwarding(message).state === state;
}
