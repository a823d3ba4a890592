/**
 * What `ip -details` writes about a link.
 *
 * @module
 */

import { nameOf } from "../../../messages/value_names.ts";
import { ADDRESS_GENERATION_MODES } from "../../../messages/link/af_spec.ts";
import type { Context } from "../../runtime/context.ts";
import { hexString } from "../../print/format.ts";
import { kindOf } from "./kinds/mod.ts";
import type { LinkInfo } from "../../../messages/link/info.ts";
import type { LinkAttributes } from "../../../messages/link/link.ts";

/**
 * Writes details of a link.
 *
 * @param attributes The link's attributes.
 * @param asLink Whether this is about links, and not about their addresses.
 */
export function printDetails(
  context: Context,
  attributes: LinkAttributes,
  asLink: boolean,
): void {
  const { printer } = context;
  const named = (
    key: string,
    value: string | number | undefined,
    word = key,
  ) => {
    if (value !== undefined) printer.value(key, value, `${word} ${value} `);
  };
  named("promiscuity", attributes.promiscuity, " promiscuity");
  named("allmulti", attributes.allMulti);
  named("min_mtu", attributes.minMtu, "minmtu");
  named("max_mtu", attributes.maxMtu, "maxmtu");
  if (attributes.netnsImmutable) {
    printer.value("netns-immutable", true, "netns-immutable ");
  }
  if (attributes.info !== undefined) printKind(context, attributes.info);
  if (asLink) {
    printGenerationMode(
      context,
      attributes.afSpec?.inet6?.addressGenerationMode,
    );
  }
  named("num_tx_queues", attributes.numTxQueues, "numtxqueues");
  named("num_rx_queues", attributes.numRxQueues, "numrxqueues");
  named("gso_max_size", attributes.gsoMaxSize);
  named("gso_max_segs", attributes.gsoMaxSegments);
  named("tso_max_size", attributes.tsoMaxSize);
  named("tso_max_segs", attributes.tsoMaxSegments);
  named("gro_max_size", attributes.groMaxSize);
  named("gso_ipv4_max_size", attributes.gsoIpv4MaxSize);
  named("gro_ipv4_max_size", attributes.groIpv4MaxSize);
  named("phys_port_name", attributes.physicalPortName, "portname");
  named("phys_port_id", hexOf(attributes.physicalPortId), "portid");
  named("phys_switch_id", hexOf(attributes.physicalSwitchId), "switchid");
  named("parentbus", attributes.parentDeviceBusName);
  named("parentdev", attributes.parentDeviceName);
  named("dpll-pin", attributes.dpllPin?.id);
}

function hexOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined ? undefined : hexString(bytes);
}

function printGenerationMode(
  { printer }: Context,
  mode: number | undefined,
): void {
  if (mode === undefined) return;
  const name = nameOf(ADDRESS_GENERATION_MODES, mode) ??
    `0x${mode.toString(16).padStart(2, "0")}`;
  printer.value("inet6_addr_gen_mode", name, `addrgenmode ${name} `);
}

function printKind(context: Context, info: LinkInfo): void {
  const { printer, options } = context;
  printer.object("linkinfo", () => {
    const { kind, slaveKind } = info;
    if (kind !== undefined) {
      printer.newline();
      printer.value("info_kind", kind, `    ${kind} `);
      const formatter = kindOf(kind);
      if (formatter?.print !== undefined) {
        printer.object("info_data", () => {
          const data = info[kind as keyof LinkInfo];
          if (data !== undefined) formatter.print?.(context, data as never);
        });
        const statistics = info[`${kind}Stats` as keyof LinkInfo];
        if (statistics && options.stats > 0 && formatter.printStatistics) {
          printer.object(
            "info_xstats",
            () => formatter.printStatistics?.(context, statistics as never),
          );
        }
      }
    }
    if (slaveKind !== undefined) {
      printer.newline();
      printer.value("info_slave_kind", slaveKind, `    ${slaveKind}_slave `);
      const formatter = kindOf(`${slaveKind}_slave`);
      if (formatter?.print !== undefined) {
        printer.object("info_slave_data", () => {
          const data = info[`${slaveKind}Port` as keyof LinkInfo];
          if (data !== undefined) formatter.print?.(context, data as never);
        });
      }
    }
  });
}
