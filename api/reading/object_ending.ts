/**
 * Writes out code that makes objects of messages.
 *
 * @module
 */

import { build } from "../../messages/codec/compiled/compile.ts";
import type { TracedEnd, TraceEnding } from "../../messages/codec/traced.ts";
import { Fusion } from "./fused.ts";
import {
  keep,
  kept,
  Origin,
  type OriginClass,
  originFor,
  wholeStart,
} from "../mapping/origin.ts";
import { SKIPPED } from "../connection/request.ts";
import type { ReadableFields } from "../mapping/mapping.ts";

/** Part of a test of messages. */
export interface MessageCheck {
  /**
   * The properties of the message that are tested; dots are before those of
   * `attributes`.
   */
  readonly reads: readonly string[];
  /** Whether their values, in that order, fit. */
  readonly accepts: (...values: never[]) => boolean;
  /**
   * What the only value has to be, if it is there and that is all there is to
   * it.
   */
  readonly wanted?: unknown;
  /**
   * The bit of that value that counts; {@linkcode MessageCheck.wanted} is this
   * bit, or 0.
   */
  readonly bit?: number;
}

/**
 * What ends a trace with an object.
 *
 * @param fields How its properties are read.
 * @param prototype What it inherits.
 * @param checks The test that messages have to pass.
 * @returns The ending.
 */
export function objectEnding(
  fields: ReadableFields,
  prototype: object,
  checks: readonly MessageCheck[] = [],
): TraceEnding {
  return (message, example): TracedEnd => {
    const fusion = new Fusion();
    for (const [i, check] of checks.entries()) {
      const values = check.reads.map((path) =>
        path === "" ? message.code() : fusion.part(path, message)
      );
      fusion.add(`if (!(${testOf(check, `extra[${i}]`, values)})) {
        return SKIPPED;
      }`);
    }
    const properties = fusion.object(fields, message, example as object);
    const { Make, Origin } = shapeOf([...properties.keys()], prototype);
    return {
      code: `${fusion.code}
        const object = new Make(${[...properties.values()].join(", ")});
        const isWhole = view === kept.whole;
        const at = isWhole ? ${wholeStart("start")} : keep(view, start, end);
        return new Origin(object, isWhole ? view : kept.view, at);`,
      scope: { ...fusion.scope, Make, Origin, SKIPPED, keep, kept },
    };
  };
}

/** The expression for whether values fit; calls take longer than all else. */
function testOf(
  { wanted, bit }: MessageCheck,
  check: string,
  values: readonly (string | undefined)[],
): string {
  const [value] = values;
  if (wanted === undefined || value === undefined) {
    return `${check}.accepts(${values.map(String).join(", ")})`;
  }
  const found = bit === undefined ? value : `(${value} & ${bit})`;
  return `${found} === ${check}.wanted`;
}

type Constructor = new (...values: unknown[]) => object;

/** What makes objects with certain properties. */
interface ObjectShape {
  readonly Make: Constructor | undefined;
  readonly Origin: OriginClass;
}

/** Most sets of properties that are made in one way, for each prototype. */
const MOST_SHAPES = 64;

const shapes = new WeakMap<object, Map<string, ObjectShape>>();

/** What makes objects with some properties, which several traces share. */
function shapeOf(names: readonly string[], prototype: object): ObjectShape {
  let known = shapes.get(prototype);
  if (known === undefined) shapes.set(prototype, known = new Map());
  const key = names.join();
  const shape = known.get(key);
  if (shape !== undefined) return shape;
  const Make = constructorOf(names, prototype);
  if (known.size === MOST_SHAPES) return { Make, Origin };
  const made = { Make, Origin: originFor(prototype) };
  if (Make !== undefined) {
    Object.assign(Make, { samples: samplesOf(made.Origin, Make, names) });
  }
  known.set(key, made);
  return made;
}

/**
 * Makes objects that have room for their properties from the start, as object
 * literals have.
 */
function constructorOf(
  names: readonly string[],
  prototype: object,
): Constructor | undefined {
  const parameters = names.map((_, i) => `a${i}`).join(", ");
  const lines = names.map((name, i) =>
    `this[${JSON.stringify(name)}] = a${i};`
  );
  return build<() => Constructor>(
    { prototype },
    "",
    `function Make(${parameters}) { ${lines.join(" ")} }
    Make.prototype = prototype;
    return Make;`,
  )?.();
}

/**
 * Objects that keep what V8 assumes about the others, and the code that relies
 * on it, from being dropped when none of the others is left.
 *
 * What V8 assumes about a property that has held numbers alone is that each
 * object has its own copy of each fraction. One that has held text, too, refers
 * to numbers, and many objects to the same one.
 */
function samplesOf(
  Origin: OriginClass,
  Make: Constructor,
  names: readonly string[],
): object[] {
  return ["", 0].map((value) =>
    new Origin(new Make(...names.map(() => value)), kept, -1)
  );
}
