/**
 * Reads files without Deno's permission: the C library is enough.
 *
 * @module
 */

import { check, lazy, libc } from "./libc.ts";
import { closeFile, O_RDONLY, openFile } from "./system.ts";

const calls = lazy(
  {
    read: { parameters: ["i32", "buffer", "usize"], result: "isize" },
  } as const,
);

const CHUNK = 65536;

/**
 * Reads all of a file.
 *
 * @param path The file.
 * @returns Its bytes.
 * @throws {SocketError} If it cannot be read.
 */
export function readWholeFile(path: string): Uint8Array<ArrayBuffer> {
  libc();
  const fd = openFile(path, O_RDONLY);
  try {
    let all = new Uint8Array(CHUNK);
    for (let length = 0;;) {
      const rest = all.subarray(length);
      const read = calls().read(fd, rest, BigInt(rest.length));
      const count = Number(check(read, "read", `read ${path}`));
      if (count === 0) return all.slice(0, length);
      length += count;
      if (length < all.length) continue;
      const larger = new Uint8Array(2 * all.length);
      larger.set(all);
      all = larger;
    }
  } finally {
    closeFile(fd);
  }
}
