/**
 * What filters of the kind `flower` compare of the options of a tunnel's
 * protocol: `TCA_FLOWER_KEY_ENC_OPTS_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_cls.h | linux/pkt_cls.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/sched/cls_flower.c | net/sched/cls_flower.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  be16,
  be32,
  be64,
  bytes,
  type Codec,
  multi,
  u32,
  u8,
} from "../../../codec/mod.ts";
import {
  type ErspanTunnelOptions,
  type GeneveOption,
  geneveOptionsOf,
  type VxlanTunnelOptions,
} from "../../../route/encap/tunnel_options.ts";

/** Options of GTP (`TCA_FLOWER_KEY_ENC_OPT_GTP_*`). */
export interface GtpTunnelOptions extends Attributes {
  /** Type of the PDU session container (`TCA_FLOWER_KEY_ENC_OPT_GTP_PDU_TYPE`). */
  pduType?: number;
  /** Number of the QoS flow (`TCA_FLOWER_KEY_ENC_OPT_GTP_QFI`). */
  qosFlow?: number;
}

/** Options of PFCP (`TCA_FLOWER_KEY_ENC_OPT_PFCP_*`). */
export interface PfcpTunnelOptions extends Attributes {
  /** 0 for nodes, 1 for sessions (`TCA_FLOWER_KEY_ENC_OPT_PFCP_TYPE`). */
  type?: number;
  /** Number of the session (`TCA_FLOWER_KEY_ENC_OPT_PFCP_SEID`). */
  session?: bigint;
}

/** Options of a tunnel's protocol (`TCA_FLOWER_KEY_ENC_OPTS_*`). */
export interface FlowerTunnelOptions extends Attributes {
  /**
   * Options of Geneve, several in one attribute in reports, and each in one of
   * its own in requests (`TCA_FLOWER_KEY_ENC_OPTS_GENEVE`).
   */
  geneve?: GeneveOption[][];
  /** Options of VXLAN (`TCA_FLOWER_KEY_ENC_OPTS_VXLAN`). */
  vxlan?: VxlanTunnelOptions;
  /** Options of ERSPAN (`TCA_FLOWER_KEY_ENC_OPTS_ERSPAN`). */
  erspan?: ErspanTunnelOptions;
  /** Options of GTP (`TCA_FLOWER_KEY_ENC_OPTS_GTP`). */
  gtp?: GtpTunnelOptions;
  /** Options of PFCP (`TCA_FLOWER_KEY_ENC_OPTS_PFCP`). */
  pfcp?: PfcpTunnelOptions;
}

const geneve: Codec<GeneveOption> = attributes({
  class: ["TCA_FLOWER_KEY_ENC_OPT_GENEVE_CLASS", 1, be16],
  type: ["TCA_FLOWER_KEY_ENC_OPT_GENEVE_TYPE", 2, u8],
  data: ["TCA_FLOWER_KEY_ENC_OPT_GENEVE_DATA", 3, bytes],
});

const vxlan: Codec<VxlanTunnelOptions> = attributes({
  groupPolicy: ["TCA_FLOWER_KEY_ENC_OPT_VXLAN_GBP", 1, u32],
});

const erspan: Codec<ErspanTunnelOptions> = attributes({
  version: ["TCA_FLOWER_KEY_ENC_OPT_ERSPAN_VER", 1, u8],
  index: ["TCA_FLOWER_KEY_ENC_OPT_ERSPAN_INDEX", 2, be32],
  direction: ["TCA_FLOWER_KEY_ENC_OPT_ERSPAN_DIR", 3, u8],
  hardwareId: ["TCA_FLOWER_KEY_ENC_OPT_ERSPAN_HWID", 4, u8],
});

const gtp: Codec<GtpTunnelOptions> = attributes({
  pduType: ["TCA_FLOWER_KEY_ENC_OPT_GTP_PDU_TYPE", 1, u8],
  qosFlow: ["TCA_FLOWER_KEY_ENC_OPT_GTP_QFI", 2, u8],
});

const pfcp: Codec<PfcpTunnelOptions> = attributes({
  type: ["TCA_FLOWER_KEY_ENC_OPT_PFCP_TYPE", 1, u8],
  session: ["TCA_FLOWER_KEY_ENC_OPT_PFCP_SEID", 2, be64],
});

/** Codec of {@linkcode FlowerTunnelOptions}. */
export const flowerTunnelOptions: Codec<FlowerTunnelOptions> = attributes({
  geneve: ["TCA_FLOWER_KEY_ENC_OPTS_GENEVE", 1, multi(geneveOptionsOf(geneve))],
  vxlan: ["TCA_FLOWER_KEY_ENC_OPTS_VXLAN", 2, vxlan],
  erspan: ["TCA_FLOWER_KEY_ENC_OPTS_ERSPAN", 3, erspan],
  gtp: ["TCA_FLOWER_KEY_ENC_OPTS_GTP", 4, gtp],
  pfcp: ["TCA_FLOWER_KEY_ENC_OPTS_PFCP", 5, pfcp],
});
