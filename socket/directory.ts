/**
 * Lists directories by libc, which needs no permission but `--allow-ffi`: the
 * names of network namespaces belong to what netlink tells.
 *
 * @module
 */

import { LITTLE_ENDIAN } from "../messages/codec/codec.ts";
import { textFromBytes } from "../messages/codec/text.ts";
import { check, cString, lazy, libc } from "./libc.ts";

/** Where the name starts in `struct dirent` on machines of 64 bits. */
const NAME_OFFSET = 19;

const calls = lazy(
  {
    opendir: { parameters: ["buffer"], result: "pointer" },
    readdir: { parameters: ["pointer"], result: "pointer" },
    closedir: { parameters: ["pointer"], result: "i32" },
  } as const,
);

/**
 * Lists a directory.
 *
 * @param path The directory.
 * @returns The names in it, in the order in which the system has them; none if there is no such directory.
 */
export function listDirectory(path: string): string[] {
  const { opendir, readdir, closedir } = calls();
  const directory = opendir(cString(path));
  if (directory === null) return [];
  const names: string[] = [];
  for (;;) {
    const entry = readdir(directory);
    if (entry === null) break;
    const name = nameIn(new Deno.UnsafePointerView(entry));
    if (name !== "." && name !== "..") names.push(name);
  }
  closedir(directory);
  return names;
}

/** The name in a directory entry, also if it is not UTF-8. */
function nameIn(entry: Deno.UnsafePointerView): string {
  const size = entry.getUint16(NAME_OFFSET - 3) - NAME_OFFSET;
  const bytes = new Uint8Array(entry.getArrayBuffer(size, NAME_OFFSET));
  return textFromBytes(bytes.subarray(0, bytes.indexOf(0)));
}

const statxCall = lazy(
  {
    statx: {
      parameters: ["i32", "buffer", "i32", "u32", "buffer"],
      result: "i32",
    },
  } as const,
);

const AT_FDCWD = -100;
const STATX_INO = 0x100;

/**
 * Tells which file a path leads to, so that two paths can be compared.
 *
 * @param path The path.
 * @returns A text that is the same for the same file only.
 * @throws {SocketError} If there is no such file.
 */
export function fileIdentity(path: string): string {
  libc();
  const status = new Uint8Array(256);
  check(
    statxCall().statx(AT_FDCWD, cString(path), 0, STATX_INO, status),
    "statx",
    `look at ${path}`,
  );
  // `struct statx` is laid out the same everywhere.
  const view = new DataView(status.buffer);
  const device = [136, 140].map((at) => view.getUint32(at, LITTLE_ENDIAN));
  return `${device.join(":")}:${view.getBigUint64(32, LITTLE_ENDIAN)}`;
}
