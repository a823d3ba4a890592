/**
 * Who may read the file that the output goes to.
 *
 * @see {@link https://man7.org/linux/man-pages/man2/statx.2.html | statx(2)}
 *
 * @module
 */

import { lazy } from "../../socket/libc.ts";

const library = lazy(
  {
    statx: {
      parameters: ["i32", "buffer", "i32", "u32", "buffer"],
      result: "i32",
    },
  } as const,
);

const STDOUT = 1;
const AT_EMPTY_PATH = 0x1000;
const STATX_TYPE = 0x1;
const STATX_MODE = 0x2;
/** Bytes of `struct statx`, and where its `stx_mode` is. */
const SIZE = 256;
const MODE_OFFSET = 28;
const S_IFMT = 0o170000;
const S_IFREG = 0o100000;
const S_IRWXO = 0o7;

/**
 * Whether the output goes to a file that others than its owner and group may
 * read, write or run.
 *
 * @returns Whether it does; not if calling the C library is not permitted.
 */
export function isWorldAccessible(): boolean {
  const file = new Uint8Array(SIZE);
  try {
    const { statx } = library();
    const flags = STATX_TYPE | STATX_MODE;
    if (statx(STDOUT, new Uint8Array(1), AT_EMPTY_PATH, flags, file) !== 0) {
      return false;
    }
  } catch {
    return false;
  }
  const mode = new Uint16Array(file.buffer, MODE_OFFSET, 1)[0]!;
  return (mode & S_IFMT) === S_IFREG && (mode & S_IRWXO) !== 0;
}
