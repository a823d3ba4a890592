/**
 * VLANs of one port or bridge, as `bridge vlan` writes them.
 *
 * @module
 */

import {
  BRIDGE_VLAN_INFO_PVID,
  BRIDGE_VLAN_INFO_RANGE_BEGIN,
  BRIDGE_VLAN_INFO_RANGE_END,
  BRIDGE_VLAN_INFO_UNTAGGED,
} from "../../../messages/link/bridge/constants.ts";
import type {
  BridgeSpec,
  BridgeVlanInfo,
  BridgeVlanTunnel,
} from "../../../messages/link/bridge/spec.ts";
import type { Printer } from "../../print/printer.ts";
import type { Context } from "../../runtime/context.ts";
import {
  closeDevice,
  gap,
  INDENT,
  NO_NAME,
  openDevice,
  printRange,
} from "../common.ts";

/** How wide numbers of VLANs are. */
export const VLAN_WIDTH = 9;

/** Flags that are shown. */
const FLAGS: readonly (readonly [bit: number, name: string])[] = [
  [BRIDGE_VLAN_INFO_PVID, "PVID"],
  [BRIDGE_VLAN_INFO_UNTAGGED, "Egress Untagged"],
];

/**
 * Writes flags of VLANs.
 *
 * @param printer Where to.
 * @param flags The flags (`BRIDGE_VLAN_INFO_*`).
 */
export function printVlanFlags(printer: Printer, flags: number): void {
  if (flags === 0) return;
  printer.array("flags", () => {
    for (const [bit, name] of FLAGS) {
      if (flags & bit) printer.value(null, name, ` ${name}`);
    }
  });
}

/** What is counted for VLANs. */
export interface VlanCounters {
  /** Bytes received. */
  readonly rxBytes?: bigint;
  /** Packets received. */
  readonly rxPackets?: bigint;
  /** Bytes sent. */
  readonly txBytes?: bigint;
  /** Packets sent. */
  readonly txPackets?: bigint;
}

/**
 * Writes what is counted for VLANs.
 *
 * @param printer Where to.
 * @param counters The counters; those that are missing are 0.
 */
export function printCounters(
  printer: Printer,
  { rxBytes = 0n, rxPackets = 0n, txBytes = 0n, txPackets = 0n }: VlanCounters,
): void {
  printer.text(INDENT);
  printer.value("rx_bytes", rxBytes, `RX: ${rxBytes} bytes`);
  printer.value("rx_packets", rxPackets, ` ${rxPackets} packets\n`);
  printer.text(INDENT);
  printer.value("tx_bytes", txBytes, `TX: ${txBytes} bytes`);
  printer.value("tx_packets", txPackets, ` ${txPackets} packets\n`);
}

/** Entries of which those at both ends of a range are one. */
interface Ranged<E> {
  readonly first: E;
  readonly last: E;
}

/**
 * Selects entries by a VLAN, and joins the ends of ranges. Entries come in the
 * order of their numbers; nothing is looked at behind the VLAN.
 */
function* select<E>(
  entries: readonly E[],
  read: (entry: E) => { vid: number; flags: number },
  vlan: number,
): Generator<Ranged<E>> {
  let first: E | undefined;
  for (const last of entries) {
    const { vid, flags } = read(last);
    const ends = (flags & BRIDGE_VLAN_INFO_RANGE_END) !== 0;
    if (!ends || first === undefined) first = last;
    if (vlan !== 0 && vid > vlan && !ends) return;
    if (flags & BRIDGE_VLAN_INFO_RANGE_BEGIN || vid < vlan) continue;
    yield { first, last };
  }
}

/**
 * Writes the VLANs of a port.
 *
 * @param index Index of the port.
 * @param spec Its VLANs.
 * @param vlan Number of the only VLAN, or 0 for all.
 */
export function formatVlans(
  context: Context,
  index: number,
  { vlanInfo = [] }: BridgeSpec,
  vlan: number,
): void {
  const { printer } = context;
  const vlans = select<BridgeVlanInfo>(vlanInfo, (info) => info, vlan);
  formatRows(context, index, "vlans", vlans, ({ first, last }) => {
    printRange(printer, "vlan", first.vid, last.vid);
    printVlanFlags(printer, last.flags);
  });
}

/**
 * Writes the tunnels that VLANs of a port are mapped to.
 *
 * @param index Index of the port.
 * @param spec Its VLANs.
 * @param vlan Number of the only VLAN, or 0 for all.
 */
export function formatTunnels(
  context: Context,
  index: number,
  { vlanTunnelInfo = [] }: BridgeSpec,
  vlan: number,
): void {
  const { printer } = context;
  const tunnels = select<BridgeVlanTunnel>(
    vlanTunnelInfo.filter(({ vid }) => vid !== undefined),
    ({ vid = 0, flags = 0 }) => ({ vid, flags }),
    vlan,
  );
  formatRows(context, index, "tunnels", tunnels, ({ first, last }) => {
    const text = printRange(printer, "vlan", first.vid ?? 0, last.vid ?? 0);
    printer.text(gap(text, VLAN_WIDTH));
    printRange(printer, "tunid", first.id ?? 0, last.id ?? 0);
  });
}

/** Writes rows of one device, of which the first has its name. */
function formatRows<E>(
  context: Context,
  index: number,
  list: string,
  rows: Iterable<E>,
  format: (row: E) => void,
): void {
  const { printer } = context;
  let isFirst = true;
  for (const row of rows) {
    if (isFirst) openDevice(context, index, list);
    else printer.text(NO_NAME);
    isFirst = false;
    printer.object(null, () => format(row));
    printer.newline();
  }
  if (!isFirst) closeDevice(printer);
}
