import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  GenericNetlink,
  NetlinkError,
  UnknownDeviceError,
  type WireguardConfig,
  type WireguardPeerSpec,
} from "../../api/mod.ts";
import {
  generateWireguardKey,
  parseWireguardConfig,
  wireguardPublicKey,
} from "../../wireguard.ts";
import { liveTest, sh } from "../support/live.ts";

const needs = ["kind wireguard", "command wg"] as const;

function key(number: number): string {
  const key = new Uint8Array(32);
  new DataView(key.buffer).setUint32(0, number);
  return key.toBase64();
}

const [A, B, PRIVATE, PSK] = [1, 2, 3, 4].map(key) as [
  string,
  string,
  string,
  string,
];

function open(...names: string[]): GenericNetlink {
  for (const name of names) {
    sh("ip", "link", "add", "name", name, "type", "wireguard");
  }
  return GenericNetlink.open();
}

liveTest("Wireguard sets what wg shows, and reads it", { needs }, async () => {
  using generic = open("wg0");
  const { wireguard } = generic;
  const peer = {
    publicKey: A,
    presharedKey: PSK,
    endpoint: "192.0.2.1:51820",
    keepalive: 25,
    allowedIps: ["10.0.0.0/8", "2001:db8::/32"],
  };
  await wireguard.set("wg0", {
    privateKey: PRIVATE,
    listenPort: 51820,
    firewallMark: 7,
    peers: [peer, { publicKey: B, endpoint: "[2001:db8::1]:53" }],
  });
  const own = await wireguardPublicKey(PRIVATE);
  const [line, ...peers] = sh("wg", "show", "wg0", "dump").trim().split("\n");
  const [privateKey, ...rest] = line!.split("\t");
  assertEquals(await wireguardPublicKey(privateKey!), own);
  assertEquals(rest, [own, "51820", "0x7"]);
  assertEquals(peers.toSorted(), [
    `${A}\t${PSK}\t192.0.2.1:51820\t10.0.0.0/8,2001:db8::/32\t0\t0\t0\t25`,
    `${B}\t(none)\t[2001:db8::1]:53\t(none)\t0\t0\t0\toff`,
  ]);

  const device = await wireguard.get("wg0");
  assertEquals(device.name, "wg0");
  assertEquals(device.publicKey, own);
  assertEquals(device.privateKey, privateKey);
  assertEquals([device.listenPort, device.firewallMark], [51820, 7]);
  const found = device.peers.find(({ publicKey }) => publicKey === A);
  assertEquals({ ...found }, {
    ...peer,
    receivedBytes: 0n,
    sentBytes: 0n,
    protocolVersion: 1,
  });
  for (const text of [Deno.inspect(device), JSON.stringify(device)]) {
    assert(!text.includes(PSK) && !text.includes(privateKey!), text);
    assert(text.includes("(hidden)"), text);
  }

  // What was read can be set again.
  await wireguard.set("wg0", { ...device, replacePeers: true });
  assertEquals(await wireguard.get("wg0"), device);

  await wireguard.set("wg0", {
    privateKey: null,
    firewallMark: null,
    peers: [
      { publicKey: A, presharedKey: null, keepalive: null, allowedIps: [] },
      { publicKey: B, remove: true },
      { publicKey: key(9), updateOnly: true, allowedIps: ["10.9.0.0/16"] },
    ],
  });
  const after = await wireguard.get("wg0");
  assertEquals([after.privateKey, after.publicKey], [null, null]);
  assertEquals(after.firewallMark, null);
  assertEquals({ ...after.peers[0] }, {
    publicKey: A,
    presharedKey: null,
    endpoint: "192.0.2.1:51820",
    keepalive: null,
    allowedIps: [],
    receivedBytes: 0n,
    sentBytes: 0n,
    protocolVersion: 1,
  });
  assertEquals(after.peers.length, 1);
});

liveTest("Wireguard lists, finds and refuses", { needs }, async () => {
  using generic = open("wg0", "wg1");
  const { wireguard } = generic;
  sh("ip", "link", "add", "name", "d0", "type", "dummy");
  await wireguard.set("wg0", { listenPort: 1, peers: [{ publicKey: A }] });
  await wireguard.set("wg1", { listenPort: 2, privateKey: PRIVATE });
  const names = async (filter: Parameters<typeof wireguard.list>[0]) =>
    (await wireguard.list(filter).toArray()).map(({ name }) => name);
  assertEquals(await names({}), ["wg0", "wg1"]);
  assertEquals(await names({ listenPort: 2 }), ["wg1"]);
  assertEquals(await names({ peer: A }), ["wg0"]);
  assertEquals(await names({ firewallMark: 1 }), []);
  const publicKey = await wireguardPublicKey(PRIVATE);
  assertEquals(await names({ publicKey }), ["wg1"]);
  for (
    const [other, type] of [
      ["d0", NetlinkError],
      ["nothing", UnknownDeviceError],
    ] as const
  ) {
    assertEquals(await wireguard.find(other), undefined);
    await assertRejects(
      () => wireguard.get(other),
      type,
      `Cannot get WireGuard device ${other}: `,
    );
    const error = await assertRejects(
      () => wireguard.set(other, { privateKey: PRIVATE }),
      type,
      `Cannot change WireGuard device ${other}: `,
    );
    assert(!Deno.inspect(error).includes(PRIVATE));
  }
});

liveTest("Wireguard changes networks one by one", { needs }, async () => {
  using generic = open("wg0");
  const { wireguard } = generic;
  const networks = async () =>
    Object.fromEntries(
      (await wireguard.get("wg0")).peers.map(({ publicKey, allowedIps }) => [
        publicKey,
        allowedIps,
      ]),
    );
  await wireguard.set("wg0", {
    peers: [{ publicKey: A, allowedIps: ["10.0.0.0/8", "10.1.0.0/16"] }],
  });
  await wireguard.set("wg0", {
    peers: [
      { publicKey: A, allowedIps: { add: ["10.2.0.0/16"] } },
      { publicKey: B, allowedIps: { add: ["10.1.0.0/16"] } },
    ],
  });
  assertEquals(await networks(), {
    [A]: ["10.0.0.0/8", "10.2.0.0/16"],
    [B]: ["10.1.0.0/16"],
  });
  await wireguard.set("wg0", {
    peers: [{
      publicKey: A,
      allowedIps: { add: ["10.3.0.0/16"], remove: ["10.0.0.0/8"] },
    }],
  });
  assertEquals((await networks())[A], ["10.2.0.0/16", "10.3.0.0/16"]);
});

function manyPeers(): WireguardPeerSpec[] {
  return Array.from({ length: 3000 }, (_, i) => ({
    publicKey: key(i + 1),
    endpoint: `192.0.2.${i % 250}:${1024 + i}`,
    allowedIps: [0, 1, 2].map((j) => `10.${j}.${i >> 8}.${i & 255}/32`),
  }));
}

/** Peers and networks, in an order of their own. */
function dump(): string[] {
  return sh("wg", "show", "wg0", "dump").trim().split("\n").slice(1).map(
    (line) => {
      const [publicKey, , endpoint, networks] = line.split("\t");
      return [publicKey, endpoint, ...networks!.split(",").toSorted()].join();
    },
  ).toSorted();
}

// The kernel takes some milliseconds for each, and much longer in an emulator.
liveTest("Wireguard sets and reads 3,000 peers", {
  needs,
  seconds: 600,
}, async () => {
  using generic = open("wg0");
  const { wireguard } = generic;
  const peers = manyPeers();
  const expected = peers.map(({ publicKey, endpoint, allowedIps }) =>
    [publicKey, endpoint, ...allowedIps as string[]].join()
  ).toSorted();
  await wireguard.set("wg0", { listenPort: 1, peers });
  assertEquals(dump(), expected);
  const file = Deno.makeTempFileSync();
  Deno.writeTextFileSync(file, sh("wg", "showconf", "wg0"));

  // A peer with more networks than a request takes.
  const allowedIps = Array.from(
    { length: 9000 },
    (_, i) => `10.9.${i >> 8}.${i & 255}/32`,
  );
  await wireguard.set("wg0", {
    peers: [{ publicKey: A, allowedIps }],
    replacePeers: true,
  });
  const device = await wireguard.get("wg0");
  assertEquals(device.peers.length, 1);
  assertEquals(device.peers[0]!.allowedIps.toSorted(), allowedIps.toSorted());

  sh("wg", "setconf", "wg0", file);
  Deno.removeSync(file);
  const read = (await wireguard.get("wg0")).peers.map((peer) =>
    [peer.publicKey, peer.endpoint, ...peer.allowedIps.toSorted()].join()
  ).toSorted();
  assertEquals(read, expected);
});

liveTest("Wireguard.apply() sends only what differs", { needs }, async () => {
  using generic = open("wg0");
  const { wireguard } = generic;
  const config: WireguardConfig = {
    privateKey: generateWireguardKey(),
    listenPort: 7,
    peers: [
      {
        publicKey: A,
        presharedKey: PSK,
        keepalive: 9,
        allowedIps: ["10.1.2.3/8", "fd00:0::1/64"],
        endpoint: "[2001:DB8:0::1]:9",
      },
      { publicKey: B, allowedIps: ["10.2.0.0/16", "10.2.0.0/16"] },
    ],
  };
  const nothing = { device: [], added: [], changed: [], removed: [] };
  assertEquals(await wireguard.apply("wg0", config), {
    device: ["privateKey", "listenPort"],
    added: [A, B],
    changed: [],
    removed: [],
  });
  assertEquals(await wireguard.apply("wg0", config), nothing);
  const file = sh("wg", "showconf", "wg0");
  assertEquals(
    await wireguard.apply("wg0", parseWireguardConfig(file)),
    nothing,
  );

  // Networks that others get are not in the way of equality either.
  const [first, second] = config.peers!;
  const moved: WireguardConfig = {
    peers: [
      { ...first!, allowedIps: ["10.0.0.0/8", "10.2.0.0/16"] },
      { ...second!, allowedIps: ["10.2.0.0/16", "10.3.0.0/16"] },
      { publicKey: key(5) },
    ],
  };
  assertEquals(await wireguard.apply("wg0", moved), {
    device: [],
    added: [key(5)],
    changed: [A, B],
    removed: [],
  });
  assertEquals(await wireguard.apply("wg0", moved), nothing);
  assertEquals(await wireguard.apply("wg0", { peers: [{ publicKey: B }] }), {
    device: [],
    added: [],
    changed: [B],
    removed: [A, key(5)],
  });
  // The kernel takes no peer that is the device itself.
  const { publicKey } = await wireguard.get("wg0");
  const self: WireguardConfig = {
    peers: [{ publicKey: B }, { publicKey: publicKey! }],
  };
  assertEquals(await wireguard.apply("wg0", self), nothing);
  assertEquals(await wireguard.apply("wg0", {}), nothing);
  const { listenPort } = await wireguard.get("wg0");
  assertEquals(listenPort, 7);
});
