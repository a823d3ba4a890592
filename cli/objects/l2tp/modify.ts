/**
 * `ip l2tp add` and `ip l2tp del`.
 *
 * @module
 */

import {
  L2TP_CMD_SESSION_CREATE,
  L2TP_CMD_SESSION_DELETE,
  L2TP_CMD_TUNNEL_CREATE,
  L2TP_CMD_TUNNEL_DELETE,
  L2TP_ENCAPTYPE_UDP,
  L2TP_L2SPECTYPE_DEFAULT,
  L2TP_PWTYPE_ETH,
  type L2tpAttributes,
} from "../../../messages/generic/l2tp.ts";
import { AF_INET6 } from "../../../messages/families.ts";
import { missingArgument } from "../../parse/errors.ts";
import { takes } from "../../parse/grammar.ts";
import type { Prefix } from "../../parse/prefixes.ts";
import { answered } from "../../runtime/generic.ts";
import type { L2tpCommand } from "./mod.ts";
import { KEYS, read, SESSION, type Spec, TUNNEL } from "./parse_l2tp.ts";

/** Adds a tunnel, a session, or both. */
export const add: L2tpCommand = takes({
  oneOf: {
    "tunnel": { form: { options: TUNNEL } },
    "session": { form: { options: SESSION } },
  },
}, async (args, context, family) => {
  const spec = await read(args, context);
  checkAdded(spec);
  if (spec.tunnel) {
    await answered(family.request(L2TP_CMD_TUNNEL_CREATE, toTunnel(spec)));
  }
  if (spec.session) {
    await answered(family.request(L2TP_CMD_SESSION_CREATE, toSession(spec)));
  }
  return 0;
});

/** Deletes a tunnel or a session. */
export const remove: L2tpCommand = takes({
  oneOf: {
    "tunnel": { form: "tunnel_id ID" },
    "session": { form: { options: KEYS } },
  },
}, async (args, context, family) => {
  const { tunnel, session, tunnelId, sessionId } = await read(args, context);
  if (tunnel && tunnelId === 0) throw missingArgument("tunnel_id");
  if (session && sessionId === 0) throw missingArgument("session_id");
  await answered(
    sessionId === 0
      ? family.request(L2TP_CMD_TUNNEL_DELETE, { connId: tunnelId })
      : family.request(L2TP_CMD_SESSION_DELETE, {
        connId: tunnelId,
        sessionId,
      }),
  );
  return 0;
});

function checkAdded(spec: Spec): void {
  const { tunnel, session } = spec;
  const demand = (name: string, value: number) => {
    if (value === 0) throw missingArgument(name);
  };
  demand("tunnel_id", spec.tunnelId);
  if (session) {
    demand("peer_session_id", spec.peerSessionId);
    demand("session_id", spec.sessionId);
  }
  if (!tunnel) return;
  demand("peer_tunnel_id", spec.peerTunnelId);
  demand("local", spec.local?.family ?? 0);
  demand("remote", spec.remote?.family ?? 0);
  if (spec.encap !== L2TP_ENCAPTYPE_UDP) return;
  demand("udp_sport", spec.localPort);
  demand("udp_dport", spec.peerPort);
}

function toTunnel(spec: Spec): L2tpAttributes {
  return {
    connId: spec.tunnelId,
    peerConnId: spec.peerTunnelId,
    protoVersion: 3,
    encapType: spec.encap,
    ...end(spec.local!, "ipSaddr", "ip6Saddr"),
    ...end(spec.remote!, "ipDaddr", "ip6Daddr"),
    ...spec.encap === L2TP_ENCAPTYPE_UDP && {
      udpSport: spec.localPort,
      udpDport: spec.peerPort,
      ...spec.checksum && { udpCsum: 1 },
      ...!spec.checksum6Tx && { udpZeroCsum6Tx: true },
      ...!spec.checksum6Rx && { udpZeroCsum6Rx: true },
    },
  };
}

function end(
  { family, address }: Prefix,
  v4: "ipSaddr" | "ipDaddr",
  v6: "ip6Saddr" | "ip6Daddr",
): L2tpAttributes {
  return { [family === AF_INET6 ? v6 : v4]: address };
}

function toSession(spec: Spec): L2tpAttributes {
  const { cookie, peerCookie, name, l2spec } = spec;
  return {
    connId: spec.tunnelId,
    peerConnId: spec.peerTunnelId,
    sessionId: spec.sessionId,
    peerSessionId: spec.peerSessionId,
    pwType: L2TP_PWTYPE_ETH,
    l2specType: l2spec,
    l2specLen: l2spec === L2TP_L2SPECTYPE_DEFAULT ? 4 : 0,
    ...spec.recvSeq && { recvSeq: 1 },
    ...spec.sendSeq && { sendSeq: 1 },
    ...cookie !== undefined && { cookie },
    ...peerCookie !== undefined && { peerCookie },
    ...name !== undefined && { ifname: name },
  };
}
