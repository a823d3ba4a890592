/**
 * Channels and associations of MACsec links, family `macsec`: `MACSEC_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_macsec.h | linux/if_macsec.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/drivers/net/macsec.c | drivers/net/macsec.c}
 * @see {@link https://man7.org/linux/man-pages/man8/ip-macsec.8.html | ip-macsec(8)}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  be32,
  be64,
  bytes,
  type Codec,
  fixedBytes,
  list,
  u32,
  u64,
  u8,
} from "../codec/mod.ts";
import { type GenericMessage, genericMessage } from "./header.ts";
import {
  type MacsecRxscStats,
  macsecRxscStats,
  type MacsecSaStats,
  macsecSaStats,
  type MacsecSecyStats,
  macsecSecyStats,
  type MacsecTxscStats,
  macsecTxscStats,
} from "./macsec_stats.ts";
import { packetNumber } from "./packet_number.ts";

/** Name of the family. */
export const MACSEC_GENL_NAME = "macsec";

/** Version of the family's interface. */
export const MACSEC_GENL_VERSION = 1;
/** Most bytes of a key. */
export const MACSEC_MAX_KEY_LEN = 128;
/** Bytes of a key's identifier. */
export const MACSEC_KEYID_LEN = 16;
/** Bytes of a salt. */
export const MACSEC_SALT_LEN = 12;

/** Asks for MACsec links with all channels. */
export const MACSEC_CMD_GET_TXSC = 0;
/** Adds a receive channel. */
export const MACSEC_CMD_ADD_RXSC = 1;
/** Deletes a receive channel. */
export const MACSEC_CMD_DEL_RXSC = 2;
/** Changes a receive channel. */
export const MACSEC_CMD_UPD_RXSC = 3;
/** Adds a transmit association. */
export const MACSEC_CMD_ADD_TXSA = 4;
/** Deletes a transmit association. */
export const MACSEC_CMD_DEL_TXSA = 5;
/** Changes a transmit association. */
export const MACSEC_CMD_UPD_TXSA = 6;
/** Adds a receive association. */
export const MACSEC_CMD_ADD_RXSA = 7;
/** Deletes a receive association. */
export const MACSEC_CMD_DEL_RXSA = 8;
/** Changes a receive association. */
export const MACSEC_CMD_UPD_RXSA = 9;
/** Changes who does the work. */
export const MACSEC_CMD_UPD_OFFLOAD = 10;

/** A secure association: `MACSEC_SA_ATTR_*`. */
export interface MacsecSa extends Attributes {
  /** Association number, 0 to 3 (`MACSEC_SA_ATTR_AN`). */
  an?: number;
  /** 1 if it is in use (`MACSEC_SA_ATTR_ACTIVE`). */
  active?: number;
  /**
   * Next packet number: 64 bits (`bigint`) with the suites of extended packet
   * numbers, else 32 (`number`) (`MACSEC_SA_ATTR_PN`).
   */
  pn?: number | bigint;
  /** Key; requests only (`MACSEC_SA_ATTR_KEY`). */
  key?: Uint8Array;
  /** Identifier of the key (`MACSEC_SA_ATTR_KEYID`). */
  keyid?: Uint8Array;
  /** Statistics; replies only (`MACSEC_SA_ATTR_STATS`). */
  stats?: MacsecSaStats;
  /**
   * Short secure channel identifier, with extended packet numbers
   * (`MACSEC_SA_ATTR_SSCI`).
   */
  ssci?: number;
  /**
   * Salt, with extended packet numbers; requests only (`MACSEC_SA_ATTR_SALT`).
   */
  salt?: Uint8Array;
}

/** A receive channel: `MACSEC_RXSC_ATTR_*`. */
export interface MacsecRxsc extends Attributes {
  /** Secure channel identifier (`MACSEC_RXSC_ATTR_SCI`). */
  sci?: bigint;
  /** 1 if it is in use (`MACSEC_RXSC_ATTR_ACTIVE`). */
  active?: number;
  /** Associations; replies only (`MACSEC_RXSC_ATTR_SA_LIST`). */
  saList?: MacsecSa[];
  /** Statistics; replies only (`MACSEC_RXSC_ATTR_STATS`). */
  stats?: MacsecRxscStats;
}

/** The MACsec entity of a link, in replies: `MACSEC_SECY_ATTR_*`. */
export interface MacsecSecy extends Attributes {
  /**
   * Secure channel identifier of the transmit channel (`MACSEC_SECY_ATTR_SCI`).
   */
  sci?: bigint;
  /**
   * Association number that is in use for sending
   * (`MACSEC_SECY_ATTR_ENCODING_SA`).
   */
  encodingSa?: number;
  /** How many packets may arrive late (`MACSEC_SECY_ATTR_WINDOW`). */
  window?: number;
  /** `MACSEC_CIPHER_ID_*` (`MACSEC_SECY_ATTR_CIPHER_SUITE`). */
  cipherSuite?: bigint;
  /**
   * Length of the integrity check value in bytes (`MACSEC_SECY_ATTR_ICV_LEN`).
   */
  icvLen?: number;
  /** 1 if outgoing frames are protected (`MACSEC_SECY_ATTR_PROTECT`). */
  protect?: number;
  /**
   * 1 if frames later than the window are dropped (`MACSEC_SECY_ATTR_REPLAY`).
   */
  replay?: number;
  /** 1 if the link is operational (`MACSEC_SECY_ATTR_OPER`). */
  oper?: number;
  /** `MACSEC_VALIDATE_*` (`MACSEC_SECY_ATTR_VALIDATE`). */
  validate?: number;
  /** 1 if frames are encrypted (`MACSEC_SECY_ATTR_ENCRYPT`). */
  encrypt?: number;
  /**
   * 1 if the identifier is put into each frame (`MACSEC_SECY_ATTR_INC_SCI`).
   */
  incSci?: number;
  /** 1 if the end station bit is set (`MACSEC_SECY_ATTR_ES`). */
  es?: number;
  /** 1 if the single copy broadcast bit is set (`MACSEC_SECY_ATTR_SCB`). */
  scb?: number;
}

/** Who does the work of a link: `MACSEC_OFFLOAD_ATTR_*`. */
export interface MacsecOffload extends Attributes {
  /** `MACSEC_OFFLOAD_*` (`MACSEC_OFFLOAD_ATTR_TYPE`). */
  type?: number;
}

/** Attributes of a MACsec link: `MACSEC_ATTR_*`. */
export interface MacsecAttributes extends Attributes {
  /** Index of the link (`MACSEC_ATTR_IFINDEX`). */
  ifindex?: number;
  /** Receive channel to work on; requests only (`MACSEC_ATTR_RXSC_CONFIG`). */
  rxscConfig?: MacsecRxsc;
  /** Association to work on; requests only (`MACSEC_ATTR_SA_CONFIG`). */
  saConfig?: MacsecSa;
  /** The MACsec entity; replies only (`MACSEC_ATTR_SECY`). */
  secy?: MacsecSecy;
  /** Transmit associations; replies only (`MACSEC_ATTR_TXSA_LIST`). */
  txsaList?: MacsecSa[];
  /** Receive channels; replies only (`MACSEC_ATTR_RXSC_LIST`). */
  rxscList?: MacsecRxsc[];
  /**
   * Statistics of the transmit channel; replies only
   * (`MACSEC_ATTR_TXSC_STATS`).
   */
  txscStats?: MacsecTxscStats;
  /** Statistics of the link; replies only (`MACSEC_ATTR_SECY_STATS`). */
  secyStats?: MacsecSecyStats;
  /** Who does the work (`MACSEC_ATTR_OFFLOAD`). */
  offload?: MacsecOffload;
}

/** A message of the family `macsec`. */
export type MacsecMessage = GenericMessage<MacsecAttributes>;

/** Codec of {@linkcode MacsecSa}. */
export const macsecSa: Codec<MacsecSa> = attributes(
  {
    an: ["MACSEC_SA_ATTR_AN", 1, u8],
    active: ["MACSEC_SA_ATTR_ACTIVE", 2, u8],
    pn: ["MACSEC_SA_ATTR_PN", 3, packetNumber],
    key: ["MACSEC_SA_ATTR_KEY", 4, bytes],
    keyid: ["MACSEC_SA_ATTR_KEYID", 5, fixedBytes(MACSEC_KEYID_LEN)],
    stats: ["MACSEC_SA_ATTR_STATS", 6, macsecSaStats],
    ssci: ["MACSEC_SA_ATTR_SSCI", 8, be32],
    salt: ["MACSEC_SA_ATTR_SALT", 9, fixedBytes(MACSEC_SALT_LEN)],
  },
  { nestedFlag: false, pad: ["MACSEC_SA_ATTR_PAD", 7] },
);

/** Codec of {@linkcode MacsecRxsc}. */
export const macsecRxsc: Codec<MacsecRxsc> = attributes(
  {
    sci: ["MACSEC_RXSC_ATTR_SCI", 1, be64],
    active: ["MACSEC_RXSC_ATTR_ACTIVE", 2, u8],
    saList: [
      "MACSEC_RXSC_ATTR_SA_LIST",
      3,
      list(macsecSa, undefined, { nestedFlag: false }),
    ],
    stats: ["MACSEC_RXSC_ATTR_STATS", 4, macsecRxscStats],
  },
  { nestedFlag: false, pad: ["MACSEC_RXSC_ATTR_PAD", 5] },
);

/** Codec of {@linkcode MacsecSecy}. */
export const macsecSecy: Codec<MacsecSecy> = attributes(
  {
    sci: ["MACSEC_SECY_ATTR_SCI", 1, be64],
    encodingSa: ["MACSEC_SECY_ATTR_ENCODING_SA", 2, u8],
    window: ["MACSEC_SECY_ATTR_WINDOW", 3, u32],
    cipherSuite: ["MACSEC_SECY_ATTR_CIPHER_SUITE", 4, u64],
    icvLen: ["MACSEC_SECY_ATTR_ICV_LEN", 5, u8],
    protect: ["MACSEC_SECY_ATTR_PROTECT", 6, u8],
    replay: ["MACSEC_SECY_ATTR_REPLAY", 7, u8],
    oper: ["MACSEC_SECY_ATTR_OPER", 8, u8],
    validate: ["MACSEC_SECY_ATTR_VALIDATE", 9, u8],
    encrypt: ["MACSEC_SECY_ATTR_ENCRYPT", 10, u8],
    incSci: ["MACSEC_SECY_ATTR_INC_SCI", 11, u8],
    es: ["MACSEC_SECY_ATTR_ES", 12, u8],
    scb: ["MACSEC_SECY_ATTR_SCB", 13, u8],
  },
  { nestedFlag: false, pad: ["MACSEC_SECY_ATTR_PAD", 14] },
);

/** Codec of {@linkcode MacsecOffload}. */
export const macsecOffload: Codec<MacsecOffload> = attributes(
  {
    type: ["MACSEC_OFFLOAD_ATTR_TYPE", 1, u8],
  },
  { nestedFlag: false, pad: ["MACSEC_OFFLOAD_ATTR_PAD", 2] },
);

/** Codec of {@linkcode MacsecAttributes}. */
export const macsecAttributes: Codec<MacsecAttributes> = attributes({
  ifindex: ["MACSEC_ATTR_IFINDEX", 1, u32],
  rxscConfig: ["MACSEC_ATTR_RXSC_CONFIG", 2, macsecRxsc],
  saConfig: ["MACSEC_ATTR_SA_CONFIG", 3, macsecSa],
  secy: ["MACSEC_ATTR_SECY", 4, macsecSecy],
  txsaList: [
    "MACSEC_ATTR_TXSA_LIST",
    5,
    list(macsecSa, undefined, { nestedFlag: false }),
  ],
  rxscList: [
    "MACSEC_ATTR_RXSC_LIST",
    6,
    list(macsecRxsc, undefined, { nestedFlag: false }),
  ],
  txscStats: ["MACSEC_ATTR_TXSC_STATS", 7, macsecTxscStats],
  secyStats: ["MACSEC_ATTR_SECY_STATS", 8, macsecSecyStats],
  offload: ["MACSEC_ATTR_OFFLOAD", 9, macsecOffload],
});

/** Codec of {@linkcode MacsecMessage}. */
export const macsecMessage: Codec<MacsecMessage> = genericMessage(
  macsecAttributes,
);
