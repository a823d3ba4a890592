/**
 * One link, as `ip link` and `ip address` write it.
 *
 * @module
 */

import { nameOf } from "../../../messages/value_names.ts";
import type { Context } from "../../runtime/context.ts";
import { isDeviceName } from "../../parse/device_name.ts";
import { padBytes } from "../../print/format.ts";
import { hardwareAddress } from "./addresses.ts";
import { printDetails } from "./format_details.ts";
import { type LinkFilter, passes } from "./parse_filter.ts";
import { printLinkFlags } from "./format_flags.ts";
import { printLinkStatistics } from "./format_statistics.ts";
import { printVirtualFunctions } from "./format_vf.ts";
import { printPrograms, printXdp } from "./format_xdp.ts";
import { AF_PACKET, AF_UNSPEC } from "../../../messages/families.ts";
import {
  IFF_POINTOPOINT,
  IFF_UP,
  LINK_MODES,
  OPERATIONAL_STATES,
} from "../../../messages/link/constants.ts";
import type {
  LinkAttributes,
  LinkMessage,
} from "../../../messages/link/link.ts";

/** What of a link is written. */
export interface LinkView {
  /** Family whose addresses are asked for; `AF_PACKET` for links alone. */
  family: number;
  /** Whether this is about links, and not about their addresses. */
  asLink: boolean;
  /** Which links are written; all of them by default. */
  filter?: LinkFilter;
  /** Whether to write the length of the queue. */
  showQueue?: boolean;
  /** Whether the link was deleted. */
  deleted?: boolean;
}

/** What became of a link: not written, written in brief or by a label only, written. */
export type Written = "filtered" | "brief" | "full";

// This ip has no name for "testing".
const { testing: _, ...MODES } = LINK_MODES;

/** Events (`IFLA_EVENT_*`). */
const EVENTS: readonly string[] = [
  "NONE",
  "REBOOT",
  "FEATURE CHANGE",
  "BONDING FAILOVER",
  "NOTIFY PEERS",
  "RESEND IGMP",
  "BONDING OPTION",
];

/**
 * Writes a link.
 *
 * @param link The link.
 * @param view What of it is written.
 * @returns What became of it.
 */
export function formatLink(
  context: Context,
  message: LinkMessage,
  view: LinkView,
): Written {
  const { printer, options, io } = context;
  const link = withName(message);
  const { attributes } = link;
  if (view.filter !== undefined && !passes(view.filter, link)) {
    return "filtered";
  }
  const { name } = attributes;
  if (!isDeviceName(name)) return "filtered";
  if (view.filter?.label !== undefined) return "brief";
  if (view.deleted) printer.value("deleted", true, "Deleted ");
  if (options.brief) {
    formatBrief(context, link, view);
    return "brief";
  }
  printer.value("ifindex", link.index, `${link.index}: `);
  const lowerDown = printName(context, attributes, (text) => `${text}: `);
  printLinkFlags(printer, link.flags, lowerDown);
  printState(context, link, view);
  if (
    view.family === AF_UNSPEC || view.family === AF_PACKET || options.details
  ) printHardware(context, link);
  printNamespaces(context, attributes);
  if (attributes.protoDown !== undefined) printProtoDown(context, attributes);
  if (options.details) printDetails(context, attributes, view.asLink);
  const { alias, xdp, numVf, vfInfoList } = attributes;
  if (view.asLink || options.details) {
    if (alias !== undefined) {
      printer.value("ifalias", alias, `${printer.line}    alias ${alias}`);
    }
    if (xdp !== undefined) printPrograms(context, xdp);
  }
  if (view.asLink && options.stats > 0) {
    printer.newline();
    printLinkStatistics(context, attributes);
  }
  let truncated = false;
  if ((view.asLink || options.details) && vfInfoList && numVf !== undefined) {
    printVirtualFunctions(context, link, vfInfoList);
    truncated = vfInfoList.length !== numVf;
  }
  printAlternativeNames(context, attributes);
  printer.text("\n");
  if (truncated) io.err(`Truncated VF list: ${name}\n`);
  return "full";
}

function formatBrief(
  context: Context,
  link: LinkMessage,
  view: LinkView,
): void {
  const { printer } = context;
  const { attributes } = link;
  const lowerDown = printName(
    context,
    attributes,
    (text) => `${padBytes(text, 16)} `,
  );
  printOperationalState(context, attributes.operState);
  if (view.family !== AF_PACKET) return;
  if (attributes.address !== undefined) {
    const address = hardwareAddress(attributes.address, link.type);
    printer.colored("mac", "address", address, `${address} `);
  }
  printLinkFlags(printer, link.flags, lowerDown);
  printer.text("\n");
}

/** A link that has a name; files may have links without one. */
function withName(
  link: LinkMessage,
): LinkMessage & { attributes: { name: string } } {
  const { index, attributes } = link;
  const { name = `if${index >>> 0}` } = attributes;
  return { ...link, attributes: { ...attributes, name } };
}

/**
 * Writes the name of a link, and what it is on top of.
 *
 * @param attributes The link's attributes.
 * @param format Puts blanks and the like around the name as text.
 * @returns Whether the device below is down.
 */
export function printName(
  { printer, links }: Context,
  { name = "", link, linkNetnsId }: LinkAttributes,
  format: (name: string) => string,
): boolean {
  let lower: string | undefined;
  let down = false;
  if (link === 0) {
    printer.field("link", null);
    lower = "NONE";
  } else if (link !== undefined && linkNetnsId !== undefined) {
    printer.field("link_index", link | 0);
    lower = `if${link}`;
  } else if (link !== undefined) {
    lower = links.nameOf(link);
    printer.field("link", lower);
    down = !(links.flagsOf(link) & IFF_UP);
  }
  const text = lower === undefined ? name : `${name}@${lower}`;
  printer.colored("ifname", "ifname", name, format(text));
  return down;
}

function printState(
  context: Context,
  link: LinkMessage,
  view: LinkView,
): void {
  const { printer, names, links } = context;
  const {
    mtu,
    xdp,
    qdisc,
    master,
    operState,
    linkMode,
    group,
    txQueueLength,
    event,
  } = link.attributes;
  if (mtu !== undefined) printer.value("mtu", mtu | 0, `mtu ${mtu} `);
  if (xdp !== undefined) printXdp(context, xdp, view.asLink);
  printer.named("qdisc", qdisc);
  if (master !== undefined) printer.named("master", links.nameOf(master));
  printOperationalState(context, operState);
  if (view.asLink && linkMode !== undefined) {
    const mode = nameOf(MODES, linkMode)?.toUpperCase();
    if (mode === undefined) {
      printer.value("linkmode_index", linkMode, `mode ${linkMode} `);
    } else printer.value("linkmode", mode, `mode ${mode} `);
  }
  if (group !== undefined) printer.named("group", names.groups.nameOf(group));
  if (view.showQueue && txQueueLength) {
    printer.value("txqlen", txQueueLength | 0, `qlen ${txQueueLength | 0}`);
  }
  if (event) printer.named("event", EVENTS[event] ?? (event | 0));
}

function printOperationalState(
  { printer, options }: Context,
  state: number | undefined,
): void {
  if (state === undefined) return;
  const name = nameOf(OPERATIONAL_STATES, state)?.toUpperCase();
  if (name === undefined) {
    printer.value("operstate_index", state, `state 0x${state.toString(16)}`);
    return;
  }
  const use = name === "UP" ? "up" : name === "DOWN" ? "down" : undefined;
  printer.field("operstate", name);
  if (options.brief) printer.coloredText(use, `${name.padEnd(14)} `);
  else {
    printer.text("state ");
    printer.coloredText(use, `${name} `);
  }
}

function printHardware(
  { printer, names }: Context,
  { type, flags, attributes }: LinkMessage,
): void {
  const { address, broadcast, permanentAddress } = attributes;
  const typeName = names.hardwareTypes.nameOf(type);
  const print = (key: string, address: string) => {
    const text = hardwareAddress(address, type);
    printer.colored("mac", key, text, text);
  };
  printer.newline();
  printer.value("link_type", typeName, `    link/${typeName} `);
  if (address !== undefined) print("address", address);
  if (broadcast !== undefined) {
    if (flags & IFF_POINTOPOINT) {
      printer.value("link_pointtopoint", true, " peer ");
    } else printer.text(" brd ");
    print("broadcast", broadcast);
  }
  if (permanentAddress !== undefined && permanentAddress !== address) {
    printer.text(" permaddr ");
    print("permaddr", permanentAddress);
  }
}

function printNamespaces(
  { printer, namespaces }: Context,
  { linkNetnsId, newNetnsId, newIndex }: LinkAttributes,
): void {
  if (linkNetnsId !== undefined) {
    const id = linkNetnsId | 0;
    printer.field("link_netnsid", id);
    if (!printer.json) {
      const name = id < 0 ? undefined : namespaces.nameOf(id);
      printer.text(
        name === undefined
          ? ` link-netnsid ${id < 0 ? "unknown" : id}`
          : ` link-netns ${name}`,
      );
    }
  }
  if (newNetnsId !== undefined && !printer.json) {
    const id = newNetnsId | 0;
    const name = id < 0 ? undefined : namespaces.nameOf(id);
    printer.text(
      name === undefined ? ` new-netnsid ${id}` : ` new-netns ${name}`,
    );
  }
  if (newIndex !== undefined) printer.text(` new-ifindex ${newIndex | 0}`);
}

function printProtoDown(
  { printer, names }: Context,
  { protoDown, protoDownReason, broadcast }: LinkAttributes,
): void {
  if (protoDown) printer.value("proto_down", true, " protodown on ");
  // ip takes IFLA_BROADCAST for IFLA_PROTO_DOWN_REASON_VALUE, which has the same number.
  if (broadcast === undefined) return;
  const reasons = (protoDownReason?.value ?? 0) & 0xff;
  if (reasons === 0) return;
  printer.array(
    "proto_down_reason",
    () => {
      let first = true;
      for (let bit = 0; bit < 8; bit++) {
        if (!(reasons & 1 << bit)) continue;
        const name = names.protodownReasons.nameOf(bit);
        printer.value(null, name, first ? name : `,${name}`);
        first = false;
      }
    },
    "protodown_reason <",
    ">",
  );
}

function printAlternativeNames(
  { printer }: Context,
  { alternativeNames }: LinkAttributes,
): void {
  if (alternativeNames === undefined) return;
  printer.array("altnames", () => {
    for (const name of alternativeNames) {
      printer.value(null, name, `${printer.line}    altname ${name}`);
    }
  });
}
