/**
 * Filters of the kind `flower`, as `tc filter` shows them.
 *
 * @module
 */

import {
  TCA_CLS_FLAGS_IN_HW,
  TCA_CLS_FLAGS_NOT_IN_HW,
  TCA_CLS_FLAGS_SKIP_HW,
  TCA_CLS_FLAGS_SKIP_SW,
} from "../../../../messages/tc/filters/flags.ts";
import type { FlowerData } from "../../../../messages/tc/filters/flower/flower.ts";
import type { TcHeader } from "../../../../messages/tc/header.ts";
import { TC_H_MIN_PRIORITY } from "../../../../messages/tc/handle.ts";
import { nameOf } from "../../../../messages/value_names.ts";
import type { Context } from "../../../runtime/context.ts";
import { printClassId, printDeeds } from "../format_parts.ts";
import { MOST_CLASSES } from "./names.ts";
import { PPP_PROTOCOLS } from "./ppp.ts";
import {
  printArpOperation,
  printHardware,
  printMplsEntries,
  printNumber,
} from "./format_fields.ts";
import { printNetwork } from "./format_network.ts";
import { printTunnel } from "./format_tunnel.ts";

function printClass(context: Context, id: number | undefined): void {
  if (id === undefined) return;
  const minor = (id & 0xffff) - TC_H_MIN_PRIORITY;
  if (minor < 0 || minor >= MOST_CLASSES) {
    return printClassId(context, id, "classid");
  }
  context.printer.named("hw_tc", minor);
}

function printVlans(context: Context, data: FlowerData): void {
  const { names } = context;
  const type = (name: string, value: number | undefined) => {
    if (value === undefined) return;
    const text = names.ethernetProtocols.nameOf(value);
    context.printer.newline();
    context.printer.value(name, text, `  ${name} ${text}`);
  };
  printNumber(context, "num_of_vlans", data.vlanCount);
  printNumber(context, "vlan_id", data.vlanId);
  printNumber(context, "vlan_prio", data.vlanPriority);
  type("vlan_ethtype", data.vlanEthernetType);
  printNumber(context, "cvlan_id", data.innerVlanId);
  printNumber(context, "cvlan_prio", data.innerVlanPriority);
  type("cvlan_ethtype", data.innerVlanEthernetType);
  printHardware(
    context,
    "dst_mac",
    data.ethernetDestination,
    data.ethernetDestinationMask,
  );
  printHardware(
    context,
    "src_mac",
    data.ethernetSource,
    data.ethernetSourceMask,
  );
}

/** What comes between the fields of IP: labels of MPLS. */
function printMpls(context: Context, data: FlowerData): void {
  printMplsEntries(context, data.mplsEntries);
  printNumber(context, "mpls_label", data.mplsLabel);
  const text = (name: string, value: number | undefined) => {
    if (value === undefined) return;
    context.printer.newline();
    context.printer.value(name, String(value), `  ${name} ${value}`);
  };
  text("mpls_tc", data.mplsTrafficClass);
  text("mpls_bos", data.mplsBottom);
  text("mpls_ttl", data.mplsTtl);
}

function printPpp(context: Context, data: FlowerData): void {
  printNumber(context, "pppoe_sid", data.pppoeSession);
  if (data.pppProtocol === undefined) return;
  const known = context.options.numeric
    ? undefined
    : nameOf(PPP_PROTOCOLS, data.pppProtocol);
  const name = known ?? `[${data.pppProtocol}]`;
  context.printer.newline();
  context.printer.spaced("ppp_proto", name, "  ");
}

function printCfm({ printer }: Context, { cfm }: FlowerData): void {
  if (cfm === undefined) return;
  printer.newline();
  printer.text("  cfm");
  printer.openObject("cfm");
  const { level, operation } = cfm;
  printer.spaced("mdl", level);
  printer.spaced("op", operation);
  printer.closeObject();
}

function printPosition(context: Context, data: FlowerData): void {
  const { printer } = context;
  const { filterFlags = 0, hardwareCount } = data;
  const show = (name: string) => {
    printer.newline();
    printer.value(name, true, `  ${name}`);
  };
  if ((filterFlags & TCA_CLS_FLAGS_SKIP_HW) !== 0) show("skip_hw");
  if ((filterFlags & TCA_CLS_FLAGS_SKIP_SW) !== 0) show("skip_sw");
  if ((filterFlags & TCA_CLS_FLAGS_IN_HW) !== 0) {
    show("in_hw");
    if (hardwareCount !== undefined) {
      const text = ` in_hw_count ${hardwareCount}`;
      printer.value("in_hw_count", hardwareCount, text);
    }
  } else if ((filterFlags & TCA_CLS_FLAGS_NOT_IN_HW) !== 0) show("not_in_hw");
}

/**
 * Prints the options of a filter.
 *
 * @param data The options.
 * @param header The header of the message.
 */
export function printFlower(
  context: Context,
  data: FlowerData,
  { handle }: TcHeader,
): void {
  const { printer } = context;
  if (handle !== 0) {
    printer.value("handle", handle, `handle 0x${handle.toString(16)} `);
  }
  printClass(context, data.classId);
  if (data.inputDevice !== undefined) {
    printer.newline();
    printer.spaced("indev", data.inputDevice, "  ");
  }
  printer.openObject("keys");
  printVlans(context, data);
  printNetwork(context, data, () => printMpls(context, data));
  printArpOperation(context, data);
  printPpp(context, data);
  printTunnel(context, data);
  printCfm(context, data);
  printer.closeObject();
  printPosition(context, data);
  if (data.actions !== undefined) {
    printDeeds(context, { actions: data.actions });
  }
}
