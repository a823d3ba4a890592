/**
 * Files, environment, output and exit in Node and Bun.
 *
 * @module
 */

import { errorText } from "../messages/errno.ts";
import { builtin, nodeProcess, type Process } from "./ffi_process.ts";
import type { Host, HostFile, HostOutput } from "./host.ts";

/** What else this takes of `process`. */
interface NodeProcess extends Process {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly execPath: string;
  readonly pid: number;
  exit(code?: number): never;
  addListener(signal: string, call: () => void): void;
  removeListener(signal: string, call: () => void): void;
}

/** The part of `node:fs` that this takes. */
interface Files {
  closeSync(fd: number): void;
  openSync(path: string, flags: string): number;
  readFileSync(path: string): Uint8Array<ArrayBuffer>;
  readSync(fd: number, buffer: Uint8Array): number;
  readdirSync(path: string): string[];
  writeSync(fd: number, bytes: Uint8Array): number;
  writeFileSync(path: string, text: string, options: { flag: string }): void;
}

/** The part of `node:tty` that this takes. */
interface Terminals {
  isatty(fd: number): boolean;
  ReadStream: new (fd: number) => {
    setRawMode(raw: boolean): void;
    destroy(): void;
  };
}

/**
 * What the command line needs of Node.
 *
 * @returns It.
 */
export function hostOfNode(): Host {
  const process = nodeProcess() as NodeProcess;
  const files = builtin<Files>("node:fs");
  const terminals = builtin<Terminals>("node:tty");
  const output = (fd: number): HostOutput => ({
    isTerminal: () => terminals.isatty(fd),
    writeSync: (bytes) => files.writeSync(fd, bytes),
  });
  return {
    args: process.argv.slice(2),
    pid: process.pid,
    build: { standalone: false },
    stdin: {
      isTerminal: () => terminals.isatty(0),
      readSync: (buffer) => files.readSync(0, buffer) || null,
      setRaw(raw) {
        const stream = new terminals.ReadStream(0);
        stream.setRawMode(raw);
        // Closing it would close the descriptor, too.
        (stream as unknown as { unref(): void }).unref();
      },
    },
    stdout: output(1),
    stderr: output(2),
    env: { get: (name) => process.env[name] },
    permissions: { querySync: () => ({ state: "granted" }) },
    execPath: () => process.execPath,
    exit: (code) => process.exit(code),
    readFileSync: (path) => explained(() => files.readFileSync(path)),
    readDirSync: (path) =>
      explained(() => files.readdirSync(path)).map((name) => ({ name })),
    openSync(path, options) {
      const flags = options === undefined ? "r" : "w";
      return fileOf(files, explained(() => files.openSync(path, flags)));
    },
    writeTextFileSync: (path, text) =>
      explained(() => files.writeFileSync(path, text, { flag: "r+" })),
    addSignalListener: (name, call) => process.addListener(name, call),
    removeSignalListener: (name, call) => process.removeListener(name, call),
  };
}

function fileOf(files: Files, fd: number): HostFile {
  const close = () => files.closeSync(fd);
  return {
    close,
    writeSync: (bytes) => files.writeSync(fd, bytes),
    [Symbol.dispose]: close,
  };
}

/** Has errors begin with the text that the system has for them, as in Deno. */
function explained<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    const { errno, message } = error as Error & { errno?: number };
    if (errno !== undefined) {
      (error as Error).message = `${errorText(-errno)} (os error ${-errno}): ${
        message.replace(/^.*?, /, "")
      }`;
    }
    throw error;
  }
}
