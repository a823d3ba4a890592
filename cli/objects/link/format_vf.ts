/**
 * Virtual functions of links.
 *
 * @module
 */

import {
  ARPHRD_ETHER,
  ARPHRD_INFINIBAND,
  ETH_P_8021Q,
} from "../../../messages/link/constants_hardware.ts";
import { IFF_POINTOPOINT } from "../../../messages/link/constants.ts";
import { nameOf } from "../../../messages/value_names.ts";
import { VF_LINK_STATES } from "../../../messages/link/constants_vf.ts";
import type { Context } from "../../runtime/context.ts";
import { count } from "../../print/format.ts";
import { hardwareAddressOf } from "./addresses.ts";
import type { LinkMessage } from "../../../messages/link/link.ts";
import type { VfInfo, VfStats, VfVlan } from "../../../messages/link/vf.ts";

/** How a setting that the driver does not report is written. */
const UNKNOWN = 0xffffffff;

/**
 * Writes the virtual functions of a link.
 *
 * @param link The link.
 * @param functions Its virtual functions.
 */
export function printVirtualFunctions(
  context: Context,
  link: LinkMessage,
  functions: readonly VfInfo[],
): void {
  const { printer } = context;
  printer.array("vfinfo_list", () => {
    for (const info of functions) {
      printer.object(null, () => printVirtualFunction(context, link, info));
    }
  });
}

function printVirtualFunction(
  context: Context,
  link: LinkMessage,
  info: VfInfo,
): void {
  const { printer, names } = context;
  const size = link.type === ARPHRD_ETHER ? 6 : 20;
  const address = (bytes: Uint8Array) =>
    hardwareAddressOf(bytes.subarray(0, size), link.type);
  const type = names.hardwareTypes.nameOf(link.type);
  const vf = info.mac?.vf ?? 0;
  printer.text(`${printer.line}    `);
  printer.value("vf", vf | 0, `vf ${vf | 0} `);
  printer.value("link_type", type, `    link/${type} `);
  const mac = address(info.mac?.mac ?? new Uint8Array(32));
  printer.colored("mac", "address", mac, mac);
  if (info.broadcast !== undefined) {
    if (link.flags & IFF_POINTOPOINT) {
      printer.value("link_pointtopoint", true, " peer ");
    } else printer.text(" brd ");
    const broadcast = address(info.broadcast.broadcast);
    printer.colored("mac", "broadcast", broadcast, broadcast);
  }
  printVlans(context, info);
  printRates(context, info);
  printSetting(
    context,
    "spoofchk",
    ", spoof checking",
    info.spoofCheck?.setting,
  );
  printGuid(context, "node guid", ", NODE_GUID", info.ibNodeGuid?.guid);
  printGuid(context, "port guid", ", PORT_GUID", info.ibPortGuid?.guid);
  if (info.linkState !== undefined) {
    const state = nameOf(VF_LINK_STATES, info.linkState.linkState) ?? "disable";
    printer.value("link_state", state, `, link-state ${state}`);
  }
  printSetting(context, "trust", ", trust", info.trust?.setting);
  printSetting(
    context,
    "query_rss_en",
    ", query_rss",
    info.rssQueryEnabled?.setting,
  );
  if (info.stats !== undefined && context.options.stats > 0) {
    printVfStatistics(context, info.stats);
  }
}

function printVlans({ printer, names }: Context, info: VfInfo): void {
  const printVlan = ({ vlan, qos }: Pick<VfVlan, "vlan" | "qos">) => {
    if (vlan) printer.value("vlan", vlan | 0, `, vlan ${vlan | 0}`);
    if (qos) printer.value("qos", qos | 0, `, qos ${qos | 0}`);
  };
  if (info.vlanList === undefined) {
    if (info.vlan !== undefined) printVlan(info.vlan);
    return;
  }
  printer.array("vlan_list", () => {
    for (const vlan of info.vlanList ?? []) {
      printer.object(null, () => {
        printVlan(vlan);
        if (vlan.protocol === 0 || vlan.protocol === ETH_P_8021Q) return;
        const name = names.ethernetProtocols.nameOf(vlan.protocol);
        printer.value("protocol", name, `, vlan protocol ${name}`);
      });
    }
  });
}

function printRates({ printer }: Context, { txRate, rate }: VfInfo): void {
  if (txRate?.rate) {
    printer.value("tx_rate", txRate.rate, `, tx rate ${txRate.rate} (Mbps)`);
  }
  if (rate === undefined) return;
  const { maxTxRate, minTxRate } = rate;
  printer.object("rate", () => {
    printer.field("max_tx", maxTxRate);
    printer.field("min_tx", minTxRate);
  });
  if (maxTxRate) printer.text(`, max_tx_rate ${maxTxRate}Mbps`);
  if (minTxRate) printer.text(`, min_tx_rate ${minTxRate}Mbps`);
}

function printSetting(
  { printer }: Context,
  key: string,
  text: string,
  setting: number | undefined,
): void {
  if (setting === undefined || setting === UNKNOWN) return;
  const on = setting !== 0;
  printer.value(key, on, `${text} ${on ? "on" : "off"}`);
}

function printGuid(
  { printer }: Context,
  key: string,
  text: string,
  guid: bigint | undefined,
): void {
  if (guid === undefined) return;
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, guid);
  const address = hardwareAddressOf(bytes, ARPHRD_INFINIBAND);
  printer.value(key, address, `${text} ${address}`);
}

function printVfStatistics(context: Context, stats: VfStats): void {
  const { printer, options } = context;
  if (printer.json) {
    printer.object("stats", () => {
      printer.object("rx", () => {
        printer.field("bytes", stats.rxBytes ?? 0n);
        printer.field("packets", stats.rxPackets ?? 0n);
        printer.field("multicast", stats.multicast ?? 0n);
        printer.field("broadcast", stats.broadcast ?? 0n);
        if (stats.rxDropped !== undefined) {
          printer.field("dropped", stats.rxDropped);
        }
      });
      printer.object("tx", () => {
        printer.field("tx_bytes", stats.txBytes ?? 0n);
        printer.field("tx_packets", stats.txPackets ?? 0n);
        if (stats.txDropped !== undefined) {
          printer.field("dropped", stats.txDropped);
        }
      });
    });
    return;
  }
  const cell = (value: bigint | undefined, width: number) =>
    count(value ?? 0n, width, options);
  const line = printer.line;
  const { rxDropped, txDropped } = stats;
  printer.text(
    `${line}    RX: bytes  packets  mcast   bcast ${
      rxDropped === undefined ? "" : "  dropped "
    }${line}    ${cell(stats.rxBytes, 10)}${cell(stats.rxPackets, 8)}${
      cell(stats.multicast, 7)
    }${cell(stats.broadcast, 7)}${
      rxDropped === undefined ? "" : cell(rxDropped, 8)
    }${line}    TX: bytes  packets ${
      txDropped === undefined ? "" : "  dropped "
    }${line}    ${cell(stats.txBytes, 10)}${cell(stats.txPackets, 8)}${
      txDropped === undefined ? "" : cell(txDropped, 8)
    }`,
  );
}
