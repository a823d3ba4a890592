/**
 * In-situ OAM with IPv6: namespaces, schemas and traces: `ip ioam`.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/ip-ioam.8.html |
 * ip-ioam(8)}
 *
 * @module
 */

import {
  IOAM6_CMD_ADD_NAMESPACE,
  IOAM6_CMD_ADD_SCHEMA,
  IOAM6_CMD_DEL_NAMESPACE,
  IOAM6_CMD_DEL_SCHEMA,
  IOAM6_CMD_DUMP_NAMESPACES,
  IOAM6_CMD_DUMP_SCHEMAS,
  IOAM6_CMD_NS_SET_SCHEMA,
  IOAM6_EVENT_TRACE,
  IOAM6_GENL_EV_GRP_NAME,
  IOAM6_MAX_SCHEMA_DATA_LEN,
  type Ioam6Attributes,
  ioam6Attributes,
  ioam6Event,
  type Ioam6EventMessage,
  type Ioam6Message,
} from "../../messages/generic/ioam6.ts";
import type { DumpOptions, RequestOptions } from "../connection/connection.ts";
import { type DeleteOptions, missing } from "../object/existence.ts";
import type { FamilyDefinition } from "../connection/generic_family.ts";
import type { Listing } from "../connection/listing.ts";
import { binary, integer, number, uint64 } from "../mapping/conversions.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import {
  type Conversion,
  mapping,
  originalMessage,
  readOnly,
} from "../mapping/mapping.ts";
import { withMessage } from "../mapping/origin.ts";
import { checkRequired } from "../mapping/properties.ts";
import { type FamilyWatch, ReportingFamily } from "./family_monitor.ts";
import { ioam6Family } from "./ioam6_family.ts";

/** A namespace to be added. */
export interface IoamNamespaceSpec {
  /** Identifier (`IOAM6_ATTR_NS_ID`). */
  id: number;
  /** Data that the node writes, 32 bits (`IOAM6_ATTR_NS_DATA`). */
  data?: number;
  /** Wide data that the node writes, 64 bits (`IOAM6_ATTR_NS_DATA_WIDE`). */
  wideData?: bigint;
}

/** A namespace. */
export interface IoamNamespace extends IoamNamespaceSpec {
  /** Identifier of its schema (`IOAM6_ATTR_SC_ID`). */
  readonly schema?: number;
  /** The message that this was read from. */
  readonly message: Ioam6Message;
}

/** A schema to be added. */
export interface IoamSchemaSpec {
  /** Identifier, less than 2^24 - 1 (`IOAM6_ATTR_SC_ID`). */
  id: number;
  /** Data that the node writes, up to 1020 bytes (`IOAM6_ATTR_SC_DATA`). */
  data: Uint8Array;
}

/** A schema. */
export interface IoamSchema extends IoamSchemaSpec {
  /** Identifier of the namespace that has it (`IOAM6_ATTR_NS_ID`). */
  readonly namespace?: number;
  /** The message that this was read from. */
  readonly message: Ioam6Message;
}

/** A packet with a trace has arrived (`IOAM6_EVENT_TRACE`). */
export interface IoamTrace {
  /** What has happened. */
  kind: "trace";
  /** Identifier of the namespace (`IOAM6_EVENT_ATTR_TRACE_NAMESPACE`). */
  namespace: number;
  /** Length of the data of a node, in 4 bytes (`IOAM6_EVENT_ATTR_TRACE_NODELEN`). */
  nodeLength: number;
  /** What each node has written (`IOAM6_EVENT_ATTR_TRACE_TYPE`). */
  type: number;
  /** Data of all nodes (`IOAM6_EVENT_ATTR_TRACE_DATA`). */
  data: Uint8Array;
  /** The message that this was read from. */
  readonly message: Ioam6EventMessage;
}

const schemaId = integer(0, 0xfffffe);

const schemaData: Conversion<Uint8Array, Uint8Array> = {
  ...binary,
  toKernel: (value, fieldPath) => {
    const bytes = binary.toKernel(value, fieldPath)!;
    if (bytes.length <= IOAM6_MAX_SCHEMA_DATA_LEN) return bytes;
    throw fieldPath.outside(
      value,
      `it has more than ${IOAM6_MAX_SCHEMA_DATA_LEN} bytes`,
    );
  },
};

const namespace = mapping<Partial<IoamNamespace>, Ioam6Attributes>(() => ({
  id: ["nsId", number],
  data: ["nsData", number],
  wideData: ["nsDataWide", uint64],
  schema: readOnly("scId", schemaId),
  message: originalMessage,
}), ioam6Attributes);

const schema = mapping<Partial<IoamSchema>, Ioam6Attributes>(() => ({
  id: ["scId", schemaId],
  data: ["scData", schemaData],
  namespace: readOnly("nsId", number),
  message: originalMessage,
}), ioam6Attributes);

const isMissing = missing("ENOENT");

/**
 * In-situ OAM with IPv6: `ip ioam`; {@linkcode Ioam.monitor} reports the traces
 * in packets that arrive.
 */
export class Ioam extends ReportingFamily<Ioam6Attributes, IoamTrace> {
  /** The family. */
  protected override readonly definition: FamilyDefinition<Ioam6Attributes> =
    ioam6Family;
  /** What it reports. */
  protected override readonly watch: FamilyWatch<IoamTrace> = {
    group: IOAM6_GENL_EV_GRP_NAME,
    read: readIoamTrace,
  };

  /**
   * Lists namespaces: `ip ioam namespace show`.
   *
   * @param options How to ask.
   * @returns The namespaces.
   * @throws {NetlinkError} If the kernel has no IOAM (`ENOENT`).
   */
  listNamespaces(options: DumpOptions = {}): Listing<IoamNamespace> {
    return this.requests.all(
      IOAM6_CMD_DUMP_NAMESPACES,
      toIoamNamespace,
      options,
    );
  }

  /**
   * Lists schemas: `ip ioam schema show`.
   *
   * @param options How to ask.
   * @returns The schemas.
   * @throws {NetlinkError} If the kernel has no IOAM (`ENOENT`).
   */
  listSchemas(options: DumpOptions = {}): Listing<IoamSchema> {
    return this.requests.all(IOAM6_CMD_DUMP_SCHEMAS, toIoamSchema, options);
  }

  /**
   * Adds a namespace.
   *
   * @param spec The namespace.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If there is one (`EEXIST`), or the kernel refuses.
   */
  async addNamespace(
    spec: IoamNamespaceSpec,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.requests.send(
      IOAM6_CMD_ADD_NAMESPACE,
      (fieldPath) => {
        const attributes = namespace.toKernel(spec, fieldPath);
        checkRequired(spec, ["id"], fieldPath);
        return attributes;
      },
      options,
    );
  }

  /**
   * Deletes a namespace.
   *
   * @param id Its identifier.
   * @param options How to ask, and whether there has to be one.
   * @returns Whether there was one.
   * @throws {TypeError} If the identifier is not of the right sort.
   * @throws {RangeError} If it is too small or too large.
   * @throws {NetlinkError} If there is none (`ENOENT`).
   */
  async deleteNamespace(
    id: number,
    options: DeleteOptions = {},
  ): Promise<boolean> {
    return await this.requests.delete(
      IOAM6_CMD_DEL_NAMESPACE,
      (fieldPath) => namespace.toKernel({ id }, fieldPath),
      options,
      isMissing,
    );
  }

  /**
   * Adds a schema.
   *
   * @param spec The schema.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If there is one (`EEXIST`), or the kernel refuses.
   */
  async addSchema(
    spec: IoamSchemaSpec,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.requests.send(
      IOAM6_CMD_ADD_SCHEMA,
      (fieldPath) => {
        const attributes = schema.toKernel(spec, fieldPath);
        checkRequired(spec, ["id", "data"], fieldPath);
        return attributes;
      },
      options,
    );
  }

  /**
   * Deletes a schema.
   *
   * @param id Its identifier.
   * @param options How to ask, and whether there has to be one.
   * @returns Whether there was one.
   * @throws {TypeError} If the identifier is not of the right sort.
   * @throws {RangeError} If it is too small or too large.
   * @throws {NetlinkError} If there is none (`ENOENT`).
   */
  async deleteSchema(
    id: number,
    options: DeleteOptions = {},
  ): Promise<boolean> {
    return await this.requests.delete(
      IOAM6_CMD_DEL_SCHEMA,
      (fieldPath) => schema.toKernel({ id }, fieldPath),
      options,
      isMissing,
    );
  }

  /**
   * Gives a namespace a schema, or none.
   *
   * @param id Identifier of the namespace.
   * @param schemaId Identifier of the schema; `null` for none.
   * @param options How to ask.
   * @throws {TypeError} If an identifier is not of the right sort.
   * @throws {RangeError} If it is too small or too large.
   * @throws {NetlinkError} If one of them is not there (`ENOENT`).
   */
  async setSchema(
    id: number,
    schemaId: number | null,
    options: RequestOptions = {},
  ): Promise<void> {
    const write = (fieldPath: FieldPath): Ioam6Attributes => ({
      ...namespace.toKernel({ id }, fieldPath),
      ...schemaId === null
        ? { scNone: true }
        : schema.toKernel({ id: schemaId }, fieldPath.at("schemaId")),
    });
    await this.requests.send(IOAM6_CMD_NS_SET_SCHEMA, write, options);
  }
}

/**
 * Reads a namespace.
 *
 * @param message The message.
 * @returns The namespace.
 */
export function toIoamNamespace(message: Ioam6Message): IoamNamespace {
  const value = namespace.fromKernel(message.attributes);
  return withMessage(value as Omit<IoamNamespace, "message">, message);
}

/**
 * Reads a schema.
 *
 * @param message The message.
 * @returns The schema.
 */
export function toIoamSchema(message: Ioam6Message): IoamSchema {
  const value = schema.fromKernel(message.attributes);
  return withMessage(value as Omit<IoamSchema, "message">, message);
}

function readIoamTrace(
  view: DataView,
  start: number,
  end: number,
): IoamTrace | undefined {
  const message = ioam6Event.decode(view, start, end);
  if (message.cmd !== IOAM6_EVENT_TRACE) return undefined;
  const { traceNamespace, traceNodelen, traceType, traceData } =
    message.attributes;
  return withMessage<IoamTrace>({
    kind: "trace" as const,
    namespace: traceNamespace ?? 0,
    nodeLength: traceNodelen ?? 0,
    type: traceType ?? 0,
    data: traceData ?? new Uint8Array(),
  }, message);
}
