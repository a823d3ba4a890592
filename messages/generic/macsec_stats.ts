/**
 * Statistics of MACsec: `MACSEC_*_STATS_ATTR_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_macsec.h | linux/if_macsec.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/drivers/net/macsec.c | drivers/net/macsec.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  u32,
  u64,
} from "../codec/mod.ts";

/** Statistics of a receive channel: `MACSEC_RXSC_STATS_ATTR_*`. */
export interface MacsecRxscStats extends Attributes {
  /**
   * Bytes that were validated only
   * (`MACSEC_RXSC_STATS_ATTR_IN_OCTETS_VALIDATED`).
   */
  inOctetsValidated?: bigint;
  /**
   * Bytes that were decrypted (`MACSEC_RXSC_STATS_ATTR_IN_OCTETS_DECRYPTED`).
   */
  inOctetsDecrypted?: bigint;
  /**
   * Packets that were not checked (`MACSEC_RXSC_STATS_ATTR_IN_PKTS_UNCHECKED`).
   */
  inPktsUnchecked?: bigint;
  /**
   * Packets that were late, and accepted
   * (`MACSEC_RXSC_STATS_ATTR_IN_PKTS_DELAYED`).
   */
  inPktsDelayed?: bigint;
  /** Packets that were right (`MACSEC_RXSC_STATS_ATTR_IN_PKTS_OK`). */
  inPktsOk?: bigint;
  /**
   * Packets that were wrong, and accepted
   * (`MACSEC_RXSC_STATS_ATTR_IN_PKTS_INVALID`).
   */
  inPktsInvalid?: bigint;
  /**
   * Packets that were late, and dropped
   * (`MACSEC_RXSC_STATS_ATTR_IN_PKTS_LATE`).
   */
  inPktsLate?: bigint;
  /**
   * Packets that were wrong, and dropped
   * (`MACSEC_RXSC_STATS_ATTR_IN_PKTS_NOT_VALID`).
   */
  inPktsNotValid?: bigint;
  /**
   * Packets without association, and dropped
   * (`MACSEC_RXSC_STATS_ATTR_IN_PKTS_NOT_USING_SA`).
   */
  inPktsNotUsingSa?: bigint;
  /**
   * Packets without association, and accepted
   * (`MACSEC_RXSC_STATS_ATTR_IN_PKTS_UNUSED_SA`).
   */
  inPktsUnusedSa?: bigint;
}

/** Statistics of an association: `MACSEC_SA_STATS_ATTR_*`. */
export interface MacsecSaStats extends Attributes {
  /** Packets that were right (`MACSEC_SA_STATS_ATTR_IN_PKTS_OK`). */
  inPktsOk?: number;
  /**
   * Packets that were wrong, and accepted
   * (`MACSEC_SA_STATS_ATTR_IN_PKTS_INVALID`).
   */
  inPktsInvalid?: number;
  /**
   * Packets that were wrong, and dropped
   * (`MACSEC_SA_STATS_ATTR_IN_PKTS_NOT_VALID`).
   */
  inPktsNotValid?: number;
  /**
   * Packets while it was not in use, and dropped
   * (`MACSEC_SA_STATS_ATTR_IN_PKTS_NOT_USING_SA`).
   */
  inPktsNotUsingSa?: number;
  /**
   * Packets while it was not in use, and accepted
   * (`MACSEC_SA_STATS_ATTR_IN_PKTS_UNUSED_SA`).
   */
  inPktsUnusedSa?: number;
  /**
   * Packets that were signed only (`MACSEC_SA_STATS_ATTR_OUT_PKTS_PROTECTED`).
   */
  outPktsProtected?: number;
  /**
   * Packets that were encrypted (`MACSEC_SA_STATS_ATTR_OUT_PKTS_ENCRYPTED`).
   */
  outPktsEncrypted?: number;
}

/** Statistics of the transmit channel: `MACSEC_TXSC_STATS_ATTR_*`. */
export interface MacsecTxscStats extends Attributes {
  /**
   * Packets that were signed only
   * (`MACSEC_TXSC_STATS_ATTR_OUT_PKTS_PROTECTED`).
   */
  outPktsProtected?: bigint;
  /**
   * Packets that were encrypted (`MACSEC_TXSC_STATS_ATTR_OUT_PKTS_ENCRYPTED`).
   */
  outPktsEncrypted?: bigint;
  /**
   * Bytes that were signed only
   * (`MACSEC_TXSC_STATS_ATTR_OUT_OCTETS_PROTECTED`).
   */
  outOctetsProtected?: bigint;
  /**
   * Bytes that were encrypted (`MACSEC_TXSC_STATS_ATTR_OUT_OCTETS_ENCRYPTED`).
   */
  outOctetsEncrypted?: bigint;
}

/** Statistics of the whole link: `MACSEC_SECY_STATS_ATTR_*`. */
export interface MacsecSecyStats extends Attributes {
  /**
   * Packets that left without tag (`MACSEC_SECY_STATS_ATTR_OUT_PKTS_UNTAGGED`).
   */
  outPktsUntagged?: bigint;
  /**
   * Packets that came without tag, and were accepted
   * (`MACSEC_SECY_STATS_ATTR_IN_PKTS_UNTAGGED`).
   */
  inPktsUntagged?: bigint;
  /**
   * Packets that were too long to send
   * (`MACSEC_SECY_STATS_ATTR_OUT_PKTS_TOO_LONG`).
   */
  outPktsTooLong?: bigint;
  /**
   * Packets that came without tag, and were dropped
   * (`MACSEC_SECY_STATS_ATTR_IN_PKTS_NO_TAG`).
   */
  inPktsNoTag?: bigint;
  /**
   * Packets with a malformed tag (`MACSEC_SECY_STATS_ATTR_IN_PKTS_BAD_TAG`).
   */
  inPktsBadTag?: bigint;
  /**
   * Packets of unknown channels, and accepted
   * (`MACSEC_SECY_STATS_ATTR_IN_PKTS_UNKNOWN_SCI`).
   */
  inPktsUnknownSci?: bigint;
  /**
   * Packets of unknown channels, and dropped
   * (`MACSEC_SECY_STATS_ATTR_IN_PKTS_NO_SCI`).
   */
  inPktsNoSci?: bigint;
  /** Packets that were too many (`MACSEC_SECY_STATS_ATTR_IN_PKTS_OVERRUN`). */
  inPktsOverrun?: bigint;
}

/** Codec of {@linkcode MacsecRxscStats}. */
export const macsecRxscStats: Codec<MacsecRxscStats> = attributes({
  inOctetsValidated: ["MACSEC_RXSC_STATS_ATTR_IN_OCTETS_VALIDATED", 1, u64],
  inOctetsDecrypted: ["MACSEC_RXSC_STATS_ATTR_IN_OCTETS_DECRYPTED", 2, u64],
  inPktsUnchecked: ["MACSEC_RXSC_STATS_ATTR_IN_PKTS_UNCHECKED", 3, u64],
  inPktsDelayed: ["MACSEC_RXSC_STATS_ATTR_IN_PKTS_DELAYED", 4, u64],
  inPktsOk: ["MACSEC_RXSC_STATS_ATTR_IN_PKTS_OK", 5, u64],
  inPktsInvalid: ["MACSEC_RXSC_STATS_ATTR_IN_PKTS_INVALID", 6, u64],
  inPktsLate: ["MACSEC_RXSC_STATS_ATTR_IN_PKTS_LATE", 7, u64],
  inPktsNotValid: ["MACSEC_RXSC_STATS_ATTR_IN_PKTS_NOT_VALID", 8, u64],
  inPktsNotUsingSa: ["MACSEC_RXSC_STATS_ATTR_IN_PKTS_NOT_USING_SA", 9, u64],
  inPktsUnusedSa: ["MACSEC_RXSC_STATS_ATTR_IN_PKTS_UNUSED_SA", 10, u64],
}, { nestedFlag: false, pad: ["MACSEC_RXSC_STATS_ATTR_PAD", 11] });

/** Codec of {@linkcode MacsecSaStats}. */
export const macsecSaStats: Codec<MacsecSaStats> = attributes(
  {
    inPktsOk: ["MACSEC_SA_STATS_ATTR_IN_PKTS_OK", 1, u32],
    inPktsInvalid: ["MACSEC_SA_STATS_ATTR_IN_PKTS_INVALID", 2, u32],
    inPktsNotValid: ["MACSEC_SA_STATS_ATTR_IN_PKTS_NOT_VALID", 3, u32],
    inPktsNotUsingSa: ["MACSEC_SA_STATS_ATTR_IN_PKTS_NOT_USING_SA", 4, u32],
    inPktsUnusedSa: ["MACSEC_SA_STATS_ATTR_IN_PKTS_UNUSED_SA", 5, u32],
    outPktsProtected: ["MACSEC_SA_STATS_ATTR_OUT_PKTS_PROTECTED", 6, u32],
    outPktsEncrypted: ["MACSEC_SA_STATS_ATTR_OUT_PKTS_ENCRYPTED", 7, u32],
  },
  { nestedFlag: false },
);

/** Codec of {@linkcode MacsecTxscStats}. */
export const macsecTxscStats: Codec<MacsecTxscStats> = attributes({
  outPktsProtected: ["MACSEC_TXSC_STATS_ATTR_OUT_PKTS_PROTECTED", 1, u64],
  outPktsEncrypted: ["MACSEC_TXSC_STATS_ATTR_OUT_PKTS_ENCRYPTED", 2, u64],
  outOctetsProtected: ["MACSEC_TXSC_STATS_ATTR_OUT_OCTETS_PROTECTED", 3, u64],
  outOctetsEncrypted: ["MACSEC_TXSC_STATS_ATTR_OUT_OCTETS_ENCRYPTED", 4, u64],
}, { nestedFlag: false, pad: ["MACSEC_TXSC_STATS_ATTR_PAD", 5] });

/** Codec of {@linkcode MacsecSecyStats}. */
export const macsecSecyStats: Codec<MacsecSecyStats> = attributes({
  outPktsUntagged: ["MACSEC_SECY_STATS_ATTR_OUT_PKTS_UNTAGGED", 1, u64],
  inPktsUntagged: ["MACSEC_SECY_STATS_ATTR_IN_PKTS_UNTAGGED", 2, u64],
  outPktsTooLong: ["MACSEC_SECY_STATS_ATTR_OUT_PKTS_TOO_LONG", 3, u64],
  inPktsNoTag: ["MACSEC_SECY_STATS_ATTR_IN_PKTS_NO_TAG", 4, u64],
  inPktsBadTag: ["MACSEC_SECY_STATS_ATTR_IN_PKTS_BAD_TAG", 5, u64],
  inPktsUnknownSci: ["MACSEC_SECY_STATS_ATTR_IN_PKTS_UNKNOWN_SCI", 6, u64],
  inPktsNoSci: ["MACSEC_SECY_STATS_ATTR_IN_PKTS_NO_SCI", 7, u64],
  inPktsOverrun: ["MACSEC_SECY_STATS_ATTR_IN_PKTS_OVERRUN", 8, u64],
}, { nestedFlag: false, pad: ["MACSEC_SECY_STATS_ATTR_PAD", 9] });
