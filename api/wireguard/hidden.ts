/**
 * Objects that print without some of their properties.
 *
 * @module
 */

import { propertiesOf } from "../mapping/json.ts";

const HIDDEN = "(hidden)";

/** What inspects values: `Deno.inspect()`, and the same of Node. */
type Inspect = (value: unknown, options?: object) => string;

/**
 * Makes what objects inherit that have secret properties: these can be read as
 * any other, and the console and JSON have `(hidden)` for them.
 *
 * @param names The properties.
 * @returns The prototype.
 */
export function hiding(names: readonly string[]): object {
  const shown = (object: object, copy: Record<string, unknown>) => {
    for (const name of names) {
      const value = (object as Record<string, unknown>)[name];
      if (value !== undefined && value !== null) copy[name] = HIDDEN;
    }
    return copy;
  };
  return Object.create(Object.prototype, {
    // So that the objects print and compare as plain ones.
    constructor: { value: Object, writable: true, configurable: true },
    toJSON: {
      value(this: object) {
        return propertiesOf(shown(this, { ...this }));
      },
    },
    [Symbol.for("Deno.customInspect")]: {
      value(this: object, inspect: Inspect, options?: object) {
        return inspect(shown(this, { ...this }), options);
      },
    },
    [Symbol.for("nodejs.util.inspect.custom")]: {
      value(this: object, _: number, options: object, inspect: Inspect) {
        return inspect(shown(this, { ...this }), options);
      },
    },
  });
}
