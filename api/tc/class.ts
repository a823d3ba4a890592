/**
 * Classes of queueing disciplines: `tc class`.
 *
 * @module
 */

import { blank } from "../../messages/codec/mod.ts";
import { NLM_F_ECHO } from "../../messages/header.ts";
import { objects } from "../../messages/objects.ts";
import { type ClassMessage, classMessage } from "../../messages/tc/class.ts";
import type {
  BatchOptions,
  Connection,
  DumpOptions,
} from "../connection/connection.ts";
import type { Listing } from "../connection/listing.ts";
import { text } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { conditions } from "../mapping/conditions.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { checkNames, type Filter, filter } from "../mapping/filter.ts";
import { Objects } from "../objects.ts";
import {
  classNames,
  fromTrafficClass,
  toClassName,
  type TrafficClass,
  trafficClasses,
  type TrafficClassKey,
  type TrafficClassSpec,
} from "./class_spec.ts";
import { type Handle, handle, type Parent, parent } from "./handle.ts";

export type * from "./class_spec.ts";

/** Which classes to list; the kernel lists those of one device. */
export interface TrafficClassFilter {
  /** Those of this device. */
  device?: Device;
  /** Those in this queueing discipline or class. */
  parent?: Parent;
  /** The one with this id. */
  id?: Handle;
  /** Those of this kind, such as `htb`. */
  kind?: string;
}

const { equal } = conditions<ClassMessage>();

/** How {@linkcode TrafficClassFilter} is put into the kernel's terms. */
export const trafficClassFilter: Filter<TrafficClassFilter, ClassMessage> =
  filter({
    device: equal("index", device, { sent: true }),
    parent: equal("parent", parent),
    id: equal("handle", handle),
    kind: equal("attributes.kind", text),
  }, () => blank(classMessage));

/** Classes of queueing disciplines: `tc class`. */
export class TrafficClasses extends Objects<
  ClassMessage,
  TrafficClass,
  TrafficClassSpec,
  TrafficClassKey,
  TrafficClassFilter
> {
  /**
   * Makes the verbs.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
    super(connection, {
      object: objects.class,
      codec: classMessage,
      reading: trafficClasses,
      write: fromTrafficClass,
      name: (key, fieldPath) => {
        checkNames(key, classNames(), fieldPath);
        return toClassName(key, fieldPath);
      },
      filter: trafficClassFilter,
      missing: ["ENOENT"],
      // Some kernels answer to nobody but listeners without it.
      getFlags: NLM_F_ECHO,
    });
  }

  /**
   * Lists the classes of a device.
   *
   * @param filter Which ones; it has to have a device.
   * @param options How to dump them.
   * @returns The classes.
   * @throws {TypeError} If there is no device.
   */
  override list(
    filter: TrafficClassFilter = {},
    options: DumpOptions = {},
  ): Listing<TrafficClass> {
    if (typeof filter === "object" && filter?.device === undefined) {
      checkNames(filter, trafficClassFilter.names, FieldPath.root);
      throw FieldPath.root.at("device").wrong(
        undefined,
        "a device is required",
      );
    }
    return super.list(filter, options);
  }

  /**
   * Adds many classes in their order, hundreds with each datagram; all of
   * them are tried.
   *
   * @param specs The classes.
   * @param options How to send them, and whether those that are there are
   * replaced.
   * @throws {UnknownDeviceError} If one refers to a device that is not there.
   * @throws {BatchError} If some were refused; it has which, and why.
   */
  addAll(
    specs: Iterable<TrafficClassSpec>,
    options: BatchOptions & { replace?: boolean } = {},
  ): Promise<void> {
    return this.createAll(specs, options);
  }

  /**
   * Deletes many classes in their order, hundreds with each datagram; all
   * of them are tried.
   *
   * @param keys The classes.
   * @param options How to send them, and whether all have to be there.
   * @returns How many were deleted: all of them, unless they need not be there.
   * @throws {UnknownDeviceError} If one refers to a device that is not there.
   * @throws {BatchError} If some were refused; it has which, and why.
   */
  deleteAll(
    keys: Iterable<TrafficClassKey>,
    options: BatchOptions & { ifExists?: boolean } = {},
  ): Promise<number> {
    return this.eraseAll(keys, options);
  }
}
