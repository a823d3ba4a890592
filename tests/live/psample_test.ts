import { assert, assertEquals } from "@std/assert";
import { GenericNetlink, type PacketSample } from "../../api/mod.ts";
import { liveTest, sh } from "../support/live.ts";

const needs = ["vm", "family psample", "kind veth", "command bash"] as const;

liveTest("PacketSamples reports groups and packets", { needs }, async () => {
  sh("ip", "link", "add", "v0", "type", "veth", "peer", "name", "v1");
  sh("ip", "link", "set", "v0", "up");
  sh("ip", "link", "set", "v1", "up");
  using generic = GenericNetlink.open();
  const { psample } = generic;
  using monitor = await psample.monitor();
  sh("tc", "qdisc", "add", "dev", "v0", "clsact");
  sh(
    ..."tc filter add dev v0 egress matchall action sample rate 1 group 5 trunc 20"
      .split(" ") as [string],
  );
  const [group, ...others] = await psample.listGroups().toArray();
  assertEquals([group!.group, group!.users, others.length], [5, 1, 0]);
  assertEquals(await psample.listGroups({ group: 6 }).toArray(), []);

  sh("ip", "address", "add", "192.0.2.1/24", "dev", "v0");
  sh("bash", "-c", "echo >/dev/udp/192.0.2.2/9");
  const kinds = new Set<string>();
  let sample: PacketSample | undefined;
  for await (const event of monitor) {
    kinds.add(event.kind);
    if (event.kind !== "sample") continue;
    sample = event.value;
    break;
  }
  assertEquals(kinds, new Set(["group-added", "sample"]));
  assertEquals([sample!.group, sample!.rate], [5, 1]);
  assertEquals(sample!.data!.length, 20);
  assert(sample!.length! > 20);
  assert(sample!.outputDevice! > 0);
});
