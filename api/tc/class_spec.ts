/**
 * What classes of queueing disciplines look like, in people's terms and in the kernel's
 * terms.
 *
 * @module
 */

import { blank } from "../../messages/codec/mod.ts";
import { type ClassMessage, classMessage } from "../../messages/tc/class.ts";
import { classKindNames } from "../../messages/tc/classes/mod.ts";
import { TC_H_MAJ_MASK } from "../../messages/tc/handle.ts";
import { type Device, device } from "../mapping/device.ts";
import { FieldPath } from "../mapping/field_path.ts";
import {
  type Field,
  type Mapping,
  mapping,
  originalMessage,
} from "../mapping/mapping.ts";
import { type Reading, reading } from "../reading/reading.ts";
import { classKindMappings, type ClassKindOptions } from "./classes/mod.ts";
import { attribute, reported } from "./fields.ts";
import { type Handle, handle, type Parent, parent } from "./handle.ts";
import { fillKind, kindField, kindFields } from "./kind.ts";
import { checkQdiscKind } from "./qdisc_kind.ts";
import { estimator, type EstimatorOptions } from "./size_table.ts";
import { type TrafficStatistics, trafficStatistics } from "./statistics.ts";

/** Which class: its device and its id. */
export interface TrafficClassKey {
  /** The device (`tcm_ifindex`). */
  device?: Device;
  /** Its id, such as `"1:10"` (`tcm_handle`). */
  id?: Handle;
}

/** A class to be added or changed. */
export interface TrafficClassSpec extends TrafficClassKey, ClassKindOptions {
  /**
   * The queueing discipline or class that it is in, such as `"1:"`; by default
   * the queueing discipline that {@linkcode TrafficClassKey.id} names
   * (`tcm_parent`).
   */
  parent?: Parent;
  /**
   * Kind, such as `htb`; it need not be given if the property of that name is
   * (`TCA_KIND`).
   */
  kind?: string;
  /** How the rate is estimated; the kernel does not report it (`TCA_RATE`). */
  estimator?: EstimatorOptions;
}

/** A class. */
export interface TrafficClass extends TrafficClassSpec {
  /** Index of the device. */
  device: number;
  /** What it is in. */
  parent: string;
  /** Its id. */
  id: string;
  /** Kind. */
  kind: string;
  /** Handle of the queueing discipline below it (`tcm_info`). */
  readonly leaf?: string;
  /** Counters (`TCA_STATS2`). */
  readonly statistics: TrafficStatistics;
  /** The message that this was read from; copies do not have it. */
  readonly message: ClassMessage;
}

type MappedClass =
  & TrafficClassSpec
  & Pick<TrafficClass, "leaf" | "statistics" | "message">;

const leaf: Field<string, ClassMessage> = {
  from: ["info"],
  read: ({ info }) =>
    info === 0 ? undefined : handle.fromKernel(info) as string,
  write: () => {},
  readOnly: true,
};

const fields: Mapping<MappedClass, ClassMessage> = mapping(() => ({
  device: ["index", device],
  parent: parent,
  id: ["handle", handle],
  kind: kindField,
  ...kindFields<ClassKindOptions>(classKindMappings, classKindNames),
  estimator: attribute("rate", estimator),
  leaf,
  statistics: reported("stats2", trafficStatistics),
  message: originalMessage,
}), () => blank(classMessage));

/** How classes are read. */
export const trafficClasses: Reading<ClassMessage, TrafficClass> = reading(
  classMessage,
  fields,
);

/** Names of the properties of classes. */
export const classNames = (): ReadonlySet<string> => fields.names;

/**
 * Puts a class into a message.
 *
 * @param spec The class.
 * @param fieldPath Where it stands, for error messages.
 * @returns Its message.
 * @throws {TypeError} If a value is not of the right sort, the device or the
 * parent is missing, or there is no such kind.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromTrafficClass(
  spec: TrafficClassSpec,
  fieldPath: FieldPath = FieldPath.root,
): ClassMessage {
  const message = fields.toKernel(spec as TrafficClass, fieldPath);
  checkQdiscKind(message.attributes.kind, fieldPath);
  checkDevice(spec, fieldPath);
  if (spec.parent === undefined) {
    message.parent = (message.handle & TC_H_MAJ_MASK) >>> 0;
  }
  if (message.parent === 0) {
    throw fieldPath.at("parent").wrong(
      spec.parent,
      "a parent or an id is required",
    );
  }
  fillKind(message.attributes, classKindMappings, classKindNames, fieldPath);
  return message;
}

/** Makes sure that there is a device. */
function checkDevice(
  key: TrafficClassKey,
  fieldPath: FieldPath,
): void {
  if (key.device !== undefined) return;
  throw fieldPath.at("device").wrong(undefined, "a device is required");
}

/**
 * The message that names a class.
 *
 * @param key The class.
 * @param fieldPath Where it stands, for error messages.
 * @returns The message.
 * @throws {TypeError} If the device or the id is missing.
 */
export function toClassName(
  key: TrafficClassKey,
  fieldPath: FieldPath,
): ClassMessage {
  const { device, id } = key;
  checkDevice(key, fieldPath);
  if (id === undefined) {
    throw fieldPath.at("id").wrong(undefined, "an id is required");
  }
  return fields.toKernel({ device, id } as TrafficClass, fieldPath);
}
