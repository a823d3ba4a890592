/**
 * Converts values to the kernel's terms fast: without looking anything up, and
 * by generated code.
 *
 * Most requests name no device, and nearly all of them are right. So they are
 * tried first with one field path that stands for all: it has no property paths
 * and looks up no names. What refers to a name, or is wrong, is done again from
 * the beginning, by a `Lookup` with field paths.
 *
 * The objects that a program creates mostly have the same properties. Once they
 * are seen, writing them needs no search of what each property is: code calls
 * one conversion after the other, which V8 then puts together.
 *
 * @module
 */

import { build } from "../../messages/codec/compiled/compile.ts";
import { FieldPath, type References } from "./field_path.ts";
import type { Field, WritableField } from "./field.ts";

let asked = false;
let known: ReadonlyMap<string, number> | undefined;

/** Notes that there is something to look up, and looks up nothing. */
const references: References = {
  device: (name) => {
    const index = known?.get(name);
    if (index === undefined) asked = true;
    return index ?? 0;
  },
  refer: () => {},
  deviceName: () => {
    asked = true;
    return "unknown";
  },
  namespace: () => {
    asked = true;
    return 0;
  },
};

/** Reports that something is wrong; what that is nobody reads. */
const wrong = new TypeError("Cannot use a value in a trial");
const outside = new RangeError(wrong.message);

class TrialFieldPath extends FieldPath {
  override at(): FieldPath {
    return this;
  }

  override wrong(): TypeError {
    return wrong;
  }

  override outside(): RangeError {
    return outside;
  }
}

/** The place of everything during a {@linkcode trial}. */
export const anywhere: FieldPath = new TrialFieldPath("", references);

/**
 * Tries to convert a value to a message.
 *
 * @typeParam S The value.
 * @typeParam M The message.
 * @param write Converts a value to the message; it is a pure function.
 * @param value The value.
 * @param indices Devices that have been looked up already, by name.
 * @returns The message; `undefined` if there is something to look up, or if
 * something is wrong.
 */
export function trial<S, M>(
  write: (value: S, fieldPath: FieldPath) => M,
  value: S,
  indices?: ReadonlyMap<string, number>,
): M | undefined {
  asked = false;
  known = indices;
  try {
    const message = write(value, anywhere);
    return asked ? undefined : message;
  } catch {
    return undefined;
  }
}

type Fields<D> = ReadonlyMap<string, Field<unknown, D>>;

/** Writes an object into data. */
type Write = (value: object, data: object) => void;

/** Objects with certain properties, and how they are written. */
interface Writing {
  readonly names: readonly string[];
  readonly write: Write;
}

/** Most lists of properties that code is written for. */
const MOST = 8;

/**
 * How many objects are written before an example is taken, and the next one.
 */
const PAUSE = 64;

/**
 * Writes objects, those with frequent lists of properties fast. References are
 * looked up nowhere, and errors have no property paths.
 *
 * @typeParam D The data.
 * @param fields How each property is written.
 * @returns Writes an object with the given names into data; `false` if it is to
 * be done otherwise.
 */
export function writing<D extends object>(
  fields: () => Fields<D>,
): (value: object, names: readonly string[], data: D) => boolean {
  const writings: Writing[] = [];
  let left = PAUSE;

  return (value, names, data) => {
    for (let i = 0; i < writings.length; i++) {
      const writing = writings[i]!;
      if (!areSame(writing.names, names)) continue;
      writing.write(value, data);
      return true;
    }
    if (--left > 0 || writings.length === MOST) return false;
    left = PAUSE;
    const write = compileWriting(fields(), names);
    if (write !== undefined) writings.push({ names, write });
    return false;
  };
}

function areSame(some: readonly string[], others: readonly string[]): boolean {
  if (some.length !== others.length) return false;
  for (let i = 0; i < some.length; i++) {
    if (some[i] !== others[i]) return false;
  }
  return true;
}

/**
 * Writes out what writes objects with some properties.
 *
 * @typeParam D The data.
 * @param fields How each property is written.
 * @param names The properties.
 * @returns The code; `undefined` if a property is unknown, or code cannot be
 * generated.
 */
export function compileWriting<D>(
  fields: Fields<D>,
  names: readonly string[],
): Write | undefined {
  const scope: Record<string, unknown> = { anywhere };
  const lines: string[] = [];
  for (const [i, name] of names.entries()) {
    const field = fields.get(name);
    if (field === undefined) return undefined;
    lines.push(
      `const v${i} = object[${JSON.stringify(name)}];`,
      `if (v${i} !== undefined) { ${statements(field, i, scope)} }`,
    );
  }
  return build<Write>(scope, "object, data", lines.join("\n"));
}

/** The statements that write the value of a property. */
function statements<D>(
  outer: Field<unknown, D>,
  i: number,
  scope: Record<string, unknown>,
): string {
  if (outer.inner?.field.write === undefined) {
    return assignment(outer, "data", i, scope);
  }
  // What the data has from the beginning need not be put into it.
  const { property, field } = outer.inner;
  scope[`o${i}`] = outer.write;
  return `const part = data[${JSON.stringify(String(property))}];
    if (part === undefined) o${i}(data, v${i}, anywhere);
    else { ${assignment(field, "part", i, scope)} }`;
}

function assignment(
  { write, stored }: Partial<WritableField<never, never>>,
  data: string,
  i: number,
  scope: Record<string, unknown>,
): string {
  if (stored === undefined) {
    scope[`w${i}`] = write;
    return `w${i}(${data}, v${i}, anywhere);`;
  }
  const [property, toKernel] = stored;
  scope[`k${i}`] = toKernel;
  return `const value = k${i}(v${i}, anywhere);
    if (value !== undefined) {
      ${data}[${JSON.stringify(String(property))}] = value;
    }`;
}
