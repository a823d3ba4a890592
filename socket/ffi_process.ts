/**
 * What Node and Bun have in common: `process`, and how C's types are written.
 *
 * @module
 */

import type {
  Ffi,
  Foreign,
  ForeignFunction,
  ForeignInterface,
  ForeignType,
} from "./ffi.ts";

/** The part of Node's `process` that this takes; Bun has it as well. */
export interface Process {
  readonly arch: string;
  readonly argv: readonly string[];
  readonly platform: string;
  readonly version: string;
  readonly versions: Readonly<Record<string, string | undefined>>;
  getBuiltinModule?(name: string): unknown;
  on(event: "exit", call: () => void): void;
  removeAllListeners(event: "warning"): void;
}

/**
 * Node's `process`.
 *
 * @returns It.
 */
export function nodeProcess(): Process {
  return (globalThis as unknown as { process: Process }).process;
}

/**
 * Loads a module that the runtime has, such as `node:fs`.
 *
 * @typeParam T What is used of it.
 * @param name Its name.
 * @returns What it exports; `undefined` if there is none.
 */
export function builtin<T>(name: string): T {
  const { getBuiltinModule } = nodeProcess();
  // The first versions of Bun that this runs with have only `require`.
  const { require } = import.meta as { require?: (name: string) => unknown };
  return (getBuiltinModule?.(name) ?? require?.(name)) as T;
}

/**
 * Loads a package.
 *
 * @typeParam T What is used of it.
 * @param name Its name.
 * @returns What it exports.
 * @throws {Error} If it is not installed.
 */
export function requirePackage<T>(name: string): T {
  // In what bundlers make for `require` there is no URL.
  const { url = nodeProcess().argv[1] ?? "/" } = import.meta as {
    url?: string;
  };
  return builtin<NodeModule>("node:module").createRequire(url)(name) as T;
}

/** The part of `node:module` that this takes. */
interface NodeModule {
  createRequire(url: string): (name: string) => unknown;
}

/** Architectures, as the GNU tools call them, by the names that Node has. */
const ARCHITECTURES: Readonly<Record<string, string>> = {
  x64: "x86_64",
  arm64: "aarch64",
};

/** What differs between Node's ways to call C. */
export interface Library {
  /** Makes a function; what is returned as a number need not be a `bigint`. */
  function(name: string, symbol: ForeignFunction): Call;
  /** Makes a function that another thread calls. */
  nonblocking(name: string, symbol: ForeignFunction): Call;
  /** Where a variable is. */
  address(name: string): bigint;
}

/** A function of the C library. */
// deno-lint-ignore no-explicit-any -- The types are those of the symbol.
export type Call = (...args: any[]) => any;

/** What differs between the ways to call C, besides `process`. */
export interface Caller
  extends Pick<Ffi, "memory">, Partial<Pick<Ffi, "watch">> {
  /** Opens a library. */
  load(path: string): Library;
}

/**
 * Makes what calls C out of what differs.
 *
 * @param caller What differs.
 * @returns What calls C.
 */
export function ffiOf(caller: Caller): Ffi {
  const process = nodeProcess();
  const libraries = new Map<string, Library>();
  return {
    ...caller,
    os: process.platform,
    arch: ARCHITECTURES[process.arch] ?? process.arch,
    permitted: () => true,
    request: () => true,
    unrefTimer: (timer) => (timer as unknown as { unref(): void }).unref(),
    atExit: (call) => process.on("exit", call),
    open<S extends ForeignInterface>(path: string, symbols: S): Foreign<S> {
      let library = libraries.get(path);
      if (library === undefined) {
        libraries.set(path, library = caller.load(path));
      }
      const found: Record<string, Call | bigint> = {};
      for (const [key, symbol] of Object.entries(symbols)) {
        if ("type" in symbol) {
          const word = caller.memory(library.address(key), 8);
          found[key] = new BigUint64Array(word.slice(0))[0]!;
        } else {
          const name = symbol.name ?? key;
          found[key] = symbol.nonblocking
            ? library.nonblocking(name, symbol)
            : library.function(name, symbol);
        }
      }
      return found as Foreign<S>;
    },
  };
}

/**
 * Names of C's types, for those who have no name for words and arrays.
 *
 * @param names How each type is written.
 * @returns What writes the types of a function.
 */
export function typesOf(
  names: Readonly<Record<ForeignType, string>>,
): (symbol: ForeignFunction) => { result: string; parameters: string[] } {
  return ({ parameters, result }) => ({
    result: names[result],
    parameters: parameters.map((type) => names[type]),
  });
}

/**
 * Whether a type has 64 bits, so that its values are `bigint`s.
 *
 * @param type The type.
 * @returns Whether it has.
 */
export function isLong(type: ForeignType): boolean {
  return /^(i64|u64|isize|usize)$/.test(type);
}
