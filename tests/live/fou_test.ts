import { assertEquals, assertRejects } from "@std/assert";
import {
  type FouSpec,
  GenericNetlink,
  NetlinkError,
  UnknownDeviceError,
} from "../../api/mod.ts";
import { liveTest, sh } from "../support/live.ts";

const needs = ["family fou"] as const;

const specs: FouSpec[] = [
  { port: 5555, protocol: "ipip" },
  { port: 5555, type: "gue" },
  { port: 5555, protocol: "gre", local: "127.0.0.1" },
  { port: 5555, protocol: "ipv6", family: "inet6" },
  { port: 5555, type: "gue", local: "::1", remoteChecksumAtOnce: true },
  {
    port: 5555,
    protocol: "gre",
    local: "127.0.0.1",
    peer: "127.0.0.2",
    peerPort: 6000,
    device: "lo",
  },
];

for (const spec of specs) {
  liveTest(`FouPorts lists what it adds: ${JSON.stringify(spec)}`, {
    needs,
  }, async () => {
    sh("ip", "link", "set", "lo", "up");
    using generic = GenericNetlink.open();
    await generic.fou.add(spec);
    const [port, ...others] = await generic.fou.list().toArray();
    assertEquals(others, []);
    for (const [name, value] of Object.entries(spec)) {
      if (name === "device") continue;
      assertEquals(port![name as keyof FouSpec], value, name);
    }
    await generic.fou.delete(port!);
    assertEquals(await generic.fou.list().toArray(), []);
    await generic.fou.add(port!);
    const [second] = await generic.fou.list().toArray();
    assertEquals(second, port);
  });
}

liveTest("FouPorts reports what is wrong", { needs }, async () => {
  using generic = GenericNetlink.open();
  const { fou } = generic;
  await assertRejects(
    () => fou.add({ port: 0, protocol: "ipip" }),
    RangeError,
    "Cannot use 0 as port",
  );
  await assertRejects(
    () => fou.add({ port: 1, type: "gue", local: "127.0.0.1", peer: "::1" }),
    TypeError,
    'Cannot use "::1" as peer: it is not of the family inet',
  );
  await assertRejects(
    () => fou.add({ port: 1, type: "gue", device: "nothing" }),
    UnknownDeviceError,
  );
  await assertRejects(() => fou.delete({ port: 7 }), NetlinkError);
});
