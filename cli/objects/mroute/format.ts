/**
 * Shows multicast routes.
 *
 * @module
 */

import {
  RT_TABLE_MAIN,
  RTNH_F_OFFLOAD,
  RTNH_F_UNRESOLVED,
  USER_HZ,
} from "../../../messages/constants.ts";
import type { RouteNextHop } from "../../../messages/route/next_hop.ts";
import type { RouteMessage } from "../../../messages/route/route.ts";
import type { Context } from "../../runtime/context.ts";
import { significant } from "../../print/format.ts";

/**
 * Writes a multicast route.
 *
 * @param message The route.
 * @param shownTable Table that is shown, or 0 for all.
 * @param deleted Whether it was deleted.
 */
export function formatMulticastRoute(
  context: Context,
  message: RouteMessage,
  shownTable: number,
  deleted = false,
): void {
  const { printer, links, names, options } = context;
  const { attributes, flags } = message;
  const { source = "unknown", inputDevice = 0, multipath } = attributes;
  const group = (attributes as { destination?: string }).destination ??
    "unknown";
  printer.object(null, () => {
    if (deleted) printer.value("deleted", true, "Deleted ");
    printer.field("src", source);
    printer.field("dst", group);
    printer.text(`${`(${source},${group})`.padEnd(32)} Iif: `);
    if (inputDevice === 0) printer.value("iif", "unresolved", "unresolved ");
    else {
      const name = links.nameOf(inputDevice);
      printer.colored("ifname", "iif", name, `${name.padEnd(10)} `);
    }
    if (multipath !== undefined) formatOutputs(context, multipath);
    const state = flags & RTNH_F_UNRESOLVED ? "unresolved" : "resolved";
    printer.value("state", state, ` State: ${state}`);
    if (flags & RTNH_F_OFFLOAD) printer.value("offload", null, " offload");
    if (options.stats > 0) formatCounters(context, message);
    const table = attributes.table ?? message.table;
    const shows = table !== 0 && (table !== RT_TABLE_MAIN || options.details);
    if (shows && shownTable === 0) {
      const name = names.tables.nameOf(table);
      printer.value("table", name, ` Table: ${name}`);
    }
    printer.text("\n");
  });
}

function formatOutputs(
  { printer, links }: Context,
  outputs: readonly RouteNextHop[],
): void {
  printer.array("multipath", () => {
    for (const [i, { outputDevice, hops }] of outputs.entries()) {
      printer.object(null, () => {
        if (i === 0) printer.text("Oifs: ");
        const name = links.nameOf(outputDevice);
        printer.colored("ifname", "oif", name, name);
        if (hops > 1) printer.value("ttl", hops, `(ttl ${hops}) `);
        else printer.text(" ");
      });
    }
  });
}

function formatCounters(
  { printer }: Context,
  { attributes: { multicastStats, expires } }: RouteMessage,
): void {
  if (multicastStats !== undefined) {
    const { packets, bytes, wrongInterface } = multicastStats;
    printer.newline();
    printer.value("packets", packets, `  ${packets} packets,`);
    printer.value("bytes", bytes, ` ${bytes} bytes`);
    if (wrongInterface !== 0n) {
      const text = `, ${wrongInterface} arrived on wrong iif.`;
      printer.value("wrong_if", wrongInterface, text);
    }
  }
  if (expires !== undefined) {
    const age = Number(expires) / USER_HZ;
    printer.raw("expires", significant(age), `, Age ${age.toFixed(2)}`);
  }
}
