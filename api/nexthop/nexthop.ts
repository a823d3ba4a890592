/**
 * Next hop objects, which many routes can share: `ip nexthop`.
 *
 * @module
 */

import { objects } from "../../messages/objects.ts";
import { NLM_F_REPLACE } from "../../messages/header.ts";
import { RTM_GETNEXTHOPBUCKET } from "../../messages/nexthop/constants.ts";
import {
  type NexthopMessage,
  nexthopMessage,
} from "../../messages/nexthop/nexthop.ts";
import type {
  Connection,
  DumpOptions,
  RequestOptions,
} from "../connection/connection.ts";
import { integer } from "../mapping/conversions.ts";
import { type All, checkNames } from "../mapping/filter.ts";
import { listDump } from "../object/list_dump.ts";
import type { Listing } from "../connection/listing.ts";
import { Lookup } from "../object/lookup.ts";
import {
  type NexthopBucket,
  type NexthopBucketFilter,
  nexthopBucketFilter,
  toBucket,
} from "./bucket.ts";
import { type NexthopFilter, nexthopFilter } from "./filter.ts";
import {
  fromNexthop,
  type Nexthop,
  nexthopNames,
  nexthops,
  type NexthopSpec,
} from "./spec.ts";
import { Objects } from "../object/objects.ts";
import { readingOf } from "../reading/reading.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { blank } from "../../messages/codec/mod.ts";

export type { NexthopFilter } from "./filter.ts";
export type { NexthopBucket, NexthopBucketFilter } from "./bucket.ts";
export { toBucket } from "./bucket.ts";
export type * from "./spec.ts";
export { fromNexthop, toNexthop } from "./spec.ts";

/** Which next hop: its number, or anything that has one. */
export type NexthopKey = number | { readonly id: number };

/** The message that names a next hop. */
function toName(key: NexthopKey, fieldPath: FieldPath): NexthopMessage {
  const message = blank(nexthopMessage);
  const isObject = typeof key === "object" && key !== null;
  if (isObject) checkNames(key, nexthopNames(), fieldPath);
  const [id, at] = isObject ? [key.id, fieldPath.at("id")] : [key, fieldPath];
  message.attributes.id = integer(1, 0xffffffff).toKernel(id, at)!;
  return message;
}

/** Next hop objects: `ip nexthop`. */
export class Nexthops extends Objects<
  NexthopMessage,
  Nexthop,
  NexthopSpec,
  NexthopKey,
  NexthopFilter
> {
  /**
   * Makes the object.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
    super(connection, {
      object: objects.nexthop,
      codec: nexthopMessage,
      reading: nexthops,
      write: fromNexthop,
      name: toName,
      filter: nexthopFilter,
      missing: ["ENOENT"],
      changeFlags: NLM_F_REPLACE,
    });
  }

  /**
   * Deletes all next hops that a filter lets pass, groups first. Routes that
   * use them go with them.
   *
   * @param filter Which ones; `{ all: true }` for all of them.
   * @param options How to ask.
   * @returns How many were deleted.
   * @throws {TypeError} If the filter has no condition.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async flush(
    filter: NexthopFilter | All,
    options: RequestOptions = {},
  ): Promise<number> {
    const wanted = nexthopFilter.demand(filter, FieldPath.root);
    const found = await this.list(wanted, options).toArray();
    const groups = found.filter(({ group }) => group !== undefined);
    const others = found.filter(({ group }) => group === undefined);
    let deleted = 0;
    for (const nexthop of [...groups, ...others]) {
      // Others may have deleted it meanwhile.
      const rest = { ...options, ifExists: true };
      if (await this.delete(nexthop, rest)) deleted++;
    }
    return deleted;
  }

  /**
   * Lists buckets of resilient groups.
   *
   * @param filter Which ones; all of them if it is missing.
   * @param options How to dump them.
   * @returns The buckets.
   * @throws {NetlinkError} If the group is not there, or not resilient.
   */
  buckets(
    filter: NexthopBucketFilter = {},
    options: DumpOptions = {},
  ): Listing<NexthopBucket> {
    return listDump<NexthopMessage, NexthopBucket>(
      this.connection,
      async (lookup) => {
        const type = RTM_GETNEXTHOPBUCKET;
        const selection = await lookup.select(
          nexthopBucketFilter,
          filter,
          type,
        );
        return {
          type,
          codec: nexthopMessage,
          message: selection.message,
          reply: readingOf(nexthopMessage, toBucket).replies(selection),
        };
      },
      options,
    );
  }

  /**
   * Gets one bucket of a resilient group.
   *
   * @param group The group.
   * @param index Number of the bucket.
   * @param options How to ask.
   * @returns The bucket.
   * @throws {NetlinkError} If there is no such bucket.
   */
  async bucket(
    group: NexthopKey,
    index: number,
    options: RequestOptions = {},
  ): Promise<NexthopBucket> {
    using lookup = new Lookup(this.connection, options);
    const message = await lookup.build((fieldPath) => {
      const message = toName(group, fieldPath.at("group"));
      const at = fieldPath.at("index");
      message.attributes.resilientBucket = {
        index: integer(0, 0xffff).toKernel(index, at)!,
      };
      return message;
    });
    return toBucket(
      await this.connection.get(
        { type: RTM_GETNEXTHOPBUCKET, codec: nexthopMessage, message },
        options,
      ),
    );
  }
}
