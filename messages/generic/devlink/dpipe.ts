/**
 * Pipelines of devices: their tables, entries and headers.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/devlink.h | linux/devlink.h}
 * @see {@link https://docs.kernel.org/networking/devlink/index.html | Devlink}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  bytes,
  type Codec,
  type FieldsOf,
  multi,
  string,
  u32,
  u64,
  u8,
} from "../../codec/mod.ts";

/** Where a field is in a packet. */
export interface DevlinkDpipePosition extends Attributes {
  /**
   * Number of the header that the field is in (`DEVLINK_ATTR_DPIPE_HEADER_ID`).
   */
  headerId?: number;
  /**
   * Whether headers of all drivers have this number
   * (`DEVLINK_ATTR_DPIPE_HEADER_GLOBAL`).
   */
  headerGlobal?: number;
  /**
   * Which of several headers, the outermost being 0
   * (`DEVLINK_ATTR_DPIPE_HEADER_INDEX`).
   */
  headerIndex?: number;
  /** Number of the field (`DEVLINK_ATTR_DPIPE_FIELD_ID`). */
  fieldId?: number;
}

/** A field that a table compares. */
export interface DevlinkDpipeMatch extends DevlinkDpipePosition {
  /**
   * How it compares, {@linkcode DEVLINK_MATCH_TYPES}
   * (`DEVLINK_ATTR_DPIPE_MATCH_TYPE`).
   */
  matchType?: number;
}

/** A field that a table changes. */
export interface DevlinkDpipeAction extends DevlinkDpipePosition {
  /**
   * How it changes it, {@linkcode DEVLINK_ACTION_TYPES}
   * (`DEVLINK_ATTR_DPIPE_ACTION_TYPE`).
   */
  actionType?: number;
}

/** Fields that a table compares. */
export interface DevlinkDpipeMatches extends Attributes {
  /** The fields (`DEVLINK_ATTR_DPIPE_MATCH`). */
  match?: DevlinkDpipeMatch[];
}

/** Fields that a table changes. */
export interface DevlinkDpipeActions extends Attributes {
  /** The fields (`DEVLINK_ATTR_DPIPE_ACTION`). */
  action?: DevlinkDpipeAction[];
}

/** A table. */
export interface DevlinkDpipeTable extends Attributes {
  /** Its name (`DEVLINK_ATTR_DPIPE_TABLE_NAME`). */
  name?: string;
  /** How many entries it can have (`DEVLINK_ATTR_DPIPE_TABLE_SIZE`). */
  size?: bigint;
  /** What it compares (`DEVLINK_ATTR_DPIPE_TABLE_MATCHES`). */
  matches?: DevlinkDpipeMatches;
  /** What it changes (`DEVLINK_ATTR_DPIPE_TABLE_ACTIONS`). */
  actions?: DevlinkDpipeActions;
  /**
   * Whether it counts packets (`DEVLINK_ATTR_DPIPE_TABLE_COUNTERS_ENABLED`).
   */
  countersEnabled?: number;
  /** The resource that it takes (`DEVLINK_ATTR_DPIPE_TABLE_RESOURCE_ID`). */
  resourceId?: bigint;
  /**
   * How much of it an entry takes (`DEVLINK_ATTR_DPIPE_TABLE_RESOURCE_UNITS`).
   */
  resourceUnits?: bigint;
}

/** Tables. */
export interface DevlinkDpipeTables extends Attributes {
  /** The tables (`DEVLINK_ATTR_DPIPE_TABLE`). */
  table?: DevlinkDpipeTable[];
}

/** A value of a field. */
export interface DevlinkDpipeValue extends Attributes {
  /** The value, as long as the field (`DEVLINK_ATTR_DPIPE_VALUE`). */
  value?: Uint8Array;
  /** Which bits of it count (`DEVLINK_ATTR_DPIPE_VALUE_MASK`). */
  valueMask?: Uint8Array;
  /**
   * What it is mapped to, such as the index of a link
   * (`DEVLINK_ATTR_DPIPE_VALUE_MAPPING`).
   */
  valueMapping?: number;
}

/** What an entry compares a field with. */
export interface DevlinkDpipeMatchValue extends DevlinkDpipeValue {
  /** The match (`DEVLINK_ATTR_DPIPE_MATCH`). */
  match?: DevlinkDpipeMatch[];
}

/** What an entry makes of a field. */
export interface DevlinkDpipeActionValue extends DevlinkDpipeValue {
  /** The action (`DEVLINK_ATTR_DPIPE_ACTION`). */
  action?: DevlinkDpipeAction[];
}

/** What an entry compares fields with. */
export interface DevlinkDpipeMatchValues extends Attributes {
  /** The values (`DEVLINK_ATTR_DPIPE_MATCH_VALUE`). */
  matchValue?: DevlinkDpipeMatchValue[];
}

/** What an entry makes of fields. */
export interface DevlinkDpipeActionValues extends Attributes {
  /** The values (`DEVLINK_ATTR_DPIPE_ACTION_VALUE`). */
  actionValue?: DevlinkDpipeActionValue[];
}

/** An entry of a table. */
export interface DevlinkDpipeEntry extends Attributes {
  /** Its number (`DEVLINK_ATTR_DPIPE_ENTRY_INDEX`). */
  index?: bigint;
  /** What it compares fields with (`DEVLINK_ATTR_DPIPE_ENTRY_MATCH_VALUES`). */
  matchValues?: DevlinkDpipeMatchValues;
  /** What it makes of fields (`DEVLINK_ATTR_DPIPE_ENTRY_ACTION_VALUES`). */
  actionValues?: DevlinkDpipeActionValues;
  /** Packets that it was used for (`DEVLINK_ATTR_DPIPE_ENTRY_COUNTER`). */
  counter?: bigint;
}

/** Entries of a table. */
export interface DevlinkDpipeEntries extends Attributes {
  /** The entries (`DEVLINK_ATTR_DPIPE_ENTRY`). */
  entry?: DevlinkDpipeEntry[];
}

/** A field of a header. */
export interface DevlinkDpipeField extends Attributes {
  /** Its name (`DEVLINK_ATTR_DPIPE_FIELD_NAME`). */
  name?: string;
  /** Its number (`DEVLINK_ATTR_DPIPE_FIELD_ID`). */
  id?: number;
  /** Its width in bits (`DEVLINK_ATTR_DPIPE_FIELD_BITWIDTH`). */
  bitwidth?: number;
  /**
   * What its values mean, {@linkcode DEVLINK_MAPPING_TYPES}
   * (`DEVLINK_ATTR_DPIPE_FIELD_MAPPING_TYPE`).
   */
  mappingType?: number;
}

/** Fields of a header. */
export interface DevlinkDpipeFields extends Attributes {
  /** The fields (`DEVLINK_ATTR_DPIPE_FIELD`). */
  field?: DevlinkDpipeField[];
}

/** A header of packets. */
export interface DevlinkDpipeHeader extends Attributes {
  /** Its name (`DEVLINK_ATTR_DPIPE_HEADER_NAME`). */
  name?: string;
  /** Its number (`DEVLINK_ATTR_DPIPE_HEADER_ID`). */
  id?: number;
  /** Its fields (`DEVLINK_ATTR_DPIPE_HEADER_FIELDS`). */
  fields?: DevlinkDpipeFields;
  /**
   * Whether headers of all drivers have this number
   * (`DEVLINK_ATTR_DPIPE_HEADER_GLOBAL`).
   */
  global?: number;
}

/** Headers of packets. */
export interface DevlinkDpipeHeaders extends Attributes {
  /** The headers (`DEVLINK_ATTR_DPIPE_HEADER`). */
  header?: DevlinkDpipeHeader[];
}

const positionFields: FieldsOf<DevlinkDpipePosition> = {
  headerId: ["DEVLINK_ATTR_DPIPE_HEADER_ID", 52, u32],
  headerGlobal: ["DEVLINK_ATTR_DPIPE_HEADER_GLOBAL", 54, u8],
  headerIndex: ["DEVLINK_ATTR_DPIPE_HEADER_INDEX", 55, u32],
  fieldId: ["DEVLINK_ATTR_DPIPE_FIELD_ID", 58, u32],
};

const valueFields: FieldsOf<DevlinkDpipeValue> = {
  value: ["DEVLINK_ATTR_DPIPE_VALUE", 46, bytes],
  valueMask: ["DEVLINK_ATTR_DPIPE_VALUE_MASK", 47, bytes],
  valueMapping: ["DEVLINK_ATTR_DPIPE_VALUE_MAPPING", 48, u32],
};

/** Codec of {@linkcode DevlinkDpipeMatch}. */
export const devlinkDpipeMatch: Codec<DevlinkDpipeMatch> = attributes({
  matchType: ["DEVLINK_ATTR_DPIPE_MATCH_TYPE", 42, u32],
  ...positionFields,
});

/** Codec of {@linkcode DevlinkDpipeAction}. */
export const devlinkDpipeAction: Codec<DevlinkDpipeAction> = attributes({
  actionType: ["DEVLINK_ATTR_DPIPE_ACTION_TYPE", 45, u32],
  ...positionFields,
});

/** Codec of {@linkcode DevlinkDpipeMatches}. */
export const devlinkDpipeMatches: Codec<DevlinkDpipeMatches> = attributes({
  match: ["DEVLINK_ATTR_DPIPE_MATCH", 40, multi(devlinkDpipeMatch)],
});

/** Codec of {@linkcode DevlinkDpipeActions}. */
export const devlinkDpipeActions: Codec<DevlinkDpipeActions> = attributes({
  action: ["DEVLINK_ATTR_DPIPE_ACTION", 43, multi(devlinkDpipeAction)],
});

/** Codec of {@linkcode DevlinkDpipeTable}. */
export const devlinkDpipeTable: Codec<DevlinkDpipeTable> = attributes({
  name: ["DEVLINK_ATTR_DPIPE_TABLE_NAME", 29, string],
  size: ["DEVLINK_ATTR_DPIPE_TABLE_SIZE", 30, u64],
  matches: ["DEVLINK_ATTR_DPIPE_TABLE_MATCHES", 31, devlinkDpipeMatches],
  actions: ["DEVLINK_ATTR_DPIPE_TABLE_ACTIONS", 32, devlinkDpipeActions],
  countersEnabled: ["DEVLINK_ATTR_DPIPE_TABLE_COUNTERS_ENABLED", 33, u8],
  resourceId: ["DEVLINK_ATTR_DPIPE_TABLE_RESOURCE_ID", 75, u64],
  resourceUnits: ["DEVLINK_ATTR_DPIPE_TABLE_RESOURCE_UNITS", 76, u64],
}, { pad: ["DEVLINK_ATTR_PAD", 61] });

/** Codec of {@linkcode DevlinkDpipeTables}. */
export const devlinkDpipeTables: Codec<DevlinkDpipeTables> = attributes({
  table: ["DEVLINK_ATTR_DPIPE_TABLE", 28, multi(devlinkDpipeTable)],
});

/** Codec of {@linkcode DevlinkDpipeMatchValue}. */
export const devlinkDpipeMatchValue: Codec<DevlinkDpipeMatchValue> = attributes(
  {
    match: ["DEVLINK_ATTR_DPIPE_MATCH", 40, multi(devlinkDpipeMatch)],
    ...valueFields,
  },
);

/** Codec of {@linkcode DevlinkDpipeActionValue}. */
export const devlinkDpipeActionValue: Codec<DevlinkDpipeActionValue> =
  attributes({
    action: ["DEVLINK_ATTR_DPIPE_ACTION", 43, multi(devlinkDpipeAction)],
    ...valueFields,
  });

/** Codec of {@linkcode DevlinkDpipeMatchValues}. */
export const devlinkDpipeMatchValues: Codec<DevlinkDpipeMatchValues> =
  attributes({
    matchValue: [
      "DEVLINK_ATTR_DPIPE_MATCH_VALUE",
      41,
      multi(devlinkDpipeMatchValue),
    ],
  });

/** Codec of {@linkcode DevlinkDpipeActionValues}. */
export const devlinkDpipeActionValues: Codec<DevlinkDpipeActionValues> =
  attributes({
    actionValue: [
      "DEVLINK_ATTR_DPIPE_ACTION_VALUE",
      44,
      multi(devlinkDpipeActionValue),
    ],
  });

/** Codec of {@linkcode DevlinkDpipeEntry}. */
export const devlinkDpipeEntry: Codec<DevlinkDpipeEntry> = attributes({
  index: ["DEVLINK_ATTR_DPIPE_ENTRY_INDEX", 36, u64],
  matchValues: [
    "DEVLINK_ATTR_DPIPE_ENTRY_MATCH_VALUES",
    37,
    devlinkDpipeMatchValues,
  ],
  actionValues: [
    "DEVLINK_ATTR_DPIPE_ENTRY_ACTION_VALUES",
    38,
    devlinkDpipeActionValues,
  ],
  counter: ["DEVLINK_ATTR_DPIPE_ENTRY_COUNTER", 39, u64],
}, { pad: ["DEVLINK_ATTR_PAD", 61] });

/** Codec of {@linkcode DevlinkDpipeEntries}. */
export const devlinkDpipeEntries: Codec<DevlinkDpipeEntries> = attributes({
  entry: ["DEVLINK_ATTR_DPIPE_ENTRY", 35, multi(devlinkDpipeEntry)],
});

/** Codec of {@linkcode DevlinkDpipeField}. */
export const devlinkDpipeField: Codec<DevlinkDpipeField> = attributes({
  name: ["DEVLINK_ATTR_DPIPE_FIELD_NAME", 57, string],
  id: ["DEVLINK_ATTR_DPIPE_FIELD_ID", 58, u32],
  bitwidth: ["DEVLINK_ATTR_DPIPE_FIELD_BITWIDTH", 59, u32],
  mappingType: ["DEVLINK_ATTR_DPIPE_FIELD_MAPPING_TYPE", 60, u32],
});

/** Codec of {@linkcode DevlinkDpipeFields}. */
export const devlinkDpipeFields: Codec<DevlinkDpipeFields> = attributes({
  field: ["DEVLINK_ATTR_DPIPE_FIELD", 56, multi(devlinkDpipeField)],
});

/** Codec of {@linkcode DevlinkDpipeHeader}. */
export const devlinkDpipeHeader: Codec<DevlinkDpipeHeader> = attributes({
  name: ["DEVLINK_ATTR_DPIPE_HEADER_NAME", 51, string],
  id: ["DEVLINK_ATTR_DPIPE_HEADER_ID", 52, u32],
  fields: ["DEVLINK_ATTR_DPIPE_HEADER_FIELDS", 53, devlinkDpipeFields],
  global: ["DEVLINK_ATTR_DPIPE_HEADER_GLOBAL", 54, u8],
});

/** Codec of {@linkcode DevlinkDpipeHeaders}. */
export const devlinkDpipeHeaders: Codec<DevlinkDpipeHeaders> = attributes({
  header: ["DEVLINK_ATTR_DPIPE_HEADER", 50, multi(devlinkDpipeHeader)],
});
