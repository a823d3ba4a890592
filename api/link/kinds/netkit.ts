/**
 * Pairs of links that BPF programs connect.
 *
 * @module
 */

import {
  NETKIT_MODES,
  NETKIT_PAIRINGS,
  NETKIT_POLICIES,
  NETKIT_SCRUBS,
  type NetkitData,
  netkitData,
} from "../../../messages/link/kinds/netkit.ts";
import { boolean, number } from "../../mapping/conversions.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import {
  type Conversion,
  type Mapping,
  mapping,
  readOnly,
  writeOnly,
} from "../../mapping/mapping.ts";
import { type LinkPeer, linkPeer } from "./veth.ts";

/** What happens to packets at an end without program. */
export type NetkitPolicy = keyof typeof NETKIT_POLICIES | number;

/** What packets lose on their way. */
export type NetkitScrub = keyof typeof NETKIT_SCRUBS | number;

/** Settings of a pair of links. */
export interface NetkitOptions {
  /** The other end; never reported (`IFLA_NETKIT_PEER_INFO`). */
  peer?: LinkPeer;
  /**
   * Whether the ends carry Ethernet frames or IP packets (`IFLA_NETKIT_MODE`).
   */
  mode?: keyof typeof NETKIT_MODES | number;
  /** What happens without program (`IFLA_NETKIT_POLICY`). */
  policy?: NetkitPolicy;
  /** The same for the peer (`IFLA_NETKIT_PEER_POLICY`). */
  peerPolicy?: NetkitPolicy;
  /** What packets lose on their way (`IFLA_NETKIT_SCRUB`). */
  scrub?: NetkitScrub;
  /** The same for the peer (`IFLA_NETKIT_PEER_SCRUB`). */
  peerScrub?: NetkitScrub;
  /** Bytes to reserve before packets (`IFLA_NETKIT_HEADROOM`). */
  headroom?: number;
  /** Bytes to reserve behind packets (`IFLA_NETKIT_TAILROOM`). */
  tailroom?: number;
  /** Whether there is another end (`IFLA_NETKIT_PAIRING`). */
  pairing?: keyof typeof NETKIT_PAIRINGS | number;
  /**
   * Whether this is the end that programs are attached to; reported by the
   * kernel (`IFLA_NETKIT_PRIMARY`).
   */
  primary?: boolean;
}

const policy: Conversion<NetkitPolicy, number> = enumeration(NETKIT_POLICIES);

const scrub: Conversion<NetkitScrub, number> = enumeration(NETKIT_SCRUBS);

/** How {@linkcode NetkitOptions} and {@linkcode NetkitData} correspond. */
export const netkitMapping: Mapping<NetkitOptions, NetkitData> = mapping({
  peer: writeOnly("peerInfo", linkPeer),
  mode: enumeration(NETKIT_MODES),
  policy: policy,
  peerPolicy: policy,
  scrub: scrub,
  peerScrub: scrub,
  headroom: number,
  tailroom: number,
  pairing: enumeration(NETKIT_PAIRINGS),
  primary: readOnly("primary", boolean),
}, netkitData);
