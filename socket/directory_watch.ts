/**
 * Watches a directory for files that come and go, without Deno's permission to
 * read: `inotify`.
 *
 * @see {@link https://man7.org/linux/man-pages/man7/inotify.7.html | inotify(7)}
 *
 * @module
 */

import { textFromBytes } from "../messages/codec/text.ts";
import { LITTLE_ENDIAN } from "../messages/codec/codec.ts";
import { check, cString, lazy, libc } from "./libc.ts";
import { Watch } from "./poller.ts";

const IN_NONBLOCK = 0o4000;
const IN_CLOEXEC = 0o2000000;
const IN_CREATE = 0x100;
const IN_DELETE = 0x200;
/** Size of `struct inotify_event` without the name. */
const EVENT_SIZE = 16;

const calls = lazy(
  {
    inotify_init1: { parameters: ["i32"], result: "i32" },
    inotify_add_watch: { parameters: ["i32", "buffer", "u32"], result: "i32" },
    read: { parameters: ["i32", "buffer", "usize"], result: "isize" },
  } as const,
);

/** A file that came or went. */
export interface DirectoryChange {
  /** What happened. */
  readonly action: "add" | "delete";
  /** Name of the file. */
  readonly name: string;
}

/** Options of {@linkcode watchDirectory}. */
export interface DirectoryWatchOptions {
  /** Stops watching. */
  signal?: AbortSignal;
}

/**
 * Watches a directory.
 *
 * @param path The directory.
 * @param options When to stop.
 * @returns Changes as they happen.
 * @throws {SocketError} If there is no such directory.
 */
export async function* watchDirectory(
  path: string,
  { signal }: DirectoryWatchOptions = {},
): AsyncGenerator<DirectoryChange, void> {
  libc();
  const fd = check(
    calls().inotify_init1(IN_NONBLOCK | IN_CLOEXEC),
    "inotify_init1",
    "watch directories",
  );
  const watch = new Watch(fd);
  try {
    check(
      calls().inotify_add_watch(fd, cString(path), IN_CREATE | IN_DELETE),
      "inotify_add_watch",
      `watch the directory ${path}`,
    );
    const buffer = new Uint8Array(4096);
    for (;;) {
      const length = Number(calls().read(fd, buffer, 4096n));
      if (length > 0) yield* changesIn(buffer.subarray(0, length));
      else await watch.wait(signal);
    }
  } finally {
    watch.stop();
    libc().close(fd);
  }
}

function* changesIn(bytes: Uint8Array): Generator<DirectoryChange> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; bytes.length - at >= EVENT_SIZE;) {
    const mask = view.getUint32(at + 4, LITTLE_ENDIAN);
    const length = view.getUint32(at + 12, LITTLE_ENDIAN);
    const text = bytes.slice(at + EVENT_SIZE, at + EVENT_SIZE + length);
    const name = textFromBytes(text).replace(/\0+$/, "");
    if (mask & IN_CREATE) yield { action: "add", name };
    if (mask & IN_DELETE) yield { action: "delete", name };
    at += EVENT_SIZE + length;
  }
}
