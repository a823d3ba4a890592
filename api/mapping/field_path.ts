/**
 * Where in an object a value stands, for error messages and references.
 *
 * @module
 */

import { nearestName } from "./nearest.ts";

/** Looks up numbers behind names, which only the kernel has. */
export interface References {
  /**
   * The index of a device.
   *
   * @param name The device's name.
   * @param path The property that refers to it.
   * @returns Its index.
   */
  device(name: string, path: string): number;
  /**
   * Takes down that a device is referred to by its index, for error messages.
   *
   * @param index The device's index.
   * @param path The property that refers to it.
   */
  refer?(index: number, path: string): void;
  /**
   * The name of a device.
   *
   * @param index The device's index.
   * @param path The property that refers to it.
   * @returns Its name.
   */
  deviceName(index: number, path: string): string;
  /**
   * A descriptor of a network namespace.
   *
   * @param name The namespace's name or path.
   * @param path The property that refers to it.
   * @returns The descriptor.
   */
  namespace(name: string, path: string): number;
}

/** Looks up no names: what refers to one is refused. */
const noReferences: References = {
  device: refuse,
  deviceName: refuse,
  namespace: refuse,
};

function refuse(name: string | number, path: string): never {
  throw new TypeError(
    `Cannot use ${describe(name)} as ${path}: names are not looked up here`,
  );
}

/** A property of an object that is being put into the kernel's terms. */
export class FieldPath {
  /** The object as a whole, in a place where names are not looked up. */
  static readonly root: FieldPath = new FieldPath("", noReferences);
  /**
   * The object as a whole, for checks of values: references are not looked up.
   */
  static readonly unresolved: FieldPath = new FieldPath("", {
    device: () => 1,
    deviceName: () => "unknown",
    namespace: () => 0,
  });

  /** Property path, such as `vlan.id`; empty for the object as a whole. */
  readonly path: string;
  /** What looks up the numbers behind names. */
  readonly references: References;

  /**
   * Makes the place.
   *
   * @param path Property path.
   * @param references What looks up the numbers behind names.
   */
  constructor(path: string, references: References) {
    this.path = path;
    this.references = references;
  }

  /**
   * A property of the object that stands here.
   *
   * @param name Name of the property, or index of an item.
   * @returns The property's place.
   */
  at(name: string | number): FieldPath {
    const path = typeof name === "number"
      ? `${this.path}[${name}]`
      : this.path === ""
      ? name
      : `${this.path}.${name}`;
    return new FieldPath(path, this.references);
  }

  /**
   * An error for a value of the wrong sort.
   *
   * @param value The value.
   * @param state What is wrong with it.
   * @returns The error.
   */
  wrong(value: unknown, state: string): TypeError {
    return new TypeError(this.#text(value, state));
  }

  /**
   * An error for a value that is too small or too large.
   *
   * @param value The value.
   * @param state What is wrong with it.
   * @returns The error.
   */
  outside(value: unknown, state: string): RangeError {
    return new RangeError(this.#text(value, state));
  }

  /**
   * An error for a property that does not exist.
   *
   * @param name Its name.
   * @param value Its value; what stands for it, if that is secret.
   * @param known The names of the properties that exist.
   * @returns The error, with the name that may have been meant.
   */
  noProperty(
    name: string,
    value: unknown,
    known: Iterable<string>,
  ): TypeError {
    const nearest = nearestName(name, known);
    const hint = nearest === undefined ? "" : `; the nearest is ${nearest}`;
    return this.at(name).wrong(value, `there is no such property${hint}`);
  }

  #text(value: unknown, state: string): string {
    const target = this.path === "" ? "" : ` as ${this.path}`;
    return `Cannot use ${describe(value)}${target}: ${state}`;
  }
}

function describe(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (Array.isArray(value)) return `[${value.map(describe).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const properties = Object.entries(value).map(([name, item]) =>
      `${name}: ${describe(item)}`
    );
    return properties.length === 0 ? "{}" : `{ ${properties.join(", ")} }`;
  }
  return String(value);
}

/**
 * Makes sure that a value is an object.
 *
 * @param value The value.
 * @param fieldPath Where it stands.
 * @throws {TypeError} If it is none.
 */
export function checkObject(
  value: unknown,
  fieldPath: FieldPath,
): asserts value is object {
  if (typeof value === "object" && value !== null) return;
  throw fieldPath.wrong(value, "an object is expected");
}

/**
 * Makes sure that a value can be iterated over, and is no text.
 *
 * @param value The value.
 * @param fieldPath Where it stands.
 * @throws {TypeError} If it cannot.
 */
export function checkIterable(
  value: unknown,
  fieldPath: FieldPath,
): asserts value is Iterable<unknown> {
  const isIterable = typeof value === "object" && value !== null &&
    Symbol.iterator in value;
  if (isIterable) return;
  throw fieldPath.wrong(
    value,
    "an array, or what else is iterable, is expected",
  );
}
