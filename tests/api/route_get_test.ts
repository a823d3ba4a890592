import { assertEquals, assertRejects } from "@std/assert";
import { NetlinkError } from "../../api/connection/errors.ts";
import { Connection } from "../../api/connection/connection.ts";
import { Routes } from "../../api/route/route.ts";
import { type RouteMessage, routeMessage } from "../../messages/route/mod.ts";
import { ack, done, FakeKernel, object } from "../support/fake_kernel.ts";
import { route } from "../support/simulated_kernel.ts";

const NLM_F_DUMP = 0x300;
const CLONED = 0x200;

/** A kernel that answers a question with one route, and dumps with others. */
function open(answer: RouteMessage | number, listed: RouteMessage[]) {
  const asked: string[] = [];
  const kernel = new FakeKernel((request) => {
    const view = new DataView(request.bytes.buffer);
    const { attributes, flags } = routeMessage.decode(
      view,
      16,
      view.byteLength,
    );
    if ((request.flags & NLM_F_DUMP) === NLM_F_DUMP) {
      asked.push(`dump of ${attributes.table}`);
      const of = listed.filter((one) =>
        attributes.table === undefined ||
        one.attributes.table === attributes.table
      );
      const found = of.map((one) =>
        object(request, routeMessage, one, { type: 24 })
      );
      return [...found, done(request)];
    }
    asked.push(`${attributes.destination} ${flags.toString(16)}`);
    return typeof answer === "number"
      ? [ack(request, answer)]
      : [object(request, routeMessage, answer, { type: 24, flags: 0 })];
  });
  const routes = new Routes(new Connection(kernel));
  return { routes, asked };
}

const wanted = route("10.0.0.0/8", { gateway: "192.0.2.1", priority: 7 });
const QUESTION = "10.170.170.170 3000";
const LOCAL = "dump of 255";
const LIST = "dump of 254";

Deno.test("Routes.get() asks for one route, and whether it is a local one", async () => {
  const { routes, asked } = open(wanted, []);
  const { gateway } = await routes.get({ to: "10.0.0.0/8" });
  assertEquals(gateway, "192.0.2.1");
  assertEquals(asked, [QUESTION, LOCAL]);
});

Deno.test("Routes.get() lists the table if the answer may be another route", async () => {
  const other: [string, RouteMessage | number][] = [
    ["a longer prefix", route("10.170.0.0/16", { gateway: "192.0.2.9" })],
    ["a shorter prefix", route("8.0.0.0/5", { gateway: "192.0.2.9" })],
    ["another table", {
      ...wanted,
      attributes: { ...wanted.attributes, table: 9 },
    }],
    ["another metric", {
      ...wanted,
      attributes: { ...wanted.attributes, priority: 1 },
    }],
    ["what a packet is told", { ...wanted, flags: CLONED }],
    ["another type of service", { ...wanted, tos: 4 }],
    ["no route (ENETUNREACH)", 101],
    ["a refusal (EINVAL)", 22],
    ["a refusal (EOPNOTSUPP)", 95],
  ];
  for (const [name, answer] of other) {
    const { routes, asked } = open(answer, [wanted]);
    const found = await routes.get({ to: "10.0.0.0/8", metric: 7, tos: 0 });
    assertEquals(found.gateway, "192.0.2.1", name);
    assertEquals(asked, [QUESTION, LIST], name);
  }
});

Deno.test("Routes.get() does not take a route of the table local for one of main", async () => {
  const local = { ...wanted, attributes: { ...wanted.attributes, table: 255 } };
  const { routes, asked } = open(wanted, [local]);
  await assertRejects(
    () => routes.get({ to: "10.0.0.0/8" }),
    NetlinkError,
    "ESRCH",
  );
  assertEquals(asked, [QUESTION, LOCAL, LIST]);
});

Deno.test("Routes.get() asks IPv6 in its own way, and lists what has several next hops", async () => {
  const ipv6 = route("2001:db8::/32", { gateway: "fe80::1" });
  const question = "2001:db8:aaaa:aaaa:aaaa:aaaa:aaaa:aaaa 2000";
  const { routes, asked } = open(ipv6, []);
  await routes.get({ to: "2001:db8::/32" });
  assertEquals(asked, [question]);
  const hop = { flags: 0, hops: 0, outputDevice: 1, attributes: {} };
  const several = route("2001:db8::/32", { multipath: [hop, hop] });
  const second = open(several, [several]);
  await second.routes.get({ to: "2001:db8::/32" });
  assertEquals(second.asked, [question, LIST]);
});

Deno.test("Routes.get() lists at once where the kernel cannot be asked", async () => {
  const from = {
    ...route("2001:db8::/32", { source: "2001:db8:9::" }),
    sourceLength: 48,
  };
  const { routes, asked } = open(22, [from]);
  await routes.get({ to: "2001:db8::/32", from: "2001:db8:9::/48" });
  assertEquals(asked, [LIST]);
});
