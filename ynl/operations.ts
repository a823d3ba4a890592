/**
 * Finds what can be asked of a family, and what it reports.
 *
 * @module
 */

import { camelCase } from "./names.ts";
import { proposals } from "./nearest.ts";
import type { Operation, Spec } from "./spec.ts";

/**
 * Finds an operation.
 *
 * @param spec The specification.
 * @param name Its name, in camelCase or as the specification has it.
 * @param mode What it is used for.
 * @returns The operation, and the number of its request.
 * @throws {TypeError} If there is none that can be used for that.
 */
export function findOperation(
  { name: family, operations: { list } }: Spec,
  name: string,
  mode: "do" | "dump",
): { operation: Operation; request: number } {
  const usable = list.filter(({ modes, requestValue }) =>
    modes.includes(mode) && requestValue !== null
  );
  const wanted = camelCase(String(name));
  const operation = usable.find(({ name }) => camelCase(name) === wanted);
  if (operation !== undefined) {
    const request = operation[mode]?.requestValue ?? operation.requestValue!;
    return { operation, request };
  }
  const other = list.find(({ name }) => camelCase(name) === wanted);
  const reason = other === undefined
    ? "there is no such operation"
    : `it is there for ${other.modes.join(" and ")} only`;
  throw new TypeError(
    `Cannot ${mode} ${name} of ${family}: ${reason}${
      other === undefined ? proposals(name, usable.map(({ name }) => name)) : ""
    }`,
  );
}

/**
 * Finds the operation that a message is of, which the kernel has sent by itself.
 *
 * @param spec The specification.
 * @returns The operations by their numbers.
 */
export function reportedOperations(
  { operations: { list } }: Spec,
): ReadonlyMap<number, Operation> {
  const found = new Map<number, Operation>();
  const isReported = ({ modes }: Operation) =>
    modes.includes("notify") || modes.includes("event");
  for (const reported of [true, false]) {
    for (const operation of list) {
      const { replyValue } = operation;
      if (isReported(operation) !== reported || replyValue === null) continue;
      if (!found.has(replyValue)) found.set(replyValue, operation);
    }
  }
  return found;
}
