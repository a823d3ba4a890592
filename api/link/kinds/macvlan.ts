/**
 * Links on another link that have hardware addresses of their own: kinds
 * `macvlan` and `macvtap`.
 *
 * @module
 */

import {
  MACVLAN_FLAG_NODST,
  MACVLAN_FLAG_NOPROMISC,
  MACVLAN_MACADDR_ADD,
  MACVLAN_MACADDR_DEL,
  MACVLAN_MACADDR_FLUSH,
  MACVLAN_MACADDR_SET,
  MACVLAN_MODES,
  type MacvlanData,
  macvlanData,
} from "../../../messages/link/kinds/macvlan.ts";
import { mac } from "../../mapping/address_conversions.ts";
import { checkBoolean, listOf, number } from "../../mapping/conversions.ts";
import { bit, enumeration } from "../../mapping/enumerations.ts";
import { type Field, mapping, readOnly } from "../../mapping/mapping.ts";
import { type KindMapping, marked } from "./kind_mapping.ts";

/** How links on the same lower device reach each other. */
export type MacvlanMode =
  | keyof typeof MACVLAN_MODES
  | number;

/** Settings of a MAC VLAN link. */
export interface MacvlanOptions {
  /**
   * How links on the same lower device reach each other (`IFLA_MACVLAN_MODE`).
   */
  mode?: MacvlanMode;
  /**
   * Whether the lower device stays out of promiscuous mode in mode `passthru`
   * (`MACVLAN_FLAG_NOPROMISC`).
   */
  noPromiscuous?: boolean;
  /**
   * Whether frames are not searched for by destination in mode `source`
   * (`MACVLAN_FLAG_NODST`).
   */
  noDestination?: boolean;
  /**
   * All source addresses that mode `source` accepts frames from
   * (`IFLA_MACVLAN_MACADDR_DATA`).
   */
  sourceAddresses?: readonly string[];
  /**
   * A source address to accept in addition; never reported
   * (`MACVLAN_MACADDR_ADD`).
   */
  addSourceAddress?: string;
  /**
   * A source address to accept no more; never reported (`MACVLAN_MACADDR_DEL`).
   */
  deleteSourceAddress?: string;
  /**
   * `true` forgets all source addresses; never reported
   * (`MACVLAN_MACADDR_FLUSH`).
   */
  flushSourceAddresses?: boolean;
  /**
   * Wanted length of the lower device's queue of broadcasts
   * (`IFLA_MACVLAN_BC_QUEUE_LEN`).
   */
  broadcastQueueLength?: number;
  /**
   * Length of that queue, which is the most that any of the links wants;
   * reported by the kernel (`IFLA_MACVLAN_BC_QUEUE_LEN_USED`).
   */
  usedBroadcastQueueLength?: number;
  /**
   * A multicast address that more links than this listen to goes through the
   * queue; negative for all addresses (`IFLA_MACVLAN_BC_CUTOFF`).
   */
  broadcastCutoff?: number;
}

const sourceAddresses: Field<string[], MacvlanData> = {
  read: ({ macaddrData }) => macaddrData,
  write: (data, value, fieldPath) => {
    data.macaddrMode = MACVLAN_MACADDR_SET;
    data.macaddrData = listOf(mac).toKernel(value, fieldPath)!;
  },
};

function oneAddress(mode: number): Field<string, MacvlanData> {
  return {
    read: () => undefined,
    write: (data, value, fieldPath) => {
      data.macaddrMode = mode;
      data.macaddr = mac.toKernel(value, fieldPath)!;
    },
  };
}

const flush: Field<boolean, MacvlanData> = {
  read: () => undefined,
  write: (data, value, fieldPath) => {
    if (checkBoolean(value, fieldPath)) {
      data.macaddrMode = MACVLAN_MACADDR_FLUSH;
    }
  },
};

/** How {@linkcode MacvlanOptions} and {@linkcode MacvlanData} correspond. */
export const macvlanMapping: KindMapping<MacvlanOptions, MacvlanData> = marked(
  mapping<MacvlanOptions, MacvlanData>({
    mode: enumeration(MACVLAN_MODES),
    noPromiscuous: bit("flags", MACVLAN_FLAG_NOPROMISC),
    noDestination: bit("flags", MACVLAN_FLAG_NODST),
    sourceAddresses,
    addSourceAddress: oneAddress(MACVLAN_MACADDR_ADD),
    deleteSourceAddress: oneAddress(MACVLAN_MACADDR_DEL),
    flushSourceAddresses: flush,
    broadcastQueueLength: ["bcQueueLen", number],
    usedBroadcastQueueLength: readOnly("bcQueueLenUsed", number),
    broadcastCutoff: ["bcCutoff", number],
  }, macvlanData),
  {
    defaults: { broadcastCutoff: 1 },
  },
);
