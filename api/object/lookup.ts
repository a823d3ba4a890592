/**
 * Finds the numbers behind the names in what people ask for.
 *
 * @module
 */

import { errnoOf } from "../../messages/errno.ts";
import {
  RTEXT_FILTER_SKIP_STATS,
  RTM_GETLINK,
} from "../../messages/link/constants.ts";
import { briefLinkMessage } from "../../messages/link/common.ts";
import type { LinkMessage } from "../../messages/link/link.ts";
import { NLM_F_DUMP } from "../../messages/header.ts";
import { openNamespace } from "../../socket/namespace.ts";
import { closeFile } from "../../socket/system.ts";
import type { Connection, RequestOptions } from "../connection/connection.ts";
import {
  type DescribeMade,
  describeRequest,
} from "../connection/request_names.ts";
import { NetlinkError, type RequestDescription } from "../connection/errors.ts";
import { linkByName } from "../mapping/device.ts";
import { FieldPath, type References } from "../mapping/field_path.ts";
import type { Filter, Selection } from "../mapping/filter.ts";
import { retraced } from "../connection/stack.ts";
import { blank } from "../../messages/codec/mod.ts";

/** Indices above this one stand for devices that are not there. */
const FIRST_STAND_IN = 0x7fff0000;

/** A device that a request refers to does not exist (`ENODEV`). */
export class UnknownDeviceError extends NetlinkError {
  /** Name or index of the device. */
  readonly device: string | number;
  /**
   * The property that refers to it, such as `vxlan.device`; empty for the
   * object itself.
   */
  readonly path: string;

  /**
   * Makes the error.
   *
   * @param device Name or index of the device.
   * @param path The property that refers to it; empty for the object itself.
   * @param request The request, if it is known.
   */
  constructor(
    device: string | number,
    path: string,
    request?: RequestDescription,
  ) {
    super(errnoOf("ENODEV"), { request });
    this.name = "UnknownDeviceError";
    const target = path === "" ? "" : ` for ${path}`;
    const quoted = JSON.stringify(device);
    if (request === undefined) {
      this.message = `Cannot find device ${quoted}${target}`;
    } else if (path !== "") this.message += `: ${quoted}${target}`;
    this.device = device;
    this.path = path;
  }
}

/** A message that names a device. */
function named(device: string | number): LinkMessage {
  return typeof device === "string"
    ? linkByName(device)
    : blank(briefLinkMessage, { index: device });
}

/**
 * Builds messages out of values that name devices and network namespaces.
 *
 * A value becomes a message by a pure function, which cannot wait for the
 * kernel: it is called once to see which names there are, and once more when
 * their numbers are known. Values without names take one call only.
 */
export class Lookup implements References, Disposable {
  readonly #connection: Connection;
  readonly #options: RequestOptions;
  readonly #fieldPath: FieldPath;
  // Most requests name no device, and need none of these.
  #indices: Map<string, number> | undefined;
  #referred: Map<number, string> | undefined;
  #names: Map<number, string> | undefined;
  /**
   * The first device that is referred to by its index, and by what property.
   */
  #firstIndex = 0;
  #firstPath = "";
  /** Names and indices to find out, and the properties that refer to them. */
  #asked: Map<string | number, string> | undefined;
  #descriptors: number[] | undefined;
  /**
   * Finds the name by which the value refers to a device; none where it gives
   * its index.
   */
  readonly nameOf: (index: number) => string | undefined = (index) => {
    for (const [name, found] of this.#indices ?? []) {
      if (found === index) return name;
    }
    return undefined;
  };

  /**
   * Makes the object.
   *
   * @param connection Who is asked.
   * @param options How to ask.
   */
  constructor(connection: Connection, options: RequestOptions = {}) {
    this.#connection = connection;
    this.#options = options;
    this.#fieldPath = new FieldPath("", this);
  }

  /** The devices that have been looked up, by name. */
  get indices(): ReadonlyMap<string, number> | undefined {
    return this.#indices;
  }

  /**
   * Builds a message.
   *
   * @typeParam T The message.
   * @param make Converts a value to the message.
   * @param describe Describes the request that it is for, for error messages.
   * @returns The message; a promise only if there is something to look up, as
   * waiting for nothing takes time, too.
   * @throws {UnknownDeviceError} If one of the names is no device's.
   */
  build<T>(
    make: (fieldPath: FieldPath) => T,
    describe?: DescribeMade<T>,
  ): T | Promise<T> {
    const made = this.#make(make);
    return this.#asked === undefined
      ? made
      : this.#retry(make, this.#asked, describe);
  }

  /**
   * Puts a filter into the kernel's terms.
   *
   * @typeParam F The filter.
   * @typeParam M The message.
   * @param declared What filters there are.
   * @param filter The filter.
   * @param type What is listed, `RTM_GET*`, for error messages.
   * @returns The same in the kernel's terms.
   * @throws {UnknownDeviceError} If it names a device that is not there.
   */
  select<F, M>(
    declared: Pick<Filter<F, M>, "select">,
    filter: F,
    type: number,
  ): Selection<M> | Promise<Selection<M>> {
    return this.build<Selection<M>>(
      (fieldPath) => declared.select(filter, fieldPath),
      ({ message }) => describeRequest({ type, message }, NLM_F_DUMP),
    );
  }

  async #retry<T>(
    make: (fieldPath: FieldPath) => T,
    asked: ReadonlyMap<string | number, string>,
    describe: DescribeMade<T> | undefined,
  ): Promise<T> {
    this.#asked = undefined;
    try {
      await Promise.all(
        Array.from(asked, ([device, path]) => this.#find(device, path)),
      );
    } catch (error) {
      if (describe === undefined || !(error instanceof UnknownDeviceError)) {
        throw error;
      }
      const { device, path } = error;
      const request = this.#describe(make, describe, path);
      throw new UnknownDeviceError(device, path, request);
    }
    this.#closeDescriptors();
    return this.#make(make);
  }

  #make<T>(make: (fieldPath: FieldPath) => T): T {
    try {
      return make(this.#fieldPath);
    } catch (error) {
      // Conversions are nested too deeply for a stack to show who asked.
      throw retraced(error);
    }
  }

  async #find(device: string | number, path: string): Promise<void> {
    try {
      const { index, attributes } = await this.#ask(named(device));
      if (typeof device === "string") {
        (this.#indices ??= new Map()).set(device, index);
      } else (this.#names ??= new Map()).set(device, attributes.name ?? "");
    } catch (error) {
      if (!isUnknown(error)) throw error;
      throw new UnknownDeviceError(device, path);
    }
  }

  /** Reads what counts of a device. */
  async #ask(message: LinkMessage): Promise<LinkMessage> {
    // Counters are most of a link message.
    message.attributes.extMask = RTEXT_FILTER_SKIP_STATS;
    return await this.#connection.get(
      { type: RTM_GETLINK, codec: briefLinkMessage, message },
      this.#options,
    );
  }

  /** Describes a request by what it would be if all devices were there. */
  #describe<T>(
    make: (fieldPath: FieldPath) => T,
    describe: DescribeMade<T>,
    path: string,
  ): RequestDescription | undefined {
    const standIns: string[] = [];
    const fieldPath = new FieldPath("", {
      device: (name) =>
        this.#indices?.get(name) ?? FIRST_STAND_IN + standIns.push(name),
      deviceName: (index) => this.#names?.get(index) ?? String(index),
      namespace: () => 0,
    });
    try {
      return describe(
        make(fieldPath),
        (index) => standIns[index - FIRST_STAND_IN - 1] ?? this.nameOf(index),
        path,
      );
    } catch {
      // The value has changed meanwhile.
      return undefined;
    }
  }

  /**
   * Waits for what comes of a request that this object has built.
   *
   * @typeParam T The answer.
   * @param answer The answer.
   * @returns The same.
   * @throws {UnknownDeviceError} See {@linkcode Lookup.explain}.
   */
  async answer<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      throw await this.explain(error);
    }
  }

  /**
   * Finds out whether the kernel refused a request that this object has built
   * (`ENODEV`) because a device is not there that the value refers to.
   *
   * @param error The error.
   * @returns An {@linkcode UnknownDeviceError} if so, otherwise the same error.
   */
  async explain(error: unknown): Promise<unknown> {
    return isUnknown(error) && !(error instanceof UnknownDeviceError)
      ? await this.#findMissing(error) ?? error
      : error;
  }

  /** Looks which device is missing: a request may refer to several. */
  async #findMissing(
    { request }: NetlinkError,
  ): Promise<UnknownDeviceError | undefined> {
    const first: [number, string][] = this.#firstIndex === 0
      ? []
      : [[this.#firstIndex, this.#firstPath]];
    for (const [index, path] of [...first, ...this.#referred ?? []]) {
      try {
        await this.#ask(blank(briefLinkMessage, { index }));
      } catch (error) {
        if (!isUnknown(error)) continue;
        const name = this.nameOf(index) ?? index;
        return new UnknownDeviceError(name, path, request);
      }
    }
    return undefined;
  }

  /**
   * The index of a device, or 0 while it is not known.
   *
   * @param name The device's name.
   * @param path The property that refers to it.
   * @returns Its index.
   */
  device(name: string, path: string): number {
    const index = this.#indices?.get(name);
    if (index === undefined) (this.#asked ??= new Map()).set(name, path);
    else this.refer(index, path);
    return index ?? 0;
  }

  /**
   * Takes down that the value refers to a device by its index.
   *
   * @param index The device's index.
   * @param path The property that refers to it.
   */
  refer(index: number, path: string): void {
    if (this.#firstIndex === 0) {
      this.#firstIndex = index;
      this.#firstPath = path;
    } else if (this.#firstIndex !== index) {
      (this.#referred ??= new Map()).set(index, path);
    }
  }

  /**
   * The name of a device, or one that stands for it while it is not known.
   *
   * @param index The device's index.
   * @param path The property that refers to it.
   * @returns Its name.
   */
  deviceName(index: number, path: string): string {
    const name = this.#names?.get(index);
    if (name === undefined) (this.#asked ??= new Map()).set(index, path);
    return name ?? "unknown";
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
    (this.#descriptors ??= []).push(descriptor);
    return descriptor;
  }

  #closeDescriptors(): void {
    for (const descriptor of this.#descriptors?.splice(0) ?? []) {
      closeFile(descriptor);
    }
  }

  /** Closes the namespaces that were opened. */
  [Symbol.dispose](): void {
    this.#closeDescriptors();
  }
}

function isUnknown(error: unknown): error is NetlinkError {
  return error instanceof NetlinkError && error.code === "ENODEV";
}
