/**
 * Runs other programs from a thread that is in another namespace, without
 * Deno's permission to run them: the C library is enough.
 *
 * @module
 */

import { SocketError } from "./error.ts";
import { check, cString, lazy, libc, pointerTo } from "./libc.ts";
import {
  CLONE_NEWNS,
  closeFile,
  inheritStreams,
  O_RDONLY,
  openFile,
  unshare,
} from "./system.ts";

const CLONE_FS = 0x200;

const calls = lazy(
  {
    posix_spawnp: {
      parameters: [
        "buffer",
        "buffer",
        "usize",
        "usize",
        "buffer",
        "usize",
      ],
      result: "i32",
    },
    waitpid: { parameters: ["i32", "buffer", "i32"], result: "i32" },
    setns: { parameters: ["i32", "i32"], result: "i32" },
    environ: { type: "usize" },
  } as const,
);

/** Options of {@linkcode runProgram}. */
export interface ProgramOptions {
  /**
   * Returns a function that puts the thread where the program shall run, calls
   * what it is given, and comes back.
   */
  prepare?: () => <T>(action: () => T) => T;
}

/**
 * Runs a program and waits for its end; nothing else of this process runs
 * meanwhile.
 *
 * @param program The program, looked up in `PATH` if it has no slash.
 * @param args What to pass, the program's own name not included.
 * @param options Where to run it.
 * @returns Its exit code; 1 if a signal ended it.
 * @throws {SocketError} If it cannot be started.
 */
export function runProgram(
  program: string,
  args: readonly string[],
  { prepare = () => (action) => action() }: ProgramOptions = {},
): number {
  libc();
  const mounts = openFile("/proc/thread-self/ns/mnt", O_RDONLY);
  try {
    inheritStreams();
    const pid = prepare()(() => start(program, args));
    const status = new Int32Array(1);
    check(
      calls().waitpid(pid, new Uint8Array(status.buffer), 0),
      "waitpid",
      `wait for ${program}`,
    );
    const signal = status[0]! & 0x7f;
    return signal === 0 ? (status[0]! >> 8) & 0xff : 1;
  } finally {
    // The way back into the mounts needs a root folder of the thread's own.
    unshare(CLONE_FS);
    check(calls().setns(mounts, CLONE_NEWNS), "setns", "return to the mounts");
    closeFile(mounts);
  }
}

function start(program: string, args: readonly string[]): number {
  const strings = [program, ...args].map(cString);
  const pointers = new BigUint64Array(strings.length + 1);
  for (const [i, string] of strings.entries()) pointers[i] = pointerTo(string);
  const pid = new Int32Array(1);
  const { posix_spawnp, environ } = calls();
  const error = posix_spawnp(
    new Uint8Array(pid.buffer),
    strings[0]!,
    0n,
    0n,
    new Uint8Array(pointers.buffer),
    environ,
  );
  if (error !== 0) throw new SocketError("execvp", error, `run ${program}`);
  return pid[0]!;
}
