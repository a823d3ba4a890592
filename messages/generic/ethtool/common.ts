/**
 * What all messages of the family `ethtool` have in common: headers, sets of bits,
 * sets of texts.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/ethtool.h | linux/ethtool.h}
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/ethtool_netlink_generated.h | linux/ethtool_netlink_generated.h}
 * @see {@link https://docs.kernel.org/networking/ethtool-netlink.html | Netlink interface for ethtool}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  bytes,
  type Codec,
  flag,
  list,
  string,
  u32,
} from "../../codec/mod.ts";

/** Name of the family. */
export const ETHTOOL_GENL_NAME = "ethtool";
/** Version of the family's interface. */
export const ETHTOOL_GENL_VERSION = 1;
/** Name of the multicast group of notifications. */
export const ETHTOOL_MCGRP_MONITOR_NAME = "monitor";

/** Sets of bits are answered as bitmaps. */
export const ETHTOOL_FLAG_COMPACT_BITSETS = 1;
/** What a change did is not answered. */
export const ETHTOOL_FLAG_OMIT_REPLY = 2;
/** Counters are answered, too. */
export const ETHTOOL_FLAG_STATS = 4;

/** Sets of texts: `ETH_SS_*`. */
export const ETHTOOL_STRING_SETS = {
  /** Self-tests of the device (`ETH_SS_TEST`). */
  tests: 0,
  /** Counters of its driver (`ETH_SS_STATS`). */
  counters: 1,
  /** Flags of its driver (`ETH_SS_PRIV_FLAGS`). */
  "private-flags": 2,
  /** Filters; unused (`ETH_SS_NTUPLE_FILTERS`). */
  "ntuple-filters": 3,
  /** Features of devices (`ETH_SS_FEATURES`). */
  features: 4,
  /** Hash functions (`ETH_SS_RSS_HASH_FUNCS`). */
  "rss-hash-funcs": 5,
  /** Tunable values of devices (`ETH_SS_TUNABLES`). */
  tunables: 6,
  /** Counters of the PHY (`ETH_SS_PHY_STATS`). */
  "phy-counters": 7,
  /** Tunable values of PHYs (`ETH_SS_PHY_TUNABLES`). */
  "phy-tunables": 8,
  /** Link modes (`ETH_SS_LINK_MODES`). */
  "link-modes": 9,
  /** Kinds of messages that drivers log (`ETH_SS_MSG_CLASSES`). */
  "msg-classes": 10,
  /** What wakes machines up (`ETH_SS_WOL_MODES`). */
  "wol-modes": 11,
  /** What time stamps there are (`ETH_SS_SOF_TIMESTAMPING`). */
  "sof-timestamping": 12,
  /** Which sent packets get time stamps (`ETH_SS_TS_TX_TYPES`). */
  "ts-tx-types": 13,
  /** Which received packets get time stamps (`ETH_SS_TS_RX_FILTERS`). */
  "ts-rx-filters": 14,
  /** What UDP tunnels carry (`ETH_SS_UDP_TUNNEL_TYPES`). */
  "udp-tunnel-types": 15,
  /** Groups of standard counters (`ETH_SS_STATS_STD`). */
  "standard-groups": 16,
  /** Counters of the group `eth-phy` (`ETH_SS_STATS_ETH_PHY`). */
  "eth-phy-counters": 17,
  /** Counters of the group `eth-mac` (`ETH_SS_STATS_ETH_MAC`). */
  "eth-mac-counters": 18,
  /** Counters of the group `eth-ctrl` (`ETH_SS_STATS_ETH_CTRL`). */
  "eth-ctrl-counters": 19,
  /** Counters of the group `rmon` (`ETH_SS_STATS_RMON`). */
  "rmon-counters": 20,
  /** Counters of the group `phydev` (`ETH_SS_STATS_PHY`). */
  "phydev-counters": 21,
  /** How time stamps are made (`ETH_SS_TS_FLAGS`). */
  "ts-flags": 22,
} as const;

/** Which device a message is about, and how to answer. */
export interface EthtoolHeader extends Attributes {
  /** Index of the link (`ETHTOOL_A_HEADER_DEV_INDEX`). */
  devIndex?: number;
  /** Name of the link (`ETHTOOL_A_HEADER_DEV_NAME`). */
  devName?: string;
  /** `ETHTOOL_FLAG_*`; requests only (`ETHTOOL_A_HEADER_FLAGS`). */
  flags?: number;
  /**
   * Index of a PHY of the link, where it has several; requests only
   * (`ETHTOOL_A_HEADER_PHY_INDEX`).
   */
  phyIndex?: number;
}

/** One bit of a set. */
export interface EthtoolBit extends Attributes {
  /** Number of the bit (`ETHTOOL_A_BITSET_BIT_INDEX`). */
  index?: number;
  /** Name of the bit (`ETHTOOL_A_BITSET_BIT_NAME`). */
  name?: string;
  /**
   * Whether it is set; without it, it is not, unless the set has no mask
   * (`ETHTOOL_A_BITSET_BIT_VALUE`).
   */
  value?: true;
}

/** Bits, either one by one with their names, or as bitmaps. */
export interface EthtoolBitset extends Attributes {
  /**
   * Bits that are not listed are off; without it, they are not to be
   * changed (`ETHTOOL_A_BITSET_NOMASK`).
   */
  nomask?: true;
  /** How many bits there are (`ETHTOOL_A_BITSET_SIZE`). */
  size?: number;
  /** The bits one by one (`ETHTOOL_A_BITSET_BITS`). */
  bits?: EthtoolBit[];
  /**
   * The bits as a bitmap of 32-bit words in host order
   * (`ETHTOOL_A_BITSET_VALUE`).
   */
  value?: Uint8Array;
  /** Which bits of the bitmap count (`ETHTOOL_A_BITSET_MASK`). */
  mask?: Uint8Array;
}

/** One text of a set. */
export interface EthtoolString extends Attributes {
  /** Its number (`ETHTOOL_A_STRING_INDEX`). */
  index?: number;
  /** The text (`ETHTOOL_A_STRING_VALUE`). */
  value?: string;
}

/** Texts of one kind. */
export interface EthtoolStringSet extends Attributes {
  /** Which set, {@linkcode ETHTOOL_STRING_SETS} (`ETHTOOL_A_STRINGSET_ID`). */
  id?: number;
  /** How many texts there are (`ETHTOOL_A_STRINGSET_COUNT`). */
  count?: number;
  /** The texts (`ETHTOOL_A_STRINGSET_STRINGS`). */
  strings?: EthtoolString[];
}

/** Sets of texts. */
export interface EthtoolStringSets extends Attributes {
  /**
   * Device; none for the sets that are the same for all
   * (`ETHTOOL_A_STRSET_HEADER`).
   */
  header?: EthtoolHeader;
  /** The sets (`ETHTOOL_A_STRSET_STRINGSETS`). */
  stringsets?: EthtoolStringSet[];
  /** Only counts are wanted; requests only (`ETHTOOL_A_STRSET_COUNTS_ONLY`). */
  countsOnly?: true;
}

/** Flags of one driver. */
export interface EthtoolPrivateFlags extends Attributes {
  /** Device (`ETHTOOL_A_PRIVFLAGS_HEADER`). */
  header?: EthtoolHeader;
  /** The flags (`ETHTOOL_A_PRIVFLAGS_FLAGS`). */
  flags?: EthtoolBitset;
}

/** Codec of {@linkcode EthtoolHeader}. */
export const ethtoolHeader: Codec<EthtoolHeader> = attributes({
  devIndex: ["ETHTOOL_A_HEADER_DEV_INDEX", 1, u32],
  devName: ["ETHTOOL_A_HEADER_DEV_NAME", 2, string],
  flags: ["ETHTOOL_A_HEADER_FLAGS", 3, u32],
  phyIndex: ["ETHTOOL_A_HEADER_PHY_INDEX", 4, u32],
});

/** Codec of {@linkcode EthtoolBit}. */
export const ethtoolBit: Codec<EthtoolBit> = attributes({
  index: ["ETHTOOL_A_BITSET_BIT_INDEX", 1, u32],
  name: ["ETHTOOL_A_BITSET_BIT_NAME", 2, string],
  value: ["ETHTOOL_A_BITSET_BIT_VALUE", 3, flag],
});

/** Codec of {@linkcode EthtoolBitset}. */
export const ethtoolBitset: Codec<EthtoolBitset> = attributes({
  nomask: ["ETHTOOL_A_BITSET_NOMASK", 1, flag],
  size: ["ETHTOOL_A_BITSET_SIZE", 2, u32],
  bits: [
    "ETHTOOL_A_BITSET_BITS",
    3,
    list(ethtoolBit, ["ETHTOOL_A_BITSET_BITS_BIT", 1]),
  ],
  value: ["ETHTOOL_A_BITSET_VALUE", 4, bytes],
  mask: ["ETHTOOL_A_BITSET_MASK", 5, bytes],
});

/** Codec of {@linkcode EthtoolString}. */
export const ethtoolString: Codec<EthtoolString> = attributes({
  index: ["ETHTOOL_A_STRING_INDEX", 1, u32],
  value: ["ETHTOOL_A_STRING_VALUE", 2, string],
});

/** Codec of {@linkcode EthtoolStringSet}. */
export const ethtoolStringSet: Codec<EthtoolStringSet> = attributes({
  id: ["ETHTOOL_A_STRINGSET_ID", 1, u32],
  count: ["ETHTOOL_A_STRINGSET_COUNT", 2, u32],
  strings: [
    "ETHTOOL_A_STRINGSET_STRINGS",
    3,
    list(ethtoolString, ["ETHTOOL_A_STRINGS_STRING", 1]),
  ],
});

/** Codec of {@linkcode EthtoolStringSets}. */
export const ethtoolStringSets: Codec<EthtoolStringSets> = attributes({
  header: ["ETHTOOL_A_STRSET_HEADER", 1, ethtoolHeader],
  stringsets: [
    "ETHTOOL_A_STRSET_STRINGSETS",
    2,
    list(ethtoolStringSet, ["ETHTOOL_A_STRINGSETS_STRINGSET", 1]),
  ],
  countsOnly: ["ETHTOOL_A_STRSET_COUNTS_ONLY", 3, flag],
});

/** Codec of {@linkcode EthtoolPrivateFlags}. */
export const ethtoolPrivateFlags: Codec<EthtoolPrivateFlags> = attributes({
  header: ["ETHTOOL_A_PRIVFLAGS_HEADER", 1, ethtoolHeader],
  flags: ["ETHTOOL_A_PRIVFLAGS_FLAGS", 2, ethtoolBitset],
});
