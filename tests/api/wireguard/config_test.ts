import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  formatWireguardConfig,
  parseWireguardConfig,
} from "../../../wireguard.ts";

const A = new Uint8Array(32).fill(0x11).toBase64();
const B = new Uint8Array(32).fill(0x22).toBase64();
const SECRET = new Uint8Array(32).fill(0xa7).toBase64();

const FILE = `[Interface]
ListenPort = 51820
FwMark = 0x7
PrivateKey = ${SECRET}
Address = 10.0.0.1/24, fd00::1/64
DNS = 10.0.0.2
MTU = 1420
PostUp = echo up; echo twice
PostUp = echo again

[Peer]
PublicKey = ${A}
PresharedKey = ${SECRET}
AllowedIPs = 10.0.0.0/24, fd00::/64
Endpoint = vpn.example.com:51820
PersistentKeepalive = 25

[Peer]
PublicKey = ${B}
`;

Deno.test("parseWireguardConfig() reads what formatWireguardConfig() writes", () => {
  const config = parseWireguardConfig(FILE);
  assertEquals(config, {
    listenPort: 51820,
    firewallMark: 7,
    privateKey: SECRET,
    peers: [
      {
        publicKey: A,
        presharedKey: SECRET,
        allowedIps: ["10.0.0.0/24", "fd00::/64"],
        endpoint: "vpn.example.com:51820",
        keepalive: 25,
      },
      { publicKey: B, allowedIps: [] },
    ],
    quick: {
      addresses: ["10.0.0.1/24", "fd00::1/64"],
      dns: ["10.0.0.2"],
      mtu: 1420,
      postUp: ["echo up; echo twice", "echo again"],
    },
  });
  assertEquals(formatWireguardConfig(config), FILE);
});

Deno.test("parseWireguardConfig() takes the liberties that wg takes", () => {
  const text = `# a comment
  [interface]   # another
listenport=0x10
FWMARK = off
[ PEER ]
publickey=${A}#
allowedips = 10.0.0.0/8
AllowedIPs=10.1.0.0/16,
persistentkeepalive = OFF
`;
  assertEquals(parseWireguardConfig(text), {
    listenPort: 16,
    firewallMark: null,
    peers: [{
      publicKey: A,
      allowedIps: ["10.0.0.0/8", "10.1.0.0/16"],
      keepalive: null,
    }],
  });
  assertEquals(parseWireguardConfig(""), { peers: [] });
});

Deno.test("parseWireguardConfig() names the line, and shows no key", () => {
  for (
    const [text, state] of [
      ["ListenPort = 1", "line 1: it is neither a section"],
      ["[Interface]\nNothing = 1", "line 2: there is no setting Nothing here"],
      ["[Interface]\nPublicKey = x", "line 2: there is no setting PublicKey"],
      ["[Interface]\n\nListenPort = 65536", "line 3: ListenPort: a number"],
      ["[Interface]\nFwMark = x", "line 2: FwMark: a number"],
      [`[Interface]\nPrivateKey = ${SECRET}p`, "line 2: PrivateKey: 32 bytes"],
      [`[Interface]\n${SECRET}`, "line 2: it is neither"],
      [`[Interface]\nSaveConfig = maybe`, "line 2: SaveConfig: true or false"],
      ["[Peer]\nAddress = 10.0.0.1/8", "line 2: there is no setting Address"],
      ["[Peer]\nAllowedIPs = 10.0.0.0/8", "peer 1 has no public key"],
      [`[Peer]\nPresharedKey = ${SECRET}p`, "line 2: PresharedKey: 32 bytes"],
      ["[Peer]\nListenPort =", "line 2: it is neither"],
    ] as const
  ) {
    const { message } = assertThrows(
      () => parseWireguardConfig(text),
      SyntaxError,
      `Cannot parse WireGuard configuration: ${state}`,
    );
    assert(!message.includes(SECRET), message);
  }
});

Deno.test("formatWireguardConfig() leaves out what is none", () => {
  const text = formatWireguardConfig({
    privateKey: null,
    firewallMark: null,
    listenPort: 0,
    peers: [{
      publicKey: A,
      presharedKey: null,
      keepalive: null,
      allowedIps: [],
    }],
  });
  assertEquals(text, `[Interface]\n\n[Peer]\nPublicKey = ${A}\n`);
});
