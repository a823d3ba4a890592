/**
 * One link, as `bridge link` writes it.
 *
 * @module
 */

import { AF_BRIDGE, AF_UNSPEC } from "../../../messages/families.ts";
import {
  BRIDGE_MODE_VEB,
  BRIDGE_MODE_VEPA,
} from "../../../messages/link/bridge/constants.ts";
import type { LinkMessage } from "../../../messages/link/link.ts";
import type { BridgePort } from "../../../messages/link/ports/bridge.ts";
import { printLinkFlags } from "../../objects/link/format_flags.ts";
import { printName } from "../../objects/link/format.ts";
import { hex } from "../../print/format.ts";
import type { Context } from "../../runtime/context.ts";
import { printState } from "../common.ts";
import { type Setting, SETTINGS } from "./settings.ts";

/** Which links are written. */
export interface LinkFilter {
  /** Index of the only device, or 0 for all. */
  readonly index: number;
  /** Index of the only bridge, or 0 for all. */
  readonly master: number;
}

/**
 * Whether a link is written.
 *
 * @param filter Which links are.
 * @param link The link.
 * @returns Whether this one is.
 */
export function passes(
  { index, master }: LinkFilter,
  { family, index: own, attributes }: LinkMessage,
): boolean {
  return (family === AF_BRIDGE || family === AF_UNSPEC) &&
    (index === 0 || index === own) &&
    (master === 0 || attributes.master === undefined ||
      attributes.master === master);
}

/**
 * Writes a link.
 *
 * @param link The link.
 * @param deleted Whether it was deleted.
 */
export function formatBridgeLink(
  context: Context,
  link: LinkMessage,
  deleted = false,
): void {
  const { printer, links } = context;
  const { index, flags, attributes } = link;
  const { mtu, master, bridgePort, bridgeSpec } = attributes;
  const named = attributes.name === undefined
    ? { ...attributes, name: links.nameOf(index) }
    : attributes;
  printer.object(null, () => {
    if (deleted) printer.value("deleted", true, "Deleted ");
    printer.value("ifindex", index, `${index}: `);
    const lowerDown = printName(context, named, (name) => `${name}: `);
    printLinkFlags(printer, flags, lowerDown);
    if (mtu !== undefined) printer.value("mtu", mtu | 0, `mtu ${mtu} `);
    if (master !== undefined) printer.named("master", links.nameOf(master));
    if (bridgePort !== undefined) printPort(context, bridgePort);
    if (bridgeSpec?.mode !== undefined) printMode(context, bridgeSpec.mode);
    printer.text("\n");
  });
}

function printMode({ printer }: Context, mode: number): void {
  const names: Readonly<Record<number, string>> = {
    [BRIDGE_MODE_VEB]: "VEB",
    [BRIDGE_MODE_VEPA]: "VEPA",
  };
  printer.named("hwmode", names[mode] ?? hex(mode));
}

function printPort(context: Context, port: BridgePort): void {
  const { printer, options } = context;
  const { state, priority, cost } = port;
  if (state !== undefined) printState(printer, state);
  printer.named("priority", priority);
  printer.named("cost", cost);
  if (!options.details) return;
  printer.text(`${printer.line}    `);
  for (const setting of SETTINGS) printSetting(context, port, setting);
}

/** Names of the settings that are not on or off. */
const NUMBERS: Readonly<Record<string, string>> = {
  multicastRouter: "mcast_router",
  backupNexthopId: "backup_nhid",
  multicastGroupCount: "mcast_n_groups",
  multicastMaxGroups: "mcast_max_groups",
};

function printSetting(
  { printer, links }: Context,
  port: BridgePort,
  setting: Setting,
): void {
  if (typeof setting !== "string") {
    const value = port[setting.key];
    if (value !== undefined) printer.onOff(setting.word, value !== 0);
    return;
  }
  const value = port[setting];
  if (value === undefined) return;
  if (setting === "backupPort") {
    printer.named("backup_port", links.nameOf(value));
  } else printer.named(NUMBERS[setting]!, value);
}
