/**
 * How tunnels over IPv4 are shown.
 *
 * @module
 */

import { IPPROTO_IPV6 } from "../../../messages/ip_protocols.ts";
import {
  type Ip4TunnelParameters,
  type PotentialRouter,
  potentialRouter,
  PRL_DEFAULT,
  SIOCGET6RD,
  SIOCGETPRL,
  type SixrdPrefixes,
  sixrdPrefixes,
} from "../../../messages/link/tunnel_control.ts";
import { blank } from "../../../messages/codec/mod.ts";
import { hostName } from "../../names/hosts.ts";
import type { Context } from "../../runtime/context.ts";
import { bytesOf, control, fromBytes, refused } from "./control.ts";
import { formatGre, LOWEST_FLAG, protocolName } from "./gre.ts";

const EINVAL = 22;
const IP_DF = 0x4000;
/** How many potential routers are asked for, with the one that asks. */
const MOST_ROUTERS = 16;

/** What the kernel has apart from the tunnel. */
export interface Extras {
  /** Potential routers of an ISATAP tunnel. */
  readonly routers: readonly PotentialRouter[];
  /** 6rd prefixes. */
  readonly prefixes?: SixrdPrefixes;
}

/**
 * Gets what belongs to a tunnel.
 *
 * @param tunnel The tunnel.
 * @returns What there is; what the kernel refuses to report is missing.
 */
export async function readExtras(
  context: Context,
  { name, iflags, header: { protocol } }: Ip4TunnelParameters,
): Promise<Extras> {
  if (protocol !== IPPROTO_IPV6) return { routers: [] };
  const routers = iflags & LOWEST_FLAG ? await readRouters(context, name) : [];
  const { errno, data } = await control(
    context,
    SIOCGET6RD,
    name,
    new Uint8Array(sixrdPrefixes.size),
  );
  if (errno !== 0) {
    // That there can be none of them is no problem.
    if (errno !== EINVAL) report(context, name, SIOCGET6RD, errno);
    return { routers };
  }
  return { routers, prefixes: fromBytes(sixrdPrefixes, data) };
}

async function readRouters(
  context: Context,
  name: string,
): Promise<PotentialRouter[]> {
  const { size } = potentialRouter;
  const request = new Uint8Array(MOST_ROUTERS * size);
  request.set(bytesOf(
    potentialRouter,
    blank(potentialRouter, { dataLength: request.length - size }),
  ));
  const reply = await control(context, SIOCGETPRL, name, request);
  if (reply.errno !== 0) {
    report(context, name, SIOCGETPRL, reply.errno);
    return [];
  }
  const routers: PotentialRouter[] = [];
  for (let at = size; at < request.length; at += size) {
    const router = fromBytes(potentialRouter, reply.data, at);
    if (router.address !== "0.0.0.0") routers.push(router);
  }
  return routers;
}

function report(
  { io }: Context,
  name: string,
  request: number,
  errno: number,
): void {
  io.err(`${refused(name, request, errno)}\n`);
}

/**
 * Writes a tunnel.
 *
 * @param tunnel The tunnel.
 * @param extras What belongs to it.
 */
export function formatTunnel(
  context: Context,
  tunnel: Ip4TunnelParameters,
  { routers, prefixes }: Extras,
): void {
  const { printer, names, links } = context;
  const { name, link, header } = tunnel;
  const { protocol, ttl, tos, fragment } = header;
  printer.object(null, () => {
    printer.colored("ifname", "ifname", name, `${name}: `);
    const mode = `${protocolName(protocol)}/ip`;
    printer.value("mode", mode, `${mode} remote `);
    const remote = host(context, header.destination);
    printer.colored("inet", "remote", remote, `${remote} `);
    printer.text("local ");
    const local = printer.json ? header.source : orAny(header.source);
    printer.colored("inet", "local", local, local);
    for (const { address, flags } of routers) {
      const key = flags & PRL_DEFAULT ? "pdr" : "pr";
      const router = hostName(context, address);
      printer.spaced(key, router);
    }
    if (link !== 0) {
      const device = links.nameOf(link);
      printer.spaced("dev", device);
    }
    if (ttl === 0) printer.text(" ttl inherit");
    else printer.spaced("ttl", ttl);
    if (tos === 1) {
      printer.text(" tos inherit");
    } else if (tos !== 0) {
      const own = names.dsFields.nameOf(printer.json ? tos : tos & ~1);
      printer.value("tos", own, ` tos ${tos & 1 ? "inherit/" : ""}${own}`);
    }
    if (!(fragment & IP_DF)) printer.value("nopmtudisc", null, " nopmtudisc");
    if (prefixes !== undefined) formatPrefixes(context, prefixes);
    formatGre(printer, protocol, tunnel);
  });
}

function formatPrefixes(
  context: Context,
  { prefix, prefixLength, relayPrefix, relayPrefixLength }: SixrdPrefixes,
): void {
  if (prefixLength === 0) return;
  const { printer } = context;
  printer.spaced("6rd-prefix", prefix);
  printer.value("6rd-prefixlen", prefixLength, `/${prefixLength}`);
  if (relayPrefix === "0.0.0.0") return;
  const relays = hostName(context, relayPrefix);
  printer.spaced("6rd-relay_prefix", relays);
  printer.value(
    "6rd-relay_prefixlen",
    relayPrefixLength,
    `/${relayPrefixLength}`,
  );
}

/** An address, or `any` for none; only in JSON, none is an address as well. */
function host(context: Context, address: string): string {
  const any = context.printer.json ? address : orAny(address);
  return any === "any" ? any : hostName(context, address);
}

function orAny(address: string): string {
  return address === "0.0.0.0" ? "any" : address;
}
