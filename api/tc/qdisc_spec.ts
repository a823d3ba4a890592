/**
 * What queueing disciplines look like, in people's terms and in the kernel's terms.
 *
 * @module
 */

import { blank } from "../../messages/codec/mod.ts";
import {
  handleOf,
  majorOf,
  TC_H_INGRESS,
  TC_H_ROOT,
} from "../../messages/tc/handle.ts";
import { type QdiscMessage, qdiscMessage } from "../../messages/tc/qdisc.ts";
import { qdiscKindNames } from "../../messages/tc/qdiscs/mod.ts";
import { boolean, uint32 } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { FieldPath } from "../mapping/field_path.ts";
import {
  type Field,
  type Mapping,
  mapping,
  originalMessage,
} from "../mapping/mapping.ts";
import { type Reading, reading } from "../reading/reading.ts";
import { attribute, reported } from "./fields.ts";
import { type Handle, handle, type Parent, parent } from "./handle.ts";
import { fillKind, kindField, kindFields } from "./kind.ts";
import { checkQdiscKind } from "./qdisc_kind.ts";
import { qdiscKindMappings, type QdiscKindOptions } from "./qdiscs/mod.ts";
import {
  estimator,
  type EstimatorOptions,
  sizeTable,
  type SizeTableOptions,
} from "./size_table.ts";
import { type TrafficStatistics, trafficStatistics } from "./statistics.ts";

/** Which queueing discipline: where it is, and its handle. */
export interface QdiscKey {
  /** The device (`tcm_ifindex`). */
  device?: Device;
  /**
   * Where it is: `root` by default, and `ingress` for those of kind `ingress` or
   * `clsact` (`tcm_parent`).
   */
  parent?: Parent;
  /** Its handle, such as `"1:"`; one is chosen if it is missing (`tcm_handle`). */
  handle?: Handle;
}

/** A queueing discipline to be added or changed. */
export interface QdiscSpec extends QdiscKey, QdiscKindOptions {
  /**
   * Kind, such as `fq_codel`; it need not be given if the property of that name
   * is (`TCA_KIND`).
   */
  kind?: string;
  /** How long packets are taken to be (`TCA_STAB`). */
  sizeTable?: SizeTableOptions;
  /** How the rate is estimated; the kernel does not report it (`TCA_RATE`). */
  estimator?: EstimatorOptions;
  /** Number of the shared block of filters of incoming packets (`TCA_INGRESS_BLOCK`). */
  ingressBlock?: number;
  /** Number of the shared block of filters of outgoing packets (`TCA_EGRESS_BLOCK`). */
  egressBlock?: number;
}

/** A queueing discipline. */
export interface Qdisc extends QdiscSpec {
  /** Index of the device. */
  device: number;
  /** Where it is. */
  parent: string;
  /** Its handle, `"0:"` if the kernel has given it none. */
  handle: string;
  /** Kind. */
  kind: string;
  /** Whether hardware does the work (`TCA_HW_OFFLOAD`). */
  readonly offloaded?: boolean;
  /** How many refer to it (`tcm_info`). */
  readonly references: number;
  /** Counters (`TCA_STATS2`). */
  readonly statistics: TrafficStatistics;
  /** The message that this was read from; copies do not have it. */
  readonly message: QdiscMessage;
}

type MappedQdisc =
  & QdiscSpec
  & Pick<Qdisc, "offloaded" | "references" | "statistics" | "message">;

const references: Field<number, QdiscMessage> = {
  from: ["info"],
  read: ({ info }) => info,
  write: () => {},
  readOnly: true,
};

const fields: Mapping<MappedQdisc, QdiscMessage> = mapping(() => ({
  device: ["index", device],
  parent: parent,
  handle: handle,
  kind: kindField,
  ...kindFields<QdiscKindOptions>(qdiscKindMappings, qdiscKindNames),
  sizeTable: attribute("sizeTable", sizeTable),
  estimator: attribute("rate", estimator),
  ingressBlock: attribute("ingressBlock", uint32),
  egressBlock: attribute("egressBlock", uint32),
  offloaded: reported("hardwareOffload", boolean),
  references,
  statistics: reported("stats2", trafficStatistics),
  message: originalMessage,
}), () => blank(qdiscMessage));

/** How queueing disciplines are read. */
export const qdiscs: Reading<QdiscMessage, Qdisc> = reading(
  qdiscMessage,
  fields,
);

/** Kinds that are where packets come in. */
const INGRESS: ReadonlySet<string | undefined> = new Set(["ingress", "clsact"]);

/**
 * Puts a queueing discipline into a message.
 *
 * @param spec The queueing discipline.
 * @param fieldPath Where it stands, for error messages.
 * @returns Its message.
 * @throws {TypeError} If a value is not of the right sort, the device is
 * missing, or there is no such kind.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromQdisc(
  spec: QdiscSpec,
  fieldPath: FieldPath = FieldPath.root,
): QdiscMessage {
  const message = fields.toKernel(spec as Qdisc, fieldPath);
  checkQdiscKind(message.attributes.kind, fieldPath);
  setParent(message, spec, fieldPath);
  if (message.parent === TC_H_INGRESS && spec.handle === undefined) {
    message.handle = handleOf(majorOf(TC_H_INGRESS), 0);
  }
  fillKind(message.attributes, qdiscKindMappings, qdiscKindNames, fieldPath);
  return message;
}

/** Fills in where it is. */
function setParent(
  message: QdiscMessage,
  { device, parent }: { [K in "device" | "parent"]?: unknown },
  fieldPath: FieldPath,
): void {
  if (device === undefined) {
    throw fieldPath.at("device").wrong(undefined, "a device is required");
  }
  if (parent === undefined) {
    const { kind } = message.attributes;
    message.parent = INGRESS.has(kind) ? TC_H_INGRESS : TC_H_ROOT;
  }
}

/** What identifies a queueing discipline, and its kind, which fixes its place. */
export type QdiscName = QdiscKey & Pick<QdiscSpec, "kind">;

/**
 * The message that names a queueing discipline.
 *
 * @param key Which one.
 * @param fieldPath Where it stands, for error messages.
 * @returns The message.
 * @throws {TypeError} If the device is missing.
 */
export function toQdiscName(
  { device, parent, handle, kind }: QdiscName,
  fieldPath: FieldPath,
): QdiscMessage {
  const given = { device, parent, handle, kind };
  const message = fields.toKernel(given as Qdisc, fieldPath);
  // A handle is found wherever it is.
  const isPlaced = parent !== undefined || handle !== undefined;
  setParent(message, { device, parent: isPlaced || undefined }, fieldPath);
  return message;
}

/** Names of the properties of queueing disciplines. */
export const qdiscNames = (): ReadonlySet<string> => fields.names;
