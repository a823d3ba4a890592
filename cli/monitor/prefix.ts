/**
 * Prefixes of router advertisements, as `ip monitor` writes them.
 *
 * @module
 */

import type { Context } from "../context.ts";
import { AF_INET6 } from "../../messages/families.ts";
import type { PrefixMessage } from "../../messages/prefix/prefix.ts";

const IF_PREFIX_ONLINK = 0x01;
const IF_PREFIX_AUTOCONF = 0x02;
/** Type of the option of neighbor discovery that has a prefix. */
const ND_OPT_PREFIX_INFORMATION = 3;

/**
 * Writes a prefix. There is no blank before `dev`, as there is none in `ip`.
 *
 * @param context The command's context.
 * @param message The prefix.
 */
export function formatPrefix(
  { printer, links, io }: Context,
  { family, type, index, length, flags, attributes }: PrefixMessage,
): void {
  if (family !== AF_INET6) {
    io.err(`incorrect protocol family: ${family}\n`);
    return;
  }
  if (type !== ND_OPT_PREFIX_INFORMATION) {
    io.err(`wrong ND type ${type}\n`);
    return;
  }
  const { address, cacheInfo } = attributes;
  const name = links.nameOf(index);
  if (address !== undefined) printer.text(`prefix ${address}/${length}`);
  printer.text(`dev ${name} `);
  if (flags & IF_PREFIX_ONLINK) printer.text("onlink ");
  if (flags & IF_PREFIX_AUTOCONF) printer.text("autoconf ");
  if (cacheInfo !== undefined) {
    printer.text(`valid ${cacheInfo.valid} preferred ${cacheInfo.preferred} `);
  }
  printer.text("\n");
}
