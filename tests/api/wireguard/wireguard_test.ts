import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { endpoint } from "../../../api/wireguard/endpoint.ts";
import {
  fromWireguardSettings,
  toWireguardDevice,
} from "../../../api/wireguard/mapping.ts";
import {
  fromWireguardConfig,
  planWireguard,
} from "../../../api/wireguard/plan.ts";
import {
  type WireguardEvent,
  wireguardEvents,
} from "../../../api/wireguard/monitor.ts";
import type {
  WireguardConfig,
  WireguardDevice,
  WireguardSettings,
} from "../../../api/wireguard/spec.ts";
import { FieldPath } from "../../../api/mapping/field_path.ts";
import {
  generateWireguardKey,
  wireguardPublicKey,
} from "../../../api/wireguard/key.ts";
import type { WgDevice } from "../../../messages/generic/wireguard.ts";

const key = (byte: number) => new Uint8Array(32).fill(byte).toBase64();
const [A, B, C] = [key(1), key(2), key(3)];
const SECRET = key(0xa7);

function write(settings: WireguardSettings): WgDevice {
  return fromWireguardSettings(settings, FieldPath.root);
}

function device(attributes: WgDevice): WireguardDevice {
  return toWireguardDevice({ cmd: 0, version: 1, reserved: 0, attributes });
}

/** What the kernel would report after it was set. */
function reported(settings: WireguardSettings): WireguardDevice {
  return device({ ifindex: 7, ifname: "wg0", ...write(settings) });
}

Deno.test("endpoint reads and writes addresses with ports", () => {
  for (
    const [text, value] of [
      ["192.0.2.1:51820", { family: 2, port: 51820, address: "192.0.2.1" }],
      ["[2001:db8::1]:0", { family: 10, port: 0, address: "2001:db8::1" }],
      [
        "[fe80::1%7]:65535",
        { family: 10, port: 65535, address: "fe80::1", scopeId: 7 },
      ],
    ] as const
  ) {
    assertEquals(endpoint.toKernel(text, FieldPath.root), value);
    assertEquals(endpoint.fromKernel(value), text);
  }
  assertEquals(
    endpoint.toKernel("[fe80::1%eth0]:7", FieldPath.unresolved)?.scopeId,
    1,
  );
  for (
    const text of [
      "",
      "192.0.2.1",
      "192.0.2.1:",
      "192.0.2.1:x",
      "192.0.2:1",
      "2001:db8::1:7",
      "[192.0.2.1]:7",
      "[2001:db8::1]",
      "[2001:db8::1]7",
      "example.com:7",
      7 as never,
    ]
  ) {
    assertThrows(() => endpoint.toKernel(text, FieldPath.root), TypeError);
  }
  assertThrows(
    () => endpoint.toKernel("192.0.2.1:65536", FieldPath.root),
    RangeError,
    "the port is not between 0 and 65535",
  );
});

Deno.test("fromWireguardSettings() names what is wrong, and shows no key", () => {
  const wrong: [settings: unknown, path: string][] = [
    [{ privateKey: `${SECRET}x` }, "privateKey"],
    [{ privatekey: SECRET }, "privatekey"],
    [{ privateKey: new Uint8Array(32) }, "privateKey"],
    [SECRET, ""],
    [{ peers: { publicKey: A, presharedKey: SECRET } }, "peers"],
    [{ peers: [SECRET] }, "peers[0]"],
    [{ peers: [{ presharedKey: SECRET }] }, "peers[0].publicKey"],
    [{ peers: [{ publicKey: `${SECRET}=` }] }, "peers[0].publicKey"],
    [{ peers: [{ publicKey: A, presharedKey: `x${SECRET}` }] }, "presharedKey"],
    [{ peers: [{ publicKey: A, presharedkey: SECRET }] }, "presharedkey"],
    [{ peers: [{ publicKey: A, allowedIps: ["x"] }] }, "allowedIps[0]"],
    [{ peers: [{ publicKey: A, allowedIps: { ad: [] } }] }, "allowedIps.ad"],
    [
      { peers: [{ publicKey: A, allowedIps: { add: ["10.0.0.0/33"] } }] },
      "peers[0].allowedIps.add[0]",
    ],
    [{ peers: [{ publicKey: A, keepalive: 65536 }] }, "peers[0].keepalive"],
    [{ listenPort: 65536 }, "listenPort"],
    [{ firewallMark: -1 }, "firewallMark"],
    [{ replacePeers: 1 }, "replacePeers"],
  ];
  for (const [settings, path] of wrong) {
    const { message } = assertThrows(() => write(settings as never), Error);
    assert(message.includes(path), `${message}: ${path}`);
    assert(!message.includes(SECRET.slice(0, 40)), message);
  }
});

Deno.test("toWireguardDevice() hides keys, and yet has them", () => {
  const found = reported({
    privateKey: SECRET,
    peers: [{ publicKey: A, presharedKey: SECRET }],
  });
  assertEquals(found.privateKey, SECRET);
  assertEquals(found.peers[0]!.presharedKey, SECRET);
  for (const text of [Deno.inspect(found), JSON.stringify(found)]) {
    assert(!text.includes(SECRET), text);
    assertEquals(text.match(/\(hidden\)/g)?.length, 2);
    assert(text.includes(A), text);
  }
  assertEquals(JSON.parse(JSON.stringify(reported({}))).privateKey, null);
});

Deno.test("toWireguardDevice() reads what the kernel reports of sessions", () => {
  const [peer] = device({
    peers: [{
      publicKey: Uint8Array.fromBase64(A),
      lastHandshakeTime: { sec: 1_700_000_000n, nsec: 250_999_999n },
      rxBytes: 2n ** 60n,
      txBytes: 1n,
      protocolVersion: 1,
    }],
  }).peers;
  assertEquals({ ...peer! }, {
    publicKey: A,
    presharedKey: null,
    keepalive: null,
    allowedIps: [],
    latestHandshake: new Date(1_700_000_000_250),
    receivedBytes: 2n ** 60n,
    sentBytes: 1n,
    protocolVersion: 1,
  });
  assertEquals(
    JSON.parse(JSON.stringify(peer)).latestHandshake,
    "2023-11-14T22:13:20.250Z",
  );
});

function plan(before: WireguardSettings, config: WireguardConfig) {
  const current = { ...write(before), publicKey: Uint8Array.fromBase64(C) };
  return planWireguard(current, fromWireguardConfig(config, FieldPath.root));
}

Deno.test("planWireguard() takes away what a peer is to be without", () => {
  const before = {
    peers: [{
      publicKey: A,
      presharedKey: SECRET,
      keepalive: 5,
      endpoint: "192.0.2.1:7",
      allowedIps: ["10.0.0.0/8"],
    }],
  };
  const { request } = plan(before, { peers: [{ publicKey: A }] });
  assertEquals(request, {
    peers: [{
      publicKey: Uint8Array.fromBase64(A),
      presharedKey: new Uint8Array(32),
      persistentKeepaliveInterval: 0,
      allowedIps: [],
      flags: 2,
    }],
  });
});

Deno.test("planWireguard() adds networks without removing others", () => {
  const networks = ["10.0.0.0/8", "192.0.2.0/24"];
  const before = { peers: [{ publicKey: A, allowedIps: networks }] };
  const more = [...networks.toReversed(), "fd00::/8"];
  const { request } = plan(before, {
    peers: [{ publicKey: A, allowedIps: more }],
  });
  assertEquals(request?.peers, [{
    publicKey: Uint8Array.fromBase64(A),
    allowedIps: [{ family: 10, ipaddr: "fd00::", cidrMask: 8 }],
  }]);
});

Deno.test("planWireguard() has nothing to do about what is equal", () => {
  const config: WireguardConfig = {
    privateKey: SECRET,
    listenPort: 7,
    firewallMark: null,
    peers: [{ publicKey: A, endpoint: "192.0.2.1:7" }, { publicKey: B }],
  };
  const { request, differences } = plan(config, config);
  assertEquals(request, undefined);
  assertEquals(differences, {
    device: [],
    added: [],
    changed: [],
    removed: [],
  });
  assertEquals(plan(config, {}).request, undefined);
});

Deno.test("fromWireguardConfig() refuses two peers with one key", () => {
  assertThrows(
    () =>
      fromWireguardConfig(
        { peers: [{ publicKey: A }, { publicKey: B }, { publicKey: A }] },
        FieldPath.root,
      ),
    TypeError,
    "as peers[2].publicKey: peers[0] has it, too",
  );
});

Deno.test("wireguardEvents() reports what differs", () => {
  const before = reported({
    listenPort: 1,
    privateKey: SECRET,
    peers: [
      { publicKey: A, allowedIps: ["10.0.0.0/8", "fd00::/8"] },
      { publicKey: B, keepalive: 1 },
    ],
  });
  const after = reported({
    listenPort: 2,
    privateKey: SECRET,
    peers: [
      { publicKey: C },
      { publicKey: A, allowedIps: ["fd00::/8", "10.0.0.0/8"] },
    ],
  });
  const brief = (event: WireguardEvent) =>
    "peer" in event
      ? [event.kind, event.peer.publicKey]
      : [event.kind, ...("properties" in event ? event.properties : [])];
  assertEquals([...wireguardEvents(before, after, true)].map(brief), [
    ["device-changed", "listenPort"],
    ["peer-added", C],
    ["peer-removed", B],
  ]);
  const counted = device({
    ...before.message.attributes,
    peers: before.message.attributes.peers!.map((peer) => ({
      ...peer,
      rxBytes: 9n,
    })),
  });
  assertEquals([...wireguardEvents(before, counted, false)], []);
  assertEquals([...wireguardEvents(before, counted, true)].map(brief), [
    ["peer-changed", A],
    ["peer-changed", B],
  ]);
});

Deno.test("wireguardPublicKey() shows no key that is none", async () => {
  const wrong = `${generateWireguardKey().slice(0, 42)}p=`;
  const error = await assertRejects(
    () => wireguardPublicKey(wrong),
    TypeError,
    "32 bytes in base64 are expected",
  );
  assert(!error.message.includes(wrong.slice(0, 20)));
});
