/**
 * Neighbors, which are the machines on a link: `ip neighbor`.
 *
 * @module
 */

import { objects } from "../../messages/objects.ts";
import { NLM_F_REPLACE } from "../../messages/header.ts";
import {
  type NeighborMessage,
  neighborMessage,
} from "../../messages/neighbor/neighbor.ts";
import type { Connection, RequestOptions } from "../connection/connection.ts";
import { type NeighborFilter, neighborFilter } from "./filter.ts";
import {
  fromNeighbor,
  nameNeighbor,
  type Neighbor,
  type NeighborKey,
  neighbors,
  type NeighborSpec,
} from "./spec.ts";
import type { All } from "../mapping/filter.ts";
import { Objects } from "../object/objects.ts";
import { FieldPath } from "../mapping/field_path.ts";

export type { NeighborFilter } from "./filter.ts";
export * from "./spec.ts";

/** Neighbors: `ip neighbor`. */
export class Neighbors extends Objects<
  NeighborMessage,
  Neighbor,
  NeighborSpec,
  NeighborKey,
  NeighborFilter
> {
  /**
   * Makes the object.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
    super(connection, {
      object: objects.neighbor,
      codec: neighborMessage,
      reading: neighbors,
      write: fromNeighbor,
      name: nameNeighbor,
      filter: neighborFilter,
      missing: ["ENOENT"],
      // A neighbor that is changed has to be there, and is overwritten.
      changeFlags: NLM_F_REPLACE,
    });
  }

  /**
   * Forgets all neighbors that a filter lets pass, but for those that are
   * permanent or need no resolution, as `ip neighbor flush` does.
   *
   * @param filter Which ones; all of them if it names states or proxies.
   * `{ all: true }` for those of all devices.
   * @param options How to ask.
   * @returns How many were forgotten.
   * @throws {TypeError} If the filter has no condition.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async flush(
    filter: NeighborFilter | All,
    options: RequestOptions = {},
  ): Promise<number> {
    let deleted = 0;
    const wanted = neighborFilter.demand(filter, FieldPath.root);
    const found = await this.list(wanted, options).toArray();
    for (const neighbor of found) {
      const lasting = neighbor.state === "permanent" ||
        neighbor.state === "noarp";
      if (lasting && wanted.states === undefined && !neighbor.proxy) continue;
      // The kernel may have forgotten it meanwhile.
      const rest = { ...options, ifExists: true };
      if (await this.delete(neighbor, rest)) deleted++;
    }
    return deleted;
  }
}
