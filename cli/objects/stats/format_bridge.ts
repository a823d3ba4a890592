/**
 * Statistics of bridges and their ports.
 *
 * @module
 */

import type { Printer } from "../../print/printer.ts";
import {
  BRIDGE_VLAN_INFO_PVID,
  BRIDGE_VLAN_INFO_UNTAGGED,
} from "../../../messages/link/bridge/constants.ts";
import type {
  BridgeMulticastStats,
  BridgeStpXstats,
  BridgeVlanXstats,
} from "../../../messages/stats/bridge.ts";

/** How far the lines are indented. */
const INDENT = " ".repeat(20);

/** How far VLANs are indented. */
const VLAN_INDENT = " ".repeat(18);

/** Properties of VLANs that are shown. */
const VLAN_FLAGS: readonly (readonly [number, string])[] = [
  [BRIDGE_VLAN_INFO_PVID, "PVID"],
  [BRIDGE_VLAN_INFO_UNTAGGED, "Egress Untagged"],
];

/**
 * Writes what is counted for each VLAN.
 *
 * @param printer Where to.
 * @param vlans The VLANs.
 */
export function printVlans(
  printer: Printer,
  vlans: readonly BridgeVlanXstats[],
): void {
  printer.array("vlans", () => {
    for (const vlan of vlans) {
      printer.newline();
      printer.object(null, () => printVlan(printer, vlan));
    }
  });
}

function printVlan(printer: Printer, vlan: BridgeVlanXstats): void {
  const { vid, flags, rxBytes, rxPackets, txBytes, txPackets } = vlan;
  printer.value("vid", vid, `${VLAN_INDENT}${vid}`);
  const names = VLAN_FLAGS.filter(([bit]) => flags & bit);
  if (names.length > 0) {
    printer.array("flags", () => {
      for (const [, name] of names) printer.value(null, name, ` ${name}`);
    });
  }
  printer.newline();
  printer.value("rx_bytes", rxBytes, `${INDENT}RX: ${rxBytes} bytes`);
  printer.value("rx_packets", rxPackets, ` ${rxPackets} packets\n`);
  printer.value("tx_bytes", txBytes, `${INDENT}TX: ${txBytes} bytes`);
  printer.value("tx_packets", txPackets, ` ${txPackets} packets\n`);
}

/** What was received, and what was sent. */
type BothWays = readonly bigint[];

/**
 * Writes what multicast snooping counts.
 *
 * @param printer Where to.
 * @param stats The counters.
 */
export function printMulticast(
  printer: Printer,
  stats: BridgeMulticastStats,
): void {
  printer.object("multicast", () => {
    printVersions(printer, "igmp_queries", "IGMP queries", [
      stats.igmpV1Queries,
      stats.igmpV2Queries,
      stats.igmpV3Queries,
    ]);
    printVersions(printer, "igmp_reports", "IGMP reports", [
      stats.igmpV1Reports,
      stats.igmpV2Reports,
      stats.igmpV3Reports,
    ]);
    printLeaves(printer, "igmp_leaves", "IGMP leaves", stats.igmpLeaves);
    printErrors(
      printer,
      "igmp_parse_errors",
      "IGMP parse errors",
      stats.igmpParseErrors,
    );
    printVersions(printer, "mld_queries", "MLD queries", [
      stats.mldV1Queries,
      stats.mldV2Queries,
    ]);
    printVersions(printer, "mld_reports", "MLD reports", [
      stats.mldV1Reports,
      stats.mldV2Reports,
    ]);
    printLeaves(printer, "mld_leaves", "MLD leaves", stats.mldLeaves);
    printErrors(
      printer,
      "mld_parse_errors",
      "MLD parse errors",
      stats.mldParseErrors,
    );
  });
}

function printVersions(
  printer: Printer,
  key: string,
  heading: string,
  versions: readonly BothWays[],
): void {
  printer.object(key, () => {
    printer.text(`${INDENT}${heading}:\n`);
    for (const [way, name] of ["rx", "tx"].entries()) {
      printer.text(`${INDENT}  ${name.toUpperCase()}: `);
      for (const [i, counts] of versions.entries()) {
        const count = counts[way]!;
        const end = i === versions.length - 1 ? "\n" : " ";
        printer.value(`${name}_v${i + 1}`, count, `v${i + 1} ${count}${end}`);
      }
    }
  });
}

function printLeaves(
  printer: Printer,
  key: string,
  heading: string,
  [rx = 0n, tx = 0n]: BothWays,
): void {
  printer.object(key, () => {
    printer.value("rx", rx, `${INDENT}${heading}: RX: ${rx} `);
    printer.value("tx", tx, `TX: ${tx}\n`);
  });
}

function printErrors(
  printer: Printer,
  key: string,
  heading: string,
  count: bigint,
): void {
  printer.value(key, count, `${INDENT}${heading}: ${count}\n`);
}

/**
 * Writes what the spanning tree counts.
 *
 * @param printer Where to.
 * @param stats The counters.
 */
export function printStp(printer: Printer, stats: BridgeStpXstats): void {
  const { rxBpdu, txBpdu, rxTcn, txTcn } = stats;
  const { transitionBlocking, transitionForwarding } = stats;
  printer.object("stp", () => {
    printer.value("rx_bpdu", rxBpdu, `${INDENT}STP BPDU:  RX: ${rxBpdu} `);
    printer.value("tx_bpdu", txBpdu, `TX: ${txBpdu}\n`);
    printer.value("rx_tcn", rxTcn, `${INDENT}STP TCN:   RX: ${rxTcn} `);
    printer.value("tx_tcn", txTcn, `TX: ${txTcn}\n`);
    printer.value(
      "transition_blk",
      transitionBlocking,
      `${INDENT}STP Transitions: Blocked: ${transitionBlocking} `,
    );
    printer.value(
      "transition_fwd",
      transitionForwarding,
      `Forwarding: ${transitionForwarding}\n`,
    );
  });
}
