/**
 * `ip l2tp show`.
 *
 * @module
 */

import {
  L2TP_CMD_SESSION_GET,
  L2TP_CMD_TUNNEL_GET,
  L2TP_ENCAPTYPE_IP,
  L2TP_ENCAPTYPE_UDP,
  type L2tpAttributes,
} from "../../../messages/generic/l2tp.ts";
import type { Printer } from "../../print/printer.ts";
import { takes } from "../../parse/grammar.ts";
import { showAll } from "../../runtime/generic.ts";
import type { L2tpCommand } from "./mod.ts";
import { read, type Spec } from "./parse_l2tp.ts";

/** Shows tunnels or sessions. */
export const show: L2tpCommand = takes({
  oneOf: {
    "tunnel": { form: "[ tunnel_id ID ]" },
    "session": { form: "[ tunnel_id ID ] [ session_id ID ]" },
  },
}, async (args, context, family) => {
  const { printer } = context;
  const spec = await read(args, context);
  const { session, tunnelId, sessionId } = spec;
  // What one session lacks is shown as it was of the one before.
  let kept = given(spec);
  return await showAll(context, family, {
    command: session ? L2TP_CMD_SESSION_GET : L2TP_CMD_TUNNEL_GET,
    attributes: session
      ? tunnelId !== 0 && sessionId !== 0 ? { connId: tunnelId, sessionId } : {}
      : tunnelId !== 0
      ? { connId: tunnelId }
      : {},
    format: ({ attributes }) => {
      const all = { ...kept, ...attributes };
      printer.object(null, () => {
        if (session) formatSession(printer, all);
        else formatTunnel(printer, all);
      });
      kept = keptOf(all);
    },
  });
});

/** What was given on the command line is shown of those that lack it. */
function given(spec: Spec): L2tpAttributes {
  const { cookie, peerCookie, checksum } = spec;
  return keptOf({
    ...cookie !== undefined && { cookie },
    ...peerCookie !== undefined && { peerCookie },
    ...checksum && { udpCsum: 1 },
  });
}

function keptOf(
  { cookie, peerCookie, recvTimeout, udpCsum }: L2tpAttributes,
): L2tpAttributes {
  return {
    ...cookie !== undefined && { cookie },
    ...peerCookie !== undefined && { peerCookie },
    ...recvTimeout !== undefined && { recvTimeout },
    ...udpCsum !== undefined && { udpCsum },
  };
}

function formatTunnel(printer: Printer, tunnel: L2tpAttributes): void {
  const { connId = 0, encapType, peerConnId = 0 } = tunnel;
  const local = tunnel.ipSaddr ?? tunnel.ip6Saddr ?? "::";
  const peer = tunnel.ipDaddr ?? tunnel.ip6Daddr ?? "::";
  const isUdp = encapType === L2TP_ENCAPTYPE_UDP;
  const encap = isUdp ? "UDP" : encapType === L2TP_ENCAPTYPE_IP ? "IP" : "??";
  printer.value("tunnel_id", connId, `Tunnel ${connId},`);
  printer.spaced("encap", encap);
  printer.newline();
  printer.value("local", local, `  From ${local} `);
  printer.value("peer", peer, `to ${peer}`);
  printer.newline();
  printer.value("peer_tunnel", peerConnId, `  Peer tunnel ${peerConnId}`);
  printer.newline();
  if (isUdp) formatUdp(printer, tunnel);
}

function formatUdp(printer: Printer, tunnel: L2tpAttributes): void {
  const { udpSport = 0, udpDport = 0, udpCsum = 0 } = tunnel;
  printer.text("  UDP source / dest ports:");
  printer.value("local_port", udpSport, ` ${udpSport}`);
  printer.value("peer_port", udpDport, `/${udpDport}`);
  printer.newline();
  if (tunnel.ipSaddr !== undefined) {
    const state = udpCsum !== 0 ? "enabled" : "disabled";
    printer.value("checksum", udpCsum !== 0, `  UDP checksum: ${state}\n`);
    return;
  }
  const tx = tunnel.udpZeroCsum6Tx === undefined;
  const rx = tunnel.udpZeroCsum6Rx === undefined;
  const state = tx && rx ? "enabled" : tx ? "tx" : rx ? "rx" : "disabled";
  printer.field("checksum_tx", tx);
  printer.field("checksum_rx", rx);
  printer.text(`  UDP checksum: ${state}\n`);
}

function formatSession(printer: Printer, session: L2tpAttributes): void {
  const { sessionId = 0, connId = 0, peerSessionId = 0, peerConnId = 0 } =
    session;
  const { ifname, cookie, peerCookie, recvTimeout = 0n } = session;
  printer.value("session_id", sessionId, `Session ${sessionId}`);
  printer.value("tunnel_id", connId, ` in tunnel ${connId}`);
  printer.newline();
  printer.value(
    "peer_session_id",
    peerSessionId,
    `  Peer session ${peerSessionId},`,
  );
  printer.value("peer_tunnel_id", peerConnId, ` tunnel ${peerConnId}`);
  printer.newline();
  if (ifname !== undefined) {
    const text = `  interface name: ${ifname}`;
    printer.colored("ifname", "interface", ifname, text);
    printer.newline();
  }
  // Kernels no longer have offsets.
  printer.text("  offset 0, peer offset 0\n");
  formatCookie(printer, "cookie", cookie);
  formatCookie(printer, "peer_cookie", peerCookie);
  if (recvTimeout !== 0n) {
    const time = Number(BigInt.asUintN(32, recvTimeout));
    printer.value("reorder_timeout", time, `  reorder timeout: ${time}`);
  }
  if (session.sendSeq || session.recvSeq) {
    printer.text(`${printer.line}  sequence numbering:`);
    if (session.sendSeq) printer.value("send_seq", null, " send");
    if (session.recvSeq) printer.value("recv_seq", null, " recv");
  }
  printer.text("\n");
}

function formatCookie(
  printer: Printer,
  key: string,
  cookie: Uint8Array | undefined,
): void {
  if (cookie === undefined || cookie.length === 0) return;
  const digits = Array.from(
    cookie.subarray(0, cookie.length === 8 ? 8 : 4),
    (byte) => byte.toString(16).padStart(2, "0"),
  ).join("");
  printer.value(key, digits, `  ${key.replace("_", " ")} ${digits}`);
}
