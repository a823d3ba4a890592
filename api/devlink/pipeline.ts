/**
 * Pipelines of devices, read-only: `devlink dpipe`.
 *
 * @module
 */

import type { DevlinkAttributes } from "../../messages/generic/devlink/attribute_list.ts";
import {
  DEVLINK_CMD_DPIPE_ENTRIES_GET,
  DEVLINK_CMD_DPIPE_HEADERS_GET,
  DEVLINK_CMD_DPIPE_TABLE_GET,
} from "../../messages/generic/devlink/commands.ts";
import type {
  DevlinkDpipeAction,
  DevlinkDpipeActionValue,
  DevlinkDpipeEntry,
  DevlinkDpipeField,
  DevlinkDpipeHeader,
  DevlinkDpipeMatch,
  DevlinkDpipeMatchValue,
  DevlinkDpipeTable,
} from "../../messages/generic/devlink/dpipe.ts";
import {
  DEVLINK_ACTION_TYPES,
  DEVLINK_MAPPING_TYPES,
  DEVLINK_MATCH_TYPES,
} from "../../messages/generic/devlink/values.ts";
import type { RequestOptions } from "../connection/connection.ts";
import { missing } from "../object/existence.ts";
import { boolean, text, uint32 } from "../mapping/conversions.ts";
import { enumeration } from "../mapping/enumerations.ts";
import { type Mapping, mapping, readOnly } from "../mapping/mapping.ts";
import { checkRequired } from "../mapping/properties.ts";
import { count64, deviceField, type DevlinkDeviceKey } from "./object.ts";
import type { DevlinkRequests } from "./requests.ts";
import { Requester } from "../object/requester.ts";

/** A field of a header of packets. */
export interface DevlinkPipelineHeaderField {
  /** Its name (`DEVLINK_ATTR_DPIPE_FIELD_NAME`). */
  name?: string;
  /** Its number (`DEVLINK_ATTR_DPIPE_FIELD_ID`). */
  id?: number;
  /** Its width in bits (`DEVLINK_ATTR_DPIPE_FIELD_BITWIDTH`). */
  width?: number;
  /** What its values mean (`DEVLINK_ATTR_DPIPE_FIELD_MAPPING_TYPE`). */
  mapping?: keyof typeof DEVLINK_MAPPING_TYPES | number;
}

/** A header of packets, or data that comes with them in the device. */
export interface DevlinkPipelineHeader {
  /** Its name (`DEVLINK_ATTR_DPIPE_HEADER_NAME`). */
  name?: string;
  /** Its number (`DEVLINK_ATTR_DPIPE_HEADER_ID`). */
  id?: number;
  /**
   * Whether all drivers call it by this number
   * (`DEVLINK_ATTR_DPIPE_HEADER_GLOBAL`).
   */
  global?: boolean;
  /** Its fields (`DEVLINK_ATTR_DPIPE_HEADER_FIELDS`). */
  fields?: DevlinkPipelineHeaderField[];
}

/** A field that a table compares or changes. */
export interface DevlinkPipelineField {
  /**
   * What is done with it (`DEVLINK_ATTR_DPIPE_MATCH_TYPE`,
   * `DEVLINK_ATTR_DPIPE_ACTION_TYPE`).
   */
  type?:
    | keyof typeof DEVLINK_MATCH_TYPES
    | keyof typeof DEVLINK_ACTION_TYPES
    | number;
  /**
   * Name of the header, or its number if the device lists no such header
   * (`DEVLINK_ATTR_DPIPE_HEADER_ID`).
   */
  header?: string | number;
  /**
   * Which of several such headers, the outermost being 0
   * (`DEVLINK_ATTR_DPIPE_HEADER_INDEX`).
   */
  headerIndex?: number;
  /**
   * Name of the field, or its number if the header has no such field
   * (`DEVLINK_ATTR_DPIPE_FIELD_ID`).
   */
  field?: string | number;
}

/** A table of a pipeline. */
export interface DevlinkPipelineTable {
  /** Its name (`DEVLINK_ATTR_DPIPE_TABLE_NAME`). */
  name?: string;
  /** How many entries it can have (`DEVLINK_ATTR_DPIPE_TABLE_SIZE`). */
  size?: number;
  /** Fields that it compares (`DEVLINK_ATTR_DPIPE_TABLE_MATCHES`). */
  matches: DevlinkPipelineField[];
  /** Fields that it changes (`DEVLINK_ATTR_DPIPE_TABLE_ACTIONS`). */
  actions: DevlinkPipelineField[];
  /**
   * Whether it counts packets (`DEVLINK_ATTR_DPIPE_TABLE_COUNTERS_ENABLED`).
   */
  counters?: boolean;
  /**
   * Number of the resource that it takes
   * (`DEVLINK_ATTR_DPIPE_TABLE_RESOURCE_ID`).
   */
  resource?: number;
  /**
   * How much of it an entry takes (`DEVLINK_ATTR_DPIPE_TABLE_RESOURCE_UNITS`).
   */
  resourceUnits?: number;
}

/** What an entry compares a field with, or changes it to. */
export interface DevlinkPipelineValue extends DevlinkPipelineField {
  /** The value, as long as the field (`DEVLINK_ATTR_DPIPE_VALUE`). */
  value?: Uint8Array;
  /** Which bits of it count (`DEVLINK_ATTR_DPIPE_VALUE_MASK`). */
  mask?: Uint8Array;
  /**
   * What it means, such as the index of a link
   * (`DEVLINK_ATTR_DPIPE_VALUE_MAPPING`).
   */
  mapping?: number;
}

/** An entry of a table. */
export interface DevlinkPipelineEntry {
  /** Its number (`DEVLINK_ATTR_DPIPE_ENTRY_INDEX`). */
  index?: number;
  /**
   * What it compares fields with (`DEVLINK_ATTR_DPIPE_ENTRY_MATCH_VALUES`).
   */
  matches: DevlinkPipelineValue[];
  /**
   * What it changes fields to (`DEVLINK_ATTR_DPIPE_ENTRY_ACTION_VALUES`).
   */
  actions: DevlinkPipelineValue[];
  /** Packets that it was used for (`DEVLINK_ATTR_DPIPE_ENTRY_COUNTER`). */
  packets?: number;
}

/** What identifies a table. */
export interface DevlinkPipelineTableKey extends DevlinkDeviceKey {
  /** Name of the table (`DEVLINK_ATTR_DPIPE_TABLE_NAME`). */
  table: string;
}

/** Which tables to list. */
export interface DevlinkPipelineFilter extends DevlinkDeviceKey {
  /** That with this name only (`DEVLINK_ATTR_DPIPE_TABLE_NAME`). */
  table?: string;
}

const headerField = mapping<DevlinkPipelineHeaderField, DevlinkDpipeField>(
  () => ({
    name: readOnly("name", text),
    id: readOnly("id", uint32),
    width: readOnly("bitwidth", uint32),
    mapping: readOnly("mappingType", enumeration(DEVLINK_MAPPING_TYPES, 32)),
  }),
);

const header = mapping<DevlinkPipelineHeader, DevlinkDpipeHeader>(() => ({
  name: readOnly("name", text),
  id: readOnly("id", uint32),
  global: readOnly("global", boolean),
  fields: readOnly("fields", {
    fromKernel: ({ field = [] }) =>
      field.map((each) => headerField.fromKernel(each)),
  }),
}));

/** What a table has besides its fields. */
type PlainTable = Omit<DevlinkPipelineTable, "matches" | "actions">;

const plainTable = mapping<PlainTable, DevlinkDpipeTable>(() => ({
  name: readOnly("name", text),
  size: readOnly("size", count64),
  counters: readOnly("countersEnabled", boolean),
  resource: readOnly("resourceId", count64),
  resourceUnits: readOnly("resourceUnits", count64),
}));

/** What an entry has besides its values. */
type PlainEntry = Omit<DevlinkPipelineEntry, "matches" | "actions">;

const plainEntry = mapping<PlainEntry, DevlinkDpipeEntry>(() => ({
  index: readOnly("index", count64),
  packets: readOnly("counter", count64),
}));

const keys: Mapping<DevlinkPipelineFilter, DevlinkAttributes> = mapping(() => ({
  device: deviceField,
  table: ["dpipeTableName", text],
}));

const hasNoHeaders = missing("EOPNOTSUPP");
const matchType = enumeration(DEVLINK_MATCH_TYPES, 32);
const actionType = enumeration(DEVLINK_ACTION_TYPES, 32);

function typeOf(
  { matchType: match, actionType: action }:
    & DevlinkDpipeMatch
    & DevlinkDpipeAction,
): Pick<DevlinkPipelineField, "type"> {
  if (match !== undefined) return { type: matchType.fromKernel(match) };
  return action === undefined ? {} : { type: actionType.fromKernel(action) };
}

/** Pipelines of devices, read-only: `devlink dpipe`. */
export class DevlinkPipelines extends Requester<DevlinkRequests> {
  /**
   * Lists the headers that a device takes packets apart into: `devlink dpipe
   * header show`.
   *
   * @param key The device.
   * @param options How to ask.
   * @returns The headers with their fields.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {NetlinkError} If there is no such device (`ENODEV`), or it has
   * none (`EOPNOTSUPP`).
   */
  async headers(
    key: DevlinkDeviceKey,
    options: RequestOptions = {},
  ): Promise<DevlinkPipelineHeader[]> {
    const all = await this.#get(
      "headers",
      DEVLINK_CMD_DPIPE_HEADERS_GET,
      key,
      options,
    );
    return all.flatMap(({ dpipeHeaders }) => dpipeHeaders?.header ?? [])
      .map((each) => header.fromKernel(each));
  }

  /**
   * Lists the tables of a device: `devlink dpipe table show`.
   *
   * @param filter The device, and the table if it is one only.
   * @param options How to ask.
   * @returns The tables; none if the device has no such table.
   * @throws {TypeError} If the filter is not of the right sort.
   * @throws {NetlinkError} If there is no such device (`ENODEV`).
   */
  async tables(
    filter: DevlinkPipelineFilter,
    options: RequestOptions = {},
  ): Promise<DevlinkPipelineTable[]> {
    const all = await this.#get(
      "tables",
      DEVLINK_CMD_DPIPE_TABLE_GET,
      filter,
      options,
    );
    const tables = all.flatMap(({ dpipeTables }) => dpipeTables?.table ?? []);
    if (tables.length === 0) return [];
    const names = await this.#names(filter, options);
    return tables.map(({ matches, actions, ...table }) => ({
      ...plainTable.fromKernel(table),
      matches: (matches?.match ?? []).map((each) => fieldOf(names, each)),
      actions: (actions?.action ?? []).map((each) => fieldOf(names, each)),
    }));
  }

  /**
   * Lists the entries of a table: `devlink dpipe table dump`.
   *
   * @param key The table.
   * @param options How to ask.
   * @returns The entries.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {NetlinkError} If there is no such device (`ENODEV`) or table
   * (`EINVAL`).
   */
  async entries(
    key: DevlinkPipelineTableKey,
    options: RequestOptions = {},
  ): Promise<DevlinkPipelineEntry[]> {
    const all = await this.#get(
      "entries",
      DEVLINK_CMD_DPIPE_ENTRIES_GET,
      key,
      options,
      ["device", "table"],
    );
    const entries = all.flatMap(({ dpipeEntries }) =>
      dpipeEntries?.entry ?? []
    );
    if (entries.length === 0) return [];
    const names = await this.#names(key, options);
    return entries.map(({ matchValues, actionValues, ...entry }) => ({
      ...plainEntry.fromKernel(entry),
      matches: (matchValues?.matchValue ?? []).map((each) => ({
        ...fieldOf(names, each.match?.[0] ?? {}),
        ...valueOf(each),
      })),
      actions: (actionValues?.actionValue ?? []).map((each) => ({
        ...fieldOf(names, each.action?.[0] ?? {}),
        ...valueOf(each),
      })),
    }));
  }

  async #get(
    what: string,
    command: number,
    key: DevlinkPipelineFilter,
    options: RequestOptions,
    required: readonly (keyof DevlinkPipelineFilter)[] = ["device"],
  ): Promise<DevlinkAttributes[]> {
    const messages = await this.requests.send(
      `list devlink pipeline ${what}`,
      command,
      (fieldPath) => {
        const attributes = keys.toKernel(key, fieldPath);
        checkRequired(key, required, fieldPath);
        return attributes;
      },
      options,
    );
    return messages.map(({ attributes }) => attributes);
  }

  async #names(
    { device }: DevlinkDeviceKey,
    options: RequestOptions,
  ): Promise<Names> {
    try {
      return namesOf(await this.headers({ device }, options));
    } catch (error) {
      if (hasNoHeaders(error)) return new Map();
      throw error;
    }
  }
}

/** Names of headers and fields by their numbers, which tables have. */
type Names = ReadonlyMap<string, string>;

function namesOf(headers: readonly DevlinkPipelineHeader[]): Names {
  const names = new Map<string, string>();
  for (const { id, global = false, name, fields = [] } of headers) {
    const key = `${global} ${id}`;
    if (name !== undefined) names.set(key, name);
    for (const field of fields) {
      if (field.name !== undefined) names.set(`${key} ${field.id}`, field.name);
    }
  }
  return names;
}

function fieldOf(
  names: Names,
  each: DevlinkDpipeMatch & DevlinkDpipeAction,
): DevlinkPipelineField {
  const { headerId, headerGlobal = 0, headerIndex, fieldId } = each;
  const key = `${headerGlobal !== 0} ${headerId}`;
  const header = names.get(key) ?? headerId;
  const field = names.get(`${key} ${fieldId}`) ?? fieldId;
  return {
    ...typeOf(each),
    ...header !== undefined && { header },
    ...headerIndex !== undefined && { headerIndex },
    ...field !== undefined && { field },
  };
}

function valueOf(
  { value, valueMask: mask, valueMapping: mapping }:
    | DevlinkDpipeMatchValue
    | DevlinkDpipeActionValue,
): Pick<DevlinkPipelineValue, "value" | "mask" | "mapping"> {
  return {
    ...value !== undefined && { value },
    ...mask !== undefined && { mask },
    ...mapping !== undefined && { mapping },
  };
}
