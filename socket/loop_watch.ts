/**
 * Waits for a descriptor in libuv's event loop, which Node runs on, without a
 * thread.
 *
 * @see {@link https://docs.libuv.org/en/v1.x/poll.html | uv_poll_t}
 *
 * @module
 */

import type { LoopWatch } from "./ffi.ts";
import { builtin, type Call, nodeProcess } from "./ffi_process.ts";

/** The part of `node:ffi` that this takes. */
export interface NodeFfi {
  /** Opens a library; `null` is the program itself. */
  DynamicLibrary: new (path: string | null) => DynamicLibrary;
  /** Where an array is. */
  getRawPointer(source: ArrayBufferView): bigint;
  /** Memory as an array. */
  toArrayBuffer(address: bigint, length: number, copy: boolean): ArrayBuffer;
  /** Where libuv's `uv_loop_t` of this thread is; not in the first versions. */
  getCurrentEventLoop?(): bigint;
}

/** A library that `node:ffi` has opened. */
export interface DynamicLibrary {
  /** Makes a function. */
  getFunction(name: string, signature: Signature): Call;
  /** Where a symbol is. */
  getSymbol(name: string): bigint;
  /** Makes a function that C can call. */
  registerCallback(signature: Signature, call: Call): bigint;
}

/** Types of a function. */
export interface Signature {
  readonly arguments: readonly string[];
  readonly return: string;
}

/** The kind of handle that waits for a descriptor (`uv_handle_type`). */
const UV_POLL = 8;
/** Waits until there is something to read (`uv_poll_event`). */
const UV_READABLE = 1;

/**
 * Waits for a descriptor in the event loop of this thread.
 *
 * @param node `node:ffi`.
 * @param fd The descriptor, which has to stay open.
 * @returns What waits; `undefined` in a worker: a handle that is there when it
 * ends aborts the process.
 */
export function loopWatch(node: NodeFfi, fd: number): LoopWatch | undefined {
  const { isMainThread } = builtin<{ isMainThread: boolean }>(
    "node:worker_threads",
  );
  if (!isMainThread) return undefined;
  const uv = new node.DynamicLibrary(null);
  const call = (name: string, parameters: string[], result = "int32") =>
    uv.getFunction(name, { arguments: parameters, return: result });
  const size = call("uv_handle_size", ["int32"], "uint64")(UV_POLL);
  // libuv keeps the address of the handle, so it must neither move nor go.
  const handle = new Uint8Array(new ArrayBuffer(Number(size)));
  kept.push(handle);
  const at = node.getRawPointer(handle);
  const init = call("uv_poll_init", ["uint64", "uint64", "int32"]);
  const failed = init(node.getCurrentEventLoop!(), at, fd);
  if (failed !== 0) return undefined;
  const start = call("uv_poll_start", ["uint64", "int32", "uint64"]);
  const stop = call("uv_poll_stop", ["uint64"]);
  const ref = call("uv_ref", ["uint64"], "void");
  const unref = call("uv_unref", ["uint64"], "void");
  let resolve: (() => void) | undefined;
  const ready = uv.registerCallback(
    { arguments: ["uint64", "int32", "int32"], return: "void" },
    () => {
      stop(at);
      // Node runs nothing that waits for promises after a call from outside.
      setImmediate(() => resolve?.());
    },
  );
  // From then on, Node cannot be called.
  nodeProcess().on("exit", () => void stop(at));
  let referenced = true;
  return {
    readable: () =>
      new Promise((fulfill) => {
        resolve = fulfill;
        start(at, UV_READABLE, ready);
      }),
    get referenced() {
      return referenced;
    },
    set referenced(value) {
      if (value === referenced) return;
      referenced = value;
      if (value) ref(at);
      else unref(at);
    },
  };
}

/** Handles, for as long as the process lives. */
const kept: Uint8Array[] = [];

declare function setImmediate(call: () => void): void;
