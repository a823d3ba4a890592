/**
 * Resources of devices: `devlink resource`.
 *
 * @module
 */

import type { DevlinkAttributes } from "../../messages/generic/devlink/attribute_list.ts";
import {
  DEVLINK_CMD_RESOURCE_DUMP,
  DEVLINK_CMD_RESOURCE_SET,
} from "../../messages/generic/devlink/commands.ts";
import type { DevlinkResourceData } from "../../messages/generic/devlink/resource.ts";
import { DEVLINK_RESOURCE_UNITS } from "../../messages/generic/devlink/values.ts";
import type { RequestOptions } from "../connection/connection.ts";
import { boolean, special, text } from "../mapping/conversions.ts";
import { enumeration } from "../mapping/enumerations.ts";
import { mapping, readOnly } from "../mapping/mapping.ts";
import { checkRequired } from "../mapping/properties.ts";
import {
  count64,
  type DevlinkDeviceKey,
  type DevlinkObject,
  devlinkObject,
  type DevlinkState,
} from "./object.ts";
import type { DevlinkRequests } from "./requests.ts";
import { Requester } from "../object/requester.ts";

/** A resource, which may be a part of another one. */
export interface DevlinkResource {
  /** Its name (`DEVLINK_ATTR_RESOURCE_NAME`). */
  name?: string;
  /** Its number (`DEVLINK_ATTR_RESOURCE_ID`). */
  id?: number;
  /**
   * How much there is of it; `Infinity` without limit
   * (`DEVLINK_ATTR_RESOURCE_SIZE`).
   */
  size?: number;
  /** How much there will be after a reload (`DEVLINK_ATTR_RESOURCE_SIZE_NEW`). */
  newSize?: number;
  /** Whether its parts fit into that (`DEVLINK_ATTR_RESOURCE_SIZE_VALID`). */
  valid?: boolean;
  /** The least size (`DEVLINK_ATTR_RESOURCE_SIZE_MIN`). */
  minSize?: number;
  /** The greatest size (`DEVLINK_ATTR_RESOURCE_SIZE_MAX`). */
  maxSize?: number;
  /** What sizes are multiples of (`DEVLINK_ATTR_RESOURCE_SIZE_GRAN`). */
  granularity?: number;
  /** What sizes count (`DEVLINK_ATTR_RESOURCE_UNIT`). */
  unit?: keyof typeof DEVLINK_RESOURCE_UNITS | number;
  /** How much of it is in use (`DEVLINK_ATTR_RESOURCE_OCC`). */
  used?: number;
  /** Its parts (`DEVLINK_ATTR_RESOURCE_LIST`). */
  parts?: DevlinkResource[];
}

/** Resources of a device. */
export interface DevlinkResources extends DevlinkState {
  /** The resources. */
  resources?: DevlinkResource[];
}

/** A new size of a resource. */
export interface DevlinkResourceSettings {
  /** Number of the resource (`DEVLINK_ATTR_RESOURCE_ID`). */
  id: number;
  /** How much there is to be of it after a reload (`DEVLINK_ATTR_RESOURCE_SIZE`). */
  size: number;
}

const amount = special(count64, Infinity, 0xffffffffffffffffn);

const resource = mapping<DevlinkResource, DevlinkResourceData>(() => ({
  name: readOnly("name", text),
  id: readOnly("id", count64),
  size: readOnly("size", amount),
  newSize: readOnly("sizeNew", amount),
  valid: readOnly("sizeValid", boolean),
  minSize: readOnly("sizeMin", amount),
  maxSize: readOnly("sizeMax", amount),
  granularity: readOnly("sizeGran", amount),
  unit: readOnly("unit", enumeration(DEVLINK_RESOURCE_UNITS, 8)),
  used: readOnly("occ", amount),
  parts: readOnly("list", { fromKernel: readList }),
}));

function readList(
  { resource: all = [] }: { resource?: DevlinkResourceData[] },
): DevlinkResource[] {
  return all.map((each) => resource.fromKernel(each));
}

/** Resources. */
export const devlinkResources: DevlinkObject<
  DevlinkResources,
  DevlinkDeviceKey
> = devlinkObject({
  noun: "devlink resources",
  get: DEVLINK_CMD_RESOURCE_DUMP,
  set: DEVLINK_CMD_RESOURCE_SET,
  key: () => ({}),
  required: [],
  fields: () => ({
    resources: readOnly("resourceList", { fromKernel: readList }),
  }),
});

const settings = mapping<DevlinkResourceSettings, DevlinkAttributes>(() => ({
  id: ["resourceId", count64],
  size: ["resourceSize", amount],
}));

/** Resources of devices: `devlink resource`. */
export class DevlinkResourceSizes extends Requester<DevlinkRequests> {
  /**
   * Gets the resources of a device.
   *
   * @param key The device.
   * @param options How to ask.
   * @returns The resources, with their parts.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {NetlinkError} If there is no such device (`ENODEV`), or it has
   * none (`EOPNOTSUPP`).
   */
  async get(
    key: DevlinkDeviceKey,
    options: RequestOptions = {},
  ): Promise<DevlinkResources> {
    const messages = await this.requests.send(
      "get devlink resources",
      DEVLINK_CMD_RESOURCE_DUMP,
      (fieldPath) => devlinkResources.keyOf(key, fieldPath),
      options,
    );
    const [first, ...others] = messages.map(devlinkResources.read);
    for (const { resources = [] } of others) {
      (first!.resources ??= []).push(...resources);
    }
    return first!;
  }

  /**
   * Changes the size of a resource; it takes effect with the next reload.
   *
   * @param key The device.
   * @param change Which resource, and its size.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If there is no such device (`ENODEV`) or resource,
   * or the size does not fit (`EINVAL`).
   */
  async set(
    key: DevlinkDeviceKey,
    change: DevlinkResourceSettings,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.requests.send(
      "set devlink resource",
      DEVLINK_CMD_RESOURCE_SET,
      (fieldPath) => {
        const attributes = settings.toKernel(change, fieldPath);
        checkRequired(change, ["id", "size"], fieldPath);
        return { ...devlinkResources.keyOf(key, fieldPath), ...attributes };
      },
      options,
    );
  }
}
