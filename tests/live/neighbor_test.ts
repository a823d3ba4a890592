import { assertEquals, assertRejects } from "@std/assert";
import {
  type Neighbor,
  type NeighborFilter,
  type NeighborSpec,
  NetlinkError,
  Rtnetlink,
} from "../../api/mod.ts";
import { liveTest, sh } from "../support/live.ts";

const needs = ["kind veth"] as const;

/** A namespace with a pair of links, `v0` and `v1`, both up. */
function open(): Rtnetlink {
  sh("ip", "link", "add", "v0", "type", "veth", "peer", "name", "v1");
  sh("ip", "link", "set", "v0", "up");
  sh("ip", "link", "set", "v1", "up");
  return Rtnetlink.open();
}

async function find(
  net: Rtnetlink,
  { address, proxy = false }: NeighborSpec,
): Promise<Neighbor[]> {
  const within = `${address}/${address.includes(":") ? 128 : 32}`;
  return await net.neighbor.list({ within, proxy }).toArray();
}

/** What stays the same when a neighbor is made anew. */
function lasting(neighbor: Neighbor) {
  const { message: _, confirmed: _c, used: _s, updated: _u, ...rest } =
    neighbor;
  return rest;
}

const linkAddress = "02:00:00:00:00:07";
const specs: NeighborSpec[] = [
  { device: "v0", address: "192.0.2.7", linkAddress },
  { device: "v0", address: "192.0.2.7", linkAddress, state: "noarp" },
  { device: "v0", address: "2001:db8::7", linkAddress, flags: ["router"] },
  {
    device: "v0",
    address: "192.0.2.7",
    linkAddress,
    flags: ["extern_learn"],
    state: "reachable",
    protocol: "bgp",
  },
  { device: "v0", address: "192.0.2.7", proxy: true },
  { device: "v0", address: "2001:db8::7", proxy: true, protocol: "static" },
];

for (const spec of specs) {
  liveTest(
    `Neighbors lists what it adds: ${JSON.stringify(spec)}`,
    { needs },
    async () => {
      using net = open();
      await net.neighbor.add(spec);
      const [neighbor, ...others] = await find(net, spec);
      assertEquals(others, []);
      assertEquals(neighbor!.linkAddress, spec.linkAddress);
      await net.neighbor.delete(neighbor!);
      // The kernel keeps entries without address for a while.
      const left = await find(net, spec);
      assertEquals(left.filter(({ state }) => state !== "failed"), []);
      await net.neighbor.replace(neighbor!);
      const [second] = await find(net, spec);
      assertEquals(lasting(second!), lasting(neighbor!));
    },
  );
}

liveTest("Neighbors.get() asks for one", { needs }, async () => {
  using net = open();
  sh("ip", "neigh", "add", "192.0.2.7", "lladdr", linkAddress, "dev", "v0");
  const found = await net.neighbor.get({ device: "v0", address: "192.0.2.7" });
  assertEquals(found.linkAddress, linkAddress);
  assertEquals(found.state, "permanent");
  await assertRejects(
    () => net.neighbor.get({ device: "v0", address: "192.0.2.8" }),
    NetlinkError,
    "ENOENT",
  );
});

liveTest(
  "Neighbors.add() refuses one that is there, change() one that is not",
  {
    needs,
  },
  async () => {
    using net = open();
    const spec = { device: "v0", address: "192.0.2.7", linkAddress };
    await assertRejects(
      () => net.neighbor.change(spec),
      NetlinkError,
      "ENOENT",
    );
    await net.neighbor.add(spec);
    await assertRejects(() => net.neighbor.add(spec), NetlinkError, "EEXIST");
    await net.neighbor.change({ ...spec, linkAddress: "02:00:00:00:00:08" });
    const [found] = await find(net, spec);
    assertEquals(found!.linkAddress, "02:00:00:00:00:08");
  },
);

liveTest("Neighbors filters, and flushes what is not permanent", {
  needs,
}, async () => {
  using net = open();
  const add = (address: string, device: string, state: string) =>
    sh(
      ...["ip", "neigh", "add", address, "lladdr", linkAddress] as const,
      ...["dev", device, "nud", state],
    );
  add("192.0.2.1", "v0", "permanent");
  add("192.0.2.2", "v0", "reachable");
  add("192.0.2.3", "v1", "stale");
  const list = async (filter: NeighborFilter) =>
    (await net.neighbor.list({ family: "inet", ...filter }).toArray())
      .map(({ address }) => address).toSorted();
  assertEquals(await list({ device: "v0" }), ["192.0.2.1", "192.0.2.2"]);
  assertEquals(await list({ states: ["stale", "permanent"] }), [
    "192.0.2.1",
    "192.0.2.3",
  ]);
  assertEquals(await list({ within: "192.0.2.2/31" }), [
    "192.0.2.2",
    "192.0.2.3",
  ]);
  assertEquals(await net.neighbor.flush({ family: "inet" }), 2);
  assertEquals(await list({ states: ["permanent", "reachable", "stale"] }), [
    "192.0.2.1",
  ]);
});
