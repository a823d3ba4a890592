/**
 * Options of a tunnel's protocol that filters of the kind `flower` compare.
 *
 * @module
 */

import type {
  FlowerTunnelOptions,
  GtpTunnelOptions,
  PfcpTunnelOptions,
} from "../../../../messages/tc/filters/flower/tunnel_options.ts";
import type { FlowerData } from "../../../../messages/tc/filters/flower/flower.ts";
import type {
  ErspanTunnelOptions,
  GeneveOption,
} from "../../../../messages/route/encap/tunnel_options.ts";
import {
  binary,
  integer,
  listOf,
  uint16,
  uint32,
  uint64,
  uint8,
} from "../../../mapping/conversions.ts";
import { checkObject, type FieldPath } from "../../../mapping/field_path.ts";
import {
  type Conversion,
  type Field,
  type Mapping,
  mapping,
} from "../../../mapping/mapping.ts";

/** One option of Geneve. */
export interface FlowerGeneveOption {
  /** Class of the option. */
  class?: number;
  /** Type of the option. */
  type?: number;
  /** Value, a multiple of four bytes. */
  data?: Uint8Array;
}

/** Options of VXLAN. */
export interface FlowerVxlanOptions {
  /** Group policy. */
  groupPolicy?: number;
}

/** Options of ERSPAN. */
export interface FlowerErspanOptions {
  /** Version, 1 or 2. */
  version?: number;
  /** Index, for version 1. */
  index?: number;
  /** Direction, for version 2. */
  direction?: number;
  /** Hardware id, for version 2. */
  hardwareId?: number;
}

/** Options of GTP. */
export interface FlowerGtpOptions {
  /** Type of the PDU session container. */
  pduType?: number;
  /** Number of the QoS flow. */
  qosFlow?: number;
}

/** Options of PFCP. */
export interface FlowerPfcpOptions {
  /** 0 for nodes, 1 for sessions. */
  type?: number;
  /** Number of the session. */
  session?: bigint;
}

/** Options of one tunnel protocol. */
export interface FlowerTunnelOptionValues {
  /** Options of Geneve, in order. */
  geneve?: FlowerGeneveOption[];
  /** Options of VXLAN. */
  vxlan?: FlowerVxlanOptions;
  /** Options of ERSPAN. */
  erspan?: FlowerErspanOptions;
  /** Options of GTP. */
  gtp?: FlowerGtpOptions;
  /** Options of PFCP. */
  pfcp?: FlowerPfcpOptions;
}

/** Options of a tunnel's protocol that packets have to have. */
export interface FlowerTunnelOptionsProperties
  extends FlowerTunnelOptionValues {
  /** Which bits of them count; all by default. */
  mask?: FlowerTunnelOptionValues;
}

const geneve: Conversion<FlowerGeneveOption[], GeneveOption[]> = listOf(
  mapping<FlowerGeneveOption, GeneveOption>({
    class: uint16,
    type: uint8,
    data: binary,
  }),
);

// Each option goes into an attribute of its own.
const geneveLists: Conversion<FlowerGeneveOption[], GeneveOption[][]> = {
  fromKernel: (lists) => geneve.fromKernel(lists.flat()),
  toKernel: (value, fieldPath) =>
    geneve.toKernel(value, fieldPath)!.map((option) => [option]),
};

const values: Mapping<FlowerTunnelOptionValues, FlowerTunnelOptions> = mapping({
  geneve: geneveLists,
  vxlan: mapping<FlowerVxlanOptions, { groupPolicy?: number }>({
    groupPolicy: uint32,
  }),
  erspan: mapping<FlowerErspanOptions, ErspanTunnelOptions>({
    version: uint8,
    index: uint32,
    direction: uint8,
    hardwareId: integer(0, 0xff),
  }),
  gtp: mapping<FlowerGtpOptions, GtpTunnelOptions>({
    pduType: uint8,
    qosFlow: uint8,
  }),
  pfcp: mapping<FlowerPfcpOptions, PfcpTunnelOptions>({
    type: uint8,
    session: uint64,
  }),
});

/** The mask in which all bits of options count. */
function all({ geneve, vxlan, erspan, gtp, pfcp }: FlowerTunnelOptions) {
  const mask: FlowerTunnelOptions = {};
  if (geneve !== undefined) {
    mask.geneve = geneve.map((options) =>
      options.map(({ data }) => ({
        class: 0xffff,
        type: 0xff,
        data: new Uint8Array(data?.length ?? 0).fill(0xff),
      }))
    );
  }
  if (vxlan !== undefined) mask.vxlan = { groupPolicy: 0xffffffff };
  if (erspan !== undefined) {
    mask.erspan = {
      // The kernel wants the version again.
      ...erspan.version !== undefined && { version: erspan.version },
      ...erspan.version === 1
        ? { index: 0xffffffff }
        : { direction: 0xff, hardwareId: 0xff },
    };
  }
  if (gtp !== undefined) mask.gtp = { pduType: 0xff, qosFlow: 0xff };
  if (pfcp !== undefined) {
    mask.pfcp = { type: 0xff, session: 0xffffffffffffffffn };
  }
  return mask;
}

function split(
  options: FlowerTunnelOptionsProperties,
  fieldPath: FieldPath,
): { value: FlowerTunnelOptions; mask: FlowerTunnelOptions } {
  checkObject(options, fieldPath);
  const { mask, ...rest } = options;
  const value = values.toKernel(rest, fieldPath);
  return {
    value,
    mask: mask === undefined
      ? all(value)
      : values.toKernel(mask, fieldPath.at("mask")),
  };
}

/** How {@linkcode FlowerTunnelOptionsProperties} is stored. */
export const tunnelOptionsField: Field<
  FlowerTunnelOptionsProperties,
  FlowerData
> = {
  from: ["tunnelOptions", "tunnelOptionsMask"],
  read: ({ tunnelOptions, tunnelOptionsMask }) =>
    tunnelOptions && {
      ...values.fromKernel(tunnelOptions),
      ...tunnelOptionsMask !== undefined &&
        { mask: values.fromKernel(tunnelOptionsMask) },
    },
  write: (data, given, fieldPath) => {
    const { value, mask } = split(given, fieldPath);
    data.tunnelOptions = value;
    data.tunnelOptionsMask = mask;
  },
};
