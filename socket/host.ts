/**
 * What the command line needs of a runtime: its files, environment, output and
 * exit, by the names that Deno has for them.
 *
 * @module
 */

/** What is written to. */
export interface HostWriter {
  /**
   * Writes some of the bytes.
   *
   * @param bytes The bytes.
   * @returns How many were written.
   */
  writeSync(bytes: Uint8Array): number;
}

/** An output of the process. */
export interface HostOutput extends HostWriter {
  /**
   * Whether it is a terminal.
   *
   * @returns Whether it is.
   */
  isTerminal(): boolean;
}

/** The input of the process. */
export interface HostInput {
  /**
   * Whether it is a terminal.
   *
   * @returns Whether it is.
   */
  isTerminal(): boolean;
  /**
   * Reads some bytes.
   *
   * @param buffer Where to put them.
   * @returns How many were read; `null` at the end.
   */
  readSync(buffer: Uint8Array): number | null;
  /**
   * Has the terminal send each key as it is typed, or lines again.
   *
   * @param raw Whether each key.
   */
  setRaw(raw: boolean): void;
}

/** An open file. */
export interface HostFile extends HostWriter, Disposable {
  /** Closes it. */
  close(): void;
}

/** What may be asked for. */
export type HostPermission =
  | { name: "read"; path: string }
  | { name: "env"; variable: string };

/** Signals that stop a program. */
export type StopSignal = "SIGINT" | "SIGTERM";

/** The process and what is around it. */
export interface Host {
  /** The command line, without the name of the program. */
  readonly args: readonly string[];
  /** Number of the process. */
  readonly pid: number;
  /** How the program was built. */
  readonly build: {
    /** Whether it is a file that runs without the runtime. */
    readonly standalone: boolean;
  };
  /** Standard input. */
  readonly stdin: HostInput;
  /** Standard output. */
  readonly stdout: HostOutput;
  /** Standard error. */
  readonly stderr: HostOutput;
  /** The environment. */
  readonly env: {
    /**
     * Looks up a variable.
     *
     * @param name Its name.
     * @returns Its value, if it is there.
     */
    get(name: string): string | undefined;
  };
  /** What the program may do. */
  readonly permissions: {
    /**
     * Asks for the state of a permission.
     *
     * @param permission What for.
     * @returns The state: `granted`, or another.
     */
    querySync(permission: HostPermission): { readonly state: string };
  };
  /**
   * Path of the runtime, or of the program that runs without it.
   *
   * @returns The path.
   */
  execPath(): string;
  /**
   * Ends the process.
   *
   * @param code Its exit code.
   */
  exit(code?: number): never;
  /**
   * Reads a file.
   *
   * @param path The file.
   * @returns Its bytes.
   */
  readFileSync(path: string): Uint8Array<ArrayBuffer>;
  /**
   * Lists a directory.
   *
   * @param path The directory.
   * @returns What is in it.
   */
  readDirSync(path: string): Iterable<{ readonly name: string }>;
  /**
   * Opens a file.
   *
   * @param path The file.
   * @param options What for; to read by default.
   * @returns The file.
   */
  openSync(
    path: string,
    options?: { write: true; create: true; truncate: true },
  ): HostFile;
  /**
   * Writes a file that is there.
   *
   * @param path The file.
   * @param text What to write.
   * @param options That it is not made.
   */
  writeTextFileSync(
    path: string,
    text: string,
    options: { create: false },
  ): void;
  /**
   * Listens to a signal.
   *
   * @param name The signal.
   * @param call What to call.
   */
  addSignalListener(name: StopSignal, call: () => void): void;
  /**
   * Stops listening to a signal.
   *
   * @param name The signal.
   * @param call What was called.
   */
  removeSignalListener(name: StopSignal, call: () => void): void;
}
