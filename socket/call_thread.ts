/**
 * Calls of the C library that other threads make, for runtimes that have no such
 * calls of their own.
 *
 * Arrays are handed over as addresses: the threads of a process share its
 * memory. As each worker makes one call at a time, there are as many as calls
 * are under way.
 *
 * @module
 */

import type { ForeignFunction } from "./ffi.ts";
import { builtin, type Call } from "./ffi_process.ts";

/** Finds out where an array is. */
export type Address = (array: ArrayBufferView) => bigint;

/** A function that threads call: all its parameters are numbers there. */
export interface ThreadFunction {
  /** The library. */
  readonly path: string;
  /** Name of the function. */
  readonly name: string;
  /** Its types. */
  readonly symbol: ForeignFunction;
}

/** What a worker is asked for. */
export interface ThreadRequest extends ThreadFunction {
  /** What to call it with. */
  readonly args: readonly (number | bigint)[];
}

/** The part of a `Worker` of `node:worker_threads` that this takes. */
interface Thread {
  postMessage(request: ThreadRequest): void;
  once(event: "message", call: (result: unknown) => void): void;
  once(event: "error", call: (error: unknown) => void): void;
  removeAllListeners(event: "message" | "error"): void;
  unref(): void;
}

/** The part of `node:worker_threads` that this takes. */
interface WorkerThreads {
  Worker: new (url: URL) => Thread;
}

const idle: Thread[] = [];
let running = 0;
let alive: ReturnType<typeof setInterval> | undefined;

/** The longest delay of a timer, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

/**
 * Makes a function that another thread calls.
 *
 * @param called The function.
 * @param locate Finds out where an array is.
 * @returns What calls it.
 */
export function threadCall(called: ThreadFunction, locate: Address): Call {
  const { path, name } = called;
  const symbol: ForeignFunction = {
    ...called.symbol,
    parameters: called.symbol.parameters.map((type) =>
      type === "buffer" ? "usize" : type
    ),
  };
  return async (...values: (number | bigint | ArrayBufferView | null)[]) => {
    const args = values.map((value) =>
      value === null ? 0n : typeof value === "object" ? locate(value) : value
    );
    const result = await call({ path, name, symbol, args });
    // The arrays have to live until now.
    values.length = 0;
    return result;
  };
}

async function call(request: ThreadRequest): Promise<unknown> {
  const thread = idle.pop() ?? start();
  // Threads that are not waited for let the process end, and those that are
  // referenced never would.
  if (running++ === 0) alive = setInterval(() => {}, LONGEST);
  try {
    return await new Promise((resolve, reject) => {
      thread.once("message", resolve);
      thread.once("error", reject);
      thread.postMessage(request);
    });
  } finally {
    if (--running === 0) clearInterval(alive);
    thread.removeAllListeners("message");
    thread.removeAllListeners("error");
    idle.push(thread);
  }
}

function start(): Thread {
  const { Worker } = builtin<WorkerThreads>("node:worker_threads");
  const url = new URL(import.meta.url);
  url.pathname = url.pathname.replace(/call_thread(\.\w+)$/, "call_worker$1");
  const thread = new Worker(url);
  thread.unref();
  return thread;
}
