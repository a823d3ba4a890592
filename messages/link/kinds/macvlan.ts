/**
 * Links with a hardware address of their own on another link (kinds `macvlan`
 * and `macvtap`): `IFLA_MACVLAN_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/drivers/net/macvlan.c | drivers/net/macvlan.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  list,
  macAddress,
  s32,
  u16,
  u32,
} from "../../codec/mod.ts";

/** They do not reach each other. */
export const MACVLAN_MODE_PRIVATE = 0x1;
/** They reach each other through the external bridge. */
export const MACVLAN_MODE_VEPA = 0x2;
/** They reach each other directly. */
export const MACVLAN_MODE_BRIDGE = 0x4;
/** There is one only, which takes over the lower device. */
export const MACVLAN_MODE_PASSTHRU = 0x8;
/** They get frames by source address. */
export const MACVLAN_MODE_SOURCE = 0x10;

/** Names of the modes (`MACVLAN_MODE_*`). */
export const MACVLAN_MODES = {
  private: MACVLAN_MODE_PRIVATE,
  vepa: MACVLAN_MODE_VEPA,
  bridge: MACVLAN_MODE_BRIDGE,
  passthru: MACVLAN_MODE_PASSTHRU,
  source: MACVLAN_MODE_SOURCE,
} as const;

/** Adds {@linkcode IFLA_MACVLAN_MACADDR}. */
export const MACVLAN_MACADDR_ADD = 0;
/** Deletes {@linkcode IFLA_MACVLAN_MACADDR}. */
export const MACVLAN_MACADDR_DEL = 1;
/** Deletes all. */
export const MACVLAN_MACADDR_FLUSH = 2;
/** Replaces all by {@linkcode IFLA_MACVLAN_MACADDR_DATA}. */
export const MACVLAN_MACADDR_SET = 3;

/** In mode passthru, the lower device is not made promiscuous. */
export const MACVLAN_FLAG_NOPROMISC = 0x1;
/**
 * In mode source, frames go to the matching links only, not to the one with the
 * destination's address.
 */
export const MACVLAN_FLAG_NODST = 0x2;

/** `IFLA_INFO_DATA` of a macvlan or macvtap link: `IFLA_MACVLAN_*`. */
export interface MacvlanData extends Attributes {
  /**
   * How links on the same lower device reach each other: `MACVLAN_MODE_*`
   * (`IFLA_MACVLAN_MODE`).
   */
  mode?: number;
  /** `MACVLAN_FLAG_*` (`IFLA_MACVLAN_FLAGS`). */
  flags?: number;
  /**
   * What to do with the addresses of mode source, `MACVLAN_MACADDR_*`; requests
   * only (`IFLA_MACVLAN_MACADDR_MODE`).
   */
  macaddrMode?: number;
  /** One source address; requests only (`IFLA_MACVLAN_MACADDR`). */
  macaddr?: string;
  /**
   * Source addresses, which mode source accepts frames from
   * (`IFLA_MACVLAN_MACADDR_DATA`).
   */
  macaddrData?: string[];
  /**
   * How many source addresses there are; replies only
   * (`IFLA_MACVLAN_MACADDR_COUNT`).
   */
  macaddrCount?: number;
  /**
   * Wanted length of the lower device's queue of broadcasts
   * (`IFLA_MACVLAN_BC_QUEUE_LEN`).
   */
  bcQueueLen?: number;
  /**
   * Length of the queue: the most that any of the links wants; replies only
   * (`IFLA_MACVLAN_BC_QUEUE_LEN_USED`).
   */
  bcQueueLenUsed?: number;
  /**
   * A multicast address that more links than this listen to goes through the
   * queue; negative for all (`IFLA_MACVLAN_BC_CUTOFF`).
   */
  bcCutoff?: number;
}

/** Codec of {@linkcode MacvlanData}. */
export const macvlanData: Codec<MacvlanData> = attributes({
  mode: ["IFLA_MACVLAN_MODE", 1, u32],
  flags: ["IFLA_MACVLAN_FLAGS", 2, u16],
  macaddrMode: ["IFLA_MACVLAN_MACADDR_MODE", 3, u32],
  macaddr: ["IFLA_MACVLAN_MACADDR", 4, macAddress],
  macaddrData: [
    "IFLA_MACVLAN_MACADDR_DATA",
    5,
    list(macAddress, ["IFLA_MACVLAN_MACADDR", 4], { nestedFlag: false }),
  ],
  macaddrCount: ["IFLA_MACVLAN_MACADDR_COUNT", 6, u32],
  bcQueueLen: ["IFLA_MACVLAN_BC_QUEUE_LEN", 7, u32],
  bcQueueLenUsed: ["IFLA_MACVLAN_BC_QUEUE_LEN_USED", 8, u32],
  bcCutoff: ["IFLA_MACVLAN_BC_CUTOFF", 9, s32],
}, { nestedFlag: false });
