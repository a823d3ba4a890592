/**
 * Tunnels over IPv4: `ip tunnel add`, `change`, `delete` and `show`.
 *
 * @module
 */

import {
  IPPROTO_GRE,
  IPPROTO_IPIP,
  IPPROTO_IPV6,
} from "../../../messages/ip_protocols.ts";
import { blank } from "../../../messages/codec/mod.ts";
import {
  ARPHRD_IPGRE,
  ARPHRD_SIT,
  ARPHRD_TUNNEL,
} from "../../../messages/link/constants_hardware.ts";
import {
  type Ip4TunnelParameters,
  ip4TunnelParameters,
  SIOCADDTUNNEL,
  SIOCCHGTUNNEL,
} from "../../../messages/link/tunnel_control.ts";
import { fail } from "../../parse/errors.ts";
import { takes } from "../../parse/grammar.ts";
import type { Command, Context } from "../../runtime/context.ts";
import { getTunnel, removeTunnel, writeTunnel } from "./control.ts";
import { formatTunnel, readExtras } from "./format_ip4.ts";
import { LOWEST_FLAG } from "./gre.ts";
import { listTunnels } from "./list.ts";
import { FORM, read } from "./parse_ip4.ts";

const TYPES: readonly number[] = [ARPHRD_TUNNEL, ARPHRD_IPGRE, ARPHRD_SIT];

/** Makes a tunnel. */
export const add: Command = takes(FORM, async (args, context) => {
  return await write(context, SIOCADDTUNNEL, await read(args, context));
});

/** Changes a tunnel. */
export const change: Command = takes(FORM, async (args, context) => {
  const tunnel = await read(args, context, true);
  return await write(context, SIOCCHGTUNNEL, tunnel);
});

/** Removes a tunnel. */
export const remove: Command = takes(FORM, async (args, context) => {
  const tunnel = await read(args, context);
  const base = baseOf(tunnel) ?? "";
  return await removeTunnel(context, ip4TunnelParameters, base, tunnel);
});

/** Shows tunnels. */
export const show: Command = takes(FORM, async (args, context) => {
  const wanted = await read(args, context);
  const base = baseOf(wanted);
  if (base === undefined) return await list(context, wanted);
  const device = wanted.name || base;
  const codec = ip4TunnelParameters;
  const tunnel = await getTunnel(context, codec, device, wanted);
  if (typeof tunnel === "string") throw fail(1, tunnel);
  const extras = await readExtras(context, tunnel);
  await context.render(() => formatTunnel(context, tunnel, extras));
  context.printer.text("\n");
  return 0;
});

async function write(
  context: Context,
  request: typeof SIOCADDTUNNEL | typeof SIOCCHGTUNNEL,
  tunnel: Ip4TunnelParameters,
): Promise<number> {
  const { ttl, fragment } = tunnel.header;
  if (ttl !== 0 && fragment === 0) {
    throw fail(1, "ttl != 0 and nopmtudisc are incompatible");
  }
  const base = baseOf(tunnel);
  if (base === undefined) {
    const modes = "(ipip, gre, vti or sit)";
    throw fail(1, `cannot determine tunnel mode ${modes}`);
  }
  return await writeTunnel(context, request, ip4TunnelParameters, base, tunnel);
}

/** The tunnel that the kernel has of a kind; none if the kind is open. */
function baseOf(
  { header: { protocol }, iflags }: Ip4TunnelParameters,
): string | undefined {
  switch (protocol) {
    case IPPROTO_IPIP:
      return iflags & LOWEST_FLAG ? "ip_vti0" : "tunl0";
    case IPPROTO_GRE:
      return "gre0";
    case IPPROTO_IPV6:
      return "sit0";
    default:
      return undefined;
  }
}

function list(
  context: Context,
  wanted: Ip4TunnelParameters,
): Promise<number> {
  return listTunnels(context, {
    types: TYPES,
    name: wanted.name,
    codec: ip4TunnelParameters,
    ask: () => blank(ip4TunnelParameters),
    isWanted: ({ link, name, ikey, header: { source, destination } }) =>
      (wanted.link === 0 || link === wanted.link) &&
      (wanted.name === "" || name === wanted.name) &&
      isAddress(wanted.header.destination, destination) &&
      isAddress(wanted.header.source, source) &&
      (wanted.ikey === 0 || ikey === wanted.ikey),
    format: async (tunnel) => {
      const extras = await readExtras(context, tunnel);
      await context.render(() => formatTunnel(context, tunnel, extras));
    },
  });
}

function isAddress(wanted: string, address: string): boolean {
  return wanted === "0.0.0.0" || wanted === address;
}
