/**
 * The settings of one device, as `ip netconf` writes them.
 *
 * @module
 */

import { nameOf } from "../../../messages/value_names.ts";
import type { Context } from "../../runtime/context.ts";
import { familyName } from "../../parse/prefixes.ts";
import {
  NETCONFA_IFINDEX_ALL,
  NETCONFA_IFINDEX_DEFAULT,
  REVERSE_PATH_FILTERS,
} from "../../../messages/netconf/constants.ts";
import type { NetconfMessage } from "../../../messages/netconf/netconf.ts";

/**
 * Writes the settings of a device.
 *
 * @param message The settings.
 * @param deleted Whether they have gone.
 */
export function formatNetconf(
  context: Context,
  message: NetconfMessage,
  deleted = false,
): void {
  const { printer } = context;
  const { family, attributes } = message;
  const { index, reversePathFilter: filter } = attributes;
  const onOff = (key: string, value: number | undefined) => {
    if (value !== undefined) printer.onOff(key, value !== 0);
  };
  printer.object(null, () => {
    if (deleted) printer.value("deleted", true, "Deleted ");
    const name = familyName(family);
    printer.value("family", name, `${name} `);
    if (index !== undefined) {
      const device = deviceName(context, index);
      printer.colored("ifname", "interface", device, `${device} `);
    }
    onOff("forwarding", attributes.forwarding);
    if (filter !== undefined) {
      const name = nameOf(REVERSE_PATH_FILTERS, filter) ?? filter >>> 0;
      printer.value("rp_filter", name, `rp_filter ${name} `);
    }
    onOff("mc_forwarding", attributes.multicastForwarding);
    onOff("proxy_neigh", attributes.proxyNeighbor);
    onOff("ignore_routes_with_linkdown", attributes.ignoreRoutesWithLinkdown);
    onOff("input", attributes.input);
  });
  printer.text("\n");
}

function deviceName({ links }: Context, index: number): string {
  if (index === NETCONFA_IFINDEX_ALL) return "all";
  if (index === NETCONFA_IFINDEX_DEFAULT) return "default";
  return links.nameOf(index);
}
