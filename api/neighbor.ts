/**
 * Neighbors, which are the machines on a link: `ip neighbor`.
 *
 * @module
 */

import { NLM_F_REPLACE } from "../messages/header.ts";
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
import { NetlinkError } from "./error.ts";
import { type NeighborFilter, neighborFilter } from "./neighbor/filter.ts";
import {
  fromNeighbor,
  nameNeighbor,
  type Neighbor,
  type NeighborKey,
  type NeighborSpec,
  toNeighbor,
} from "./neighbor/spec.ts";
import { Objects } from "./objects.ts";
import { readingOf } from "./reading.ts";

export type { NeighborFilter } from "./neighbor/filter.ts";
export * from "./neighbor/spec.ts";

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
      filter: neighborFilter,
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
