/**
 * The verbs that links, addresses, routes and the others share.
 *
 * @module
 */

import type { Codec } from "../../messages/codec/mod.ts";
import {
  NLM_F_CREATE,
  NLM_F_EXCL,
  NLM_F_REPLACE,
} from "../../messages/header.ts";
import type {
  BatchOptions,
  Connection,
  DumpOptions,
  Reply,
  Request,
  RequestOptions,
} from "../connection/connection.ts";
import type { NetlinkError } from "../connection/errors.ts";
import {
  deleteObject,
  type DeleteOptions,
  type IsMissing,
  missing,
  orUndefined,
} from "./existence.ts";
import { batchObjects } from "./batch.ts";
import { NO_OPTIONS } from "../connection/direct.ts";
import type { Filter } from "../mapping/filter.ts";
import { listDump } from "./list_dump.ts";
import type { Listing } from "../connection/listing.ts";
import { describing } from "../connection/request_names.ts";
import { Lookup } from "./lookup.ts";
import { notFound } from "../connection/not_found.ts";
import { checkBoolean } from "../mapping/conversions.ts";
import { checkObject, FieldPath } from "../mapping/field_path.ts";
import { messagesOf, type Reading, type Test } from "../reading/reading.ts";
import { type Verb, Verbs } from "./verbs.ts";

/**
 * How the kernel is asked for objects, and how they become values.
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
  /** Numbers of the message types, such as those of `RTM_NEWLINK`. */
  readonly object: {
    /** What creates one (`RTM_NEW*`). */
    readonly new: number;
    /** What deletes one (`RTM_DEL*`). */
    readonly delete: number;
    /** What gets and lists them (`RTM_GET*`). */
    readonly get: number;
  };
  /** Codec of the messages. */
  readonly codec: Codec<M>;
  /** Reads objects from messages. */
  readonly reading: Reading<M, T>;
  /** The message that creates what `spec` describes. */
  readonly write: (spec: S, fieldPath: FieldPath) => M;
  /** The message that names one object. */
  readonly name: (key: K, fieldPath: FieldPath) => M;
  /** Which objects to list. */
  readonly filter: Filter<F, M>;
  /** Codes of the errors that mean that there is no such object. */
  readonly missing: readonly [string, ...string[]];
  /** Whether an error of a dump means that there are no such objects. */
  readonly isNone?: (error: NetlinkError, filter: F) => boolean;
  /** Flags that change an object which has to exist; none if missing. */
  readonly changeFlags?: number;
  /** Flags besides `NLM_F_REQUEST` that make the kernel answer; none if missing. */
  readonly getFlags?: number;
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
  /** Where to send requests. */
  protected readonly connection: Connection;
  readonly #definition: Definition<M, T, S, K, F>;
  /** Whether an error means that there is no such object. */
  protected readonly isMissing: IsMissing;
  readonly #verbs: Verbs;
  /** Creates an object. */
  protected readonly creating: Verb<S, M>;
  /** Deletes an object. */
  protected readonly deleting: Verb<K, M>;
  readonly #getting: Verb<K, M>;

  /**
   * Makes the object.
   *
   * @param connection Where to send requests.
   * @param definition How to put them.
   */
  constructor(connection: Connection, definition: Definition<M, T, S, K, F>) {
    this.connection = connection;
    this.#definition = definition;
    this.isMissing = missing(...definition.missing);
    this.#verbs = new Verbs(connection);
    const { object, codec, write, name, getFlags: flags = 0 } = definition;
    this.creating = { type: object.new, codec, write };
    this.deleting = { type: object.delete, codec, write: name };
    this.#getting = { type: object.get, codec, flags, write: name };
  }

  /**
   * Lists objects.
   *
   * @param filter Which ones; all of them if it is missing.
   * @param options How to dump them.
   * @returns The objects. Iterating them throws an {@linkcode
   * UnknownDeviceError} if the filter names a device that is not there.
   */
  list(filter: F = {} as F, options: DumpOptions = {}): Listing<T> {
    const { reading } = this.#definition;
    return this.#listing(filter, options, (test) => reading.replies(test));
  }

  /**
   * Lists the messages of objects, for verbs that send them back.
   *
   * @param filter Which ones.
   * @param options How to dump them.
   * @returns The messages.
   */
  protected messages(filter: F, options: DumpOptions): Listing<M> {
    const { codec } = this.#definition;
    return this.#listing(filter, options, (test) => messagesOf(codec, test));
  }

  #listing<R>(
    filter: F,
    options: DumpOptions,
    replies: (test: Test<M> | undefined) => Reply<R>,
  ): Listing<R> {
    return listDump<M, R>(
      this.connection,
      (lookup) => this.#request(filter, lookup, replies),
      options,
      (error) => this.#definition.isNone?.(error, filter) ?? false,
    );
  }

  async #request<R>(
    filter: F,
    lookup: Lookup,
    replies: (test: Test<M> | undefined) => Reply<R>,
  ): Promise<Request<M, R>> {
    const { object, codec, filter: declared } = this.#definition;
    const type = object.get;
    const selection = await lookup.select(declared, filter, type);
    const { message } = selection;
    return { type, codec, message, reply: replies(selection) };
  }

  /**
   * Gets one object.
   *
   * @param key Which one.
   * @param options How to ask.
   * @returns The object.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is no such object.
   */
  get(key: K, options: RequestOptions = NO_OPTIONS): Promise<T> {
    const { reading } = this.#definition;
    return this.#verbs.get(this.#getting, key, options, reading.replies());
  }

  /**
   * Gets one object from a list, where the kernel cannot be asked for it.
   *
   * @param key Which one.
   * @param filter What of it the list is filtered by.
   * @param options How to ask.
   * @param fits Whether an object of the list is the one.
   * @returns The first one that fits.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is none.
   */
  protected async search(
    key: K,
    filter: (named: M) => F,
    options: RequestOptions,
    fits: (object: T, named: M) => boolean = () => true,
  ): Promise<T> {
    const { object, name, missing: [code] } = this.#definition;
    const type = object.get;
    using lookup = new Lookup(this.connection, options);
    const named = await lookup.build(
      (fieldPath) => name(key, fieldPath),
      describing(type),
    );
    for await (const object of this.list(filter(named), options)) {
      if (fits(object, named)) return object;
    }
    throw notFound(code, type, named, lookup.nameOf);
  }

  /**
   * Gets one object, if it is there.
   *
   * @param key Which one.
   * @param options How to ask.
   * @returns The object; `undefined` if there is none, or no such device.
   * @throws {NetlinkError} If the kernel refuses for another reason.
   */
  async find(
    key: K,
    options: RequestOptions = NO_OPTIONS,
  ): Promise<T | undefined> {
    return await orUndefined(this.get(key, options), this.isMissing);
  }

  /**
   * Creates an object that is not there yet.
   *
   * @param spec The object.
   * @param options How to ask.
   * @throws {NetlinkError} If it is there already (`EEXIST`), or the kernel
   * refuses it for another reason.
   */
  add(spec: S, options: RequestOptions = NO_OPTIONS): Promise<void> {
    return this.create(spec, NLM_F_CREATE | NLM_F_EXCL, options);
  }

  /**
   * Creates an object, or replaces the one that is there.
   *
   * @param spec The object.
   * @param options How to ask.
   * @throws {NetlinkError} If the kernel refuses it.
   */
  replace(spec: S, options: RequestOptions = NO_OPTIONS): Promise<void> {
    return this.create(spec, NLM_F_CREATE | NLM_F_REPLACE, options);
  }

  /**
   * Changes an object, which has to be there.
   *
   * @param spec The object as it shall be.
   * @param options How to ask.
   * @throws {NetlinkError} If it is not there, or the kernel refuses it.
   */
  change(spec: S, options: RequestOptions = NO_OPTIONS): Promise<void> {
    return this.create(spec, this.#definition.changeFlags ?? 0, options);
  }

  /**
   * Deletes an object.
   *
   * @param key Which one.
   * @param options How to ask, and whether there has to be one.
   * @returns Whether there was one: always, unless it need not be there.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If it is not there, or the kernel keeps it.
   */
  delete(key: K, options: DeleteOptions = NO_OPTIONS): Promise<boolean> {
    if (options?.ifExists === undefined) {
      return this.#verbs.carryOut(this.deleting, key, 0, options, true);
    }
    return deleteObject(
      (rest) => this.#verbs.carryOut(this.deleting, key, 0, rest, true),
      options,
      this.isMissing,
    );
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
  protected create(
    spec: S,
    flags: number,
    options: RequestOptions = NO_OPTIONS,
  ): Promise<void> {
    return this.#verbs.carryOut(
      this.creating,
      spec,
      flags,
      options,
      undefined,
    );
  }
}

/**
 * Objects of which many can be added and deleted at once.
 *
 * @typeParam M Their messages.
 * @typeParam T What they look like.
 * @typeParam S What it takes to create one.
 * @typeParam K What it takes to name one.
 * @typeParam F What it takes to list some.
 */
export class ManyObjects<M, T, S, K, F extends object>
  extends Objects<M, T, S, K, F> {
  /**
   * Adds many objects in their order, hundreds with each datagram; all of them
   * are tried.
   *
   * @param specs The objects.
   * @param options How to send them, and whether those that are there are
   * replaced.
   * @throws {UnknownDeviceError} If one refers to a device that is not there.
   * @throws {BatchError} If some were refused; it has which, and why.
   */
  async addAll(
    specs: Iterable<S>,
    options: BatchOptions & { replace?: boolean } = {},
  ): Promise<void> {
    checkObject(options, FieldPath.root.at("options"));
    const { replace = false, ...rest } = options;
    checkBoolean(replace, FieldPath.root.at("replace"));
    const flags = NLM_F_CREATE | (replace ? NLM_F_REPLACE : NLM_F_EXCL);
    await batchObjects(this.connection, specs, this.creating, flags, rest);
  }

  /**
   * Deletes many objects in their order, hundreds with each datagram; all of
   * them are tried.
   *
   * @param keys The objects.
   * @param options How to send them, and whether all have to be there.
   * @returns How many were deleted: all of them, unless they need not be there.
   * @throws {UnknownDeviceError} If one refers to a device that is not there.
   * @throws {BatchError} If some were refused; it has which, and why.
   */
  async deleteAll(
    keys: Iterable<K>,
    options: BatchOptions & { ifExists?: boolean } = {},
  ): Promise<number> {
    checkObject(options, FieldPath.root.at("options"));
    const { ifExists = false, ...rest } = options;
    checkBoolean(ifExists, FieldPath.root.at("ifExists"));
    return await batchObjects(
      this.connection,
      keys,
      this.deleting,
      0,
      rest,
      ifExists ? this.isMissing : undefined,
    );
  }
}
