import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { NetlinkError, Rtnetlink } from "../../api/mod.ts";
import { type DirectoryChange, SocketError } from "../../socket.ts";
import { liveTest, sh } from "../support/live.ts";

// Names are seen by the whole machine: only in a virtual one nobody minds.
const needs = ["vm"] as const;

liveTest("NetworkNamespaces makes, names and deletes", { needs }, async () => {
  using net = Rtnetlink.open();
  net.netns.add("blue");
  try {
    const error = assertThrows(() => net.netns.add("blue"), SocketError);
    assertEquals(error.code, "EEXIST");
    assertEquals(sh("ip", "netns", "list"), "blue\n");
    using blue = Rtnetlink.open({ netns: "blue" });
    const links = await blue.link.list().toArray();
    assertEquals(links[0]!.name, "lo");

    await net.netns.setId("blue", 7);
    assertEquals(await net.netns.list().toArray(), [
      { name: "blue", id: 7 },
    ]);
    assertEquals(sh("ip", "netns", "list"), "blue (id: 7)\n");
    const [first] = await Array.fromAsync(net.netns.ids());
    assertEquals(first!.id, 7);
    await assertRejects(
      () => net.netns.setId("blue", 8),
      NetlinkError,
      "EEXIST",
    );
    await assertRejects(() => net.netns.setId("blue", -3), RangeError, "-3");
  } finally {
    net.netns.delete("blue");
  }
  assertEquals(await net.netns.list().toArray(), []);
  const gone = assertThrows(() => net.netns.delete("blue"), SocketError);
  assertEquals(gone.code, "ENOENT");
  assertThrows(() => net.netns.add("a/b"), TypeError, '"a/b"');
});

liveTest("NetworkNamespaces finds processes, and names of them", {
  needs,
}, async () => {
  using net = Rtnetlink.open();
  net.netns.add("red");
  try {
    const child = net.netns.spawn(
      "red",
      new Deno.Command("sleep", { args: ["60"] }),
    );
    assertEquals(net.netns.pids("red"), [child.pid]);
    assertEquals(net.netns.identify(child.pid), ["red"]);
    assertEquals(net.netns.identify(), []);
    net.netns.attach("crimson", child.pid);
    assertEquals(net.netns.identify(child.pid).toSorted(), ["crimson", "red"]);
    net.netns.delete("crimson");
    child.kill();
    await child.status;
  } finally {
    net.netns.delete("red");
  }
});

liveTest("NetworkNamespaces.watch() reports names that come and go", {
  needs,
}, async () => {
  using net = Rtnetlink.open();
  net.netns.add("green");
  const changes: DirectoryChange[] = [];
  const watching = (async () => {
    for await (const change of net.netns.watch()) {
      changes.push(change);
      if (changes.length === 2) break;
    }
  })();
  await new Promise((resolve) => setTimeout(resolve, 50));
  net.netns.add("yellow");
  net.netns.delete("green");
  await watching;
  net.netns.delete("yellow");
  assertEquals(changes, [
    { action: "add", name: "yellow" },
    { action: "delete", name: "green" },
  ]);
});
