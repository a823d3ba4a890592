/**
 * Methods of objects of the family `devlink`.
 *
 * @module
 */

import type { DevlinkMessage } from "../../messages/generic/devlink/commands.ts";
import type { DumpOptions, RequestOptions } from "../connection/connection.ts";
import { type IsMissing, missing } from "../object/existence.ts";
import { Finder } from "../object/requester.ts";
import { type Listing, listingOf } from "../connection/listing.ts";
import { uint32 } from "../mapping/conversions.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { type Mapping, mapping } from "../mapping/mapping.ts";
import type { DevlinkAttributes } from "../../messages/generic/devlink/attribute_list.ts";
import {
  deviceField,
  type DevlinkDeviceKey,
  type DevlinkObject,
  type DevlinkState,
} from "./object.ts";
import type { DevlinkRequests } from "./requests.ts";

/** Which objects to list; what is not given does not matter. */
export interface DevlinkFilter {
  /** Those of this device, such as `pci/0000:01:00.0`. */
  device?: string;
  /** Those of the port with this number. */
  port?: number;
}

const filters: Mapping<DevlinkFilter, DevlinkAttributes> = mapping({
  device: deviceField,
  port: ["portIndex", uint32],
});

/**
 * Objects that can be listed and read.
 *
 * @typeParam T What is read of one.
 * @typeParam K What identifies one.
 * @typeParam S What can be changed of one.
 */
export class DevlinkReader<
  T extends DevlinkState,
  K extends DevlinkDeviceKey,
  S extends object = never,
> extends Finder<DevlinkRequests, K, T> {
  /** There is no such device or object. */
  protected override readonly isMissing: IsMissing = missing(
    "ENODEV",
    "ENOENT",
    "EINVAL",
  );

  /** The declaration of the objects. */
  protected readonly object: DevlinkObject<T, K, S>;

  /**
   * Makes the methods.
   *
   * @param requests Sends the requests.
   * @param object The declaration of the objects.
   */
  constructor(requests: DevlinkRequests, object: DevlinkObject<T, K, S>) {
    super(requests);
    this.object = object;
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
    const { noun, get, read } = this.object;
    let wanted: DevlinkAttributes = {};
    const messages = this.requests.dump(
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
  override async get(key: K, options: RequestOptions = {}): Promise<T> {
    const { noun, get, read } = this.object;
    const [message] = await this.send(`get ${noun}`, get, key, options);
    return read(message!);
  }

  /**
   * Sends a command about an object.
   *
   * @param verb What it does, as it follows "Cannot" in errors.
   * @param command The command.
   * @param key The object.
   * @param options How to ask.
   * @param write Writes what else is sent.
   * @returns The answers.
   */
  protected async send(
    verb: string,
    command: number,
    key: K,
    options: RequestOptions,
    write?: (fieldPath: FieldPath) => DevlinkAttributes,
  ): Promise<DevlinkMessage[]> {
    const { keyOf } = this.object;
    return await this.requests.send(
      verb,
      command,
      (fieldPath) => ({ ...keyOf(key, fieldPath), ...write?.(fieldPath) }),
      options,
    );
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
 * @typeParam K What identifies one.
 * @typeParam S What can be changed of one.
 */
export class DevlinkObjects<
  T extends DevlinkState,
  K extends DevlinkDeviceKey,
  S extends object,
> extends DevlinkReader<T, K, S> {
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
    const { noun, set, settingsOf } = this.object;
    await this.send(
      `set ${noun}`,
      set!,
      key,
      options,
      (fieldPath) => settingsOf(settings, fieldPath),
    );
  }
}
