/**
 * Finds the numbers behind the names in what people ask for.
 *
 * @module
 */

import {
  RTEXT_FILTER_SKIP_STATS,
  RTM_GETLINK,
} from "../messages/link/constants.ts";
import { briefLinkMessage } from "../messages/link/common.ts";
import { openNamespace } from "../socket/namespace.ts";
import { closeFile } from "../socket/system.ts";
import type { Connection, RequestOptions } from "./connection.ts";
import { NetlinkError } from "./error.ts";
import { linkByName } from "./link/reference.ts";
import { Place, type References } from "./place.ts";
import { retraced } from "./stack.ts";

const ENODEV = 19;

/**
 * A device that a request refers to does not exist (`ENODEV`).
 *
 * The request was not sent.
 */
export class UnknownDeviceError extends NetlinkError {
  /** Name of the device. */
  readonly device: string;
  /** The property that refers to it, such as `vxlan.device`. */
  readonly path: string;

  /**
   * Makes the error.
   *
   * @param device Name of the device.
   * @param path The property that refers to it; empty for the object itself.
   */
  constructor(device: string, path: string) {
    super(ENODEV);
    this.name = "UnknownDeviceError";
    this.message = `Cannot find device "${device}"` +
      (path === "" ? "" : ` for ${path}`);
    this.device = device;
    this.path = path;
  }
}

/**
 * Builds messages out of words that name devices and network namespaces.
 *
 * Words are turned into a message by a pure function, which cannot wait for the
 * kernel: it is called once to see which names there are, and once more when
 * their numbers are known. Words without names take one call only.
 */
export class Lookup implements References, Disposable {
  readonly #connection: Connection;
  readonly #options: RequestOptions;
  readonly #place: Place;
  readonly #indices = new Map<string, number>();
  readonly #asked = new Map<string, string>();
  readonly #descriptors: number[] = [];

  /**
   * Makes the object.
   *
   * @param connection Who is asked.
   * @param options How to ask.
   */
  constructor(connection: Connection, options: RequestOptions = {}) {
    this.#connection = connection;
    this.#options = options;
    this.#place = new Place("", this);
  }

  /**
   * Builds a message.
   *
   * @typeParam T The message.
   * @param make Turns words into the message.
   * @returns The message.
   * @throws {UnknownDeviceError} If one of the names is no device's.
   */
  async build<T>(make: (place: Place) => T): Promise<T> {
    const made = this.#make(make);
    if (this.#asked.size === 0) return made;
    await Promise.all(
      Array.from(this.#asked, ([name, path]) => this.#find(name, path)),
    );
    this.#asked.clear();
    this.#closeDescriptors();
    return this.#make(make);
  }

  #make<T>(make: (place: Place) => T): T {
    try {
      return make(this.#place);
    } catch (error) {
      // Conversions are nested too deeply for a stack to show who asked.
      throw retraced(error);
    }
  }

  async #find(name: string, path: string): Promise<void> {
    const message = linkByName(name);
    // Counters are most of a link message, and only the index is of interest.
    message.attributes.extMask = RTEXT_FILTER_SKIP_STATS;
    try {
      const link = await this.#connection.get(
        { type: RTM_GETLINK, codec: briefLinkMessage, message },
        this.#options,
      );
      this.#indices.set(name, link.index);
    } catch (error) {
      if (!(error instanceof NetlinkError && error.errno === ENODEV)) {
        throw error;
      }
      throw new UnknownDeviceError(name, path);
    }
  }

  /**
   * The index of a device, or 0 while it is not known.
   *
   * @param name The device's name.
   * @param path The property that refers to it.
   * @returns Its index.
   */
  device(name: string, path: string): number {
    const index = this.#indices.get(name);
    if (index === undefined) this.#asked.set(name, path);
    return index ?? 0;
  }

  /**
   * Opens a network namespace; it is closed with this object.
   *
   * @param name The namespace's name or path.
   * @returns The descriptor.
   * @throws {SocketError} If there is no such namespace.
   */
  namespace(name: string): number {
    const descriptor = openNamespace(name);
    this.#descriptors.push(descriptor);
    return descriptor;
  }

  #closeDescriptors(): void {
    for (const descriptor of this.#descriptors.splice(0)) {
      closeFile(descriptor);
    }
  }

  /** Closes the namespaces that were opened. */
  [Symbol.dispose](): void {
    this.#closeDescriptors();
  }
}
