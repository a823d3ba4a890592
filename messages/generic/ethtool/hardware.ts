/**
 * Tunnel ports, modules, shared cables and signals of the family `ethtool`.
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
  be16,
  bytes,
  type Codec,
  list,
  multi,
  string,
  u16,
  u32,
  u8,
  uint,
} from "../../codec/mod.ts";
import {
  type EthtoolBitset,
  ethtoolBitset,
  type EthtoolHeader,
  ethtoolHeader,
} from "./common.ts";

/** What UDP ports carry: `ETHTOOL_UDP_TUNNEL_TYPE_*`. */
export const ETHTOOL_TUNNEL_TYPES = {
  /** VXLAN (`ETHTOOL_UDP_TUNNEL_TYPE_VXLAN`). */
  vxlan: 0,
  /** GENEVE (`ETHTOOL_UDP_TUNNEL_TYPE_GENEVE`). */
  geneve: 1,
  /**
   * VXLAN with the generic protocol extension
   * (`ETHTOOL_UDP_TUNNEL_TYPE_VXLAN_GPE`).
   */
  "vxlan-gpe": 2,
} as const;

/** How power modes are chosen: `ETHTOOL_MODULE_POWER_MODE_POLICY_*`. */
export const ETHTOOL_MODULE_POLICIES = {
  /** It is always high (`ETHTOOL_MODULE_POWER_MODE_POLICY_HIGH`). */
  high: 1,
  /**
   * It is high while the device is up
   * (`ETHTOOL_MODULE_POWER_MODE_POLICY_AUTO`).
   */
  auto: 2,
} as const;

/** Power modes of modules: `ETHTOOL_MODULE_POWER_MODE_*`. */
export const ETHTOOL_MODULE_MODES = {
  /** Low (`ETHTOOL_MODULE_POWER_MODE_LOW`). */
  low: 1,
  /** High (`ETHTOOL_MODULE_POWER_MODE_HIGH`). */
  high: 2,
} as const;

/** How far the writing of firmware is: `ETHTOOL_MODULE_FW_FLASH_STATUS_*`. */
export const ETHTOOL_FLASH_STATUSES = {
  /** It has begun (`ETHTOOL_MODULE_FW_FLASH_STATUS_STARTED`). */
  started: 1,
  /** It goes on (`ETHTOOL_MODULE_FW_FLASH_STATUS_IN_PROGRESS`). */
  "in-progress": 2,
  /** It is done (`ETHTOOL_MODULE_FW_FLASH_STATUS_COMPLETED`). */
  completed: 3,
  /** It failed (`ETHTOOL_MODULE_FW_FLASH_STATUS_ERROR`). */
  error: 4,
} as const;

/** What PHYs are attached to: `PHY_UPSTREAM_*`. */
export const ETHTOOL_PHY_UPSTREAMS = {
  /** A MAC (`PHY_UPSTREAM_MAC`). */
  mac: 0,
  /** Another PHY (`PHY_UPSTREAM_PHY`). */
  phy: 1,
} as const;

/** A UDP port of a tunnel. */
export interface EthtoolTunnelPort extends Attributes {
  /** The port (`ETHTOOL_A_TUNNEL_UDP_ENTRY_PORT`). */
  port?: number;
  /**
   * What it carries, {@linkcode ETHTOOL_TUNNEL_TYPES}
   * (`ETHTOOL_A_TUNNEL_UDP_ENTRY_TYPE`).
   */
  type?: number;
}

/** A table of UDP ports. */
export interface EthtoolTunnelTable extends Attributes {
  /** How many ports fit (`ETHTOOL_A_TUNNEL_UDP_TABLE_SIZE`). */
  size?: number;
  /**
   * What they can carry, of the string set `udp-tunnel-types`
   * (`ETHTOOL_A_TUNNEL_UDP_TABLE_TYPES`).
   */
  types?: EthtoolBitset;
  /** The ports (`ETHTOOL_A_TUNNEL_UDP_TABLE_ENTRY`). */
  entry?: EthtoolTunnelPort[];
}

/**
 * UDP ports of tunnels that the device supports; replies only but for the
 * header.
 */
export interface EthtoolTunnelInfo extends Attributes {
  /** Device (`ETHTOOL_A_TUNNEL_INFO_HEADER`). */
  header?: EthtoolHeader;
  /** The tables (`ETHTOOL_A_TUNNEL_INFO_UDP_PORTS`). */
  udpPorts?: EthtoolTunnelTable[];
}

/** A pluggable module. */
export interface EthtoolModule extends Attributes {
  /** Device (`ETHTOOL_A_MODULE_HEADER`). */
  header?: EthtoolHeader;
  /**
   * How its power mode is chosen, {@linkcode ETHTOOL_MODULE_POLICIES}
   * (`ETHTOOL_A_MODULE_POWER_MODE_POLICY`).
   */
  powerModePolicy?: number;
  /**
   * Power mode, {@linkcode ETHTOOL_MODULE_MODES}; replies only
   * (`ETHTOOL_A_MODULE_POWER_MODE`).
   */
  powerMode?: number;
}

/** Bytes of a module's memory. */
export interface EthtoolModuleEeprom extends Attributes {
  /** Device (`ETHTOOL_A_MODULE_EEPROM_HEADER`). */
  header?: EthtoolHeader;
  /** First byte, in the page (`ETHTOOL_A_MODULE_EEPROM_OFFSET`). */
  offset?: number;
  /** How many bytes (`ETHTOOL_A_MODULE_EEPROM_LENGTH`). */
  length?: number;
  /** Number of the page (`ETHTOOL_A_MODULE_EEPROM_PAGE`). */
  page?: number;
  /** Number of the bank (`ETHTOOL_A_MODULE_EEPROM_BANK`). */
  bank?: number;
  /** Address on the I2C bus (`ETHTOOL_A_MODULE_EEPROM_I2C_ADDRESS`). */
  i2cAddress?: number;
  /** The bytes; replies only (`ETHTOOL_A_MODULE_EEPROM_DATA`). */
  data?: Uint8Array;
}

/** Writing a module's firmware. */
export interface EthtoolModuleFlash extends Attributes {
  /** Device (`ETHTOOL_A_MODULE_FW_FLASH_HEADER`). */
  header?: EthtoolHeader;
  /**
   * Name of the file in the folder of firmware; requests only
   * (`ETHTOOL_A_MODULE_FW_FLASH_FILE_NAME`).
   */
  fileName?: string;
  /**
   * Password of the module; requests only
   * (`ETHTOOL_A_MODULE_FW_FLASH_PASSWORD`).
   */
  password?: number;
  /**
   * How far it is, {@linkcode ETHTOOL_FLASH_STATUSES}; notifications only
   * (`ETHTOOL_A_MODULE_FW_FLASH_STATUS`).
   */
  status?: number;
  /**
   * More about that; notifications only
   * (`ETHTOOL_A_MODULE_FW_FLASH_STATUS_MSG`).
   */
  statusMsg?: string;
  /** Bytes written; notifications only (`ETHTOOL_A_MODULE_FW_FLASH_DONE`). */
  done?: bigint;
  /**
   * Bytes to be written; notifications only
   * (`ETHTOOL_A_MODULE_FW_FLASH_TOTAL`).
   */
  total?: bigint;
}

/** Who sends when on a shared cable (PLCA). */
export interface EthtoolPlca extends Attributes {
  /** Device (`ETHTOOL_A_PLCA_HEADER`). */
  header?: EthtoolHeader;
  /**
   * Identifier and version of the register map; replies only
   * (`ETHTOOL_A_PLCA_VERSION`).
   */
  version?: number;
  /** Whether it is used (`ETHTOOL_A_PLCA_ENABLED`). */
  enabled?: number;
  /** Whether the beacon is there; replies only (`ETHTOOL_A_PLCA_STATUS`). */
  status?: number;
  /** How many nodes there are (`ETHTOOL_A_PLCA_NODE_CNT`). */
  nodeCnt?: number;
  /** Number of this node, 0 for the coordinator (`ETHTOOL_A_PLCA_NODE_ID`). */
  nodeId?: number;
  /** Bit times of a transmit opportunity (`ETHTOOL_A_PLCA_TO_TMR`). */
  toTmr?: number;
  /**
   * Packets that may be sent in a row besides the first
   * (`ETHTOOL_A_PLCA_BURST_CNT`).
   */
  burstCnt?: number;
  /**
   * Bit times to wait for the next packet of a row
   * (`ETHTOOL_A_PLCA_BURST_TMR`).
   */
  burstTmr?: number;
}

/** A PHY of a device; replies only but for the header. */
export interface EthtoolPhy extends Attributes {
  /** Device (`ETHTOOL_A_PHY_HEADER`). */
  header?: EthtoolHeader;
  /** Its number (`ETHTOOL_A_PHY_INDEX`). */
  index?: number;
  /** Name of its driver (`ETHTOOL_A_PHY_DRVNAME`). */
  drvname?: string;
  /** Name of the PHY (`ETHTOOL_A_PHY_NAME`). */
  name?: string;
  /**
   * What it is attached to, {@linkcode ETHTOOL_PHY_UPSTREAMS}
   * (`ETHTOOL_A_PHY_UPSTREAM_TYPE`).
   */
  upstreamType?: number;
  /**
   * Number of the PHY that it is attached to
   * (`ETHTOOL_A_PHY_UPSTREAM_INDEX`).
   */
  upstreamIndex?: number;
  /**
   * Name of the SFP bus that it is attached by
   * (`ETHTOOL_A_PHY_UPSTREAM_SFP_NAME`).
   */
  upstreamSfpName?: string;
  /**
   * Name of the SFP bus that is attached to it
   * (`ETHTOOL_A_PHY_DOWNSTREAM_SFP_NAME`).
   */
  downstreamSfpName?: string;
}

/** Codec of {@linkcode EthtoolTunnelPort}. */
export const ethtoolTunnelPort: Codec<EthtoolTunnelPort> = attributes({
  port: ["ETHTOOL_A_TUNNEL_UDP_ENTRY_PORT", 1, be16],
  type: ["ETHTOOL_A_TUNNEL_UDP_ENTRY_TYPE", 2, u32],
});

/** Codec of {@linkcode EthtoolTunnelTable}. */
export const ethtoolTunnelTable: Codec<EthtoolTunnelTable> = attributes({
  size: ["ETHTOOL_A_TUNNEL_UDP_TABLE_SIZE", 1, u32],
  types: ["ETHTOOL_A_TUNNEL_UDP_TABLE_TYPES", 2, ethtoolBitset],
  entry: ["ETHTOOL_A_TUNNEL_UDP_TABLE_ENTRY", 3, multi(ethtoolTunnelPort)],
});

/** Codec of {@linkcode EthtoolTunnelInfo}. */
export const ethtoolTunnelInfo: Codec<EthtoolTunnelInfo> = attributes({
  header: ["ETHTOOL_A_TUNNEL_INFO_HEADER", 1, ethtoolHeader],
  udpPorts: [
    "ETHTOOL_A_TUNNEL_INFO_UDP_PORTS",
    2,
    list(ethtoolTunnelTable, ["ETHTOOL_A_TUNNEL_UDP_TABLE", 1]),
  ],
});

/** Codec of {@linkcode EthtoolModule}. */
export const ethtoolModule: Codec<EthtoolModule> = attributes({
  header: ["ETHTOOL_A_MODULE_HEADER", 1, ethtoolHeader],
  powerModePolicy: ["ETHTOOL_A_MODULE_POWER_MODE_POLICY", 2, u8],
  powerMode: ["ETHTOOL_A_MODULE_POWER_MODE", 3, u8],
});

/** Codec of {@linkcode EthtoolModuleEeprom}. */
export const ethtoolModuleEeprom: Codec<EthtoolModuleEeprom> = attributes({
  header: ["ETHTOOL_A_MODULE_EEPROM_HEADER", 1, ethtoolHeader],
  offset: ["ETHTOOL_A_MODULE_EEPROM_OFFSET", 2, u32],
  length: ["ETHTOOL_A_MODULE_EEPROM_LENGTH", 3, u32],
  page: ["ETHTOOL_A_MODULE_EEPROM_PAGE", 4, u8],
  bank: ["ETHTOOL_A_MODULE_EEPROM_BANK", 5, u8],
  i2cAddress: ["ETHTOOL_A_MODULE_EEPROM_I2C_ADDRESS", 6, u8],
  data: ["ETHTOOL_A_MODULE_EEPROM_DATA", 7, bytes],
});

/** Codec of {@linkcode EthtoolModuleFlash}. */
export const ethtoolModuleFlash: Codec<EthtoolModuleFlash> = attributes({
  header: ["ETHTOOL_A_MODULE_FW_FLASH_HEADER", 1, ethtoolHeader],
  fileName: ["ETHTOOL_A_MODULE_FW_FLASH_FILE_NAME", 2, string],
  password: ["ETHTOOL_A_MODULE_FW_FLASH_PASSWORD", 3, u32],
  status: ["ETHTOOL_A_MODULE_FW_FLASH_STATUS", 4, u32],
  statusMsg: ["ETHTOOL_A_MODULE_FW_FLASH_STATUS_MSG", 5, string],
  done: ["ETHTOOL_A_MODULE_FW_FLASH_DONE", 6, uint],
  total: ["ETHTOOL_A_MODULE_FW_FLASH_TOTAL", 7, uint],
});

/** Codec of {@linkcode EthtoolPlca}. */
export const ethtoolPlca: Codec<EthtoolPlca> = attributes({
  header: ["ETHTOOL_A_PLCA_HEADER", 1, ethtoolHeader],
  version: ["ETHTOOL_A_PLCA_VERSION", 2, u16],
  enabled: ["ETHTOOL_A_PLCA_ENABLED", 3, u8],
  status: ["ETHTOOL_A_PLCA_STATUS", 4, u8],
  nodeCnt: ["ETHTOOL_A_PLCA_NODE_CNT", 5, u32],
  nodeId: ["ETHTOOL_A_PLCA_NODE_ID", 6, u32],
  toTmr: ["ETHTOOL_A_PLCA_TO_TMR", 7, u32],
  burstCnt: ["ETHTOOL_A_PLCA_BURST_CNT", 8, u32],
  burstTmr: ["ETHTOOL_A_PLCA_BURST_TMR", 9, u32],
});

/** Codec of {@linkcode EthtoolPhy}. */
export const ethtoolPhy: Codec<EthtoolPhy> = attributes({
  header: ["ETHTOOL_A_PHY_HEADER", 1, ethtoolHeader],
  index: ["ETHTOOL_A_PHY_INDEX", 2, u32],
  drvname: ["ETHTOOL_A_PHY_DRVNAME", 3, string],
  name: ["ETHTOOL_A_PHY_NAME", 4, string],
  upstreamType: ["ETHTOOL_A_PHY_UPSTREAM_TYPE", 5, u32],
  upstreamIndex: ["ETHTOOL_A_PHY_UPSTREAM_INDEX", 6, u32],
  upstreamSfpName: ["ETHTOOL_A_PHY_UPSTREAM_SFP_NAME", 7, string],
  downstreamSfpName: ["ETHTOOL_A_PHY_DOWNSTREAM_SFP_NAME", 8, string],
});
