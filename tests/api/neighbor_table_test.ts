import { assertEquals, assertRejects } from "@std/assert";
import { Connection } from "../../api/connection/connection.ts";
import { NetlinkError } from "../../api/connection/errors.ts";
import { UnknownDeviceError } from "../../api/object/lookup.ts";
import { NeighborTables } from "../../api/neighbor_table/neighbor_table.ts";
import {
  type NeighborTableAttributes,
  neighborTableMessage,
} from "../../messages/neighbor_table/mod.ts";
import {
  ack,
  done,
  FakeKernel,
  object,
  type Serve,
} from "../support/fake_kernel.ts";
import { runOn } from "../support/cli_kernel.ts";

const PARTS: NeighborTableAttributes[] = [
  { name: "arp_cache", threshold1: 128, parameters: {} },
  { name: "arp_cache", parameters: { index: 1 } },
  { name: "arp_cache", threshold1: 128, parameters: {} },
  { name: "arp_cache", parameters: { index: 2 } },
  { name: "arp_cache", threshold1: 128, parameters: {} },
  { name: "ndisc_cache", threshold1: 128, parameters: {} },
  { name: "ndisc_cache", parameters: { index: 1 } },
];

const serve: Serve = (request) =>
  request.type !== 66 ? [ack(request, 19)] : [
    ...PARTS.map((attributes) =>
      object(request, neighborTableMessage, { family: 2, attributes }, {
        type: 64,
      })
    ),
    done(request),
  ];

Deno.test("NeighborTables.list() drops tables that the kernel repeats", async () => {
  using connection = new Connection(new FakeKernel(serve));
  const tables = new NeighborTables(connection);
  for (let i = 0; i < 2; i++) {
    const listed = await Array.fromAsync(tables.list());
    assertEquals(listed.map(({ name, device }) => [name, device]), [
      ["arp_cache", undefined],
      ["arp_cache", 1],
      ["arp_cache", 2],
      ["ndisc_cache", undefined],
      ["ndisc_cache", 1],
    ]);
  }
});

Deno.test("NeighborTables.get() and find() take a name and a device", async () => {
  using connection = new Connection(new FakeKernel(serve));
  const tables = new NeighborTables(connection);
  const table = await tables.get({ name: "arp_cache" });
  assertEquals([table.device, table.threshold1], [undefined, 128]);
  assertEquals((await tables.get({ name: "arp_cache", device: 2 })).device, 2);
  assertEquals((await tables.get(table)).message, table.message);
  const found = await tables.find({ name: "ndisc_cache", family: "inet" });
  assertEquals(found?.name, "ndisc_cache");
  for (
    const [key, subject] of [
      [{ name: "nothing" }, "nothing"],
      [{ name: "arp_cache", family: "inet6" }, "arp_cache"],
      [{ name: "ndisc_cache", device: 2 }, "ndisc_cache dev 2"],
    ] as const
  ) {
    assertEquals(await tables.find(key), undefined);
    await assertRejects(
      () => tables.get(key),
      NetlinkError,
      `Cannot get neighbor table ${subject}: ENOENT: `,
    );
  }
  // The kernel lists all devices, and finds this one by no name.
  const key = { name: "arp_cache", device: "eth9" };
  assertEquals(await tables.find(key), undefined);
  await assertRejects(
    () => tables.get(key),
    UnknownDeviceError,
    'Cannot get neighbor table arp_cache dev eth9: ENODEV: No such device: "eth9" for device',
  );
});

Deno.test("ip ntable drops tables that the kernel repeats", async () => {
  const { out, code } = await runOn("ntable show", serve);
  assertEquals(code, 0);
  assertEquals(out.match(/thresh1/g)?.length, 2);
});
