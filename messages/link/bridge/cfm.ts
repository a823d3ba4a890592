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

const cfmMepCreate: Codec<CfmMepCreate> = attributes({
  instance: ["IFLA_BRIDGE_CFM_MEP_CREATE_INSTANCE", 1, u32],
  domain: ["IFLA_BRIDGE_CFM_MEP_CREATE_DOMAIN", 2, u32],
  direction: ["IFLA_BRIDGE_CFM_MEP_CREATE_DIRECTION", 3, u32],
  portIndex: ["IFLA_BRIDGE_CFM_MEP_CREATE_IFINDEX", 4, u32],
});

const cfmMepDelete: Codec<CfmMepDelete> = attributes({
  instance: ["IFLA_BRIDGE_CFM_MEP_DELETE_INSTANCE", 1, u32],
});

const cfmMepConfig: Codec<CfmMepConfig> = attributes({
  instance: ["IFLA_BRIDGE_CFM_MEP_CONFIG_INSTANCE", 1, u32],
  unicastMac: ["IFLA_BRIDGE_CFM_MEP_CONFIG_UNICAST_MAC", 2, hardwareAddress],
  maintenanceLevel: ["IFLA_BRIDGE_CFM_MEP_CONFIG_MDLEVEL", 3, u32],
  mepId: ["IFLA_BRIDGE_CFM_MEP_CONFIG_MEPID", 4, u32],
});

const cfmCcConfig: Codec<CfmCcConfig> = attributes({
  instance: ["IFLA_BRIDGE_CFM_CC_CONFIG_INSTANCE", 1, u32],
  enable: ["IFLA_BRIDGE_CFM_CC_CONFIG_ENABLE", 2, u32],
  expectedInterval: ["IFLA_BRIDGE_CFM_CC_CONFIG_EXP_INTERVAL", 3, u32],
  expectedMaid: ["IFLA_BRIDGE_CFM_CC_CONFIG_EXP_MAID", 4, bytes],
});

const cfmCcPeerMep: Codec<CfmCcPeerMep> = attributes({
  instance: ["IFLA_BRIDGE_CFM_CC_PEER_MEP_INSTANCE", 1, u32],
  mepId: ["IFLA_BRIDGE_CFM_CC_PEER_MEPID", 2, u32],
});

const cfmCcRdi: Codec<CfmCcRdi> = attributes({
  instance: ["IFLA_BRIDGE_CFM_CC_RDI_INSTANCE", 1, u32],
  rdi: ["IFLA_BRIDGE_CFM_CC_RDI_RDI", 2, u32],
});

const cfmCcCcmTx: Codec<CfmCcCcmTx> = attributes({
  instance: ["IFLA_BRIDGE_CFM_CC_CCM_TX_INSTANCE", 1, u32],
  destination: ["IFLA_BRIDGE_CFM_CC_CCM_TX_DMAC", 2, hardwareAddress],
  sequenceNumberUpdate: ["IFLA_BRIDGE_CFM_CC_CCM_TX_SEQ_NO_UPDATE", 3, u32],
  period: ["IFLA_BRIDGE_CFM_CC_CCM_TX_PERIOD", 4, u32],
  interfaceTlv: ["IFLA_BRIDGE_CFM_CC_CCM_TX_IF_TLV", 5, u32],
  interfaceTlvValue: ["IFLA_BRIDGE_CFM_CC_CCM_TX_IF_TLV_VALUE", 6, u8],
  portTlv: ["IFLA_BRIDGE_CFM_CC_CCM_TX_PORT_TLV", 7, u32],
  portTlvValue: ["IFLA_BRIDGE_CFM_CC_CCM_TX_PORT_TLV_VALUE", 8, u8],
});

const cfmMepStatus: Codec<CfmMepStatus> = attributes({
  instance: ["IFLA_BRIDGE_CFM_MEP_STATUS_INSTANCE", 1, u32],
  opcodeUnexpectedSeen: [
    "IFLA_BRIDGE_CFM_MEP_STATUS_OPCODE_UNEXP_SEEN",
    2,
    u32,
  ],
  versionUnexpectedSeen: [
    "IFLA_BRIDGE_CFM_MEP_STATUS_VERSION_UNEXP_SEEN",
    3,
    u32,
  ],
  rxLevelLowSeen: ["IFLA_BRIDGE_CFM_MEP_STATUS_RX_LEVEL_LOW_SEEN", 4, u32],
});

const cfmCcPeerStatus: Codec<CfmCcPeerStatus> = attributes({
  instance: ["IFLA_BRIDGE_CFM_CC_PEER_STATUS_INSTANCE", 1, u32],
  peerMepId: ["IFLA_BRIDGE_CFM_CC_PEER_STATUS_PEER_MEPID", 2, u32],
  ccmDefect: ["IFLA_BRIDGE_CFM_CC_PEER_STATUS_CCM_DEFECT", 3, u32],
  rdi: ["IFLA_BRIDGE_CFM_CC_PEER_STATUS_RDI", 4, u32],
  portTlvValue: ["IFLA_BRIDGE_CFM_CC_PEER_STATUS_PORT_TLV_VALUE", 5, u8],
  interfaceTlvValue: ["IFLA_BRIDGE_CFM_CC_PEER_STATUS_IF_TLV_VALUE", 6, u8],
  seen: ["IFLA_BRIDGE_CFM_CC_PEER_STATUS_SEEN", 7, u32],
  tlvSeen: ["IFLA_BRIDGE_CFM_CC_PEER_STATUS_TLV_SEEN", 8, u32],
  sequenceUnexpectedSeen: [
    "IFLA_BRIDGE_CFM_CC_PEER_STATUS_SEQ_UNEXP_SEEN",
    9,
    u32,
  ],
});

/** Codec of {@linkcode BridgeCfm}. */
export const bridgeCfm: Codec<BridgeCfm> = attributes({
  mepCreate: ["IFLA_BRIDGE_CFM_MEP_CREATE", 1, cfmMepCreate],
  mepDelete: ["IFLA_BRIDGE_CFM_MEP_DELETE", 2, cfmMepDelete],
  mepConfig: ["IFLA_BRIDGE_CFM_MEP_CONFIG", 3, cfmMepConfig],
  ccConfig: ["IFLA_BRIDGE_CFM_CC_CONFIG", 4, cfmCcConfig],
  ccPeerMepAdd: ["IFLA_BRIDGE_CFM_CC_PEER_MEP_ADD", 5, cfmCcPeerMep],
  ccPeerMepRemove: ["IFLA_BRIDGE_CFM_CC_PEER_MEP_REMOVE", 6, cfmCcPeerMep],
  ccRdi: ["IFLA_BRIDGE_CFM_CC_RDI", 7, cfmCcRdi],
  ccCcmTx: ["IFLA_BRIDGE_CFM_CC_CCM_TX", 8, cfmCcCcmTx],
  mepCreateInfo: ["IFLA_BRIDGE_CFM_MEP_CREATE_INFO", 9, multi(cfmMepCreate)],
  mepConfigInfo: ["IFLA_BRIDGE_CFM_MEP_CONFIG_INFO", 10, multi(cfmMepConfig)],
  ccConfigInfo: ["IFLA_BRIDGE_CFM_CC_CONFIG_INFO", 11, multi(cfmCcConfig)],
  ccRdiInfo: ["IFLA_BRIDGE_CFM_CC_RDI_INFO", 12, multi(cfmCcRdi)],
  ccCcmTxInfo: ["IFLA_BRIDGE_CFM_CC_CCM_TX_INFO", 13, multi(cfmCcCcmTx)],
  ccPeerMepInfo: ["IFLA_BRIDGE_CFM_CC_PEER_MEP_INFO", 14, multi(cfmCcPeerMep)],
  mepStatusInfo: ["IFLA_BRIDGE_CFM_MEP_STATUS_INFO", 15, multi(cfmMepStatus)],
  ccPeerStatusInfo: [
    "IFLA_BRIDGE_CFM_CC_PEER_STATUS_INFO",
    16,
    multi(cfmCcPeerStatus),
  ],
});
