/**
 * What tests use of Deno, in Node and Bun: files, programs, and declaring tests.
 *
 * The library must not take this for Deno; it asks for `Deno.dlopen`, which is
 * not here.
 *
 * @module
 */
// deno-lint-ignore-file no-process-global
import { Buffer } from "node:buffer";
import * as childProcess from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import process from "node:process";
import { Readable, Writable } from "node:stream";
import { inspect } from "node:util";
import { type Argument, type Declared, declaredBy } from "./declared.ts";
import { programArguments } from "./programs.ts";

type Path = string | URL;

/** Tests in the order in which they were declared. */
export const tests: Declared[] = [];

function test(...args: Argument[]): void {
  tests.push(declaredBy(...args));
}

class OsError extends Error {
  override name: string = this.constructor.name;
}
class NotFound extends OsError {}
class BrokenPipe extends OsError {}
class WouldBlock extends OsError {}
class IsADirectory extends OsError {}
class AlreadyExists extends OsError {}
class PermissionDenied extends OsError {}
class NotCapable extends OsError {}

const BY_CODE: Readonly<Record<string, new (message: string) => OsError>> = {
  ENOENT: NotFound,
  EPIPE: BrokenPipe,
  EAGAIN: WouldBlock,
  EISDIR: IsADirectory,
  EEXIST: AlreadyExists,
  EACCES: PermissionDenied,
  EPERM: PermissionDenied,
};

function translated<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    const Known = BY_CODE[code];
    throw Known === undefined
      ? error
      : Object.assign(new Known(message), { code });
  }
}

/** Makes a function throw as Deno's do. */
function files<A extends unknown[], T>(
  action: (...args: A) => T,
): (...args: A) => T {
  return (...args) => translated(() => action(...args));
}

/** Makes a function return a promise. */
function later<A extends unknown[], T>(
  action: (...args: A) => T,
): (...args: A) => Promise<T> {
  return (...args) =>
    new Promise((resolve) => resolve(translated(() => action(...args))));
}

function temporary(): string {
  return fs.mkdtempSync(`${os.tmpdir()}/test-`);
}

function temporaryFile({ suffix = "" }: { suffix?: string } = {}): string {
  const path = `${temporary()}/file${suffix}`;
  fs.writeFileSync(path, "");
  return path;
}

function statistics(path: Path) {
  const found = fs.statSync(path);
  return {
    ...found,
    isFile: found.isFile(),
    isDirectory: found.isDirectory(),
    size: found.size,
  };
}

function remove(path: Path, options: { recursive?: boolean } = {}): void {
  if (fs.lstatSync(path).isDirectory() && !options.recursive) {
    fs.rmdirSync(path);
  } else fs.rmSync(path, options);
}

interface Options {
  args?: string[];
  cwd?: string;
  env?: Record<string, string>;
  clearEnv?: boolean;
  signal?: AbortSignal;
  stdin?: Stdio;
  stdout?: Stdio;
  stderr?: Stdio;
}

type Stdio = "piped" | "inherit" | "null";

class Command {
  readonly #program: string;
  readonly #options: Options;

  constructor(program: Path, options: Options = {}) {
    this.#program = `${program}`.replace(/^file:\/\//, "");
    this.#options = options;
  }

  #settings(by: Stdio): [string, string[], childProcess.SpawnOptions] {
    const { args = [], cwd, env, clearEnv, signal } = this.#options;
    const { stdin, stdout = by, stderr = by } = this.#options;
    const name = (stdio: Stdio) =>
      stdio === "piped" ? "pipe" : stdio === "null" ? "ignore" : stdio;
    return [this.#program, programArguments(this.#program, args), {
      ...cwd !== undefined && { cwd },
      ...signal !== undefined && { signal, killSignal: "SIGKILL" },
      env: { ...clearEnv ? {} : process.env, ...env },
      stdio: [
        name(stdin ?? (by === "piped" ? "null" : by)),
        name(stdout),
        name(stderr),
      ],
    }];
  }

  outputSync() {
    const [program, args, options] = this.#settings("piped");
    const result = childProcess.spawnSync(program, args, {
      ...options,
      maxBuffer: 2 ** 28,
    } as childProcess.SpawnSyncOptions);
    if (result.error !== undefined) {
      translated(() => {
        throw result.error;
      });
    }
    return outcome(result.status, result.signal, {
      stdout: new Uint8Array(result.stdout as Uint8Array ?? []),
      stderr: new Uint8Array(result.stderr as Uint8Array ?? []),
    });
  }

  async output() {
    const child = new Child(childProcess.spawn(...this.#settings("piped")));
    const read = (stream: ReadableStream | null) =>
      stream === null
        ? new Uint8Array(0)
        : new Response(stream).arrayBuffer().then((b) => new Uint8Array(b));
    const [stdout, stderr, status] = await Promise.all([
      read(child.optionalStdout),
      read(child.optionalStderr),
      child.status,
    ]);
    return { ...status, stdout, stderr };
  }

  spawn(): Child {
    const { stdin, stdout, stderr } = this.#options;
    const [program, args, options] = this.#settings("inherit");
    return new Child(
      childProcess.spawn(program, args, {
        ...options,
        stdio: [stdin, stdout, stderr].map((one) =>
          one === "piped" ? "pipe" : one === "null" ? "ignore" : "inherit"
        ) as childProcess.StdioOptions,
      }),
    );
  }
}

function outcome<O>(status: number | null, signal: string | null, more: O) {
  const number = signal === null
    ? 0
    : os.constants.signals[signal as NodeJS.Signals];
  const code = status ?? 128 + number;
  return { code, signal, success: code === 0, ...more };
}

class Child {
  readonly #child: childProcess.ChildProcess;
  readonly status: Promise<ReturnType<typeof outcome>>;
  readonly optionalStdout: ReadableStream | null;
  readonly optionalStderr: ReadableStream | null;

  constructor(child: childProcess.ChildProcess) {
    this.#child = child;
    const web = (stream: Readable | null) =>
      stream === null ? null : Readable.toWeb(stream) as ReadableStream;
    this.optionalStdout = web(child.stdout);
    this.optionalStderr = web(child.stderr);
    this.status = new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("exit", (code, signal) => resolve(outcome(code, signal, {})));
    });
    this.status.catch(() => {});
  }

  get pid() {
    return this.#child.pid;
  }

  get stdin() {
    return Writable.toWeb(this.#child.stdin!);
  }

  get stdout() {
    return this.optionalStdout!;
  }

  get stderr() {
    return this.optionalStderr!;
  }

  async output() {
    const read = async (stream: ReadableStream) =>
      new Uint8Array(await new Response(stream).arrayBuffer());
    const [stdout, stderr, status] = await Promise.all([
      read(this.stdout),
      this.optionalStderr === null ? new Uint8Array(0) : read(this.stderr),
      this.status,
    ]);
    return { ...status, stdout, stderr };
  }

  kill(signal: NodeJS.Signals = "SIGTERM") {
    this.#child.kill(signal);
  }

  ref() {
    this.#child.ref();
  }

  unref() {
    this.#child.unref();
  }

  async [Symbol.asyncDispose]() {
    this.#child.kill("SIGTERM");
    await this.status;
  }
}

const readText = (path: Path) => fs.readFileSync(path, "utf8");
const readBytes = (path: Path) => new Uint8Array(fs.readFileSync(path));
const write = (path: Path, data: string | Uint8Array) =>
  fs.writeFileSync(path, data);

function* entries(path: Path) {
  for (const entry of fs.readdirSync(path, { withFileTypes: true })) {
    yield {
      name: entry.name,
      isFile: entry.isFile(),
      isDirectory: entry.isDirectory(),
      isSymlink: entry.isSymbolicLink(),
    };
  }
}

const output = (fd: number) => ({
  isTerminal: () => false,
  writeSync: (bytes: Uint8Array) => fs.writeSync(fd, bytes),
  write: later((bytes: Uint8Array) => fs.writeSync(fd, bytes)),
});

const ARCHITECTURES: Readonly<Record<string, string>> = {
  x64: "x86_64",
  arm64: "aarch64",
};

/** What stands for Deno. */
export const standIn = {
  args: process.argv.slice(2),
  build: {
    os: process.platform,
    arch: ARCHITECTURES[process.arch] ?? process.arch,
    standalone: false,
  },
  pid: process.pid,
  ppid: process.ppid,
  uid: () => process.getuid!(),
  osRelease: () => os.release(),
  execPath: () => process.execPath,
  exit: (code?: number) => process.exit(code),
  cwd: () => process.cwd(),
  chdir: (path: string) => process.chdir(path),
  env: {
    get: (name: string) => process.env[name],
    set: (name: string, value: string) => void (process.env[name] = value),
    delete: (name: string) => void delete process.env[name],
    has: (name: string) => name in process.env,
    toObject: () => ({ ...process.env }),
  },
  inspect,
  unrefTimer: (timer: NodeJS.Timeout) => timer.unref(),
  permissions: { querySync: () => ({ state: "granted" }) },
  errors: {
    NotFound,
    BrokenPipe,
    WouldBlock,
    IsADirectory,
    AlreadyExists,
    PermissionDenied,
    NotCapable,
  },
  get stdin() {
    return { readable: Readable.toWeb(process.stdin) };
  },
  stdout: output(1),
  stderr: output(2),
  Command,
  test,
  readTextFileSync: files(readText),
  readTextFile: later(readText),
  readFileSync: files(readBytes),
  readFile: later(readBytes),
  readDirSync: files((path: Path) => [...entries(path)]),
  readLinkSync: files((path: string) => fs.readlinkSync(path)),
  writeTextFileSync: files(write),
  writeTextFile: later(write),
  writeFileSync: files(write),
  writeFile: later(write),
  removeSync: files(remove),
  remove: later(remove),
  mkdirSync: files((path: Path, options?: { recursive?: boolean }) =>
    void fs.mkdirSync(path, options)
  ),
  chmodSync: files((path: Path, mode: number) => fs.chmodSync(path, mode)),
  symlink: later((from: string, to: string) => fs.symlinkSync(from, to)),
  statSync: files(statistics),
  makeTempDirSync: files(temporary),
  makeTempDir: later(temporary),
  makeTempFileSync: files(temporaryFile),
  makeTempFile: later(temporaryFile),
};

(globalThis as { Deno?: unknown }).Deno = standIn;

// Tests use what Node 22 and 24 lack; that the library does not need it, the
// tests of the package show, which run without this.
function give(target: object, name: string, value: unknown): void {
  if (name in target) return;
  Object.defineProperty(target, name, { value, configurable: true });
}
for (const encoding of ["Hex", "Base64"] as const) {
  const name = encoding.toLowerCase() as "hex" | "base64";
  give(Uint8Array.prototype, `to${encoding}`, function (this: Uint8Array) {
    return Buffer.from(this).toString(name);
  });
  give(
    Uint8Array,
    `from${encoding}`,
    (text: string) => new Uint8Array(Buffer.from(text, name)),
  );
}
