/**
 * Lists directories by libc, which needs no permission but `--allow-ffi`: the
 * names of network namespaces belong to what netlink tells.
 *
 * @module
 */

import { cString, lazy } from "../socket/libc.ts";

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
    const name = new Deno.UnsafePointerView(entry).getCString(NAME_OFFSET);
    if (name !== "." && name !== "..") names.push(name);
  }
  closedir(directory);
  return names;
}
