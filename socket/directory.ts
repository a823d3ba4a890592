/**
 * Lists directories by libc, which needs no permission but `--allow-ffi`: the
 * names of network namespaces belong to what netlink reports.
 *
 * @module
 */

import { LITTLE_ENDIAN } from "../messages/codec/codec.ts";
import { check, cString, lazy, libc, textAt } from "./libc.ts";

/** Where the name starts in `struct dirent` on machines of 64 bits. */
const NAME_OFFSET = 19n;

const calls = lazy(
  {
    opendir: { parameters: ["buffer"], result: "usize" },
    readdir: { parameters: ["usize"], result: "usize" },
    closedir: { parameters: ["usize"], result: "i32" },
  } as const,
);

/**
 * Lists a directory.
 *
 * @param path The directory.
 * @returns The names in it, in the order in which the system has them; none if
 * there is no such directory.
 */
export function listDirectory(path: string): string[] {
  const { opendir, readdir, closedir } = calls();
  const directory = opendir(cString(path));
  if (directory === 0n) return [];
  const names: string[] = [];
  for (;;) {
    const entry = readdir(directory);
    if (entry === 0n) break;
    const name = textAt(entry + NAME_OFFSET);
    if (name !== "." && name !== "..") names.push(name);
  }
  closedir(directory);
  return names;
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
 * Returns which file a path leads to, so that two paths can be compared.
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
