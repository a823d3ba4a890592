/**
 * Takes in the messages of a kind: from bytes to what is kept and reported.
 *
 * @module
 */

import type { Codec } from "../../messages/codec/mod.ts";
import { SKIPPED } from "../connection/request.ts";
import { readCopy, readKept, type Room } from "../mapping/origin.ts";
import { passes } from "../mapping/reading.ts";
import { KeptMessage } from "./kept_message.ts";
import type { Kind } from "./kind.ts";

/** Takes in the messages of a kind. */
export class Intake {
  /** What was taken in last, if it has been converted. */
  #last: KeptMessage<unknown> | undefined;
  #value: unknown = undefined;
  readonly #codec: Codec<unknown>;
  /** The least size of messages that are checked while they are read. */
  readonly #size: number;
  readonly #accepts: ((message: unknown) => boolean) | undefined;
  readonly #reading: Kind<unknown>["reading"];
  readonly #decode:
    | ((view: DataView, start: number, end: number) => unknown)
    | undefined;

  /**
   * Makes the intake.
   *
   * @param kind The kind.
   */
  constructor({ codec, accepts, check, reading }: Kind<unknown>) {
    const { shape } = codec;
    const test = check &&
      ((message: unknown) => passes(check, message as object));
    this.#codec = codec;
    this.#accepts = accepts ?? test;
    this.#reading = reading;
    // What has no fields is read from decoded messages anyway.
    this.#decode = reading?.fields &&
      reading.replies(test && { test, checks: [check!] }).decode;
    this.#size = check && this.#decode && shape.kind === "message"
      ? shape.header.size
      : Infinity;
  }

  /**
   * Takes in a message.
   *
   * @param view What it is in.
   * @param start Where it starts.
   * @param end Where it ends.
   * @param room Where it is kept.
   * @returns The message; `undefined` if it is not about the kind.
   * @throws {DecodeError} If it is malformed.
   */
  take(
    view: DataView,
    start: number,
    end: number,
    room: Room,
  ): KeptMessage<unknown> | undefined {
    const codec = this.#codec;
    if (end - start < this.#size) {
      const message = codec.decode(view, start, end);
      if (this.#accepts?.(message) === false) return undefined;
      const at = room.keep(view, start, end);
      return new KeptMessage(codec, room, at, message);
    }
    const at = room.keep(view, start, end);
    const item = new KeptMessage<unknown>(codec, room, at, undefined);
    // Whoever finds it in the store later does not expect it to be malformed.
    const value = readKept(this.#decode!, item, view, start, end);
    if (value === SKIPPED) return undefined;
    this.#value = value;
    this.#last = item;
    return item;
  }

  /**
   * Puts a message into people's terms, if that has not been done when it was
   * taken in.
   *
   * @param item The message.
   * @returns The object.
   */
  valueOf(item: KeptMessage<unknown>): unknown {
    return item === this.#last ? this.#value : this.read(item);
  }

  /**
   * Puts a message into people's terms.
   *
   * @param item The message.
   * @returns The object, which is the caller's own.
   */
  read(item: KeptMessage<unknown>): unknown {
    if (this.#decode !== undefined && item.at >= 0) {
      return readCopy(this.#decode, item);
    }
    const { message } = item;
    return this.#reading === undefined ? message : this.#reading.read(message);
  }
}
