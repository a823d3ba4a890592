import { assertEquals } from "@std/assert";
import { Connection } from "../../api/connection/connection.ts";
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

Deno.test("ip ntable drops tables that the kernel repeats", async () => {
  const { out, code } = await runOn("ntable show", serve);
  assertEquals(code, 0);
  assertEquals(out.match(/thresh1/g)?.length, 2);
});
