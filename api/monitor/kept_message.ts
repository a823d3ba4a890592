/**
 * Messages as what is known of objects keeps them: as their bytes.
 *
 * Decoded, a message takes several times as much memory, and most are never
 * looked at again. Equal bytes are equal messages, too.
 *
 * @module
 */

import { type Codec, LITTLE_ENDIAN } from "../../messages/codec/mod.ts";
import { readCopy, type Room } from "../mapping/origin.ts";
import { same } from "./compare.ts";

/**
 * A message that is decoded when it is asked for.
 *
 * @typeParam M The message.
 */
export class KeptMessage<M> {
  /** Codec of the message. */
  readonly codec: Codec<M>;
  /** What its bytes are in. */
  view: DataView;
  /** Where they start; -1 if there is only {@linkcode KeptMessage.decoded}. */
  at: number;
  /** The message, as long as it is worth the memory. */
  decoded: M | undefined;

  /**
   * Makes the message. All kinds have one class: V8 would look up each property
   * in a table, which makes an event take a third longer, if each had its own.
   *
   * @param codec Codec of the message.
   * @param room Where its bytes are kept.
   * @param at Where they start in the view of the room.
   * @param decoded The message.
   */
  constructor(
    codec: Codec<M>,
    room: Pick<Room, "view">,
    at: number,
    decoded: M | undefined,
  ) {
    this.codec = codec;
    this.view = room.view;
    this.at = at;
    this.decoded = decoded;
  }

  /** The message. */
  get message(): M {
    if (this.decoded !== undefined) return this.decoded;
    return readCopy(this.codec.decode, this);
  }

  /** Where its bytes end. */
  get end(): number {
    return this.at + this.view.getUint32(this.at - 4, LITTLE_ENDIAN);
  }

  /** Forgets the decoded message, if it can be decoded again. */
  release(): void {
    if (this.at >= 0) this.decoded = undefined;
  }

  /**
   * Copies its bytes: others that were near them, and that nobody needs any
   * more, hold no memory on their account then.
   *
   * @param room Where to.
   */
  move(room: Room): void {
    if (this.at < 0) return;
    this.at = room.keep(this.view, this.at, this.end);
    this.view = room.view;
  }

  /**
   * Whether another message has the same bytes.
   *
   * @param other The other message.
   * @returns Whether it has; what has no bytes has not.
   */
  equals(other: KeptMessage<M>): boolean {
    const { view, at } = other;
    const own = this.at;
    if (own < 0 || at < 0) return false;
    const length = this.end - own;
    if (other.end - at !== length) return false;
    let i = 0;
    for (; length - i >= 4; i += 4) {
      const word = this.view.getInt32(own + i, LITTLE_ENDIAN);
      if (word !== view.getInt32(at + i, LITTLE_ENDIAN)) return false;
    }
    for (; i < length; i++) {
      if (this.view.getUint8(own + i) !== view.getUint8(at + i)) return false;
    }
    return true;
  }
}

/** Where the bytes are of messages that have none. */
export const NOWHERE: Pick<Room, "view"> = {
  view: new DataView(new ArrayBuffer(0)),
};

/** A message, kept as it is or as its bytes. */
export type Item<M> = M | KeptMessage<M>;

/**
 * The message that is kept.
 *
 * @typeParam M The message.
 * @param item The message, as it is kept.
 * @returns The message.
 */
export function messageIn<M>(item: Item<M>): M {
  return item instanceof KeptMessage ? item.message : item;
}

/**
 * Keeps a message that was made of others.
 *
 * @typeParam T How the others are kept.
 * @param other One of the others.
 * @param message The message.
 * @returns The message, kept as the other one.
 */
export function keptLike<T>(other: T, message: unknown): T {
  if (!(other instanceof KeptMessage)) return message as T;
  return new KeptMessage<unknown>(other.codec, NOWHERE, -1, message) as T;
}

/**
 * Whether two messages have the same bytes; that is not true of those that are
 * kept as they are.
 *
 * @param a One message.
 * @param b The other message.
 * @returns Whether they have.
 */
export function sameBytes(a: unknown, b: unknown): boolean {
  return a instanceof KeptMessage && b instanceof KeptMessage && a.equals(b);
}

/**
 * Whether two messages describe the same state.
 *
 * @typeParam M The message.
 * @param a One message.
 * @param b The other message.
 * @param ignored Names of the properties that do not count.
 * @returns Whether they do.
 */
export function sameItems<M>(
  a: Item<M>,
  b: Item<M>,
  ignored: ReadonlySet<string>,
): boolean {
  return sameBytes(a, b) || same(messageIn(a), messageIn(b), ignored);
}
