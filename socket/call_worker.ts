/**
 * The thread that makes calls for `call_thread.ts`.
 *
 * @module
 */

import type { ThreadRequest } from "./call_thread.ts";
import { ffi } from "./ffi_any.ts";
import { type Call, nodeProcess } from "./ffi_process.ts";

const { parentPort } = nodeProcess().getBuiltinModule("node:worker_threads");
const functions = new Map<string, Call>();

parentPort.on("message", ({ path, name, symbol, args }: ThreadRequest) => {
  let call = functions.get(name);
  if (call === undefined) {
    const own = { ...symbol, nonblocking: false };
    call = ffi().open(path, { [name]: own })[name] as Call;
    functions.set(name, call);
  }
  parentPort.postMessage(call(...args));
});
