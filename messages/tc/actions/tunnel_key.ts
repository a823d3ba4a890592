/**
 * Actions that set or remove where tunnels send packets: `TCA_TUNNEL_KEY_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/tc_act/tc_tunnel_key.h | linux/tc_act/tc_tunnel_key.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  be16,
  be32,
  bytes,
  type Codec,
  flag,
  ipv4Address,
  ipv6Address,
  multi,
  s32,
  struct,
  u32,
  u8,
} from "../../codec/mod.ts";
import {
  type GeneveOption,
  geneveOptionsOf,
} from "../../route/encap/tunnel_options.ts";
import {
  actionParameterMembers,
  type ActionParameters,
  type ActionTimes,
  actionTimes,
} from "./parameters.ts";

/** What is done to where tunnels send packets (`TCA_TUNNEL_KEY_ACT_*`). */
export const TUNNEL_KEY_ACTIONS = {
  /** It is set (`TCA_TUNNEL_KEY_ACT_SET`). */
  set: 1,
  /** It is removed (`TCA_TUNNEL_KEY_ACT_RELEASE`). */
  unset: 2,
} as const;

/** What is done (`struct tc_tunnel_key`). */
export interface TunnelKeyParameters extends ActionParameters {
  /** One of {@linkcode TUNNEL_KEY_ACTIONS} (`t_action`). */
  type: number;
}

/** Options of VXLAN (`TCA_TUNNEL_KEY_ENC_OPT_VXLAN_*`). */
export interface TunnelKeyVxlan extends Attributes {
  /** Group policy (`TCA_TUNNEL_KEY_ENC_OPT_VXLAN_GBP`). */
  groupPolicy?: number;
}

/** Options of ERSPAN (`TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_*`). */
export interface TunnelKeyErspan extends Attributes {
  /** Version, 1 or 2 (`TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_VER`). */
  version?: number;
  /** Port index in version 1 (`TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_INDEX`). */
  index?: number;
  /** Direction in version 2 (`TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_DIR`). */
  direction?: number;
  /** Hardware in version 2 (`TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_HWID`). */
  hardware?: number;
}

/** Options of tunnels, in the order of the packet. */
export interface TunnelKeyOptions extends Attributes {
  /**
   * Options of Geneve, several in one attribute in replies, and each in one of
   * its own in requests (`TCA_TUNNEL_KEY_ENC_OPTS_GENEVE`).
   */
  geneve?: GeneveOption[][];
  /** Options of VXLAN (`TCA_TUNNEL_KEY_ENC_OPTS_VXLAN`). */
  vxlan?: TunnelKeyVxlan;
  /** Options of ERSPAN (`TCA_TUNNEL_KEY_ENC_OPTS_ERSPAN`). */
  erspan?: TunnelKeyErspan;
}

/** An action on where tunnels send packets (`TCA_TUNNEL_KEY_*`). */
export interface TunnelKeyData extends Attributes {
  /** When it was used (`TCA_TUNNEL_KEY_TM`). */
  times?: ActionTimes;
  /** What is done (`TCA_TUNNEL_KEY_PARMS`). */
  parameters?: TunnelKeyParameters;
  /** Sender (`TCA_TUNNEL_KEY_ENC_IPV4_SRC`). */
  sourceIpv4?: string;
  /** Receiver (`TCA_TUNNEL_KEY_ENC_IPV4_DST`). */
  destinationIpv4?: string;
  /** Sender (`TCA_TUNNEL_KEY_ENC_IPV6_SRC`). */
  sourceIpv6?: string;
  /** Receiver (`TCA_TUNNEL_KEY_ENC_IPV6_DST`). */
  destinationIpv6?: string;
  /** Number of the tunnel (`TCA_TUNNEL_KEY_ENC_KEY_ID`). */
  id?: number;
  /** UDP port of the receiver (`TCA_TUNNEL_KEY_ENC_DST_PORT`). */
  destinationPort?: number;
  /** 1 to send no checksum (`TCA_TUNNEL_KEY_NO_CSUM`). */
  noChecksum?: number;
  /** Options of the tunnel (`TCA_TUNNEL_KEY_ENC_OPTS`). */
  options?: TunnelKeyOptions;
  /** DS field of the outer header (`TCA_TUNNEL_KEY_ENC_TOS`). */
  tos?: number;
  /** Time to live of the outer header (`TCA_TUNNEL_KEY_ENC_TTL`). */
  ttl?: number;
  /** Routers may not fragment it (`TCA_TUNNEL_KEY_NO_FRAG`). */
  noFragment?: true;
}

/** Codec of {@linkcode TunnelKeyParameters}. */
export const tunnelKeyParameters: Codec<TunnelKeyParameters> = struct({
  ...actionParameterMembers,
  type: s32,
});

const geneve: Codec<GeneveOption> = attributes({
  class: ["TCA_TUNNEL_KEY_ENC_OPT_GENEVE_CLASS", 1, be16],
  type: ["TCA_TUNNEL_KEY_ENC_OPT_GENEVE_TYPE", 2, u8],
  data: ["TCA_TUNNEL_KEY_ENC_OPT_GENEVE_DATA", 3, bytes],
});

/** Codec of {@linkcode TunnelKeyVxlan}. */
export const tunnelKeyVxlan: Codec<TunnelKeyVxlan> = attributes(
  { groupPolicy: ["TCA_TUNNEL_KEY_ENC_OPT_VXLAN_GBP", 1, u32] },
);

/** Codec of {@linkcode TunnelKeyErspan}. */
export const tunnelKeyErspan: Codec<TunnelKeyErspan> = attributes({
  version: ["TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_VER", 1, u8],
  index: ["TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_INDEX", 2, be32],
  direction: ["TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_DIR", 3, u8],
  hardware: ["TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_HWID", 4, u8],
});

/** Codec of {@linkcode TunnelKeyOptions}. */
export const tunnelKeyOptions: Codec<TunnelKeyOptions> = attributes({
  geneve: ["TCA_TUNNEL_KEY_ENC_OPTS_GENEVE", 1, multi(geneveOptionsOf(geneve))],
  vxlan: ["TCA_TUNNEL_KEY_ENC_OPTS_VXLAN", 2, tunnelKeyVxlan],
  erspan: ["TCA_TUNNEL_KEY_ENC_OPTS_ERSPAN", 3, tunnelKeyErspan],
});

/** Codec of {@linkcode TunnelKeyData}. */
export const tunnelKeyData: Codec<TunnelKeyData> = attributes({
  times: ["TCA_TUNNEL_KEY_TM", 1, actionTimes],
  parameters: ["TCA_TUNNEL_KEY_PARMS", 2, tunnelKeyParameters],
  sourceIpv4: ["TCA_TUNNEL_KEY_ENC_IPV4_SRC", 3, ipv4Address],
  destinationIpv4: ["TCA_TUNNEL_KEY_ENC_IPV4_DST", 4, ipv4Address],
  sourceIpv6: ["TCA_TUNNEL_KEY_ENC_IPV6_SRC", 5, ipv6Address],
  destinationIpv6: ["TCA_TUNNEL_KEY_ENC_IPV6_DST", 6, ipv6Address],
  id: ["TCA_TUNNEL_KEY_ENC_KEY_ID", 7, be32],
  destinationPort: ["TCA_TUNNEL_KEY_ENC_DST_PORT", 9, be16],
  noChecksum: ["TCA_TUNNEL_KEY_NO_CSUM", 10, u8],
  options: ["TCA_TUNNEL_KEY_ENC_OPTS", 11, tunnelKeyOptions],
  tos: ["TCA_TUNNEL_KEY_ENC_TOS", 12, u8],
  ttl: ["TCA_TUNNEL_KEY_ENC_TTL", 13, u8],
  noFragment: ["TCA_TUNNEL_KEY_NO_FRAG", 14, flag],
}, { pad: ["TCA_TUNNEL_KEY_PAD", 8] });
