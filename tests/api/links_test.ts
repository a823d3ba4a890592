import { assert, assertEquals, assertRejects } from "@std/assert";
import { NetlinkError } from "../../api/connection/errors.ts";
import type { Link } from "../../api/link/spec.ts";
import { PartialChangeError } from "../../api/link/partial_change_error.ts";
import type { LinkMessage } from "../../messages/link/link.ts";
import { UnknownDeviceError } from "../../api/object/lookup.ts";
import {
  NLM_F_APPEND,
  NLM_F_CREATE,
  NLM_F_DUMP,
  NLM_F_EXCL,
} from "../../messages/header.ts";
import {
  IFF_UP,
  RTEXT_FILTER_MRP,
  RTEXT_FILTER_SKIP_STATS,
  RTEXT_FILTER_VF,
  RTM_DELLINK,
  RTM_DELLINKPROP,
  RTM_GETLINK,
  RTM_NEWLINK,
  RTM_NEWLINKPROP,
} from "../../messages/link/constants.ts";
import { RTM_GETSTATS } from "../../messages/stats/constants.ts";
import { ack, type FakeRequest } from "../support/fake_kernel.ts";
import { bodyOf, link, open } from "../support/link_kernel.ts";

Deno.test("Links.get() asks by index, name and long name", async () => {
  const { kernel, links } = open();
  assertEquals((await links.get(2)).name, "eth0");
  assertEquals(kernel.last, [RTM_GETLINK, 0, link(2, {})]);
  assertEquals((await links.get("eth0")).index, 2);
  assertEquals(kernel.last, [RTM_GETLINK, 0, link(0, { name: "eth0" })]);
  await assertRejects(() => links.get("a-name-of-16-byt"), NetlinkError);
  assertEquals(kernel.last, [
    RTM_GETLINK,
    0,
    link(0, { alternativeName: "a-name-of-16-byt" }),
  ]);
  assertEquals((await links.get(await links.get("br0"))).index, 3);
});

Deno.test("Links.get() reports with which code there is no link", async () => {
  const { links } = open();
  const error = await assertRejects(() => links.get("eth9"), NetlinkError);
  assertEquals(error.code, "ENODEV");
});

Deno.test("Links.get() asks for details only if they are wanted", async () => {
  const { kernel, links } = open();
  await links.get(2, { virtualFunctions: true, statistics: false });
  const extMask = RTEXT_FILTER_VF | RTEXT_FILTER_SKIP_STATS;
  assertEquals(kernel.last[2], link(2, { extMask }));
  await links.get(2, { statistics: true, netnsId: 4 });
  assertEquals(kernel.last[2], link(2, { targetNetnsId: 4 }));
});

async function names(links: AsyncIterable<Link>): Promise<string[]> {
  return (await Array.fromAsync(links)).map(({ name }) => name);
}

Deno.test("Links.list() filters also what the kernel does not", async () => {
  const { kernel, links } = open();
  // Any mask has the kernel make room for the largest link.
  const extMask = RTEXT_FILTER_MRP;
  assertEquals(await names(links.list()), ["lo", "eth0", "br0", "gre1"]);
  assertEquals(kernel.last, [RTM_GETLINK, NLM_F_DUMP, link(0, { extMask })]);
  assertEquals(await names(links.list({ kind: "bridge" })), ["br0"]);
  assertEquals(kernel.last[2], link(0, { extMask, info: { kind: "bridge" } }));
  assertEquals(await names(links.list({ master: "br0" })), ["eth0"]);
  assertEquals(kernel.last[2], link(0, { extMask, master: 3 }));
  assertEquals(await names(links.list({ master: null })), [
    "lo",
    "br0",
    "gre1",
  ]);
  assertEquals(kernel.last[2], link(0, { extMask }));
  assertEquals(await names(links.list({ up: true })), ["eth0", "br0"]);
  assertEquals(await names(links.list({ up: false })), ["lo", "gre1"]);
  assertEquals(await names(links.list({ group: 5 })), ["br0"]);
  assertEquals(await names(links.list({ group: "default", up: true })), [
    "eth0",
  ]);
  assertEquals(await names(links.list({ type: "ether" })), []);
  assertEquals(await names(links.list({ portKind: "bond" })), []);
});

Deno.test("Links.list() refuses a master that is not there", async () => {
  const { kernel, links } = open();
  const error = await assertRejects(
    () => names(links.list({ master: "br9" })),
    UnknownDeviceError,
    'Cannot list links: ENODEV: No such device: "br9" for master',
  );
  assertEquals(error.code, "ENODEV");
  assertEquals(kernel.requests.length, 1);
});

Deno.test("Links.add() looks names up, and sends what was given", async () => {
  const { kernel, links } = open();
  await links.add({ name: "v", link: "eth0", master: "br0", vlan: { id: 5 } });
  assertEquals(kernel.lastChange, [
    RTM_NEWLINK,
    NLM_F_CREATE | NLM_F_EXCL,
    link(0, {
      name: "v",
      link: 2,
      master: 3,
      info: { kind: "vlan", vlan: { id: 5 } },
    }),
  ]);
  await links.replace({ name: "w", kind: "dummy" });
  assertEquals(kernel.last, [
    RTM_NEWLINK,
    NLM_F_CREATE | NLM_F_EXCL,
    link(0, { name: "w", info: { kind: "dummy" } }),
  ]);
});

Deno.test("Links.add() asks for each name once", async () => {
  const { kernel, links } = open();
  await links.add({ name: "h", hsr: { port1: "eth0", port2: "eth0" } });
  const named = kernel.requests.filter((request) => {
    const { attributes } = bodyOf(request) as LinkMessage;
    return attributes.name === "eth0";
  });
  assertEquals(named.length, 1);
});

Deno.test("Links.add() sends nothing if a value is bad", async () => {
  const { kernel, links } = open();
  await assertRejects(
    () => links.add({ name: "v", link: "eth0", vlan: { id: 5000 } }),
    RangeError,
    "Cannot use 5000 as vlan.id",
  );
  await assertRejects(
    () => links.add({ name: "v", link: "eth9", kind: "dummy" }),
    UnknownDeviceError,
    'Cannot create link v: ENODEV: No such device: "eth9" for link',
  );
  assertEquals(kernel.requests.map(({ type }) => type), [RTM_GETLINK]);
});

Deno.test("Links.add() gives names and settings of a port in a second step", async () => {
  const { kernel, links } = open();
  kernel.links.push(link(9, { name: "v" }));
  await links.add({
    name: "v",
    kind: "dummy",
    master: 3,
    bridgePort: { cost: 7 },
    alternativeNames: ["another name".replace(" ", "-")],
  });
  assertEquals(
    kernel.requests.map((request) => [request.type, bodyOf(request)]),
    [
      [RTM_NEWLINK, link(0, { name: "v", master: 3, info: { kind: "dummy" } })],
      [
        RTM_GETLINK,
        link(0, { name: "v", extMask: RTEXT_FILTER_SKIP_STATS }),
      ],
      [
        RTM_NEWLINK,
        link(9, { info: { slaveKind: "bridge", bridgePort: { cost: 7 } } }),
      ],
      [RTM_GETLINK, link(9, { extMask: RTEXT_FILTER_SKIP_STATS })],
      [
        RTM_GETLINK,
        link(0, { name: "v", extMask: RTEXT_FILTER_SKIP_STATS }),
      ],
      [RTM_NEWLINKPROP, link(9, { alternativeNames: ["another-name"] })],
    ],
  );
  await assertRejects(
    () => links.add({ kind: "dummy", alternativeNames: ["x"] }),
    TypeError,
    "alternativeNames can be set only if it has a name",
  );
});

Deno.test("Links.set() changes a link, or all links of a group", async () => {
  const { kernel, links } = open();
  await links.set("eth0", { up: true, mtu: 9000, master: null });
  assertEquals(kernel.last, [
    RTM_NEWLINK,
    0,
    link(2, { mtu: 9000, master: 0 }, IFF_UP, IFF_UP),
  ]);
  await links.set({ group: 5 }, { up: false });
  assertEquals(kernel.last[2], link(0, { group: 5 }, 0, IFF_UP));
  await links.set(4, { group: 6 });
  assertEquals(kernel.last[2], link(4, { group: 6 }));
});

Deno.test("Links.set() does not rename a link to the name it has", async () => {
  const { kernel, links } = open();
  await links.set("eth0", { name: "eth0", mtu: 1 });
  assertEquals(kernel.last[2], link(2, { mtu: 1 }));
  await links.set("eth0", { name: "eth1" });
  assertEquals(kernel.last[2], link(2, { name: "eth1" }));
  const { message: _message, ...eth0 } = await links.get("eth0");
  await links.set(eth0, { name: "eth0" });
  assertEquals(kernel.last[2], link(2, {}));
});

Deno.test("Links.set() keeps the settings of a tunnel that are not given", async () => {
  const { kernel, links } = open();
  await links.set("gre1", { gre: { ttl: "inherit", inputKey: 5 } });
  assertEquals(
    kernel.lastChange[2],
    link(4, {
      info: {
        kind: "gre",
        gre: {
          local: "192.0.2.1",
          remote: "192.0.2.2",
          ttl: 0,
          tos: 0,
          ikey: 5,
          iflags: 0x2000,
        },
      },
    }),
  );
});

Deno.test("Links.change() takes a whole link", async () => {
  const { kernel, links } = open();
  await links.change({ name: "eth0", mtu: 1280 });
  assertEquals(kernel.last[2], link(2, { mtu: 1280 }));
  await links.change({ index: 4, name: "gre2" });
  assertEquals(kernel.last[2], link(4, { name: "gre2" }));
  await assertRejects(() => links.change({ mtu: 5 }), TypeError, "no name");
});

Deno.test("Links.delete() deletes by name, index and group", async () => {
  const { kernel, links } = open();
  await links.delete("eth0");
  assertEquals(kernel.last, [RTM_DELLINK, 0, link(0, { name: "eth0" })]);
  await links.delete(2);
  assertEquals(kernel.last, [RTM_DELLINK, 0, link(2, {})]);
  await links.delete({ group: 5 });
  assertEquals(kernel.last, [RTM_DELLINK, 0, link(0, { group: 5 })]);
  await links.delete({ index: 3 });
  assertEquals(kernel.last, [RTM_DELLINK, 0, link(3, {})]);
});

Deno.test("Links.addNames() and deleteNames() send link properties", async () => {
  const { kernel, links } = open();
  await links.addNames(2, ["uplink", "wan"]);
  assertEquals(kernel.last, [
    RTM_NEWLINKPROP,
    NLM_F_CREATE | NLM_F_EXCL | NLM_F_APPEND,
    link(2, { alternativeNames: ["uplink", "wan"] }),
  ]);
  await links.deleteNames("eth0", ["wan"]);
  assertEquals(kernel.last, [
    RTM_DELLINKPROP,
    0,
    link(2, { alternativeNames: ["wan"] }),
  ]);
  await assertRejects(() => links.addNames(2, [""]), RangeError, "[0]");
});

Deno.test("Links.stats asks for groups of statistics", async () => {
  const { kernel, links } = open();
  assertEquals((await links.stats.get("br0", ["link", "afstats"])).index, 3);
  assertEquals(kernel.last, [
    RTM_GETSTATS,
    0,
    { family: 0, index: 3, filterMask: 0b10001, attributes: {} },
  ]);
  await assertRejects(
    () => links.stats.get(3, ["cpu"] as never),
    TypeError,
    'Cannot use "cpu" as groups[0]: ',
  );
  await assertRejects(
    () => links.stats.list(["link", "lnik"] as never).toArray(),
    TypeError,
    'Cannot use "lnik" as groups[1]: ',
  );
  await assertRejects(
    () => links.stats.find(3, { link: true } as never),
    TypeError,
    "Cannot use { link: true } as groups: an array is expected",
  );
  await assertRejects(
    () => links.stats.setHardware(3, "off" as never),
    TypeError,
    'Cannot use "off" as on: ',
  );
});

Deno.test("Links.stats returns undefined, or names which link is missing", async () => {
  const { links } = open();
  assertEquals((await links.stats.find("br0"))?.index, 3);
  assertEquals(await links.stats.find("eth9"), undefined);
  const error = await assertRejects(
    () => links.stats.get("eth9"),
    UnknownDeviceError,
    "Cannot get statistics record of eth9: ENODEV: No such device",
  );
  assertEquals(error.device, "eth9");
  assertEquals(error.request?.name, "RTM_GETSTATS");
});

Deno.test("Links.set() counts what the kernel ignores as not done", async () => {
  const { kernel, links } = open();
  const { serve } = kernel;
  kernel.serve = (request) =>
    request.type === RTM_NEWLINK && asksForState(request)
      ? [ack(request)]
      : serve(request);
  kernel.links[1]!.attributes.alias = "x";
  const error = await assertRejects(
    () => links.set("eth0", { alias: "x", operationalState: "dormant" }),
    PartialChangeError,
    "Cannot set operationalState of link eth0: EOPNOTSUPP: the kernel ignores it: done before: set alias of link eth0",
  );
  assertEquals(error.failed, ["operationalState"]);
  assertEquals(error.done, ["set alias of link eth0"]);
  const nothing = await assertRejects(
    () => links.set("eth0", { operationalState: "dormant" }),
    PartialChangeError,
  );
  assertEquals(nothing.done, []);
  assert(nothing.message.endsWith("the kernel ignores it"), nothing.message);
});

function asksForState(request: FakeRequest): boolean {
  return (bodyOf(request) as LinkMessage).attributes.operState !== undefined;
}

Deno.test("Links.set() names which link is to be changed, if another one is missing", async () => {
  const { links } = open();
  const error = await assertRejects(
    () => links.set("eth0", { master: "br9" }),
    UnknownDeviceError,
    'Cannot change link eth0: ENODEV: No such device: "br9" for master',
  );
  assertEquals([error.device, error.path], ["br9", "master"]);
  await assertRejects(
    () => links.addNames("eth9", ["wan"]),
    UnknownDeviceError,
    "Cannot append link property dev eth9: ENODEV: No such device",
  );
});
