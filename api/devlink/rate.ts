/**
 * Rates of functions and of nodes of several: `devlink port function rate`.
 *
 * @module
 */

import {
  DEVLINK_CMD_RATE_DEL,
  DEVLINK_CMD_RATE_GET,
  DEVLINK_CMD_RATE_NEW,
  DEVLINK_CMD_RATE_SET,
} from "../../messages/generic/devlink/commands.ts";
import { DEVLINK_RATE_TYPES } from "../../messages/generic/devlink/values.ts";
import type { RequestOptions } from "../connection/connection.ts";
import {
  deleteObject,
  type DeleteOptions,
  missing,
} from "../object/existence.ts";
import { text, uint32 } from "../mapping/conversions.ts";
import { enumeration } from "../mapping/enumerations.ts";
import { readOnly } from "../mapping/mapping.ts";
import { checkRequired } from "../mapping/properties.ts";
import {
  count64,
  type DevlinkObject,
  devlinkObject,
  type DevlinkPartKey,
  type DevlinkState,
  portField,
  portState,
} from "./object.ts";
import { DevlinkObjects } from "./objects.ts";

/** What identifies a rate: the port of a function, or the name of a node. */
export interface DevlinkRateKey extends DevlinkPartKey {
  /** Name of the node (`DEVLINK_ATTR_RATE_NODE_NAME`). */
  node?: string;
}

/** What can be changed of a rate. */
export interface DevlinkRateSettings {
  /** The rate that is guaranteed, in bytes a second (`DEVLINK_ATTR_RATE_TX_SHARE`). */
  share?: number;
  /** The greatest rate, in bytes a second; 0 for no limit (`DEVLINK_ATTR_RATE_TX_MAX`). */
  max?: number;
  /**
   * Among those with one parent, those of the greatest priority go first
   * (`DEVLINK_ATTR_RATE_TX_PRIORITY`).
   */
  priority?: number;
  /** Share among those with the same priority (`DEVLINK_ATTR_RATE_TX_WEIGHT`). */
  weight?: number;
  /** Node that it belongs to; "" for none (`DEVLINK_ATTR_RATE_PARENT_NODE_NAME`). */
  parent?: string;
}

/** A rate. */
export interface DevlinkRate extends DevlinkState, DevlinkRateSettings {
  /** Number of the port of the function. */
  port?: number;
  /** Name of the node. */
  node?: string;
  /** What it is of (`DEVLINK_ATTR_RATE_TYPE`). */
  type?: keyof typeof DEVLINK_RATE_TYPES | number;
}

/** Rates. */
export const devlinkRate: DevlinkObject<
  DevlinkRate,
  DevlinkRateKey,
  DevlinkRateSettings
> = devlinkObject({
  noun: "devlink rate",
  get: DEVLINK_CMD_RATE_GET,
  set: DEVLINK_CMD_RATE_SET,
  add: DEVLINK_CMD_RATE_NEW,
  delete: DEVLINK_CMD_RATE_DEL,
  key: () => ({ ...portField, node: ["rateNodeName", text] }),
  required: [],
  fields: () => ({
    ...portState,
    node: readOnly("rateNodeName", text),
    type: readOnly("rateType", enumeration(DEVLINK_RATE_TYPES, 16)),
  }),
  settings: () => ({
    share: ["rateTxShare", count64],
    max: ["rateTxMax", count64],
    priority: ["rateTxPriority", uint32],
    weight: ["rateTxWeight", uint32],
    parent: ["rateParentNodeName", text],
  }),
});

const isMissing = missing("ENODEV");

/** Rates of functions and nodes: `devlink port function rate`. */
export class DevlinkRates
  extends DevlinkObjects<DevlinkRate, DevlinkRateKey, DevlinkRateSettings> {
  /**
   * Adds a node.
   *
   * @param key Its device and name.
   * @param settings Its rates.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If there is one with this name (`EEXIST`), or the
   * driver has none (`EOPNOTSUPP`).
   */
  async add(
    key: DevlinkRateKey,
    settings: DevlinkRateSettings = {},
    options: RequestOptions = {},
  ): Promise<void> {
    await this.requests.send(
      "add devlink rate",
      DEVLINK_CMD_RATE_NEW,
      (fieldPath) => {
        checkRequired(key, ["node"], fieldPath);
        return {
          ...devlinkRate.keyOf(key, fieldPath),
          ...devlinkRate.settingsOf(settings, fieldPath),
        };
      },
      options,
    );
  }

  /**
   * Deletes a node.
   *
   * @param key Its device and name.
   * @param options How to ask, and whether there has to be one.
   * @returns Whether there was one.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {NetlinkError} If there is none (`ENODEV`), or it is in use
   * (`EBUSY`).
   */
  async delete(
    key: DevlinkRateKey,
    options: DeleteOptions = {},
  ): Promise<boolean> {
    return await deleteObject(
      (rest) =>
        this.requests.send(
          "delete devlink rate",
          DEVLINK_CMD_RATE_DEL,
          (fieldPath) => {
            checkRequired(key, ["node"], fieldPath);
            return devlinkRate.keyOf(key, fieldPath);
          },
          rest,
        ),
      options,
      isMissing,
    );
  }
}
