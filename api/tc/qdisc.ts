/**
 * Queueing disciplines: `tc qdisc`.
 *
 * @module
 */

import { NLM_F_ECHO, NLM_F_REPLACE } from "../../messages/header.ts";
import { objects } from "../../messages/objects.ts";
import { type QdiscMessage, qdiscMessage } from "../../messages/tc/qdisc.ts";
import type { Connection, RequestOptions } from "../connection/connection.ts";
import { checkNames } from "../mapping/filter.ts";
import { ManyObjects } from "../object/objects.ts";
import { type QdiscFilter, qdiscFilter } from "./qdisc_filter.ts";
import {
  fromQdisc,
  type Qdisc,
  type QdiscName,
  qdiscNames,
  qdiscs,
  type QdiscSpec,
  toQdiscName,
} from "./qdisc_spec.ts";

export type { QdiscFilter } from "./qdisc_filter.ts";
export type * from "./qdisc_spec.ts";

/** Queueing disciplines: `tc qdisc`. */
export class Qdiscs extends ManyObjects<
  QdiscMessage,
  Qdisc,
  QdiscSpec,
  QdiscName,
  QdiscFilter
> {
  /**
   * Makes the object.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
    super(connection, {
      object: objects.qdisc,
      codec: qdiscMessage,
      reading: qdiscs,
      write: fromQdisc,
      name: (key, fieldPath) => {
        checkNames(key, qdiscNames(), fieldPath);
        return toQdiscName(key, fieldPath);
      },
      filter: qdiscFilter,
      missing: ["ENOENT"],
      // Some kernels answer to nobody but listeners without it.
      getFlags: NLM_F_ECHO,
    });
  }

  /**
   * Replaces a queueing discipline, which has to be there, without making one:
   * `tc qdisc link`.
   *
   * @param spec The queueing discipline as it shall be.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If it is not there, or the kernel refuses it.
   */
  link(spec: QdiscSpec, options: RequestOptions = {}): Promise<void> {
    return this.create(spec, NLM_F_REPLACE, options);
  }
}
