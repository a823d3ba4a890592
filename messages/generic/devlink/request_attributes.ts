/**
 * Attributes that only requests have outside of others.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/devlink.h | linux/devlink.h}
 * @see {@link https://docs.kernel.org/networking/devlink/index.html | Devlink}
 *
 * @module
 */

import type { Attributes } from "../../codec/mod.ts";

/** Attributes that only requests have outside of others. */
export interface DevlinkRequestAttributes extends Attributes {
  /** Name of the table (`DEVLINK_ATTR_DPIPE_TABLE_NAME`). */
  dpipeTableName?: string;
  /**
   * Whether it is to count packets
   * (`DEVLINK_ATTR_DPIPE_TABLE_COUNTERS_ENABLED`).
   */
  dpipeTableCountersEnabled?: number;
  /** Number of the resource (`DEVLINK_ATTR_RESOURCE_ID`). */
  resourceId?: bigint;
  /** How much there is to be of it (`DEVLINK_ATTR_RESOURCE_SIZE`). */
  resourceSize?: bigint;
  /** Name of the parameter (`DEVLINK_ATTR_PARAM_NAME`). */
  paramName?: string;
  /**
   * Type of its value, {@linkcode DEVLINK_VALUE_TYPES}
   * (`DEVLINK_ATTR_PARAM_TYPE`).
   */
  paramType?: number;
  /** The value (`DEVLINK_ATTR_PARAM_VALUE_DATA`). */
  paramValueData?: Uint8Array[];
  /**
   * When it is to take effect, {@linkcode DEVLINK_PARAM_MODES}
   * (`DEVLINK_ATTR_PARAM_VALUE_CMODE`).
   */
  paramValueCmode?: number;
  /** Where to read it, in bytes (`DEVLINK_ATTR_REGION_CHUNK_ADDR`). */
  regionChunkAddr?: bigint;
  /** How much of it to read, in bytes (`DEVLINK_ATTR_REGION_CHUNK_LEN`). */
  regionChunkLen?: bigint;
  /** Name of the reporter (`DEVLINK_ATTR_HEALTH_REPORTER_NAME`). */
  healthReporterName?: string;
  /**
   * Least time between two recoveries by itself, in ms
   * (`DEVLINK_ATTR_HEALTH_REPORTER_GRACEFUL_PERIOD`).
   */
  healthReporterGracefulPeriod?: bigint;
  /**
   * Whether it is to recover by itself
   * (`DEVLINK_ATTR_HEALTH_REPORTER_AUTO_RECOVER`).
   */
  healthReporterAutoRecover?: number;
  /**
   * Whether the reporter is to make a dump by itself
   * (`DEVLINK_ATTR_HEALTH_REPORTER_AUTO_DUMP`).
   */
  healthReporterAutoDump?: number;
  /**
   * For how long after an error others are recovered from, too, in ms
   * (`DEVLINK_ATTR_HEALTH_REPORTER_BURST_PERIOD`).
   */
  healthReporterBurstPeriod?: bigint;
  /**
   * Whether the parameter is to get its value by default
   * (`DEVLINK_ATTR_PARAM_RESET_DEFAULT`).
   */
  paramResetDefault?: true;
  /**
   * Whose resources: bit 0 for those of devices, 1 for those of ports
   * (`DEVLINK_ATTR_RESOURCE_SCOPE_MASK`).
   */
  resourceScopeMask?: number;
}
