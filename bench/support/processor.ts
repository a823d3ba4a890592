/**
 * Time of the processor, which other work on the machine disturbs less than
 * time by the clock.
 *
 * @module
 */
import process from "node:process";

const RUSAGE_CHILDREN = -1;

/**
 * Returns what this process has used so far, with all of its threads.
 *
 * @returns The time in nanoseconds.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
}

let library:
  | Deno.DynamicLibrary<{
    getrusage: {
      parameters: ["i32", "buffer"];
      result: "i32";
    };
  }>
  | undefined;

/**
 * Returns what the children of this process that have ended used.
 *
 * @returns The time in nanoseconds.
 */
export function childrenTime(): number {
  library ??= Deno.dlopen("libc.so.6", {
    getrusage: { parameters: ["i32", "buffer"], result: "i32" },
  });
  // Two times of seconds and microseconds are the first members.
  const usage = new BigInt64Array(18);
  library.symbols.getrusage(RUSAGE_CHILDREN, usage);
  const [seconds, micros, systemSeconds, systemMicros] = usage;
  return Number(seconds! + systemSeconds!) * 1e9 +
    Number(micros! + systemMicros!) * 1e3;
}
