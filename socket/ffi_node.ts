/**
 * Calls of the C library in Node: by `node:ffi`, or by the package koffi where
 * Node has no such module.
 *
 * @see {@link https://nodejs.org/api/ffi.html | FFI}
 *
 * @module
 */

import type { Ffi, ForeignFunction } from "./ffi.ts";
import { ffiOfKoffi } from "./ffi_koffi.ts";
import {
  builtin,
  type Call,
  ffiOf,
  type Library,
  typesOf,
} from "./ffi_process.ts";
import { loopWatch } from "./loop_watch.ts";
import { type Address, threadCall } from "./call_thread.ts";

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

const typed = typesOf({
  void: "void",
  i32: "int32",
  u32: "uint32",
  i64: "int64",
  u64: "uint64",
  isize: "int64",
  usize: "uint64",
  buffer: "pointer",
});

/**
 * How this Node calls C.
 *
 * @returns How.
 * @throws {UnsupportedError} If it has neither `node:ffi` nor koffi.
 */
export function ffiOfNode(): Ffi {
  const node = builtin<NodeFfi | undefined>("node:ffi");
  return node?.getCurrentEventLoop === undefined ? ffiOfKoffi() : ffiOf({
    load: (path) => load(node, path),
    memory: (address, length) => node.toArrayBuffer(address, length, false),
    watch: (fd) => loopWatch(node, fd),
  });
}

function load(node: NodeFfi, path: string): Library {
  const library = new node.DynamicLibrary(path);
  const signature = (symbol: ForeignFunction): Signature => {
    const { parameters, result } = typed(symbol);
    return { arguments: parameters, return: result };
  };
  const locate: Address = (array) => node.getRawPointer(array);
  return {
    function: (name, symbol) => library.getFunction(name, signature(symbol)),
    nonblocking: (name, symbol) => threadCall({ path, name, symbol }, locate),
    address: (name) => library.getSymbol(name),
  };
}
