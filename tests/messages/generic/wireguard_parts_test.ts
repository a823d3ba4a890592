import { assert, assertEquals } from "@std/assert";
import { Writer } from "../../../messages/codec/mod.ts";
import {
  type WgDevice,
  wgDevice,
  WGDEVICE_F_REPLACE_PEERS,
  type WgPeer,
  WGPEER_F_REPLACE_ALLOWEDIPS,
  WGPEER_F_UPDATE_ONLY,
} from "../../../messages/generic/wireguard.ts";
import {
  joinWgDevice,
  longestWireguardRequest,
  splitWgDevice,
} from "../../../messages/generic/wireguard_parts.ts";

function key(number: number): Uint8Array {
  const key = new Uint8Array(32);
  new DataView(key.buffer).setUint32(0, number);
  return key;
}

function networks(peer: number, count: number): WgPeer["allowedIps"] & object {
  return Array.from({ length: count }, (_, i) => ({
    family: 2,
    ipaddr: `10.${peer % 256}.${i >> 8}.${i & 255}`,
    cidrMask: 32,
  }));
}

function peers(count: number, each: number): WgPeer[] {
  return Array.from({ length: count }, (_, i) => ({
    publicKey: key(i + 1),
    flags: WGPEER_F_REPLACE_ALLOWEDIPS,
    persistentKeepaliveInterval: 25,
    allowedIps: networks(i, each),
  }));
}

function sizeOf(device: WgDevice): number {
  const writer = new Writer();
  wgDevice.encode(writer, device);
  return writer.length;
}

const head: WgDevice = {
  ifindex: 7,
  privateKey: key(9),
  listenPort: 51820,
  flags: WGDEVICE_F_REPLACE_PEERS,
};

Deno.test("splitWgDevice() leaves small requests alone", () => {
  const device = { ...head, peers: peers(3, 3) };
  assertEquals(splitWgDevice(device), [device]);
  assertEquals(splitWgDevice(head), [head]);
  assertEquals(splitWgDevice({ ...head, peers: [] }), [{ ...head, peers: [] }]);
});

Deno.test("splitWgDevice() keeps below the size, and joinWgDevice() undoes it", () => {
  for (const [count, each] of [[3000, 3], [2, 5000], [1, 1], [700, 0]]) {
    const device = { ...head, peers: peers(count!, each!) };
    const requests = splitWgDevice(device);
    for (const request of requests) {
      assert(
        sizeOf(request) <= longestWireguardRequest + 100,
        `${sizeOf(request)}`,
      );
    }
    const all = requests.reduce((sum, request) => sum + sizeOf(request), 0);
    const wanted = Math.ceil(all / longestWireguardRequest);
    assert(requests.length <= 1.1 * wanted + 1, `${requests.length} requests`);
    assertEquals(joinWgDevice(requests), device);
  }
});

Deno.test("splitWgDevice() replaces nothing that an earlier request has added", () => {
  const device = { ...head, peers: peers(2, 5000) };
  const flags = WGPEER_F_REPLACE_ALLOWEDIPS | WGPEER_F_UPDATE_ONLY;
  device.peers[1]!.flags = flags;
  const [first, ...rest] = splitWgDevice(device);
  assertEquals(first!.flags, WGDEVICE_F_REPLACE_PEERS);
  const seen = new Set(first!.peers!.map(({ publicKey }) => `${publicKey}`));
  for (const request of rest) {
    const { ifindex, peers, ...others } = request;
    assertEquals(ifindex, 7);
    assertEquals(others, {});
    for (const peer of peers!) {
      const isNew = !seen.has(`${peer.publicKey}`);
      seen.add(`${peer.publicKey}`);
      const second = peer.publicKey![3] === 2;
      assertEquals(
        peer.flags,
        isNew ? flags : second ? WGPEER_F_UPDATE_ONLY : undefined,
      );
      assertEquals(peer.persistentKeepaliveInterval, isNew ? 25 : undefined);
    }
  }
});

Deno.test("splitWgDevice() makes requests of one network if nothing more fits", () => {
  const device = { ...head, peers: peers(2, 3) };
  const requests = splitWgDevice(device, 1);
  assertEquals(joinWgDevice(requests), device);
});

Deno.test("joinWgDevice() keeps peers apart that are not next to each other", () => {
  const [a, b] = peers(2, 1) as [WgPeer, WgPeer];
  const parts = [{ ...head, peers: [a, b] }, { peers: [a] }];
  assertEquals(joinWgDevice(parts), { ...head, peers: [a, b, a] });
  assertEquals(joinWgDevice([]), undefined);
  assertEquals(joinWgDevice([head]), head);
});

Deno.test("joinWgDevice() changes no message", () => {
  const parts = splitWgDevice({ ...head, peers: peers(1, 3000) });
  const before = structuredClone(parts);
  joinWgDevice(parts);
  assertEquals(parts, before);
});
