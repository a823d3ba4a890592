/**
 * `ip link … type macsec`.
 *
 * @module
 */

import type { Context } from "../../../runtime/context.ts";
import {
  CommandError,
  duplicateArgument,
  duplicateOrGarbage,
  fail,
  invalidArgument,
} from "../../../parse/errors.ts";
import {
  type Grammar,
  parse,
  takeOneOf,
  takeOnOff,
  type Word,
  type Words,
} from "../../../parse/grammar.ts";
import { unsigned, unsigned64 } from "../../../parse/numbers.ts";
import { hardwareAddressOf } from "../../../parse/prefixes.ts";
import { type Kind, unknownCommand } from "./kind.ts";
import {
  MACSEC_CIPHER_ID_GCM_AES_128,
  MACSEC_CIPHER_ID_GCM_AES_256,
  MACSEC_CIPHER_ID_GCM_AES_XPN_128,
  MACSEC_CIPHER_ID_GCM_AES_XPN_256,
  MACSEC_DEFAULT_CIPHER_ID,
  type MacsecData,
} from "../../../../messages/link/kinds/macsec.ts";

/** How frames are validated: `MACSEC_VALIDATE_*`. */
const VALIDATION: readonly string[] = ["disabled", "check", "strict"];
/** Who does the work: `MACSEC_OFFLOAD_*`. */
const OFFLOAD: readonly string[] = ["off", "phy", "mac"];

const CIPHERS: readonly (readonly [name: string, id: bigint])[] = [
  ["GCM-AES-128", MACSEC_DEFAULT_CIPHER_ID],
  ["GCM-AES-128", MACSEC_CIPHER_ID_GCM_AES_128],
  ["GCM-AES-256", MACSEC_CIPHER_ID_GCM_AES_256],
  ["GCM-AES-XPN-128", MACSEC_CIPHER_ID_GCM_AES_XPN_128],
  ["GCM-AES-XPN-256", MACSEC_CIPHER_ID_GCM_AES_XPN_256],
];

const HELP = `\
Usage: ... macsec [ [ address <lladdr> ] port { 1..2^16-1 } | sci <u64> ]
                  [ cipher { default | gcm-aes-128 | gcm-aes-256 | gcm-aes-xpn-128 | gcm-aes-xpn-256 } ]
                  [ icvlen { 8..16 } ]
                  [ encrypt { on | off } ]
                  [ send_sci { on | off } ]
                  [ end_station { on | off } ]
                  [ scb { on | off } ]
                  [ protect { on | off } ]
                  [ replay { on | off} window { 0..2^32-1 } ]
                  [ validate { strict | check | disabled } ]
                  [ encodingsa { 0..3 } ]
                  [ offload { mac | phy | off } ]
`;

/** MACsec. */
export const kind: Kind<MacsecData> = {
  help: HELP,
  print,
  async parse(words, { name, context }) {
    const data: MacsecData = {};
    takeChannel(words, data);
    await parse(grammar, data, words, context, (_, { word }) => {
      throw new CommandError(1, false, unknownCommand(name, word) + HELP);
    });
    return finish(data);
  },
};

/** Stands for no size of the window. */
const UNSET = 0xffffffff;

function flag(
  key: "encrypt" | "incSci" | "es" | "scb" | "protect" | "replayProtect",
  name: string,
): Word<MacsecData> {
  return (data, { words }) => {
    data[key] = takeOnOff(words, name, 1) ? 1 : 0;
  };
}

const grammar: Grammar<MacsecData> = {
  cipher: (data, { words }) => {
    const word = words.take();
    if (data.cipherSuite !== undefined) throw duplicateArgument("cipher", word);
    const found = CIPHERS.slice(1).find(([name]) =>
      name === word || name.toLowerCase() === word
    );
    if (found === undefined && word !== "default") {
      throw invalidArgument(
        "expected: default, gcm-aes-128, gcm-aes-256," +
          " gcm-aes-xpn-128 or gcm-aes-xpn-256",
        word,
      );
    }
    data.cipherSuite = found?.[1] ?? MACSEC_DEFAULT_CIPHER_ID;
  },
  icvlen: (data, { words }) => {
    const word = words.take();
    if (data.icvLen !== undefined) throw duplicateArgument("icvlen", word);
    const length = unsigned(word, 8, 10);
    if (length === undefined) {
      throw invalidArgument("expected ICV length", word);
    }
    if (length < 8 || length > 16) {
      throw invalidArgument("ICV length must be in the range {8..16}", word);
    }
    data.icvLen = length;
  },
  encrypt: flag("encrypt", "encrypt"),
  send_sci: flag("incSci", "send_sci"),
  end_station: flag("es", "end_station"),
  scb: flag("scb", "scb"),
  protect: flag("protect", "protect"),
  replay: flag("replayProtect", "replay"),
  window: (data, { words }) => {
    const word = words.take();
    const window = unsigned(word, 32);
    if (window === undefined) {
      throw invalidArgument("expected replay window size", word);
    }
    if (window === UNSET) delete data.window;
    else data.window = window;
  },
  validate: (data, { words }) => {
    data.validation = takeOneOf(words, "validate", VALIDATION, 1);
  },
  encodingsa: (data, { words }) => {
    if (data.encodingSa !== undefined) {
      throw duplicateOrGarbage("encodingsa", "encodingsa");
    }
    const word = words.take();
    const sa = unsigned(word, 8);
    if (sa === undefined || sa > 3) {
      throw invalidArgument("expected an { 0..3 }", word);
    }
    data.encodingSa = sa;
  },
  offload: (data, { words }) => {
    data.offload = takeOneOf(words, "offload", OFFLOAD, 1);
  },
};

/** Takes the channel: an identifier, or a port that an address may go before. */
function takeChannel(words: Words, data: MacsecData): void {
  let address: string | undefined;
  while (data.sci === undefined && data.port === undefined) {
    if (words.takeIf("sci")) {
      const word = words.peek() ?? "";
      if (address !== undefined) throw invalidArgument("expected port", word);
      const sci = unsigned64(words.take(), 16);
      if (sci === undefined) throw invalidArgument("expected sci", word);
      data.sci = sci;
    } else if (words.takeIf("port")) {
      const word = words.take();
      const port = unsigned(word, 16);
      if (port === undefined) throw invalidArgument("expected port", word);
      if (port === 0) throw invalidArgument("expected port != 0", word);
      data.port = port;
    } else if (words.takeIf("address")) {
      address = takeAddress(words.take());
    } else break;
  }
  if (address === undefined || data.port === undefined) return;
  const digits = address.split(":").join("").padEnd(12, "0");
  data.sci = BigInt(`0x${digits}`) << 16n | BigInt(data.port);
  delete data.port;
}

function takeAddress(word: string): string {
  try {
    return hardwareAddressOf(word, 6);
  } catch (error) {
    const { message } = error as Error;
    // Colons end the text once it was looked at.
    const [read = ""] = word.includes(".") ? [word] : word.split(":");
    const wrong = invalidArgument("expected lladdr", read);
    throw new CommandError(wrong.code, true, message + wrong.message);
  }
}

function finish(data: MacsecData): MacsecData {
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
  if (replayProtect !== undefined) {
    data.window = window ?? UNSET;
    data.replayProtect = replayProtect;
  }
  if (encodingSa !== undefined) data.encodingSa = encodingSa;
  return data;
}

function print({ printer }: Context, data: MacsecData): void {
  const flag = (key: string, value: number | undefined, word = key) => {
    if (value !== undefined) printer.onOff(key, value !== 0, word);
  };
  const { sci, cipherSuite, icvLen, encodingSa, validation, offload } = data;
  if (sci !== undefined) {
    printer.named("sci", sci.toString(16).padStart(16, "0"));
  }
  flag("protect", data.protect);
  if (cipherSuite !== undefined) {
    const name = CIPHERS.find(([, id]) => id === cipherSuite)?.[0] ??
      "(unknown)";
    printer.value("cipher_suite", name, `cipher ${name} `);
  }
  if (icvLen !== undefined) {
    printer.value("icv_len", icvLen, `icvlen ${icvLen} `);
  }
  if (encodingSa !== undefined) {
    printer.value("encoding_sa", encodingSa, `encodingsa ${encodingSa} `);
  }
  if (validation !== undefined) {
    const name = VALIDATION[validation] ?? "(unknown)";
    printer.value("validation", name, `validate ${name} `);
  }
  if (offload !== undefined) {
    printer.named("offload", OFFLOAD[offload] ?? "(unknown)");
  }
  flag("encrypt", data.encrypt);
  flag("inc_sci", data.incSci, "send_sci");
  flag("es", data.es, "end_station");
  flag("scb", data.scb);
  flag("replay_protect", data.replayProtect, "replay");
  if (data.window !== undefined) printer.named("window", data.window | 0);
}
