import { assertEquals, assertRejects } from "@std/assert";
import {
  GenericNetlink,
  NetlinkError,
  type TcpMetricsFilter,
} from "../../api/mod.ts";
import { liveTest, sh } from "../support/live.ts";

/** Talks over the loopback device, so that there is something to remember. */
async function talk(hostname: string): Promise<void> {
  const listener = Deno.listen({ hostname, port: 0 });
  const accepting = listener.accept();
  const { port } = listener.addr as Deno.NetAddr;
  using client = await Deno.connect({ hostname, port });
  using server = await accepting;
  for (let i = 0; i < 20; i++) {
    await client.write(new Uint8Array(20_000));
    await server.read(new Uint8Array(20_000));
    await server.write(new Uint8Array(1000));
    await client.read(new Uint8Array(1000));
  }
  listener.close();
}

liveTest("TcpMetrics lists and forgets peers", {}, async () => {
  sh("ip", "link", "set", "lo", "up");
  for (const address of ["127.0.0.2", "127.0.0.3", "::1"]) await talk(address);
  using generic = GenericNetlink.open();
  const { tcpMetrics } = generic;
  const list = async (filter: TcpMetricsFilter = {}) =>
    (await tcpMetrics.list(filter).toArray())
      .map(({ address }) => address)
      .filter((address) => address !== "127.0.0.1").toSorted();
  assertEquals(await list(), ["127.0.0.2", "127.0.0.3", "::1"]);
  assertEquals(await list({ family: "inet6" }), ["::1"]);
  assertEquals(await list({ within: "127.0.0.3/32" }), ["127.0.0.3"]);
  const found = await tcpMetrics.get({ address: "127.0.0.2" });
  assertEquals(found.family, "inet");
  await tcpMetrics.delete(found);
  assertEquals(await list(), ["127.0.0.3", "::1"]);
  assertEquals(await tcpMetrics.flush({ family: "inet6" }), 1);
  assertEquals(await list(), ["127.0.0.3"]);
  const all = (await tcpMetrics.list().toArray()).length;
  assertEquals(await tcpMetrics.flush({ all: true }), all);
  assertEquals(await tcpMetrics.flush({ all: true }), 0);
  assertEquals(await list(), []);
  await assertRejects(
    () => tcpMetrics.get({ address: "127.0.0.2" }),
    NetlinkError,
    "ESRCH",
  );
});
