/**
 * Actions that set or remove where tunnels send packets.
 *
 * @module
 */

import {
  TUNNEL_KEY_ACTIONS,
  type TunnelKeyData,
  tunnelKeyData,
  type TunnelKeyErspan,
  tunnelKeyErspan,
  type TunnelKeyOptions as Options,
  tunnelKeyParameters,
} from "../../../messages/tc/actions/tunnel_key.ts";
import type { GeneveOption } from "../../../messages/route/encap/tunnel_options.ts";
import { eitherFamily } from "../../mapping/address_conversions.ts";
import {
  binary,
  boolean,
  integer,
  number,
  presence,
  uint32,
} from "../../mapping/conversions.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import { type Field, mapping, within } from "../../mapping/mapping.ts";
import { type ActionMapping, actionMapping } from "./kind.ts";

/** An option of Geneve. */
export interface TunnelKeyGeneveOption {
  /** Who defines the type. */
  class?: number;
  /** Type. */
  type?: number;
  /** 4 to 128 bytes. */
  data?: Uint8Array;
}

/** Options of ERSPAN. */
export interface TunnelKeyErspanOption {
  /** Version, 1 or 2. */
  version?: number;
  /** Port index, in version 1. */
  index?: number;
  /** Direction, in version 2. */
  direction?: number;
  /** Hardware, in version 2. */
  hardware?: number;
}

/** Settings of an action on where tunnels send packets. */
export interface TunnelKeyActionOptions {
  /** What is done: `set`, the default, or `unset` (`TCA_TUNNEL_KEY_ACT_*`). */
  operation?: keyof typeof TUNNEL_KEY_ACTIONS | number;
  /** Sender; `set` requires it (`TCA_TUNNEL_KEY_ENC_IPV4_SRC`). */
  source?: string;
  /** Receiver; `set` requires it (`TCA_TUNNEL_KEY_ENC_IPV4_DST`). */
  destination?: string;
  /** Number of the tunnel (`TCA_TUNNEL_KEY_ENC_KEY_ID`). */
  id?: number;
  /** UDP port of the receiver (`TCA_TUNNEL_KEY_ENC_DST_PORT`). */
  destinationPort?: number;
  /** Whether no checksum is sent (`TCA_TUNNEL_KEY_NO_CSUM`). */
  noChecksum?: boolean;
  /** Whether routers may not fragment it (`TCA_TUNNEL_KEY_NO_FRAG`). */
  noFragment?: boolean;
  /** DS field of the outer header (`TCA_TUNNEL_KEY_ENC_TOS`). */
  tos?: number;
  /** Time to live of the outer header (`TCA_TUNNEL_KEY_ENC_TTL`). */
  ttl?: number;
  /** Options of Geneve (`TCA_TUNNEL_KEY_ENC_OPTS_GENEVE`). */
  geneve?: TunnelKeyGeneveOption[];
  /** Group policy of VXLAN (`TCA_TUNNEL_KEY_ENC_OPT_VXLAN_GBP`). */
  vxlanGroupPolicy?: number;
  /** Options of ERSPAN (`TCA_TUNNEL_KEY_ENC_OPTS_ERSPAN`). */
  erspan?: TunnelKeyErspanOption;
}

const geneveOption = mapping<TunnelKeyGeneveOption, GeneveOption>({
  class: integer(0, 0xffff),
  type: integer(0, 0xff),
  data: binary,
});

/** The kernel takes each option in an attribute of its own. */
const geneve: Field<TunnelKeyGeneveOption[], Options> = {
  from: ["geneve"],
  read: ({ geneve }) => geneve?.flat().map(geneveOption.fromKernel),
  write: (data, value, fieldPath) => {
    if (!Array.isArray(value)) {
      throw fieldPath.wrong(value, "an array is expected");
    }
    data.geneve = value.map((
      option,
      i,
    ) => [geneveOption.toKernel(option, fieldPath.at(i))]);
  },
};

const vxlanGroupPolicy: Field<number, Options> = {
  from: ["vxlan"],
  read: ({ vxlan }) => vxlan?.groupPolicy,
  write: (data, value, fieldPath) => {
    data.vxlan = { groupPolicy: uint32.toKernel(value, fieldPath)! };
  },
};

/** How {@linkcode TunnelKeyActionOptions} are stored. */
export const tunnelKeyMapping: ActionMapping<
  TunnelKeyActionOptions,
  TunnelKeyData
> = actionMapping(
  tunnelKeyData,
  tunnelKeyParameters,
  {
    ...within<
      TunnelKeyData,
      "parameters",
      Pick<TunnelKeyActionOptions, "operation">
    >("parameters", {
      operation: ["type", enumeration(TUNNEL_KEY_ACTIONS, 32)],
    }),
    source: eitherFamily("sourceIpv4", "sourceIpv6"),
    destination: eitherFamily("destinationIpv4", "destinationIpv6"),
    id: number,
    destinationPort: number,
    noChecksum: boolean,
    noFragment: presence,
    tos: number,
    ttl: number,
    ...within<
      TunnelKeyData,
      "options",
      Pick<TunnelKeyActionOptions, "geneve" | "vxlanGroupPolicy" | "erspan">
    >("options", {
      geneve,
      vxlanGroupPolicy,
      erspan: mapping<TunnelKeyErspanOption, TunnelKeyErspan>({
        version: number,
        index: number,
        direction: number,
        hardware: number,
      }, tunnelKeyErspan),
    }),
  },
  {
    check(data, fieldPath) {
      const { parameters, sourceIpv4, sourceIpv6 } = data;
      parameters!.type ||= TUNNEL_KEY_ACTIONS.set;
      if (parameters!.type !== TUNNEL_KEY_ACTIONS.set) return;
      const require = (name: string, value: unknown) => {
        if (value === undefined) {
          throw fieldPath.at(name).wrong(value, "an address is expected");
        }
      };
      require("source", sourceIpv4 ?? sourceIpv6);
      require("destination", data.destinationIpv4 ?? data.destinationIpv6);
    },
  },
);
