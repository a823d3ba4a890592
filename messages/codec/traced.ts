/**
 * What traces write code for: the parts of a message, each of which costs
 * nothing unless its code is asked for.
 *
 * @module
 */

import type { Codec } from "./codec.ts";

/** A part of the message that a trace reads. */
export interface Traced {
  /**
   * Writes out the expression that reads it. Where the code stands, the message
   * is known to look like the example.
   */
  readonly code: () => string;
  /** Its parts by name, if it is an object that is put together here. */
  readonly members?: ReadonlyMap<string, Traced>;
  /** Where it is, if its codec reads it. */
  readonly payload?: TracedPayload;
}

/** Where a part of the message is that its codec reads. */
export interface TracedPayload {
  /** The codec. */
  readonly codec: Codec<unknown>;
  /** The expression for where it starts. */
  readonly start: string;
  /** The expression for where it ends. */
  readonly end: string;
  /** How many bytes it has. */
  readonly length: number;
}

/** What a trace returns instead of the message. */
export interface TraceEnding {
  /**
   * Writes out the statements that end the trace. They can return `undefined`
   * for messages that the trace is not for after all; as its last parameter, the
   * trace has `extra`.
   *
   * @param message The message.
   * @param example A message like those that the trace is for.
   * @returns The statements, and what they see.
   */
  (message: Traced, example: unknown): TracedEnd;
}

/** What {@linkcode TraceEnding} returns. */
export interface TracedEnd {
  /** The statements. */
  readonly code: string;
  /** What they see, by name. */
  readonly scope: Readonly<Record<string, unknown>>;
}

/** An object whose members are read one by one. */
export function tracedObject(members: ReadonlyMap<string, Traced>): Traced {
  return {
    members,
    code: () => {
      const properties = Array.from(
        members,
        ([name, value]) => `${JSON.stringify(name)}: ${value.code()}`,
      );
      return `{ ${properties.join(", ")} }`;
    },
  };
}

/** An array whose items are read one by one. */
export function tracedArray(items: readonly Traced[]): Traced {
  return { code: () => `[${items.map((item) => item.code()).join(", ")}]` };
}

/** Something that an expression reads. */
export function tracedValue(code: string): Traced {
  return { code: () => code };
}
