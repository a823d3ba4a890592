/**
 * Calls of the C library by the package koffi.
 *
 * @see {@link https://koffi.dev | koffi}
 *
 * @module
 */

import { UnsupportedError } from "./error.ts";
import type { Ffi, ForeignFunction } from "./ffi.ts";
import {
  type Call,
  ffiOf,
  isLong,
  type Library,
  nodeProcess,
  requirePackage,
  typesOf,
} from "./ffi_process.ts";

/** The part of koffi that this takes. */
interface Koffi {
  load(path: string): {
    func(name: string, result: string, parameters: readonly string[]):
      & Call
      & { async: Call };
    symbol(name: string, type: string): unknown;
  };
  address(pointer: unknown): bigint;
  view(address: bigint, length: number): ArrayBuffer;
}

const typed = typesOf({
  void: "void",
  i32: "int32_t",
  u32: "uint32_t",
  i64: "int64_t",
  u64: "uint64_t",
  isize: "int64_t",
  usize: "uint64_t",
  buffer: "void *",
});

/**
 * How Node calls C by koffi.
 *
 * @returns How.
 * @throws {UnsupportedError} If koffi is not installed.
 */
export function ffiOfKoffi(): Ffi {
  let koffi: Koffi;
  try {
    const loaded = requirePackage<Koffi & { default?: Koffi }>("koffi");
    koffi = loaded.default ?? loaded;
  } catch (cause) {
    throw new UnsupportedError(
      "runtime",
      "Cannot open a netlink socket: " +
        `Node ${nodeProcess().version} calls the C library by the package koffi, ` +
        "which has to be installed: npm install koffi",
      { cause },
    );
  }
  return ffiOf({
    load: (path) => load(koffi, path),
    memory: (address, length) => koffi.view(address, length),
  });
}

function load(koffi: Koffi, path: string): Library {
  const library = koffi.load(path);
  const declare = (name: string, symbol: ForeignFunction) => {
    const { result, parameters } = typed(symbol);
    return library.func(name, result, parameters);
  };
  return {
    function(name, symbol) {
      const call = declare(name, symbol);
      // What fits into a number, koffi returns as one.
      return isLong(symbol.result) ? (...args) => BigInt(call(...args)) : call;
    },
    nonblocking(name, symbol) {
      const func = declare(name, symbol);
      const convert: Call = isLong(symbol.result) ? BigInt : (value) => value;
      return (...args) =>
        new Promise((resolve, reject) => {
          const end = (error: unknown, result: number | bigint) => {
            if (error) reject(error);
            else resolve(convert(result));
            // The arrays have to live until now.
            args.length = 0;
          };
          func.async(...args, end);
        });
    },
    address: (name) => koffi.address(library.symbol(name, "void *")),
  };
}
