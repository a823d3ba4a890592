/**
 * The few functions of the C library that tests need beside the library's own
 * socket: namespaces and mounts of the calling thread, and sockets whose
 * descriptors are known.
 *
 * @module
 */

import type { Foreign, ForeignInterface } from "../../socket/ffi.ts";
import { ffi } from "../../socket/ffi_deno.ts";

/** Calls that {@linkcode libc} offers. */
type Library = Foreign<typeof SYMBOLS>;

const SYMBOLS = {
  bind: { parameters: ["i32", "buffer", "u32"], result: "i32" },
  close: { parameters: ["i32"], result: "i32" },
  mount: {
    parameters: ["buffer", "buffer", "buffer", "u64", "buffer"],
    result: "i32",
  },
  open: { parameters: ["buffer", "i32"], result: "i32" },
  recv: { parameters: ["i32", "buffer", "usize", "i32"], result: "isize" },
  send: { parameters: ["i32", "buffer", "usize", "i32"], result: "isize" },
  setns: { parameters: ["i32", "i32"], result: "i32" },
  setsockopt: {
    parameters: ["i32", "i32", "i32", "buffer", "u32"],
    result: "i32",
  },
  socket: { parameters: ["i32", "i32", "i32"], result: "i32" },
  umount2: { parameters: ["buffer", "i32"], result: "i32" },
  unshare: { parameters: ["i32"], result: "i32" },
  __errno_location: { parameters: [], result: "usize" },
} as const satisfies ForeignInterface;

const NAMES = [
  "libc.so.6",
  `libc.musl-${Deno.build.arch}.so.1`,
];

let loaded: Library | undefined;

/** Loads the C library, once. */
export function libc(): Library {
  loaded ??= load();
  return loaded;
}

function load(): Library {
  for (const name of NAMES) {
    try {
      return ffi().open(name, SYMBOLS);
    } catch {
      // The next name may be the one.
    }
  }
  throw new Error(`Cannot load the C library: none of ${NAMES.join(", ")}`);
}

/** Turns text into what C takes for a string. */
export function cString(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${text}\0`);
}

/**
 * Hands back what a call returned.
 *
 * @throws {Error} If that is negative; the message has the error number.
 */
export function checked(call: string, result: number | bigint): number {
  if (result >= 0) return Number(result);
  const location = libc().__errno_location();
  const errno = new Int32Array(ffi().memory(location, 4))[0];
  throw new Error(`Cannot ${call}: error ${errno}`);
}
