/**
 * Calls of the C library in Deno, and the choice between the runtimes.
 *
 * @see {@link https://docs.deno.com/runtime/fundamentals/ffi/ | Foreign Function Interface}
 *
 * @module
 */

import { UnsupportedError } from "./error.ts";
import type { Ffi, Foreign, ForeignInterface } from "./ffi.ts";
import type { Host } from "./host.ts";

/** How Deno calls C. */
export const ffiOfDeno: Ffi = {
  get os() {
    return Deno.build.os;
  },
  get arch() {
    return Deno.build.arch;
  },
  permitted: (path) =>
    Deno.permissions.querySync(
      path === undefined ? { name: "ffi" } : { name: "ffi", path },
    ).state === "granted",
  request: () =>
    Deno.permissions.requestSync({ name: "ffi" }).state === "granted",
  open: <S extends ForeignInterface>(path: string, symbols: S) =>
    Deno.dlopen(path, symbols as Deno.ForeignLibraryInterface)
      .symbols as unknown as Foreign<S>,
  memory: (address, length) =>
    Deno.UnsafePointerView.getArrayBuffer(
      Deno.UnsafePointer.create(address)!,
      length,
    ),
  unrefTimer: (timer) => Deno.unrefTimer(timer),
};

/**
 * Whether this is Deno; tests put some of it into other runtimes.
 *
 * @returns Whether it is.
 */
export function isDeno(): boolean {
  return globalThis.Deno?.dlopen !== undefined;
}

let chosen: Ffi | undefined;

/**
 * How this runtime calls C.
 *
 * @returns How.
 * @throws {UnsupportedError} If it cannot.
 */
export function ffi(): Ffi {
  return chosen ??= isDeno() ? ffiOfDeno : others().ffi();
}

/**
 * What the command line needs of this runtime.
 *
 * @returns It.
 * @throws {UnsupportedError} If this is no runtime that has it.
 */
export function host(): Host {
  return isDeno() ? Deno : others().host();
}

/** What other runtimes need. */
interface Others {
  ffi(): Ffi;
  host(): Host;
}

/** The part of Node's `process` that this takes. */
interface Process {
  getBuiltinModule?(name: "node:module"): {
    createRequire(url: string): (path: string) => Others;
  };
}

/**
 * Loads what other runtimes need. The name is computed, so that Deno does not
 * read it; in the npm package, that module takes the place of this one.
 */
function others(): Others {
  const { process } = globalThis as { process?: Process };
  const node = process?.getBuiltinModule?.("node:module");
  if (node === undefined) {
    throw new UnsupportedError(
      "platform",
      "Cannot open a netlink socket: this is neither Deno nor Node 22 nor Bun 1.2",
    );
  }
  const name = import.meta.url.replace(/^.*ffi_deno/, "./ffi_any");
  return node.createRequire(import.meta.url)(name);
}
