import { assertEquals, assertThrows } from "@std/assert";
import { FieldPath } from "../../api/mapping/field_path.ts";
import { type RouteFilter, routeFilter } from "../../api/route/filter.ts";
import { fromRoute, type RouteSpec } from "../../api/route/spec.ts";
import type { RouteMessage } from "../../messages/route/route.ts";

const accepts = (filter: RouteFilter, message: RouteMessage) =>
  routeFilter.select(filter, FieldPath.root).test?.(message) ?? true;

const route: RouteMessage = {
  ...fromRoute({
    to: "10.1.0.0/16",
    from: "192.0.2.0/24",
    gateway: "192.0.2.1",
    source: "192.0.2.7",
    metric: 5,
    table: 1000,
    protocol: "static",
    scope: "global",
    type: "unicast",
    tos: 16,
  }),
};
route.attributes.outputDevice = 7;

const label = fromRoute({ family: "mpls", to: "100", device: 7 });

const filters: readonly (readonly [
  wanted: RouteFilter,
  unwanted: RouteFilter,
])[] = [
  [{ family: "inet" }, { family: "inet6" }],
  [{ table: 1000 }, { table: "main" }],
  [{ protocol: "static" }, { protocol: "kernel" }],
  [{ type: "unicast" }, { type: "blackhole" }],
  [{ scope: "global" }, { scope: "link" }],
  [{ tos: 16 }, { tos: 0 }],
  [{ device: 7 }, { device: 8 }],
  [{ gateway: "192.0.2.1" }, { gateway: "192.0.2.2" }],
  [{ source: "192.0.2.7" }, { source: "192.0.2.8" }],
  [{ metric: 5 }, { metric: 0 }],
  [{ to: "10.1.0.0/16" }, { to: "10.1.0.0/17" }],
  [{ to: "10.1.0.0/16" }, { to: "default" }],
  [{ to: "10.1.0.0/16" }, { to: "10.2.0.0/16" }],
  [{ from: "192.0.2.0/24" }, { from: "192.0.3.0/24" }],
  [{ root: "10.0.0.0/8" }, { root: "10.1.0.0/17" }],
  [{ root: "0.0.0.0/0" }, { root: "::/0" }],
  [{ match: "10.1.2.3" }, { match: "10.2.0.1" }],
  [{ match: "10.1.0.0/24" }, { match: "10.0.0.0/8" }],
  [{ cached: false }, { cached: true }],
  [{ to: "10.1.0.0/16", metric: 5 }, { to: "10.1.0.0/16", metric: 6 }],
];

for (const [wanted, unwanted] of filters) {
  const names = [wanted, unwanted].map((each) => JSON.stringify(each));
  Deno.test(`routeFilter accepts ${names[0]} and refuses ${names[1]}`, () => {
    assertEquals(accepts(wanted, route), true);
    assertEquals(accepts(unwanted, route), false);
  });
}

Deno.test("routeFilter finds MPLS routes by their label", () => {
  assertEquals(accepts({ to: "100" }, label), true);
  assertEquals(accepts({ to: "101" }, label), false);
  assertEquals(accepts({ to: "default" }, label), false);
  assertEquals(accepts({ to: "100" }, route), false);
});

Deno.test("routeFilter finds routes by gateways of another family", () => {
  const message = fromRoute({ to: "10.0.0.0/8", gateway: "2001:db8::1" });
  assertEquals(message.attributes.gateway, undefined);
  assertEquals(accepts({ gateway: "2001:db8::1" }, message), true);
  assertEquals(accepts({ gateway: "2001:db8::2" }, message), false);
  assertEquals(accepts({ gateway: "10.0.0.1" }, message), false);
});

Deno.test("routeFilter has the kernel list no more than it needs to", () => {
  const request = (filter: RouteFilter) =>
    routeFilter.select(filter, FieldPath.root).message;
  assertEquals(request({ to: "10.0.0.0/8" }).family, 2);
  assertEquals(request({ root: "2001:db8::/32" }).family, 10);
  assertEquals(request({ to: "default" }).family, 0);
  assertEquals(request({ table: 1000 }).attributes.table, 1000);
  assertEquals(request({ protocol: "static" }).protocol, 4);
  assertEquals(request({ cached: true }).flags, 0x200);
});

Deno.test("routeFilter names what is wrong", () => {
  const bad: [object, string][] = [
    [{ to: "10.0.0.0/33" }, "as to"],
    [{ to: "1048576" }, "1048576 as to"],
    [{ gateway: "10.0.0" }, '"10.0.0" as gateway'],
    [{ metric: -1 }, "-1 as metric"],
    [{ scope: "far" }, '"far" as scope'],
  ];
  for (const [filter, text] of bad) {
    assertThrows(() => routeFilter.select(filter, FieldPath.root), Error, text);
  }
  const spec = { to: "10.0.0.0/8", nextHops: 5 } as unknown as RouteSpec;
  assertThrows(() => fromRoute(spec), Error, "5 as nextHops");
});
