import { assert, assertEquals } from "@std/assert";
import { same } from "../../api/monitor/compare.ts";
import { kinds } from "../../api/monitor/kinds.ts";
import {
  type BagStore,
  KeyedStore,
  type Store,
} from "../../api/monitor/store.ts";
import type { NeighborMessage } from "../../messages/neighbor/mod.ts";
import type { RuleMessage } from "../../messages/rule/mod.ts";

interface Thing {
  id: number;
  value?: string;
  count?: number;
}

function keyed(): KeyedStore<Thing> {
  return new KeyedStore<Thing>({
    key: ({ id }) => id,
    ignored: new Set(["count"]),
  });
}

function news<M>(message: M) {
  return { deleted: false, flags: 0, message };
}

Deno.test("same() compares what messages hold", () => {
  const none = new Set<string>();
  assert(
    same({ a: 1n, b: [1, { c: "x" }] }, { b: [1, { c: "x" }], a: 1n }, none),
  );
  assert(same({ a: undefined }, {}, none));
  assert(same({}, { a: undefined }, none));
  assert(same(Uint8Array.of(1, 2), Uint8Array.of(1, 2), none));
  assert(!same(Uint8Array.of(1, 2), Uint8Array.of(1, 3), none));
  assert(!same(Uint8Array.of(1), [1], none));
  assert(!same([1], { 0: 1 }, none));
  assert(!same({ a: 1 }, { a: 1n }, none));
  assert(!same({ a: 1 }, {}, none));
  assert(!same({ a: null }, { a: {} }, none));
  assert(!same([1, 2], [1], none));
  assert(same({ a: { n: 1, x: 2 } }, { a: { n: 3, x: 2 } }, new Set(["n"])));
});

Deno.test("KeyedStore returns what is new, different and gone", () => {
  const store = keyed();
  const one = { id: 1, value: "a" };
  assertEquals(store.apply(news(one)), [{ now: one }]);
  assertEquals(store.apply(news({ ...one, count: 3 })), []);
  const other = { id: 1, value: "b" };
  assertEquals(store.apply(news(other)), [
    { now: other, old: { ...one, count: 3 } },
  ]);
  assertEquals(store.find({ id: 1 }), [other]);
  assertEquals(store.apply({ ...news({ id: 1 }), deleted: true }), [
    { old: other },
  ]);
  assertEquals(store.apply({ ...news({ id: 1 }), deleted: true }), []);
  assertEquals(store.size, 0);
});

Deno.test("KeyedStore returns what is different in a newer one", () => {
  const older = keyed();
  const newer = keyed();
  for (const id of [1, 2, 3]) older.fill({ id, value: "a" });
  newer.fill({ id: 2, value: "a", count: 1 });
  newer.fill({ id: 3, value: "b" });
  newer.fill({ id: 4 });
  assertEquals([...older.differences(newer)], [
    { old: { id: 1, value: "a" } },
    { now: { id: 3, value: "b" }, old: { id: 3, value: "a" } },
    { now: { id: 4 } },
  ]);
});

function rule(priority: number, flags = 0): RuleMessage {
  return {
    family: 2,
    destinationLength: 0,
    sourceLength: 0,
    tos: 0,
    table: 254,
    reserved1: 0,
    reserved2: 0,
    action: 1,
    flags,
    attributes: { priority, tunnelId: 5n },
  };
}

Deno.test("BagStore keeps rules that are alike, and takes one away at a time", () => {
  const store = kinds.rule.known!.makeStore() as BagStore<RuleMessage>;
  store.apply(news(rule(1)));
  store.apply(news(rule(1)));
  assertEquals(store.size, 2);
  assertEquals(store.apply({ ...news(rule(1)), replayed: true }), []);
  assertEquals(store.apply({ ...news(rule(1)), deleted: true })?.length, 1);
  assertEquals([...store.values()], [rule(1)]);
  assertEquals(store.apply({ ...news(rule(2)), deleted: true }), undefined);
  assertEquals(store.find(rule(1)).length, 1);
});

Deno.test("BagStore returns what is different in a newer one", () => {
  const make = (...rules: RuleMessage[]) => {
    const store = kinds.rule.known!.makeStore();
    for (const rule of rules) store.fill(rule);
    return store;
  };
  const older = make(rule(1), rule(1), rule(2), rule(3));
  const newer = make(rule(1), rule(3, 8), rule(4), rule(4));
  assertEquals([...older.differences(newer)], [
    { old: rule(1) },
    { old: rule(2) },
    { now: rule(3, 8), old: rule(3) },
    { now: rule(4) },
    { now: rule(4) },
  ]);
});

/** The number of objects that a store of a kind keeps of some messages. */
function distinct<M>(store: Store<M>, messages: M[]): number {
  for (const message of messages) store.apply(news(message));
  return store.size;
}

Deno.test("kinds.address distinguishes addresses as the kernel does", () => {
  const make = (family: number, prefixLength: number, local: string) => ({
    family,
    prefixLength,
    flags: 0,
    scope: 0,
    index: 1,
    attributes: { address: local, local },
  });
  const { makeStore } = kinds.address.known!;
  assertEquals(
    distinct(makeStore(), [
      make(2, 24, "10.0.0.1"),
      make(2, 25, "10.0.0.1"),
      { ...make(2, 24, "10.0.0.1"), index: 2 },
      { ...make(2, 24, "10.0.0.1"), flags: 128 },
    ]),
    3,
  );
  assertEquals(
    distinct(makeStore(), [
      make(10, 64, "2001:db8::1"),
      make(10, 128, "2001:db8::1"),
    ]),
    1,
  );
});

Deno.test("kinds.neighbor and kinds.forwarding share their messages", () => {
  const make = (more: Partial<NeighborMessage>): NeighborMessage => ({
    family: 2,
    index: 1,
    state: 2,
    flags: 0,
    type: 1,
    attributes: { destination: "10.0.0.1" },
    ...more,
  });
  const messages = [
    make({}),
    make({ flags: 8 }),
    make({ family: 7, attributes: { linkAddress: "02:00:00:00:00:01" } }),
  ];
  assertEquals(
    messages.map((message) => kinds.neighbor.accepts!(message)),
    [true, false, false],
  );
  assertEquals(
    messages.map((message) => kinds.forwarding.accepts!(message)),
    [false, false, true],
  );
});

/** A forwarding entry of a bridge, or of a VXLAN device if it has no bridge. */
function entry(
  attributes: NeighborMessage["attributes"],
  more: Partial<NeighborMessage> = {},
): NeighborMessage {
  return {
    family: 7,
    index: 1,
    state: 2,
    flags: 0,
    type: 0,
    attributes: {
      linkAddress: "02:00:00:00:00:01",
      cacheInfo: { confirmed: 0, used: 0, updated: 0, references: 0 },
      ...attributes,
    },
    ...more,
  };
}

Deno.test("kinds.forwarding has one entry for an address and a VLAN of a bridge, whatever the port", () => {
  const store = kinds.forwarding.known!.makeStore();
  const old = entry({ master: 9 }, { index: 2 });
  const now = entry({ master: 9 }, { index: 4 });
  assertEquals(store.apply(news(old)), [{ now: old }]);
  assertEquals(store.apply(news(now)), [{ now, old }]);
  assertEquals([...store.values()], [now]);
  // A bridge that takes a local entry back names itself.
  const gone = entry({ master: 9 }, { index: 9 });
  assertEquals(store.apply({ ...news(gone), deleted: true }), [{ old: now }]);
  assertEquals(
    distinct(store, [
      entry({ master: 9 }),
      entry({ master: 9, vlan: 1 }),
      entry({ master: 8 }),
      entry({ master: 9, linkAddress: "02:00:00:00:00:02" }),
      entry({}, { index: 9 }),
    ]),
    5,
  );
});

Deno.test("kinds.forwarding has one entry for an address and a network of a VXLAN device, and several for groups", () => {
  const store = kinds.forwarding.known!.makeStore();
  const to = (destination: string, more: NeighborMessage["attributes"] = {}) =>
    entry({ destination, ...more }, { flags: 2 });
  store.apply(news(to("192.0.2.1")));
  store.apply(news(to("192.0.2.2")));
  assertEquals([...store.values()], [to("192.0.2.2")]);
  assertEquals(
    distinct(store, [
      to("192.0.2.2", { port: 7 }),
      to("192.0.2.2", { sourceVni: 1 }),
      to("192.0.2.2", { sourceVni: 2 }),
    ]),
    3,
  );
  const groups = kinds.forwarding.known!.makeStore();
  for (const linkAddress of ["00:00:00:00:00:00", "01:00:5e:00:00:01"]) {
    const more = [{}, { port: 7 }, { vni: 7 }, { outputDevice: 7 }];
    for (const one of more) {
      groups.fill(to("192.0.2.1", { linkAddress, ...one }));
    }
    groups.fill(to("192.0.2.2", { linkAddress }));
  }
  assertEquals(groups.size, 10);
});

Deno.test("kinds.forwarding changes the state of all remote endpoints of an address together", () => {
  const store = kinds.forwarding.known!.makeStore();
  const linkAddress = "00:00:00:00:00:00";
  const to = (destination: string, state: number, flags = 2) =>
    entry({ linkAddress, destination }, { state, flags });
  store.fill(to("192.0.2.1", 0x80));
  store.fill(to("192.0.2.2", 0x80, 2 | 0x20));
  assertEquals(store.apply(news(to("192.0.2.1", 0x40))), [
    { now: to("192.0.2.1", 0x40), old: to("192.0.2.1", 0x80) },
    {
      now: to("192.0.2.2", 0x40, 2 | 0x20),
      old: to("192.0.2.2", 0x80, 2 | 0x20),
    },
  ]);
  store.apply({ ...news(to("192.0.2.2", 0x40)), deleted: true });
  assertEquals([...store.values()], [to("192.0.2.1", 0x40)]);
  assertEquals(store.apply(news(to("192.0.2.1", 0x80)))?.length, 1);
});

Deno.test("kinds.forwarding does not report ages, nor what hardware has taken over", () => {
  const store = kinds.forwarding.known!.makeStore();
  store.fill(entry({ master: 9 }, { state: 0x02 }));
  assertEquals(store.apply(news(entry({ master: 9 }, { state: 0x04 }))), []);
  assertEquals(store.apply(news(entry({ master: 9 }, { flags: 0x20 }))), []);
  assertEquals(
    store.apply(news(entry({ master: 9 }, { state: 0x40 })))?.length,
    1,
  );
});

Deno.test("kinds.forwarding does not keep addresses that a device listens to", () => {
  const { untracked } = kinds.forwarding.known!;
  const { cacheInfo: _, ...attributes } = entry({}).attributes;
  assert(untracked!(entry({}, { flags: 2, attributes })));
  assert(!untracked!(entry({}, { flags: 2 })));
  assert(!untracked!(entry({ master: 9 })));
});

Deno.test("kinds.netconf fits one setting into what was", () => {
  const store = kinds.netconf.known!.makeStore();
  const base = { index: 1, forwarding: 0, proxyNeighbor: 0 };
  store.fill({ family: 2, attributes: base });
  store.apply(news({ family: 2, attributes: { index: 1, forwarding: 1 } }));
  assertEquals([...store.values()], [
    { family: 2, attributes: { ...base, forwarding: 1 } },
  ]);
});

Deno.test("kinds.qdisc does not report counters, even among options", () => {
  const store = kinds.qdisc.known!.makeStore();
  const globals = {
    version: 3,
    rateToQuantum: 10,
    defaultClass: 0,
    debug: 0,
    directPackets: 0,
  };
  const htb = (changed: Partial<typeof globals>) => ({
    family: 0,
    index: 1,
    handle: 0x10000,
    parent: 0xffffffff,
    info: 0,
    attributes: { kind: "htb", htb: { globals: { ...globals, ...changed } } },
  });
  store.fill(htb({}));
  assertEquals(store.apply(news(htb({ directPackets: 7 }))), []);
  assertEquals(
    store.apply(news({ ...htb({ directPackets: 9 }), info: 5 })),
    [],
  );
  assertEquals(store.apply(news(htb({ defaultClass: 1 })))?.length, 1);
  const { kind } = htb({}).attributes;
  assertEquals(
    store.apply(news({ ...htb({}), attributes: { kind } }))?.length,
    1,
  );
});
