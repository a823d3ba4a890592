/**
 * What the commands have of the world around them, so that tests can run them
 * in-process with a world of their own.
 *
 * @module
 */

/** The world of a command. */
export interface Io {
  /** Whether the output is a terminal. */
  readonly isTerminal: boolean;
  /** Whether the input is a terminal. */
  readonly inputIsTerminal: boolean;
  /**
   * Writes output.
   *
   * @param data Text, or bytes as they are.
   */
  out(data: string | Uint8Array): void;
  /**
   * Writes an error text.
   *
   * @param text The text, with its line feeds.
   */
  err(text: string): void;
  /**
   * Reads the input, line by line.
   *
   * @returns The lines, each with its line feed.
   */
  lines(): Iterable<string>;
  /**
   * Reads all of the input.
   *
   * @returns The bytes.
   */
  input(): Uint8Array;
  /**
   * Looks up an environment variable.
   *
   * @param name Its name.
   * @returns Its value, or `undefined` if there is none or looking is not permitted.
   */
  env(name: string): string | undefined;
  /**
   * Whether a file may be read without asking anybody.
   *
   * @param path The file.
   * @returns Whether it may be read.
   */
  mayRead(path: string): boolean;
  /**
   * Reads a file.
   *
   * @param path The file.
   * @returns Its text, or `undefined` if there is none or reading is not permitted.
   */
  readTextFile(path: string): string | undefined;
  /**
   * Reads a file of bytes.
   *
   * @param path The file.
   * @returns The bytes, or `undefined` if there is none or reading is not permitted.
   */
  readFile?(path: string): Uint8Array | undefined;
  /**
   * Lists the files of a directory, in the order in which the system has them.
   *
   * @param path The directory.
   * @returns The names; none if there is no such directory or reading is not permitted.
   */
  readDirectory(path: string): string[];
}

/**
 * Makes the world of the process.
 *
 * Nothing in it ever asks for a permission: what is not granted is not there.
 *
 * @returns The world.
 */
export function processIo(): Io {
  const encoder = new TextEncoder();
  const write = (
    stream: { writeSync(bytes: Uint8Array): number },
    data: string | Uint8Array,
  ) => {
    let bytes = typeof data === "string" ? encoder.encode(data) : data;
    try {
      while (bytes.length > 0) bytes = bytes.subarray(stream.writeSync(bytes));
    } catch (error) {
      if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
      Deno.exit(141);
    }
  };
  const mayRead = (path: string) =>
    Deno.permissions.querySync({ name: "read", path }).state === "granted";
  return {
    isTerminal: Deno.stdout.isTerminal(),
    inputIsTerminal: Deno.stdin.isTerminal(),
    out: (data) => write(Deno.stdout, data),
    err: (text) => write(Deno.stderr, text),
    lines: readLines,
    input: readInput,
    mayRead,
    env: (variable) =>
      Deno.permissions.querySync({ name: "env", variable }).state === "granted"
        ? Deno.env.get(variable)
        : undefined,
    readTextFile(path) {
      if (!mayRead(path)) return undefined;
      try {
        return Deno.readTextFileSync(path);
      } catch (error) {
        // C opens directories, and reads nothing.
        return error instanceof Deno.errors.IsADirectory ? "" : undefined;
      }
    },
    readFile(path) {
      if (!mayRead(path)) return undefined;
      try {
        return Deno.readFileSync(path);
      } catch {
        return undefined;
      }
    },
    readDirectory(path) {
      if (!mayRead(path)) return [];
      try {
        return Array.from(Deno.readDirSync(path), ({ name }) => name);
      } catch {
        return [];
      }
    },
  };
}

function* readChunks(): Generator<Uint8Array> {
  const buffer = new Uint8Array(65536);
  for (;;) {
    const length = Deno.stdin.readSync(buffer);
    if (length === null) return;
    yield buffer.slice(0, length);
  }
}

function* readLines(): Generator<string> {
  const decoder = new TextDecoder();
  let text = "";
  for (const chunk of readChunks()) {
    text += decoder.decode(chunk, { stream: true });
    const lines = text.split(/(?<=\n)/);
    text = lines.at(-1)!.endsWith("\n") ? "" : lines.pop()!;
    yield* lines;
  }
  if (text !== "") yield text;
}

function readInput(): Uint8Array {
  const chunks = [...readChunks()];
  const all = new Uint8Array(
    chunks.reduce((length, chunk) => length + chunk.length, 0),
  );
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
