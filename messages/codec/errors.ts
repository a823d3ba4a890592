/**
 * What codecs refuse.
 *
 * @module
 */

/** The bytes do not have the form of the message. */
export class DecodeError extends RangeError {
  /**
   * Makes the error.
   *
   * @param message What was read, and what is wrong with it.
   */
  constructor(message: string) {
    super(message);
    this.name = "DecodeError";
  }
}

/** A value does not fit into its place in the message. */
export class EncodeError extends RangeError {
  /** The property that has the value, such as `attributes.info.vlan.id`. */
  path: string;
  /** The value. */
  readonly value: unknown;
  readonly #state: string;

  /**
   * Makes the error.
   *
   * @param value The value.
   * @param state Why it does not fit, such as `is not an unsigned byte`.
   * @param path The property that has the value.
   */
  constructor(value: unknown, state: string, path = "") {
    super();
    this.name = "EncodeError";
    this.value = value;
    this.path = path;
    this.#state = state;
    this.#word();
  }

  /**
   * Puts the name of the enclosing property before the path.
   *
   * @param name The name, or an index.
   */
  within(name: string | number): void {
    const head = typeof name === "number" ? `[${name}]` : name;
    const dot = this.path === "" || this.path.startsWith("[") ? "" : ".";
    this.path = head + dot + this.path;
    this.#word();
  }

  #word(): void {
    this.message = `Cannot encode ${this.path || "value"}: ${
      describe(this.value)
    } ${this.#state}`;
  }
}

function describe(value: unknown): string {
  if (value === undefined) return "it";
  if (typeof value === "string") return JSON.stringify(value);
  if (value instanceof Uint8Array) return `a value of ${value.length} bytes`;
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  return String(value);
}

/**
 * Names the property in an {@linkcode EncodeError} on its way out.
 *
 * @param error What was thrown.
 * @param name The property, or an index.
 * @returns The same error, to be thrown again.
 */
export function within(error: unknown, name: string | number): unknown {
  if (error instanceof EncodeError) error.within(name);
  return error;
}
