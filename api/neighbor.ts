/**
 * Neighbors, which are the machines on a link: `ip neighbor`.
 *
 * @module
 */

import { NLM_F_REPLACE } from "../messages/header.ts";
import {
  NTF_PROXY,
  RTM_DELNEIGH,
  RTM_GETNEIGH,
  RTM_NEWNEIGH,
} from "../messages/neighbor/constants.ts";
import {
  type NeighborMessage,
  neighborMessage,
} from "../messages/neighbor/neighbor.ts";
import { isWithin, parsePrefix } from "./addresses.ts";
import type { Connection, RequestOptions } from "./connection.ts";
import { type Device, device } from "./device.ts";
import { NetlinkError } from "./error.ts";
import {
  blankNeighbor,
  fromNeighbor,
  nameNeighbor,
  type Neighbor,
  neighborFamily,
  type NeighborKey,
  type NeighborSpec,
  type NeighborState,
  neighborState,
  toNeighbor,
} from "./neighbor/spec.ts";
import { Objects } from "./objects.ts";
import { readingOf } from "./reading.ts";
import { Place } from "./place.ts";

export * from "./neighbor/spec.ts";

/** Which neighbors to list; what is missing lets all pass. */
export interface NeighborFilter {
  /** Neighbors behind this device. */
  device?: Device;
  /** Neighbors of this family. */
  family?: "inet" | "inet6" | number;
  /** Neighbors behind devices that have this master. */
  master?: Device;
  /** Neighbors in one of these states. */
  states?: NeighborState[];
  /** Neighbors in this prefix, such as `192.0.2.0/24`. */
  within?: string;
  /** Whether to list the addresses that are answered for, instead of neighbors. */
  proxy?: boolean;
}

/** Neighbors: `ip neighbor`. */
export class Neighbors extends Objects<
  NeighborMessage,
  Neighbor,
  NeighborSpec,
  NeighborKey,
  NeighborFilter
> {
  readonly #connection: Connection;

  /**
   * Makes the verbs.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
    super(connection, {
      types: [RTM_NEWNEIGH, RTM_DELNEIGH, RTM_GETNEIGH],
      codec: neighborMessage,
      reading: readingOf(neighborMessage, toNeighbor),
      write: fromNeighbor,
      name: nameNeighbor,
      select,
      matches,
      // A neighbor that is changed has to be there, and is overwritten.
      changeFlags: NLM_F_REPLACE,
    });
    this.#connection = connection;
  }

  /**
   * Forgets all neighbors that a filter lets pass.
   *
   * @param filter Which ones; by default all but those that are permanent or
   * need no resolution, as `ip neighbor flush` does.
   * @param options How to ask.
   * @returns How many were forgotten.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async flush(
    filter: NeighborFilter,
    options: RequestOptions = {},
  ): Promise<number> {
    let deleted = 0;
    const found = await this.list(filter, options).toArray();
    for (const neighbor of found) {
      const lasting = neighbor.state === "permanent" ||
        neighbor.state === "noarp";
      if (lasting && filter.states === undefined && !neighbor.proxy) continue;
      try {
        await this.delete(neighbor, options);
        deleted++;
      } catch (error) {
        // The kernel may have forgotten it meanwhile.
        const gone = error instanceof NetlinkError && error.code === "ENOENT";
        if (!gone) throw error;
      }
    }
    return deleted;
  }
}

/** The request for the neighbors that a filter lets pass. */
function select(filter: NeighborFilter, place: Place): NeighborMessage {
  const message = blankNeighbor();
  const { attributes } = message;
  if (filter.family !== undefined) {
    const at = place.at("family");
    message.family = neighborFamily.toKernel(filter.family, at)!;
  }
  if (filter.proxy) message.flags = NTF_PROXY;
  if (filter.device !== undefined) {
    const at = place.at("device");
    attributes.outputDevice = device.toKernel(filter.device, at)!;
  }
  if (filter.master !== undefined) {
    attributes.master = device.toKernel(filter.master, place.at("master"))!;
  }
  if (filter.within !== undefined) {
    parsePrefix(filter.within, place.at("within"));
  }
  return message;
}

function matches(
  message: NeighborMessage,
  { states, within, proxy = false }: NeighborFilter,
  selected: NeighborMessage,
): boolean {
  const { family, attributes: { outputDevice, master } } = selected;
  if (family !== 0 && message.family !== family) return false;
  if (outputDevice !== undefined && message.index !== outputDevice) {
    return false;
  }
  // Only IPv6 links tell their master, and kernels that do not filter are old.
  const found = message.attributes.master;
  if (master !== undefined && found !== undefined && found !== master) {
    return false;
  }
  if (((message.flags & NTF_PROXY) !== 0) !== proxy) return false;
  if (states !== undefined && !states.some((s) => isState(message, s))) {
    return false;
  }
  const { destination } = message.attributes;
  return within === undefined ||
    destination !== undefined && isWithin(within, destination);
}

function isState({ state }: NeighborMessage, wanted: NeighborState): boolean {
  const number = neighborState.toKernel(wanted, Place.root)!;
  return number === 0 ? state === 0 : (state & number) !== 0;
}
