/**
 * Multicast databases of bridges and VXLAN devices: `bridge mdb`.
 *
 * @module
 */

import { AF_BRIDGE } from "../../messages/families.ts";
import {
  NLM_F_BULK,
  NLM_F_CREATE,
  NLM_F_EXCL,
  NLM_F_REPLACE,
} from "../../messages/header.ts";
import {
  MDB_PERMANENT,
  RTM_DELMDB,
  RTM_GETMDB,
  RTM_NEWMDB,
} from "../../messages/mdb/constants.ts";
import {
  mdbMessage,
  type MdbRequest,
  mdbRequest,
} from "../../messages/mdb/mdb.ts";
import type { Connection, RequestOptions } from "../connection/connection.ts";
import { NetlinkError } from "../connection/errors.ts";
import { NO_OPTIONS } from "../connection/direct.ts";
import type { DeleteOptions } from "../object/existence.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { checkRequired } from "../mapping/properties.ts";
import type { Verb } from "../object/verbs.ts";
import {
  entryFilter,
  fields,
  type MulticastEntry,
  type MulticastEntryFilter,
  type MulticastEntryKey,
  type MulticastEntrySelection,
  type MulticastEntrySpec,
  SELECTED,
} from "./mdb_fields.ts";
import { parts } from "./parts.ts";
import { EditableParts } from "./requests.ts";

export type {
  MulticastEntry,
  MulticastEntryFilter,
  MulticastEntryKey,
  MulticastEntrySelection,
  MulticastEntrySpec,
} from "./mdb_fields.ts";

function write(spec: MulticastEntrySpec, fieldPath: FieldPath): MdbRequest {
  const { index, info } = fields.toKernel(spec as MulticastEntry, fieldPath);
  checkRequired(spec, ["bridge", "port", "group"], fieldPath);
  const { attributes, ...entry } = info;
  const hasMore = Object.keys(attributes).length > 0;
  return {
    family: AF_BRIDGE,
    index,
    attributes: { entry, ...hasMore && { entryAttributes: attributes } },
  };
}

const adding: Verb<MulticastEntrySpec, MdbRequest> = {
  type: RTM_NEWMDB,
  codec: mdbRequest,
  write,
};

const deleting: Verb<MulticastEntryKey, MdbRequest> = {
  type: RTM_DELMDB,
  codec: mdbRequest,
  write: (key, fieldPath) => {
    const message = write(key, fieldPath);
    const { entry, entryAttributes } = message.attributes;
    entry!.state = 0;
    // Lists report more of an entry than what it is deleted by.
    delete entryAttributes?.sources;
    delete entryAttributes?.groupMode;
    delete entryAttributes?.protocol;
    if (Object.keys(entryAttributes ?? {}).length === 0) {
      delete message.attributes.entryAttributes;
    }
    return message;
  },
};

const flushing: Verb<MulticastEntrySelection, MdbRequest> = {
  type: RTM_DELMDB,
  codec: mdbRequest,
  write: (selection, fieldPath) => {
    for (const [name, value] of Object.entries(selection ?? {})) {
      if (SELECTED.has(name)) continue;
      throw fieldPath.at(name).wrong(value, "entries are not selected by it");
    }
    const { index, info } = fields.toKernel(
      selection as MulticastEntry,
      fieldPath,
    );
    checkRequired(selection, ["bridge"], fieldPath);
    const { attributes, ...entry } = info;
    const more = selection.permanent === undefined
      ? attributes
      : { ...attributes, stateMask: MDB_PERMANENT };
    return {
      family: AF_BRIDGE,
      index,
      attributes: {
        entry,
        ...Object.keys(more).length > 0 && { entryAttributes: more },
      },
    };
  },
};

const listing = parts({
  question: () => ({
    type: RTM_GETMDB,
    codec: mdbMessage,
    message: { family: AF_BRIDGE, index: 0, attributes: {} },
  }),
  codec: mdbMessage,
  parts: ({ index, attributes: { groups = [] } }) =>
    groups.flat().map((info) => ({ index, info })),
  read: (part) => fields.fromKernel(part),
  filter: entryFilter,
  missing: ["ENOENT"],
});

/** Multicast databases: `bridge mdb`. */
export class MulticastEntries extends EditableParts<
  MulticastEntry,
  MulticastEntryFilter,
  MulticastEntrySpec,
  MulticastEntryKey,
  MdbRequest
> {
  /**
   * Makes the object.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
    super(connection, listing, {
      adding,
      flags: NLM_F_CREATE | NLM_F_EXCL,
      deleting,
    });
  }

  /**
   * Adds an entry, or replaces the one that is there.
   *
   * @param spec The entry.
   * @param options How to ask.
   * @throws {NetlinkError} If the kernel refuses it.
   */
  async replace(
    spec: MulticastEntrySpec,
    options: RequestOptions = NO_OPTIONS,
  ): Promise<void> {
    await this.carryOut(
      adding,
      spec,
      NLM_F_CREATE | NLM_F_REPLACE,
      options,
    );
  }

  /**
   * Deletes an entry.
   *
   * @param key Which one.
   * @param options How to ask, and whether there has to be one.
   * @returns Whether there was one: always, unless it need not be there.
   * @throws {NetlinkError} If it is not there, or the kernel keeps it.
   */
  override async delete(
    key: MulticastEntryKey,
    options: DeleteOptions = NO_OPTIONS,
  ): Promise<boolean> {
    try {
      return await super.delete(key, options);
    } catch (error) {
      // Bridges report entries that are not there as wrong arguments.
      const isWrong = error instanceof NetlinkError && error.code === "EINVAL";
      if (!isWrong || options.ifExists !== true) throw error;
      const { ifExists: _, ...rest } = options;
      if (await this.find(entryFilter.pick(key), rest) === undefined) {
        return false;
      }
      throw error;
    }
  }
  /**
   * Deletes all entries of a bridge or a VXLAN device that fit, with one
   * request; kernels have it since 6.8.
   *
   * @param selection Which entries.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort, or there is no
   * bridge.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async flush(
    selection: MulticastEntrySelection,
    options: RequestOptions = NO_OPTIONS,
  ): Promise<void> {
    await this.carryOut(flushing, selection, NLM_F_BULK, options);
  }
}
