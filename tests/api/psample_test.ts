import { assertEquals, assertRejects } from "@std/assert";
import {
  PSAMPLE_CMD_DEL_GROUP,
  PSAMPLE_CMD_GET_GROUP,
  PSAMPLE_CMD_NEW_GROUP,
  PSAMPLE_CMD_SAMPLE,
} from "../../messages/generic/psample.ts";
import {
  FamilyKernel,
  plain,
  RecordedKernel,
} from "../support/generic_kernel.ts";

Deno.test("PacketSamples.listGroups() lists groups", async () => {
  const kernel = new FamilyKernel("psample", () => [
    { attributes: { sampleGroup: 5, groupSeq: 77, groupRefcount: 2 } },
    { attributes: { sampleGroup: 6 } },
  ]);
  const { psample } = kernel.generic;
  const groups = await psample.listGroups().toArray();
  assertEquals(groups.map(plain), [
    { group: 5, sequence: 77, users: 2 },
    { group: 6 },
  ]);
  assertEquals(kernel.last, {
    cmd: PSAMPLE_CMD_GET_GROUP,
    dump: true,
    attributes: {},
  });
  const one = await psample.listGroups({ group: 6 }).toArray();
  assertEquals(one.map(({ group }) => group), [6]);
  await assertRejects(
    () => psample.listGroups({ group: -1 }).toArray(),
    RangeError,
    "group",
  );
  kernel.answer = () => 1;
  await assertRejects(
    () => psample.listGroups().toArray(),
    Error,
    "EPERM",
  );
});

Deno.test("PacketSamples.monitor() reports samples and groups", async () => {
  const kernel = new FamilyKernel("psample", () => [], ["config", "packets"]);
  const monitor = await kernel.generic.psample.monitor();
  assertEquals([...kernel.sockets[0]!.groups].toSorted(), [10, 9]);
  const tunnel = { id: 7n, ipv4Src: "192.0.2.1", ttl: 64 };
  kernel.report(PSAMPLE_CMD_NEW_GROUP, { sampleGroup: 5, groupRefcount: 1 });
  kernel.report(PSAMPLE_CMD_SAMPLE, {
    iifindex: 0,
    oifindex: 3,
    origsize: 98,
    sampleGroup: 5,
    groupSeq: 1,
    sampleRate: 100,
    data: Uint8Array.of(1, 2),
    outTc: 1,
    outTcOcc: 2n ** 40n,
    latency: 1_500_000n,
    timestamp: 2n ** 60n,
    proto: 0x800,
    userCookie: Uint8Array.of(3),
    tunnel,
  });
  kernel.report(PSAMPLE_CMD_SAMPLE, {
    iifindex: 2,
    sampleGroup: 5,
    sampleRate: 0xffffffff,
    sampleProbability: true,
  });
  kernel.report(PSAMPLE_CMD_DEL_GROUP, { sampleGroup: 5 });
  const seen: unknown[][] = [];
  for await (const event of monitor) {
    if (!("value" in event)) throw new Error(`There is ${event.kind}`);
    seen.push([event.kind, plain(event.value)]);
    if (event.kind === "group-deleted") break;
  }
  assertEquals(seen, [
    ["group-added", { group: 5, users: 1 }],
    ["sample", {
      group: 5,
      sequence: 1,
      rate: 100,
      outputDevice: 3,
      length: 98,
      data: Uint8Array.of(1, 2),
      protocol: 0x800,
      trafficClass: 1,
      queuedBytes: 2 ** 40,
      latency: 0.0015,
      timestamp: 2n ** 60n,
      cookie: Uint8Array.of(3),
      tunnel,
    }],
    ["sample", { group: 5, probability: 1, inputDevice: 2 }],
    ["group-deleted", { group: 5 }],
  ]);
});

Deno.test("PacketSamples reads what a kernel has answered", async () => {
  const { psample } = new RecordedKernel("psample").generic;
  const groups = await psample.listGroups({ group: 5 }).toArray();
  assertEquals(groups.map(plain), [{ group: 5, sequence: 1, users: 1 }]);
});
