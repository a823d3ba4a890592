/**
 * Keywords that many kinds of tunnels share.
 *
 * @module
 */

import type { ValueNames } from "../../../../messages/value_names.ts";
import {
  fail,
  invalidArgument,
  isKernelError,
  refusal,
} from "../../../parse/errors.ts";
import { type Grammar, takes, type Word } from "../../../parse/grammar.ts";
import { u16, unsigned } from "../../../parse/numbers.ts";
import type { LinkChange } from "./kind.ts";
import type { Common } from "./setting.ts";
import { isUnspecified, KEY, readKey, ttl } from "./tunnel.ts";
import { RTM_GETLINK } from "../../../../messages/link/constants.ts";
import {
  GRE_CSUM,
  GRE_KEY,
  GRE_SEQ,
} from "../../../../messages/link/kinds/gre.ts";
import {
  IP6_TNL_F_ALLOW_LOCAL_REMOTE,
  IP6_TNL_F_IGN_ENCAP_LIMIT,
  IP6_TNL_F_RCV_DSCP_COPY,
  IP6_TNL_F_USE_ORIG_FLOWLABEL,
  IP6_TNL_F_USE_ORIG_FWMARK,
  IP6_TNL_F_USE_ORIG_TCLASS,
} from "../../../../messages/link/kinds/ip6tnl.ts";
import {
  TUNNEL_ENCAP_FLAG_CSUM,
  TUNNEL_ENCAP_FLAG_CSUM6,
  TUNNEL_ENCAP_FLAG_REMCSUM,
  TUNNEL_ENCAP_NONE,
  TUNNEL_ENCAPS,
} from "../../../../messages/link/kinds/tunnel_encap.ts";
import type { LinkInfo } from "../../../../messages/link/info.ts";
import { linkMessage } from "../../../../messages/link/link.ts";
import { blank } from "../../../../messages/codec/mod.ts";

/** Traffic class in the first four bytes of IPv6. */
export const FLOWINFO_TCLASS = 0x0ff00000;
/** Flow label in the first four bytes of IPv6. */
export const FLOWINFO_FLOWLABEL = 0x000fffff;

/** The ends of a tunnel. */
interface Ends {
  readonly local?: string;
  readonly remote?: string;
}

/** Attributes of what a tunnel is wrapped in. */
export interface EncapData {
  /** `TUNNEL_ENCAP_*`. */
  encapType?: number;
  /** `TUNNEL_ENCAP_FLAG_*`. */
  encapFlags?: number;
  /** Source port. */
  encapSport?: number;
  /** Destination port. */
  encapDport?: number;
}

/** Attributes of the GRE header. */
export interface GreHeaderData {
  /** `GRE_*` of packets that come in. */
  iflags?: number;
  /** `GRE_*` of packets that go out. */
  oflags?: number;
  /** Key of packets that come in. */
  ikey?: number;
  /** Key of packets that go out. */
  okey?: number;
}

/** Attributes of tunnels over IPv6. */
export interface Ip6Data {
  /** Hop limit. */
  ttl?: number;
  /** How often packets may be wrapped. */
  encapLimit?: number;
  /** Traffic class and flow label. */
  flowinfo?: number;
  /** `IP6_TNL_F_*`. */
  flags?: number;
  /** Mark of packets. */
  fwmark?: number;
}

// ip has no keyword for MPLS here.
const { mpls: _, ...encaps } = TUNNEL_ENCAPS;
/** Names of the encapsulations (`TUNNEL_ENCAP_*`). */
export const ENCAPS: ValueNames = encaps;

/**
 * Asks for the data of the link that is to be changed.
 *
 * @param change What is being done.
 * @returns The data; none, if the link is to be created.
 * @throws {CommandError} If there is no such tunnel.
 */
export async function currentData<D extends object>(
  { context, creates, message, name }: LinkChange,
): Promise<Partial<D>> {
  if (creates) return {};
  try {
    const connection = await context.connect();
    const { attributes: { info } } = await connection.get({
      type: RTM_GETLINK,
      codec: linkMessage,
      message: blank(linkMessage, {
        family: context.family,
        index: message.index,
      }),
    });
    const data = info?.[(info.kind ?? name) as keyof LinkInfo];
    if (typeof data === "object") {
      return withoutOpenEnds(data as Ends) as Partial<D>;
    }
  } catch (error) {
    if (!isKernelError(error)) throw error;
    context.io.err(await refusal(error));
  }
  throw fail(1, "Failed to get existing tunnel info.");
}

/**
 * Leaves out ends of a tunnel that are not set: the kernel reports zeros, which
 * it does not take back for tunnels of Ethernet.
 */
function withoutOpenEnds(data: Ends): Ends {
  const { local, remote, ...others } = data;
  const isSet = (end?: string) => end !== undefined && !isUnspecified(end);
  return {
    ...others,
    ...isSet(local) && { local },
    ...isSet(remote) && { remote },
  };
}

/**
 * Keywords about the key, the sequence and the checksum of GRE.
 *
 * @returns The keywords.
 */
export function greHeaderKeywords<D extends GreHeaderData>(): Grammar<D> {
  const flag = (bit: number, on: boolean, sides: string): Word<D> => (data) => {
    for (const side of ["iflags", "oflags"] as const) {
      if (!sides.includes(side[0]!)) continue;
      const flags = data[side] ?? 0;
      data[side] = on ? flags | bit : flags & ~bit;
    }
  };
  const key = (name: string, sides: string): Word<D> => (data, step) => {
    flag(GRE_KEY, true, sides)(data, step);
    const value = readKey(step.args.take(), name);
    if (sides.includes("i")) data.ikey = value;
    if (sides.includes("o")) data.okey = value;
  };
  const noKey = (sides: string): Word<D> => (data, step) => {
    flag(GRE_KEY, false, sides)(data, step);
    if (sides.includes("i")) data.ikey = 0;
    if (sides.includes("o")) data.okey = 0;
  };
  return {
    "key*": takes(KEY, key("key", "io")),
    "nokey*": noKey("io"),
    "ikey*": takes(KEY, key("ikey", "i")),
    "noikey*": noKey("i"),
    "okey*": takes(KEY, key("okey", "o")),
    "nookey*": noKey("o"),
    "seq*": flag(GRE_SEQ, true, "io"),
    "noseq*": flag(GRE_SEQ, false, "io"),
    "iseq*": flag(GRE_SEQ, true, "i"),
    "noiseq*": flag(GRE_SEQ, false, "i"),
    "oseq*": flag(GRE_SEQ, true, "o"),
    "nooseq*": flag(GRE_SEQ, false, "o"),
    "csum*": flag(GRE_CSUM, true, "io"),
    "nocsum*": flag(GRE_CSUM, false, "io"),
    "icsum*": flag(GRE_CSUM, true, "i"),
    "noicsum*": flag(GRE_CSUM, false, "i"),
    "ocsum*": flag(GRE_CSUM, true, "o"),
    "noocsum*": flag(GRE_CSUM, false, "o"),
  };
}

/**
 * Keywords about what a tunnel is wrapped in.
 *
 * @returns The keywords.
 */
export function encapKeywords<D extends EncapData>(): Grammar<D> {
  const flag = (bit: number, on: boolean): Word<D> => (data) => {
    const flags = data.encapFlags ?? 0;
    data.encapFlags = on ? flags | bit : flags & ~bit;
  };
  return {
    noencap: (data) => {
      data.encapType = TUNNEL_ENCAP_NONE;
    },
    encap: takes(
      `{ ${Object.keys(ENCAPS).join(" | ")} }`,
      (data, { args }) => {
        data.encapType = args.oneOf(ENCAPS, "Invalid encap type.");
      },
    ),
    "encap-sport": takes("{ PORT | auto }", (data, { args }) => {
      data.encapSport = args.read(
        (arg) => arg === "auto" ? 0 : unsigned(arg, 16),
        "Invalid source port.",
      );
    }),
    "encap-dport": takes("PORT", (data, { args }) => {
      data.encapDport = args.read(u16, "Invalid destination port.");
    }),
    "encap-csum": flag(TUNNEL_ENCAP_FLAG_CSUM, true),
    "noencap-csum": flag(TUNNEL_ENCAP_FLAG_CSUM, false),
    "encap-udp6-csum": flag(TUNNEL_ENCAP_FLAG_CSUM6, true),
    "noencap-udp6-csum": flag(TUNNEL_ENCAP_FLAG_CSUM6, false),
    "encap-remcsum": flag(TUNNEL_ENCAP_FLAG_REMCSUM, true),
    "noencap-remcsum": flag(TUNNEL_ENCAP_FLAG_REMCSUM, false),
  };
}

/**
 * The hop limit of tunnels over IPv6.
 *
 * @param cut `*` if the keywords may be cut short.
 * @returns The setting.
 */
export function hopLimit(cut: "" | "*"): Common<number> {
  return {
    ...ttl,
    word: `ttl${cut} hoplimit${cut} hlim${cut}`,
    problem: "invalid HLIM\n",
    argument: {
      name: cut === "*" ? "TTL" : "HLIM",
      means: "{ 0..255 | inherit }",
    },
    print: ({ printer }, _, ttl) =>
      printer.value("ttl", ttl, `hoplimit ${ttl === 0 ? "inherit" : ttl} `),
  };
}

/**
 * Keywords about the header of tunnels over IPv6.
 *
 * @param cut `*` if the keywords may be cut short.
 * @returns The keywords.
 */
export function ip6Keywords<D extends Ip6Data>(cut: "" | "*"): Grammar<D> {
  const set = (data: D, flag: number, on: boolean) => {
    const flags = data.flags ?? 0;
    data.flags = on ? flags | flag : flags & ~flag;
  };
  const flow = (data: D, mask: number, value: number) => {
    data.flowinfo = ((data.flowinfo ?? 0) & ~mask | value & mask) >>> 0;
  };
  const classNames = cut === "*"
    ? "tos* tclass* dsfield*"
    : "tos tclass tc dsfield*";
  return {
    encaplimit: takes(
      { name: "ELIM", means: "{ none | 0..255 }" },
      (data, { args }) => {
        const arg = args.take();
        set(data, IP6_TNL_F_IGN_ENCAP_LIMIT, arg === "none");
        if (arg === "none") return;
        const limit = unsigned(arg, 8);
        // For IP in IPv6, ip takes what is no number for 0.
        if (limit === undefined && cut === "*") {
          throw invalidArgument("invalid ELIM", arg);
        }
        data.encapLimit = limit ?? 0;
      },
    ),
    [classNames]: takes(
      { name: "TCLASS", means: "{ 0x0..0xff | inherit }" },
      (data, { args }) => {
        const arg = args.take();
        flow(data, FLOWINFO_TCLASS, 0);
        if (arg === "inherit") {
          set(data, IP6_TNL_F_USE_ORIG_TCLASS, true);
          return;
        }
        const value = unsigned(arg, 8, 16);
        if (value === undefined) throw invalidArgument("invalid TClass", arg);
        flow(data, FLOWINFO_TCLASS, value << 20);
        set(data, IP6_TNL_F_USE_ORIG_TCLASS, false);
      },
    ),
    "flowlabel fl": takes({
      name: "FLOWLABEL",
      means: "{ 0x0..0xfffff | inherit }",
    }, (data, { args }) => {
      const arg = args.take();
      flow(data, FLOWINFO_FLOWLABEL, 0);
      if (arg === "inherit") {
        set(data, IP6_TNL_F_USE_ORIG_FLOWLABEL, true);
        return;
      }
      const value = unsigned(arg, 32, 16);
      if (value === undefined || value > FLOWINFO_FLOWLABEL) {
        throw invalidArgument("invalid Flowlabel", arg);
      }
      flow(data, FLOWINFO_FLOWLABEL, value);
      set(data, IP6_TNL_F_USE_ORIG_FLOWLABEL, false);
    }),
    dscp: takes("inherit", (data, { args }) => {
      const arg = args.take();
      if (arg !== "inherit") throw invalidArgument("not inherit", arg);
      set(data, IP6_TNL_F_RCV_DSCP_COPY, true);
    }),
    fwmark: takes(
      { name: "MARK", means: "{ 0x0..0xffffffff | inherit }" },
      (data, { args }) => {
        const arg = args.take();
        const mark = arg === "inherit" ? 0 : unsigned(arg, 32);
        if (mark === undefined) throw invalidArgument("invalid fwmark\n", arg);
        data.fwmark = mark;
        set(data, IP6_TNL_F_USE_ORIG_FWMARK, arg === "inherit");
      },
    ),
    "allow-localremote": (data) =>
      set(data, IP6_TNL_F_ALLOW_LOCAL_REMOTE, true),
    "noallow-localremote": (data) =>
      set(data, IP6_TNL_F_ALLOW_LOCAL_REMOTE, false),
  };
}
