import { assertEquals, assertStringIncludes } from "@std/assert";
import { Example } from "../support/example.ts";
import { liveTest, sh } from "../support/live.ts";

liveTest(
  "examples/react_to_carrier.ts reports when a link loses its carrier",
  { needs: ["kind veth"] },
  async () => {
    sh("ip", "link", "add", "eth7", "type", "veth", "peer", "name", "eth8");
    sh("ip", "link", "set", "eth7", "up");
    sh("ip", "link", "set", "eth8", "up");
    await using example = new Example("react_to_carrier.ts", "eth7");
    assertEquals(await example.line(), "watching eth7");
    sh("ip", "link", "set", "eth8", "down");
    assertEquals(await example.line(), "eth7: carrier is lost");
    sh("ip", "link", "set", "eth8", "up");
    assertEquals(await example.line(), "eth7: carrier is back");
    sh("ip", "link", "delete", "eth7");
    assertEquals(await example.line(), "eth7: carrier is lost");
  },
);

liveTest(
  "examples/log_all_namespaces.ts logs what happens elsewhere",
  { needs: ["vm"] },
  async () => {
    sh("ip", "netns", "add", "elsewhere");
    try {
      sh("ip", "netns", "set", "elsewhere", "5");
      await using example = new Example("log_all_namespaces.ts");
      assertEquals(await example.line(), "watching");
      sh("ip", "-n", "elsewhere", "link", "set", "lo", "up");
      const line = await example.line();
      assertStringIncludes(line, "namespace 5 new link lo");
      for (;;) {
        const line = await example.line();
        if (line.includes("address 127.0.0.1 on link 1")) break;
      }
    } finally {
      sh("ip", "netns", "delete", "elsewhere");
    }
  },
);

liveTest(
  "examples/mirror_links.ts waits until a link is up",
  { needs: ["kind veth"] },
  async () => {
    sh("ip", "link", "add", "eth7", "type", "veth", "peer", "name", "eth8");
    sh("ip", "address", "add", "192.0.2.7/24", "dev", "eth7");
    sh("ip", "link", "set", "eth8", "up");
    await using example = new Example("mirror_links.ts", "eth7");
    assertEquals(await example.line(), "3 links");
    sh("ip", "link", "set", "eth7", "up");
    assertEquals(await example.line(), "eth7 is up");
    assertEquals(await example.line(), "192.0.2.7");
    assertEquals(await example.code(), 0);
  },
);

liveTest(
  "examples/watch_links.ts prints changes until it is interrupted",
  { needs: ["kind veth"] },
  async () => {
    await using example = new Example("watch_links.ts");
    assertEquals(await example.line(), "new link lo");
    while (await example.line() !== "snapshot-end");
    sh("ip", "link", "add", "eth7", "type", "veth", "peer", "name", "eth8");
    assertEquals(await example.line(), "new link eth8");
    assertEquals(await example.line(), "new link eth7");
    example.signal("SIGINT");
    let line: string;
    do line = await example.line(); while (line.startsWith("new"));
    assertEquals(line, "stopped");
    assertEquals(await example.code(), 0);
  },
);

liveTest(
  "examples/watch_link_modes.ts prints speeds when they change",
  { needs: ["family ethtool", "file /dev/net/tun", "command ethtool"] },
  async () => {
    sh("ip", "tuntap", "add", "dev", "tap7", "mode", "tap");
    // What it is by itself depends on the kernel.
    sh("ethtool", "-s", "tap7", "speed", "1000", "duplex", "full");
    await using example = new Example("watch_link_modes.ts");
    assertEquals(await example.line(), "tap7: 1000 Mbit/s, full");
    assertEquals(await example.line(), "watching");
    sh("ethtool", "-s", "tap7", "speed", "100", "duplex", "half");
    assertEquals(await example.line(), "tap7: 100 Mbit/s, half");
  },
);

liveTest(
  "examples/keep_route.ts puts a route back",
  { needs: ["kind veth"] },
  async () => {
    sh("ip", "link", "add", "eth7", "type", "veth", "peer", "name", "eth8");
    sh("ip", "link", "set", "eth8", "up");
    sh("ip", "address", "add", "192.0.2.1/24", "dev", "eth7");
    const to = "198.51.100.0/24";
    const installed = `${to} via 192.0.2.254 is in place`;
    const gone = `${to} via 192.0.2.254 is gone`;
    await using example = new Example("keep_route.ts", to, "192.0.2.254");
    assertEquals(await example.line(), "waiting: ENETUNREACH");

    sh("ip", "link", "set", "eth7", "up");
    await until(example, installed);
    sh("ip", "route", "delete", to);
    assertEquals(await example.line(), gone);
    assertEquals(await example.line(), installed);

    sh("ip", "link", "set", "eth7", "down");
    await until(example, gone);
    sh("ip", "link", "set", "eth7", "up");
    await until(example, installed);
    assertStringIncludes(sh("ip", "route", "show", to), "via 192.0.2.254");
  },
);

/** Skips what it prints about routes that are not possible yet. */
async function until(example: Example, wanted: string): Promise<void> {
  let line: string;
  do line = await example.line(); while (line.startsWith("waiting"));
  assertEquals(line, wanted);
}
