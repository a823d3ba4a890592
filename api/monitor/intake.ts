/**
 * Takes in the messages of a kind: from bytes to what is kept and reported.
 *
 * @module
 */

import type { Codec } from "../../messages/codec/mod.ts";
import { readCopy, readKept, type Room } from "../mapping/origin.ts";
import { KeptMessage } from "./kept_message.ts";
import type { Kind } from "./kind.ts";

/** Takes in the messages of a kind. */
export class Intake {
  /** What was taken in last, if it has been put into words. */
  #last: KeptMessage<unknown> | undefined;
  #value: unknown = undefined;
  readonly #codec: Codec<unknown>;
  readonly #header: Codec<unknown> | undefined;
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
  constructor({ codec, accepts, headerOnly, reading }: Kind<unknown>) {
    const { shape } = codec;
    this.#codec = codec;
    this.#accepts = accepts;
    this.#reading = reading;
    // What has no fields is read from decoded messages anyway.
    this.#decode = reading?.fields && reading.replies().decode;
    this.#header = headerOnly && this.#decode && shape.kind === "message"
      ? shape.header
      : undefined;
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
    const header = this.#header;
    const enough = header !== undefined && end - start >= header.size;
    const message = enough
      ? header.decode(view, start, start + header.size)
      : this.#codec.decode(view, start, end);
    if (this.#accepts?.(message) === false) return undefined;
    const at = room.keep(view, start, end);
    const decoded = enough ? undefined : message;
    const item = new KeptMessage(this.#codec, room, at, decoded);
    // Whoever finds it in the store later does not expect it to be malformed.
    if (enough) {
      this.#value = readKept(this.#decode!, item, view, start, end);
      this.#last = item;
    }
    return item;
  }

  /**
   * Puts a message into people's words, if that has not been done when it was
   * taken in.
   *
   * @param item The message.
   * @returns The object.
   */
  valueOf(item: KeptMessage<unknown>): unknown {
    return item === this.#last ? this.#value : this.read(item);
  }

  /**
   * Puts a message into people's words.
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
