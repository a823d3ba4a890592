/**
 * Checks of option objects, and of what sockets are opened for with them.
 *
 * @module
 */

import type { SocketOptions } from "../../socket/open.ts";
import type {
  BatchOptions,
  ConnectionOptions,
  DumpOptions,
  RequestOptions,
} from "./request.ts";
import { ConnectionClosedError } from "./errors.ts";
import { checkObject, FieldPath } from "../mapping/field_path.ts";

/** Whether a value can be that of an option, and what could be. */
export interface OptionCheck {
  /** Whether the value fits. */
  readonly fits: (value: unknown) => boolean;
  /** What is expected, for error messages. */
  readonly expected: string;
}

/**
 * The check of each option.
 *
 * @typeParam O The options.
 */
export type OptionChecks<O> = { readonly [P in keyof O]-?: OptionCheck };

/** An option that is on or off. */
export const flagOption: OptionCheck = {
  fits: (value) => typeof value === "boolean",
  expected: "true or false is expected",
};
/** An option that is called. */
export const functionOption: OptionCheck = {
  fits: (value) => typeof value === "function",
  expected: "a function is expected",
};
/** An option that aborts. */
export const signalOption: OptionCheck = {
  fits: (value) => value instanceof AbortSignal,
  expected: "an AbortSignal is expected",
};
/** A duration in seconds. */
export const secondsOption: OptionCheck = {
  fits: (value) => typeof value === "number" && value >= 0,
  expected: "a number of seconds is expected",
};
/** A number of bytes, and the like. */
export const countOption: OptionCheck = {
  fits: (value) => Number.isInteger(value) && (value as number) >= 0,
  expected: "an integer that is not negative is expected",
};
/** A network namespace. */
export const namespaceOption: OptionCheck = {
  fits: (value) =>
    typeof value === "string" ||
    typeof value === "object" && value !== null &&
      ("pid" in value || "fd" in value),
  expected: "a name, a path, { pid } or { fd } is expected",
};

const requestChecks: OptionChecks<RequestOptions> = {
  signal: signalOption,
  timeout: secondsOption,
  onWarning: functionOption,
  nonblocking: flagOption,
};

// Names are looked up with the options of the dump or the batch that they are
// for, so that all of these are known everywhere.
const sendingChecks: OptionChecks<RequestOptions & DumpOptions & BatchOptions> =
  {
    ...requestChecks,
    streaming: flagOption,
    acknowledge: {
      fits: (value) => value === "last" || value === "each",
      expected: "last or each is expected",
    },
    stopOnError: flagOption,
  };

/** Checks of the options that open a socket with a connection. */
export const openChecks: OptionChecks<SocketOptions & ConnectionOptions> = {
  netns: namespaceOption,
  strict: flagOption,
  groups: {
    fits: (value) =>
      typeof value === "object" && value !== null && Symbol.iterator in value,
    expected: "an array of numbers is expected",
  },
  receiveBuffer: countOption,
  sendBuffer: countOption,
  room: countOption,
  timeout: secondsOption,
  onWarning: functionOption,
  nonblocking: flagOption,
  debug: functionOption,
  firstSequence: countOption,
};

/**
 * Makes sure that options are known, and that their values can be.
 *
 * @typeParam O The options.
 * @param options The options.
 * @param checks The check of each of them.
 * @throws {TypeError} If one is not, with its name.
 */
export function checkOptions<O extends object>(
  options: O,
  checks: OptionChecks<O>,
): void {
  checkObject(options, FieldPath.root.at("options"));
  for (const name in options) {
    if (!Object.hasOwn(checks, name)) {
      throw FieldPath.root.at(name).wrong(
        options[name],
        "there is no such option",
      );
    }
    const value = options[name];
    const { fits, expected } = checks[name];
    if (value !== undefined && !fits(value)) {
      throw FieldPath.root.at(name).wrong(value, expected);
    }
  }
}

/**
 * Makes sure that the options of requests, dumps and batches are known.
 *
 * @param options The options.
 * @throws {TypeError} If one is not, with its name.
 */
export function checkRequestOptions(options: RequestOptions): void {
  checkOptions(options, sendingChecks as OptionChecks<RequestOptions>);
}

/**
 * Makes sure that an object is open before a socket for notifications is opened
 * for it, which nothing would close.
 *
 * @param first The socket of the object.
 * @throws {ConnectionClosedError} If it is closed.
 */
export function checkOpen(first: { readonly closed: boolean }): void {
  if (!first.closed) return;
  const action = "open a socket for notifications";
  throw new ConnectionClosedError(undefined, { action });
}
