import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  GenericNetlink,
  NetlinkError,
  type OvpnEvent,
  type OvpnKeySpec,
  type OvpnPeer,
  Rtnetlink,
} from "../../api/mod.ts";
import { checked, libc } from "../support/libc.ts";
import { liveTest, sh } from "../support/live.ts";

// The family loads the module, which the kind alone does not.
const needs = ["family ovpn", "kind ovpn", "command bash"] as const;

const AF_INET = 2;
const SOCK_DGRAM = 2;

/** A socket of UDP at a port of 127.0.0.1. */
function openSocket(port: number): { fd: number } & Disposable {
  const fd = checked("socket", libc().socket(AF_INET, SOCK_DGRAM, 0));
  const address = new Uint8Array(16);
  new DataView(address.buffer).setUint16(0, AF_INET, true);
  new DataView(address.buffer).setUint16(2, port);
  address.set([127, 0, 0, 1], 4);
  checked("bind", libc().bind(fd, address, address.length));
  return { fd, [Symbol.dispose]: () => void libc().close(fd) };
}

/** A key of a peer with the number 7. */
function keyOf(device: string, encrypt: number, decrypt: number): OvpnKeySpec {
  const direction = (byte: number) => ({
    key: new Uint8Array(32).fill(byte),
    nonceTail: new Uint8Array(8).fill(byte),
  });
  return {
    device,
    peer: 7,
    slot: "primary",
    id: 1,
    cipher: "chacha20-poly1305",
    encrypt: direction(encrypt),
    decrypt: direction(decrypt),
  };
}

liveTest("Ovpn adds, lists, changes and deletes peers and keys", {
  needs,
}, async () => {
  using net = Rtnetlink.open();
  using generic = GenericNetlink.open();
  const { peers, keys } = generic.ovpn;
  await net.link.add({ name: "ovpn0", ovpn: { mode: "mp" } });
  const { index: device } = await net.link.get("ovpn0");
  using socket = openSocket(1194);
  const peer = { device: "ovpn0", id: 7 };
  assertEquals(await peers.list("ovpn0").toArray(), []);
  assertEquals(await peers.find(peer), undefined);

  await peers.add({
    ...peer,
    socket: socket.fd,
    remote: "127.0.0.1",
    remotePort: 1195,
    local: "127.0.0.1",
    vpnIpv4: "10.8.0.2",
    vpnIpv6: "2001:db8::2",
    keepalive: { interval: 100, timeout: 1000 },
  });
  const { txId: _, statistics, ...found } = await peers.get(peer);
  assertEquals<Partial<OvpnPeer>>(found, {
    device,
    id: 7,
    remote: "127.0.0.1",
    remotePort: 1195,
    local: "127.0.0.1",
    localPort: 1194,
    vpnIpv4: "10.8.0.2",
    vpnIpv6: "2001:db8::2",
    keepalive: { interval: 100, timeout: 1000 },
  });
  assertEquals(statistics!.vpn.rxBytes, 0n);
  await peers.add({
    device: "ovpn0",
    id: 8,
    socket: socket.fd,
    remote: "127.0.0.2",
    remotePort: 1196,
    vpnIpv4: "10.8.0.3",
  });
  const all = await peers.list("ovpn0").toArray();
  assertEquals(
    all.map(({ device, id, local }) => [device, id, local]).toSorted(),
    [[device, 7, "127.0.0.1"], [device, 8, undefined]],
  );
  await peers.set(all[0]!, { keepalive: null });
  assertEquals((await peers.get(all[0]!)).keepalive, null);
  await peers.set(peer, { remote: "127.0.0.3", remotePort: 1197 });
  const { remote, remotePort } = await peers.get(peer);
  assertEquals([remote, remotePort], ["127.0.0.3", 1197]);

  const key = keyOf("ovpn0", 1, 2);
  await keys.add(key);
  await keys.add({ ...key, slot: "secondary", id: 2, cipher: "aes-gcm" });
  const first = await keys.get(key);
  assertEquals(
    { ...first },
    {
      device,
      peer: 7,
      slot: "primary",
      id: 1,
      cipher: "chacha20-poly1305",
    } as typeof first,
  );
  await keys.swap(first);
  assertEquals((await keys.get(key)).cipher, "aes-gcm");
  assertEquals(await keys.delete(first), true);
  assertEquals(await keys.find(key), undefined);
  assertEquals((await keys.get({ ...key, slot: "secondary" })).id, 1);

  const short = { key: new Uint8Array(7), nonceTail: new Uint8Array(8) };
  await assertRejects(
    () => keys.add({ ...key, encrypt: short }),
    NetlinkError,
    "Cannot add key primary of peer 7 of ovpn0: ",
  );
  await assertRejects(
    () => peers.add({ ...peer, id: 9, socket: socket.fd, vpnIpv4: "10.8.0.9" }),
    NetlinkError,
    "Cannot add peer 9 of ovpn0: EINVAL",
  );
  await assertRejects(
    () => peers.list("lo").toArray(),
    NetlinkError,
    "Cannot get peer of lo: EINVAL",
  );

  using monitor = await generic.ovpn.monitor();
  assertEquals(await peers.delete(all[0]!), true);
  for await (const event of monitor) {
    assert(event.kind === "peer-deleted");
    assertEquals(
      { ...event.value },
      {
        device,
        id: all[0]!.id,
        reason: "userspace",
      } as typeof event.value,
    );
    break;
  }
  assertEquals(await peers.delete(all[0]!, { ifExists: true }), false);
  assertEquals((await peers.list("ovpn0").toArray()).length, 1);
});

liveTest(
  "Ovpn carries packets, and reports where peers are and that they are gone",
  {
    // Older kernels do not report where a peer is.
    needs: [...needs, "kernel 7.0"],
  },
  async () => {
    sh("ip", "link", "set", "lo", "up");
    using net = Rtnetlink.open();
    using generic = GenericNetlink.open();
    const { ovpn } = generic;
    using one = openSocket(1194);
    using other = openSocket(1195);
    const remote = "127.0.0.1";
    const common = { id: 7, remote };
    for (const name of ["ovpn0", "ovpn1"]) {
      await net.link.add({ name, ovpn: { mode: "p2p" }, up: true });
    }
    await ovpn.peers.add({
      ...common,
      device: "ovpn0",
      socket: one.fd,
      remotePort: 1195,
    });
    // It expects its peer elsewhere.
    await ovpn.peers.add({
      ...common,
      device: "ovpn1",
      socket: other.fd,
      remotePort: 9999,
    });
    using monitor = await ovpn.monitor();
    await ovpn.keys.add(keyOf("ovpn0", 1, 2));
    await ovpn.keys.add(keyOf("ovpn1", 2, 1));
    await net.address.add({ device: "ovpn0", address: "10.8.0.1/24" });
    sh("bash", "-c", "echo hello >/dev/udp/10.8.0.2/9");

    const { index } = await net.link.get("ovpn1");
    const events = monitor[Symbol.asyncIterator]();
    const nextOf = async (kind: OvpnEvent["kind"]) => {
      while (true) {
        const { value } = await events.next();
        if (value === undefined || value.kind === kind) return value;
      }
    };
    const floated = await nextOf("peer-floated");
    assert(floated?.kind === "peer-floated");
    const { device, remotePort } = floated.value;
    assertEquals([device, floated.value.remote, remotePort], [
      index,
      remote,
      1194,
    ]);
    const { statistics, ...received } = await ovpn.peers.get({
      device: "ovpn1",
      id: 7,
    });
    assertEquals(received.remotePort, 1194);
    assert(statistics!.vpn.rxPackets > 0n);
    assert(statistics!.link.rxBytes > statistics!.vpn.rxBytes);
    const sent = await ovpn.peers.get({ device: "ovpn0", id: 7 });
    assert(sent.statistics!.vpn.txPackets >= statistics!.vpn.rxPackets);

    await ovpn.peers.set(received, {
      keepalive: { interval: 100, timeout: 1 },
    });
    const deleted = await nextOf("peer-deleted");
    assert(deleted?.kind === "peer-deleted");
    assertEquals([deleted.value.device, deleted.value.reason], [
      index,
      "expired",
    ]);
  },
);
