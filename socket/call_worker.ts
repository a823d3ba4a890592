/**
 * The thread that makes calls for `call_thread.ts`.
 *
 * @module
 */

import type { ThreadRequest } from "./call_thread.ts";
import { ffi } from "./ffi_any.ts";
import { builtin, type Call, nodeProcess } from "./ffi_process.ts";

/** The part of `node:worker_threads` that this takes. */
interface WorkerThreads {
  parentPort: {
    on(event: "message", call: (request: ThreadRequest) => void): void;
    postMessage(result: unknown): void;
  };
}

// Node has warned of `node:ffi` in the thread that started this one.
nodeProcess().removeAllListeners("warning");
const { parentPort } = builtin<WorkerThreads>("node:worker_threads");
const functions = new Map<string, Call>();

parentPort.on("message", ({ path, name, symbol, args }) => {
  let call = functions.get(name);
  if (call === undefined) {
    const own = { ...symbol, nonblocking: false };
    call = ffi().open(path, { [name]: own })[name] as Call;
    functions.set(name, call);
  }
  parentPort.postMessage(call(...args));
});
