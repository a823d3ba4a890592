/**
 * Requests that are made of values.
 *
 * @module
 */

import type { Codec } from "../../messages/codec/mod.ts";
import type {
  Connection,
  Reply,
  RequestOptions,
} from "../connection/connection.ts";
import { type Direct, directOf } from "../connection/direct.ts";
import { describing } from "../connection/request_names.ts";
import { Lookup } from "./lookup.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import type { Request } from "../connection/request.ts";
import { trial } from "../mapping/writing.ts";
import { turnIsDue } from "../connection/event_loop.ts";

/**
 * What a verb asks for, and how a value becomes its message.
 *
 * @typeParam S The value.
 * @typeParam M The message.
 */
export interface Verb<S, M> {
  /** What is asked for, such as `RTM_NEWLINK` (`nlmsg_type`). */
  readonly type: number;
  /** Codec of the message. */
  readonly codec: Codec<M>;
  /**
   * `NLM_F_*` that the request has in any case; 0 by default.
   *
   * @default {0}
   */
  readonly flags?: number;
  /** The message: a pure function, as names are looked up by the place. */
  readonly write: (value: S, fieldPath: FieldPath) => M;
  /**
   * Explains better why the kernel refused; by default, which device is
   * missing.
   */
  readonly explain?: (error: unknown, value: S) => unknown;
}

/**
 * Sends the requests of verbs.
 *
 * Nearly all values are right, and most name no device, and nearly all answers
 * are there at once. Such requests take one promise, and no {@linkcode Lookup}.
 */
export class Verbs {
  readonly #connection: Connection;
  readonly #direct: Direct;

  /**
   * Makes the sender.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
    this.#connection = connection;
    this.#direct = directOf(connection);
  }

  /**
   * Has the kernel do something.
   *
   * @param verb What.
   * @param value What with.
   * @param flags `NLM_F_*` besides those that all requests have.
   * @param options How to ask.
   * @param result What to return.
   * @returns The result, when it is done.
   */
  carryOut<S, M, R>(
    verb: Verb<S, M>,
    value: S,
    flags: number,
    options: RequestOptions,
    result: R,
  ): Promise<R> {
    try {
      const request = requestOf(verb, value, flags);
      if (request === undefined) {
        return this.#carryOutSlowly(verb, value, flags, options, result);
      }
      if (turnIsDue()) {
        const answers = this.#connection.request(request, options);
        return this.#returned(answers, verb, value, options, result);
      }
      const direct = this.#direct;
      const exchange = direct.start(request, "request", options);
      if (exchange === undefined) return Promise.resolve(result);
      const answers = direct.settle(exchange, options);
      return this.#returned(answers, verb, value, options, result);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  async #carryOutSlowly<S, M, R>(
    verb: Verb<S, M>,
    value: S,
    flags: number,
    options: RequestOptions,
    result: R,
  ): Promise<R> {
    using lookup = new Lookup(this.#connection, options);
    const { type, codec, write } = verb;
    const message = await lookup.build(
      (fieldPath) => write(value, fieldPath),
      describing(type, flags),
    );
    const { nameOf } = lookup;
    try {
      await this.#connection.request(
        { type, codec, message, flags, nameOf },
        options,
      );
      return result;
    } catch (error) {
      throw await explained(verb, value, error, lookup);
    }
  }

  /**
   * Asks the kernel for an object.
   *
   * @param verb What it is asked.
   * @param value Which object.
   * @param options How to ask.
   * @param reply Reads the object.
   * @returns The object.
   */
  get<S, M, T>(
    verb: Verb<S, M>,
    value: S,
    options: RequestOptions,
    reply: Reply<T>,
  ): Promise<T> {
    try {
      const request = requestOf(verb, value, verb.flags ?? 0, reply);
      if (request === undefined) {
        return this.#getSlowly(verb, value, options, reply);
      }
      if (turnIsDue()) {
        const answer = this.#connection.get<M, T>(request, options);
        return this.#explained(
          answer,
          verb,
          value,
          options,
          (object) => object,
        );
      }
      const direct = this.#direct;
      const exchange = direct.start(request, "get", options);
      if (exchange === undefined) return Promise.resolve(direct.answer as T);
      const answers = direct.settle(exchange, options);
      return this.#explained(
        answers,
        verb,
        value,
        options,
        ([object]) => object as T,
      );
    } catch (error) {
      return Promise.reject(error);
    }
  }

  async #getSlowly<S, M, T>(
    verb: Verb<S, M>,
    value: S,
    options: RequestOptions,
    reply: Reply<T>,
  ): Promise<T> {
    using lookup = new Lookup(this.#connection, options);
    const { type, codec, flags = 0, write } = verb;
    const message = await lookup.build(
      (fieldPath) => write(value, fieldPath),
      describing(type),
    );
    const { nameOf } = lookup;
    try {
      return await this.#connection.get<M, T>(
        { type, codec, flags, message, reply, nameOf },
        options,
      );
    } catch (error) {
      throw await explained(verb, value, error, lookup);
    }
  }

  /** The same with another result: a function for it would slow others down. */
  #returned<S, M, R>(
    answer: Promise<unknown>,
    verb: Verb<S, M>,
    value: S,
    options: RequestOptions,
    result: R,
  ): Promise<R> {
    return this.#explained(answer, verb, value, options, () => result);
  }

  /** Waits for an answer, and explains the error if it is one. */
  async #explained<S, M, A, R>(
    answer: Promise<A>,
    verb: Verb<S, M>,
    value: S,
    options: RequestOptions,
    result: (answer: A) => R,
  ): Promise<R> {
    try {
      return result(await answer);
    } catch (error) {
      if (verb.explain !== undefined) throw verb.explain(error, value);
      throw await this.#explain(error, verb, value, options);
    }
  }

  /** Finds out whether a device is missing that the value refers to. */
  async #explain<S, M>(
    error: unknown,
    { write }: Verb<S, M>,
    value: S,
    options: RequestOptions,
  ): Promise<unknown> {
    using lookup = new Lookup(this.#connection, options);
    try {
      await lookup.build((fieldPath) => write(value, fieldPath));
    } catch {
      // The value has changed meanwhile.
      return error;
    }
    return await lookup.explain(error);
  }
}

/** The request that a value makes without looking anything up. */
function requestOf<S, M, T>(
  { type, codec, write }: Verb<S, M>,
  value: S,
  flags: number,
  reply?: Reply<T>,
): Request<M, T> | undefined {
  const message = trial(write, value);
  if (message === undefined) return undefined;
  return reply === undefined
    ? { type, flags, codec, message }
    : { type, flags, codec, message, reply };
}

/** What to throw for an error that the kernel sends. */
async function explained<S, M>(
  { explain }: Verb<S, M>,
  value: S,
  error: unknown,
  lookup: Lookup,
): Promise<unknown> {
  return explain === undefined
    ? await lookup.explain(error)
    : explain(error, value);
}
