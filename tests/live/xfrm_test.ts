import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  NetlinkError,
  Rtnetlink,
  Xfrm,
  type XfrmEvent,
  type XfrmPolicySpec,
  type XfrmState,
  type XfrmStateSpec,
} from "../../mod.ts";
import type {
  EventOverrun,
  UnknownEvent,
} from "../../api/monitor/event_monitor.ts";
import { liveTest, sh } from "../support/live.ts";

const needs = ["vm"] as const;
const PING = new URL("../support/ping.py", import.meta.url).pathname;

const key = Uint8Array.from({ length: 20 }, (_, i) => i);
const tunnel: XfrmStateSpec = {
  source: "192.0.2.1",
  destination: "192.0.2.2",
  protocol: "esp",
  spi: 0x100,
  mode: "tunnel",
  aead: { name: "rfc4106(gcm(aes))", key, icvLength: 16 },
};
const policy: XfrmPolicySpec = {
  direction: "out",
  selector: { source: "10.0.1.0/24", destination: "10.0.2.0/24" },
  templates: [{
    source: "192.0.2.1",
    destination: "192.0.2.2",
    protocol: "esp",
    mode: "tunnel",
  }],
};

/** A second network namespace, as long as it is needed. */
class Namespace implements Disposable {
  readonly #process = new Deno.Command("unshare", {
    args: ["-n", "sh", "-c", "echo; exec cat"],
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  readonly netns = { pid: this.#process.pid };

  /** Waits until it is there. */
  async ready(): Promise<void> {
    const reader = this.#process.stdout.getReader();
    await reader.read();
    reader.releaseLock();
  }

  [Symbol.dispose](): void {
    this.#process.stdin.close().catch(() => {});
    this.#process.stdout.cancel().catch(() => {});
    this.#process.status.catch(() => {});
  }
}

async function addAll(
  xfrm: Xfrm,
  [here, there]: readonly [string, string],
  [own, other]: readonly [string, string],
): Promise<void> {
  for (const direction of ["out", "in", "fwd"] as const) {
    const isOut = direction === "out";
    const [source, destination] = isOut ? [here, there] : [there, here];
    if (direction !== "fwd") {
      await xfrm.state.add({
        ...tunnel,
        source,
        destination,
        spi: source === "192.0.2.1" ? 0x101 : 0x102,
        requestId: 1,
      });
    }
    await xfrm.policy.add({
      direction,
      selector: isOut
        ? { source: own, destination: other }
        : { source: other, destination: own },
      templates: [{
        source,
        destination,
        protocol: "esp",
        mode: "tunnel",
        requestId: 1,
      }],
    });
  }
}

liveTest("Xfrm makes a tunnel that carries pings between two namespaces", {
  needs: [...needs, "command python3"],
}, async () => {
  using other = new Namespace();
  await other.ready();
  using net = Rtnetlink.open();
  using peer = Rtnetlink.open(other);
  await net.link.add({
    name: "v0",
    veth: { peer: { name: "v1", netns: other.netns } },
    up: true,
  });
  await peer.link.set("v1", { up: true });
  for (const [side, device, n] of [[net, "v0", 1], [peer, "v1", 2]] as const) {
    await side.link.set("lo", { up: true });
    await side.address.add({ device, address: `192.0.2.${n}/24` });
    await side.address.add({ device: "lo", address: `10.0.${n}.1/32` });
    await side.route.add({
      to: `10.0.${3 - n}.0/24`,
      gateway: `192.0.2.${3 - n}`,
      source: `10.0.${n}.1`,
    });
  }
  using xfrm = Xfrm.open();
  using there = Xfrm.open(other);
  const [a, b] = ["192.0.2.1", "192.0.2.2"];
  const [left, right] = ["10.0.1.0/24", "10.0.2.0/24"];
  await addAll(xfrm, [a, b], [left, right]);
  await addAll(there, [b, a], [right, left]);

  assertEquals(sh("python3", PING, "10.0.2.1", "3").trim(), "3");

  for (const side of [xfrm, there]) {
    const states = await side.state.list().toArray();
    assertEquals(states.map(({ usage }) => usage.packets), [3n, 3n]);
    assert(states.every(({ usage }) => usage.firstUsed! >= usage.added));
  }
  // Without its state, nothing passes.
  await there.state.delete({ destination: b, protocol: "esp", spi: 0x101 });
  assertEquals(sh("python3", PING, "10.0.2.1", "1").trim(), "0");
});

/** What does not change from one run to the other. */
function lasting({ usage: _, message, ...state }: XfrmState): object {
  void message;
  return state;
}

liveTest("states and policies that we make are those that ip makes", {
  needs,
}, async () => {
  using xfrm = Xfrm.open();
  const common = ["src", "192.0.2.1", "dst", "192.0.2.2", "proto", "esp"];
  const spec: XfrmStateSpec = {
    ...tunnel,
    requestId: 7,
    replayWindow: 64,
    flags: ["noecn"],
    limits: { hardBytes: 1000n, softAge: 5n },
    mark: { value: 5, mask: 0xff },
    interfaceId: 9,
    outputMark: { value: 1, mask: 3 },
    selector: { source: "10.0.0.0/8", destination: "10.1.0.0/16" },
  };
  const show = (...words: string[]) =>
    sh("ip", "-s", "xfrm", ...words as [string]).replaceAll(
      /add \d.*?(?= use|$)/gm,
      "add TIME",
    );
  await xfrm.state.add(spec);
  const ours = [
    show("state"),
    (await xfrm.state.list().toArray()).map(lasting),
  ];
  await xfrm.state.flush({ all: true });
  assertEquals(show("state"), "");
  sh(
    "ip",
    "xfrm",
    "state",
    "add",
    ...common,
    ...["spi", "0x100", "mode", "tunnel", "reqid", "7"],
    ...["aead", "rfc4106(gcm(aes))", `0x${key.toHex()}`, "128"],
    ...["replay-window", "64", "flag", "noecn", "mark", "5", "mask", "0xff"],
    ...["limit", "byte-hard", "1000", "limit", "time-soft", "5"],
    ...["if_id", "9", "output-mark", "1", "mask", "3"],
    ...["sel", "src", "10.0.0.0/8", "dst", "10.1.0.0/16"],
  );
  const theirs = [
    show("state"),
    (await xfrm.state.list().toArray()).map(lasting),
  ];
  assertEquals(ours, theirs);

  await xfrm.policy.add({ ...policy, priority: 3, flags: ["icmp"] });
  const our = show("policy").replaceAll(/index \d+/g, "");
  await xfrm.policy.flush({ all: true });
  sh(
    "ip",
    "xfrm",
    "policy",
    "add",
    ...["src", "10.0.1.0/24", "dst", "10.0.2.0/24", "dir", "out"],
    ...["priority", "3", "flag", "icmp", "tmpl", ...common],
    ...["mode", "tunnel"],
  );
  assertEquals(our, show("policy").replaceAll(/index \d+/g, ""));
});

liveTest("Xfrm adds again what it lists", { needs }, async () => {
  using xfrm = Xfrm.open();
  await xfrm.state.add({ ...tunnel, flags: ["esn"], replayWindow: 32 });
  await xfrm.policy.add(policy);
  const [state] = await xfrm.state.list().toArray();
  const [listed] = await xfrm.policy.list({ direction: "out" }).toArray();
  assertEquals(state!.aead!.key, (await xfrm.state.get(state!)).aead!.key);
  assertEquals([...state!.aead!.key], [...key]);
  assertEquals(await xfrm.state.delete(state!), true);
  assertEquals(await xfrm.policy.delete(listed!), true);
  assertEquals(await xfrm.state.find(state!), undefined);
  assertEquals(await xfrm.policy.find(listed!), undefined);
  assertEquals(await xfrm.state.delete(state!, { ifExists: true }), false);
  await assertRejects(
    () => xfrm.policy.delete(policy),
    NetlinkError,
    "Cannot delete IPsec policy out 10.0.1.0/24 to 10.0.2.0/24: ENOENT",
  );
  await xfrm.state.add(state!);
  await xfrm.policy.add(listed!);
  const [second] = await xfrm.state.list().toArray();
  assertEquals(lasting(second!), lasting(state!));
  const found = await xfrm.policy.get({
    direction: "out",
    index: listed!.index,
  });
  assertEquals(found.templates, listed!.templates);
});

liveTest("Xfrm filters and counts states and policies", { needs }, async () => {
  using xfrm = Xfrm.open();
  await xfrm.state.add(tunnel);
  await xfrm.state.add({ ...tunnel, spi: 0x101, destination: "198.51.100.1" });
  await xfrm.state.add({
    ...tunnel,
    source: "2001:db8::1",
    destination: "2001:db8::2",
  });
  const spis = async (filter: Parameters<typeof xfrm.state.list>[0]) =>
    (await xfrm.state.list(filter).toArray())
      .map(({ destination }) => destination).sort();
  assertEquals(await spis({ destination: "192.0.2.0/24" }), ["192.0.2.2"]);
  assertEquals(await spis({ family: "inet6" }), ["2001:db8::2"]);
  assertEquals(await spis({ protocol: "ah" }), []);
  assertEquals(await spis({ spi: 0x101 }), ["198.51.100.1"]);
  assertEquals(await spis({ source: "192.0.2.1", family: "inet" }), [
    "192.0.2.2",
    "198.51.100.1",
  ]);
  assertEquals((await xfrm.state.count()).count, 3);
  await xfrm.state.flush({ destination: "198.51.100.0/24" });
  assertEquals((await xfrm.state.count()).count, 2);
  await xfrm.state.flush({ protocol: "ah" });
  assertEquals((await xfrm.state.count()).count, 2);
  await xfrm.state.flush({ protocol: "esp" });
  assertEquals((await xfrm.state.count()).count, 0);

  await xfrm.policy.add(policy);
  await xfrm.policy.add({ direction: "fwd", action: "block" });
  assertEquals(
    (await xfrm.policy.list({ action: "block" }).toArray()).length,
    1,
  );
  const { out, fwd } = await xfrm.policy.count();
  assertEquals([out, fwd], [1, 1]);
  await xfrm.policy.flush({ direction: "fwd" });
  assertEquals((await xfrm.policy.count()).fwd, 0);
  await xfrm.policy.setThresholds({ ipv6: { local: 64, remote: 48 } });
  assertEquals((await xfrm.policy.count()).thresholds.ipv6, {
    local: 64,
    remote: 48,
  });
});

liveTest("Xfrm allocates an index, and gives it keys", { needs }, async () => {
  using xfrm = Xfrm.open();
  const { aead, ...rest } = tunnel;
  const { spi: _, ...spec } = rest;
  const spi = await xfrm.state.allocateSpi({ ...spec, min: 500, max: 500 });
  assertEquals(spi, 500);
  await xfrm.state.update({ ...spec, spi, aead: aead! });
  const state = await xfrm.state.get({ ...spec, spi });
  assertEquals(state.aead?.name, "rfc4106(gcm(aes))");
  await assertRejects(
    () => xfrm.state.allocateSpi({ ...spec, min: 500, max: 500 }),
    NetlinkError,
    "Cannot allocate SPI from 192.0.2.1 to 192.0.2.2: ENOENT",
  );
});

liveTest("Xfrm sets what happens to packets that no policy is for", {
  needs,
}, async () => {
  using xfrm = Xfrm.open();
  const accept = { in: "accept", fwd: "accept", out: "accept" } as const;
  assertEquals(await xfrm.policy.getDefault(), accept);
  await xfrm.policy.setDefault({ fwd: "block" });
  assertEquals(await xfrm.policy.getDefault(), { ...accept, fwd: "block" });
});

liveTest("xfrm.monitor() reports what happens, as it happens", {
  needs,
}, async () => {
  using xfrm = Xfrm.open();
  const events: (XfrmEvent | EventOverrun | UnknownEvent)[] = [];
  using monitor = xfrm.monitor();
  await xfrm.state.add({ ...tunnel, limits: { hardAge: 1 } });
  await xfrm.policy.add(policy);
  await xfrm.policy.update({ ...policy, priority: 5 });
  await xfrm.policy.delete(policy);
  await xfrm.policy.setDefault({ in: "block" });
  await xfrm.policy.add(policy);
  await xfrm.policy.flush({ all: true });
  for await (const event of monitor) {
    events.push(event);
    if (event.kind === "state-expired") break;
  }
  assertEquals(
    events.map((event) =>
      "action" in event ? `${event.kind} ${event.action}` : event.kind
    ),
    [
      "state new",
      "policy new",
      "policy updated",
      "policy deleted",
      "defaults",
      "policy new",
      "policies-flushed",
      "state-expired",
    ],
  );
  const last = events.at(-1)!;
  assert(last.kind === "state-expired" && last.hard);
  assertEquals(last.state.spi, 0x100);
  const defaults = events.find((event) => event.kind === "defaults");
  assertEquals(defaults?.defaults.in, "block");
});

liveTest("xfrm.monitor() is asked for states by packets", {
  needs: [...needs, "command python3"],
}, async () => {
  using net = Rtnetlink.open();
  using xfrm = Xfrm.open();
  await net.link.add({ name: "d0", kind: "dummy", up: true });
  await net.address.add({ device: "d0", address: "192.0.2.1/24" });
  await net.route.add({ to: "10.0.2.0/24", gateway: "192.0.2.2" });
  await xfrm.policy.add({
    ...policy,
    selector: { destination: "10.0.2.0/24", protocol: "icmp" },
  });
  using monitor = xfrm.monitor(["acquire"]);
  assertEquals(sh("python3", PING, "10.0.2.1", "1").trim(), "0");
  for await (const event of monitor) {
    assert(event.kind === "acquire");
    assertEquals(event.state.destination, "192.0.2.2");
    assertEquals(event.selector.destination, "10.0.2.1/32");
    assertEquals(event.policy.direction, "out");
    assert(event.sequence > 0);
    break;
  }
});
