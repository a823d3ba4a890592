/**
 * Resources of devices, which may be parts of others.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/devlink.h | linux/devlink.h}
 * @see {@link https://docs.kernel.org/networking/devlink/index.html | Devlink}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  lazy,
  multi,
  string,
  u64,
  u8,
} from "../../codec/mod.ts";

/** Resources. */
export interface DevlinkResourceList extends Attributes {
  /** The resources (`DEVLINK_ATTR_RESOURCE`). */
  resource?: DevlinkResourceData[];
}

/** A resource. */
export interface DevlinkResourceData extends Attributes {
  /** Parts of it (`DEVLINK_ATTR_RESOURCE_LIST`). */
  list?: DevlinkResourceList;
  /** Its name (`DEVLINK_ATTR_RESOURCE_NAME`). */
  name?: string;
  /** Its number (`DEVLINK_ATTR_RESOURCE_ID`). */
  id?: bigint;
  /** How much there is of it (`DEVLINK_ATTR_RESOURCE_SIZE`). */
  size?: bigint;
  /**
   * How much there will be after the next reload
   * (`DEVLINK_ATTR_RESOURCE_SIZE_NEW`).
   */
  sizeNew?: bigint;
  /**
   * Whether the parts fit into that (`DEVLINK_ATTR_RESOURCE_SIZE_VALID`).
   */
  sizeValid?: number;
  /** The least size (`DEVLINK_ATTR_RESOURCE_SIZE_MIN`). */
  sizeMin?: bigint;
  /** The greatest size (`DEVLINK_ATTR_RESOURCE_SIZE_MAX`). */
  sizeMax?: bigint;
  /** What sizes are multiples of (`DEVLINK_ATTR_RESOURCE_SIZE_GRAN`). */
  sizeGran?: bigint;
  /** Unit: {@linkcode DEVLINK_RESOURCE_UNITS} (`DEVLINK_ATTR_RESOURCE_UNIT`). */
  unit?: number;
  /** How much of it is in use (`DEVLINK_ATTR_RESOURCE_OCC`). */
  occ?: bigint;
}

/** Codec of {@linkcode DevlinkResourceList}. */
export const devlinkResourceList: Codec<DevlinkResourceList> = attributes({
  resource: [
    "DEVLINK_ATTR_RESOURCE",
    64,
    multi(lazy(() => devlinkResourceData)),
  ],
});

/** Codec of {@linkcode DevlinkResourceData}. */
export const devlinkResourceData: Codec<DevlinkResourceData> = attributes({
  list: ["DEVLINK_ATTR_RESOURCE_LIST", 63, devlinkResourceList],
  name: ["DEVLINK_ATTR_RESOURCE_NAME", 65, string],
  id: ["DEVLINK_ATTR_RESOURCE_ID", 66, u64],
  size: ["DEVLINK_ATTR_RESOURCE_SIZE", 67, u64],
  sizeNew: ["DEVLINK_ATTR_RESOURCE_SIZE_NEW", 68, u64],
  sizeValid: ["DEVLINK_ATTR_RESOURCE_SIZE_VALID", 69, u8],
  sizeMin: ["DEVLINK_ATTR_RESOURCE_SIZE_MIN", 70, u64],
  sizeMax: ["DEVLINK_ATTR_RESOURCE_SIZE_MAX", 71, u64],
  sizeGran: ["DEVLINK_ATTR_RESOURCE_SIZE_GRAN", 72, u64],
  unit: ["DEVLINK_ATTR_RESOURCE_UNIT", 73, u8],
  occ: ["DEVLINK_ATTR_RESOURCE_OCC", 74, u64],
}, { pad: ["DEVLINK_ATTR_PAD", 61] });
