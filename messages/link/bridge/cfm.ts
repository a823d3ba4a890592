/**
 * Connectivity fault management of bridges (IEEE 802.1Q): `IFLA_BRIDGE_CFM_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_bridge.h | linux/if_bridge.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/bridge/br_cfm_netlink.c | net/bridge/br_cfm_netlink.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  bytes,
  type Codec,
  hardwareAddress,
  multi,
  u32,
  u8,
} from "../../codec/mod.ts";
import * as c from "./constants_cfm.ts";

/** Creates a maintenance end point: `IFLA_BRIDGE_CFM_MEP_CREATE_*`. */
export interface CfmMepCreate extends Attributes {
  /** Number of the end point (`IFLA_BRIDGE_CFM_MEP_CREATE_INSTANCE`). */
  instance?: number;
  /**
   * Whether it is of a port or of a VLAN, `BR_CFM_PORT` or `BR_CFM_VLAN`
   * (`IFLA_BRIDGE_CFM_MEP_CREATE_DOMAIN`).
   */
  domain?: number;
  /**
   * Which way it faces, `BR_CFM_MEP_DIRECTION_*`
   * (`IFLA_BRIDGE_CFM_MEP_CREATE_DIRECTION`).
   */
  direction?: number;
  /** Index of its port (`IFLA_BRIDGE_CFM_MEP_CREATE_IFINDEX`). */
  portIndex?: number;
}

/** Deletes a maintenance end point: `IFLA_BRIDGE_CFM_MEP_DELETE_*`. */
export interface CfmMepDelete extends Attributes {
  /** Number of the end point (`IFLA_BRIDGE_CFM_MEP_DELETE_INSTANCE`). */
  instance?: number;
}

/** Configures a maintenance end point: `IFLA_BRIDGE_CFM_MEP_CONFIG_*`. */
export interface CfmMepConfig extends Attributes {
  /** Number of the end point (`IFLA_BRIDGE_CFM_MEP_CONFIG_INSTANCE`). */
  instance?: number;
  /** Its hardware address (`IFLA_BRIDGE_CFM_MEP_CONFIG_UNICAST_MAC`). */
  unicastMac?: string;
  /**
   * Level of its maintenance domain, 0 to 7
   * (`IFLA_BRIDGE_CFM_MEP_CONFIG_MDLEVEL`).
   */
  maintenanceLevel?: number;
  /** Its identity, 1 to 8191 (`IFLA_BRIDGE_CFM_MEP_CONFIG_MEPID`). */
  mepId?: number;
}

/** Configures continuity checks: `IFLA_BRIDGE_CFM_CC_CONFIG_*`. */
export interface CfmCcConfig extends Attributes {
  /** Number of the end point (`IFLA_BRIDGE_CFM_CC_CONFIG_INSTANCE`). */
  instance?: number;
  /** Whether checks are on, 0 or 1 (`IFLA_BRIDGE_CFM_CC_CONFIG_ENABLE`). */
  enable?: number;
  /**
   * Interval that is expected, `BR_CFM_CCM_INTERVAL_*`
   * (`IFLA_BRIDGE_CFM_CC_CONFIG_EXP_INTERVAL`).
   */
  expectedInterval?: number;
  /**
   * Maintenance association that is expected, in 48 bytes
   * (`IFLA_BRIDGE_CFM_CC_CONFIG_EXP_MAID`).
   */
  expectedMaid?: Uint8Array;
}

/** A peer: `IFLA_BRIDGE_CFM_CC_PEER_*`. */
export interface CfmCcPeerMep extends Attributes {
  /** Number of the end point (`IFLA_BRIDGE_CFM_CC_PEER_MEP_INSTANCE`). */
  instance?: number;
  /** Identity of the peer (`IFLA_BRIDGE_CFM_CC_PEER_MEPID`). */
  mepId?: number;
}

/** Remote defect indication: `IFLA_BRIDGE_CFM_CC_RDI_*`. */
export interface CfmCcRdi extends Attributes {
  /** Number of the end point (`IFLA_BRIDGE_CFM_CC_RDI_INSTANCE`). */
  instance?: number;
  /** Whether a defect is indicated, 0 or 1 (`IFLA_BRIDGE_CFM_CC_RDI_RDI`). */
  rdi?: number;
}

/** How continuity check messages are sent: `IFLA_BRIDGE_CFM_CC_CCM_TX_*`. */
export interface CfmCcCcmTx extends Attributes {
  /** Number of the end point (`IFLA_BRIDGE_CFM_CC_CCM_TX_INSTANCE`). */
  instance?: number;
  /** Hardware address that they go to (`IFLA_BRIDGE_CFM_CC_CCM_TX_DMAC`). */
  destination?: string;
  /**
   * Whether the sequence number counts, 0 or 1
   * (`IFLA_BRIDGE_CFM_CC_CCM_TX_SEQ_NO_UPDATE`).
   */
  sequenceNumberUpdate?: number;
  /**
   * How long to send, in seconds; 0 to stop
   * (`IFLA_BRIDGE_CFM_CC_CCM_TX_PERIOD`).
   */
  period?: number;
  /**
   * Whether the state of the interface is sent, 0 or 1
   * (`IFLA_BRIDGE_CFM_CC_CCM_TX_IF_TLV`).
   */
  interfaceTlv?: number;
  /** State of the interface (`IFLA_BRIDGE_CFM_CC_CCM_TX_IF_TLV_VALUE`). */
  interfaceTlvValue?: number;
  /**
   * Whether the state of the port is sent, 0 or 1
   * (`IFLA_BRIDGE_CFM_CC_CCM_TX_PORT_TLV`).
   */
  portTlv?: number;
  /** State of the port (`IFLA_BRIDGE_CFM_CC_CCM_TX_PORT_TLV_VALUE`). */
  portTlvValue?: number;
}

/** State of a maintenance end point: `IFLA_BRIDGE_CFM_MEP_STATUS_*`. */
export interface CfmMepStatus extends Attributes {
  /** Number of the end point (`IFLA_BRIDGE_CFM_MEP_STATUS_INSTANCE`). */
  instance?: number;
  /**
   * Whether an unexpected operation was seen, 0 or 1
   * (`IFLA_BRIDGE_CFM_MEP_STATUS_OPCODE_UNEXP_SEEN`).
   */
  opcodeUnexpectedSeen?: number;
  /**
   * Whether an unexpected version was seen, 0 or 1
   * (`IFLA_BRIDGE_CFM_MEP_STATUS_VERSION_UNEXP_SEEN`).
   */
  versionUnexpectedSeen?: number;
  /**
   * Whether a level that is too low was seen, 0 or 1
   * (`IFLA_BRIDGE_CFM_MEP_STATUS_RX_LEVEL_LOW_SEEN`).
   */
  rxLevelLowSeen?: number;
}

/** State of a peer: `IFLA_BRIDGE_CFM_CC_PEER_STATUS_*`. */
export interface CfmCcPeerStatus extends Attributes {
  /** Number of the end point (`IFLA_BRIDGE_CFM_CC_PEER_STATUS_INSTANCE`). */
  instance?: number;
  /** Identity of the peer (`IFLA_BRIDGE_CFM_CC_PEER_STATUS_PEER_MEPID`). */
  peerMepId?: number;
  /**
   * Whether messages are missing, 0 or 1
   * (`IFLA_BRIDGE_CFM_CC_PEER_STATUS_CCM_DEFECT`).
   */
  ccmDefect?: number;
  /**
   * Whether the peer indicates a defect, 0 or 1
   * (`IFLA_BRIDGE_CFM_CC_PEER_STATUS_RDI`).
   */
  rdi?: number;
  /**
   * State of the peer's port (`IFLA_BRIDGE_CFM_CC_PEER_STATUS_PORT_TLV_VALUE`).
   */
  portTlvValue?: number;
  /**
   * State of the peer's interface
   * (`IFLA_BRIDGE_CFM_CC_PEER_STATUS_IF_TLV_VALUE`).
   */
  interfaceTlvValue?: number;
  /**
   * Whether a message was seen, 0 or 1 (`IFLA_BRIDGE_CFM_CC_PEER_STATUS_SEEN`).
   */
  seen?: number;
  /**
   * Whether a message with states was seen, 0 or 1
   * (`IFLA_BRIDGE_CFM_CC_PEER_STATUS_TLV_SEEN`).
   */
  tlvSeen?: number;
  /**
   * Whether an unexpected sequence number was seen, 0 or 1
   * (`IFLA_BRIDGE_CFM_CC_PEER_STATUS_SEQ_UNEXP_SEEN`).
   */
  sequenceUnexpectedSeen?: number;
}

/**
 * `IFLA_BRIDGE_CFM_*`. What ends in `Info` is in answers only, once for each end
 * point or peer.
 */
export interface BridgeCfm extends Attributes {
  /** Creates a maintenance end point (`IFLA_BRIDGE_CFM_MEP_CREATE`). */
  mepCreate?: CfmMepCreate;
  /** Deletes a maintenance end point (`IFLA_BRIDGE_CFM_MEP_DELETE`). */
  mepDelete?: CfmMepDelete;
  /** Configures a maintenance end point (`IFLA_BRIDGE_CFM_MEP_CONFIG`). */
  mepConfig?: CfmMepConfig;
  /** Configures continuity checks (`IFLA_BRIDGE_CFM_CC_CONFIG`). */
  ccConfig?: CfmCcConfig;
  /** Adds a peer (`IFLA_BRIDGE_CFM_CC_PEER_MEP_ADD`). */
  ccPeerMepAdd?: CfmCcPeerMep;
  /** Removes a peer (`IFLA_BRIDGE_CFM_CC_PEER_MEP_REMOVE`). */
  ccPeerMepRemove?: CfmCcPeerMep;
  /** Sets the remote defect indication (`IFLA_BRIDGE_CFM_CC_RDI`). */
  ccRdi?: CfmCcRdi;
  /** Starts to send continuity check messages (`IFLA_BRIDGE_CFM_CC_CCM_TX`). */
  ccCcmTx?: CfmCcCcmTx;
  /** How end points were created (`IFLA_BRIDGE_CFM_MEP_CREATE_INFO`). */
  mepCreateInfo?: CfmMepCreate[];
  /** How end points are configured (`IFLA_BRIDGE_CFM_MEP_CONFIG_INFO`). */
  mepConfigInfo?: CfmMepConfig[];
  /** How checks are configured (`IFLA_BRIDGE_CFM_CC_CONFIG_INFO`). */
  ccConfigInfo?: CfmCcConfig[];
  /** Remote defect indications (`IFLA_BRIDGE_CFM_CC_RDI_INFO`). */
  ccRdiInfo?: CfmCcRdi[];
  /** How messages are sent (`IFLA_BRIDGE_CFM_CC_CCM_TX_INFO`). */
  ccCcmTxInfo?: CfmCcCcmTx[];
  /** Peers (`IFLA_BRIDGE_CFM_CC_PEER_MEP_INFO`). */
  ccPeerMepInfo?: CfmCcPeerMep[];
  /** State of end points (`IFLA_BRIDGE_CFM_MEP_STATUS_INFO`). */
  mepStatusInfo?: CfmMepStatus[];
  /** State of peers (`IFLA_BRIDGE_CFM_CC_PEER_STATUS_INFO`). */
  ccPeerStatusInfo?: CfmCcPeerStatus[];
}

const cfmMepCreate: Codec<CfmMepCreate> = attributes<CfmMepCreate>({
  instance: [c.IFLA_BRIDGE_CFM_MEP_CREATE_INSTANCE, u32],
  domain: [c.IFLA_BRIDGE_CFM_MEP_CREATE_DOMAIN, u32],
  direction: [c.IFLA_BRIDGE_CFM_MEP_CREATE_DIRECTION, u32],
  portIndex: [c.IFLA_BRIDGE_CFM_MEP_CREATE_IFINDEX, u32],
});

const cfmMepDelete: Codec<CfmMepDelete> = attributes<CfmMepDelete>({
  instance: [c.IFLA_BRIDGE_CFM_MEP_DELETE_INSTANCE, u32],
});

const cfmMepConfig: Codec<CfmMepConfig> = attributes<CfmMepConfig>({
  instance: [c.IFLA_BRIDGE_CFM_MEP_CONFIG_INSTANCE, u32],
  unicastMac: [c.IFLA_BRIDGE_CFM_MEP_CONFIG_UNICAST_MAC, hardwareAddress],
  maintenanceLevel: [c.IFLA_BRIDGE_CFM_MEP_CONFIG_MDLEVEL, u32],
  mepId: [c.IFLA_BRIDGE_CFM_MEP_CONFIG_MEPID, u32],
});

const cfmCcConfig: Codec<CfmCcConfig> = attributes<CfmCcConfig>({
  instance: [c.IFLA_BRIDGE_CFM_CC_CONFIG_INSTANCE, u32],
  enable: [c.IFLA_BRIDGE_CFM_CC_CONFIG_ENABLE, u32],
  expectedInterval: [c.IFLA_BRIDGE_CFM_CC_CONFIG_EXP_INTERVAL, u32],
  expectedMaid: [c.IFLA_BRIDGE_CFM_CC_CONFIG_EXP_MAID, bytes],
});

const cfmCcPeerMep: Codec<CfmCcPeerMep> = attributes<CfmCcPeerMep>({
  instance: [c.IFLA_BRIDGE_CFM_CC_PEER_MEP_INSTANCE, u32],
  mepId: [c.IFLA_BRIDGE_CFM_CC_PEER_MEPID, u32],
});

const cfmCcRdi: Codec<CfmCcRdi> = attributes<CfmCcRdi>({
  instance: [c.IFLA_BRIDGE_CFM_CC_RDI_INSTANCE, u32],
  rdi: [c.IFLA_BRIDGE_CFM_CC_RDI_RDI, u32],
});

const cfmCcCcmTx: Codec<CfmCcCcmTx> = attributes<CfmCcCcmTx>({
  instance: [c.IFLA_BRIDGE_CFM_CC_CCM_TX_INSTANCE, u32],
  destination: [c.IFLA_BRIDGE_CFM_CC_CCM_TX_DMAC, hardwareAddress],
  sequenceNumberUpdate: [c.IFLA_BRIDGE_CFM_CC_CCM_TX_SEQ_NO_UPDATE, u32],
  period: [c.IFLA_BRIDGE_CFM_CC_CCM_TX_PERIOD, u32],
  interfaceTlv: [c.IFLA_BRIDGE_CFM_CC_CCM_TX_IF_TLV, u32],
  interfaceTlvValue: [c.IFLA_BRIDGE_CFM_CC_CCM_TX_IF_TLV_VALUE, u8],
  portTlv: [c.IFLA_BRIDGE_CFM_CC_CCM_TX_PORT_TLV, u32],
  portTlvValue: [c.IFLA_BRIDGE_CFM_CC_CCM_TX_PORT_TLV_VALUE, u8],
});

const cfmMepStatus: Codec<CfmMepStatus> = attributes<CfmMepStatus>({
  instance: [c.IFLA_BRIDGE_CFM_MEP_STATUS_INSTANCE, u32],
  opcodeUnexpectedSeen: [c.IFLA_BRIDGE_CFM_MEP_STATUS_OPCODE_UNEXP_SEEN, u32],
  versionUnexpectedSeen: [c.IFLA_BRIDGE_CFM_MEP_STATUS_VERSION_UNEXP_SEEN, u32],
  rxLevelLowSeen: [c.IFLA_BRIDGE_CFM_MEP_STATUS_RX_LEVEL_LOW_SEEN, u32],
});

const cfmCcPeerStatus: Codec<CfmCcPeerStatus> = attributes<CfmCcPeerStatus>({
  instance: [c.IFLA_BRIDGE_CFM_CC_PEER_STATUS_INSTANCE, u32],
  peerMepId: [c.IFLA_BRIDGE_CFM_CC_PEER_STATUS_PEER_MEPID, u32],
  ccmDefect: [c.IFLA_BRIDGE_CFM_CC_PEER_STATUS_CCM_DEFECT, u32],
  rdi: [c.IFLA_BRIDGE_CFM_CC_PEER_STATUS_RDI, u32],
  portTlvValue: [c.IFLA_BRIDGE_CFM_CC_PEER_STATUS_PORT_TLV_VALUE, u8],
  interfaceTlvValue: [c.IFLA_BRIDGE_CFM_CC_PEER_STATUS_IF_TLV_VALUE, u8],
  seen: [c.IFLA_BRIDGE_CFM_CC_PEER_STATUS_SEEN, u32],
  tlvSeen: [c.IFLA_BRIDGE_CFM_CC_PEER_STATUS_TLV_SEEN, u32],
  sequenceUnexpectedSeen: [
    c.IFLA_BRIDGE_CFM_CC_PEER_STATUS_SEQ_UNEXP_SEEN,
    u32,
  ],
});

/** Codec of {@linkcode BridgeCfm}. */
export const bridgeCfm: Codec<BridgeCfm> = attributes<BridgeCfm>({
  mepCreate: [c.IFLA_BRIDGE_CFM_MEP_CREATE, cfmMepCreate],
  mepDelete: [c.IFLA_BRIDGE_CFM_MEP_DELETE, cfmMepDelete],
  mepConfig: [c.IFLA_BRIDGE_CFM_MEP_CONFIG, cfmMepConfig],
  ccConfig: [c.IFLA_BRIDGE_CFM_CC_CONFIG, cfmCcConfig],
  ccPeerMepAdd: [c.IFLA_BRIDGE_CFM_CC_PEER_MEP_ADD, cfmCcPeerMep],
  ccPeerMepRemove: [c.IFLA_BRIDGE_CFM_CC_PEER_MEP_REMOVE, cfmCcPeerMep],
  ccRdi: [c.IFLA_BRIDGE_CFM_CC_RDI, cfmCcRdi],
  ccCcmTx: [c.IFLA_BRIDGE_CFM_CC_CCM_TX, cfmCcCcmTx],
  mepCreateInfo: [c.IFLA_BRIDGE_CFM_MEP_CREATE_INFO, multi(cfmMepCreate)],
  mepConfigInfo: [c.IFLA_BRIDGE_CFM_MEP_CONFIG_INFO, multi(cfmMepConfig)],
  ccConfigInfo: [c.IFLA_BRIDGE_CFM_CC_CONFIG_INFO, multi(cfmCcConfig)],
  ccRdiInfo: [c.IFLA_BRIDGE_CFM_CC_RDI_INFO, multi(cfmCcRdi)],
  ccCcmTxInfo: [c.IFLA_BRIDGE_CFM_CC_CCM_TX_INFO, multi(cfmCcCcmTx)],
  ccPeerMepInfo: [c.IFLA_BRIDGE_CFM_CC_PEER_MEP_INFO, multi(cfmCcPeerMep)],
  mepStatusInfo: [c.IFLA_BRIDGE_CFM_MEP_STATUS_INFO, multi(cfmMepStatus)],
  ccPeerStatusInfo: [
    c.IFLA_BRIDGE_CFM_CC_PEER_STATUS_INFO,
    multi(cfmCcPeerStatus),
  ],
});
