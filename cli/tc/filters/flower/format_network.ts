/**
 * What filters of the kind `flower` compare from IP on, as `tc filter` shows it.
 *
 * @module
 */

import {
  ETH_P_ARP,
  ETH_P_IP,
  ETH_P_IPV6,
  ETH_P_RARP,
} from "../../../../messages/link/constants_hardware.ts";
import type { FlowerData } from "../../../../messages/tc/filters/flower/flower.ts";
import type { Context } from "../../../runtime/context.ts";
import { IP_PROTOCOLS } from "./names.ts";
import {
  printMasked,
  printMaskedText,
  printNumber,
  printPrefix,
  printText,
} from "./format_fields.ts";

const ETHER_TYPES: Readonly<Record<number, string>> = {
  [ETH_P_IP]: "ipv4",
  [ETH_P_IPV6]: "ipv6",
  [ETH_P_ARP]: "arp",
  [ETH_P_RARP]: "rarp",
};

function printProtocols(
  context: Context,
  { ethernetType: type, ipProtocol: protocol }: FlowerData,
): void {
  if (type !== undefined) {
    const name = ETHER_TYPES[type] ?? type.toString(16).padStart(4, "0");
    printText(context, "eth_type", name);
  }
  if (protocol !== undefined) {
    const name = IP_PROTOCOLS.find(([, number]) => number === protocol)?.[0] ??
      `0x${protocol.toString(16).padStart(2, "0")}`;
    printText(context, "ip_proto", name);
  }
}

function printAddresses(context: Context, data: FlowerData): void {
  if (data.ethernetType === ETH_P_IP) {
    const { ipv4Destination, ipv4DestinationMask } = data;
    printPrefix(context, "dst_ip", 4, ipv4Destination, ipv4DestinationMask);
    printPrefix(context, "src_ip", 4, data.ipv4Source, data.ipv4SourceMask);
  } else if (data.ethernetType === ETH_P_IPV6) {
    const { ipv6Destination, ipv6DestinationMask } = data;
    printPrefix(context, "dst_ip", 6, ipv6Destination, ipv6DestinationMask);
    printPrefix(context, "src_ip", 6, data.ipv6Source, data.ipv6SourceMask);
  }
}

/** Which properties the ports of a protocol have. */
const PORTS: ReadonlyMap<number | undefined, "tcp" | "udp" | "sctp"> = new Map([
  [6, "tcp"],
  [17, "udp"],
  [132, "sctp"],
]);

function printRange(
  { printer }: Context,
  name: string,
  start: number | undefined,
  end: number | undefined,
): void {
  if (start === undefined || end === undefined) return;
  printer.newline();
  printer.text(`  ${name} ${start}-${end}`);
  printer.openObject(name);
  printer.field("start", start);
  printer.field("end", end);
  printer.closeObject();
}

function printPorts(context: Context, data: FlowerData): void {
  const protocol = PORTS.get(data.ipProtocol);
  if (protocol === undefined) return;
  const [destination, source] = [
    `${protocol}Destination`,
    `${protocol}Source`,
  ] as const;
  printMasked(
    context,
    "dst_port",
    data[destination],
    data[`${destination}Mask`],
    16,
  );
  printMasked(context, "src_port", data[source], data[`${source}Mask`], 16);
  const { destinationPortMin, destinationPortMax } = data;
  printRange(context, "dst_port", destinationPortMin, destinationPortMax);
  printRange(context, "src_port", data.sourcePortMin, data.sourcePortMax);
}

function printIcmp(context: Context, data: FlowerData): void {
  const { ethernetType, ipProtocol } = data;
  if (ethernetType === ETH_P_IP && ipProtocol === 1) {
    const { icmpv4Type, icmpv4TypeMask, icmpv4Code, icmpv4CodeMask } = data;
    printMaskedText(context, "icmp_type", icmpv4Type, icmpv4TypeMask);
    printMaskedText(context, "icmp_code", icmpv4Code, icmpv4CodeMask);
  } else if (ethernetType === ETH_P_IPV6 && ipProtocol === 58) {
    const { icmpv6Type, icmpv6TypeMask, icmpv6Code, icmpv6CodeMask } = data;
    printMaskedText(context, "icmp_type", icmpv6Type, icmpv6TypeMask);
    printMaskedText(context, "icmp_code", icmpv6Code, icmpv6CodeMask);
  }
}

/**
 * Prints what is compared from IP on.
 *
 * @param data The options.
 * @param between Prints what comes before the addresses.
 */
export function printNetwork(
  context: Context,
  data: FlowerData,
  between: () => void,
): void {
  const { printer } = context;
  printProtocols(context, data);
  printMasked(context, "ip_tos", data.tos, data.tosMask, 8);
  printMasked(context, "ip_ttl", data.ttl, data.ttlMask, 8);
  between();
  printAddresses(context, data);
  printPorts(context, data);
  if (data.tcpFlags !== undefined) {
    const mask = data.tcpFlagsMask === undefined
      ? ""
      : `/${data.tcpFlagsMask.toString(16)}`;
    const flags = data.tcpFlags.toString(16);
    printText(context, "tcp_flags", `0x${flags}${mask}`);
  }
  printIcmp(context, data);
  printNumber(context, "l2tpv3_sid", data.l2tpv3Session);
  if (data.spi !== undefined) {
    const digits = data.spi.toString(16);
    printer.newline();
    printer.value("spi", digits, `  spi 0x${digits}`);
  }
}
