/**
 * Methods that states and policies have in common.
 *
 * @module
 */

import type { Codec } from "../../messages/codec/mod.ts";
import {
  type XfrmAttributes,
  xfrmAttributes,
} from "../../messages/xfrm/attributes.ts";
import type {
  DumpOptions,
  Reply,
  RequestOptions,
} from "../connection/connection.ts";
import {
  deleteObject,
  type DeleteOptions,
  missing,
  orUndefined,
} from "../object/existence.ts";
import type { Listing } from "../connection/listing.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import type { Filter, Selection } from "../mapping/filter.ts";
import { messagesOf, type Reading } from "../reading/reading.ts";
import type { XfrmRequests, XfrmVerb } from "./requests.ts";

/**
 * States or policies, as they are declared.
 *
 * @typeParam T The objects.
 * @typeParam S What it takes to add one.
 * @typeParam K What identifies one.
 * @typeParam F Which ones to list.
 * @typeParam M The message of one.
 * @typeParam N The message that names one.
 */
export interface XfrmDeclaration<T, S, K, F, M, N> {
  /** What one of them, and several, are called in errors. */
  readonly nouns: readonly [one: string, several: string];
  /** Codec of their messages. */
  readonly codec: Codec<M>;
  /** Codec of messages that name one. */
  readonly keyCodec: Codec<N>;
  /** Which one a message is about. */
  readonly subject: (message: M) => string;
  /** Which one a message names. */
  readonly keySubject: (message: N) => string;
  /** The message types of requests. */
  readonly types: {
    readonly [V in "get" | "add" | "update" | "delete"]: number;
  };
  /** What an update does, as it follows "Cannot" in errors. */
  readonly updates: string;
  /** How they are read. */
  readonly reading: Reading<M, T>;
  /** What lists are filtered by. */
  readonly filter: Filter<F, M>;
  /** Puts a new one into the kernel's terms. */
  readonly write: (spec: S, fieldPath: FieldPath) => M;
  /** Puts what names one into the kernel's terms. */
  readonly name: (key: K, fieldPath: FieldPath) => N;
  /** Error code that means that there is none. */
  readonly missing: string;
}

/**
 * States or policies.
 *
 * @typeParam T The objects.
 * @typeParam S What it takes to add one.
 * @typeParam K What identifies one.
 * @typeParam F Which ones to list.
 * @typeParam M The message of one.
 * @typeParam N The message that names one.
 */
export class XfrmObjects<
  T,
  S,
  K,
  F extends object,
  M extends { attributes: XfrmAttributes },
  N,
> {
  /** Where to send requests. */
  protected readonly requests: XfrmRequests;
  readonly #declared: XfrmDeclaration<T, S, K, F, M, N>;

  /**
   * Makes the methods.
   *
   * @param requests Where to send requests.
   * @param declaration What they are for.
   */
  constructor(
    requests: XfrmRequests,
    declaration: XfrmDeclaration<T, S, K, F, M, N>,
  ) {
    this.requests = requests;
    this.#declared = declaration;
  }

  /**
   * Lists objects.
   *
   * @param filter Which ones; all of them if it is missing.
   * @param options How to dump them.
   * @returns The objects. Iterating them throws an `UnknownDeviceError` if the
   * filter names a device that is not there, and a `TypeError` or a
   * `RangeError` if it is wrong.
   */
  list(filter: F = {} as F, options: DumpOptions = {}): Listing<T> {
    const { reading } = this.#declared;
    return this.#list(filter, (test) => reading.replies(test), options);
  }

  #list<R>(
    wanted: F,
    read: (test: Selection<M>) => Reply<R>,
    options: DumpOptions,
  ): Listing<R> {
    const { nouns: [, several], types, filter } = this.#declared;
    return this.requests.list({
      type: types.get,
      codec: xfrmAttributes,
      action: () => `list ${several}`,
    }, (fieldPath) => {
      const selection = filter.select(wanted, fieldPath);
      return { message: selection.message.attributes, reply: read(selection) };
    }, options);
  }

  /**
   * Gets an object.
   *
   * @param key Which one.
   * @param options How to ask.
   * @returns The object.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {NetlinkError} If there is none (`ENOENT` for policies, `ESRCH` for
   * states).
   */
  get(key: K, options: RequestOptions = {}): Promise<T> {
    const { name, reading } = this.#declared;
    return this.requests.get(
      this.#naming("get"),
      (fieldPath) => name(key, fieldPath),
      reading.replies(),
      options,
    );
  }

  /**
   * Gets an object, if it is there.
   *
   * @param key Which one.
   * @param options How to ask.
   * @returns The object; `undefined` if there is none.
   * @throws {NetlinkError} If the kernel refuses for another reason.
   */
  find(key: K, options: RequestOptions = {}): Promise<T | undefined> {
    return orUndefined(
      this.get(key, options),
      missing(this.#declared.missing),
    );
  }

  /**
   * Adds an object that is not there yet.
   *
   * @param spec The object.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If it is there already (`EEXIST`), or the kernel
   * refuses it.
   */
  add(spec: S, options: RequestOptions = {}): Promise<void> {
    return this.#send("add", "create", spec, options);
  }

  /**
   * Adds a policy, or replaces the one that is there; or changes a state, which
   * has to be there: it gets keys if it has none yet, and otherwise other limits,
   * encapsulation and the like.
   *
   * @param spec The object as it shall be.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If a state is not there (`ESRCH`), or the kernel
   * refuses.
   */
  update(spec: S, options: RequestOptions = {}): Promise<void> {
    return this.#send("update", this.#declared.updates, spec, options);
  }

  #send(
    type: "add" | "update",
    action: string,
    spec: S,
    options: RequestOptions,
  ): Promise<void> {
    const { nouns: [noun], codec, types, subject, write } = this.#declared;
    return this.requests.send(
      {
        type: types[type],
        codec,
        action: (message) => `${action} ${noun} ${subject(message)}`,
      },
      (fieldPath) => write(spec, fieldPath),
      options,
    );
  }

  /**
   * Deletes an object.
   *
   * @param key Which one.
   * @param options How to ask, and whether there has to be one.
   * @returns Whether there was one.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {NetlinkError} If there is none (`ENOENT` for policies, `ESRCH` for
   * states).
   */
  delete(key: K, options: DeleteOptions = {}): Promise<boolean> {
    const { name, missing: code } = this.#declared;
    const write = (fieldPath: FieldPath) => name(key, fieldPath);
    return deleteObject(
      (rest) => this.requests.send(this.#naming("delete"), write, rest),
      options,
      missing(code),
    );
  }

  /**
   * Deletes objects that a filter lets pass, one by one.
   *
   * @param wanted Which ones.
   * @param name Makes the message that names one; `undefined` for those that
   * stay.
   * @param options How to ask.
   */
  protected async deleteEach(
    wanted: F,
    name: (message: M) => N | undefined,
    options: RequestOptions,
  ): Promise<void> {
    const { codec } = this.#declared;
    const read = (test: Selection<M>) => messagesOf(codec, test);
    for (const message of await this.#list(wanted, read, options).toArray()) {
      const key = name(message);
      if (key === undefined) continue;
      await this.requests.send(this.#naming("delete"), () => key, options);
    }
  }

  #naming(type: "get" | "delete"): XfrmVerb<N> {
    const { nouns: [noun], keyCodec, types, keySubject } = this.#declared;
    return {
      type: types[type],
      codec: keyCodec,
      action: (message) => `${type} ${noun} ${keySubject(message)}`,
    };
  }
}
