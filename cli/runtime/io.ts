/**
 * What the commands have of the world around them, so that tests can run them
 * in-process with a world of their own.
 *
 * @module
 */

import { textFromBytes, textToBytes } from "../../messages/codec/text.ts";
import type {
  DeviceReply,
  DeviceRequest,
} from "../../socket/device_control.ts";
import { host } from "../../socket/ffi_deno.ts";
import type { HostWriter } from "../../socket/host.ts";

export type { DeviceReply, DeviceRequest };

/** Exit code of a program that `SIGPIPE` ends, as a shell reports it. */
const SIGPIPE_CODE = 141;
/** Exit code of a program that cannot write bytes. */
const NOT_WRITTEN_CODE = 1;

/**
 * Output could not be written.
 *
 * Text that cannot be written is lost without an error, as the C
 * library does it; only a pipe that nobody reads any more ends the program.
 */
export class OutputError extends Error {
  /** Whether nobody reads the output any more (`EPIPE`). */
  readonly isBrokenPipe: boolean;

  /**
   * Makes the error.
   *
   * @param cause The error of the system.
   */
  constructor(cause: unknown) {
    super("Cannot write the output", { cause });
    this.name = "OutputError";
    this.isBrokenPipe = isCode(cause, "EPIPE") ||
      (cause as Error).name === "BrokenPipe";
  }
}

/**
 * The exit code of a program whose output cannot be written.
 *
 * @param error What happened to the output.
 * @returns The code.
 */
export function codeOf({ isBrokenPipe }: OutputError): number {
  return isBrokenPipe ? SIGPIPE_CODE : NOT_WRITTEN_CODE;
}

/** Names that the C library looks up in whatever sources the system has. */
export interface NameLookup {
  /**
   * Looks up the number of an IP protocol.
   *
   * @param name Name of the protocol.
   * @returns The number, or `undefined` if there is no such protocol.
   */
  protocolNumber(name: string): number | undefined;
  /**
   * Looks up the name of an IP protocol.
   *
   * @param number Number of the protocol.
   * @returns The name, or `undefined` if it has none.
   */
  protocolName(number: number): string | undefined;
  /**
   * Looks up the name of a host.
   *
   * @param address The bytes of its address.
   * @param family Family of the address, `AF_*`.
   * @returns The name, or `undefined` if it has none.
   */
  hostName(address: Uint8Array<ArrayBuffer>, family: number):
    | string
    | undefined;
}

/** The world of a command. */
export interface Io {
  /** Looks names up; the C library does if it is missing. */
  readonly lookup?: NameLookup;
  /**
   * Asks the kernel to do something to a device by `ioctl`; the C library does
   * if it is missing.
   */
  readonly control?: (request: DeviceRequest) => DeviceReply;
  /** Whether the output is a terminal. */
  readonly isTerminal: boolean;
  /** Whether the input is a terminal. */
  readonly inputIsTerminal: boolean;
  /**
   * Writes output.
   *
   * @param data Text, or bytes as they are.
   * @throws {OutputError} If nobody reads it any more, or bytes cannot be written.
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
   * Why a file cannot be read.
   *
   * @param path The file.
   * @returns The reason: the text of an error number, or which permission is
   * missing.
   */
  whyNot?(path: string): string;
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
  const mayRead = (path: string) =>
    host().permissions.querySync({ name: "read", path }).state === "granted" &&
    !(SPECIAL.test(path) && whyNot(path) === NEEDS_ALL);
  return {
    isTerminal: host().stdout.isTerminal(),
    inputIsTerminal: host().stdin.isTerminal(),
    out: (data) => write(host().stdout, data),
    err: (text) => write(host().stderr, text),
    lines: readLines,
    input: readInput,
    mayRead,
    whyNot: (path) =>
      host().permissions.querySync({ name: "read", path }).state === "granted"
        ? whyNot(path)
        : SPECIAL.test(path)
        ? NEEDS_ALL
        : NEEDS_READ,
    env: (variable) =>
      host().permissions.querySync({ name: "env", variable }).state ===
          "granted"
        ? host().env.get(variable)
        : undefined,
    readTextFile(path) {
      if (!mayRead(path)) return undefined;
      try {
        return textFromBytes(host().readFileSync(path));
      } catch (error) {
        // C opens directories, and reads nothing.
        return isCode(error, "EISDIR") ? "" : undefined;
      }
    },
    readFile(path) {
      if (!mayRead(path)) return undefined;
      try {
        return host().readFileSync(path);
      } catch {
        return undefined;
      }
    },
    readDirectory(path) {
      if (!mayRead(path)) return [];
      try {
        return Array.from(host().readDirSync(path), ({ name }) => name);
      } catch {
        return [];
      }
    },
  };
}

/** Files that Deno reads only with all permissions. */
const SPECIAL = /^\/(proc|sys|dev)\//;
const NEEDS_READ = "Permission denied, read access is needed (--allow-read)";
const NEEDS_ALL = "Permission denied, all permissions are needed (--allow-all)";

/** What opening a file fails with. */
function whyNot(path: string): string {
  try {
    host().openSync(path).close();
    return "";
  } catch (error) {
    if ((error as Error).name === "NotCapable") return NEEDS_ALL;
    // The system's text is in front, and the number in parentheses.
    return /^(.*?) \(os error \d+\)/.exec((error as Error).message)?.[1] ??
      (error as Error).message;
  }
}

/** Whether the system reported an error, such as `ENOENT`. */
function isCode(error: unknown, code: string): boolean {
  return (error as { code?: unknown }).code === code;
}

const encoder = new TextEncoder();

/** Bytes of text; what has none, as half of a surrogate pair, is replaced. */
function bytesOf(text: string): Uint8Array {
  try {
    return textToBytes(text);
  } catch {
    return encoder.encode(text);
  }
}

/** What a pipe takes whole or not at all, in bytes: `PIPE_BUF` of limits.h. */
const PIPE_BUF = 4096;

/**
 * Cuts off what is written at once.
 *
 * Deno writes all that it gets. Where a pipe that does not block takes only
 * some of it, it fails without the number of bytes that were written, as it
 * does where the pipe takes the lines and not what is behind the last one, which
 * it writes apart.
 */
function atomic(bytes: Uint8Array): Uint8Array {
  const piece = bytes.subarray(0, PIPE_BUF);
  const end = piece.lastIndexOf(LINE_FEED) + 1;
  return end === 0 ? piece : piece.subarray(0, end);
}

function write(stream: HostWriter, data: string | Uint8Array): void {
  let bytes = typeof data === "string" ? bytesOf(data) : data;
  try {
    while (bytes.length > 0) {
      const piece = atomic(bytes);
      const written = whenReady(() => stream.writeSync(piece));
      bytes = bytes.subarray(written);
    }
  } catch (error) {
    const failed = new OutputError(error);
    if (failed.isBrokenPipe || typeof data !== "string") throw failed;
  }
}

/** How long to wait for a stream that does not block, in milliseconds. */
const PATIENCE_MS = 5;

/** Tries again until a stream that another program set not to block is ready. */
function whenReady<T>(action: () => T): T {
  const never = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      return action();
    } catch (error) {
      if (!isCode(error, "EAGAIN")) throw error;
      Atomics.wait(never, 0, 0, PATIENCE_MS);
    }
  }
}

/** Reads the input; what cannot be read is its end, as for the C library. */
function* readChunks(): Generator<Uint8Array> {
  const buffer = new Uint8Array(65536);
  for (;;) {
    let length: number | null;
    try {
      length = whenReady(() => host().stdin.readSync(buffer));
    } catch {
      return;
    }
    if (length === null) return;
    yield buffer.slice(0, length);
  }
}

function* readLines(): Generator<string> {
  let parts: Uint8Array[] = [];
  for (const chunk of readChunks()) {
    let from = 0;
    for (let at; (at = chunk.indexOf(LINE_FEED, from)) >= 0; from = at + 1) {
      parts.push(chunk.subarray(from, at + 1));
      yield textFromBytes(join(parts));
      parts = [];
    }
    parts.push(chunk.subarray(from));
  }
  const rest = join(parts);
  if (rest.length > 0) yield textFromBytes(rest);
}

const LINE_FEED = 10;

function readInput(): Uint8Array {
  return join([...readChunks()]);
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
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
