import { assertEquals } from "@std/assert";
import { RouteStore } from "../../api/monitor/route_store.ts";
import type { RouteMessage } from "../../messages/route/mod.ts";
import { route } from "../support/simulated_kernel.ts";

const REPLACE = 0x100;
const APPEND = 0x800;
const RA = 9;

type Attributes = RouteMessage["attributes"];

function hop(outputDevice: number, gateway: string) {
  return { flags: 0, hops: 0, outputDevice, attributes: { gateway } };
}

/** Gateways of a route. */
function gateways({ attributes }: RouteMessage): string {
  const { multipath, gateway, outputDevice } = attributes;
  return multipath?.map(({ attributes }) => attributes.gateway).join("+") ??
    gateway ?? `dev ${outputDevice}`;
}

/** A store of routes to one destination, and what happens to it. */
class Scene {
  readonly store = new RouteStore();
  readonly #to: string;
  readonly #priority: number;

  constructor(to: string, priority: number) {
    this.#to = to;
    this.#priority = priority;
  }

  route(more: Attributes, header: Partial<RouteMessage> = {}): RouteMessage {
    return route(this.#to, { priority: this.#priority, ...more }, header);
  }

  /** What happens, as it is reported to the user. */
  happens(
    more: Attributes,
    { flags = 0, deleted = false, ...header }: Partial<RouteMessage> & {
      deleted?: boolean;
    } = {},
  ): string[] | undefined {
    const message = this.route(more, header);
    return this.store.apply({ deleted, flags, message })?.map(({ now, old }) =>
      `${old ? gateways(old) : ""} -> ${now ? gateways(now) : ""}`
    );
  }

  get list(): string[] {
    return [...this.store.values()].map(gateways);
  }
}

const ipv4 = () => new Scene("10.0.0.0/24", 0);
const ipv6 = () => new Scene("2001:db8::/64", 1024);
const via = (gateway: string): Attributes => ({ outputDevice: 1, gateway });

Deno.test("RouteStore adds IPv4 routes to the front, and appends them to the end", () => {
  const scene = ipv4();
  assertEquals(scene.happens(via("a"), { flags: 0x600 }), [" -> a"]);
  assertEquals(scene.happens(via("b"), { flags: 0x400 }), [" -> b"]);
  assertEquals(scene.happens(via("c"), { flags: 0x400 | APPEND }), [" -> c"]);
  assertEquals(scene.list, ["b", "a", "c"]);
  assertEquals(scene.store.size, 3);
});

Deno.test("RouteStore replaces the first IPv4 route", () => {
  const scene = ipv4();
  scene.happens(via("a"));
  scene.happens(via("b"), { flags: APPEND });
  assertEquals(scene.happens(via("c"), { flags: REPLACE }), ["a -> c"]);
  assertEquals(scene.list, ["c", "b"]);
});

Deno.test("RouteStore deletes the IPv4 route that is named", () => {
  const scene = ipv4();
  for (const name of ["a", "b", "c"]) {
    scene.happens(via(name), { flags: APPEND });
  }
  assertEquals(scene.happens(via("b"), { deleted: true }), ["b -> "]);
  assertEquals(scene.list, ["a", "c"]);
  assertEquals(scene.happens(via("x"), { deleted: true }), undefined);
  scene.happens(via("a"), { deleted: true });
  scene.happens(via("c"), { deleted: true });
  assertEquals(scene.store.size, 0);
  assertEquals(scene.happens(via("a"), { deleted: true }), undefined);
});

Deno.test("RouteStore recognizes an IPv4 route whose state has changed", () => {
  const scene = ipv4();
  scene.happens(via("a"));
  scene.happens(via("b"), { flags: APPEND });
  const flagged = scene.store.apply({
    deleted: false,
    flags: 0,
    message: { ...scene.route(via("b")), flags: 0x4000 },
  });
  assertEquals(flagged?.length, 1);
  assertEquals(scene.list, ["a", "b"]);
  assertEquals(scene.happens(via("a")), []);
});

Deno.test("RouteStore keeps routes apart by table, metric, TOS and prefix", () => {
  const store = new RouteStore();
  const base = route("10.0.0.0/24", via("a"));
  const { attributes } = base;
  const messages = [
    base,
    route("10.0.0.0/25", via("a")),
    { ...base, tos: 4 },
    { ...base, attributes: { ...attributes, priority: 5 } },
    { ...base, attributes: { ...attributes, table: 1000 } },
    route("2001:db8::/24", via("a")),
  ];
  for (const message of messages) {
    store.apply({ deleted: false, flags: REPLACE, message });
  }
  assertEquals(store.size, messages.length);
  assertEquals(store.find(base), [base]);
});

Deno.test("RouteStore cannot find which IPv4 route of several was replaced before a dump", () => {
  const scene = ipv4();
  scene.happens(via("a"));
  scene.happens(via("b"), { flags: APPEND });
  const replay = (message: RouteMessage) =>
    scene.store.apply({
      deleted: false,
      flags: REPLACE,
      message,
      replayed: true,
    });
  assertEquals(replay(scene.route(via("b"))), []);
  assertEquals(replay(scene.route(via("c"))), undefined);
});

Deno.test("RouteStore joins IPv6 routes through gateways as next hops, in the order in which they came", () => {
  const scene = ipv6();
  assertEquals(scene.happens(via("a")), [" -> a"]);
  // The notification shows the new one first.
  const both = { multipath: [hop(1, "b"), hop(1, "a")] };
  assertEquals(scene.happens(both, { flags: APPEND }), ["a -> a+b"]);
  const all = { multipath: [hop(1, "c"), hop(1, "a"), hop(1, "b")] };
  assertEquals(scene.happens(all, { flags: APPEND }), ["a+b -> a+b+c"]);
  assertEquals(scene.happens(all, { flags: APPEND }), []);
  assertEquals(scene.store.size, 1);
});

Deno.test("RouteStore takes next hops from IPv6 routes one by one", () => {
  const scene = ipv6();
  scene.happens({ multipath: [hop(1, "a"), hop(2, "b"), hop(1, "c")] });
  assertEquals(scene.happens(via("a"), { deleted: true }), ["a+b+c -> b+c"]);
  assertEquals(scene.happens(via("c"), { deleted: true }), ["b+c -> b"]);
  const [last] = scene.store.values();
  // As a dump shows it: no list of one next hop.
  assertEquals(last, scene.route({ outputDevice: 2, gateway: "b" }));
  const { gateway } = { gateway: "b" };
  const gone = { outputDevice: 2, gateway };
  assertEquals(scene.happens(gone, { deleted: true }), ["b -> "]);
  assertEquals(scene.store.size, 0);
});

Deno.test("RouteStore deletes an IPv6 route with all its next hops, in whatever order", () => {
  const scene = ipv6();
  scene.happens({ multipath: [hop(1, "a"), hop(1, "b")] });
  const gone = { multipath: [hop(1, "b"), hop(1, "a")] };
  assertEquals(scene.happens(gone, { deleted: true }), ["a+b -> "]);
  assertEquals(scene.store.size, 0);
});

Deno.test("RouteStore contradicts the deletion of a next hop that is not there", () => {
  const scene = ipv6();
  scene.happens({ multipath: [hop(1, "a"), hop(1, "b")] });
  assertEquals(scene.happens(via("c"), { deleted: true }), undefined);
  assertEquals(scene.list, ["a+b"]);
});

Deno.test("RouteStore replaces an IPv6 route with all its next hops", () => {
  const scene = ipv6();
  scene.happens({ outputDevice: 7 });
  scene.happens({ multipath: [hop(1, "a"), hop(1, "b")] });
  assertEquals(scene.happens(via("c"), { flags: REPLACE }), ["a+b -> c"]);
  assertEquals(
    scene.happens({ outputDevice: 8 }, { flags: REPLACE }),
    ["dev 7 -> dev 8"],
  );
  assertEquals(scene.list, ["dev 8", "c"]);
});

Deno.test("RouteStore replaces the first IPv6 route where none is of the same sort", () => {
  const scene = ipv6();
  scene.happens({ outputDevice: 7 });
  assertEquals(scene.happens(via("a"), { flags: REPLACE }), ["dev 7 -> a"]);
});

Deno.test("RouteStore keeps IPv6 routes side by side that have no gateway, or come from a router", () => {
  const scene = ipv6();
  scene.happens({ outputDevice: 1 });
  scene.happens({ outputDevice: 2 });
  scene.happens(via("a"), { protocol: RA });
  scene.happens(via("b"), { protocol: RA });
  assertEquals(scene.list, ["dev 1", "dev 2", "a", "b"]);
  assertEquals(scene.happens({ outputDevice: 1 }, { deleted: true }), [
    "dev 1 -> ",
  ]);
  assertEquals(scene.list, ["dev 2", "a", "b"]);
});

Deno.test("RouteStore returns what is different in a newer one", () => {
  const older = new RouteStore();
  const newer = new RouteStore();
  const to = (i: number, gateway: string) =>
    route(`10.0.${i}.0/24`, via(gateway));
  for (const message of [to(1, "a"), to(2, "a"), to(3, "a"), to(3, "b")]) {
    older.fill(message);
  }
  for (
    const message of [
      to(1, "a"),
      to(2, "z"),
      to(3, "b"),
      to(3, "c"),
      to(3, "d"),
      { ...to(4, "a"), flags: 1 },
    ]
  ) newer.fill(message);
  const lines = [...older.differences(newer)].map(({ now, old }) =>
    `${old ? gateways(old) : ""} -> ${now ? gateways(now) : ""}`
  );
  assertEquals(lines, ["a -> z", "a -> c", " -> d", " -> a"]);
});
