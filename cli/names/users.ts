/**
 * Names of users and groups.
 *
 * @module
 */

import type { Io } from "../runtime/io.ts";

/**
 * Looks up the name of a user or a group.
 *
 * @param io Reads the file.
 * @param file `/etc/passwd` or `/etc/group`.
 * @param id Number of the user or the group.
 * @returns The name, or `undefined` if there is none or looking is not permitted.
 */
export function accountName(
  io: Io,
  file: "/etc/passwd" | "/etc/group",
  id: number,
): string | undefined {
  if (id === 0 && !io.mayRead(file)) return "root";
  const lines = io.readTextFile(file)?.split("\n") ?? [];
  return lines.map((line) => line.split(":"))
    .find(([, , number]) => number === `${id}`)?.[0];
}

/**
 * Looks up the number of a user or a group.
 *
 * @param io Reads the file.
 * @param file `/etc/passwd` or `/etc/group`.
 * @param name Name of the user or the group.
 * @returns The number, or `undefined` if there is none or looking is not permitted.
 */
export function accountId(
  io: Io,
  file: "/etc/passwd" | "/etc/group",
  name: string,
): number | undefined {
  const lines = io.readTextFile(file)?.split("\n") ?? [];
  const found = lines.map((line) => line.split(":"))
    .find(([other]) => other === name)?.[2];
  return found === undefined ? undefined : Number(found);
}
