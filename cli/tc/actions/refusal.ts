/**
 * Refusals of the kernel, where a command adds a text of its own.
 *
 * @module
 */

import { isKernelError, refusal } from "../../parse/errors.ts";

/**
 * The text of a refusal.
 *
 * @param error What was thrown.
 * @returns The text, with its line feed.
 * @throws {unknown} What was thrown, if the kernel refused nothing.
 */
export async function asRefusal(error: unknown): Promise<string> {
  if (!isKernelError(error)) throw error;
  return await refusal(error);
}
