/**
 * The keywords of tunnels over IPv4.
 *
 * @module
 */

import { valueOf } from "../../../messages/value_names.ts";
import {
  IPPROTO_GRE,
  IPPROTO_IPIP,
  IPPROTO_IPV6,
} from "../../../messages/ip_protocols.ts";
import { blank } from "../../../messages/codec/mod.ts";
import { GRE_KEY } from "../../../messages/link/kinds/gre.ts";
import {
  type Ip4TunnelParameters,
  ip4TunnelParameters,
} from "../../../messages/link/tunnel_control.ts";
import { exit, fail, invalidArgument, usage } from "../../parse/errors.ts";
import type { Argument, Form } from "../../parse/form.ts";
import {
  type Arguments,
  type Grammar,
  matches,
  parse,
  takes,
  type Word,
} from "../../parse/grammar.ts";
import { unsigned } from "../../parse/numbers.ts";
import { ipv4AddressOf, ipv4Number } from "../../parse/prefixes.ts";
import type { Context } from "../../runtime/context.ts";
import { isMulticast } from "../link/kinds/tunnel.ts";
import { getTunnel } from "./control.ts";
import {
  commonKeywords,
  LOWEST_FLAG,
  NAME,
  resolveDevice,
  type Spec as CommonSpec,
  tunnelName,
} from "./gre.ts";

/** Version 4, and a header of 20 bytes. */
const IPV4_WITHOUT_OPTIONS = 0x45;
/** Fragments are forbidden (`IP_DF`). */
const IP_DF = 0x4000;

interface Spec extends CommonSpec<Ip4TunnelParameters> {
  /** Whether the tunnel is an ISATAP tunnel. */
  isatap: boolean;
}

/** What a mode stands for. */
interface Mode {
  protocol: number;
  isVti?: boolean;
  isatap?: boolean;
}

const IPIP: Mode = { protocol: IPPROTO_IPIP };
const GRE: Mode = { protocol: IPPROTO_GRE };
const SIT: Mode = { protocol: IPPROTO_IPV6 };
const ISATAP: Mode = { protocol: IPPROTO_IPV6, isatap: true };
const VTI: Mode = { protocol: IPPROTO_IPIP, isVti: true };

const MODES: Readonly<Record<string, Mode>> = {
  "gre": GRE,
  "gre/ip": GRE,
  "ipip": IPIP,
  "ip/ip": IPIP,
  "isatap": ISATAP,
  "sit": SIT,
  "ipv6/ip": SIT,
  "vti": VTI,
};

/** What names of tunnels begin with whose mode is not given. */
const NAMED: readonly (readonly [start: string, mode: Mode])[] = [
  ["gre", GRE],
  ["ipip", IPIP],
  ["sit", SIT],
  ["isatap", ISATAP],
  ["vti", VTI],
];

function setMode(
  spec: Spec,
  { protocol, isVti = false, isatap = false }: Mode,
): void {
  spec.tunnel.header.protocol = protocol;
  if (isVti) spec.tunnel.iflags |= LOWEST_FLAG;
  if (isatap) spec.isatap = true;
}

const ADDR: Argument = { name: "ADDR", means: "{ IP_ADDRESS | any }" };
const TOS: Argument = {
  name: "TOS",
  means: "{ STRING | 00..ff | inherit | inherit/STRING | inherit/00..ff }",
};
const TTL: Argument = { name: "TTL", means: "{ 1..255 | inherit }" };

function address(end: "source" | "destination"): Word<Spec> {
  return takes(ADDR, ({ tunnel }, { args }) => {
    tunnel.header[end] = ipv4AddressOf(args.take());
  });
}

const KEYWORDS: Grammar<Spec> = {
  "mode": takes("{ gre | ipip | isatap | sit | vti }", (spec, { args }) => {
    const arg = args.take();
    const mode = valueOf(MODES, arg);
    if (mode === undefined) throw exit(255, `Unknown tunnel mode "${arg}"`);
    const { protocol } = spec.tunnel.header;
    if (protocol !== 0 && protocol !== mode.protocol) {
      throw exit(255, "You managed to ask for more than one tunnel mode.");
    }
    setMode(spec, mode);
  }),
  ...commonKeywords<Spec>(),
  "nopmtudisc": ({ tunnel }) => void (tunnel.header.fragment = 0),
  "pmtudisc": ({ tunnel }) => void (tunnel.header.fragment = IP_DF),
  "remote": address("destination"),
  "local": address("source"),
  "ttl hoplimit hlim": takes(TTL, ({ tunnel }, { args }) => {
    const arg = args.take();
    // A tunnel that is changed keeps its own.
    if (arg === "inherit") return;
    const ttl = unsigned(arg, 8);
    if (ttl === undefined) throw invalidArgument("invalid TTL\n", arg);
    tunnel.header.ttl = ttl;
  }),
  "tos tclass dsfield*": takes(TOS, ({ tunnel }, { args, context }) => {
    const [first = "", rest] = args.take().split("/");
    const inherits = first === "inherit";
    tunnel.header.tos = inherits ? 1 : 0;
    const field = inherits ? rest : first;
    if (field === undefined) return;
    const tos = context.names.dsFields.numberOf(field);
    if (tos === undefined) throw invalidArgument("bad TOS value", first);
    tunnel.header.tos |= tos;
  }),
};

/** What follows the verbs. */
export const FORM: Form = {
  anyOrder: [{ options: KEYWORDS }, [{ maybe: ["[ name ]", NAME] }]],
};

/**
 * Reads arguments.
 *
 * @param isChange Whether a tunnel is changed, which keeps what is not given if
 * its name comes first.
 * @returns The tunnel.
 * @throws {CommandError} If an argument is wrong, or there is no such tunnel.
 */
export async function read(
  args: Arguments,
  context: Context,
  isChange = false,
): Promise<Ip4TunnelParameters> {
  const spec: Spec = {
    tunnel: blank(ip4TunnelParameters),
    isatap: false,
  };
  spec.tunnel.header.versionAndLength = IPV4_WITHOUT_OPTIONS;
  spec.tunnel.header.fragment = IP_DF;
  const all = args.left;
  await parse(KEYWORDS, spec, args, context, async (spec, { word, args }) => {
    const isFirst = args.left === all - 1;
    const isName = word === "name";
    if (!isName && matches(word, "help")) throw usage("tunnel");
    const name = tunnelName(isName ? args.take() : word, spec.tunnel.name);
    spec.tunnel.name = name;
    if (isChange && isFirst) spec.tunnel = await current(context, name);
  });
  const { tunnel } = spec;
  if (tunnel.header.protocol === 0) {
    const mode = NAMED.find(([start]) => tunnel.name.startsWith(start))?.[1];
    if (mode !== undefined) setMode(spec, mode);
  }
  const { iflags, oflags, header: { protocol, source, destination } } = tunnel;
  if (
    (iflags | oflags) & GRE_KEY && !(iflags & LOWEST_FLAG) &&
    protocol !== IPPROTO_GRE
  ) {
    throw fail(1, "Keys are not allowed with ipip and sit tunnels");
  }
  await resolveDevice(context, spec);
  if (isMulticast(destination)) {
    const group = ipv4Number(destination);
    if (tunnel.ikey === 0) {
      tunnel.ikey = group;
      tunnel.iflags |= GRE_KEY;
    }
    if (tunnel.okey === 0) {
      tunnel.okey = group;
      tunnel.oflags |= GRE_KEY;
    }
    if (source === "0.0.0.0") {
      throw fail(1, "A broadcast tunnel requires a source address");
    }
  }
  if (spec.isatap) tunnel.iflags |= LOWEST_FLAG;
  return tunnel;
}

/** The tunnel that is to be changed. */
async function current(
  context: Context,
  name: string,
): Promise<Ip4TunnelParameters> {
  const codec = ip4TunnelParameters;
  const tunnel = await getTunnel(context, codec, name, blank(codec));
  if (typeof tunnel === "string") throw fail(1, tunnel);
  if (tunnel.header.versionAndLength !== IPV4_WITHOUT_OPTIONS) {
    throw invalidArgument('"name" is not an ip tunnel', name);
  }
  return tunnel;
}
