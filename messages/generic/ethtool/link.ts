/**
 * Links of the family `ethtool`: ports, modes, states, features, and what else is
 * on or off.
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
  u32,
  u8,
} from "../../codec/mod.ts";
import {
  type EthtoolBitset,
  ethtoolBitset,
  type EthtoolHeader,
  ethtoolHeader,
} from "./common.ts";

/** Connectors: `PORT_*`. */
export const ETHTOOL_PORTS = {
  /** Twisted pair (`PORT_TP`). */
  "twisted-pair": 0,
  /** Attachment unit interface (`PORT_AUI`). */
  aui: 1,
  /** Media-independent interface (`PORT_MII`). */
  mii: 2,
  /** Optical fibre (`PORT_FIBRE`). */
  fibre: 3,
  /** Coaxial cable (`PORT_BNC`). */
  bnc: 4,
  /** Direct-attach copper (`PORT_DA`). */
  "direct-attach": 5,
  /** None (`PORT_NONE`). */
  none: 0xef,
  /** Another one (`PORT_OTHER`). */
  other: 0xff,
} as const;

/** Crossover of twisted pairs: `ETH_TP_MDI*`. */
export const ETHTOOL_MDIX = {
  /** Not known, or not to be controlled (`ETH_TP_MDI_INVALID`). */
  unknown: 0,
  /** None (MDI) (`ETH_TP_MDI`). */
  off: 1,
  /** Crossed over (MDI-X) (`ETH_TP_MDI_X`). */
  on: 2,
  /** Chosen by itself (`ETH_TP_MDI_AUTO`). */
  auto: 3,
} as const;

/** Where PHYs are: `XCVR_*`. */
export const ETHTOOL_TRANSCEIVERS = {
  /** In the device (`XCVR_INTERNAL`). */
  internal: 0,
  /** Outside of it (`XCVR_EXTERNAL`). */
  external: 1,
} as const;

/** Duplex modes: `DUPLEX_*`. */
export const ETHTOOL_DUPLEXES = {
  /** One end sends at a time (`DUPLEX_HALF`). */
  half: 0,
  /** Both ends send at once (`DUPLEX_FULL`). */
  full: 1,
  /** Not known (`DUPLEX_UNKNOWN`). */
  unknown: 0xff,
} as const;

/** Roles that are wanted: `MASTER_SLAVE_CFG_*`. */
export const ETHTOOL_MASTER_SLAVE_CONFIGS = {
  /** There are no roles (`MASTER_SLAVE_CFG_UNSUPPORTED`). */
  unsupported: 0,
  /** Not known (`MASTER_SLAVE_CFG_UNKNOWN`). */
  unknown: 1,
  /** Master, if the other end agrees (`MASTER_SLAVE_CFG_MASTER_PREFERRED`). */
  "preferred-master": 2,
  /** Slave, if the other end agrees (`MASTER_SLAVE_CFG_SLAVE_PREFERRED`). */
  "preferred-slave": 3,
  /** Master in any case (`MASTER_SLAVE_CFG_MASTER_FORCE`). */
  "forced-master": 4,
  /** Slave in any case (`MASTER_SLAVE_CFG_SLAVE_FORCE`). */
  "forced-slave": 5,
} as const;

/** Roles: `MASTER_SLAVE_STATE_*`. */
export const ETHTOOL_MASTER_SLAVE_STATES = {
  /** There are no roles (`MASTER_SLAVE_STATE_UNSUPPORTED`). */
  unsupported: 0,
  /** Not known (`MASTER_SLAVE_STATE_UNKNOWN`). */
  unknown: 1,
  /** It sets the clock (`MASTER_SLAVE_STATE_MASTER`). */
  master: 2,
  /** It follows the clock (`MASTER_SLAVE_STATE_SLAVE`). */
  slave: 3,
  /** Both ends want the same role (`MASTER_SLAVE_STATE_ERR`). */
  error: 4,
} as const;

/** How PHYs match rates: `RATE_MATCH_*`. */
export const ETHTOOL_RATE_MATCHINGS = {
  /** They do not (`RATE_MATCH_NONE`). */
  none: 0,
  /** By pause frames (`RATE_MATCH_PAUSE`). */
  pause: 1,
  /** By carrier sense (`RATE_MATCH_CRS`). */
  crs: 2,
  /** By longer gaps (`RATE_MATCH_OPEN_LOOP`). */
  "open-loop": 3,
} as const;

/** Why there is no link: `ETHTOOL_LINK_EXT_STATE_*`. */
export const ETHTOOL_LINK_EXT_STATES = {
  /** Negotiation failed (`ETHTOOL_LINK_EXT_STATE_AUTONEG`). */
  autonegotiation: 0,
  /** Training failed (`ETHTOOL_LINK_EXT_STATE_LINK_TRAINING_FAILURE`). */
  "link-training-failure": 1,
  /** Codings do not fit (`ETHTOOL_LINK_EXT_STATE_LINK_LOGICAL_MISMATCH`). */
  "logical-mismatch": 2,
  /** The signal is bad (`ETHTOOL_LINK_EXT_STATE_BAD_SIGNAL_INTEGRITY`). */
  "bad-signal-integrity": 3,
  /** There is no cable (`ETHTOOL_LINK_EXT_STATE_NO_CABLE`). */
  "no-cable": 4,
  /** The cable is wrong (`ETHTOOL_LINK_EXT_STATE_CABLE_ISSUE`). */
  "cable-issue": 5,
  /**
   * The module's memory cannot be read
   * (`ETHTOOL_LINK_EXT_STATE_EEPROM_ISSUE`).
   */
  "eeprom-issue": 6,
  /** Calibration failed (`ETHTOOL_LINK_EXT_STATE_CALIBRATION_FAILURE`). */
  "calibration-failure": 7,
  /**
   * It needs too much power
   * (`ETHTOOL_LINK_EXT_STATE_POWER_BUDGET_EXCEEDED`).
   */
  "power-budget-exceeded": 8,
  /** The module is too hot (`ETHTOOL_LINK_EXT_STATE_OVERHEAT`). */
  overheat: 9,
  /** The module is not ready (`ETHTOOL_LINK_EXT_STATE_MODULE`). */
  module: 10,
  /**
   * The device may not be that fast
   * (`ETHTOOL_LINK_EXT_STATE_OTP_SPEED_VIOLATION`).
   */
  "otp-speed-violation": 11,
  /**
   * The management controller wants none
   * (`ETHTOOL_LINK_EXT_STATE_BMC_REQUEST_DOWN`).
   */
  "bmc-request-down": 12,
} as const;

/** Port and transceiver. */
export interface EthtoolLinkInfo extends Attributes {
  /** Device (`ETHTOOL_A_LINKINFO_HEADER`). */
  header?: EthtoolHeader;
  /** Connector, {@linkcode ETHTOOL_PORTS} (`ETHTOOL_A_LINKINFO_PORT`). */
  port?: number;
  /** MDIO address of the PHY (`ETHTOOL_A_LINKINFO_PHYADDR`). */
  phyaddr?: number;
  /**
   * Crossover of a twisted pair, {@linkcode ETHTOOL_MDIX}; replies only
   * (`ETHTOOL_A_LINKINFO_TP_MDIX`).
   */
  tpMdix?: number;
  /**
   * Which crossover is wanted, {@linkcode ETHTOOL_MDIX}
   * (`ETHTOOL_A_LINKINFO_TP_MDIX_CTRL`).
   */
  tpMdixCtrl?: number;
  /**
   * Where the PHY is, {@linkcode ETHTOOL_TRANSCEIVERS}; replies only
   * (`ETHTOOL_A_LINKINFO_TRANSCEIVER`).
   */
  transceiver?: number;
}

/** Speeds, and what is negotiated. */
export interface EthtoolLinkModes extends Attributes {
  /** Device (`ETHTOOL_A_LINKMODES_HEADER`). */
  header?: EthtoolHeader;
  /** Whether modes are negotiated (`ETHTOOL_A_LINKMODES_AUTONEG`). */
  autoneg?: number;
  /**
   * Modes that are advertised, out of those that are supported
   * (`ETHTOOL_A_LINKMODES_OURS`).
   */
  ours?: EthtoolBitset;
  /**
   * Modes that the other end advertises; replies only
   * (`ETHTOOL_A_LINKMODES_PEER`).
   */
  peer?: EthtoolBitset;
  /**
   * Speed in Mbit/s, 2^32-1 if it is not known
   * (`ETHTOOL_A_LINKMODES_SPEED`).
   */
  speed?: number;
  /** {@linkcode ETHTOOL_DUPLEXES} (`ETHTOOL_A_LINKMODES_DUPLEX`). */
  duplex?: number;
  /**
   * Which role is wanted, {@linkcode ETHTOOL_MASTER_SLAVE_CONFIGS}
   * (`ETHTOOL_A_LINKMODES_MASTER_SLAVE_CFG`).
   */
  masterSlaveCfg?: number;
  /**
   * Role, {@linkcode ETHTOOL_MASTER_SLAVE_STATES}; replies only
   * (`ETHTOOL_A_LINKMODES_MASTER_SLAVE_STATE`).
   */
  masterSlaveState?: number;
  /** How many lanes there are (`ETHTOOL_A_LINKMODES_LANES`). */
  lanes?: number;
  /**
   * How the PHY matches other rates, {@linkcode ETHTOOL_RATE_MATCHINGS};
   * replies only (`ETHTOOL_A_LINKMODES_RATE_MATCHING`).
   */
  rateMatching?: number;
}

/** Whether there is a link, and why not. */
export interface EthtoolLinkState extends Attributes {
  /** Device (`ETHTOOL_A_LINKSTATE_HEADER`). */
  header?: EthtoolHeader;
  /** Whether there is a link (`ETHTOOL_A_LINKSTATE_LINK`). */
  link?: number;
  /** Quality of the signal, 0 to the greatest (`ETHTOOL_A_LINKSTATE_SQI`). */
  sqi?: number;
  /** Greatest quality of the signal (`ETHTOOL_A_LINKSTATE_SQI_MAX`). */
  sqiMax?: number;
  /**
   * Why there is none, {@linkcode ETHTOOL_LINK_EXT_STATES}
   * (`ETHTOOL_A_LINKSTATE_EXT_STATE`).
   */
  extState?: number;
  /**
   * More precisely why, {@linkcode ETHTOOL_LINK_EXT_SUBSTATES}
   * (`ETHTOOL_A_LINKSTATE_EXT_SUBSTATE`).
   */
  extSubstate?: number;
  /** How often the link went down (`ETHTOOL_A_LINKSTATE_EXT_DOWN_CNT`). */
  extDownCnt?: number;
}

/** What a driver logs. */
export interface EthtoolDebug extends Attributes {
  /** Device (`ETHTOOL_A_DEBUG_HEADER`). */
  header?: EthtoolHeader;
  /** Kinds of messages (`ETHTOOL_A_DEBUG_MSGMASK`). */
  msgmask?: EthtoolBitset;
}

/** What wakes the machine up. */
export interface EthtoolWakeOnLan extends Attributes {
  /** Device (`ETHTOOL_A_WOL_HEADER`). */
  header?: EthtoolHeader;
  /** What wakes it up, out of what can (`ETHTOOL_A_WOL_MODES`). */
  modes?: EthtoolBitset;
  /** Password in the packet, 6 bytes (`ETHTOOL_A_WOL_SOPASS`). */
  sopass?: Uint8Array;
}

/** What a device does itself: offloads. */
export interface EthtoolFeatures extends Attributes {
  /** Device (`ETHTOOL_A_FEATURES_HEADER`). */
  header?: EthtoolHeader;
  /** What can be switched (`ETHTOOL_A_FEATURES_HW`). */
  hw?: EthtoolBitset;
  /** What is wanted (`ETHTOOL_A_FEATURES_WANTED`). */
  wanted?: EthtoolBitset;
  /** What is on; replies only (`ETHTOOL_A_FEATURES_ACTIVE`). */
  active?: EthtoolBitset;
  /**
   * What can never be switched; replies only
   * (`ETHTOOL_A_FEATURES_NOCHANGE`).
   */
  nochange?: EthtoolBitset;
}

/** Energy-Efficient Ethernet. */
export interface EthtoolEee extends Attributes {
  /** Device (`ETHTOOL_A_EEE_HEADER`). */
  header?: EthtoolHeader;
  /**
   * Modes that are advertised, out of those that are supported
   * (`ETHTOOL_A_EEE_MODES_OURS`).
   */
  modesOurs?: EthtoolBitset;
  /**
   * Modes that the other end advertises; replies only
   * (`ETHTOOL_A_EEE_MODES_PEER`).
   */
  modesPeer?: EthtoolBitset;
  /** Whether both ends save energy; replies only (`ETHTOOL_A_EEE_ACTIVE`). */
  active?: number;
  /** Whether energy is saved (`ETHTOOL_A_EEE_ENABLED`). */
  enabled?: number;
  /** Whether sending pauses to save energy (`ETHTOOL_A_EEE_TX_LPI_ENABLED`). */
  txLpiEnabled?: number;
  /**
   * Microseconds without a packet after which it does
   * (`ETHTOOL_A_EEE_TX_LPI_TIMER`).
   */
  txLpiTimer?: number;
}

/** Codec of {@linkcode EthtoolLinkInfo}. */
export const ethtoolLinkInfo: Codec<EthtoolLinkInfo> = attributes({
  header: ["ETHTOOL_A_LINKINFO_HEADER", 1, ethtoolHeader],
  port: ["ETHTOOL_A_LINKINFO_PORT", 2, u8],
  phyaddr: ["ETHTOOL_A_LINKINFO_PHYADDR", 3, u8],
  tpMdix: ["ETHTOOL_A_LINKINFO_TP_MDIX", 4, u8],
  tpMdixCtrl: ["ETHTOOL_A_LINKINFO_TP_MDIX_CTRL", 5, u8],
  transceiver: ["ETHTOOL_A_LINKINFO_TRANSCEIVER", 6, u8],
});

/** Codec of {@linkcode EthtoolLinkModes}. */
export const ethtoolLinkModes: Codec<EthtoolLinkModes> = attributes({
  header: ["ETHTOOL_A_LINKMODES_HEADER", 1, ethtoolHeader],
  autoneg: ["ETHTOOL_A_LINKMODES_AUTONEG", 2, u8],
  ours: ["ETHTOOL_A_LINKMODES_OURS", 3, ethtoolBitset],
  peer: ["ETHTOOL_A_LINKMODES_PEER", 4, ethtoolBitset],
  speed: ["ETHTOOL_A_LINKMODES_SPEED", 5, u32],
  duplex: ["ETHTOOL_A_LINKMODES_DUPLEX", 6, u8],
  masterSlaveCfg: ["ETHTOOL_A_LINKMODES_MASTER_SLAVE_CFG", 7, u8],
  masterSlaveState: ["ETHTOOL_A_LINKMODES_MASTER_SLAVE_STATE", 8, u8],
  lanes: ["ETHTOOL_A_LINKMODES_LANES", 9, u32],
  rateMatching: ["ETHTOOL_A_LINKMODES_RATE_MATCHING", 10, u8],
});

/** Codec of {@linkcode EthtoolLinkState}. */
export const ethtoolLinkState: Codec<EthtoolLinkState> = attributes({
  header: ["ETHTOOL_A_LINKSTATE_HEADER", 1, ethtoolHeader],
  link: ["ETHTOOL_A_LINKSTATE_LINK", 2, u8],
  sqi: ["ETHTOOL_A_LINKSTATE_SQI", 3, u32],
  sqiMax: ["ETHTOOL_A_LINKSTATE_SQI_MAX", 4, u32],
  extState: ["ETHTOOL_A_LINKSTATE_EXT_STATE", 5, u8],
  extSubstate: ["ETHTOOL_A_LINKSTATE_EXT_SUBSTATE", 6, u8],
  extDownCnt: ["ETHTOOL_A_LINKSTATE_EXT_DOWN_CNT", 7, u32],
});

/** Codec of {@linkcode EthtoolDebug}. */
export const ethtoolDebug: Codec<EthtoolDebug> = attributes({
  header: ["ETHTOOL_A_DEBUG_HEADER", 1, ethtoolHeader],
  msgmask: ["ETHTOOL_A_DEBUG_MSGMASK", 2, ethtoolBitset],
});

/** Codec of {@linkcode EthtoolWakeOnLan}. */
export const ethtoolWakeOnLan: Codec<EthtoolWakeOnLan> = attributes({
  header: ["ETHTOOL_A_WOL_HEADER", 1, ethtoolHeader],
  modes: ["ETHTOOL_A_WOL_MODES", 2, ethtoolBitset],
  sopass: ["ETHTOOL_A_WOL_SOPASS", 3, bytes],
});

/** Codec of {@linkcode EthtoolFeatures}. */
export const ethtoolFeatures: Codec<EthtoolFeatures> = attributes({
  header: ["ETHTOOL_A_FEATURES_HEADER", 1, ethtoolHeader],
  hw: ["ETHTOOL_A_FEATURES_HW", 2, ethtoolBitset],
  wanted: ["ETHTOOL_A_FEATURES_WANTED", 3, ethtoolBitset],
  active: ["ETHTOOL_A_FEATURES_ACTIVE", 4, ethtoolBitset],
  nochange: ["ETHTOOL_A_FEATURES_NOCHANGE", 5, ethtoolBitset],
});

/** Codec of {@linkcode EthtoolEee}. */
export const ethtoolEee: Codec<EthtoolEee> = attributes({
  header: ["ETHTOOL_A_EEE_HEADER", 1, ethtoolHeader],
  modesOurs: ["ETHTOOL_A_EEE_MODES_OURS", 2, ethtoolBitset],
  modesPeer: ["ETHTOOL_A_EEE_MODES_PEER", 3, ethtoolBitset],
  active: ["ETHTOOL_A_EEE_ACTIVE", 4, u8],
  enabled: ["ETHTOOL_A_EEE_ENABLED", 5, u8],
  txLpiEnabled: ["ETHTOOL_A_EEE_TX_LPI_ENABLED", 6, u8],
  txLpiTimer: ["ETHTOOL_A_EEE_TX_LPI_TIMER", 7, u32],
});
