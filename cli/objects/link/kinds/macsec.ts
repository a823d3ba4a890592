/**
 * `ip link … type macsec`.
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
} from "../../../../messages/link/kinds/macsec.ts";
import {
  CommandError,
  duplicateArgument,
  duplicateOrGarbage,
  fail,
  invalidArgument,
} from "../../../parse/errors.ts";
import { findOneOf } from "../../../parse/choices.ts";
import type { Arguments } from "../../../parse/grammar.ts";
import { unsigned, unsigned64 } from "../../../parse/numbers.ts";
import { hardwareAddressOf } from "../../../parse/prefixes.ts";
import { asSigned, oneOf, onOff, startOf } from "./notations.ts";
import { failWithUsage, type Kind, unknownCommand } from "./kind.ts";
import { kindOfSettings } from "./settings.ts";

/**
 * The name of a cipher suite.
 *
 * @param suite Its number.
 * @returns The name, or `undefined` if it is not known.
 */
export function cipherName(suite: bigint): string | undefined {
  // The kernel reports GCM-AES-128 by its first number.
  const id = suite === MACSEC_DEFAULT_CIPHER_ID
    ? MACSEC_CIPHERS["gcm-aes-128"]
    : suite;
  return Object.entries(MACSEC_CIPHERS).find(([, each]) => each === id)?.[0]
    .toUpperCase();
}

/** Stands for no size of the window. */
const UNSET = 0xffffffff;

/** MACsec. */
export const kind: Kind<MacsecData> = kindOfSettings(
  macsecData,
  {
    sci: {
      json: "sci",
      print: ({ printer }, { json }, sci) =>
        printer.named(json, sci.toString(16).padStart(16, "0")),
    },
    protect: { word: "protect", ...onOff },
    cipherSuite: {
      word: "cipher",
      argument: `{ default | ${Object.keys(MACSEC_CIPHERS).join(" | ")} }`,
      json: "cipher_suite",
      text: "cipher",
      take: (data, { args }) => {
        const arg = args.take();
        if (data.cipherSuite !== undefined) {
          throw duplicateArgument("cipher", arg);
        }
        data.cipherSuite = readCipher(arg);
      },
      print: ({ printer }, { json, text }, suite) => {
        const name = cipherName(suite) ?? "(unknown)";
        printer.value(json, name, `${text} ${name} `);
      },
    },
    icvLen: {
      word: "icvlen",
      argument: "{ 8..16 }",
      json: "icv_len",
      text: "icvlen",
      take: (data, { args }) => {
        const arg = args.take();
        if (data.icvLen !== undefined) throw duplicateArgument("icvlen", arg);
        data.icvLen = readLength(arg);
      },
    },
    encodingSa: {
      word: "encodingsa",
      argument: "{ 0..3 }",
      json: "encoding_sa",
      text: "encodingsa",
      take: (data, { args }) => {
        if (data.encodingSa !== undefined) {
          throw duplicateOrGarbage("encodingsa", "encodingsa");
        }
        const arg = args.take();
        const sa = unsigned(arg, 8);
        if (sa === undefined || sa > 3) {
          throw invalidArgument("expected an { 0..3 }", arg);
        }
        data.encodingSa = sa;
      },
    },
    validation: {
      word: "validate",
      json: "validation",
      text: "validate",
      ...oneOf(MACSEC_VALIDATION, { unknown: "(unknown)" }),
      read: (word, _, name) =>
        findOneOf(word, name, Object.keys(MACSEC_VALIDATION), {
          code: 1,
          start: true,
        }),
    },
    offload: {
      word: "offload",
      ...oneOf(MACSEC_OFFLOADS, { unknown: "(unknown)" }),
      read: startOf(MACSEC_OFFLOADS),
    },
    encrypt: { word: "encrypt", ...onOff },
    incSci: { word: "send_sci", json: "inc_sci", text: "send_sci", ...onOff },
    es: { word: "end_station", json: "es", text: "end_station", ...onOff },
    scb: { word: "scb", ...onOff },
    replayProtect: {
      word: "replay",
      json: "replay_protect",
      text: "replay",
      ...onOff,
    },
    window: {
      word: "window",
      argument: "{ 0..2^32-1 }",
      problem: "expected replay window size",
      read: (word) => {
        const window = unsigned(word, 32);
        return window === UNSET ? null : window;
      },
      ...asSigned,
    },
  },
  {
    before: "[ [ address <lladdr> ] port { 1..2^16-1 } | sci <u64> ]",
    start: (_, args) => {
      const data: MacsecData = {};
      takeChannel(args, data);
      return data;
    },
    keywords: {
      // It has no help of its own.
      "help*": (_, { word }) => {
        throw failWithUsage("macsec", unknownCommand("macsec", word));
      },
    },
    finish,
  },
);

function readCipher(arg: string): bigint {
  if (arg === "default") return MACSEC_DEFAULT_CIPHER_ID;
  for (const [name, id] of Object.entries(MACSEC_CIPHERS)) {
    if (arg === name || arg === name.toUpperCase()) return id;
  }
  throw invalidArgument(
    "expected: default, gcm-aes-128, gcm-aes-256," +
      " gcm-aes-xpn-128 or gcm-aes-xpn-256",
    arg,
  );
}

function readLength(arg: string): number {
  const length = unsigned(arg, 8, 10);
  if (length === undefined) throw invalidArgument("expected ICV length", arg);
  if (length >= 8 && length <= 16) return length;
  throw invalidArgument("ICV length must be in the range {8..16}", arg);
}

/** Takes the channel: an identifier, or a port that an address may go before. */
function takeChannel(args: Arguments, data: MacsecData): void {
  let address: string | undefined;
  while (data.sci === undefined && data.port === undefined) {
    if (args.takeIf("sci")) {
      const arg = args.peek() ?? "";
      if (address !== undefined) throw invalidArgument("expected port", arg);
      const sci = unsigned64(args.take(), 16);
      if (sci === undefined) throw invalidArgument("expected sci", arg);
      data.sci = sci;
    } else if (args.takeIf("port")) {
      const arg = args.take();
      const port = unsigned(arg, 16);
      if (port === undefined) throw invalidArgument("expected port", arg);
      if (port === 0) throw invalidArgument("expected port != 0", arg);
      data.port = port;
    } else if (args.takeIf("address")) {
      address = takeAddress(args.take());
    } else break;
  }
  if (address === undefined || data.port === undefined) return;
  const digits = address.split(":").join("").padEnd(12, "0");
  data.sci = BigInt(`0x${digits}`) << 16n | BigInt(data.port);
  delete data.port;
}

function takeAddress(arg: string): string {
  try {
    return hardwareAddressOf(arg, 6);
  } catch (error) {
    const { message } = error as Error;
    const wrong = invalidArgument("expected lladdr", arg);
    throw new CommandError(wrong.code, true, message + wrong.message);
  }
}

function finish(data: MacsecData): void {
  const { es, scb, incSci, window, replayProtect, encodingSa } = data;
  if (incSci && (es || scb) || es && scb) {
    throw fail(1, "invalid combination of send_sci/end_station/scb");
  }
  if (window !== undefined && replayProtect === undefined) {
    throw fail(
      1,
      "replay window set, but replay protection not enabled. " +
        `did you mean 'replay on window ${window}'?`,
    );
  }
  if (window === undefined && replayProtect === 1) {
    throw fail(
      1,
      "replay protection enabled, but no window set. " +
        "did you mean 'replay on window VALUE'?",
    );
  }
  delete data.window;
  delete data.replayProtect;
  delete data.encodingSa;
  // Where nothing is protected, ip leaves the window to the kernel.
  if (window !== undefined && replayProtect === 1) data.window = window;
  if (replayProtect !== undefined) data.replayProtect = replayProtect;
  if (encodingSa !== undefined) data.encodingSa = encodingSa;
}
