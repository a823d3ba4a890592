/**
 * The messages that objects were read from.
 *
 * An object has its message without showing it: the message is read out of a
 * copy of its bytes when it is asked for. Decoded, it would take as much memory
 * as the object, or more. Everything else about the object is plain: it prints,
 * compares, spreads, clones and goes through JSON without its message.
 *
 * @module
 */

import { type Codec, LITTLE_ENDIAN } from "../../messages/codec/mod.ts";
import { build } from "../../messages/codec/compiled/compile.ts";
import { NLMSG_HDRLEN } from "../../messages/header.ts";
import { propertiesOf } from "./json.ts";

/** Returns what it is given, so that its subclass adds fields to that. */
class Given {
  constructor(object: object) {
    return object;
  }
}

/**
 * A class that adds where an object comes from to the object, where nobody sees
 * it, and what reads that again.
 */
export interface OriginClass {
  /**
   * Adds the fields.
   *
   * @param object The object.
   * @param source The message, or what {@linkcode kept} shows.
   * @param at -1, or what {@linkcode keep} returned.
   * @returns The object.
   */
  new (object: object, source: object, at: number): object;
  /** Whether this class has added the fields to an object. */
  has(object: object): boolean;
  /** The message, or the bytes that it is in. */
  source(object: object): object;
  /** Where it is in them, as {@linkcode keep} returns it; -1 for a message. */
  at(object: object): number;
  /** Replaces the bytes by the message that was read from them. */
  settle(object: object, message: object): void;
}

/** What adds the fields to objects that no code was written out for. */
export const Origin: OriginClass = class Origin extends Given {
  #source: object;
  #at: number;

  constructor(object: object, source: object, at: number) {
    super(object);
    this.#source = source;
    this.#at = at;
  }

  static has(object: object): boolean {
    return #source in object;
  }

  static source(object: object): object {
    return (object as Origin).#source;
  }

  static at(object: object): number {
    return (object as Origin).#at;
  }

  static settle(object: object, message: object): void {
    (object as Origin).#source = message;
    (object as Origin).#at = -1;
  }
};

// V8 remembers for each place in the code which objects fields are added to.
// Written out once for each set of properties, a place has one kind of object;
// where all share it, links take 50 ns more each, and so does everything in a
// program that lists objects of several kinds (measured).
const CODE = `return class extends Given {
  #source;
  #at;
  constructor(object, source, at) {
    super(object);
    this.#source = source;
    this.#at = at;
  }
  static has(object) { return #source in object; }
  static source(object) { return object.#source; }
  static at(object) { return object.#at; }
  static settle(object, message) {
    object.#source = message;
    object.#at = -1;
  }
};`;

/** The classes that have added something to objects, by their prototype. */
const classes = new WeakMap<object, OriginClass[]>();

/**
 * Makes a class that does the same as {@linkcode Origin}, for one set of
 * properties.
 *
 * @param prototype What the objects inherit: see {@linkcode prototypeOf}.
 * @returns The class; {@linkcode Origin} where code cannot be generated.
 */
export function originFor(prototype: object): OriginClass {
  const made = build<() => OriginClass>({ Given }, "", CODE)?.();
  if (made === undefined) return Origin;
  classes.get(prototype)?.push(made);
  return made;
}

/** The message that an object was read from, if it was read from one. */
function messageOf<M>(
  object: object,
  origins: readonly OriginClass[],
  codec: Codec<M>,
): M | undefined {
  const origin = origins.find((origin) => origin.has(object));
  if (origin === undefined) return undefined;
  const at = origin.at(object);
  if (at === -1) return origin.source(object) as M;
  const view = origin.source(object) as DataView;
  const start = at >= 0 ? at : -2 - at;
  const end = at >= 0
    ? at + view.getUint32(at - 4, LITTLE_ENDIAN)
    : start - NLMSG_HDRLEN +
      view.getUint32(start - NLMSG_HDRLEN, LITTLE_ENDIAN);
  const message = codec.decode(view, start, end);
  origin.settle(object, message as object);
  return message;
}

const SHARED: PropertyDescriptorMap = {
  // So that the objects print and compare as plain ones.
  constructor: { value: Object, writable: true, configurable: true },
  toJSON: {
    value(this: object) {
      return propertiesOf(this);
    },
    writable: true,
    configurable: true,
  },
};

const prototype: object = Object.create(Object.prototype, SHARED);

/**
 * Makes an object that has its message without showing it, and goes through
 * JSON.
 *
 * @typeParam T The object.
 * @param properties The other properties.
 * @param message The message that they were read from.
 * @returns The object.
 */
export function withMessage<T extends { readonly message: unknown }>(
  properties: Omit<T, "message">,
  message: T["message"],
): T {
  const object = Object.assign(Object.create(prototype), properties);
  return Object.defineProperty(object, "message", { value: message });
}

/**
 * What objects inherit that are read from messages of a codec: `message` and
 * `toJSON`, and nothing else that plain objects do not have.
 *
 * @param codec The codec.
 * @returns The prototype.
 */
export function prototypeOf(codec: Codec<unknown>): object {
  const origins = [Origin];
  const prototype: object = Object.create(Object.prototype, {
    ...SHARED,
    message: {
      get(this: object) {
        return messageOf(this, origins, codec);
      },
      configurable: true,
    },
  });
  classes.set(prototype, origins);
  return prototype;
}

/** Messages of more bytes than this are copied by the engine, not by a loop. */
const SHORT = 256;

/**
 * What was copied last: to make it takes 100 ns, and who asks for a link again
 * and again gets it at the same place of the same buffer.
 */
let part: Uint8Array = new Uint8Array(0);
let partView: DataView | undefined;
let partStart = 0;

function partOf(view: DataView, start: number, length: number): Uint8Array {
  if (partView !== view || partStart !== start || part.length !== length) {
    part = new Uint8Array(view.buffer, view.byteOffset + start, length);
    partView = view;
    partStart = start;
  }
  return part;
}

/**
 * Room for copies of messages, which share buffers: a buffer goes when nothing
 * refers to any of the messages in it.
 */
export class Room {
  /** What the message is in that was copied last. */
  view: DataView = new DataView(new ArrayBuffer(0));
  readonly #size: number;
  #words = new Int32Array(0);
  #bytes: Uint8Array = new Uint8Array(0);
  #used = 0;

  /**
   * Makes the room.
   *
   * @param size Size of a buffer in bytes; longer messages get their own.
   */
  constructor(size: number) {
    this.#size = size;
  }

  /**
   * Copies the bytes of a message, so that it can be read when the datagram is
   * gone; its length is in the four bytes before it.
   *
   * @param view The datagram.
   * @param start Where the message starts.
   * @param end Where it ends.
   * @returns Where the copy starts in {@linkcode Room.view}.
   */
  keep(view: DataView, start: number, end: number): number {
    const length = end - start;
    const size = 4 + ((length + 3) & ~3);
    if (this.#used + size > this.#words.byteLength) {
      const buffer = new ArrayBuffer(Math.max(this.#size, size));
      this.view = new DataView(buffer);
      this.#words = new Int32Array(buffer);
      this.#bytes = new Uint8Array(buffer);
      this.#used = 0;
    }
    const at = this.#used + 4;
    this.#used += size;
    const value = this.#words;
    this.view.setUint32(at - 4, length, LITTLE_ENDIAN);
    if (length <= SHORT && (length & 3) === 0) {
      for (let i = 0; i < length; i += 4) {
        value[(at + i) >> 2] = view.getInt32(start + i, LITTLE_ENDIAN);
      }
    } else {
      this.#bytes.set(partOf(view, start, length), at);
    }
    return at;
  }
}

/** The bytes that were kept last. */
export const kept: {
  /** What they are in. */
  view: DataView;
  /** The datagram that is kept as a whole while it is being read, if one is. */
  whole: DataView | undefined;
} = { view: new DataView(new ArrayBuffer(0)), whole: undefined };

const room = new Room(1 << 15);
/** Where the copy is of the message that is being read, if there is one. */
let copied = -1;

/**
 * Writes out what stands for the start of a message in a whole datagram.
 *
 * @param start The expression for the start.
 * @returns The expression.
 */
export function wholeStart(start: string): string {
  return `-2 - ${start}`;
}

/**
 * Copies the bytes of a message, unless there is a copy already: see
 * {@linkcode readKept} and {@linkcode keptWhole}.
 *
 * @param view The datagram.
 * @param start Where the message starts.
 * @param end Where it ends.
 * @returns Where the copy starts in {@linkcode kept}, or below -1 where it is
 * in a whole datagram.
 */
export function keep(view: DataView, start: number, end: number): number {
  if (view === kept.whole) {
    kept.view = view;
    return -2 - start;
  }
  if (copied >= 0) return copied;
  const at = room.keep(view, start, end);
  kept.view = room.view;
  return at;
}

/**
 * Reads objects from a copy of a datagram, which they refer to.
 *
 * @typeParam T What comes of it.
 * @param view The datagram.
 * @param start Where the header of its first message starts.
 * @param end Where it ends.
 * @param read Reads the objects from the copy, which starts at 0.
 * @returns What `read` returns.
 */
export function keptWhole<T>(
  view: DataView,
  start: number,
  end: number,
  read: (copy: DataView) => T,
): T {
  const { buffer, byteOffset } = view;
  const copy = buffer.slice(byteOffset + start, byteOffset + end);
  const whole = kept.whole = new DataView(copy);
  try {
    return read(whole);
  } finally {
    kept.whole = undefined;
  }
}

/** Reads an object from bytes. */
type Decode<T> = (view: DataView, start: number, end: number) => T;

/** Bytes that a {@linkcode Room} has kept. */
export interface KeptBytes {
  /** What they are in. */
  readonly view: DataView;
  /** Where they start. */
  readonly at: number;
}

/**
 * Reads an object from a message that a {@linkcode Room} has kept: the object
 * refers to that copy.
 *
 * @typeParam T The object.
 * @param decode Reads the object.
 * @param copy The copy.
 * @param view What the message is in.
 * @param start Where it starts.
 * @param end Where it ends.
 * @returns The object.
 */
export function readKept<T>(
  decode: Decode<T>,
  copy: KeptBytes,
  view: DataView,
  start: number,
  end: number,
): T {
  kept.view = copy.view;
  copied = copy.at;
  try {
    return decode(view, start, end);
  } finally {
    copied = -1;
  }
}

const scratch = new DataView(new ArrayBuffer(SHORT));
const scratchWords = new Int32Array(scratch.buffer);

/**
 * Reads an object from nothing but the copy of a message. Decoders prepare for
 * a buffer when it is another than before, which takes longer than to copy a
 * message to the same place each time.
 *
 * @typeParam T The object.
 * @param decode Reads the object.
 * @param copy The copy.
 * @returns The object.
 */
export function readCopy<T>(decode: Decode<T>, copy: KeptBytes): T {
  const { view, at } = copy;
  const length = view.getUint32(at - 4, LITTLE_ENDIAN);
  if (length > SHORT || (length & 3) !== 0) {
    return readKept(decode, copy, view, at, at + length);
  }
  for (let i = 0; i < length; i += 4) {
    scratchWords[i >> 2] = view.getInt32(at + i, LITTLE_ENDIAN);
  }
  return readKept(decode, copy, scratch, 0, length);
}
