import { assertEquals, assertRejects } from "@std/assert";
import type { OvpnDirection } from "../../api/generic/ovpn_key_spec.ts";
import type { OvpnPeerSettings } from "../../api/generic/ovpn_peer_spec.ts";
import { UnknownDeviceError } from "../../api/object/lookup.ts";
import { genericCodec } from "../../messages/generic/registry.ts";
import {
  OVPN_CMD_KEY_SWAP_NTF,
  OVPN_CMD_PEER_DEL,
  OVPN_CMD_PEER_DEL_NTF,
  OVPN_CMD_PEER_FLOAT_NTF,
  OVPN_CMD_PEER_GET,
  OVPN_CMD_PEER_NEW,
  OVPN_CMD_PEER_SET,
} from "../../messages/generic/ovpn.ts";
import {
  type Attributes,
  FamilyKernel,
  plain,
  RecordedKernel,
} from "../support/generic_kernel.ts";

/** Data channels with a kernel that answers each request. */
function open(...answer: Attributes[]) {
  const replies = answer.map((attributes) => ({ attributes }));
  const kernel = new FamilyKernel("ovpn", () => replies, ["peers"]);
  return { kernel, ovpn: kernel.generic.ovpn };
}

const peer = { device: "eth0", id: 7 } as const;
const key = { device: "eth0", peer: 7, slot: "secondary" } as const;

/** What the kernel has of counters, and what becomes of it. */
const counters = {
  vpnRxBytes: 1n,
  vpnTxBytes: 2n ** 40n,
  vpnRxPackets: 3n,
  vpnTxPackets: 4n,
  linkRxBytes: 5n,
  linkTxBytes: 6n,
  linkRxPackets: 7n,
  linkTxPackets: 8n,
};
const statistics = {
  vpn: { rxBytes: 1n, rxPackets: 3n, txBytes: 2n ** 40n, txPackets: 4n },
  link: { rxBytes: 5n, rxPackets: 7n, txBytes: 6n, txPackets: 8n },
};

Deno.test("OvpnPeers lists and gets peers", async () => {
  // Answers do not name the device.
  const { kernel, ovpn: { peers } } = open({
    peer: {
      id: 7,
      txId: 9,
      remoteIpv6: "fe80::1",
      remoteIpv6ScopeId: 3,
      remotePort: 1194,
      localIpv6: "fe80::2",
      localPort: 1195,
      socketNetnsid: -1,
      vpnIpv4: "10.8.0.2",
      vpnIpv6: "2001:db8::2",
      keepaliveInterval: 10,
      keepaliveTimeout: 60,
      ...counters,
    },
  }, {
    peer: {
      id: 8,
      remoteIpv4: "192.0.2.1",
      remotePort: 1194,
      localIpv4: "0.0.0.0",
      localPort: 1195,
      keepaliveInterval: 0,
      keepaliveTimeout: 0,
    },
  });
  const first = {
    device: 2,
    id: 7,
    txId: 9,
    remote: "fe80::1",
    remotePort: 1194,
    remoteScope: 3,
    local: "fe80::2",
    localPort: 1195,
    socketNetnsId: -1,
    vpnIpv4: "10.8.0.2",
    vpnIpv6: "2001:db8::2",
    keepalive: { interval: 10, timeout: 60 },
    statistics,
  };
  const listed = await peers.list("eth0").toArray();
  assertEquals(listed.map(plain), [first, {
    device: 2,
    id: 8,
    remote: "192.0.2.1",
    remotePort: 1194,
    localPort: 1195,
    keepalive: null,
  }]);
  assertEquals(kernel.last, {
    cmd: OVPN_CMD_PEER_GET,
    dump: true,
    attributes: { ifindex: 2 },
  });
  const one = await peers.get(peer);
  assertEquals(plain(one), first);
  const request = {
    dump: false,
    attributes: { ifindex: 2, peer: { id: 7 } },
  };
  assertEquals(kernel.last, { cmd: OVPN_CMD_PEER_GET, ...request });
  // What was read is a key.
  assertEquals(await peers.delete(one), true);
  assertEquals(kernel.last, { cmd: OVPN_CMD_PEER_DEL, ...request });
});

Deno.test("OvpnPeers adds and changes peers", async () => {
  const { kernel, ovpn: { peers } } = open();
  await peers.add({
    ...peer,
    socket: 5,
    remote: "192.0.2.1",
    remotePort: 1194,
    local: "192.0.2.2",
    vpnIpv4: "10.8.0.2",
    txId: 9,
  });
  assertEquals(kernel.last, {
    cmd: OVPN_CMD_PEER_NEW,
    dump: false,
    attributes: {
      ifindex: 2,
      peer: {
        id: 7,
        socket: 5,
        remoteIpv4: "192.0.2.1",
        remotePort: 1194,
        localIpv4: "192.0.2.2",
        vpnIpv4: "10.8.0.2",
        txId: 9,
      },
    },
  });
  const changes: [OvpnPeerSettings, Attributes][] = [
    [{ vpnIpv6: "2001:db8::2" }, { vpnIpv6: "2001:db8::2" }],
    [{ keepalive: { interval: 10, timeout: 60 } }, {
      keepaliveInterval: 10,
      keepaliveTimeout: 60,
    }],
    [{ keepalive: null }, { keepaliveInterval: 0, keepaliveTimeout: 0 }],
    [
      { remote: "fe80::1", remotePort: 1, remoteScope: "br0", local: "::1" },
      {
        remoteIpv6: "fe80::1",
        remotePort: 1,
        remoteIpv6ScopeId: 3,
        localIpv6: "::1",
      },
    ],
  ];
  for (const [settings, attributes] of changes) {
    await peers.set(peer, settings);
    assertEquals(kernel.last, {
      cmd: OVPN_CMD_PEER_SET,
      dump: false,
      attributes: { ifindex: 2, peer: { id: 7, ...attributes } },
    });
  }
});

Deno.test("OvpnPeers refuses what does not go together, by name", async () => {
  const { kernel, ovpn: { peers } } = open();
  const [v4, v6] = [{ remote: "192.0.2.1" }, { remote: "2001:db8::1" }];
  const port = { remotePort: 1194 };
  const cases: [OvpnPeerSettings, string][] = [
    [v4, "undefined as remotePort: it has to be given with remote"],
    [port, "undefined as remote: it has to be given with remotePort"],
    [
      { ...v4, ...port, remoteScope: 1 },
      "1 as remoteScope: remote is no IPv6 address",
    ],
    [
      { local: "192.0.2.2" },
      '"192.0.2.2" as local: remote is no address of the same family',
    ],
    [
      { ...v6, ...port, local: "192.0.2.2" },
      '"192.0.2.2" as local: remote is no address of the same family',
    ],
    [
      { keepalive: { interval: 5 } as never },
      "undefined as keepalive.timeout: it has to be given",
    ],
  ];
  for (const [settings, message] of cases) {
    for (
      const wrong of [
        () => peers.set(peer, settings),
        () => peers.add({ ...peer, socket: 5, ...settings }),
      ]
    ) await assertRejects(wrong, TypeError, `Cannot use ${message}`);
  }
  const { device } = peer;
  const required: [() => unknown, string][] = [
    [() => peers.add(peer as never), "socket"],
    [() => peers.get({ device } as never), "id"],
    [() => peers.delete({ id: 7 } as never), "device"],
    [() => peers.list(undefined as never).toArray(), "device"],
  ];
  for (const [wrong, name] of required) {
    await assertRejects(
      async () => await wrong(),
      TypeError,
      `Cannot use undefined as ${name}: it has to be given`,
    );
  }
  const outside: [() => unknown, string][] = [
    [() => peers.get({ device, id: 2 ** 24 }), "id"],
    [() => peers.set(peer, { txId: -1 }), "txId"],
    [() => peers.set(peer, { ...v4, remotePort: 0 }), "remotePort"],
    [() => peers.add({ ...peer, socket: -1 }), "socket"],
  ];
  for (const [wrong, name] of outside) {
    await assertRejects(async () => await wrong(), RangeError, ` as ${name}:`);
  }
  assertEquals(kernel.requests, []);
});

Deno.test("Ovpn.monitor() reports what happens to peers and keys", async () => {
  const { kernel, ovpn } = open();
  using monitor = await ovpn.monitor();
  assertEquals([...kernel.sockets[0]!.groups], [9]);
  kernel.report(OVPN_CMD_PEER_DEL_NTF, {
    ifindex: 2,
    peer: { id: 7, delReason: 2 },
  });
  kernel.report(OVPN_CMD_PEER_FLOAT_NTF, {
    ifindex: 2,
    peer: { id: 7, remoteIpv4: "192.0.2.9", remotePort: 5000 },
  });
  kernel.report(OVPN_CMD_PEER_FLOAT_NTF, {
    ifindex: 2,
    peer: {
      id: 8,
      remoteIpv6: "2001:db8::9",
      remoteIpv6ScopeId: 0,
      remotePort: 5000,
    },
  });
  kernel.report(OVPN_CMD_PEER_GET, { peer: { id: 7 } });
  kernel.report(OVPN_CMD_KEY_SWAP_NTF, {
    ifindex: 2,
    keyconf: { peerId: 7, keyId: 3 },
  });
  const found: [string, unknown][] = [];
  for await (const event of monitor) {
    found.push([event.kind, "value" in event ? plain(event.value) : undefined]);
    if (event.kind === "key-swap-needed") break;
  }
  const remotePort = 5000;
  assertEquals(found, [
    ["peer-deleted", { device: 2, id: 7, reason: "expired" }],
    ["peer-floated", { device: 2, id: 7, remote: "192.0.2.9", remotePort }],
    ["peer-floated", { device: 2, id: 8, remote: "2001:db8::9", remotePort }],
    ["unknown", undefined],
    ["key-swap-needed", { device: 2, peer: 7, id: 3 }],
  ]);
});

Deno.test("Ovpn reads numbers of keys in reports, which have 16 bits", () => {
  const codec = genericCodec("ovpn", OVPN_CMD_KEY_SWAP_NTF, false)!;
  const bytes = Uint8Array.fromHex(
    "09010000 0800010002000000 14000380 0800010007000000 0600030003000000"
      .replaceAll(" ", ""),
  );
  const message = codec.decode(new DataView(bytes.buffer), 0, bytes.length);
  const { ifindex, keyconf } = (message as { attributes: Attributes })
    .attributes;
  assertEquals([ifindex, { ...keyconf as object }], [
    2,
    { peerId: 7, keyId: 3 },
  ]);
});

Deno.test("Ovpn reports what is wrong", async () => {
  const { kernel, ovpn: { peers, keys } } = open();
  kernel.answer = () => 2;
  assertEquals(await peers.find(peer), undefined);
  assertEquals(await keys.find(key), undefined);
  assertEquals(await peers.delete(peer, { ifExists: true }), false);
  assertEquals(await keys.delete(key, { ifExists: true }), false);
  const owner = { device: "eth0", peer: 7 };
  const refused: [() => unknown, string][] = [
    [() => peers.get(peer), "get peer 7 of eth0"],
    [() => peers.delete(peer), "delete peer 7 of eth0"],
    [() => peers.set(peer, {}), "change peer 7 of eth0"],
    [() => peers.add({ ...peer, socket: 5 }), "add peer 7 of eth0"],
    [() => peers.list("eth0").toArray(), "get peer of eth0"],
    [() => keys.swap(owner), "swap keys of peer 7 of eth0"],
    [
      () => keys.get({ ...owner, slot: "primary" }),
      "get key primary of peer 7 of eth0",
    ],
    [() => keys.delete(key), "delete key secondary of peer 7 of eth0"],
  ];
  for (const [request, action] of refused) {
    await assertRejects(
      async () => await request(),
      Error,
      `Cannot ${action}: ENOENT`,
    );
  }
  const device = "nothing";
  for (
    const wrong of [
      () => peers.list(device).toArray(),
      () => peers.add({ device, id: 7, socket: 5 }),
      () => keys.swap({ device, peer: 7 }),
    ]
  ) await assertRejects(wrong, UnknownDeviceError, device);
});

Deno.test("Ovpn reads what a kernel has answered", async () => {
  const kernel = new RecordedKernel("ovpn");
  const { peers, keys } = kernel.generic.ovpn;
  const peer = { device: 2, id: 7 };
  const socket = 9;
  await peers.add({
    ...peer,
    socket,
    remote: "192.0.2.2",
    remotePort: 1194,
    local: "192.0.2.1",
    vpnIpv4: "10.8.0.2",
    keepalive: { interval: 10, timeout: 60 },
    txId: 9,
  });
  const other = {
    device: 2,
    id: 8,
    remote: "2001:db8::1",
    remotePort: 1195,
    vpnIpv6: "2001:db8::2",
  };
  await peers.add({ ...other, socket });
  const none = { rxBytes: 0n, rxPackets: 0n, txBytes: 0n, txPackets: 0n };
  const common = { localPort: 42243, statistics: { vpn: none, link: none } };
  const first = {
    ...peer,
    ...common,
    txId: 9,
    remote: "192.0.2.2",
    remotePort: 1194,
    local: "192.0.2.1",
    vpnIpv4: "10.8.0.2",
    keepalive: { interval: 10, timeout: 60 },
  };
  const all = await peers.list(2).toArray();
  assertEquals<unknown>(all.map(plain), [
    { ...other, ...common, txId: 8, keepalive: null },
    first,
  ]);
  assertEquals<unknown>(plain(await peers.get(peer)), first);
  await peers.set(peer, { keepalive: { interval: 20, timeout: 90 } });

  const owner = { device: 2, peer: 7 };
  const bytes = (key: number, nonce: number): OvpnDirection => ({
    key: new Uint8Array(32).fill(key),
    nonceTail: new Uint8Array(8).fill(nonce),
  });
  const slot = "primary";
  const described = { ...owner, slot, id: 1, cipher: "aes-gcm" } as const;
  await keys.add({
    ...described,
    encrypt: bytes(0x11, 0x22),
    decrypt: bytes(0x33, 0x44),
  });
  assertEquals<unknown>(plain(await keys.get({ ...owner, slot })), described);
  await keys.swap(owner);
  const emptied = { ...owner, slot: "secondary" } as const;
  assertEquals(await keys.delete(emptied), true);
  assertEquals(await keys.find(emptied), undefined);
  assertEquals(await peers.delete(peer), true);
  assertEquals(kernel.commands.length, 11);
});
