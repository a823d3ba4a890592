/**
 * MACsec links.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/ip-macsec.8.html |
 * ip-macsec(8)}
 *
 * @module
 */

import {
  MACSEC_CIPHERS,
  MACSEC_DEFAULT_CIPHER_ID,
  MACSEC_OFFLOADS,
  MACSEC_VALIDATION,
  type MacsecData,
  macsecData,
} from "../../../messages/link/kinds/macsec.ts";
import { boolean, number, uint64 } from "../../mapping/conversions.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import { type Conversion, mapping, writeOnly } from "../../mapping/mapping.ts";
import { type KindMapping, marked } from "./kind_mapping.ts";

/** Cipher suite of a MACsec link. */
export type MacsecCipher =
  | keyof typeof MACSEC_CIPHERS
  | bigint;

/** Settings of a MACsec link. */
export interface MacsecOptions {
  /**
   * Secure channel identifier: hardware address and port as 16 hexadecimal
   * digits, such as `0200000000010001` (`IFLA_MACSEC_SCI`).
   */
  sci?: string;
  /**
   * Port, which with the hardware address makes the identifier; never reported
   * (`IFLA_MACSEC_PORT`).
   */
  port?: number;
  /** Cipher suite (`IFLA_MACSEC_CIPHER_SUITE`). */
  cipher?: MacsecCipher;
  /** Length of the integrity check value in bytes (`IFLA_MACSEC_ICV_LEN`). */
  icvLength?: number;
  /** Whether frames are encrypted, not only signed (`IFLA_MACSEC_ENCRYPT`). */
  encrypt?: boolean;
  /** Whether outgoing frames are protected (`IFLA_MACSEC_PROTECT`). */
  protect?: boolean;
  /** Whether each frame has the identifier (`IFLA_MACSEC_INC_SCI`). */
  sendSci?: boolean;
  /** Whether the end station bit is set (`IFLA_MACSEC_ES`). */
  endStation?: boolean;
  /** Whether the single copy broadcast bit is set (`IFLA_MACSEC_SCB`). */
  singleCopyBroadcast?: boolean;
  /**
   * Whether frames that are later than the window are dropped
   * (`IFLA_MACSEC_REPLAY_PROTECT`).
   */
  replayProtect?: boolean;
  /** How many frames may arrive late (`IFLA_MACSEC_WINDOW`). */
  window?: number;
  /** What happens to invalid frames (`IFLA_MACSEC_VALIDATION`). */
  validate?: keyof typeof MACSEC_VALIDATION | number;
  /**
   * Number of the secure association that is used for sending, 0 to 3
   * (`IFLA_MACSEC_ENCODING_SA`).
   */
  encodingSa?: number;
  /** Who does the work (`IFLA_MACSEC_OFFLOAD`). */
  offload?: keyof typeof MACSEC_OFFLOADS | number;
}

/** How a secure channel identifier is stored. */
export const macsecSci: Conversion<string, bigint> = {
  fromKernel: (value) => value.toString(16).padStart(16, "0"),
  toKernel: (value, fieldPath) => {
    if (typeof value !== "string" || !/^[0-9a-f]{1,16}$/i.test(value)) {
      throw fieldPath.wrong(value, "up to 16 hexadecimal digits are expected");
    }
    return BigInt(`0x${value}`);
  },
};

const ciphers: Readonly<Record<string, bigint>> = MACSEC_CIPHERS;

/** How {@linkcode MacsecCipher} is stored. */
export const macsecCipherSuite: Conversion<MacsecCipher, bigint> = {
  fromKernel: (value) => {
    // The kernel goes on reporting the first number that GCM-AES-128 had.
    if (value === MACSEC_DEFAULT_CIPHER_ID) return "gcm-aes-128";
    const found = Object.entries(ciphers).find(([, id]) => id === value);
    return found === undefined ? value : found[0] as MacsecCipher;
  },
  toKernel: (value, fieldPath) => {
    if (typeof value === "bigint") return uint64.toKernel(value, fieldPath);
    if (typeof value !== "string" || !Object.hasOwn(ciphers, value)) {
      const known = Object.keys(ciphers).join(", ");
      throw fieldPath.wrong(value, `${known} or a bigint is expected`);
    }
    return ciphers[value];
  },
};

/** How {@linkcode MacsecOptions.validate} is stored. */
export const macsecValidationMode: Conversion<
  keyof typeof MACSEC_VALIDATION | number,
  number
> = enumeration(MACSEC_VALIDATION, 8);

/** How {@linkcode MacsecOptions.offload} is stored. */
export const macsecOffloadMode: Conversion<
  keyof typeof MACSEC_OFFLOADS | number,
  number
> = enumeration(MACSEC_OFFLOADS, 8);

/** How {@linkcode MacsecOptions} and {@linkcode MacsecData} correspond. */
export const macsecMapping: KindMapping<MacsecOptions, MacsecData> = marked(
  mapping<MacsecOptions, MacsecData>({
    sci: macsecSci,
    port: writeOnly("port", number),
    cipher: ["cipherSuite", macsecCipherSuite],
    icvLength: ["icvLen", number],
    encrypt: boolean,
    protect: boolean,
    sendSci: ["incSci", boolean],
    endStation: ["es", boolean],
    singleCopyBroadcast: ["scb", boolean],
    replayProtect: boolean,
    window: number,
    validate: ["validation", macsecValidationMode],
    encodingSa: number,
    offload: macsecOffloadMode,
  }, macsecData),
  {
    recreate: recreateMacsec,
  },
);

/**
 * Picks, of the settings that a link reported, those that an equal one can be
 * made with: the kernel refuses some of them together.
 */
function recreateMacsec(reported: MacsecOptions): MacsecOptions {
  const { sendSci, sci, ...rest } = reported;
  // Either can be asked for, and has the other one off or as it is by default.
  if (sendSci && (rest.endStation || rest.singleCopyBroadcast)) {
    return { ...rest, ...sci !== undefined && { sci } };
  }
  // What is not sent is not to be chosen, but for the port that it ends with.
  if (sendSci === false && sci !== undefined) {
    return { ...rest, sendSci, port: Number.parseInt(sci.slice(-4), 16) };
  }
  return reported;
}
