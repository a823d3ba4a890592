/**
 * `ip address show`.
 *
 * @module
 */

import type { Command, Context } from "../../runtime/context.ts";
import { isKernelError, refusal } from "../../parse/errors.ts";
import { takes } from "../../parse/grammar.ts";
import {
  isHidden,
  type LinkFilter,
  parseFilter,
  SELECTION,
} from "../link/parse_filter.ts";
import { formatLink, type LinkView, type Written } from "../link/format.ts";
import { fetchLinks } from "../link/show.ts";
import { printLinkStatistics } from "../link/format_statistics.ts";
import { formatAddress } from "./format.ts";
import { addressRequest, familyOf, passesAddress } from "./parse_filter.ts";
import type { AddressMessage } from "../../../messages/address/address.ts";
import { AF_PACKET, AF_UNSPEC } from "../../../messages/families.ts";
import type { LinkMessage } from "../../../messages/link/link.ts";

/** Addresses by the index of their link. */
type ByLink = ReadonlyMap<number, AddressMessage[]>;

/** Shows addresses, and the links that have them. */
export const show: Command = takes(SELECTION, async (args, context) => {
  const { printer } = context;
  const filter = await parseFilter(
    args,
    context,
    context.family,
    context.addressUsage,
  );
  const family = familyOf(context, filter);
  printer.begin();
  let links = await fetchLinks(context, filter, context.asLink);
  let addresses: ByLink = new Map();
  const onlyLink = context.asLink && filter.device !== undefined &&
    filter.group === undefined;
  if (family !== AF_PACKET && links.length > 0 && !onlyLink) {
    const found = await fetchAddresses(context, filter, family);
    if (found === undefined) links = [];
    else {
      addresses = found;
      links = links.filter(({ index }) =>
        isShown(context, filter, family, found.get(index))
      );
    }
  }
  await context.renderAll(links, (link) => {
    printer.object(null, () => {
      if (onlyLink) formatLink(context, link, viewOf(context, filter, family));
      else format(context, link, filter, family, addresses.get(link.index));
    });
  });
  printer.end();
  return 0;
});

async function fetchAddresses(
  context: Context,
  filter: LinkFilter,
  family: number,
): Promise<ByLink | undefined> {
  const connection = await context.connect();
  try {
    const all = await connection.dumpAll(addressRequest(family, filter.index));
    return Map.groupBy(all, ({ index }) => index);
  } catch (error) {
    if (!isKernelError(error)) throw error;
    context.io.err(`${await refusal(error)}Dump terminated\n`);
    return undefined;
  }
}

/**
 * Whether a link has an address that is asked for, or has none where any would
 * do. Links with addresses of other protocols stay, as in `ip`.
 */
function isShown(
  context: Context,
  filter: LinkFilter,
  family: number,
  addresses: readonly AddressMessage[] | undefined,
): boolean {
  if (addresses === undefined) return family === AF_UNSPEC;
  const { protocol: _, ...anyProtocol } = filter;
  return addresses.some((address) =>
    passesAddress(context, anyProtocol, address)
  );
}

function viewOf(
  { asLink }: Context,
  filter: LinkFilter,
  family: number,
): LinkView {
  return { family, asLink, showQueue: true, filter };
}

function format(
  context: Context,
  link: LinkMessage,
  filter: LinkFilter,
  family: number,
  addresses: readonly AddressMessage[] = [],
): void {
  const { printer, options, asLink } = context;
  const view = viewOf(context, filter, family);
  const alone = options.oneline && family !== AF_PACKET && !options.brief;
  const written: Written = alone ? "brief" : formatLink(context, link, view);
  if (written !== "filtered" && family !== AF_PACKET) {
    const hidden = isHidden(filter, link);
    printer.array("addr_info", () => {
      for (const address of addresses) {
        if (hidden || family !== 0 && address.family !== family) continue;
        printer.object(null, () => {
          if (!passesAddress(context, filter, address)) return;
          formatAddress(context, address, {
            device: options.oneline || options.echo,
          });
        });
      }
    });
    if (options.brief) printer.text("\n");
  }
  if (written === "full" && options.stats > 0 && !asLink) {
    printLinkStatistics(context, link.attributes);
    printer.newline();
  }
}
