/**
 * Options of the protocols that tunnels carry, Geneve, VXLAN and ERSPAN:
 * `LWTUNNEL_IP_OPTS_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/lwtunnel.h | linux/lwtunnel.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/ipv4/ip_tunnel_core.c | net/ipv4/ip_tunnel_core.c}
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
  EncodeError,
  LITTLE_ENDIAN,
  multi,
  NLA_TYPE_MASK,
  u32,
  u8,
} from "../../codec/mod.ts";
import { within } from "../../codec/errors.ts";

/** Class of the option. */
export const LWTUNNEL_IP_OPT_GENEVE_CLASS = 1;

/** One option of Geneve (`LWTUNNEL_IP_OPT_GENEVE_*`). */
export interface GeneveOption extends Attributes {
  /** Class of the option (`LWTUNNEL_IP_OPT_GENEVE_CLASS`). */
  class?: number;
  /** Type of the option (`LWTUNNEL_IP_OPT_GENEVE_TYPE`). */
  type?: number;
  /** Value, a multiple of four bytes (`LWTUNNEL_IP_OPT_GENEVE_DATA`). */
  data?: Uint8Array;
}

/** Options of VXLAN (`LWTUNNEL_IP_OPT_VXLAN_*`). */
export interface VxlanTunnelOptions extends Attributes {
  /** Group policy (`LWTUNNEL_IP_OPT_VXLAN_GBP`). */
  groupPolicy?: number;
}

/** Options of ERSPAN (`LWTUNNEL_IP_OPT_ERSPAN_*`). */
export interface ErspanTunnelOptions extends Attributes {
  /** Version, 1 or 2 (`LWTUNNEL_IP_OPT_ERSPAN_VER`). */
  version?: number;
  /** Index, for version 1 (`LWTUNNEL_IP_OPT_ERSPAN_INDEX`). */
  index?: number;
  /** Direction, for version 2 (`LWTUNNEL_IP_OPT_ERSPAN_DIR`). */
  direction?: number;
  /** Hardware id, for version 2 (`LWTUNNEL_IP_OPT_ERSPAN_HWID`). */
  hardwareId?: number;
}

/** Options of the protocol that a tunnel carries (`LWTUNNEL_IP_OPTS_*`). */
export interface TunnelOptions extends Attributes {
  /**
   * Options of Geneve, several in one attribute in replies, and each in one of
   * its own in requests (`LWTUNNEL_IP_OPTS_GENEVE`).
   */
  geneve?: GeneveOption[][];
  /** Options of VXLAN (`LWTUNNEL_IP_OPTS_VXLAN`). */
  vxlan?: VxlanTunnelOptions;
  /** Options of ERSPAN (`LWTUNNEL_IP_OPTS_ERSPAN`). */
  erspan?: ErspanTunnelOptions;
}

/** Codec of {@linkcode GeneveOption}. */
export const geneveOption: Codec<GeneveOption> = attributes({
  class: ["LWTUNNEL_IP_OPT_GENEVE_CLASS", LWTUNNEL_IP_OPT_GENEVE_CLASS, be16],
  type: ["LWTUNNEL_IP_OPT_GENEVE_TYPE", 2, u8],
  data: ["LWTUNNEL_IP_OPT_GENEVE_DATA", 3, bytes],
});

const samples: readonly GeneveOption[][] = [
  [{ class: 1, type: 2, data: new Uint8Array(4) }],
  [
    {
      class: 0x101,
      type: 0x80,
      data: new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]),
    },
    { class: 0, type: 1, data: new Uint8Array(4) },
  ],
];

/**
 * Codec of options of Geneve in one attribute: each starts with its class.
 *
 * @param option Codec of one option.
 * @returns The codec.
 */
export function geneveOptionsOf(
  option: Codec<GeneveOption>,
): Codec<GeneveOption[]> {
  return {
    shape: {
      kind: "custom",
      name: "geneve_opt",
      samples,
      nestedFlag: true,
      layout: option as Codec<unknown>,
    },
    size: 0,
    decode: (view, start, end) => {
      const options: GeneveOption[] = [];
      let from = start;
      for (let at = start; at + 4 <= end;) {
        const length = view.getUint16(at, LITTLE_ENDIAN);
        const type = view.getUint16(at + 2, LITTLE_ENDIAN) & NLA_TYPE_MASK;
        if (type === LWTUNNEL_IP_OPT_GENEVE_CLASS && at > from) {
          options.push(option.decode(view, from, at));
          from = at;
        }
        at += Math.max(4, (length + 3) & ~3);
      }
      if (from < end) options.push(option.decode(view, from, end));
      return options;
    },
    encode: (writer, options) => {
      if (!Array.isArray(options)) {
        throw new EncodeError(options, "is not an array");
      }
      for (const [at, each] of options.entries()) {
        try {
          option.encode(writer, each);
        } catch (error) {
          throw within(error, at);
        }
      }
    },
  };
}

/** Codec of options of Geneve of routes. */
export const geneveOptions: Codec<GeneveOption[]> = geneveOptionsOf(
  geneveOption,
);

/** Codec of {@linkcode VxlanTunnelOptions}. */
export const vxlanTunnelOptions: Codec<VxlanTunnelOptions> = attributes({
  groupPolicy: ["LWTUNNEL_IP_OPT_VXLAN_GBP", 1, u32],
});

/** Codec of {@linkcode ErspanTunnelOptions}. */
export const erspanTunnelOptions: Codec<ErspanTunnelOptions> = attributes({
  version: ["LWTUNNEL_IP_OPT_ERSPAN_VER", 1, u8],
  index: ["LWTUNNEL_IP_OPT_ERSPAN_INDEX", 2, be32],
  direction: ["LWTUNNEL_IP_OPT_ERSPAN_DIR", 3, u8],
  hardwareId: ["LWTUNNEL_IP_OPT_ERSPAN_HWID", 4, u8],
});

/** Codec of {@linkcode TunnelOptions}. */
export const tunnelOptions: Codec<TunnelOptions> = attributes({
  geneve: ["LWTUNNEL_IP_OPTS_GENEVE", 1, multi(geneveOptions)],
  vxlan: ["LWTUNNEL_IP_OPTS_VXLAN", 2, vxlanTunnelOptions],
  erspan: ["LWTUNNEL_IP_OPTS_ERSPAN", 3, erspanTunnelOptions],
});
