/**
 * What sockets need of a runtime: calls of the C library, and its memory.
 *
 * Deno, Node and Bun each have a way of their own to call C; `ffi_deno.ts`,
 * `ffi_node.ts`, `ffi_koffi.ts` and `ffi_bun.ts` make them alike.
 *
 * @module
 */

/**
 * Type of a parameter or a result. A `buffer` is an array, or `null` for
 * `NULL`; a type of 64 bits is a `bigint`.
 */
export type ForeignType =
  | "void"
  | "i32"
  | "u32"
  | "i64"
  | "u64"
  | "isize"
  | "usize"
  | "buffer";

/** A function of the C library. */
export interface ForeignFunction {
  /** Its name in the library, if that is another one. */
  readonly name?: string;
  /** Types of the parameters. */
  readonly parameters: readonly ForeignType[];
  /** Type of the result. */
  readonly result: ForeignType;
  /** Whether another thread calls it, and what is returned is a promise. */
  readonly nonblocking?: boolean;
}

/** A variable of the C library that holds an address. */
export interface ForeignVariable {
  /** Its type. */
  readonly type: "usize";
}

/** Functions and variables by their names. */
export type ForeignInterface = Readonly<
  Record<string, ForeignFunction | ForeignVariable>
>;

/** What a value of each type is. */
interface Values {
  void: void;
  i32: number;
  u32: number;
  i64: bigint;
  u64: bigint;
  isize: bigint;
  usize: bigint;
  buffer: ArrayBufferView<ArrayBuffer> | null;
}

type Parameters<P extends readonly ForeignType[]> = {
  -readonly [I in keyof P]: Values[P[I]];
};

type Result<F extends ForeignFunction> = F["nonblocking"] extends true
  ? Promise<Values[F["result"]]>
  : Values[F["result"]];

/** What can be called and read. */
export type Foreign<S extends ForeignInterface> = {
  readonly [K in keyof S]: S[K] extends ForeignFunction
    ? (...parameters: Parameters<S[K]["parameters"]>) => Result<S[K]>
    : bigint;
};

/** A descriptor that the event loop itself waits for. */
export interface LoopWatch {
  /**
   * Waits until there is something to read.
   *
   * @returns A promise that resolves then.
   */
  readable(): Promise<void>;
  /** Whether waiting keeps the process alive. */
  referenced: boolean;
}

/** How a runtime calls C. */
export interface Ffi {
  /** Operating system: `linux`, `darwin` … */
  readonly os: string;
  /** Architecture, as the GNU tools call it: `x86_64`, `aarch64` … */
  readonly arch: string;
  /**
   * Whether the library at a path, or any library, may be loaded.
   *
   * @param path The path.
   * @returns Whether it may.
   */
  permitted(path?: string): boolean;
  /**
   * Asks for the permission to load any library.
   *
   * @returns Whether it was granted.
   */
  request(): boolean;
  /**
   * Opens a library.
   *
   * @typeParam S What is used of it.
   * @param path Its path, or a name for the linker.
   * @param symbols What is used of it.
   * @returns What can be called and read.
   * @throws {Error} If there is no such library, or not all of it.
   */
  open<S extends ForeignInterface>(path: string, symbols: S): Foreign<S>;
  /**
   * Makes an array out of memory of the C library.
   *
   * @param address Where it is.
   * @param length Bytes of it.
   * @returns The memory itself, not a copy.
   * @throws {Error} If memory may not be accessed.
   */
  memory(address: bigint, length: number): ArrayBuffer;
  /**
   * Waits for a descriptor in the event loop, if the runtime can; if not, a
   * call that another thread makes waits for it.
   *
   * @param fd The descriptor.
   * @returns What waits.
   */
  watch?(fd: number): LoopWatch | undefined;
  /**
   * Keeps a timer from keeping the process alive.
   *
   * @param timer What `setTimeout` returned.
   */
  unrefTimer(timer: ReturnType<typeof setTimeout>): void;
  /**
   * Calls a function when the process exits, if threads have to be woken then.
   *
   * @param call The function.
   */
  atExit?(call: () => void): void;
}
