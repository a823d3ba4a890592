/**
 * Prefixes that routers have advertised, as `ip monitor` writes them.
 *
 * @module
 */

import {
  IF_PREFIX_AUTOCONF,
  IF_PREFIX_ONLINK,
} from "../../../messages/prefix/constants.ts";
import type { Context } from "../../runtime/context.ts";
import { AF_INET6, AF_UNSPEC } from "../../../messages/families.ts";
import type { PrefixMessage } from "../../../messages/prefix/prefix.ts";

/** Type of the option that prefixes come in (`ND_OPT_PREFIX_INFORMATION`). */
const PREFIX_INFORMATION = 3;

/**
 * Puts a prefix into a line. There is no JSON for it.
 *
 * @param message The prefix.
 * @returns The line with its line feed; empty if only another family is asked for.
 * @throws {Unresolved} If the name of the device was not looked up yet.
 */
export function prefixLine(context: Context, message: PrefixMessage): string {
  const { family, links, io } = context;
  const { index, type, length, flags, attributes } = message;
  const { address, cacheInfo } = attributes;
  if (family !== AF_UNSPEC && family !== AF_INET6) return "";
  if (message.family !== AF_INET6) {
    io.err(`incorrect protocol family: ${message.family}\n`);
    return "";
  }
  if (type !== PREFIX_INFORMATION) {
    io.err(`wrong ND type ${type}\n`);
    return "";
  }
  let line = address === undefined ? "" : `prefix ${address}/${length}`;
  line += `dev ${links.nameOf(index)} `;
  if (flags & IF_PREFIX_ONLINK) line += "onlink ";
  if (flags & IF_PREFIX_AUTOCONF) line += "autoconf ";
  if (cacheInfo !== undefined) {
    const { valid, preferred } = cacheInfo;
    line += `valid ${valid} preferred ${preferred} `;
  }
  return `${line}\n`;
}
