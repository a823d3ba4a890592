/**
 * Methods of settings of the family `ethtool`.
 *
 * @module
 */

import { type IsMissing, missing } from "../object/existence.ts";
import { type Listing, listingOf } from "../connection/listing.ts";
import type { Device } from "../mapping/device.ts";
import type {
  EthtoolListOptions,
  EthtoolOptions,
  EthtoolRequests,
} from "./requests.ts";
import type { AboutDevice, DeviceSetting, EthtoolState } from "./setting.ts";
import { Finder } from "../object/requester.ts";

/**
 * Something that is read of devices.
 *
 * @typeParam T What is read.
 */
export class EthtoolReader<T extends EthtoolState>
  extends Finder<EthtoolRequests, Device, T, EthtoolOptions> {
  /** There is no such device, or it does not have the setting. */
  protected override readonly isMissing: IsMissing = missing(
    "ENODEV",
    "EOPNOTSUPP",
  );
  /** What is read. */
  protected readonly setting: DeviceSetting<T, AboutDevice>;

  /**
   * Makes the methods.
   *
   * @param requests Sends the requests.
   * @param setting What is read.
   */
  constructor(
    requests: EthtoolRequests,
    setting: DeviceSetting<T, AboutDevice>,
  ) {
    super(requests);
    this.setting = setting;
  }

  /**
   * Gets what a device has.
   *
   * @param device The device.
   * @param options How to ask.
   * @returns What it has.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If the device does not have it (`EOPNOTSUPP`), or the
   * kernel refuses for another reason.
   */
  override async get(device: Device, options: EthtoolOptions = {}): Promise<T> {
    const setting = this.setting;
    const [message] = await this.requests.send(
      setting,
      setting.get,
      device,
      () => ({}),
      options,
    );
    return setting.read(message!);
  }

  /**
   * Lists what all devices have; those that do not have it are left out.
   *
   * @param options How to ask.
   * @returns What they have.
   * @throws {NetlinkError} If the kernel refuses.
   */
  list(options: EthtoolListOptions = {}): Listing<T> {
    return listingOf(() => this.#listed(options));
  }

  async *#listed(options: EthtoolListOptions): AsyncGenerator<T, void> {
    const { get, read, single } = this.setting;
    if (single) return yield* this.#listedSingly(options);
    const messages = this.requests.dump(this.setting, get, {}, options);
    for await (const message of messages) yield read(message);
  }

  async *#listedSingly(
    { streaming: _, ...options }: EthtoolListOptions,
  ): AsyncGenerator<T, void> {
    for (const index of await this.requests.devices(options)) {
      const found = await this.find(index, options);
      if (found !== undefined) yield found;
    }
  }
}

/**
 * Something that is read of devices, and can be changed.
 *
 * @typeParam T What is read.
 * @typeParam S What of it can be changed.
 */
export class EthtoolSetting<T extends EthtoolState, S extends object>
  extends EthtoolReader<T> {
  /**
   * Changes what a device has.
   *
   * @param device The device.
   * @param settings What to change; what is missing stays, and what can only be
   * read is ignored.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If the device does not have it or cannot change it
   * (`EOPNOTSUPP`), or the kernel refuses for another reason.
   */
  async set(
    device: Device,
    settings: S,
    options: Omit<EthtoolOptions, "statistics"> = {},
  ): Promise<void> {
    const setting = this.setting;
    await this.requests.send(
      setting,
      setting.set!,
      device,
      (fieldPath) =>
        setting.mapping.toKernel(settings as unknown as T, fieldPath),
      options,
    );
  }
}
