/**
 * Counts what this process has open.
 *
 * @module
 */
import { assertEquals } from "@std/assert";

/** How long another thread may need to let go, in steps of 10 ms. */
const STEPS = 200;

/** Counts the open descriptors of this process. */
export function countDescriptors(): number {
  return [...Deno.readDirSync("/proc/self/fd")].length;
}

/**
 * Waits until no more descriptors are open than there have been. There may be
 * fewer: what waits for sockets is closed a moment after the last of them.
 *
 * @param before How many there have been.
 */
export async function leavesNone(before: number): Promise<void> {
  for (let i = 0; i < STEPS && countDescriptors() > before; i++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assertEquals(Math.max(countDescriptors(), before), before);
}
