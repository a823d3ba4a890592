/**
 * Requests that change objects of which a message has several.
 *
 * @module
 */

import type {
  BatchOptions,
  Connection,
  RequestOptions,
} from "../connection/connection.ts";
import { NO_OPTIONS } from "../connection/direct.ts";
import { deleteObject, type DeleteOptions } from "../object/existence.ts";
import type { AnyRequest } from "../connection/request.ts";
import { describing } from "../connection/request_names.ts";
import { checkIterable, FieldPath } from "../mapping/field_path.ts";
import { Lookup } from "../object/lookup.ts";
import { type Verb, Verbs } from "../object/verbs.ts";
import { Parts, type PartsListing } from "./parts.ts";

/**
 * Lists, gets and changes objects of which a message has several.
 *
 * @typeParam T One object.
 * @typeParam F What lists are filtered by.
 */
export class ChangeableParts<T, F extends object> extends Parts<T, F> {
  readonly #connection: Connection;
  readonly #verbs: Verbs;

  /**
   * Makes the object.
   *
   * @param connection Where to send requests.
   * @param definition How they are listed.
   */
  constructor(connection: Connection, definition: PartsListing<T, F>) {
    super(connection, definition);
    this.#connection = connection;
    this.#verbs = new Verbs(connection);
  }

  /**
   * Has the kernel do something with one object.
   *
   * @param verb What.
   * @param value The object, or what names it.
   * @param flags `NLM_F_*` besides those that all requests have.
   * @param options How to ask.
   */
  protected async carryOut<S, R>(
    verb: Verb<S, R>,
    value: S,
    flags: number,
    options: RequestOptions,
  ): Promise<void> {
    await this.#verbs.carryOut(verb, value, flags, options, undefined);
  }

  /**
   * Has the kernel delete one object.
   *
   * @param verb How.
   * @param key What identifies it.
   * @param options How to ask, and whether there has to be one.
   * @returns Whether there was one.
   */
  protected async remove<S, R>(
    verb: Verb<S, R>,
    key: S,
    options: DeleteOptions,
  ): Promise<boolean> {
    return await deleteObject(
      (rest) => this.#verbs.carryOut(verb, key, 0, rest, true),
      options,
      this.isMissing,
    );
  }

  /**
   * Has the kernel do something with many objects.
   *
   * @param verb What.
   * @param values The objects, or what names them.
   * @param flags `NLM_F_*` besides those that all requests have.
   * @param options How to send the requests.
   */
  protected async carryOutAll<S, R>(
    { type, codec, write }: Verb<S, R>,
    values: Iterable<S>,
    flags: number,
    options: BatchOptions,
  ): Promise<void> {
    checkIterable(values, FieldPath.root);
    using lookup = new Lookup(this.#connection, options);
    const { nameOf } = lookup;
    const requests: AnyRequest[] = [];
    for (const value of values) {
      const message = await lookup.build(
        (fieldPath: FieldPath) => write(value, fieldPath),
        describing(type, flags),
      );
      requests.push({ type, codec, message, flags, nameOf });
    }
    await this.#connection.batch(requests, options);
  }
}

/**
 * How objects are added and deleted of which a message has several.
 *
 * @typeParam S What it takes to add one.
 * @typeParam K What identifies one.
 * @typeParam M The messages that add and delete.
 */
export interface PartsEdits<S, K, M> {
  /** What adds one. */
  readonly adding: Verb<S, M>;
  /** `NLM_F_*` of that; 0 by default. */
  readonly flags?: number;
  /** What deletes one. */
  readonly deleting: Verb<K, M>;
}

/**
 * Lists, gets, adds and deletes objects of which a message has several.
 *
 * @typeParam T One object.
 * @typeParam F What lists are filtered by.
 * @typeParam S What it takes to add one.
 * @typeParam K What identifies one.
 * @typeParam M The messages that add and delete.
 */
export class EditableParts<T, F extends object, S, K, M>
  extends ChangeableParts<T, F> {
  readonly #edits: PartsEdits<S, K, M>;

  /**
   * Makes the object.
   *
   * @param connection Where to send requests.
   * @param definition How they are listed.
   * @param edits How they are added and deleted.
   */
  constructor(
    connection: Connection,
    definition: PartsListing<T, F>,
    edits: PartsEdits<S, K, M>,
  ) {
    super(connection, definition);
    this.#edits = edits;
  }

  /**
   * Adds objects.
   *
   * @param spec The objects.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async add(spec: S, options: RequestOptions = NO_OPTIONS): Promise<void> {
    const { adding, flags = 0 } = this.#edits;
    await this.carryOut(adding, spec, flags, options);
  }

  /**
   * Adds many objects, hundreds of messages with each datagram; all of them are
   * tried.
   *
   * @param specs The objects.
   * @param options How to send them.
   * @throws {BatchError} If some were refused; it has which, and why.
   */
  async addAll(
    specs: Iterable<S>,
    options: BatchOptions = {},
  ): Promise<void> {
    const { adding, flags = 0 } = this.#edits;
    await this.carryOutAll(adding, specs, flags, options);
  }

  /**
   * Deletes objects.
   *
   * @param key The objects.
   * @param options How to ask, and whether they have to be there.
   * @returns Whether they were there: always, unless they need not be.
   * @throws {NetlinkError} If they are not there, or the kernel refuses.
   */
  async delete(
    key: K,
    options: DeleteOptions = NO_OPTIONS,
  ): Promise<boolean> {
    return await this.remove(this.#edits.deleting, key, options);
  }

  /**
   * Deletes many objects; all of them are tried.
   *
   * @param keys The objects.
   * @param options How to send the requests.
   * @throws {BatchError} If some were refused; it has which, and why.
   */
  async deleteAll(
    keys: Iterable<K>,
    options: BatchOptions = {},
  ): Promise<void> {
    await this.carryOutAll(this.#edits.deleting, keys, 0, options);
  }
}
