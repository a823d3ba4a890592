import { assert } from "@std/assert";

/**
 * Fails if a message has something without a name.
 *
 * @param message A message, or a part of one.
 */
export function checkNamed(message: object): void {
  for (const [name, value] of Object.entries(message)) {
    const isBytes = name === "options" && value instanceof Uint8Array;
    assert(name !== "unknown" && !isBytes, Deno.inspect(message));
    if (typeof value === "object" && value !== null) checkNamed(value);
  }
}
