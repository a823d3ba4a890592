/**
 * `ip help`.
 *
 * @module
 */

import { usage } from "./parse/errors.ts";

/** Shows the usage of the program. */
export function command(): Promise<number> {
  return Promise.reject(usage(""));
}
