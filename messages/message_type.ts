/**
 * Message types, and how their messages are read and written.
 *
 * @module
 */

import type { Codec } from "./codec/mod.ts";

/** A message type and how its messages are read and written. */
export interface MessageType {
  /** Number, such as 16. */
  readonly type: number;
  /** UAPI name, such as `RTM_NEWLINK`. */
  readonly name: string;
  /** Codec of what follows the netlink header. */
  readonly codec: Codec<unknown>;
  /** Codec of requests (`NLM_F_REQUEST`), where it is another one. */
  readonly requestCodec?: Codec<unknown>;
  /** Codec of requests for all objects (`NLM_F_DUMP`), where it is another one. */
  readonly dumpCodec?: Codec<unknown>;
}

/**
 * Codecs of requests, where they are others.
 *
 * @typeParam R The requests.
 * @typeParam D The requests for all objects.
 */
export interface RequestCodecs<R, D> {
  /** Codec of requests (`NLM_F_REQUEST`). */
  readonly requestCodec?: Codec<R>;
  /** Codec of requests for all objects (`NLM_F_DUMP`). */
  readonly dumpCodec?: Codec<D>;
}

/**
 * Declares message types that share codecs.
 *
 * @typeParam T The messages.
 * @typeParam R The requests.
 * @typeParam D The requests for all objects.
 * @param codec Codec of the messages.
 * @param types Numbers of the types by their UAPI names.
 * @param requests Codecs of requests, where they are others.
 * @returns The types.
 */
export function share<T, R = never, D = never>(
  codec: Codec<T>,
  types: Readonly<Record<string, number>>,
  requests: RequestCodecs<R, D> = {},
): MessageType[] {
  return Object.entries(types).map(([name, type]) => ({
    type,
    name,
    codec: codec as Codec<unknown>,
    ...requests as RequestCodecs<unknown, unknown>,
  }));
}
