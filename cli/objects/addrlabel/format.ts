/**
 * One address label, as `ip addrlabel` writes it.
 *
 * @module
 */

import { familyColor } from "../address/format.ts";
import type { Context } from "../../runtime/context.ts";
import { hostName } from "../../names/hosts.ts";
import type { AddressLabelMessage } from "../../../messages/address_label/address_label.ts";

/**
 * Writes an address label.
 *
 * @param message The label.
 * @param deleted Whether it was deleted.
 */
export function formatAddressLabel(
  context: Context,
  message: AddressLabelMessage,
  deleted = false,
): void {
  const { printer, links } = context;
  const { family, prefixLength, index, attributes } = message;
  const { address, label } = attributes;
  printer.object(null, () => {
    if (deleted) printer.value("deleted", true, "Deleted ");
    if (address !== undefined) {
      const host = hostName(context, address);
      printer.text("prefix ");
      printer.colored(familyColor(family), "address", host, host);
      printer.value("prefixlen", prefixLength, `/${prefixLength} `);
    }
    if (index !== 0) {
      const name = links.nameOf(index);
      printer.text("dev ");
      printer.colored("ifname", "ifname", name, `${name} `);
    }
    printer.named("label", label);
    printer.text("\n");
  });
}
