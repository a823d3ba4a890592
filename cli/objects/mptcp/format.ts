/**
 * Shows endpoints of Multipath TCP.
 *
 * @module
 */

import { AF_INET, AF_INET6 } from "../../../messages/families.ts";
import {
  MPTCP_ENDPOINT_FLAGS,
  type MptcpMessage,
} from "../../../messages/generic/mptcp.ts";
import { hostName } from "../../names/hosts.ts";
import type { Printer } from "../../print/printer.ts";
import type { Context } from "../../runtime/context.ts";
import { familyColor } from "../address/format.ts";

/**
 * Writes an endpoint.
 *
 * @param message The endpoint.
 */
export function formatEndpoint(
  context: Context,
  { attributes: { addr } }: MptcpMessage,
): void {
  if (addr === undefined) return;
  const { printer, links } = context;
  const { family, addr4, addr6, port = 0, id, flags, ifIdx = 0 } = addr;
  const address = family === AF_INET ? addr4 : addr6;
  printer.object(null, () => {
    if (address !== undefined) {
      const host = hostName(context, address);
      const color = familyColor(family ?? AF_INET6);
      printer.colored(color, "address", host, `${host} `);
    }
    if (port !== 0) printer.named("port", port);
    printer.named("id", id);
    if (flags !== undefined) formatFlags(printer, flags);
    if (ifIdx !== 0) {
      const name = links.nameOf(ifIdx);
      printer.text("dev ");
      printer.colored("ifname", "dev", name, `${name} `);
    }
    printer.newline();
  });
}

function formatFlags(printer: Printer, flags: number): void {
  let rest = flags;
  for (const [name, bit] of Object.entries(MPTCP_ENDPOINT_FLAGS)) {
    if (flags & bit) printer.value(name, true, `${name} `);
    rest &= ~bit;
  }
  if (rest !== 0) {
    printer.named("rawflags", (rest >>> 0).toString(16).padStart(2, "0"));
  }
}
