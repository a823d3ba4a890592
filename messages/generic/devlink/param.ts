/**
 * Parameters of devices and ports.
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
  flag,
  list,
  multi,
  string,
  u8,
} from "../../codec/mod.ts";

/** A value of a parameter; how it is stored depends on its type. */
export interface DevlinkParamValue extends Attributes {
  /**
   * The value; that of a flag is on if it is there, and arrays have one each
   * (`DEVLINK_ATTR_PARAM_VALUE_DATA`).
   */
  data?: Uint8Array[];
  /**
   * When it takes effect, {@linkcode DEVLINK_PARAM_MODES}
   * (`DEVLINK_ATTR_PARAM_VALUE_CMODE`).
   */
  cmode?: number;
  /** The value that it has by default (`DEVLINK_ATTR_PARAM_VALUE_DEFAULT`). */
  default?: Uint8Array[];
}

/** A parameter. */
export interface DevlinkParamData extends Attributes {
  /** Its name (`DEVLINK_ATTR_PARAM_NAME`). */
  name?: string;
  /**
   * Whether parameters of other drivers with this name mean the same
   * (`DEVLINK_ATTR_PARAM_GENERIC`).
   */
  generic?: true;
  /**
   * Type of its values, {@linkcode DEVLINK_VALUE_TYPES}
   * (`DEVLINK_ATTR_PARAM_TYPE`).
   */
  type?: number;
  /** Its values, one for each mode (`DEVLINK_ATTR_PARAM_VALUES_LIST`). */
  valuesList?: DevlinkParamValue[];
}

/** Codec of {@linkcode DevlinkParamValue}. */
export const devlinkParamValue: Codec<DevlinkParamValue> = attributes({
  data: ["DEVLINK_ATTR_PARAM_VALUE_DATA", 86, multi(bytes)],
  cmode: ["DEVLINK_ATTR_PARAM_VALUE_CMODE", 87, u8],
  default: ["DEVLINK_ATTR_PARAM_VALUE_DEFAULT", 182, multi(bytes)],
});

/** Codec of {@linkcode DevlinkParamData}. */
export const devlinkParamData: Codec<DevlinkParamData> = attributes({
  name: ["DEVLINK_ATTR_PARAM_NAME", 81, string],
  generic: ["DEVLINK_ATTR_PARAM_GENERIC", 82, flag],
  type: ["DEVLINK_ATTR_PARAM_TYPE", 83, u8],
  valuesList: [
    "DEVLINK_ATTR_PARAM_VALUES_LIST",
    84,
    list(devlinkParamValue, ["DEVLINK_ATTR_PARAM_VALUE", 85]),
  ],
});
