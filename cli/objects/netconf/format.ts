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
import {
  type NetconfAttributes,
  netconfAttributes,
  type NetconfMessage,
} from "../../../messages/netconf/netconf.ts";
import { onOff } from "../link/kinds/notations.ts";
import { printSettings } from "../link/kinds/settings.ts";
import type { PrintData } from "../link/kinds/setting.ts";

const { print } = onOff;

const printNetconf: PrintData<NetconfAttributes> = printSettings(
  netconfAttributes,
  {
    index: {
      json: "interface",
      print: (context, { json }, index) => {
        const device = deviceName(context, index);
        context.printer.colored("ifname", json, device, `${device} `);
      },
    },
    forwarding: { json: "forwarding", print },
    reversePathFilter: {
      json: "rp_filter",
      print: ({ printer }, { json }, filter) =>
        printer.named(
          json,
          nameOf(REVERSE_PATH_FILTERS, filter) ?? filter >>> 0,
        ),
    },
    multicastForwarding: { json: "mc_forwarding", print },
    proxyNeighbor: { json: "proxy_neigh", print },
    ignoreRoutesWithLinkdown: { json: "ignore_routes_with_linkdown", print },
    input: { json: "input", print },
  },
);

/**
 * Writes the settings of a device.
 *
 * @param message The settings.
 * @param deleted Whether they have gone.
 */
export function formatNetconf(
  context: Context,
  { family, attributes }: NetconfMessage,
  deleted = false,
): void {
  const { printer } = context;
  printer.object(null, () => {
    if (deleted) printer.value("deleted", true, "Deleted ");
    const name = familyName(family);
    printer.value("family", name, `${name} `);
    printNetconf(context, attributes);
  });
  printer.text("\n");
}

function deviceName({ links }: Context, index: number): string {
  if (index === NETCONFA_IFINDEX_ALL) return "all";
  if (index === NETCONFA_IFINDEX_DEFAULT) return "default";
  return links.nameOf(index);
}
