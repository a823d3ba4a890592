/**
 * Requests about states and policies.
 *
 * @module
 */

import type { Codec } from "../../messages/codec/mod.ts";
import type {
  Connection,
  DumpOptions,
  Reply,
  Request,
  RequestOptions,
} from "../connection/connection.ts";
import { Listing } from "../connection/listing.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { Lookup } from "../object/lookup.ts";

/**
 * What is asked for, and how it is put together.
 *
 * @typeParam M The message.
 */
export interface XfrmVerb<M> {
  /** The message type, `XFRM_MSG_*`. */
  readonly type: number;
  /** Codec of the message. */
  readonly codec: Codec<M>;
  /** What it does, as it follows "Cannot" in error messages: no secrets. */
  readonly action: (message: M) => string;
}

/** Sends requests; devices are looked up on a connection of their own. */
export class XfrmRequests {
  readonly #connection: Connection;
  readonly #routing: Connection;

  /**
   * Makes the sender.
   *
   * @param connection A connection to `NETLINK_XFRM`.
   * @param routing A connection to `NETLINK_ROUTE`.
   */
  constructor(connection: Connection, routing: Connection) {
    this.#connection = connection;
    this.#routing = routing;
  }

  /**
   * Has the kernel do something.
   *
   * @param verb What.
   * @param write Makes the message.
   * @param options How to ask.
   */
  async send<M>(
    verb: XfrmVerb<M>,
    write: (fieldPath: FieldPath) => M,
    options: RequestOptions,
  ): Promise<void> {
    using lookup = new Lookup(this.#routing, options);
    const request = await this.#request(verb, write, lookup);
    await lookup.answer(this.#connection.request(request, options));
  }

  /**
   * Asks the kernel for something.
   *
   * @param verb What it is asked.
   * @param write Makes the message.
   * @param reply Reads the answer.
   * @param options How to ask.
   * @returns The answer.
   */
  async get<M, R>(
    verb: XfrmVerb<M>,
    write: (fieldPath: FieldPath) => M,
    reply: Reply<R>,
    options: RequestOptions,
  ): Promise<R> {
    using lookup = new Lookup(this.#routing, options);
    const request = await this.#request(verb, write, lookup);
    return await lookup.answer(
      this.#connection.get<M, R>({ ...request, reply }, options),
    );
  }

  /**
   * Asks the kernel for all objects.
   *
   * @param verb What it is asked.
   * @param write Makes the message, and what reads the answers.
   * @param options How to ask.
   * @returns The objects.
   */
  list<M, R>(
    verb: XfrmVerb<M>,
    write: (fieldPath: FieldPath) => { message: M; reply: Reply<R> },
    options: DumpOptions,
  ): Listing<R> {
    const start = async (): Promise<Request<M, R>> => {
      using lookup = new Lookup(this.#routing, options);
      const { message, reply } = await lookup.build(write);
      const { type, codec, action } = verb;
      return { type, codec, message, reply, action: action(message) };
    };
    const connection = this.#connection;
    return new Listing<R>(
      async function* () {
        yield* connection.dumpChunks(await start(), options);
      },
      async () => await connection.dumpAll(await start(), options),
    );
  }

  async #request<M>(
    { type, codec, action }: XfrmVerb<M>,
    write: (fieldPath: FieldPath) => M,
    lookup: Lookup,
  ): Promise<Request<M>> {
    const message = await lookup.build(write);
    const { nameOf } = lookup;
    return { type, codec, message, action: action(message), nameOf };
  }
}
