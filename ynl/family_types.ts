/**
 * Types of what a family takes and returns. Without generated ones, values are
 * of any type, and are checked when a request is made.
 *
 * @module
 */

import type { Values } from "./compile/values.ts";

/** A request, and what the kernel answers. */
export interface Call {
  /** What it takes. */
  readonly request: object;
  /** What it returns. */
  readonly reply: unknown;
}

/**
 * The operations of a family; `ynl types` writes one of this form for a
 * specification.
 */
export interface FamilyTypes {
  /** What can be done, by operation. */
  readonly do: { readonly [operation: string]: Call };
  /** What can be listed, by operation. */
  readonly dump: { readonly [operation: string]: Call };
  /** What is reported, by operation. */
  readonly events: { readonly [operation: string]: unknown };
}

/** A family for which no types have been generated. */
export interface AnyFamily {
  /** What can be done, by operation. */
  readonly do: {
    readonly [operation: string]: {
      readonly request: Values;
      readonly reply: Values | undefined;
    };
  };
  /** What can be listed, by operation. */
  readonly dump: {
    readonly [operation: string]: {
      readonly request: Values;
      readonly reply: Values;
    };
  };
  /** What is reported, by operation. */
  readonly events: { readonly [operation: string]: Values };
}
