/**
 * The resolver of the C library, which uses all sources of host names.
 *
 * @module
 */

import { lazy, pointerAt, textAt } from "../../socket/libc.ts";

const resolver = lazy(
  {
    gethostbyaddr: {
      parameters: ["buffer", "u32", "i32"],
      result: "usize",
    },
  } as const,
);

/**
 * Looks up the name of a host.
 *
 * @param address The address's bytes.
 * @param family Its family, `AF_*`.
 * @returns The name, or `undefined` if there is none.
 */
export function hostByAddress(
  address: Uint8Array<ArrayBuffer>,
  family: number,
): string | undefined {
  const host = resolver().gethostbyaddr(address, address.length, family);
  if (host === 0n) return undefined;
  const name = pointerAt(host);
  return name === 0n ? undefined : textAt(name);
}
