/**
 * Queueing disciplines: `tc qdisc`.
 *
 * @module
 */

import { NLM_F_ECHO, NLM_F_REPLACE } from "../../messages/header.ts";
import { objects } from "../../messages/objects.ts";
import { type QdiscMessage, qdiscMessage } from "../../messages/tc/qdisc.ts";
import type {
  BatchOptions,
  Connection,
  RequestOptions,
} from "../connection/connection.ts";
import { checkNames } from "../mapping/filter.ts";
import { Objects } from "../objects.ts";
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
export class Qdiscs extends Objects<
  QdiscMessage,
  Qdisc,
  QdiscSpec,
  QdiscName,
  QdiscFilter
> {
  /**
   * Makes the verbs.
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

  /**
   * Adds many queueing disciplines in their order, hundreds with each datagram; all of
   * them are tried.
   *
   * @param specs The queueing disciplines.
   * @param options How to send them, and whether those that are there are
   * replaced.
   * @throws {UnknownDeviceError} If one refers to a device that is not there.
   * @throws {BatchError} If some were refused; it has which, and why.
   */
  addAll(
    specs: Iterable<QdiscSpec>,
    options: BatchOptions & { replace?: boolean } = {},
  ): Promise<void> {
    return this.createAll(specs, options);
  }

  /**
   * Deletes many queueing disciplines in their order, hundreds with each datagram; all
   * of them are tried.
   *
   * @param keys The queueing disciplines.
   * @param options How to send them, and whether all have to be there.
   * @returns How many were deleted: all of them, unless they need not be there.
   * @throws {UnknownDeviceError} If one refers to a device that is not there.
   * @throws {BatchError} If some were refused; it has which, and why.
   */
  deleteAll(
    keys: Iterable<QdiscName>,
    options: BatchOptions & { ifExists?: boolean } = {},
  ): Promise<number> {
    return this.eraseAll(keys, options);
  }
}
