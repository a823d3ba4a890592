/**
 * All tables of names.
 *
 * @module
 */

import { ETH_P_IP } from "../../messages/link/constants_hardware.ts";
import type { Io } from "../runtime/io.ts";
import { NameTable, type TableSource } from "./table.ts";
import {
  ADDRESS_PROTOCOLS,
  DEVICE_GROUPS,
  DS_FIELDS,
  NETLINK_PROTOCOLS,
  PROTODOWN_REASONS,
  ROUTE_PROTOCOLS,
  ROUTE_REALMS,
  ROUTE_SCOPES,
  ROUTE_TABLES,
} from "./routing.ts";
import { ETHERNET_PROTOCOLS, HARDWARE_TYPES } from "./hardware.ts";

/** Names for numbers, each table made when it is first asked for. */
export class Names {
  readonly #io: Io;
  /** Whether to write numbers instead of names. */
  readonly numeric: boolean;
  readonly #tables: Map<TableSource, NameTable> = new Map();

  /**
   * Makes the tables.
   *
   * @param io Reads their files.
   * @param numeric Whether to write numbers instead of names.
   */
  constructor(io: Io, numeric = false) {
    this.#io = io;
    this.numeric = numeric;
  }

  /** Routing tables (`RT_TABLE_*`). */
  get tables(): NameTable {
    return this.#table(ROUTE_TABLES);
  }

  /** Who made a route (`RTPROT_*`). */
  get protocols(): NameTable {
    return this.#table(ROUTE_PROTOCOLS);
  }

  /** Who made an address (`IFAPROT_*`). */
  get addressProtocols(): NameTable {
    return this.#table(ADDRESS_PROTOCOLS);
  }

  /** How far away an address is (`RT_SCOPE_*`). */
  get scopes(): NameTable {
    return this.#table(ROUTE_SCOPES);
  }

  /** Realms of routes. */
  get realms(): NameTable {
    return this.#table(ROUTE_REALMS);
  }

  /** Values of the DS field, once type of service. */
  get dsFields(): NameTable {
    return this.#table(DS_FIELDS);
  }

  /** Groups of devices. */
  get groups(): NameTable {
    return this.#table(DEVICE_GROUPS);
  }

  /** Netlink protocols (`NETLINK_*`). */
  get netlinkProtocols(): NameTable {
    return this.#table(NETLINK_PROTOCOLS);
  }

  /** Reasons for `protodown`. */
  get protodownReasons(): NameTable {
    return this.#table(PROTODOWN_REASONS);
  }

  /** Types of hardware (`ARPHRD_*`). */
  get hardwareTypes(): NameTable {
    return this.#table(HARDWARE_TYPES);
  }

  /** Protocols of Ethernet frames (`ETH_P_*`). */
  get ethernetProtocols(): NameTable {
    return this.#table(ETHERNET_PROTOCOLS);
  }

  /**
   * The protocol that an argument stands for, whose case does not matter.
   *
   * @param arg A name or a number.
   * @returns The number (`ETH_P_*`), or `undefined` if the argument is neither.
   */
  ethernetProtocolOf(arg: string): number | undefined {
    if (arg.toLowerCase() === "ipv4") return ETH_P_IP;
    return this.ethernetProtocols.numberOf(
      Object.keys(ETHERNET_PROTOCOLS.builtin).find((name) =>
        name.toLowerCase() === arg.toLowerCase()
      ) ?? arg,
    );
  }

  #table(source: TableSource): NameTable {
    let table = this.#tables.get(source);
    if (table === undefined) {
      table = new NameTable(source, this.#io, this.numeric);
      this.#tables.set(source, table);
    }
    return table;
  }
}
