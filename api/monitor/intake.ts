/**
 * Takes in the messages of a kind: from bytes to what is kept and reported.
 *
 * @module
 */

import type { Codec } from "../../messages/codec/mod.ts";
import { SKIPPED } from "../connection/request.ts";
import { readCopy, readKept, type Room } from "../mapping/origin.ts";
import { passes } from "../reading/reading.ts";
import { KeptMessage, NOWHERE } from "./kept_message.ts";
import type { Kind } from "./kind.ts";

const NOTHING: readonly KeptMessage<unknown>[] = [];

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
  readonly #split: Kind<unknown>["split"];
  readonly #decode:
    | ((view: DataView, start: number, end: number) => unknown)
    | undefined;

  /**
   * Makes the intake.
   *
   * @param kind The kind.
   */
  constructor({ codec, accepts, check, reading, split }: Kind<unknown>) {
    const { shape } = codec;
    const test = check &&
      ((message: unknown) => passes(check, message as object));
    this.#codec = codec;
    this.#accepts = accepts ?? test;
    this.#reading = reading;
    this.#split = split;
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
   * Takes in a message that may report several objects.
   *
   * @param view What it is in.
   * @param start Where it starts.
   * @param end Where it ends.
   * @param room Where it is kept.
   * @param ranges Whether objects that are reported together stay together.
   * @returns The messages of the objects; none if they are not about the kind.
   * @throws {DecodeError} If it is malformed.
   */
  takeAll(
    view: DataView,
    start: number,
    end: number,
    room: Room,
    ranges: boolean,
  ): readonly KeptMessage<unknown>[] {
    if (this.#split === undefined) {
      const item = this.take(view, start, end, room);
      return item === undefined ? NOTHING : [item];
    }
    const message = this.#codec.decode(view, start, end);
    if (this.#accepts?.(message) === false) return NOTHING;
    return this.#split(message, ranges).map((part) =>
      new KeptMessage(this.#codec, NOWHERE, -1, part)
    );
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
