import { assert, assertEquals, assertRejects } from "@std/assert";
import { DumpStalledError } from "../../api/connection/errors.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { run } from "../support/ip.ts";
import { testIo } from "../support/io.ts";
import { judgeEnvironment } from "../support/judge.ts";
import { liveTest, sh } from "../support/live.ts";

// Older kernels leave out such a route, and all that follows, and report
// nothing.
const needs = ["kind veth", "command ip", "kernel 6.10"] as const;

/** An IPv6 route that no datagram of a dump has room for. */
async function addHugeRoute(net: Rtnetlink): Promise<void> {
  sh("ip", "link", "add", "v0", "type", "veth", "peer", "name", "v1");
  sh("ip", "link", "set", "v0", "up");
  sh("ip", "link", "set", "v1", "up");
  sh("ip", "link", "set", "lo", "up");
  sh("ip", "address", "add", "2001:db8::1/64", "dev", "v0", "nodad");
  await net.route.add({
    to: "2001:db8:1::/64",
    nextHops: Array.from({ length: 1200 }, (_, i) => ({
      gateway: `2001:db8::${(i + 2).toString(16)}`,
      device: "v0",
    })),
  });
}

liveTest("Routes.list() reports at once that the kernel cannot go on", {
  needs,
}, async () => {
  using net = Rtnetlink.open();
  await addHugeRoute(net);
  await assertRejects(
    () => Array.fromAsync(net.route.list()),
    DumpStalledError,
    "Cannot list routes: the kernel sends empty datagrams without end",
  );
  await assertRejects(
    () => Array.fromAsync(net.link.list()),
    DumpStalledError,
    "Cannot list links: ",
  );
  assertEquals((await net.link.get("v0")).name, "v0");
  await net.route.delete({ to: "2001:db8:1::/64" });
  const links = await net.link.list().toArray();
  assert(links.some(({ name }) => name === "lo"));
});

liveTest("ip route does as ip where the kernel cannot go on", {
  needs: [...needs, "ip 7.3"],
}, async () => {
  using net = Rtnetlink.open();
  await addHugeRoute(net);
  for (
    const words of [
      "route show table all",
      "-json route show table all",
      "-details route list table all",
      "route save table all",
    ]
  ) {
    const io = testIo();
    const code = await run(words.split(" "), io);
    const output = await new Deno.Command("ip", {
      args: words.split(" "),
      env: judgeEnvironment(),
    }).output();
    const text = new TextDecoder();
    assertEquals(code, output.code);
    assertEquals(io.errors, text.decode(output.stderr));
    // Headers of messages that are saved have numbers of their sockets.
    assertEquals(io.written.length, output.stdout.length, words);
    if (!words.includes("save")) {
      assertEquals(text.decode(io.written), text.decode(output.stdout));
    }
    assertEquals(code, 2);
    assertEquals(io.errors, "EOF on netlink\nDump terminated\n");
  }
});
