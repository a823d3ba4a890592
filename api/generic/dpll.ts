/**
 * Digital phase-locked loops, which devices derive their clocks by, and their
 * pins, family `dpll`.
 *
 * @see {@link https://docs.kernel.org/driver-api/dpll.html | The Linux kernel dpll subsystem}
 * @see {@link https://docs.kernel.org/networking/netlink_spec/dpll.html | dpll netlink specification}
 *
 * @module
 */

import {
  DPLL_CMD_DEVICE_CHANGE_NTF,
  DPLL_CMD_DEVICE_CREATE_NTF,
  DPLL_CMD_DEVICE_DELETE_NTF,
  DPLL_CMD_DEVICE_ID_GET,
  DPLL_CMD_DEVICE_SET,
  DPLL_CMD_PIN_CHANGE_NTF,
  DPLL_CMD_PIN_CREATE_NTF,
  DPLL_CMD_PIN_DELETE_NTF,
  DPLL_CMD_PIN_ID_GET,
  DPLL_CMD_PIN_SET,
  DPLL_MCGRP_MONITOR,
  type DpllAttributes,
  type DpllPinAttributes,
} from "../../messages/generic/dpll.ts";
import type { Attributes } from "../../messages/codec/mod.ts";
import type { RequestOptions } from "../connection/connection.ts";
import { orUndefined } from "../object/existence.ts";
import type { FamilyDefinition } from "../connection/generic_family.ts";
import type { Mapping } from "../mapping/mapping.ts";
import {
  type DpllDevice,
  dpllDevice,
  dpllDeviceDescription,
  type DpllDeviceFilter,
  type DpllDeviceKey,
  type DpllDeviceSettings,
  dpllDeviceSettings,
} from "./dpll_device_spec.ts";
import {
  type DpllPin,
  dpllPin,
  type DpllPinDescription,
  dpllPinDescription,
  type DpllPinFilter,
  type DpllPinKey,
  type DpllPinSettings,
  dpllPinSettings,
} from "./dpll_pin_spec.ts";
import { type FamilyWatch, ReportingFamily } from "./family_monitor.ts";
import type { FamilyObject } from "./family_object.ts";
import { FamilyObjects } from "./family_objects.ts";
import { type Report, reportsOf } from "./family_reports.ts";
import type { FamilyRequests } from "./family_requests.ts";

/** What each report of the family `dpll` has. */
export interface DpllReports {
  /** There is a new device (`DPLL_CMD_DEVICE_CREATE_NTF`). */
  "device-added": DpllDevice;
  /** A device is gone (`DPLL_CMD_DEVICE_DELETE_NTF`). */
  "device-deleted": DpllDevice;
  /** A device has changed (`DPLL_CMD_DEVICE_CHANGE_NTF`). */
  "device-changed": DpllDevice;
  /** There is a new pin (`DPLL_CMD_PIN_CREATE_NTF`). */
  "pin-added": DpllPin;
  /** A pin is gone (`DPLL_CMD_PIN_DELETE_NTF`). */
  "pin-deleted": DpllPin;
  /** A pin has changed (`DPLL_CMD_PIN_CHANGE_NTF`). */
  "pin-changed": DpllPin;
}

/** A report of the family `dpll`. */
export type DpllEvent = Report<DpllReports>;

/** Commands of devices or of pins. */
interface Commands<S, D, A> {
  /** The command that finds the number of one. */
  readonly find: number;
  /** The command that changes one. */
  readonly set: number;
  /** What can be changed. */
  readonly settings: Mapping<S, A>;
  /** What one is found by. */
  readonly description: Mapping<D, A>;
}

/**
 * Objects of the family, which can be found by what they are, and changed.
 *
 * @typeParam T The objects.
 * @typeParam K What identifies one.
 * @typeParam F What it takes to list some.
 * @typeParam S What can be changed.
 * @typeParam D What one is found by.
 * @typeParam A Their attributes.
 */
export class DpllObjects<
  T,
  K extends object,
  F extends object,
  S extends object,
  D extends object,
  A extends Attributes & { id?: number },
> extends FamilyObjects<T, K, F, A> {
  readonly #commands: Commands<S, D, A>;

  /**
   * Makes the methods.
   *
   * @param requests Requests of the family.
   * @param object How they are declared.
   * @param commands How they are found and changed.
   */
  constructor(
    requests: FamilyRequests<A>,
    object: FamilyObject<T, A, F>,
    commands: Commands<S, D, A>,
  ) {
    super(requests, object);
    this.#commands = commands;
  }

  /**
   * Has the kernel find the only object that is as described.
   *
   * @param description What it is.
   * @param options How to ask.
   * @returns Its number; `undefined` if there is none, or, on older kernels, if
   * there are several.
   * @throws {TypeError} If the description is not of the right sort.
   * @throws {RangeError} If a number is too small or too large.
   * @throws {NetlinkError} If there are several (`EINVAL`), the kernel refuses
   * (`EPERM`), or has no such family (`ENOENT`, before Linux 6.7).
   */
  async findId(
    description: D,
    options: RequestOptions = {},
  ): Promise<number | undefined> {
    const { find, description: mapping } = this.#commands;
    const reply = await orUndefined(
      this.requests.send(
        find,
        (fieldPath) => mapping.toKernel(description, fieldPath),
        options,
      ),
      this.isMissing,
    );
    return reply?.attributes.id;
  }

  /**
   * Changes an object; settings that are missing stay.
   *
   * @param key The object.
   * @param settings What to change.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort, or one is missing
   * that another one needs.
   * @throws {RangeError} If a number is too small or too large.
   * @throws {NetlinkError} If there is no such object (`ENODEV`), it cannot be
   * changed so (`EOPNOTSUPP`, `EINVAL`), the kernel refuses (`EPERM`), or has
   * no such family (`ENOENT`, before Linux 6.7).
   */
  async set(
    key: K,
    settings: S,
    options: RequestOptions = {},
  ): Promise<void> {
    const { set, settings: mapping } = this.#commands;
    await this.requests.send(
      set,
      (fieldPath) => ({
        ...this.keyOf(key, fieldPath),
        ...mapping.toKernel(settings, fieldPath),
      }),
      options,
    );
  }
}

/** Digital phase-locked loops. */
export type DpllDevices = DpllObjects<
  DpllDevice,
  DpllDeviceKey,
  DpllDeviceFilter,
  DpllDeviceSettings,
  DpllDeviceFilter,
  DpllAttributes
>;

/** Pins of digital phase-locked loops. */
export type DpllPins = DpllObjects<
  DpllPin,
  DpllPinKey,
  DpllPinFilter,
  DpllPinSettings,
  DpllPinDescription,
  DpllPinAttributes
>;

/**
 * Digital phase-locked loops, which devices derive their clocks by, and their
 * pins. Devices and pins are those of the whole machine.
 *
 * @example See what the clocks of a card follow
 * ```ts ignore
 * const { devices, pins } = generic.dpll;
 * for await (const { id, type, lockStatus } of devices.list({ module: "ice" })) {
 *   console.log(id, type, lockStatus); // 0 eec locked-holdover-acquired
 *   for await (const pin of pins.list({ device: id })) {
 *     const { state } = pin.devices!.find(({ device }) => device === id)!;
 *     console.log(pin.boardLabel, pin.frequency, state); // SMA1 10000000 connected
 *   }
 * }
 * ```
 *
 * @example Report when a clock follows nothing any more
 * ```ts ignore
 * for await (const event of await generic.dpll.monitor()) {
 *   if (event.kind !== "device-changed") continue;
 *   const { id, lockStatus, lockStatusError } = event.value;
 *   if (lockStatus === "holdover") console.log(id, lockStatusError);
 * }
 * ```
 */
export class Dpll extends ReportingFamily<DpllAttributes, DpllEvent> {
  /** The family. */
  protected override readonly definition: FamilyDefinition<DpllAttributes> =
    dpllDevice.definition;
  /** What it reports. */
  protected override readonly watch: FamilyWatch<DpllEvent> = {
    group: DPLL_MCGRP_MONITOR,
    read: readDpllEvent,
  };
  /** The phase-locked loops. */
  readonly devices: DpllDevices = new DpllObjects(
    this.requests,
    dpllDevice,
    {
      find: DPLL_CMD_DEVICE_ID_GET,
      set: DPLL_CMD_DEVICE_SET,
      settings: dpllDeviceSettings,
      description: dpllDeviceDescription,
    },
  );
  /** Their pins, by which signals come in or go out. */
  readonly pins: DpllPins = new DpllObjects(
    this.requestsOf(dpllPin.definition),
    dpllPin,
    {
      find: DPLL_CMD_PIN_ID_GET,
      set: DPLL_CMD_PIN_SET,
      settings: dpllPinSettings,
      description: dpllPinDescription,
    },
  );
}

const readDpllEvent = reportsOf<DpllReports>({
  "device-added": [DPLL_CMD_DEVICE_CREATE_NTF, dpllDevice],
  "device-deleted": [DPLL_CMD_DEVICE_DELETE_NTF, dpllDevice],
  "device-changed": [DPLL_CMD_DEVICE_CHANGE_NTF, dpllDevice],
  "pin-added": [DPLL_CMD_PIN_CREATE_NTF, dpllPin],
  "pin-deleted": [DPLL_CMD_PIN_DELETE_NTF, dpllPin],
  "pin-changed": [DPLL_CMD_PIN_CHANGE_NTF, dpllPin],
});
