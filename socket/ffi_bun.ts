/**
 * Calls of the C library in Bun.
 *
 * @see {@link https://bun.sh/docs/api/ffi | FFI}
 *
 * @module
 */

import type { Ffi, ForeignFunction } from "./ffi.ts";
import {
  builtin,
  type Call,
  ffiOf,
  type Library,
  typesOf,
} from "./ffi_process.ts";
import { threadCall, type ThreadCaller } from "./call_thread.ts";

/** The part of `bun:ffi` that this takes. */
export interface BunFfi {
  /** Opens a library. */
  dlopen(
    path: string,
    symbols: Record<string, { args: readonly string[]; returns: string }>,
  ): { symbols: Record<string, Call> };
  /** Where an array is. */
  ptr(array: ArrayBufferView): number;
  /** Memory as an array. */
  toArrayBuffer(address: number, offset: number, length: number): ArrayBuffer;
}

const typed = typesOf({
  void: "void",
  i32: "i32",
  u32: "u32",
  i64: "i64",
  u64: "u64",
  isize: "i64",
  usize: "u64",
  buffer: "ptr",
});

const DECLARE = `(path, name, args, returns) =>
  load("bun:ffi").dlopen(path, { [name]: { args, returns } }).symbols[name]`;

/**
 * How Bun calls C.
 *
 * @returns How.
 */
export function ffiOfBun(): Ffi {
  const bun = builtin<BunFfi>("bun:ffi");
  return ffiOf({
    load: (path) => load(bun, path),
    memory: (address, length) => bun.toArrayBuffer(Number(address), 0, length),
  });
}

function load(bun: BunFfi, path: string): Library {
  const declare = (name: string, symbol: ForeignFunction) => {
    const { parameters, result } = typed(symbol);
    const { symbols } = bun.dlopen(path, {
      [name]: { args: parameters, returns: result },
    });
    return symbols[name]!;
  };
  const caller: ThreadCaller = {
    typed,
    locate: (array) => BigInt(bun.ptr(array)),
    declare: DECLARE,
  };
  return {
    function: declare,
    nonblocking: (name, symbol) => threadCall(path, name, symbol, caller),
    address(name) {
      const dlsym = declare("dlsym", {
        parameters: ["usize", "buffer"],
        result: "usize",
      });
      return dlsym(0n, new TextEncoder().encode(`${name}\0`));
    },
  };
}
