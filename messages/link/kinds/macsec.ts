/**
 * MACsec links: `IFLA_MACSEC_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_macsec.h | linux/if_macsec.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/drivers/net/macsec.c | drivers/net/macsec.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  be16,
  be64,
  type Codec,
  u32,
  u64,
  u8,
} from "../../codec/mod.ts";

/** Frames are not checked. */
export const MACSEC_VALIDATE_DISABLED = 0;
/** Frames are checked, invalid ones are counted. */
export const MACSEC_VALIDATE_CHECK = 1;
/** Frames are checked, invalid ones are dropped. */
export const MACSEC_VALIDATE_STRICT = 2;

/** Names of what happens to invalid frames (`MACSEC_VALIDATE_*`). */
export const MACSEC_VALIDATION = {
  disabled: MACSEC_VALIDATE_DISABLED,
  check: MACSEC_VALIDATE_CHECK,
  strict: MACSEC_VALIDATE_STRICT,
} as const;

/** The kernel. */
export const MACSEC_OFFLOAD_OFF = 0;
/** The PHY. */
export const MACSEC_OFFLOAD_PHY = 1;
/** The network adapter. */
export const MACSEC_OFFLOAD_MAC = 2;

/** Names of who does the work (`MACSEC_OFFLOAD_*`). */
export const MACSEC_OFFLOADS = {
  off: MACSEC_OFFLOAD_OFF,
  phy: MACSEC_OFFLOAD_PHY,
  mac: MACSEC_OFFLOAD_MAC,
} as const;

/** GCM-AES-128. */
export const MACSEC_CIPHER_ID_GCM_AES_128 = 0x80c20001000001n;
/** GCM-AES-256. */
export const MACSEC_CIPHER_ID_GCM_AES_256 = 0x80c20001000002n;
/** GCM-AES-XPN-128, with 64-bit packet numbers. */
export const MACSEC_CIPHER_ID_GCM_AES_XPN_128 = 0x80c20001000003n;
/** GCM-AES-XPN-256, with 64-bit packet numbers. */
export const MACSEC_CIPHER_ID_GCM_AES_XPN_256 = 0x80c20001000004n;

/** Names of cipher suites (`MACSEC_CIPHER_ID_*`). */
export const MACSEC_CIPHERS = {
  "gcm-aes-128": MACSEC_CIPHER_ID_GCM_AES_128,
  "gcm-aes-256": MACSEC_CIPHER_ID_GCM_AES_256,
  "gcm-aes-xpn-128": MACSEC_CIPHER_ID_GCM_AES_XPN_128,
  "gcm-aes-xpn-256": MACSEC_CIPHER_ID_GCM_AES_XPN_256,
} as const;
/** Old identifier of GCM-AES-128, which kernels report for it. */
export const MACSEC_DEFAULT_CIPHER_ID = 0x80020001000001n;

/** `IFLA_INFO_DATA` of a MACsec link: `IFLA_MACSEC_*`. */
export interface MacsecData extends Attributes {
  /**
   * Secure channel identifier: hardware address and port (`IFLA_MACSEC_SCI`).
   */
  sci?: bigint;
  /**
   * Port, which with the hardware address makes the identifier; requests only
   * (`IFLA_MACSEC_PORT`).
   */
  port?: number;
  /** Length of the integrity check value in bytes (`IFLA_MACSEC_ICV_LEN`). */
  icvLen?: number;
  /** Cipher suite: `MACSEC_CIPHER_ID_*` (`IFLA_MACSEC_CIPHER_SUITE`). */
  cipherSuite?: bigint;
  /** How many packets may arrive late (`IFLA_MACSEC_WINDOW`). */
  window?: number;
  /**
   * Association number of the secure association in use for sending, 0 to 3
   * (`IFLA_MACSEC_ENCODING_SA`).
   */
  encodingSa?: number;
  /** 1 to encrypt, 0 to sign only (`IFLA_MACSEC_ENCRYPT`). */
  encrypt?: number;
  /** 1 to protect outgoing frames (`IFLA_MACSEC_PROTECT`). */
  protect?: number;
  /** 1 to put the identifier into each frame (`IFLA_MACSEC_INC_SCI`). */
  incSci?: number;
  /** 1 to set the end station bit (`IFLA_MACSEC_ES`). */
  es?: number;
  /** 1 to set the single copy broadcast bit (`IFLA_MACSEC_SCB`). */
  scb?: number;
  /**
   * 1 to drop frames that are later than the window
   * (`IFLA_MACSEC_REPLAY_PROTECT`).
   */
  replayProtect?: number;
  /**
   * What happens to invalid frames: `MACSEC_VALIDATE_*`
   * (`IFLA_MACSEC_VALIDATION`).
   */
  validation?: number;
  /** Who does the work: `MACSEC_OFFLOAD_*` (`IFLA_MACSEC_OFFLOAD`). */
  offload?: number;
}

/** Codec of {@linkcode MacsecData}. */
export const macsecData: Codec<MacsecData> = attributes({
  sci: ["IFLA_MACSEC_SCI", 1, be64],
  port: ["IFLA_MACSEC_PORT", 2, be16],
  icvLen: ["IFLA_MACSEC_ICV_LEN", 3, u8],
  cipherSuite: ["IFLA_MACSEC_CIPHER_SUITE", 4, u64],
  window: ["IFLA_MACSEC_WINDOW", 5, u32],
  encodingSa: ["IFLA_MACSEC_ENCODING_SA", 6, u8],
  encrypt: ["IFLA_MACSEC_ENCRYPT", 7, u8],
  protect: ["IFLA_MACSEC_PROTECT", 8, u8],
  incSci: ["IFLA_MACSEC_INC_SCI", 9, u8],
  es: ["IFLA_MACSEC_ES", 10, u8],
  scb: ["IFLA_MACSEC_SCB", 11, u8],
  replayProtect: ["IFLA_MACSEC_REPLAY_PROTECT", 12, u8],
  validation: ["IFLA_MACSEC_VALIDATION", 13, u8],
  offload: ["IFLA_MACSEC_OFFLOAD", 15, u8],
}, { nestedFlag: false, pad: ["IFLA_MACSEC_PAD", 14] });
