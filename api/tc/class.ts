/**
 * Classes of queueing disciplines: `tc class`.
 *
 * @module
 */

import { blank } from "../../messages/codec/mod.ts";
import { NLM_F_ECHO } from "../../messages/header.ts";
import { objects } from "../../messages/objects.ts";
import { type ClassMessage, classMessage } from "../../messages/tc/class.ts";
import type { Connection, DumpOptions } from "../connection/connection.ts";
import type { Listing } from "../connection/listing.ts";
import { text } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { conditions } from "../mapping/conditions.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { checkNames, type Filter, filter } from "../mapping/filter.ts";
import { ManyObjects } from "../object/objects.ts";
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
export class TrafficClasses extends ManyObjects<
  ClassMessage,
  TrafficClass,
  TrafficClassSpec,
  TrafficClassKey,
  TrafficClassFilter
> {
  /**
   * Makes the object.
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
}
