/**
 * Names of hosts, which `-resolve` shows instead of addresses.
 *
 * Names come from `/etc/hosts`; no name server is asked.
 *
 * @module
 */

import type { Context } from "./context.ts";
import { readAddress } from "./prefixes.ts";
import { AF_UNSPEC } from "../messages/families.ts";

/**
 * How an address is shown.
 *
 * @param context The command's context.
 * @param address The address.
 * @returns The name of the host with `-resolve`, if it has one; else the address.
 */
export function hostOf({ options, io }: Context, address: string): string {
  if (!options.resolve) return address;
  const wanted = keyOf(address);
  for (const line of io.readTextFile("/etc/hosts")?.split("\n") ?? []) {
    const [other = "", name] = line.replace(/#.*/, "").trim().split(/\s+/);
    if (name !== undefined && keyOf(other) === wanted) return name;
  }
  return address;
}

function keyOf(address: string): string {
  return readAddress(address.replace(/^::ffff:(?=.*\.)/, ""), AF_UNSPEC)
    ?.bytes.join() ?? address;
}
