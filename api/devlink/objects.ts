/**
 * Methods of objects of the family `devlink`.
 *
 * @module
 */

import type { DevlinkMessage } from "../../messages/generic/devlink/commands.ts";
import type { DumpOptions, RequestOptions } from "../connection/connection.ts";
import { missing, orUndefined } from "../connection/existence.ts";
import { type Listing, listingOf } from "../connection/listing.ts";
import { uint32 } from "../mapping/conversions.ts";
import { type Mapping, mapping } from "../mapping/mapping.ts";
import type { DevlinkAttributes } from "../../messages/generic/devlink/attribute_list.ts";
import {
  deviceField,
  type DevlinkDeviceKey,
  type DevlinkObject,
  type DevlinkState,
} from "./object.ts";
import type { DevlinkRequests } from "./requests.ts";

/** Which objects to list; what is missing lets all pass. */
export interface DevlinkFilter {
  /** Those of this device, such as `pci/0000:01:00.0`. */
  device?: string;
  /** Those of the port with this number. */
  port?: number;
}

const filters: Mapping<DevlinkFilter, DevlinkAttributes> = mapping<
  DevlinkFilter,
  DevlinkAttributes
>({
  device: deviceField,
  port: ["portIndex", uint32],
});

/** There is no such device or object. */
const isMissing = missing("ENODEV", "ENOENT", "EINVAL");

/**
 * Objects that can be listed and read.
 *
 * @typeParam T What is read of one.
 * @typeParam K What names one.
 */
export class DevlinkReader<T extends DevlinkState, K extends DevlinkDeviceKey> {
  readonly #requests: DevlinkRequests;
  readonly #object: DevlinkObject<T, K, never>;

  /**
   * Makes the methods.
   *
   * @param requests Sends the requests.
   * @param object The declaration of the objects.
   */
  constructor(requests: DevlinkRequests, object: DevlinkObject<T, K, never>) {
    this.#requests = requests;
    this.#object = object;
  }

  /**
   * Lists objects.
   *
   * @param filter Which ones.
   * @param options How to ask.
   * @returns The objects.
   * @throws {TypeError} If a condition is wrong.
   * @throws {NetlinkError} If the kernel refuses.
   */
  list(filter: DevlinkFilter = {}, options: DumpOptions = {}): Listing<T> {
    return listingOf(() => this.#listed(filter, options));
  }

  async *#listed(
    filter: DevlinkFilter,
    options: DumpOptions,
  ): AsyncGenerator<T, void> {
    const { noun, get, read } = this.#object;
    let wanted: DevlinkAttributes = {};
    const messages = this.#requests.dump(
      `list ${noun}s`,
      get,
      (fieldPath) => {
        // The kernel chooses by device; older ones list all.
        const { busName, devName } = wanted = filters.toKernel(
          filter,
          fieldPath,
        );
        return busName === undefined
          ? {}
          : { busName, devName: devName! } as DevlinkAttributes;
      },
      options,
    );
    for await (const message of messages) {
      if (matches(message, wanted)) yield read(message);
    }
  }

  /**
   * Gets an object.
   *
   * @param key The object.
   * @param options How to ask.
   * @returns The object.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {NetlinkError} If there is no such device (`ENODEV`) or object
   * (`EINVAL`), or the kernel refuses for another reason.
   */
  async get(key: K, options: RequestOptions = {}): Promise<T> {
    const { noun, get, keyOf, read } = this.#object;
    const [message] = await this.#requests.send(
      `get ${noun}`,
      get,
      (fieldPath) => keyOf(key, fieldPath),
      options,
    );
    return read(message!);
  }

  /**
   * Gets an object, if it is there.
   *
   * @param key The object.
   * @param options How to ask.
   * @returns The object; `undefined` if there is none.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {NetlinkError} If the kernel refuses for another reason.
   */
  async find(key: K, options: RequestOptions = {}): Promise<T | undefined> {
    return await orUndefined(this.get(key, options), isMissing);
  }
}

function matches(
  { attributes }: DevlinkMessage,
  { busName, devName, portIndex }: DevlinkAttributes,
): boolean {
  return (busName === undefined ||
    attributes.busName === busName && attributes.devName === devName) &&
    (portIndex === undefined || attributes.portIndex === portIndex);
}

/**
 * Objects that can be listed, read and changed.
 *
 * @typeParam T What is read of one.
 * @typeParam K What names one.
 * @typeParam S What can be changed of one.
 */
export class DevlinkObjects<
  T extends DevlinkState,
  K extends DevlinkDeviceKey,
  S extends object,
> extends DevlinkReader<T, K> {
  readonly #requests: DevlinkRequests;
  readonly #object: DevlinkObject<T, K, S>;

  /**
   * Makes the methods.
   *
   * @param requests Sends the requests.
   * @param object The declaration of the objects.
   */
  constructor(requests: DevlinkRequests, object: DevlinkObject<T, K, S>) {
    super(requests, object as unknown as DevlinkObject<T, K, never>);
    this.#requests = requests;
    this.#object = object;
  }

  /**
   * Changes an object.
   *
   * @param key The object.
   * @param settings What to change; what is missing stays.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If there is no such device (`ENODEV`) or object
   * (`EINVAL`), it cannot be changed (`EOPNOTSUPP`), or the kernel refuses for
   * another reason.
   */
  async set(key: K, settings: S, options: RequestOptions = {}): Promise<void> {
    const { noun, set, keyOf, settingsOf } = this.#object;
    await this.#requests.send(
      `set ${noun}`,
      set!,
      (fieldPath) => ({
        ...keyOf(key, fieldPath),
        ...settingsOf(settings, fieldPath),
      }),
      options,
    );
  }
}
