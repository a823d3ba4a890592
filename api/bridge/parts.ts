/**
 * Objects of which a message of the kernel has several, such as the VLANs of a
 * port.
 *
 * @module
 */

import type { Codec } from "../../messages/codec/mod.ts";
import type {
  Connection,
  DumpOptions,
  Request,
  RequestOptions,
} from "../connection/connection.ts";
import { NO_OPTIONS } from "../connection/direct.ts";
import { type IsMissing, missing, orUndefined } from "../object/existence.ts";
import { listDump } from "../object/list_dump.ts";
import { Listing } from "../connection/listing.ts";
import { notFound } from "../connection/not_found.ts";
import type { Filter } from "../mapping/filter.ts";
import type { Lookup } from "../object/lookup.ts";

/**
 * How the kernel is asked for objects of which a message has several.
 *
 * @typeParam Q What is asked.
 * @typeParam M What is answered.
 * @typeParam P One object in the kernel's terms.
 * @typeParam T One object in people's terms.
 * @typeParam F What lists are filtered by.
 */
export interface PartsDefinition<Q, M, P, T, F> {
  /** What lists them. */
  readonly question: (filter: F) => Request<Q>;
  /** Codec of the answers. */
  readonly codec: Codec<M>;
  /** The objects of an answer. */
  readonly parts: (message: M) => readonly P[];
  /** Reads an object. */
  readonly read: (part: P) => T;
  /** Which objects to list. */
  readonly filter: Filter<F, P>;
  /** Code of the error that means that there is no such object. */
  readonly missing: readonly [string, ...string[]];
}

/**
 * How objects are listed of which a message has several.
 *
 * @typeParam T One object.
 * @typeParam F What lists are filtered by.
 */
export interface PartsListing<T, F> {
  /** Code of the error that means that there is no such object. */
  readonly missing: readonly [string, ...string[]];
  /** What lists them. */
  readonly question: (filter: F) => Request<unknown>;
  /** What lists those that a filter lets pass. */
  readonly request: (
    filter: F,
    lookup: Lookup,
  ) => Promise<Request<unknown, T[]>>;
}

/**
 * Declares how objects are listed of which a message has several.
 *
 * @typeParam Q What is asked.
 * @typeParam M What is answered.
 * @typeParam P One object in the kernel's terms.
 * @typeParam T One object in people's terms.
 * @typeParam F What lists are filtered by.
 * @param definition How the kernel is asked.
 * @returns How they are listed.
 */
export function parts<Q, M, P, T, F>(
  { question, codec, parts, read, filter, missing }: PartsDefinition<
    Q,
    M,
    P,
    T,
    F
  >,
): PartsListing<T, F> {
  return {
    missing,
    question: question as unknown as PartsListing<T, F>["question"],
    request: async (wanted, lookup) => {
      const request = question(wanted);
      const { test } = await lookup.select(filter, wanted, request.type);
      const decode = (view: DataView, start: number, end: number) => {
        const found = parts(codec.decode(view, start, end));
        return (test === undefined ? found : found.filter(test)).map(read);
      };
      return { ...request, reply: { decode } } as unknown as Request<
        unknown,
        T[]
      >;
    },
  };
}

/**
 * Lists and gets objects of which a message has several.
 *
 * @typeParam T One object.
 * @typeParam F What lists are filtered by.
 */
export class Parts<T, F extends object> {
  readonly #connection: Connection;
  readonly #definition: PartsListing<T, F>;
  /** Whether an error means that there is no such object. */
  protected readonly isMissing: IsMissing;

  /**
   * Makes the object.
   *
   * @param connection Where to send requests.
   * @param definition How they are listed.
   */
  constructor(
    connection: Connection,
    definition: PartsListing<T, F>,
  ) {
    this.#connection = connection;
    this.#definition = definition;
    this.isMissing = missing(...definition.missing);
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
    const messages = listDump<unknown, T[]>(
      this.#connection,
      (lookup) => this.#definition.request(filter, lookup),
      options,
    );
    return new Listing<T>(
      async function* () {
        for await (const chunk of messages.chunks()) yield chunk.flat();
      },
      async () => (await messages.toArray()).flat(),
    );
  }

  /**
   * Gets one object, out of a list.
   *
   * @param key Which one.
   * @param options How to ask.
   * @returns The first one that the key fits.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is none.
   */
  async get(key: F, options: RequestOptions = NO_OPTIONS): Promise<T> {
    for await (const object of this.list(key, options)) return object;
    const { question, missing: [code] } = this.#definition;
    const { type, message } = question(key);
    throw notFound(code, type, message);
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
    key: F,
    options: RequestOptions = NO_OPTIONS,
  ): Promise<T | undefined> {
    return await orUndefined(this.get(key, options), this.isMissing);
  }
}
