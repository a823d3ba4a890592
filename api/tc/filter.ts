/**
 * Filters: `tc filter`.
 *
 * @module
 */

import { objects } from "../../messages/objects.ts";
import { type FilterMessage, filterMessage } from "../../messages/tc/filter.ts";
import type { Connection, DumpOptions } from "../connection/connection.ts";
import type { Listing } from "../connection/listing.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { checkNames } from "../mapping/filter.ts";
import { ManyObjects } from "../object/objects.ts";
import { type TrafficFilterQuery, trafficFilterQuery } from "./filter_query.ts";
import {
  checkPosition,
  fromTrafficFilter,
  toTrafficFilterKey,
  type TrafficFilter,
  type TrafficFilterKey,
  trafficFilterNames,
  trafficFilters,
  type TrafficFilterSpec,
} from "./filter_spec.ts";

export type { TrafficFilterQuery } from "./filter_query.ts";
export type * from "./filter_spec.ts";
export type * from "./filter_disposition.ts";

/** Filters of traffic control: `tc filter`. */
export class TrafficFilters extends ManyObjects<
  FilterMessage,
  TrafficFilter,
  TrafficFilterSpec,
  TrafficFilterKey,
  TrafficFilterQuery
> {
  /**
   * Makes the object.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
    super(connection, {
      object: objects.filter,
      codec: filterMessage,
      reading: trafficFilters,
      write: fromTrafficFilter,
      name: (key, fieldPath) => {
        checkNames(key, trafficFilterNames(), fieldPath);
        return toTrafficFilterKey(key, fieldPath);
      },
      filter: trafficFilterQuery,
      // Without filters, there is no chain either.
      missing: ["ENOENT", "EINVAL"],
    });
  }

  /**
   * Lists filters of one parent of a device, or of a block.
   *
   * @param query Which ones.
   * @param options How to dump them.
   * @returns The filters. Iterating them throws an {@linkcode
   * UnknownDeviceError} if there is no such device.
   * @throws {TypeError} If neither a device nor a block is given: the kernel
   * lists filters of one of them only.
   */
  override list(
    query: TrafficFilterQuery,
    options: DumpOptions = {},
  ): Listing<TrafficFilter> {
    checkNames(query, trafficFilterQuery.names, FieldPath.root);
    checkPosition(query, FieldPath.root);
    return super.list(query, options);
  }
}
