/**
 * Messages of the VLAN database, as `bridge -details vlan`, `bridge vlan
 * global` and `bridge monitor` write them.
 *
 * @module
 */

import type { MdbRouterPort } from "../../../messages/mdb/router.ts";
import type {
  VlanDatabaseMessage,
  VlanEntry,
  VlanGlobalOptions,
} from "../../../messages/vlan_database/vlan_database.ts";
import { printQuerierState } from "../../objects/link/kinds/bridge.ts";
import type { Context } from "../../runtime/context.ts";
import {
  closeDevice,
  INDENT,
  NO_NAME,
  openDevice,
  printRange,
  printState,
} from "../common.ts";
import { printRouterPort } from "../mdb/format_router.ts";
import { printCounters, printVlanFlags } from "./format.ts";
import { GLOBAL_OPTIONS } from "./global_options.ts";

/** Writes messages, of which those of one device may follow each other. */
export class VlanDatabaseFormat {
  readonly #context: Context;
  /** Number of the only VLAN, or 0 for all. */
  readonly #vlan: number;
  readonly #onlyGlobal: boolean;
  /** Index of the device whose name is written. */
  #open: number | undefined;

  /**
   * Starts before the first message.
   *
   * @param vlan Number of the only VLAN, or 0 for all.
   * @param onlyGlobal Whether VLANs of ports are left out.
   */
  constructor(context: Context, vlan = 0, onlyGlobal = false) {
    this.#context = context;
    this.#vlan = vlan;
    this.#onlyGlobal = onlyGlobal;
  }

  /**
   * Writes a message.
   *
   * @param message The message.
   */
  write({ index, attributes }: VlanDatabaseMessage): void {
    const { entries = [], globalOptions = [] } = attributes;
    if (this.#open !== undefined && this.#open !== index) this.end();
    if (!this.#onlyGlobal) {
      for (const entry of entries) {
        const { vid = 0 } = entry.info ?? {};
        this.#row(index, vid, entry.range, () => this.#entry(entry));
      }
    }
    for (const options of globalOptions) {
      const { id = 0, range } = options;
      this.#row(index, id, range, () => this.#global(options));
    }
  }

  /** Ends the last device. */
  end(): void {
    if (this.#open !== undefined) closeDevice(this.#context.printer);
    this.#open = undefined;
  }

  /**
   * Remembers the device whose name is written.
   *
   * @returns What takes back what was written since.
   */
  mark(): () => void {
    const open = this.#open;
    return () => void (this.#open = open);
  }

  #row(index: number, from: number, to = from, format: () => void): void {
    const { printer } = this.#context;
    if (this.#vlan !== 0 && (this.#vlan < from || this.#vlan > to)) return;
    if (this.#open === index) printer.text(NO_NAME);
    else openDevice(this.#context, index, "vlans");
    this.#open = index;
    printer.object(null, () => {
      printRange(printer, "vlan", from, to);
      format();
    });
  }

  #entry(entry: VlanEntry): void {
    const { printer, options } = this.#context;
    const { multicastRouter, multicastGroups, multicastMaxGroups } = entry;
    const { neighborSuppress, neighborForwardGratuitous } = entry;
    printVlanFlags(printer, entry.info?.flags ?? 0);
    printer.newline();
    printer.text(INDENT);
    printState(printer, entry.state ?? 0);
    printer.named("mcast_router", multicastRouter);
    printer.named("mcast_n_groups", multicastGroups);
    printer.named("mcast_max_groups", multicastMaxGroups);
    if (neighborSuppress !== undefined) {
      printer.onOff("neigh_suppress", neighborSuppress !== 0);
    }
    if (neighborForwardGratuitous !== undefined) {
      printer.onOff("neigh_forward_grat", neighborForwardGratuitous !== 0);
    }
    printer.newline();
    if (options.stats > 0) printCounters(printer, entry.stats ?? {});
  }

  #global(options: VlanGlobalOptions): void {
    const { printer } = this.#context;
    const { multicastQuerierState, multicastRouterPorts } = options;
    printer.newline();
    printer.text(INDENT);
    for (const [key, word] of GLOBAL_OPTIONS) {
      const value = options[key];
      if (value !== undefined) printer.named(word, value);
      if (key === "multicastQuerier" && multicastQuerierState !== undefined) {
        printQuerierState(this.#context, multicastQuerierState);
      }
    }
    printer.newline();
    if (multicastRouterPorts !== undefined) {
      this.#routerPorts(multicastRouterPorts.ports ?? []);
    }
  }

  #routerPorts(ports: readonly MdbRouterPort[]): void {
    const { printer, links, options } = this.#context;
    const heading = "router ports: ";
    printer.text(INDENT);
    printer.openArray("router_ports", heading);
    for (const [at, router] of ports.entries()) {
      printer.object(null, () => {
        if (options.stats > 0 && at > 0) {
          printer.newline();
          printer.text(INDENT + " ".repeat(heading.length));
        }
        const name = links.nameOf(router.port);
        printer.value("port", name, `${name} `);
        if (options.stats > 0) printRouterPort(printer, router);
      });
    }
    printer.closeArray();
    printer.newline();
  }
}
