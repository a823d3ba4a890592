/**
 * The keywords of tunnels and sessions.
 *
 * @module
 */

import { valueOf } from "../../../messages/value_names.ts";
import {
  L2TP_ENCAPSULATIONS,
  L2TP_ENCAPTYPE_UDP,
  L2TP_L2SPECTYPE_DEFAULT,
  L2TP_SUBLAYERS,
} from "../../../messages/generic/l2tp.ts";
import { deviceName } from "../../parse/device_name.ts";
import {
  exit,
  invalidArgument,
  missingArgument,
  usage,
} from "../../parse/errors.ts";
import type { Argument } from "../../parse/form.ts";
import {
  type Arguments,
  type Grammar,
  matches,
  number,
  parse,
  takes,
  type Word,
} from "../../parse/grammar.ts";
import { addressOf, type Prefix } from "../../parse/prefixes.ts";
import type { Context } from "../../runtime/context.ts";

/** A tunnel or a session, as it was given. */
export interface Spec {
  /** Whether it is about tunnels. */
  tunnel: boolean;
  /** Whether it is about sessions. */
  session: boolean;
  /** `L2TP_ENCAPTYPE_*`. */
  encap: number;
  /** `L2TP_L2SPECTYPE_*`. */
  l2spec: number;
  /** Identifiers; 0 for none. */
  tunnelId: number;
  /** Identifier of the tunnel at the peer. */
  peerTunnelId: number;
  /** Identifier of the session. */
  sessionId: number;
  /** Identifier of the session at the peer. */
  peerSessionId: number;
  /** UDP port of this end. */
  localPort: number;
  /** UDP port of the peer. */
  peerPort: number;
  /** Whether UDP checksums are sent over IPv4. */
  checksum: boolean;
  /** Whether UDP checksums are sent over IPv6. */
  checksum6Tx: boolean;
  /** Whether UDP checksums are demanded over IPv6. */
  checksum6Rx: boolean;
  /** Whether sequence numbers are sent. */
  sendSeq: boolean;
  /** Whether sequence numbers are expected. */
  recvSeq: boolean;
  /** Address of this end. */
  local?: Prefix;
  /** Address of the peer. */
  remote?: Prefix;
  /** Name of the session's link. */
  name?: string;
  /** Cookie of incoming packets. */
  cookie?: Uint8Array;
  /** Cookie of outgoing packets. */
  peerCookie?: Uint8Array;
}

const ADDR: Argument = { name: "ADDR", means: "{ IP_ADDRESS | any }" };
const ID: Argument = { name: "ID", means: "{ 1..4294967295 }" };
const PORT: Argument = { name: "PORT", means: "{ 0..65535 }" };
const HEXSTR: Argument = {
  name: "HEXSTR",
  means: "{ 8 or 16 hex digits (4 / 8 bytes) }",
};
const L2SPEC: Argument = { name: "L2SPEC", means: "{ none | default }" };
const NAME: Argument = { name: "NAME", means: "STRING" };

type Keys<V> = {
  [K in keyof Spec]-?: V extends Spec[K] ? K : never;
}[keyof Spec];

function identifier(key: Keys<number> & keyof Spec): Word<Spec> {
  return takes(ID, number(key, 32, "invalid ID\n"));
}

function port(key: "localPort" | "peerPort"): Word<Spec> {
  return takes(PORT, number(key, 16, "invalid port\n"));
}

function checksum(
  key: "checksum" | "checksum6Tx" | "checksum6Rx",
): Word<Spec> {
  return takes("{ on | off }", (spec, { args, name }) => {
    const arg = args.take();
    if (arg !== "on" && arg !== "off") {
      throw invalidArgument(`invalid option for ${name}\n`, arg);
    }
    spec[key] = arg === "on";
  });
}

function address(key: "local" | "remote"): Word<Spec> {
  return takes(ADDR, (spec, { args }) => {
    spec[key] = addressOf(args.take(), 0);
  });
}

function cookie(key: "cookie" | "peerCookie"): Word<Spec> {
  return takes(HEXSTR, (spec, { args }) => {
    const arg = args.take();
    if (arg.length !== 8 && arg.length !== 16) {
      throw invalidArgument("cookie must be either 8 or 16 hex digits\n", arg);
    }
    if (!/^[\da-f]+$/i.test(arg)) {
      throw invalidArgument("cookie must be a hex string\n", arg);
    }
    spec[key] = Uint8Array.from(
      arg.match(/../g)!,
      (byte) => Number.parseInt(byte, 16),
    );
  });
}

/** A keyword that is ignored, and so is its argument. */
const ignored: Word<Spec> = (_, { args, word, context }) => {
  context.io.err(`Ignoring option "${word}"\n`);
  args.take();
};

const SEQUENCES: Readonly<Record<string, Partial<Spec>>> = {
  none: { recvSeq: false, sendSeq: false },
  send: { sendSeq: true },
  recv: { recvSeq: true },
  both: { recvSeq: true, sendSeq: true },
};

function find<V>(
  names: Readonly<Record<string, V>>,
  name: string,
  arg: string,
  what: string,
): V {
  const value = valueOf(names, name);
  if (value === undefined) throw exit(255, `Unknown ${what} "${arg}"`);
  return value;
}

const TUNNEL_ID: Grammar<Spec> = { "tunnel_id tid": identifier("tunnelId") };
const SESSION_ID: Grammar<Spec> = {
  "session_id sid": identifier("sessionId"),
};

/** What names tunnels and sessions. */
export const KEYS: Grammar<Spec> = { ...TUNNEL_ID, ...SESSION_ID };

/** What tunnels are given. */
export const TUNNEL: Grammar<Spec> = {
  "remote": address("remote"),
  "local": address("local"),
  ...TUNNEL_ID,
  "peer_tunnel_id ptid": identifier("peerTunnelId"),
  "encap": takes("{ ip | udp }", (spec, { args }) => {
    const arg = args.take();
    spec.encap = find(L2TP_ENCAPSULATIONS, arg, arg, "tunnel encapsulation");
  }),
  "udp_sport": port("localPort"),
  "udp_dport": port("peerPort"),
  "udp_csum": checksum("checksum"),
  "udp6_csum_tx": checksum("checksum6Tx"),
  "udp6_csum_rx": checksum("checksum6Rx"),
};

/** What sessions are given. */
export const SESSION: Grammar<Spec> = {
  "name": takes(NAME, (spec, { args }) => {
    spec.name = deviceName(args.take(), '"name"');
  }),
  ...TUNNEL_ID,
  ...SESSION_ID,
  "peer_session_id psid": identifier("peerSessionId"),
  "cookie": cookie("cookie"),
  "peer_cookie": cookie("peerCookie"),
  "seq": takes("{ none | send | recv | both }", (spec, { args }) => {
    const arg = args.take();
    const flags = find(SEQUENCES, arg.toLowerCase(), arg, "seq value");
    Object.assign(spec, flags);
  }),
  "l2spec_type": takes(L2SPEC, (spec, { args }) => {
    const arg = args.take();
    const what = "layer2specific header type";
    spec.l2spec = find(L2TP_SUBLAYERS, arg.toLowerCase(), arg, what);
  }),
};

const ALL: Grammar<Spec> = {
  ...TUNNEL,
  ...SESSION,
  "offset": ignored,
  "peer_offset": ignored,
  "tunnel": (spec) => void (spec.tunnel = true),
  "session": (spec) => void (spec.session = true),
};

/**
 * Reads arguments.
 *
 * @returns What they set.
 * @throws {CommandError} If an argument is wrong, or neither `tunnel` nor
 * `session` is given.
 */
export async function read(args: Arguments, context: Context): Promise<Spec> {
  if (args.left === 0) throw usage("l2tp");
  const spec: Spec = {
    tunnel: false,
    session: false,
    encap: L2TP_ENCAPTYPE_UDP,
    l2spec: L2TP_L2SPECTYPE_DEFAULT,
    tunnelId: 0,
    peerTunnelId: 0,
    sessionId: 0,
    peerSessionId: 0,
    localPort: 0,
    peerPort: 0,
    checksum: false,
    checksum6Tx: true,
    checksum6Rx: true,
    sendSeq: false,
    recvSeq: false,
  };
  await parse(ALL, spec, args, context, (_, { word }) => {
    if (matches(word, "help")) throw usage("l2tp");
    throw usage("l2tp", `Unknown command: ${word}\n`);
  });
  if (!spec.tunnel && !spec.session) throw missingArgument("tunnel or session");
  return spec;
}
