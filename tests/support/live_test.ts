import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { liveTest, sh } from "./live.ts";

const outside = link();

function link(): string {
  return Deno.readLinkSync("/proc/thread-self/ns/net");
}

liveTest("liveTest() runs in a new network namespace", {}, () => {
  assertNotEquals(link(), outside);
});

liveTest("liveTest() runs commands in the same namespace", {}, () => {
  assertEquals(sh("readlink", "/proc/self/ns/net").trim(), link());
});

liveTest(
  "liveTest() shows the namespace's links in /sys",
  { needs: ["command ip"] },
  () => {
    const names = [...Deno.readDirSync("/sys/class/net")]
      .map(({ name }) => name)
      .filter((name) => name !== "bonding_masters");
    const links: { ifname: string }[] = JSON.parse(sh("ip", "-j", "link"));
    assertEquals(names.sort(), links.map(({ ifname }) => ifname).sort());
  },
);

liveTest(
  "liveTest() runs what needs a kind if the kernel has that",
  { needs: ["kind veth", "command ip"] },
  () => {
    sh("ip", "link", "add", "name", "a", "type", "veth");
    assert(sh("ip", "link", "show").includes("a@veth0"));
  },
);

Deno.test("liveTest() goes back to the namespace that it left", () => {
  assertEquals(link(), outside);
  assertEquals(Deno.cwd(), sh("pwd").trim());
});
