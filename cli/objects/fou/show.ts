/**
 * `ip fou show`.
 *
 * @module
 */

import type { GenericFamily } from "../../../api/connection/generic_family.ts";
import { AF_INET, AF_INET6 } from "../../../messages/families.ts";
import {
  FOU_CMD_GET,
  FOU_ENCAP_GUE,
  type FouAttributes,
  type FouMessage,
} from "../../../messages/generic/fou.ts";
import type { Context } from "../../runtime/context.ts";
import { fail } from "../../parse/errors.ts";
import { showAll } from "../../runtime/generic.ts";
import type { Arguments } from "../../parse/grammar.ts";
import { hostName } from "../../names/hosts.ts";
import { familyName } from "../../parse/prefixes.ts";

/** Shows all ports. */
export async function show(
  args: Arguments,
  context: Context,
  family: GenericFamily<FouAttributes>,
): Promise<number> {
  if (args.left > 0) {
    throw fail(1, '"ip fou show" does not take any arguments.');
  }
  return await showAll(context, family, {
    command: FOU_CMD_GET,
    attributes: {},
    code: 255,
    format: (message) => format(context, message),
  });
}

function format(context: Context, { attributes }: FouMessage): void {
  const { printer } = context;
  const { port, type, ipproto, af } = attributes;
  printer.object(null, () => {
    if (port !== undefined) printer.value("port", port, `port ${port}`);
    if (type === FOU_ENCAP_GUE) printer.value("gue", null, " gue");
    else if (ipproto !== undefined) {
      printer.spaced("ipproto", ipproto);
    }
    if (af !== undefined) {
      printer.field("family", familyName(af));
      if (af === AF_INET6) printer.text(" -6");
    }
    const version = (af ?? AF_INET) === AF_INET ? "V4" : "V6";
    for (const end of ["local", "peer"] as const) {
      const address = attributes[`${end}${version}`];
      if (address === undefined || address === "0.0.0.0" || address === "::") {
        continue;
      }
      const host = hostName(context, address);
      printer.spaced(end, host);
    }
    formatPeer(context, attributes);
    printer.text("\n");
  });
}

function formatPeer(
  { printer, links }: Context,
  { peerPort = 0, ifindex = 0 }: FouAttributes,
): void {
  if (peerPort !== 0) {
    printer.spaced("peer_port", peerPort);
  }
  if (ifindex === 0) return;
  const name = links.nameOf(ifindex);
  printer.spaced("dev", name);
}
