/**
 * Reading objects from messages of the kernel.
 *
 * @module
 */

import { type Codec, LITTLE_ENDIAN } from "../../messages/codec/mod.ts";
import { once } from "../../messages/codec/once.ts";
import {
  type TracedDecode,
  type Traces,
  tracing,
} from "../../messages/codec/compiled/traces.ts";
import { type MessageCheck, objectEnding } from "./object_ending.ts";
import {
  keep,
  kept,
  keptWhole,
  Origin,
  prototypeOf,
} from "../mapping/origin.ts";
import { Reader } from "../mapping/field_reader.ts";
import { type Run, runOf } from "./run.ts";
import { type Reply, SKIPPED } from "../connection/request.ts";
import type { Mapping, ReadableFields } from "../mapping/mapping.ts";

export type { MessageCheck } from "./object_ending.ts";

/**
 * Which messages are wanted.
 *
 * @typeParam M The message.
 */
export interface Test<M> {
  /** Whether a message is; all of them are if it is missing. */
  readonly test: ((message: M) => boolean) | undefined;
  /**
   * The parts of the test, all of which have to accept; values are tested
   * before an object is made then.
   */
  readonly checks?: readonly MessageCheck[];
}

/**
 * Reads objects from messages.
 *
 * @typeParam M The message.
 * @typeParam T The object.
 */
export interface Reading<M, T> {
  /** How the properties are read, if a mapping declares it. */
  readonly fields?: ReadableFields;
  /** Reads an object from a message. */
  readonly read: (message: M) => T;
  /** Reads objects from the bytes of messages, those that are wanted. */
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
    replies: (wanted) => ({
      decode: (view, start, end) => {
        const message = codec.decode(view, start, end);
        return wanted?.test?.(message) === false ? SKIPPED : read(message);
      },
    }),
  };
}

/**
 * Reads messages as they are, those that pass a test.
 *
 * @typeParam M The message.
 * @param codec Codec of the messages.
 * @param test Which are wanted.
 * @returns What reads them.
 */
export function messagesOf<M>(
  codec: Codec<M>,
  test: Test<M> | undefined,
): Reply<M> {
  if (test?.test === undefined) return codec;
  return readingOf(codec, (message: M) => message).replies(test);
}

/** What a {@linkcode reading} needs beside a message: the parts of a test. */
type Checks = readonly MessageCheck[];

type Decode = TracedDecode<unknown, Checks>;

/** What reads messages that pass a test. */
interface Decoder {
  readonly decode: Decode;
  readonly run?: Run<Checks> | undefined;
}

/** Most sets of tested properties that code is written for. */
const MOST = 16;

/**
 * Reads objects as a mapping declares, straight from bytes where code can be
 * generated. Their `message` is read when it is asked for.
 *
 * @typeParam T The object.
 * @typeParam M The message.
 * @param codec Codec of the messages.
 * @param mapping How the properties are read.
 * @returns The reading.
 */
export function reading<M extends object, T extends object>(
  codec: Codec<M>,
  mapping: Pick<Mapping<Omit<T, "message">, M>, "fields">,
): Reading<M, T> {
  const { shape } = codec;
  if (shape.kind !== "message") throw new TypeError("Cannot read: no message");
  const prototype = once(() => prototypeOf(codec as Codec<unknown>));
  const bare = once(() => {
    const reader = new Reader();
    for (const [name, field] of mapping.fields) reader.add(name, field);
    const Bare = function () {} as unknown as new () => Record<string, unknown>;
    Bare.prototype = prototype();
    return { reader, Bare };
  });

  function properties(message: M): Record<string, unknown> {
    const { reader, Bare } = bare();
    const object = new Bare();
    reader.read(message, object);
    return object;
  }

  function general(
    view: DataView,
    start: number,
    end: number,
    checks: Checks = [],
  ): unknown {
    const message = codec.decode(view, start, end);
    if (!checks.every((check) => passes(check, message))) return SKIPPED;
    const object = properties(message);
    const at = keep(view, start, end);
    return new Origin(object, kept.view, at);
  }

  const decoders = new Map<string, Decoder>();

  function decoderFor(checks: Checks): Decoder {
    const key = checks.map(keyOf).join(";");
    const known = decoders.get(key);
    if (known !== undefined) return known;
    if (decoders.size === MOST) return { decode: general };
    const { header, attributes } = shape as typeof shape & { kind: "message" };
    const ending = objectEnding(mapping.fields, prototype(), checks);
    const traces: Traces<unknown, Checks> = tracing(
      header,
      attributes,
      general,
      ending,
    );
    const decoder = { decode: traces.decode, run: runOf(traces) };
    decoders.set(key, decoder);
    return decoder;
  }

  function replyFor(checks: Checks): Reply<T> {
    const { decode, run } = decoderFor(checks);
    return {
      decode: (view, start, end) =>
        decode(view, start, end, checks) as T | typeof SKIPPED,
      ...run !== undefined && { decodeRun: wholeRun(run, checks) },
    };
  }

  const all = once(() => replyFor(NONE));
  return {
    get fields() {
      return mapping.fields;
    },
    read: (message) => new Origin(properties(message), message, -1) as T,
    replies: (test) =>
      test?.test === undefined ? all() : replyFor(checksOf(test)),
  };
}

/**
 * Has a loop keep the whole datagram, where it keeps most of the messages in
 * it: one copy takes a fourth of the time of many.
 */
function wholeRun(
  run: Run<Checks>,
  checks: Checks,
): NonNullable<Reply<unknown>["decodeRun"]> {
  let isDense = checks.length === 0;
  return (view, start, end, sequence, objects) => {
    const before = objects.length;
    const length = end - start;
    const next = isDense
      ? keptWhole(
        view,
        start,
        end,
        (copy) => start + run(copy, 0, length, sequence, objects, checks),
      )
      : run(view, start, end, sequence, objects, checks);
    if (checks.length > 0 && length >= 4) {
      const each = view.getUint32(start, LITTLE_ENDIAN);
      isDense = 2 * each * (objects.length - before) > length;
    }
    return next;
  };
}

const NONE: Checks = [];

/** Tests of the same key have the same code. */
function keyOf({ reads, wanted, bit }: MessageCheck): string {
  const compares = wanted === undefined ? "" : `=${bit ?? ""}`;
  return `${reads.join()}${compares}`;
}

function checksOf<M>({ test, checks }: Test<M>): Checks {
  if (checks !== undefined) return checks;
  return test === undefined ? NONE : [{ reads: [""], accepts: test }];
}

/**
 * Whether a message passes a part of a test.
 *
 * @param check The part of the test.
 * @param message The message.
 * @returns Whether it does.
 */
export function passes(
  { reads, accepts }: MessageCheck,
  message: object,
): boolean {
  const values = reads.map((path) => valueAt(message, path));
  return accepts(...values as never[]);
}

/** A part of a message; the message itself at the empty path. */
function valueAt(message: object, path: string): unknown {
  if (path === "") return message;
  const value = message as Record<string, Record<string, unknown>>;
  const [name, inner] = path.split(".");
  return inner === undefined ? value[name!] : value[name!]![inner];
}
