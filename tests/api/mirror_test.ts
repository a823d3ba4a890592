import {
  assert,
  assertEquals,
  assertRejects,
  assertStrictEquals,
  assertThrows,
} from "@std/assert";
import {
  ConditionTimeoutError,
  Mirror,
  MirrorClosedError,
  type MirrorOptions,
} from "../../api/monitor/mirror.ts";
import type { MonitoredObject } from "../../api/monitor/change.ts";
import type { MirrorRouteKey } from "../../api/monitor/mirror_key.ts";
import { NetlinkError } from "../../api/connection/errors.ts";
import { ack, overflow } from "../support/fake_kernel.ts";
import { link, route, SimulatedKernel } from "../support/simulated_kernel.ts";

function links(kernel: SimulatedKernel, count: number): void {
  for (let i = 1; i <= count; i++) {
    kernel.link.set(`${i}`.padStart(6, "0"), link(i));
  }
}

async function open<K extends MonitoredObject>(
  kernel: SimulatedKernel,
  objects: K[],
  options: MirrorOptions = {},
): Promise<Mirror<K>> {
  const mirror = new Mirror(objects, kernel.open, options);
  await mirror.ready;
  return mirror;
}

Deno.test("Mirror holds what is there once it is ready", async () => {
  const kernel = new SimulatedKernel();
  links(kernel, 5);
  kernel.route.set("1", route("10.0.0.0/8", { gateway: "192.0.2.1" }));
  kernel.route.set("2", route("0.0.0.0/0", { gateway: "192.0.2.1" }));
  await using mirror = await open(kernel, ["link", "route"]);
  assert(mirror.synced);
  assertEquals(mirror.count("link"), 5);
  assertEquals(mirror.count("route"), 2);
  const names = Array.from(mirror.list("link"), ({ name }) => name);
  assertEquals(names, ["eth1", "eth2", "eth3", "eth4", "eth5"]);
});

Deno.test("Mirror refuses to look for what is not in it", async () => {
  await using mirror = await open(new SimulatedKernel(), ["link", "rule"]);
  const other = "route" as "link";
  const message = 'Cannot look for "route": in the mirror are link, rule';
  assertThrows(() => mirror.get(other, "default"), TypeError, message);
  const key = { to: "default" } as never;
  assertThrows(() => mirror.get(other, key), TypeError, message);
  assertThrows(() => mirror.count(other), TypeError, message);
  assertThrows(() => [...mirror.list(other)], TypeError, message);
  assertThrows(() => [...mirror.list(other, "default")], TypeError, message);
  assertThrows(() => [...mirror.messages(other)], TypeError, message);
});

Deno.test("Mirror finds objects by what they are called", async () => {
  const kernel = new SimulatedKernel();
  links(kernel, 2);
  const { attributes } = link(3);
  const alternativeNames = ["the-third-link"];
  kernel.link.set(
    "000003",
    link(3, { attributes: { ...attributes, alternativeNames } }),
  );
  kernel.route.set("1", route("10.0.0.0/8"));
  kernel.route.set("2", route("0.0.0.0/0"));
  await using mirror = await open(kernel, ["link", "route", "nexthop"]);
  assertEquals(mirror.get("link", "eth2")?.index, 2);
  assertEquals(mirror.get("link", 1)?.name, "eth1");
  assertEquals(mirror.get("link", "the-third-link")?.index, 3);
  assertEquals(mirror.get("link", "eth9"), undefined);
  assertEquals(mirror.get("nexthop", 1), undefined);
  assert(mirror.get("route", "10.0.0.0/8"));
  assert(mirror.get("route", "default"));
  assertEquals(mirror.get("route", "10.0.0.0/9"), undefined);
  assertEquals(mirror.find("link", ({ mtu }) => mtu === 1500)?.index, 1);
  assertEquals(mirror.find("link", ({ mtu }) => mtu === 1), undefined);
});

Deno.test("Mirror follows the kernel, and calls back with each change", async () => {
  const kernel = new SimulatedKernel();
  links(kernel, 2);
  await using mirror = await open(kernel, ["link"]);
  const seen: string[] = [];
  const listener = mirror.onChange((change) => {
    if (!("action" in change)) return seen.push(change.object);
    // The mirror has it already.
    const there = mirror.get("link", change.value.index!) !== undefined;
    return seen.push(`${change.action} ${change.value.index} ${there}`);
  });
  kernel.link.set("000003", link(3));
  kernel.link.delete("000001");
  await mirror.until(() => mirror.get("link", 1) === undefined);
  assertEquals(seen, ["new 3 true", "delete 1 false"]);
  listener[Symbol.dispose]();
  kernel.link.set("000004", link(4));
  await mirror.until(() => mirror.count("link") === 3);
  assertEquals(seen.length, 2);
});

Deno.test("Mirror reports that it is wrong after an overrun, until it is right again", async () => {
  const kernel = new SimulatedKernel();
  links(kernel, 3);
  await using mirror = await open(kernel, ["link"]);
  const states: [string, boolean][] = [];
  mirror.onChange(({ object }) => states.push([object, mirror.synced]));
  kernel.link.set("000004", link(4), { quiet: true });
  kernel.sockets[0]!.deliver(overflow());
  await mirror.until(() => mirror.get("link", 4));
  await mirror.until(() => mirror.synced);
  assertEquals(states, [["overrun", false], ["link", true], [
    "resynced",
    true,
  ]]);
});

Deno.test("Mirror.until() returns what its condition finds", async () => {
  const kernel = new SimulatedKernel();
  links(kernel, 1);
  await using mirror = await open(kernel, ["link"]);
  setTimeout(() => kernel.link.set("000002", link(2)), 2);
  const found = await mirror.until(() => mirror.get("link", "eth2"));
  assertEquals(found.index, 2);
  assertEquals(await mirror.until(() => mirror.count("link")), 2);
});

Deno.test("Mirror.until() gives up in time, on abort, and when its condition throws", async () => {
  const kernel = new SimulatedKernel();
  await using mirror = await open(kernel, ["link"]);
  await assertRejects(
    () => mirror.until(() => false, { timeout: 0.002 }),
    ConditionTimeoutError,
    "Cannot wait any longer: the condition is not met after 0.002 s",
  );
  const controller = new AbortController();
  const waiting = mirror.until(() => false, { signal: controller.signal });
  controller.abort(new Error("enough"));
  await assertRejects(() => waiting, Error, "enough");
  await assertRejects(
    () => mirror.until(() => false, { signal: AbortSignal.abort() }),
    DOMException,
  );
  await assertRejects(
    () =>
      mirror.until(() => {
        throw new TypeError("Cannot look: broken");
      }),
    TypeError,
  );
});

Deno.test("Mirror.until() rejects when the mirror is closed", async () => {
  const kernel = new SimulatedKernel();
  links(kernel, 2);
  const mirror = await open(kernel, ["link"]);
  const waiting = mirror.until(() => false);
  await mirror[Symbol.asyncDispose]();
  await assertRejects(() => waiting, MirrorClosedError);
  await assertRejects(() => mirror.until(() => true), MirrorClosedError);
  assert(!mirror.synced);
  // What was in it stays.
  assertEquals(mirror.count("link"), 2);
  assert(kernel.sockets.every(({ closed }) => closed));
});

Deno.test("Mirror keeps what made it fail", async () => {
  const kernel = new SimulatedKernel();
  const mirror = new Mirror(["link"], () => {
    const socket = kernel.open();
    socket.serve = (request) => [ack(request, 1)];
    return socket;
  });
  const error = await assertRejects(() => mirror.ready, NetlinkError);
  assertStrictEquals(mirror.error, error);
  assert(!mirror.synced);
  await assertRejects(() => mirror.until(() => true), NetlinkError);
  assert(kernel.sockets.every(({ closed }) => closed));
});

Deno.test("Mirror ends with its signal", async () => {
  const kernel = new SimulatedKernel();
  const controller = new AbortController();
  const { signal } = controller;
  const mirror = await open(kernel, ["link"], { signal });
  controller.abort(new Error("enough"));
  await assertRejects(() => mirror.until(() => false), Error, "enough");
  await mirror[Symbol.asyncDispose]();
});

Deno.test("Mirror goes on when a listener throws", async () => {
  const kernel = new SimulatedKernel();
  await using mirror = await open(kernel, ["link"]);
  const thrown: unknown[] = [];
  const report = (event: ErrorEvent) => {
    event.preventDefault();
    thrown.push(event.error);
  };
  globalThis.addEventListener("error", report);
  mirror.onChange(() => {
    throw new Error("Cannot listen: broken");
  });
  kernel.link.set("1", link(1));
  await mirror.until(() => mirror.count("link"));
  globalThis.removeEventListener("error", report);
  assertEquals(thrown.length, 1);
});

Deno.test("Mirror finds a route by table and metric, and all routes to a prefix", async () => {
  const kernel = new SimulatedKernel();
  const to = (table: number, priority: number) =>
    route("10.0.0.0/8", { table, priority, gateway: `192.0.2.${table}` });
  kernel.route.set("1", to(100, 5));
  kernel.route.set("2", to(100, 6));
  kernel.route.set("3", to(254, 0));
  kernel.route.set("4", route("10.0.0.0/9"));
  await using mirror = await open(kernel, ["route"]);
  const find = (key: MirrorRouteKey) => mirror.get("route", key)?.gateway;
  assertEquals(find({ to: "10.0.0.0/8" }), "192.0.2.254");
  const wanted = { to: "10.0.0.0/8", table: 100 };
  assertEquals(find(wanted), undefined);
  assertEquals(mirror.get("route", { ...wanted, metric: 6 })?.metric, 6);
  assertEquals(find({ ...wanted, metric: 6, tos: 4 }), undefined);
  const metrics = () =>
    Array.from(mirror.list("route", "10.0.0.0/8"), ({ metric }) => metric);
  assertEquals(metrics(), [5, 6, 0]);
  // What is found by a name follows the kernel.
  kernel.route.delete("2");
  kernel.route.set("5", to(7, 7));
  await mirror.until(() =>
    mirror.get("route", { ...wanted, table: 7, metric: 7 })
  );
  assertEquals(metrics(), [5, 0, 7]);
  assertEquals([...mirror.list("route", "10.0.0.0/10")], []);
  assertThrows(
    () => mirror.get("route", { to: "10.0.0.0/8", tabel: 7 } as never),
    TypeError,
    "Cannot use 7 as tabel: there is no such property",
  );
  assertThrows(() => mirror.get("route", { to: "10/8" }), TypeError);
});

Deno.test("Mirror finds IPv6 routes however their prefixes are spelled", async () => {
  const kernel = new SimulatedKernel();
  kernel.route.set("1", route("2001:db8::/32", { priority: 1024 }));
  kernel.route.set("2", route("::/0", { priority: 1024 }));
  kernel.route.set("3", route("0.0.0.0/0", {}));
  await using mirror = await open(kernel, ["route"]);
  for (const to of ["2001:db8::/32", "2001:DB8:0::/32", "2001:db8::"]) {
    assert(mirror.get("route", to), to);
  }
  assert(mirror.get("route", { to: "2001:DB8::/32" }));
  const all = Array.from(mirror.list("route", "default"), ({ to }) => to);
  assertEquals(all.length, 2);
  const wanted = { to: "default", family: "inet6" } as const;
  assertEquals(mirror.get("route", wanted)?.family, "inet6");
  assertEquals(mirror.get("route", { to: "default" })?.family, "inet");
});

Deno.test("Mirror forgets the old name of a link, and finds the new one", async () => {
  const kernel = new SimulatedKernel();
  links(kernel, 3);
  await using mirror = await open(kernel, ["link"]);
  assertEquals(mirror.get("link", "eth2")?.index, 2);
  const { attributes } = link(2);
  const named = (name: string, ...alternativeNames: string[]) =>
    link(2, { attributes: { ...attributes, name, alternativeNames } });
  kernel.link.set("000002", named("wan", "uplink"));
  await mirror.until(() => mirror.get("link", "wan"));
  assertEquals(mirror.get("link", "eth2"), undefined);
  assertEquals(mirror.get("link", "uplink")?.index, 2);
  kernel.link.delete("000002");
  await mirror.until(() => mirror.count("link") === 2);
  assertEquals(mirror.get("link", "uplink"), undefined);
  assertEquals(mirror.get("link", 2), undefined);
  // The objects of a new dump have their names, too.
  kernel.link.set("000002", link(2), { quiet: true });
  kernel.sockets[0]!.deliver(overflow());
  await mirror.until(() => mirror.get("link", "eth2"));
});
