/**
 * What channels and associations of MACsec look like, in people's terms and the
 * kernel's terms.
 *
 * @module
 */

import type {
  MACSEC_OFFLOADS,
  MACSEC_VALIDATION,
} from "../../messages/link/kinds/macsec.ts";
import type {
  MacsecMessage,
  MacsecRxsc,
  MacsecSa,
} from "../../messages/generic/macsec.ts";
import {
  MACSEC_KEYID_LEN,
  MACSEC_MAX_KEY_LEN,
  MACSEC_SALT_LEN,
} from "../../messages/generic/macsec.ts";
import type {
  MacsecRxscStats,
  MacsecSaStats,
  MacsecSecyStats,
  MacsecTxscStats,
} from "../../messages/generic/macsec_stats.ts";
import { boolean, integer, uint32, uint64 } from "../mapping/conversions.ts";
import {
  type MacsecCipher,
  macsecCipherSuite,
  macsecOffloadMode,
  macsecSci,
  macsecValidationMode,
} from "../link/kinds/macsec.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { properties } from "../mapping/properties.ts";
import type { Conversion } from "../mapping/mapping.ts";
import { withMessage } from "../mapping/origin.ts";

/** What of a secure association can be changed. */
export interface MacsecAssociationChange {
  /** Number of the association, 0 to 3 (`MACSEC_SA_ATTR_AN`). */
  number: number;
  /** Whether it is in use (`MACSEC_SA_ATTR_ACTIVE`). */
  active?: boolean;
  /**
   * Next packet number; a bigint for cipher suites with extended packet numbers
   * (`MACSEC_SA_ATTR_PN`).
   */
  packetNumber?: number | bigint;
}

/** A secure association to be added. */
export interface MacsecAssociationSpec extends MacsecAssociationChange {
  /** Next packet number, not 0. */
  packetNumber: number | bigint;
  /** The key, 16 or 32 bytes as hexadecimal digits (`MACSEC_SA_ATTR_KEY`). */
  key: string;
  /**
   * Identifier of the key, up to 16 bytes as hexadecimal digits
   * (`MACSEC_SA_ATTR_KEYID`).
   */
  keyId: string;
  /**
   * Salt, 12 bytes as hexadecimal digits, for extended packet numbers
   * (`MACSEC_SA_ATTR_SALT`).
   */
  salt?: string;
  /**
   * Short identifier of the channel, for extended packet numbers
   * (`MACSEC_SA_ATTR_SSCI`).
   */
  ssci?: number;
}

/** A secure association; the kernel never reports keys. */
export interface MacsecAssociation {
  /** Number of the association, 0 to 3. */
  number: number;
  /** Whether it is in use. */
  active: boolean;
  /** Next packet number. */
  packetNumber: number | bigint;
  /** Identifier of the key, as hexadecimal digits. */
  keyId: string;
  /** Short identifier of the channel. */
  ssci?: number;
  /** Counters, in the kernel's terms (`MACSEC_SA_ATTR_STATS`). */
  statistics?: MacsecSaStats;
}

/** A receive channel to be added or changed. */
export interface MacsecChannelSpec {
  /** Identifier, 16 hexadecimal digits (`MACSEC_RXSC_ATTR_SCI`). */
  sci: string;
  /** Whether it is in use (`MACSEC_RXSC_ATTR_ACTIVE`). */
  active?: boolean;
}

/** A receive channel. */
export interface MacsecChannel extends MacsecChannelSpec {
  /** Whether it is in use. */
  active: boolean;
  /** Its associations. */
  associations: MacsecAssociation[];
  /** Counters, in the kernel's terms (`MACSEC_RXSC_ATTR_STATS`). */
  statistics?: MacsecRxscStats;
}

/** A MACsec link with all its channels. */
export interface MacsecLink {
  /** Index of the link. */
  index: number;
  /** Identifier of the transmit channel, 16 hexadecimal digits. */
  sci: string;
  /** Number of the association that is used for sending. */
  encodingSa: number;
  /** Cipher suite. */
  cipher: MacsecCipher;
  /** Length of the integrity check value in bytes. */
  icvLength: number;
  /** Whether outgoing frames are protected. */
  protect: boolean;
  /** Whether frames are encrypted. */
  encrypt: boolean;
  /** What happens to invalid frames. */
  validate: keyof typeof MACSEC_VALIDATION | number;
  /** Whether the link is operational. */
  operational: boolean;
  /** Whether each frame has the identifier. */
  sendSci: boolean;
  /** Whether the end station bit is set. */
  endStation: boolean;
  /** Whether the single copy broadcast bit is set. */
  singleCopyBroadcast: boolean;
  /** Whether frames later than the window are dropped. */
  replayProtect: boolean;
  /** How many frames may arrive late. */
  window?: number;
  /** Who does the work. */
  offload?: keyof typeof MACSEC_OFFLOADS | number;
  /** Associations for sending. */
  associations: MacsecAssociation[];
  /** Receive channels. */
  channels: MacsecChannel[];
  /** Counters of the link, in the kernel's terms. */
  statistics?: MacsecSecyStats;
  /** Counters of the transmit channel, in the kernel's terms. */
  transmitStatistics?: MacsecTxscStats;
  /** The message that this was read from. */
  readonly message: MacsecMessage;
}

/** Bytes as hexadecimal digits. */
function hexadecimal(
  min: number,
  max: number,
  padded = max,
): Conversion<string, Uint8Array> {
  return {
    fromKernel: (bytes) =>
      Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(""),
    toKernel: (value, fieldPath) => {
      const isHex = typeof value === "string" &&
        /^(?:[\da-f]{2})*$/i.test(value);
      if (!isHex || value.length < 2 * min || value.length > 2 * max) {
        const size = min === max ? `${min}` : `${min} to ${max}`;
        // Keys are not to be shown to whoever reads the error.
        throw fieldPath.wrong(
          "…",
          `${size} bytes as hexadecimal digits are expected`,
        );
      }
      const bytes = new Uint8Array(Math.max(padded, value.length / 2));
      for (let i = 0; i < value.length / 2; i++) {
        bytes[i] = Number.parseInt(value.slice(2 * i, 2 * i + 2), 16);
      }
      return bytes;
    },
  };
}

const key = hexadecimal(1, MACSEC_MAX_KEY_LEN, 0);
const keyId = hexadecimal(0, MACSEC_KEYID_LEN);
const salt = hexadecimal(MACSEC_SALT_LEN, MACSEC_SALT_LEN);
// A key in a property whose name is mistyped must not get into messages.
const checkAssociation = properties<
  MacsecAssociation,
  MacsecAssociationChange & Partial<MacsecAssociationSpec>
>({
  number: "required",
  active: "optional",
  packetNumber: "optional",
  key: "optional",
  keyId: "optional",
  salt: "optional",
  ssci: "optional",
  statistics: "ignored",
}, { secret: true });

const checkChannel = properties<MacsecChannel, MacsecChannelSpec>({
  sci: "required",
  active: "optional",
  associations: "ignored",
  statistics: "ignored",
});

const associationNumber = integer(0, 3);

function toAssociation(sa: MacsecSa): MacsecAssociation {
  return {
    number: sa.an ?? 0,
    active: boolean.fromKernel(sa.active ?? 0),
    packetNumber: sa.pn ?? 0,
    keyId: keyId.fromKernel(sa.keyid ?? new Uint8Array()),
    ...sa.ssci !== undefined && { ssci: sa.ssci },
    ...sa.stats !== undefined && { statistics: sa.stats },
  };
}

function toChannel(channel: MacsecRxsc): MacsecChannel {
  const { sci = 0n, active = 0, saList = [], stats } = channel;
  return {
    sci: macsecSci.fromKernel(sci),
    active: boolean.fromKernel(active),
    associations: saList.map(toAssociation),
    ...stats !== undefined && { statistics: stats },
  };
}

/**
 * Converts a MACsec link to people's terms.
 *
 * @param message The link's message.
 * @returns The link.
 */
export function toMacsecLink(message: MacsecMessage): MacsecLink {
  const { attributes } = message;
  const { secy = {}, secyStats, txscStats, offload } = attributes;
  return withMessage({
    index: attributes.ifindex ?? 0,
    sci: macsecSci.fromKernel(secy.sci ?? 0n),
    encodingSa: secy.encodingSa ?? 0,
    cipher: macsecCipherSuite.fromKernel(secy.cipherSuite ?? 0n),
    icvLength: secy.icvLen ?? 0,
    protect: boolean.fromKernel(secy.protect ?? 0),
    encrypt: boolean.fromKernel(secy.encrypt ?? 0),
    validate: macsecValidationMode.fromKernel(secy.validate ?? 0),
    operational: boolean.fromKernel(secy.oper ?? 0),
    sendSci: boolean.fromKernel(secy.incSci ?? 0),
    endStation: boolean.fromKernel(secy.es ?? 0),
    singleCopyBroadcast: boolean.fromKernel(secy.scb ?? 0),
    replayProtect: boolean.fromKernel(secy.replay ?? 0),
    ...secy.window !== undefined && { window: secy.window },
    ...offload?.type !== undefined && {
      offload: macsecOffloadMode.fromKernel(offload.type),
    },
    associations: (attributes.txsaList ?? []).map(toAssociation),
    channels: (attributes.rxscList ?? []).map(toChannel),
    ...secyStats !== undefined && { statistics: secyStats },
    ...txscStats !== undefined && { transmitStatistics: txscStats },
  }, message);
}

/**
 * Puts an association into the kernel's terms.
 *
 * @param spec The association.
 * @param fieldPath Where it stands, for error messages.
 * @returns The same in the kernel's terms.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromAssociation(
  spec: MacsecAssociationChange & Partial<MacsecAssociationSpec>,
  fieldPath: FieldPath,
): MacsecSa {
  checkAssociation(spec, fieldPath);
  const sa: MacsecSa = {
    an: associationNumber.toKernel(spec.number, fieldPath.at("number"))!,
  };
  const { active, packetNumber } = spec;
  if (active !== undefined) {
    sa.active = boolean.toKernel(active, fieldPath.at("active"))!;
  }
  if (packetNumber !== undefined) {
    const at = fieldPath.at("packetNumber");
    sa.pn = typeof packetNumber === "bigint"
      ? uint64.toKernel(packetNumber, at)!
      : uint32.toKernel(packetNumber, at)!;
  }
  if (spec.key !== undefined) {
    sa.key = key.toKernel(spec.key, fieldPath.at("key"))!;
  }
  if (spec.keyId !== undefined) {
    sa.keyid = keyId.toKernel(spec.keyId, fieldPath.at("keyId"))!;
  }
  if (spec.salt !== undefined) {
    sa.salt = salt.toKernel(spec.salt, fieldPath.at("salt"))!;
  }
  if (spec.ssci !== undefined) {
    sa.ssci = uint32.toKernel(spec.ssci, fieldPath.at("ssci"))!;
  }
  return sa;
}

/**
 * Puts a receive channel into the kernel's terms.
 *
 * @param spec The channel.
 * @param fieldPath Where it stands, for error messages.
 * @returns The same in the kernel's terms.
 * @throws {TypeError} If a value is not of the right sort.
 */
export function fromChannel(
  spec: MacsecChannelSpec,
  fieldPath: FieldPath,
): MacsecRxsc {
  checkChannel(spec, fieldPath);
  const { sci, active } = spec;
  return {
    sci: macsecSci.toKernel(sci, fieldPath.at("sci"))!,
    ...active !== undefined && {
      active: boolean.toKernel(active, fieldPath.at("active"))!,
    },
  };
}

/**
 * Puts changes of an association into the kernel's terms; what else an object
 * has that was listed stays as it is.
 *
 * @param change The changes.
 * @param fieldPath Where they stand, for error messages.
 * @returns The same in the kernel's terms.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromAssociationChange(
  change: MacsecAssociationChange,
  fieldPath: FieldPath,
): MacsecSa {
  const { an, active, pn } = fromAssociation(change, fieldPath);
  return {
    ...an !== undefined && { an },
    ...active !== undefined && { active },
    ...pn !== undefined && { pn },
  };
}

/**
 * Puts what names an association into the kernel's terms.
 *
 * @param key What identifies it.
 * @param fieldPath Where it stands, for error messages.
 * @returns The same in the kernel's terms.
 * @throws {TypeError} If the number is not of the right sort.
 * @throws {RangeError} If it is too small or too large.
 */
export function nameAssociation(
  key: { number: number },
  fieldPath: FieldPath,
): MacsecSa {
  checkAssociation(key, fieldPath);
  return fromAssociation({ number: key.number }, fieldPath);
}

/**
 * Puts what names a channel into the kernel's terms.
 *
 * @param key What identifies it.
 * @param fieldPath Where it stands, for error messages.
 * @returns The same in the kernel's terms.
 * @throws {TypeError} If the identifier is not of the right sort.
 */
export function nameChannel(
  key: { sci: string },
  fieldPath: FieldPath,
): MacsecRxsc {
  checkChannel(key, fieldPath);
  return fromChannel({ sci: key.sci }, fieldPath);
}
