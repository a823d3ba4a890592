/**
 * Reading objects from messages of the kernel.
 *
 * @module
 */

import type { Codec } from "../messages/codec/mod.ts";
import { type Reply, SKIPPED } from "./request.ts";

/**
 * Whether a message is wanted.
 *
 * @typeParam M The message.
 */
export type Test<M> = (message: M) => boolean;

/**
 * Reads objects from messages.
 *
 * @typeParam M The message.
 * @typeParam T The object.
 */
export interface Reading<M, T> {
  /** Reads an object from a message. */
  readonly read: (message: M) => T;
  /** Reads objects from the bytes of messages, those that pass the test. */
  readonly replies: (test?: Test<M>) => Reply<T>;
}

/**
 * Reads objects from decoded messages.
 *
 * @typeParam M The message.
 * @typeParam T The object.
 * @param codec Codec of the messages.
 * @param read Reads an object from a message.
 * @returns The reading.
 */
export function readingOf<M, T>(
  codec: Codec<M>,
  read: (message: M) => T,
): Reading<M, T> {
  return {
    read,
    replies: (test) => ({
      decode: (view, start, end) => {
        const message = codec.decode(view, start, end);
        return test === undefined || test(message) ? read(message) : SKIPPED;
      },
    }),
  };
}

/**
 * Reads messages as they are, those that pass a test.
 *
 * @typeParam M The message.
 * @param codec Codec of the messages.
 * @param test Whether a message is wanted.
 * @returns What reads them.
 */
export function messagesOf<M>(
  codec: Codec<M>,
  test: Test<M> | undefined,
): Reply<M> {
  return test === undefined ? codec : readingOf(codec, same<M>).replies(test);
}

function same<T>(value: T): T {
  return value;
}
