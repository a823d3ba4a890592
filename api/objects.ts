/**
 * The verbs that links, addresses, routes and the others share.
 *
 * @module
 */

import type { Codec } from "../messages/codec/mod.ts";
import { NLM_F_CREATE, NLM_F_EXCL, NLM_F_REPLACE } from "../messages/header.ts";
import type { Connection, DumpOptions, RequestOptions } from "./connection.ts";
import { Lookup } from "./lookup.ts";
import type { Place } from "./place.ts";

/**
 * How the kernel is asked for objects, and how they are put into words.
 *
 * The functions are pure: names of devices are looked up by their place.
 *
 * @typeParam M The objects' messages.
 * @typeParam T What the objects look like.
 * @typeParam S What it takes to create one.
 * @typeParam K What it takes to name one.
 * @typeParam F What it takes to list some.
 */
export interface Definition<M, T, S, K, F> {
  /** Message types, such as `RTM_NEWLINK`, `RTM_DELLINK` and `RTM_GETLINK`. */
  readonly types: readonly [create: number, remove: number, get: number];
  /** Codec of the messages. */
  readonly codec: Codec<M>;
  /** Puts a message into words. */
  readonly read: (message: M) => T;
  /** The message that creates what `spec` describes. */
  readonly write: (spec: S, place: Place) => M;
  /** The message that names one object. */
  readonly name: (key: K, place: Place) => M;
  /** The message that asks for the objects that `filter` lets pass. */
  readonly select: (filter: F, place: Place) => M;
  /**
   * Whether a message is among those that `selected` asks for, as kernels do
   * not filter by everything, and old ones by nothing.
   */
  readonly matches?: (message: M, filter: F, selected: M) => boolean;
  /** Flags that change an object which has to exist; none if missing. */
  readonly changeFlags?: number;
}

/**
 * Objects of one kind.
 *
 * @typeParam M Their messages.
 * @typeParam T What they look like.
 * @typeParam S What it takes to create one.
 * @typeParam K What it takes to name one.
 * @typeParam F What it takes to list some.
 */
export class Objects<M, T, S, K, F extends object> {
  readonly #connection: Connection;
  readonly #definition: Definition<M, T, S, K, F>;

  /**
   * Makes the verbs.
   *
   * @param connection Where to send requests.
   * @param definition How to put them.
   */
  constructor(connection: Connection, definition: Definition<M, T, S, K, F>) {
    this.#connection = connection;
    this.#definition = definition;
  }

  /**
   * Lists objects.
   *
   * @param filter Which ones; all of them if it is missing.
   * @param options How to dump them.
   * @returns The objects.
   * @throws {UnknownDeviceError} If the filter names a device that is not
   * there.
   */
  async *list(
    filter: F = {} as F,
    options: DumpOptions = {},
  ): AsyncGenerator<T, void> {
    const { types: [, , type], codec, read, select, matches } =
      this.#definition;
    using lookup = new Lookup(this.#connection, options);
    const message = await lookup.build((place) => select(filter, place));
    const chunks = this.#connection.dumpChunks(
      { type, codec, message },
      options,
    );
    for await (const chunk of chunks) {
      for (const item of chunk) {
        if (matches === undefined || matches(item, filter, message)) {
          yield read(item);
        }
      }
    }
  }

  /**
   * Gets one object.
   *
   * @param key Which one.
   * @param options How to ask.
   * @returns The object.
   * @throws {NetlinkError} If there is no such object.
   */
  async get(key: K, options: RequestOptions = {}): Promise<T> {
    const { types: [, , type], codec, read, name } = this.#definition;
    using lookup = new Lookup(this.#connection, options);
    const message = await lookup.build((place) => name(key, place));
    return read(await this.#connection.get({ type, codec, message }, options));
  }

  /**
   * Creates an object that is not there yet.
   *
   * @param spec The object.
   * @param options How to ask.
   * @throws {NetlinkError} If it is there already (`EEXIST`), or the kernel
   * refuses it for another reason.
   */
  async add(spec: S, options: RequestOptions = {}): Promise<void> {
    await this.create(spec, NLM_F_CREATE | NLM_F_EXCL, options);
  }

  /**
   * Creates an object, or replaces the one that is there.
   *
   * @param spec The object.
   * @param options How to ask.
   * @throws {NetlinkError} If the kernel refuses it.
   */
  async replace(spec: S, options: RequestOptions = {}): Promise<void> {
    await this.create(spec, NLM_F_CREATE | NLM_F_REPLACE, options);
  }

  /**
   * Changes an object, which has to be there.
   *
   * @param spec The object as it shall be.
   * @param options How to ask.
   * @throws {NetlinkError} If it is not there, or the kernel refuses it.
   */
  async change(spec: S, options: RequestOptions = {}): Promise<void> {
    await this.create(spec, this.#definition.changeFlags ?? 0, options);
  }

  /**
   * Deletes an object.
   *
   * @param key Which one.
   * @param options How to ask.
   * @throws {NetlinkError} If it is not there, or the kernel keeps it.
   */
  async delete(key: K, options: RequestOptions = {}): Promise<void> {
    const { types: [, type], codec, name } = this.#definition;
    using lookup = new Lookup(this.#connection, options);
    const message = await lookup.build((place) => name(key, place));
    await this.#connection.request({ type, codec, message }, options);
  }

  /**
   * Sends the message that creates an object.
   *
   * @param spec The object.
   * @param flags What is to happen if it exists, and if it does not:
   * `NLM_F_CREATE`, `NLM_F_EXCL`, `NLM_F_REPLACE` and `NLM_F_APPEND`.
   * @param options How to ask.
   * @throws {NetlinkError} If the kernel refuses it.
   */
  async create(
    spec: S,
    flags: number,
    options: RequestOptions = {},
  ): Promise<void> {
    const { types: [type], codec, write } = this.#definition;
    using lookup = new Lookup(this.#connection, options);
    const message = await lookup.build((place) => write(spec, place));
    await this.#connection.request({ type, codec, message, flags }, options);
  }
}
