/**
 * Distributions of delays, out of the files that `tc` has.
 *
 * @module
 */

import { ffi } from "../../../socket/ffi_deno.ts";
import { fail } from "../../parse/errors.ts";
import type { Context } from "../../runtime/context.ts";

/**
 * Folders with distributions. Debian has libraries in a folder for each
 * architecture; what the original is built with ends with a slash.
 */
function folders(arch: string): string[] {
  return [`/usr/lib/${arch}-linux-gnu/tc/`, "/usr/lib/tc", "/usr/lib64/tc"];
}

/** Most values of a distribution. */
const MOST = 16 * 1024;

/**
 * Reads a distribution.
 *
 * @param name Its name, such as `normal`.
 * @returns Its quantiles.
 * @throws {CommandError} If there is none, or it has too many values.
 */
export function readDistribution(
  { io }: Context,
  name: string,
): number[] {
  const folder = io.env("TC_LIB_DIR");
  const paths = (folder === undefined ? folders(ffi().arch) : [folder])
    .map((folder) => `${folder}/${name}.dist`);
  let text: string | undefined;
  for (const path of paths) text ??= io.readTextFile(path);
  if (text === undefined) {
    throw fail(
      1,
      `No distribution data for ${name} (${
        paths[0]
      }: No such file or directory)`,
    );
  }
  const values = text.split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .flatMap((line) => line.match(/-?\d+/g) ?? [])
    .map((digits) => Number(digits) << 16 >> 16);
  if (values.length > MOST) throw fail(1, `${paths[0]}: too much data`);
  if (values.length === 0) throw fail(1);
  return values;
}
