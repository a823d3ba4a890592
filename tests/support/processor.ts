/**
 * How long this process has computed, which other work on the machine does not
 * change.
 *
 * @module
 */
import { cpuUsage } from "node:process";

/** Milliseconds of processor time that this process has taken until now. */
export function processorTime(): number {
  const { user, system } = cpuUsage();
  return (user + system) / 1000;
}
