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
import {
  deleteObject,
  type DeleteOptions,
  missing,
} from "../connection/existence.ts";
import type { AnyRequest } from "../connection/request.ts";
import { describing } from "../connection/request_names.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { Lookup } from "../mapping/lookup.ts";
import { type Verb, Verbs } from "../verbs.ts";

/** Requests that change objects. */
export class Changes {
  readonly #connection: Connection;
  readonly #verbs: Verbs;
  readonly #isMissing = missing("ENOENT");

  /**
   * Makes the object.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
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
  async carryOut<S, R>(
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
   * @param key What names it.
   * @param options How to ask, and whether there has to be one.
   * @returns Whether there was one.
   */
  async remove<S, R>(
    verb: Verb<S, R>,
    key: S,
    options: DeleteOptions,
  ): Promise<boolean> {
    return await deleteObject(
      (rest) => this.#verbs.carryOut(verb, key, 0, rest, true),
      options,
      this.#isMissing,
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
  async carryOutAll<S, R>(
    { type, codec, write }: Verb<S, R>,
    values: Iterable<S>,
    flags: number,
    options: BatchOptions,
  ): Promise<void> {
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
