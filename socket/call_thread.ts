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

/** How a runtime has threads call C. */
export interface ThreadCaller {
  /** Finds out where an array is. */
  locate(array: ArrayBufferView): bigint;
  /** Writes the types of a function as the runtime does. */
  typed(symbol: ForeignFunction): { result: string; parameters: string[] };
  /**
   * A function, as text, that makes a function of the C library out of its
   * path, name, parameters and result, by modules from `load(name)`.
   */
  readonly declare: string;
}

/** What a worker is asked for: a call, all parameters of which are numbers. */
interface ThreadRequest {
  readonly path: string;
  readonly name: string;
  readonly parameters: readonly string[];
  readonly result: string;
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
  Worker: new (program: string, options: { eval: true }) => Thread;
}

const idle: Thread[] = [];
let running = 0;
let alive: ReturnType<typeof setInterval> | undefined;

/** The longest delay of a timer, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

/**
 * The program of a worker. It is text, not a module beside this one: what
 * bundlers make has no such module, and a worker that was given the bundle
 * would run the whole program again.
 *
 * Node has warned of `node:ffi` in the thread that started the worker, and the
 * first versions of Bun that this runs with have only `require`.
 */
const program = (declare: string): string => `
const load = (name) => process.getBuiltinModule?.(name) ?? require(name);
const declare = ${declare};
process.removeAllListeners("warning");
const { parentPort } = load("node:worker_threads");
const functions = new Map();
parentPort.on("message", ({ path, name, parameters, result, args }) => {
  let call = functions.get(name);
  if (call === undefined) {
    functions.set(name, call = declare(path, name, parameters, result));
  }
  parentPort.postMessage(call(...args));
});
`;

/**
 * Makes a function that another thread calls.
 *
 * @param path The library.
 * @param name Name of the function.
 * @param symbol Its types.
 * @param caller How to call it.
 * @returns What calls it.
 */
export function threadCall(
  path: string,
  name: string,
  symbol: ForeignFunction,
  caller: ThreadCaller,
): Call {
  const { parameters, result } = caller.typed({
    ...symbol,
    parameters: symbol.parameters.map((type) =>
      type === "buffer" ? "usize" : type
    ),
  });
  return async (...values: (number | bigint | ArrayBufferView | null)[]) => {
    const args = values.map((value) =>
      value === null
        ? 0n
        : typeof value === "object"
        ? caller.locate(value)
        : value
    );
    const request = { path, name, parameters, result, args };
    const returned = await call(request, caller);
    // The arrays have to live until now.
    values.length = 0;
    return returned;
  };
}

async function call(
  request: ThreadRequest,
  { declare }: ThreadCaller,
): Promise<unknown> {
  const thread = idle.pop() ?? start(declare);
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

function start(declare: string): Thread {
  const { Worker } = builtin<WorkerThreads>("node:worker_threads");
  const thread = new Worker(program(declare), { eval: true });
  thread.unref();
  return thread;
}
