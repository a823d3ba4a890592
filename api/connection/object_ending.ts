/**
 * Writes out code that makes objects of messages.
 *
 * @module
 */

import { build } from "../../messages/codec/compiled/compile.ts";
import type { TracedEnd, TraceEnding } from "../../messages/codec/traced.ts";
import { Fusion } from "../mapping/fused.ts";
import { keep, kept, Origin } from "../mapping/origin.ts";
import type { MessageCheck } from "../mapping/reading.ts";
import { SKIPPED } from "./request.ts";
import type { ReadableFields } from "../mapping/mapping.ts";

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
    for (const [i, { reads }] of checks.entries()) {
      const values = reads.map((path) =>
        path === "" ? message.code() : fusion.part(path, message) ?? "undefined"
      );
      const test = `extra[${i}].accepts(${values.join(", ")})`;
      fusion.add(`if (!${test}) return SKIPPED;`);
    }
    const properties = fusion.object(fields, message, example as object);
    const Make = constructorOf([...properties.keys()], prototype);
    return {
      code: `${fusion.code}
        const object = new Make(${[...properties.values()].join(", ")});
        const at = keep(view, start, end);
        return new Origin(object, kept.view, at);`,
      scope: { ...fusion.scope, Make, Origin, SKIPPED, keep, kept },
    };
  };
}

/**
 * Makes objects that have room for their properties from the start, as object
 * literals have.
 */
function constructorOf(names: readonly string[], prototype: object): unknown {
  const parameters = names.map((_, i) => `a${i}`).join(", ");
  const lines = names.map((name, i) =>
    `this[${JSON.stringify(name)}] = a${i};`
  );
  return build<() => unknown>(
    { prototype },
    "",
    `function Make(${parameters}) { ${lines.join(" ")} }
    Make.prototype = prototype;
    return Make;`,
  )?.();
}
