/**
 * Pairs of links that BPF programs move packets between: `IFLA_NETKIT_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/drivers/net/netkit.c | drivers/net/netkit.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  lazy,
  u16,
  u32,
  u8,
} from "../../codec/mod.ts";
import { type LinkMessage, linkMessage } from "../link.ts";

/** The next program decides. */
export const NETKIT_NEXT: number = -1;
/** Packets go to the peer. */
export const NETKIT_PASS = 0;
/** Packets are dropped. */
export const NETKIT_DROP = 2;
/** Packets go to another link. */
export const NETKIT_REDIRECT = 7;

/** Ethernet frames. */
export const NETKIT_L2 = 0;
/** IP packets. */
export const NETKIT_L3 = 1;

/** Names of what packets are (`NETKIT_L*`). */
export const NETKIT_MODES = { l3: NETKIT_L3, l2: NETKIT_L2 } as const;

/** Names of what happens without program (`NETKIT_PASS`, `NETKIT_DROP`). */
export const NETKIT_POLICIES = {
  forward: NETKIT_PASS,
  blackhole: NETKIT_DROP,
} as const;

/** Nothing: mark and priority are the program's business. */
export const NETKIT_SCRUB_NONE = 0;
/** Mark and priority, between namespaces. */
export const NETKIT_SCRUB_DEFAULT = 1;

/** Names of what packets lose (`NETKIT_SCRUB_*`). */
export const NETKIT_SCRUBS = {
  none: NETKIT_SCRUB_NONE,
  default: NETKIT_SCRUB_DEFAULT,
} as const;

/** There is a peer. */
export const NETKIT_DEVICE_PAIR = 0;
/** There is none. */
export const NETKIT_DEVICE_SINGLE = 1;

/** Names of whether there is a peer (`NETKIT_DEVICE_*`). */
export const NETKIT_PAIRINGS = {
  pair: NETKIT_DEVICE_PAIR,
  single: NETKIT_DEVICE_SINGLE,
} as const;

/** `IFLA_INFO_DATA` of a netkit link: `IFLA_NETKIT_*`. */
export interface NetkitData extends Attributes {
  /** The other end; requests only (`IFLA_NETKIT_PEER_INFO`). */
  peerInfo?: LinkMessage;
  /**
   * 1 for the end that programs are attached to, 0 for its peer; replies only
   * (`IFLA_NETKIT_PRIMARY`).
   */
  primary?: number;
  /**
   * What happens without program: `NETKIT_PASS` or `NETKIT_DROP`
   * (`IFLA_NETKIT_POLICY`).
   */
  policy?: number;
  /** The same for the peer (`IFLA_NETKIT_PEER_POLICY`). */
  peerPolicy?: number;
  /** `NETKIT_L2` or `NETKIT_L3` (`IFLA_NETKIT_MODE`). */
  mode?: number;
  /** What packets lose on the way: `NETKIT_SCRUB_*` (`IFLA_NETKIT_SCRUB`). */
  scrub?: number;
  /** The same for the peer (`IFLA_NETKIT_PEER_SCRUB`). */
  peerScrub?: number;
  /** Bytes to reserve before packets (`IFLA_NETKIT_HEADROOM`). */
  headroom?: number;
  /** Bytes to reserve behind packets (`IFLA_NETKIT_TAILROOM`). */
  tailroom?: number;
  /**
   * Whether there is a peer: `NETKIT_DEVICE_PAIR` or `NETKIT_DEVICE_SINGLE`
   * (`IFLA_NETKIT_PAIRING`).
   */
  pairing?: number;
}

/** Codec of {@linkcode NetkitData}. */
export const netkitData: Codec<NetkitData> = attributes({
  peerInfo: ["IFLA_NETKIT_PEER_INFO", 1, lazy(() => linkMessage)],
  primary: ["IFLA_NETKIT_PRIMARY", 2, u8],
  policy: ["IFLA_NETKIT_POLICY", 3, u32],
  peerPolicy: ["IFLA_NETKIT_PEER_POLICY", 4, u32],
  mode: ["IFLA_NETKIT_MODE", 5, u32],
  scrub: ["IFLA_NETKIT_SCRUB", 6, u32],
  peerScrub: ["IFLA_NETKIT_PEER_SCRUB", 7, u32],
  headroom: ["IFLA_NETKIT_HEADROOM", 8, u16],
  tailroom: ["IFLA_NETKIT_TAILROOM", 9, u16],
  pairing: ["IFLA_NETKIT_PAIRING", 10, u32],
}, { nestedFlag: false });
