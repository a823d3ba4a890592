/**
 * Tunnels over IPv6: `ip -6 tunnel add`, `change`, `delete` and `show`.
 *
 * @module
 */

import { IPPROTO_GRE, IPPROTO_IPV6 } from "../../../messages/ip_protocols.ts";
import { blank } from "../../../messages/codec/mod.ts";
import {
  ARPHRD_IP6GRE,
  ARPHRD_TUNNEL6,
} from "../../../messages/link/constants_hardware.ts";
import {
  type Ip6TunnelParameters,
  ip6TunnelParameters,
  SIOCADDTUNNEL,
  SIOCCHGTUNNEL,
} from "../../../messages/link/tunnel_control.ts";
import { fail } from "../../parse/errors.ts";
import { takes } from "../../parse/grammar.ts";
import type { Command, Context } from "../../runtime/context.ts";
import {
  FLOWINFO_FLOWLABEL,
  FLOWINFO_TCLASS,
} from "../link/kinds/parse_tunnel.ts";
import { getTunnel, removeTunnel, writeTunnel } from "./control.ts";
import { formatTunnel } from "./format_ip6.ts";
import { LOWEST_FLAG } from "./gre.ts";
import { listTunnels } from "./list.ts";
import { FORM, read } from "./parse_ip6.ts";

const TYPES: readonly number[] = [ARPHRD_TUNNEL6, ARPHRD_IP6GRE];

/** What new tunnels have. */
const DEFAULTS: Partial<Ip6TunnelParameters> = {
  protocol: IPPROTO_IPV6,
  hopLimit: 64,
  encapLimit: 4,
};

/** Makes a tunnel. */
export const add: Command = takes(FORM, async (args, context) => {
  const tunnel = await read(args, context, DEFAULTS);
  return await write(context, SIOCADDTUNNEL, tunnel);
});

/** Changes a tunnel. */
export const change: Command = takes(FORM, async (args, context) => {
  const tunnel = await read(args, context, DEFAULTS, true);
  return await write(context, SIOCCHGTUNNEL, tunnel);
});

/** Removes a tunnel. */
export const remove: Command = takes(FORM, async (args, context) => {
  const tunnel = await read(args, context, DEFAULTS);
  const base = baseOf(tunnel);
  return await removeTunnel(context, ip6TunnelParameters, base, tunnel);
});

/** Shows tunnels. */
export const show: Command = takes(FORM, async (args, context) => {
  const wanted = await read(args, context, {});
  if (wanted.name === "" || context.options.stats > 0) {
    return await list(context, wanted);
  }
  const codec = ip6TunnelParameters;
  const tunnel = await getTunnel(context, codec, wanted.name, wanted);
  if (typeof tunnel === "string") throw fail(1, tunnel);
  // As in ip, the line does not end.
  await context.render(() => formatTunnel(context, tunnel));
  return 0;
});

async function write(
  context: Context,
  request: typeof SIOCADDTUNNEL | typeof SIOCCHGTUNNEL,
  tunnel: Ip6TunnelParameters,
): Promise<number> {
  if (tunnel.name === "") {
    context.io.err("Tunnel interface name not specified\n");
  }
  const base = baseOf(tunnel);
  return await writeTunnel(context, request, ip6TunnelParameters, base, tunnel);
}

/** The tunnel that the kernel has of a kind. */
function baseOf({ protocol, iflags }: Ip6TunnelParameters): string {
  if (protocol === IPPROTO_GRE) return "ip6gre0";
  return iflags & LOWEST_FLAG ? "ip6_vti0" : "ip6tnl0";
}

function list(
  context: Context,
  wanted: Ip6TunnelParameters,
): Promise<number> {
  return listTunnels(context, {
    types: TYPES,
    name: wanted.name,
    codec: ip6TunnelParameters,
    ask: ({ type, index }) =>
      blank(ip6TunnelParameters, {
        name: wanted.name,
        link: index,
        protocol: type === ARPHRD_IP6GRE ? IPPROTO_GRE : IPPROTO_IPV6,
      }),
    isWanted: (tunnel) => isWanted(wanted, tunnel),
    format: (tunnel) => context.render(() => formatTunnel(context, tunnel)),
  });
}

function isWanted(
  wanted: Ip6TunnelParameters,
  tunnel: Ip6TunnelParameters,
): boolean {
  const isEqual = <K extends keyof Ip6TunnelParameters>(
    key: K,
    any: Ip6TunnelParameters[K],
  ) => wanted[key] === any || wanted[key] === tunnel[key];
  const isFlow = (mask: number) =>
    (wanted.flowinfo & mask) === 0 ||
    ((wanted.flowinfo ^ tunnel.flowinfo) & mask) === 0;
  return isEqual("link", 0) && isEqual("name", "") &&
    isEqual("local", "::") && isEqual("remote", "::") &&
    (isEqual("protocol", 0) || tunnel.protocol === 0) &&
    isEqual("encapLimit", 0) && isEqual("hopLimit", 0) &&
    isFlow(FLOWINFO_TCLASS) && isFlow(FLOWINFO_FLOWLABEL) &&
    (wanted.flags === 0 || (wanted.flags & tunnel.flags) !== 0);
}
