/**
 * What is wrong with a request, and where.
 *
 * @module
 */

import type { Values } from "../compile/values.ts";

/** A place in a request, for error messages. */
export class RequestPath {
  readonly #action: string;
  readonly #path: string;

  /**
   * Makes the place.
   *
   * @param action What is requested, as it follows "Cannot".
   * @param path The property, such as `linkinfo.kind`.
   */
  constructor(action: string, path = "") {
    this.#action = action;
    this.#path = path;
  }

  /**
   * A property of what is here.
   *
   * @param name Its name, or its index.
   * @returns The place of the property.
   */
  at(name: string | number): RequestPath {
    const path = typeof name === "number"
      ? `${this.#path}[${name}]`
      : this.#path === ""
      ? name
      : `${this.#path}.${name}`;
    return new RequestPath(this.#action, path);
  }

  /**
   * Reports that there is nothing of this name.
   *
   * @param what What it could be.
   * @param set What it could be in.
   * @param hint What may have been meant.
   * @returns What to throw.
   */
  missing(what: string, set: string, hint: string): TypeError {
    return new TypeError(
      `Cannot ${this.#action}: there is no ${what} ${this.#path} in ${set}${hint}`,
    );
  }

  /**
   * Reports that something is of the wrong sort, or has a wrong name.
   *
   * @param problem What is wrong.
   * @returns What to throw.
   */
  wrong(problem: string): TypeError {
    return new TypeError(this.#text(problem));
  }

  /**
   * Reports that something is too small or too large.
   *
   * @param problem What is wrong.
   * @returns What to throw.
   */
  outside(problem: string): RangeError {
    return new RangeError(this.#text(problem));
  }

  #text(problem: string): string {
    const where = this.#path === "" ? "" : `${this.#path} `;
    return `Cannot ${this.#action}: ${where}${problem}`;
  }
}

/**
 * Writes a value for an error message. What objects and lists have in them may be
 * secret, and is not shown.
 *
 * @param value The value.
 * @returns The value, or what it is.
 */
export function shown(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "string") {
    return JSON.stringify(
      value.length > 40 ? `${value.slice(0, 40)}…` : value,
    );
  }
  return typeof value === "object"
    ? Array.isArray(value) ? "a list" : "an object"
    : String(value);
}

/**
 * Takes a value for an object.
 *
 * @param value The value.
 * @param path Where it is.
 * @returns The value.
 * @throws {TypeError} If it is something else.
 */
export function objectOf(value: unknown, path: RequestPath): Values {
  const isObject = typeof value === "object" && value !== null &&
    !Array.isArray(value) && !(value instanceof Uint8Array);
  if (isObject) return value as Values;
  throw path.wrong(`is no object: ${shown(value)}`);
}

/**
 * Takes a value for a list.
 *
 * @param value The value.
 * @param path Where it is.
 * @returns The value.
 * @throws {TypeError} If it is something else.
 */
export function listOf(value: unknown, path: RequestPath): unknown[] {
  if (Array.isArray(value)) return value;
  throw path.wrong(`is no list: ${shown(value)}`);
}
