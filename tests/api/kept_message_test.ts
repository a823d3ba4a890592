import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { KeptMessage, sameItems } from "../../api/monitor/kept_message.ts";
import { RouteKey } from "../../api/monitor/route_key.ts";
import { RouteStore } from "../../api/monitor/route_store.ts";
import { Room } from "../../api/mapping/origin.ts";
import { openWatcher } from "../../api/monitor/make_watcher.ts";
import { Mirror } from "../../api/monitor/mirror.ts";
import { Monitor } from "../../api/monitor/monitor.ts";
import { Writer } from "../../messages/codec/mod.ts";
import { type RouteMessage, routeMessage } from "../../messages/route/mod.ts";
import { route, SimulatedKernel } from "../support/simulated_kernel.ts";

function keep(message: RouteMessage, room: Room): KeptMessage<RouteMessage> {
  const writer = new Writer();
  routeMessage.encode(writer, message);
  return new KeptMessage(
    routeMessage,
    room,
    room.keep(writer.view, 0, writer.length),
    undefined,
  );
}

function oneOf<T>(...values: T[]): fc.Arbitrary<T> {
  return fc.constantFrom(...values);
}

const ipv4Hop = oneOf("192.0.2.1", "192.0.2.2", "192.0.2.3");
const ipv6Hop = oneOf("fe80::1", "fe80::2", "fe80::3");

function attributesOf(
  gateway: fc.Arbitrary<string>,
): fc.Arbitrary<Partial<RouteMessage["attributes"]>> {
  return fc.oneof(
    gateway.map((gateway) => ({ outputDevice: 1, gateway })),
    oneOf(1, 2).map((outputDevice) => ({ outputDevice })),
    fc.uniqueArray(gateway, { minLength: 2, maxLength: 3 }).map((hops) => ({
      multipath: hops.map((gateway) => ({
        flags: 0,
        hops: 0,
        outputDevice: 1,
        attributes: { gateway },
      })),
    })),
  );
}

function routesTo(
  to: fc.Arbitrary<string>,
  gateway: fc.Arbitrary<string>,
): fc.Arbitrary<RouteMessage> {
  return fc.record({
    to,
    attributes: attributesOf(gateway),
    table: oneOf(254, 254, 1000),
    priority: oneOf(undefined, 1024),
    tos: oneOf(0, 0, 4),
    flags: oneOf(0, 0, 0x4000),
    source: oneOf(undefined, undefined, "2001:db8:9::"),
  }).map(({ to, attributes, table, priority, tos, flags, source }) => {
    const own = to.includes(":") && source !== undefined;
    const made = route(to, {
      ...attributes,
      table,
      ...priority !== undefined && { priority },
      ...own && { source },
    }, { tos, flags, ...own && { sourceLength: 48 } });
    if (made.destinationLength === 0) delete made.attributes.destination;
    return made;
  });
}

const labelled = oneOf([16], [16, 17], [100]).map((labels): RouteMessage => ({
  ...route("0.0.0.0/20", { outputDevice: 1 }, { family: 28 }),
  attributes: {
    table: 254,
    outputDevice: 1,
    destinationLabels: labels.map((label) => label << 12 | 0x100),
  },
}));

const routes: fc.Arbitrary<RouteMessage> = fc.oneof(
  routesTo(
    oneOf("0.0.0.0/0", "10.0.0.0/8", "10.0.0.0/16", "10.0.0.0/8", "0.0.0.0/8"),
    ipv4Hop,
  ),
  routesTo(oneOf("::/0", "2001:db8::/32", "2001:db8::/64", "::/8"), ipv6Hop),
  labelled,
);

function decoded(message: RouteMessage): RouteMessage {
  return keep(message, new Room(64)).message;
}

Deno.test("RouteKey is the same, read from a message or from its bytes", () => {
  fc.assert(fc.property(routes, (message) => {
    const { ...fromBytes } = new RouteKey().of(keep(message, new Room(64)));
    const { ...fromMessage } = new RouteKey().of(message);
    assertEquals(fromBytes, fromMessage);
  }));
});

Deno.test("RouteStore keeps bytes as it keeps messages, whatever happens", () => {
  const steps = fc.array(
    fc.record({
      message: routes,
      deleted: fc.boolean(),
      flags: oneOf(0x400, 0x400, 0x100, 0x800),
      replayed: oneOf(false, false, true),
    }),
    { maxLength: 40 },
  );
  fc.assert(fc.property(steps, (steps) => {
    const room = new Room(1 << 10);
    const asMessages = new RouteStore();
    const asBytes = new RouteStore<KeptMessage<RouteMessage>>();
    for (const step of steps) {
      const message = decoded(step.message);
      const item = keep(step.message, room);
      const expected = asMessages.apply({ ...step, message });
      const differences = asBytes.apply({ ...step, message: item });
      assertEquals(
        differences?.map(({ now, old }) => [now?.message, old?.message]),
        expected?.map(({ now, old }) => [now, old]),
      );
      assertEquals(asBytes.size, asMessages.size);
      assertEquals(
        asBytes.find(item).map(({ message }) => message),
        asMessages.find(message),
      );
      for (const one of asBytes.values()) one.move(room);
    }
    const listed = Array.from(asBytes.values(), ({ message }) => message);
    assertEquals(listed, [...asMessages.values()]);
    for (
      const name of ["default", "10.0.0.0/8", "10.0.0.0", "::/8", "0.0.0.0/0"]
    ) {
      assertEquals(
        asBytes.named(name).map(({ message }) => message),
        asMessages.named(name),
      );
    }
  }));
});

Deno.test("KeptMessage is equal to what has the same bytes, wherever they are", () => {
  fc.assert(fc.property(routes, routes, (a, b) => {
    const room = new Room(1 << 10);
    const [kept, other] = [keep(a, room), keep(b, room)];
    const copy = keep(a, new Room(64));
    assert(kept.equals(copy) && copy.equals(kept));
    copy.move(room);
    assert(kept.equals(copy));
    assertEquals(copy.message, kept.message);
    const none = new Set<string>();
    assertEquals(kept.equals(other), sameItems(kept, other, none));
    const made = new KeptMessage(routeMessage, room, -1, a);
    assert(!made.equals(kept) && !kept.equals(made));
    made.release();
    assertEquals(made.message, a);
    assert(sameItems(made, keep(a, room), none));
  }));
});

Deno.test("Mirror returns objects that are the caller's own", async () => {
  const kernel = new SimulatedKernel();
  kernel.route.set("1", route("10.0.0.0/8", { gateway: "192.0.2.1" }));
  await using mirror = new Mirror(["route"], kernel.open);
  await mirror.ready;
  const mine = mirror.get("route", "10.0.0.0/8")!;
  mine.gateway = "192.0.2.9";
  const second = mirror.get("route", "10.0.0.0/8")!;
  assertEquals(second.gateway, "192.0.2.1");
  assert(second !== mine);
  assertEquals(mine.message, second.message);
  assertEquals({ ...second }, structuredClone(second));
});

Deno.test("Monitor's changes have plain values, and messages that are read on demand", async () => {
  const kernel = new SimulatedKernel();
  const monitor = new Monitor(["route"], kernel.open);
  const changes = monitor[Symbol.asyncIterator]();
  using _ = monitor;
  kernel.route.set("1", route("10.0.0.0/8", { gateway: "192.0.2.1" }));
  const { value: change } = await changes.next();
  assert(change && "action" in change);
  assertEquals(structuredClone(change.value), { ...change.value });
  assertEquals(Object.keys(change).includes("value"), true);
  assertEquals(change.message, change.value.message);
  assertEquals(Object.keys(JSON.parse(JSON.stringify(change))).sort(), [
    "action",
    "cause",
    "flags",
    "object",
    "portId",
    "processId",
    "time",
    "value",
  ]);
});

Deno.test("Watcher does not keep buffers for the sake of few messages in them", async () => {
  const kernel = new SimulatedKernel();
  using watcher = openWatcher(["route"], kernel.open, {
    snapshot: true,
    stateless: false,
    verifyEvery: Infinity,
    keptOnly: true,
    wanted: () => false,
    receiveBuffer: 1 << 20,
    allNamespaces: false,
    nonblocking: false,
  });
  await watcher.next();
  const lasting = 200;
  for (let i = 0; i < lasting; i++) {
    kernel.route.set(`${i}`, route(`10.0.${i}.0/24`));
    // Others come and go between two that stay.
    for (let k = 0; k < 100; k++) {
      kernel.route.set("x", route("10.1.0.0/16", { priority: k }));
      kernel.route.delete("x");
    }
    await watcher.next();
  }
  const store = watcher.store("route")!;
  while (store.size < lasting) await watcher.next();
  const buffers = new Set(
    Array.from(store.values(), ({ view }) => view.buffer),
  );
  // Each would be in a buffer of its own otherwise.
  assert(buffers.size <= lasting / 8, `${buffers.size} buffers are kept`);
});
