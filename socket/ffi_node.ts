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
import { builtin, ffiOf, type Library, typesOf } from "./ffi_process.ts";
import { loopWatch, type NodeFfi, type Signature } from "./loop_watch.ts";
import { threadCall, type ThreadCaller } from "./call_thread.ts";

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

const DECLARE = `(path, name, parameters, result) =>
  new (load("node:ffi").DynamicLibrary)(path)
    .getFunction(name, { arguments: parameters, return: result })`;

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
  const caller: ThreadCaller = {
    typed,
    locate: (array) => node.getRawPointer(array),
    declare: DECLARE,
  };
  const made = new Set<string>();
  return {
    function(name, symbol) {
      // A function that has types gets no others, unless it is opened again.
      const from = made.has(name) ? new node.DynamicLibrary(path) : library;
      made.add(name);
      return from.getFunction(name, signature(symbol));
    },
    nonblocking: (name, symbol) => threadCall(path, name, symbol, caller),
    address: (name) => library.getSymbol(name),
  };
}
