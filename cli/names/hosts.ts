/**
 * Names of hosts, with `-resolve`.
 *
 * @see {@link https://man7.org/linux/man-pages/man3/gethostbyname.3.html | gethostbyaddr(3)}
 *
 * @module
 */

import type { Context } from "../runtime/context.ts";
import type { Io } from "../runtime/io.ts";
import { Unresolved } from "./link_map.ts";
import { readAddress } from "../parse/prefixes.ts";
import { AF_INET, AF_INET6 } from "../../messages/families.ts";

/** Names by addresses; `undefined` for addresses without a name. */
type Names = Map<string, string | undefined>;

/** Names that commands have looked up. */
const found = new WeakMap<Context, Names>();

/**
 * A host as people are to see it: its name if `-resolve` was given and there is
 * one, or else its address.
 *
 * @param address The address.
 * @returns The text.
 * @throws {Unresolved} If the name was not looked up yet.
 */
export function hostName(context: Context, address: string): string {
  if (!context.options.resolve) return address;
  const names: Names = found.get(context) ?? new Map();
  found.set(context, names);
  if (!names.has(address)) {
    throw new Unresolved(async () => {
      names.set(address, await lookUp(address, context.io));
    });
  }
  return names.get(address) ?? address;
}

async function lookUp(
  address: string,
  { lookup }: Io,
): Promise<string | undefined> {
  const prefix = readAddress(address, 0);
  if (prefix === undefined) return undefined;
  const hostByAddress = lookup?.hostName ??
    (await import("./host_lookup.ts")).hostByAddress;
  const { bytes } = prefix;
  const isMapped = bytes.length === 16 &&
    bytes.subarray(0, 10).every((byte) => byte === 0) &&
    bytes[10] === 255 && bytes[11] === 255;
  return isMapped ? hostByAddress(bytes.slice(12), AF_INET) : hostByAddress(
    Uint8Array.from(bytes),
    bytes.length === 16 ? AF_INET6 : AF_INET,
  );
}
