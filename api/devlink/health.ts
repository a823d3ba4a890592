/**
 * Reporters of the health of devices: `devlink health`.
 *
 * @module
 */

import type { DevlinkAttributes } from "../../messages/generic/devlink/attribute_list.ts";
import {
  DEVLINK_CMD_HEALTH_REPORTER_DIAGNOSE,
  DEVLINK_CMD_HEALTH_REPORTER_DUMP_CLEAR,
  DEVLINK_CMD_HEALTH_REPORTER_DUMP_GET,
  DEVLINK_CMD_HEALTH_REPORTER_GET,
  DEVLINK_CMD_HEALTH_REPORTER_RECOVER,
  DEVLINK_CMD_HEALTH_REPORTER_SET,
  DEVLINK_CMD_HEALTH_REPORTER_TEST,
} from "../../messages/generic/devlink/commands.ts";
import { DEVLINK_HEALTH_STATES } from "../../messages/generic/devlink/values.ts";
import type { RequestOptions } from "../connection/connection.ts";
import { boolean, milliseconds64, text } from "../mapping/conversions.ts";
import { enumeration } from "../mapping/enumerations.ts";

import { readOnly, within } from "../mapping/mapping.ts";
import { type DevlinkFinding, readFindings } from "./findings.ts";
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

/** What identifies a reporter. */
export interface DevlinkReporterKey extends DevlinkPartKey {
  /** Its name (`DEVLINK_ATTR_HEALTH_REPORTER_NAME`). */
  name: string;
}

/** What can be changed of a reporter. */
export interface DevlinkReporterSettings {
  /**
   * Least time between two recoveries by itself, in seconds
   * (`DEVLINK_ATTR_HEALTH_REPORTER_GRACEFUL_PERIOD`).
   */
  gracePeriod?: number;
  /**
   * For how long after an error others are recovered from, too, in seconds
   * (`DEVLINK_ATTR_HEALTH_REPORTER_BURST_PERIOD`).
   */
  burstPeriod?: number;
  /**
   * Whether it recovers by itself
   * (`DEVLINK_ATTR_HEALTH_REPORTER_AUTO_RECOVER`).
   */
  autoRecover?: boolean;
  /**
   * Whether it makes a dump by itself
   * (`DEVLINK_ATTR_HEALTH_REPORTER_AUTO_DUMP`).
   */
  autoDump?: boolean;
}

/** A reporter. */
export interface DevlinkReporter extends DevlinkState, DevlinkReporterSettings {
  /** Number of the port, for reporters of ports. */
  port?: number;
  /** Its name. */
  name?: string;
  /** Whether there is an error (`DEVLINK_ATTR_HEALTH_REPORTER_STATE`). */
  state?: keyof typeof DEVLINK_HEALTH_STATES | number;
  /** How often there was one (`DEVLINK_ATTR_HEALTH_REPORTER_ERR_COUNT`). */
  errors?: number;
  /**
   * How often it was recovered from
   * (`DEVLINK_ATTR_HEALTH_REPORTER_RECOVER_COUNT`).
   */
  recoveries?: number;
  /**
   * When the dump was made, if there is one
   * (`DEVLINK_ATTR_HEALTH_REPORTER_DUMP_TS_NS`).
   */
  dumped?: Date;
}

type ReporterFields = Omit<DevlinkReporter, keyof DevlinkState | "port">;

/** Reporters. */
export const devlinkReporter: DevlinkObject<
  DevlinkReporter,
  DevlinkReporterKey,
  DevlinkReporterSettings
> = devlinkObject({
  noun: "health reporter",
  get: DEVLINK_CMD_HEALTH_REPORTER_GET,
  set: DEVLINK_CMD_HEALTH_REPORTER_SET,
  add: DEVLINK_CMD_HEALTH_REPORTER_RECOVER,
  key: () => ({ ...portField, name: ["healthReporterName", text] }),
  required: ["name"],
  fields: () => ({
    ...portState,
    ...within<DevlinkAttributes, "healthReporter", ReporterFields>(
      "healthReporter",
      {
        name: readOnly("name", text),
        state: readOnly("state", enumeration(DEVLINK_HEALTH_STATES, 8)),
        errors: readOnly("errCount", count64),
        recoveries: readOnly("recoverCount", count64),
        dumped: readOnly("dumpTsNs", {
          fromKernel: (time) => new Date(Number(time / 1_000_000n)),
        }),
        gracePeriod: readOnly("gracefulPeriod", milliseconds64),
        burstPeriod: readOnly("burstPeriod", milliseconds64),
        autoRecover: readOnly("autoRecover", boolean),
        autoDump: readOnly("autoDump", boolean),
      },
    ),
  }),
  settings: () => ({
    gracePeriod: ["healthReporterGracefulPeriod", milliseconds64],
    burstPeriod: ["healthReporterBurstPeriod", milliseconds64],
    autoRecover: ["healthReporterAutoRecover", boolean],
    autoDump: ["healthReporterAutoDump", boolean],
  }),
});

/** Reporters of the health of devices: `devlink health`. */
export class DevlinkReporters extends DevlinkObjects<
  DevlinkReporter,
  DevlinkReporterKey,
  DevlinkReporterSettings
> {
  /**
   * Has a reporter recover from its error.
   *
   * @param key The reporter.
   * @param options How to ask.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {NetlinkError} If there is none, it cannot recover (`EOPNOTSUPP`),
   * or the driver fails.
   */
  async recover(
    key: DevlinkReporterKey,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.send(
      "recover health reporter",
      DEVLINK_CMD_HEALTH_REPORTER_RECOVER,
      key,
      options,
    );
  }

  /**
   * Has a reporter find an error, to test it.
   *
   * @param key The reporter.
   * @param options How to ask.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {NetlinkError} If there is none, or it has no test (`EOPNOTSUPP`).
   */
  async test(
    key: DevlinkReporterKey,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.send(
      "test health reporter",
      DEVLINK_CMD_HEALTH_REPORTER_TEST,
      key,
      options,
    );
  }

  /**
   * Gets what a reporter shows now.
   *
   * @param key The reporter.
   * @param options How to ask.
   * @returns What it shows.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {NetlinkError} If there is none, or it shows nothing
   * (`EOPNOTSUPP`).
   */
  async diagnose(
    key: DevlinkReporterKey,
    options: RequestOptions = {},
  ): Promise<Record<string, DevlinkFinding>> {
    return readFindings(
      await this.send(
        "diagnose health reporter",
        DEVLINK_CMD_HEALTH_REPORTER_DIAGNOSE,
        key,
        options,
      ),
    );
  }

  /**
   * Gets the dump of the last error; where there is none, one is made.
   *
   * @param key The reporter.
   * @param options How to ask.
   * @returns The dump.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {NetlinkError} If there is no such reporter, or it makes no dumps
   * (`EOPNOTSUPP`).
   */
  async dump(
    key: DevlinkReporterKey,
    options: RequestOptions = {},
  ): Promise<Record<string, DevlinkFinding>> {
    const messages = this.requests.dump(
      "dump health reporter",
      DEVLINK_CMD_HEALTH_REPORTER_DUMP_GET,
      (fieldPath) => devlinkReporter.keyOf(key, fieldPath),
      options,
    );
    return readFindings(await Array.fromAsync(messages));
  }

  /**
   * Deletes the dump of the last error, so that the next error makes one.
   *
   * @param key The reporter.
   * @param options How to ask.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {NetlinkError} If there is no such reporter, or it makes no dumps
   * (`EOPNOTSUPP`).
   */
  async clearDump(
    key: DevlinkReporterKey,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.send(
      "clear dump of health reporter",
      DEVLINK_CMD_HEALTH_REPORTER_DUMP_CLEAR,
      key,
      options,
    );
  }
}
