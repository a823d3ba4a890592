import { assertEquals } from "@std/assert";
import {
  L2TP_CMD_SESSION_GET,
  L2TP_CMD_TUNNEL_CREATE,
  L2TP_ENCAPTYPE_IP,
  L2TP_L2SPECTYPE_DEFAULT,
  L2TP_PWTYPE_ETH,
  type L2tpAttributes,
  l2tpMessage,
  Writer,
} from "../../../messages/mod.ts";
import { parseHex } from "../../../tools/capture/fixture.ts";

const [tunnel, session] = parseHex(
  Deno.readTextFileSync(
    new URL("./fixtures/l2tp-computed.hex", import.meta.url),
  ),
);

function encode(cmd: number, attributes: L2tpAttributes): Uint8Array {
  const writer = new Writer();
  l2tpMessage.encode(writer, { cmd, version: 1, reserved: 0, attributes });
  return writer.finish();
}

Deno.test("l2tpMessage writes a tunnel as the headers define", () => {
  const bytes = encode(L2TP_CMD_TUNNEL_CREATE, {
    connId: 3000,
    peerConnId: 4000,
    protoVersion: 3,
    encapType: L2TP_ENCAPTYPE_IP,
    ipSaddr: "192.0.2.1",
    ipDaddr: "192.0.2.2",
    ip6Saddr: "2001:db8::1",
    ip6Daddr: "2001:db8::2",
    udpSport: 5000,
    udpDport: 6000,
    udpCsum: 1,
    udpZeroCsum6Tx: true,
    udpZeroCsum6Rx: true,
    fd: 7,
    usingIpsec: 0,
  });
  assertEquals(bytes, tunnel!.slice(16));
});

Deno.test("l2tpMessage writes a session as the headers define", () => {
  const bytes = encode(L2TP_CMD_SESSION_GET, {
    pwType: L2TP_PWTYPE_ETH,
    ifname: "l2tpeth0",
    connId: 3000,
    sessionId: 1000,
    peerConnId: 4000,
    peerSessionId: 2000,
    l2specType: L2TP_L2SPECTYPE_DEFAULT,
    cookie: Uint8Array.of(0xde, 0xad, 0xbe, 0xef),
    peerCookie: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8),
    recvSeq: 1,
    sendSeq: 0,
    lnsMode: 1,
    recvTimeout: 500n,
    stats: {
      txPackets: 1n,
      txBytes: 2n,
      txErrors: 3n,
      rxPackets: 4n,
      rxBytes: 5n,
      rxSeqDiscards: 6n,
      rxCookieDiscards: 7n,
      rxOosPackets: 8n,
      rxErrors: 9n,
      rxInvalid: 10n,
    },
  });
  assertEquals(bytes, session!.slice(16));
});
