import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  GenericNetlink,
  NetlinkError,
  Rtnetlink,
  type Wireguard,
  type WireguardEvent,
  type WireguardPeer,
} from "../../api/mod.ts";
import { generateWireguardKey, wireguardPublicKey } from "../../wireguard.ts";
import { liveTest, sh } from "../support/live.ts";

const needs = ["kind wireguard", "command wg"] as const;

function key(number: number): string {
  const key = new Uint8Array(32);
  new DataView(key.buffer).setUint32(0, number);
  return key.toBase64();
}

const [A, PRIVATE] = [1, 3].map(key) as [string, string];

/** Waits for a change that takes a moment. */
async function eventually<T>(
  find: () => Promise<T | undefined>,
): Promise<T> {
  for (let i = 0; i < 150; i++) {
    const found = await find();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("Cannot wait: it does not happen");
}

/**
 * Waits until no handshake is under way: slow ends start one again after five
 * seconds without an answer.
 */
async function settled(wireguard: Wireguard): Promise<WireguardPeer> {
  let [before] = (await wireguard.get("wg0")).peers;
  return await eventually(async () => {
    await new Promise((resolve) => setTimeout(resolve, 8000));
    const last = before?.latestHandshake?.getTime();
    [before] = (await wireguard.get("wg0")).peers;
    const isSettled = last !== undefined &&
      last === before?.latestHandshake?.getTime();
    return isSettled ? before : undefined;
  });
}

liveTest("Wireguard makes tunnels whose sessions outlive changes", {
  needs: [...needs, "vm", "command busybox"],
  seconds: 600,
}, async () => {
  sh("ip", "netns", "add", "far");
  try {
    const veth = "name v0 type veth peer name v1 netns far".split(" ");
    sh("ip", "link", "add", ...veth);
    using near = Rtnetlink.open();
    using generic = GenericNetlink.open();
    using far = Rtnetlink.open({ netns: "far" });
    using farGeneric = GenericNetlink.open({ netns: "far" });
    const keys = [generateWireguardKey(), generateWireguardKey()] as const;
    const publicKeys = await Promise.all(keys.map(wireguardPublicKey));
    const sides = [
      { net: near, generic, link: "v0", own: 1, other: 2 },
      { net: far, generic: farGeneric, link: "v1", own: 2, other: 1 },
    ];
    for (const [i, { net, generic, link, own, other }] of sides.entries()) {
      await net.link.set(link, { up: true });
      await net.address.add({
        device: link,
        address: `192.0.2.${own}`,
        prefixLength: 24,
      });
      await net.link.add({ name: "wg0", kind: "wireguard", up: true });
      await net.address.add({
        device: "wg0",
        address: `10.0.0.${own}`,
        prefixLength: 24,
      });
      await generic.wireguard.apply("wg0", {
        privateKey: keys[i]!,
        listenPort: 51820,
        peers: [{
          publicKey: publicKeys[1 - i]!,
          endpoint: `192.0.2.${other}:51820`,
          allowedIps: [`10.0.0.${other}/32`],
        }],
      });
    }
    const { wireguard } = generic;
    sh("busybox", "ping", "-c", "1", "-W", "20", "10.0.0.2");
    const peer = await settled(wireguard);
    const time = peer.latestHandshake;
    assert(time !== undefined && Math.abs(Date.now() - +time) < 60_000);
    assert(peer.receivedBytes > 0n && peer.sentBytes > 0n);
    const seconds = sh("wg", "show", "wg0", "latest-handshakes").split("\t")[1];
    assertEquals(Math.floor(+time / 1000), Number(seconds));

    // Another peer comes, and networks of this one change.
    const monitor = await wireguard.monitor("wg0", { interval: 0.2 });
    const events: WireguardEvent[] = [];
    const watching = (async () => {
      for await (const event of monitor) events.push(event);
    })();
    await eventually(() => Promise.resolve(events[0]));
    const config = await wireguard.get("wg0");
    await wireguard.apply("wg0", {
      peers: [
        { ...config.peers[0]!, allowedIps: ["10.0.0.2/32", "10.9.0.0/16"] },
        { publicKey: A, allowedIps: ["10.7.0.0/16"] },
      ],
    });
    const after = (await wireguard.get("wg0")).peers.find(({ publicKey }) =>
      publicKey === publicKeys[1]
    );
    assertEquals(after!.latestHandshake, time);
    assertEquals(after!.allowedIps, ["10.0.0.2/32", "10.9.0.0/16"]);
    sh("busybox", "ping", "-c", "1", "-W", "20", "10.0.0.2");
    await eventually(() => Promise.resolve(events[2]));
    await near.link.delete("wg0");
    await watching;
    // Peers are compared in the order in which the kernel lists them.
    assertEquals(events.map(({ kind }) => kind).toSorted(), [
      "deleted",
      "peer-added",
      "peer-changed",
      "snapshot",
    ]);
    const changed = events.find(({ kind }) => kind === "peer-changed");
    assert(changed?.kind === "peer-changed");
    assertEquals(changed.properties, ["allowedIps"]);
  } finally {
    sh("ip", "netns", "delete", "far");
  }
});

liveTest("Links make and configure links of WireGuard at once", {
  needs,
}, async () => {
  using net = Rtnetlink.open();
  using generic = GenericNetlink.open();
  const { wireguard } = generic;
  await net.link.add({
    name: "wg0",
    wireguard: { listenPort: 7, peers: [{ publicKey: A }] },
    mtu: 1400,
    up: true,
  });
  const { listenPort, peers } = await wireguard.get("wg0");
  assertEquals([listenPort, peers.length], [7, 1]);
  assertEquals((await net.link.get("wg0")).mtu, 1400);

  await net.link.set("wg0", { name: "wg1", wireguard: { firewallMark: 9 } });
  assertEquals((await wireguard.get("wg1")).firewallMark, 9);
  await net.link.replace({ name: "wg1", wireguard: { privateKey: PRIVATE } });
  await net.link.replace({ name: "wg2", wireguard: { privateKey: PRIVATE } });
  const publicKey = await wireguardPublicKey(PRIVATE);
  assertEquals((await wireguard.list({ publicKey }).toArray()).length, 2);

  // The port is in use: what was made goes again.
  await net.link.set("wg2", { up: true });
  const taken = { listenPort: 7, privateKey: PRIVATE };
  const error = await assertRejects(
    () => net.link.add({ name: "wg3", up: true, wireguard: taken }),
    NetlinkError,
    "Cannot change WireGuard device wg3: EADDRINUSE",
  );
  assert(!Deno.inspect(error).includes(PRIVATE));
  assertEquals(await net.link.find("wg3"), undefined);
  await assertRejects(
    () => net.link.add({ name: "wg%d", wireguard: { listenPort: 7 } }),
    TypeError,
    "wireguard can be set only if it has a name",
  );
  await assertRejects(
    () => net.link.add({ name: "wg4", wireguard: { listenPort: -1 } }),
    RangeError,
    "wireguard.listenPort",
  );
  assertEquals(await net.link.find("wg4"), undefined);
});
