/**
 * The C library: where it is, and the calls that every socket makes.
 *
 * Nothing is loaded before the first use, so that codecs can be imported
 * without permission. Making the fast path of a call takes some 0.2 ms, which
 * is why calls are loaded in small groups.
 *
 * @module
 */

import { textFromBytes, textToBytes } from "../messages/codec/text.ts";
import { SocketError, UnsupportedError } from "./error.ts";
import type { Ffi, Foreign, ForeignInterface } from "./ffi.ts";
import { ffi } from "./ffi_deno.ts";

/** File names by which the linker finds a C library. */
const NAMES = ["libc.so.6", "libc.so"];

/**
 * Lists where a C library may be, best first: names for the linker, then paths.
 *
 * @param arch Architecture, as the GNU tools call it.
 * @returns Names and paths.
 */
export function libcCandidates(arch: string): string[] {
  const gnu = `${arch}-linux-gnu/libc.so.6`;
  const musl = `libc.musl-${arch}.so.1`;
  return [
    ...NAMES,
    `/lib/${gnu}`,
    `/usr/lib/${gnu}`,
    "/lib64/libc.so.6",
    "/usr/lib64/libc.so.6",
    "/lib/libc.so.6",
    "/usr/lib/libc.so.6",
    musl,
    `/lib/${musl}`,
    `/lib/ld-musl-${arch}.so.1`,
    `/usr/lib/${musl}`,
    `/usr/lib/ld-musl-${arch}.so.1`,
  ];
}

let chosen: string | undefined;

/**
 * Returns which file the C library is, where this package does not find it.
 *
 * Has to be called before the first socket opens. The permission needed is
 * `--allow-ffi`, or `--allow-ffi=PATH` with the same path.
 *
 * @param path The library's path, such as `/nix/store/…/lib/libc.so.6`.
 */
export function useLibc(path: string): void {
  chosen = path;
}

/** Opens the library with some of its functions. */
type Open = (path: string) => unknown;

/** What the search for a C library needs of its environment. */
export type Surroundings = Pick<
  Ffi,
  "os" | "arch" | "permitted" | "request"
>;

/**
 * Loads the first library there is among those that may be loaded.
 *
 * Names are for those who may load anything: Deno takes them for paths as soon
 * as the permission is narrowed to a path.
 *
 * @param open Opens the library at a path, or throws.
 * @param surroundings What is permitted here.
 * @returns The path that could be opened.
 */
export function findLibc(open: Open, surroundings: Surroundings): string {
  const { os, arch } = surroundings;
  const permitted = (path?: string) => surroundings.permitted(path);
  if (os !== "linux" && os !== "android") {
    throw new UnsupportedError(
      "platform",
      `Cannot open a netlink socket: netlink is a part of Linux, and this is ${os}`,
    );
  }
  const candidates = chosen === undefined ? libcCandidates(arch) : [chosen];
  const paths = candidates.filter((path) => path.startsWith("/"));
  let allowed = permitted() ? candidates : paths.filter(permitted);
  if (allowed.length === 0 && surroundings.request()) allowed = candidates;
  if (allowed.length === 0) {
    throw new UnsupportedError(
      "permission",
      "Cannot open a netlink socket: no permission to call the C library, " +
        `run again with --allow-ffi or with --allow-ffi=${paths[0] ?? chosen}`,
    );
  }
  let cause: unknown;
  for (const path of allowed) {
    try {
      open(path);
      return path;
    } catch (error) {
      cause ??= error;
    }
  }
  throw new UnsupportedError(
    "libc",
    "Cannot open a netlink socket: no C library found at " +
      `${allowed.join(", ")}; call useLibc() with its path`,
    { cause },
  );
}

let path: string | undefined;

/**
 * Makes a function that loads some calls at its first use.
 *
 * @param symbols The calls.
 * @returns What gives the calls.
 */
export function lazy<S extends ForeignInterface>(symbols: S): () => Foreign<S> {
  let library: Foreign<S> | undefined;
  function open(at: string): void {
    library = ffi().open(at, symbols);
  }
  return () => {
    if (library === undefined) {
      if (path === undefined) path = findLibc(open, ffi());
      else open(path);
    }
    return library!;
  };
}

const symbols = {
  socket: { parameters: ["i32", "i32", "i32"], result: "i32" },
  bind: { parameters: ["i32", "buffer", "u32"], result: "i32" },
  setsockopt: {
    parameters: ["i32", "i32", "i32", "buffer", "u32"],
    result: "i32",
  },
  send: { parameters: ["i32", "buffer", "usize", "i32"], result: "i32" },
  recvfrom: {
    parameters: ["i32", "buffer", "usize", "i32", "usize", "usize"],
    result: "i32",
  },
  locate: {
    name: "memmove",
    parameters: ["buffer", "buffer", "usize"],
    result: "usize",
  },
  close: { parameters: ["i32"], result: "i32" },
  __errno_location: { parameters: [], result: "usize" },
} as const satisfies ForeignInterface;

const load = lazy(symbols);

let base: Foreign<typeof symbols> | undefined;

/**
 * Gives the calls that every socket makes.
 *
 * A `usize` is to be passed as a `bigint`: a `number` there falls off the fast
 * path, which costs some 150 ns. Sizes that come back are far below 2 GiB, so
 * the lower half of the register is enough, and saves making a `bigint`.
 *
 * @returns The calls.
 */
export function libc(): Foreign<typeof symbols> {
  if (base === undefined) {
    base = load();
    shareErrno(base.__errno_location());
  }
  return base;
}

let errnoCell: Int32Array<ArrayBuffer> = new Int32Array(1);
let copyErrno: (() => void) | undefined;

function shareErrno(location: bigint): void {
  try {
    errnoCell = new Int32Array(ffi().memory(location, 4));
  } catch {
    // Deno gives no access to memory when its permission is narrowed to a path.
    const { copy } = memory();
    const bytes = new Uint8Array(errnoCell.buffer);
    copyErrno = () => void copy(bytes, location, 4n);
  }
}

/**
 * Reads `errno`.
 *
 * It holds the error of the last *synchronous* call of this thread, and only
 * when nothing was called in between. Calls that do not block run in other
 * threads and leave their errors there.
 *
 * @returns The error number.
 */
export function errno(): number {
  copyErrno?.();
  return errnoCell[0]!;
}

const memory = lazy(
  {
    copy: {
      name: "memmove",
      parameters: ["buffer", "usize", "usize"],
      result: "usize",
    },
    strlen: { parameters: ["usize"], result: "usize" },
  } as const,
);

/**
 * Copies memory of the C library.
 *
 * `Deno.UnsafePointerView` would want the whole of `--allow-ffi`.
 *
 * @param address Where it is.
 * @param length How many bytes to copy.
 * @returns The bytes.
 */
export function bytesAt(
  address: bigint,
  length: number,
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  memory().copy(bytes, address, BigInt(length));
  return bytes;
}

/**
 * Reads an address out of memory of the C library.
 *
 * @param address Where it is.
 * @returns The address that is there; 0 for `NULL`.
 */
export function pointerAt(address: bigint): bigint {
  const { buffer } = bytesAt(address, 8);
  return new BigUint64Array(buffer)[0]!;
}

/**
 * Reads a C string.
 *
 * @param address Where it is.
 * @returns The text.
 */
export function textAt(address: bigint): string {
  const length = Number(memory().strlen(address));
  return textFromBytes(bytesAt(address, length));
}

/**
 * Returns where an array is.
 *
 * `Deno.UnsafePointer` would want the whole of `--allow-ffi`.
 *
 * @param array The array, which has to live on as long as the address is used.
 * @returns Its address.
 */
export function pointerTo(array: ArrayBufferView<ArrayBuffer>): bigint {
  // V8 may move short arrays, until their buffer is asked for.
  void array.buffer;
  return libc().locate(array, array, 0n);
}

/**
 * Returns the result of a call, or throws if it failed.
 *
 * @param result What the call returned.
 * @param syscall The call.
 * @param action What was tried, such as `bind the socket`.
 * @returns The result.
 */
export function check(
  result: number | bigint,
  syscall: string,
  action: string,
): number {
  if (result < 0) throw new SocketError(syscall, errno(), action);
  return Number(result);
}

/**
 * Makes a C string.
 *
 * @param text The text; it must not contain NUL.
 * @returns Its bytes, ended by NUL.
 */
export function cString(text: string): Uint8Array<ArrayBuffer> {
  if (text.includes("\0")) {
    throw new TypeError(
      `Cannot pass ${JSON.stringify(text)} to the kernel: it contains NUL`,
    );
  }
  return textToBytes(`${text}\0`);
}
