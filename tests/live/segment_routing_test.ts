import { assertEquals, assertRejects } from "@std/assert";
import { GenericNetlink } from "../../api/mod.ts";
import { liveTest } from "../support/live.ts";

const needs = ["family SEG6"] as const;

liveTest("SegmentRouting sets the source of tunnels", { needs }, async () => {
  using generic = GenericNetlink.open();
  const { segmentRouting } = generic;
  assertEquals(await segmentRouting.getTunnelSource(), "::");
  await segmentRouting.setTunnelSource("2001:db8::1");
  assertEquals(await segmentRouting.getTunnelSource(), "2001:db8::1");
  await assertRejects(
    () => segmentRouting.setTunnelSource("192.0.2.1"),
    TypeError,
    'Cannot use "192.0.2.1" as address',
  );
});

liveTest("SegmentRouting keeps secrets of keys out of what is printed", {
  needs: [...needs, "file /proc/sys/net/ipv6/conf/lo/seg6_require_hmac"],
}, async () => {
  using generic = GenericNetlink.open();
  const { segmentRouting } = generic;
  const secret = new TextEncoder().encode("secret");
  await segmentRouting.setKey({ id: 5, algorithm: "sha256", secret });
  const [key] = await segmentRouting.listKeys().toArray();
  assertEquals([key!.id, key!.algorithm], [5, "sha256"]);
  assertEquals(Array.from(key!.secret), Array.from(secret));
  assertEquals(`${key!.secret}`, "(hidden)");
  await segmentRouting.setKey(key!);
  await segmentRouting.deleteKey(5);
  assertEquals(await segmentRouting.listKeys().toArray(), []);
  await assertRejects(
    () =>
      segmentRouting.setKey({
        id: 5,
        algorithm: "sha1",
        secret: new Uint8Array(),
      }),
    RangeError,
    "it has 0 bytes",
  );
});
