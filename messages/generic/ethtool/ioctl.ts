/**
 * What of ethtool has no netlink message: the structs of `SIOCETHTOOL`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/ethtool.h | linux/ethtool.h}
 *
 * @module
 */

import {
  type Codec,
  fixedBytes,
  fixedString,
  struct,
  u32,
} from "../../codec/mod.ts";

/** The request of all commands. */
export const SIOCETHTOOL = 0x8946;

/** Asks for driver and device. */
export const ETHTOOL_GDRVINFO = 0x00000003;
/** Asks for the texts of a set. */
export const ETHTOOL_GSTRINGS = 0x0000001b;
/** Asks for the counters of the driver. */
export const ETHTOOL_GSTATS = 0x0000001d;
/** Asks how many texts sets have. */
export const ETHTOOL_GSSET_INFO = 0x00000037;

/** Bytes of a text. */
export const ETH_GSTRING_LEN = 32;

/** Driver and device (`struct ethtool_drvinfo`). */
export interface EthtoolDriverInfo {
  /** `ETHTOOL_GDRVINFO` (`cmd`). */
  cmd: number;
  /** Name of the driver (`driver`). */
  driver: string;
  /** Version of the driver (`version`). */
  version: string;
  /** Version of the firmware (`fw_version`). */
  fwVersion: string;
  /** Address on the bus (`bus_info`). */
  busInfo: string;
  /** Version of the expansion ROM (`erom_version`). */
  eromVersion: string;
  /** Nothing (`reserved2`). */
  reserved2: Uint8Array;
  /** How many private flags there are (`n_priv_flags`). */
  nPrivFlags: number;
  /** How many counters there are (`n_stats`). */
  nStats: number;
  /** How many self-tests there are (`testinfo_len`). */
  testinfoLen: number;
  /** Bytes of the EEPROM (`eedump_len`). */
  eedumpLen: number;
  /** Bytes of the registers (`regdump_len`). */
  regdumpLen: number;
}

/** Codec of {@linkcode EthtoolDriverInfo}. */
export const ethtoolDriverInfo: Codec<EthtoolDriverInfo> = struct({
  cmd: u32,
  driver: fixedString(32),
  version: fixedString(32),
  fwVersion: fixedString(32),
  busInfo: fixedString(32),
  eromVersion: fixedString(32),
  reserved2: fixedBytes(12),
  nPrivFlags: u32,
  nStats: u32,
  testinfoLen: u32,
  eedumpLen: u32,
  regdumpLen: u32,
});
