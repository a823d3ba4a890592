import { assert, assertEquals, assertRejects } from "@std/assert";
import { NetlinkError } from "../../api/connection/errors.ts";
import { GenericNetlink } from "../../api/generic_netlink.ts";
import { UnknownDeviceError } from "../../api/object/lookup.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { liveTest } from "../support/live.ts";

const device = "lo";
/** An index that no device has. */
const NOBODY = 0x7fffff00;

liveTest(
  "find() returns undefined, and delete() false, for what is not there",
  {
    needs: ["kind dummy"],
  },
  async () => {
    using net = Rtnetlink.open();
    await net.link.set(device, { up: true });
    await net.link.add({ name: "d0", kind: "dummy", up: true });
    const ifExists = true;
    const here = "d0";
    const address = { device: here, address: "192.0.2.1/24" };
    const route = { to: "10.0.0.0/8", device: here };
    const neighbor = { device: here, address: "192.0.2.7" };
    const entry = { device: here, linkAddress: "02:00:00:00:00:77" };
    const label = { prefix: "2001:db8::/32", label: 99 };
    await net.address.add({ device: here, address: "192.0.2.9/24" });
    for (
      const [objects, key, spec] of [
        [net.address, address, address],
        [net.route, route, route],
        [net.neighbor, neighbor, {
          ...neighbor,
          linkAddress: "02:00:00:00:00:01",
        }],
        [net.rule, { priority: 7 }, { priority: 7, table: 5 }],
        [net.nexthop, { id: 7 }, { id: 7, blackhole: true }],
        [net.addressLabel, { prefix: label.prefix }, label],
        [net.forwarding, entry, { ...entry, state: "permanent" }],
      ] as const
    ) {
      // Each has its own types; what is looked at here is what they share.
      const { find, get, add, delete: remove } = objects as unknown as Record<
        "find" | "get" | "add" | "delete",
        (...parameters: unknown[]) => Promise<unknown>
      >;
      const about = Deno.inspect(key);
      assertEquals(await find!.call(objects, key), undefined, about);
      await assertRejects(() => get!.call(objects, key), NetlinkError);
      await assertRejects(() => remove!.call(objects, key), NetlinkError);
      assertEquals(
        await remove!.call(objects, key, { ifExists }),
        false,
        about,
      );
      await add!.call(objects, spec);
      assert(await find!.call(objects, key), about);
      assertEquals(await remove!.call(objects, key, { ifExists }), true, about);
    }
    for (const gone of ["nothing", NOBODY]) {
      assertEquals(await net.link.find(gone), undefined);
      assertEquals(await net.link.delete(gone, { ifExists }), false);
      assertEquals(await net.netconf.find({ device: gone }), undefined);
      const key = { ...address, device: gone };
      assertEquals(await net.address.find(key), undefined);
      assertEquals(await net.address.delete(key, { ifExists }), false);
    }
    assertEquals((await net.link.find("d0"))?.name, "d0");
    assertEquals(await net.link.delete("d0", { ifExists }), true);
  },
);

liveTest("find() and delete() take what TCP does not remember", {
  needs: ["family tcp_metrics"],
}, async () => {
  using generic = GenericNetlink.open();
  const key = { address: "192.0.2.99" };
  const { tcpMetrics } = generic;
  assertEquals(await tcpMetrics.find(key), undefined);
  assertEquals(await tcpMetrics.delete(key, { ifExists: true }), false);
  await assertRejects(
    () => tcpMetrics.get(key),
    NetlinkError,
    "Cannot get TCP metrics of 192.0.2.99: ESRCH",
  );
});

liveTest(
  "Errors name which device is not there, by name and by index",
  {},
  async () => {
    using net = Rtnetlink.open();
    const to = "10.0.0.0/8";
    const address = "192.0.2.1/24";
    const missing = "ENODEV: No such device";
    for (
      const [call, at, path, text] of [
        [
          () => net.link.get("eth7"),
          "eth7",
          "",
          `Cannot get link eth7: ${missing}`,
        ],
        [
          () => net.link.get(NOBODY),
          NOBODY,
          "",
          `Cannot get link with index ${NOBODY}: ${missing}`,
        ],
        [
          () => net.link.delete("eth7"),
          "eth7",
          "",
          `Cannot delete link eth7: ${missing}`,
        ],
        [
          () => net.link.set("eth7", { up: true }),
          "eth7",
          "",
          `Cannot change link eth7: ${missing}`,
        ],
        [
          () => net.link.set(NOBODY, { up: true }),
          NOBODY,
          "",
          `Cannot change link with index ${NOBODY}: ${missing}`,
        ],
        [
          () => net.address.add({ device: NOBODY, address }),
          NOBODY,
          "device",
          `Cannot create address 192.0.2.1/24 dev ${NOBODY}: ${missing}`,
        ],
        [
          () => net.address.delete({ device: NOBODY, address }),
          NOBODY,
          "device",
          `Cannot delete address 192.0.2.1/24 dev ${NOBODY}`,
        ],
        [
          () => net.route.add({ to, device: NOBODY }),
          NOBODY,
          "device",
          `Cannot create route 10.0.0.0/8 dev ${NOBODY}: ${missing}`,
        ],
        [
          () => net.route.list({ device: "eth7" }).toArray(),
          "eth7",
          "device",
          `Cannot list routes: ${missing}: "eth7" for device`,
        ],
        [
          () => net.address.add({ device: "eth7", address }),
          "eth7",
          "device",
          `Cannot create address 192.0.2.1/24 dev eth7: ${missing}: "eth7" for device`,
        ],
        [
          () => net.link.set(device, { master: "eth7" }),
          "eth7",
          "master",
          `Cannot change link lo: ${missing}: "eth7" for master`,
        ],
        [
          () =>
            net.route.addAll([{ to: "10.1.0.0/16" }, { to, device: "eth7" }]),
          "eth7",
          "[1].device",
          `Cannot create route 10.0.0.0/8 dev eth7: ${missing}: "eth7" for [1].device`,
        ],
        [
          () => net.route.list({ device: NOBODY }).toArray(),
          NOBODY,
          "device",
          `Cannot list routes: ${missing}: ${NOBODY} for device`,
        ],
        [
          () => net.neighbor.delete({ device: NOBODY, address: "192.0.2.1" }),
          NOBODY,
          "device",
          `Cannot delete neighbor 192.0.2.1 dev ${NOBODY}: ${missing}`,
        ],
      ] as const
    ) {
      const error = await assertRejects(
        async () => await call(),
        UnknownDeviceError,
        text,
        String(call),
      );
      assertEquals([error.device, error.path], [at, path], String(call));
      assertEquals(error.code, "ENODEV");
    }
  },
);

liveTest("Errors name what was tried", { needs: ["kind dummy"] }, async () => {
  using net = Rtnetlink.open();
  await net.link.add({ name: "d0", kind: "dummy", up: true });
  await net.address.add({ device: "d0", address: "192.0.2.1/24" });
  const route = { to: "10.0.0.0/8", gateway: "192.0.2.2", table: 7 };
  await net.route.add(route);
  const linkAddress = "02:00:00:00:00:77";
  for (
    const [call, text] of [
      [
        () => net.route.add(route),
        "Cannot create route 10.0.0.0/8 via 192.0.2.2 table 7: EEXIST: File exists",
      ],
      [
        () => net.link.add({ name: "d0", kind: "dummy" }),
        "Cannot create link d0: EEXIST: File exists",
      ],
      [
        () => net.address.add({ device: "d0", address: "192.0.2.1/24" }),
        "Cannot create address 192.0.2.1/24 dev d0: EEXIST: ",
      ],
      [
        () => net.forwarding.delete({ device: "d0", linkAddress }),
        `Cannot delete forwarding entry ${linkAddress} dev d0: ENOENT: `,
      ],
      [
        () => net.neighbor.get({ device: "d0", address: "192.0.2.8" }),
        "Cannot get neighbor 192.0.2.8 dev d0: ENOENT: ",
      ],
      [
        () => net.nexthop.delete(77),
        "Cannot delete nexthop 77: ENOENT: ",
      ],
      [
        () => net.rule.delete({ from: "10.0.0.0/8", table: 7 }),
        "Cannot delete rule from 10.0.0.0/8 table 7: ENOENT: ",
      ],
    ] as const
  ) {
    await assertRejects(async () => await call(), NetlinkError, text);
  }
});

liveTest("flush() deletes nothing without a condition", {}, async () => {
  using net = Rtnetlink.open();
  await net.link.set(device, { up: true });
  await net.route.add({ to: "10.0.0.0/8", type: "blackhole", table: 7 });
  await net.rule.add({ priority: 7, table: 7 });
  async function count(): Promise<number[]> {
    return [
      (await net.route.list().toArray()).length,
      (await net.address.list().toArray()).length,
      (await net.rule.list().toArray()).length,
    ];
  }
  const before = await count();
  for (
    const call of [
      () => net.route.flush({ table: undefined } as never),
      () => net.route.flush({ tabel: 100 } as never),
      () => net.route.flush({}),
      () => net.route.delete({} as never),
      () => net.route.delete({ to: undefined } as never),
      () => net.address.flush({}),
      () => net.address.flush({ dev: "lo" } as never),
      () => net.address.flush({ flags: [] }),
      () => net.rule.flush({}),
      () => net.rule.delete({}),
      () => net.rule.delete({ family: "inet" }),
      () => net.rule.delete({ from: "all" }),
      () => net.neighbor.flush({}),
      () => net.neighbor.flush({ proxy: false }),
      () => net.forwarding.flush({}),
      () => net.nexthop.flush({}),
    ]
  ) {
    await assertRejects(async () => await call(), TypeError, "Cannot use ");
  }
  assertEquals(await count(), before);
  assertEquals(await net.rule.flush({ table: 7 }), 1);
  assertEquals(await net.route.flush({ table: 7 }), 1);
  await net.route.flush({ all: true });
  assertEquals(
    await net.route.list({ family: "inet" }).toArray(),
    [],
  );
});

liveTest("Routes.flush() deletes routes through next hop objects", {
  needs: ["kind dummy"],
}, async () => {
  using net = Rtnetlink.open();
  await net.link.add({ name: "d0", kind: "dummy", up: true });
  await net.address.add({ device: "d0", address: "192.0.2.1/24" });
  await net.address.add({
    device: "d0",
    address: "2001:db8::1/64",
    flags: ["nodad"],
  });
  await net.nexthop.add({ id: 1, device: "d0", gateway: "192.0.2.2" });
  await net.nexthop.add({ id: 2, device: "d0", gateway: "192.0.2.3" });
  await net.nexthop.add({ id: 3, group: [{ id: 1 }, { id: 2 }] });
  await net.nexthop.add({ id: 4, device: "d0", gateway: "2001:db8::2" });
  for (
    const [to, nexthopId] of [
      ["10.0.0.0/8", 1],
      ["10.1.0.0/16", 3],
      ["2001:db8:1::/48", 4],
    ] as const
  ) {
    await net.route.add({ to, nexthopId, table: 100 });
  }
  assertEquals(await net.route.flush({ table: 100 }), 3);
  assertEquals(await net.route.list({ table: 100 }).toArray(), []);
});
