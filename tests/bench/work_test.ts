/**
 * How much work is done: counts that are the same on a fast machine and on a
 * busy one. Each limit is what was counted when it was last changed, and a
 * little more. Who makes something cheaper lowers its limit.
 *
 * @module
 */

import { assertEquals } from "@std/assert";
import { kernelTest, liveTest } from "../support/live.ts";
import { patient } from "../support/patience.ts";
import { modulesLoaded, modulesRead } from "../support/modules.ts";

const ROOT = new URL("../../", import.meta.url);
const COMMAND_LINE = new URL("cli.ts", ROOT);
const LIBRARY = new URL("mod.ts", ROOT);
const LINKS = new URL("work/list_links.ts", import.meta.url);

/**
 * Modules, each of which takes 30 to 100 µs. What sets `ip` apart from other
 * programs are two: the form of a program, and its options. What sets Deno apart
 * from other runtimes is one: the calls of the C library. What finds the name
 * that was meant, in errors, is one, and what keeps answers apart from the
 * state of their request. Settings of devices (ethtool) are 34, wireless
 * networks 48, other families of generic netlink some 65, of which none is loaded
 * before it is used.
 * Devices of devlink are 26 more.
 */
const MODULES = {
  "cli.ts, read": 801,
  "cli.ts link show, loaded": 130,
  "mod.ts, read": 828,
  "mod.ts, loaded": 137,
  "links listed, loaded": 252,
};

/** Calls of the C library that requests make; `route.*All` are of 1000. */
const CALLS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "link.get": { send: 1, recvfrom: 1 },
  "link.list": { send: 1, recvfrom: 2 },
  "route.add": { send: 2, recvfrom: 2 },
  "route.delete": { send: 2, recvfrom: 2 },
  "route.addAll": { send: 33, recvfrom: 33 },
  "route.list": { send: 1, recvfrom: 4 },
  "route.deleteAll": { send: 33, recvfrom: 33 },
};

/**
 * Bytes that kept objects take, with the bytes of their messages and of the
 * messages' headers, as datagrams are copied as a whole. The links are of all
 * kinds, and have far more attributes than most.
 */
const HEAP: Readonly<Record<string, number>> = {
  addresses: 350,
  links: 4400,
  neighbors: 347,
  routes: 420,
};

Deno.test("The command line makes Deno read no more modules than it did", async () => {
  atMost(await modulesRead(COMMAND_LINE), MODULES["cli.ts, read"]);
});

kernelTest("ip link show loads no more modules than it did", async () => {
  const loaded = await modulesLoaded(COMMAND_LINE, "link", "show");
  atMost(loaded, MODULES["cli.ts link show, loaded"]);
  assertEquals(loaded.includes("cli/objects/link/show.ts"), true);
});

Deno.test("The library makes Deno read no more modules than it did", async () => {
  atMost(await modulesRead(LIBRARY), MODULES["mod.ts, read"]);
});

Deno.test("The library loads no more modules than it did", async () => {
  const loaded = await modulesLoaded(LIBRARY);
  atMost(loaded, MODULES["mod.ts, loaded"]);
  assertEquals(loaded.includes("api/rtnetlink.ts"), true);
  // It takes all kinds of messages, and few programs decode datagrams.
  assertEquals(loaded.includes("messages/registry.ts"), false);
});

kernelTest("Listing links loads no more modules than it did", async () => {
  const loaded = await modulesLoaded(LINKS, "link");
  atMost(loaded, MODULES["links listed, loaded"]);
  assertEquals(loaded.includes("api/link/link.ts"), true);
  assertEquals(loaded.includes("api/route/route.ts"), false);
});

liveTest("Requests make no more system calls than they did", {}, async () => {
  const counts: typeof CALLS = await child("calls.ts");
  assertEquals(Object.keys(counts), Object.keys(CALLS));
  for (const [request, calls] of Object.entries(counts)) {
    const limits = CALLS[request]!;
    const more = Object.entries(calls).filter(([name, count]) =>
      count > (limits[name] ?? 0)
    );
    assertEquals(Object.fromEntries(more), {}, `calls of ${request}`);
  }
});

kernelTest("Listing links makes no error that nobody gets", async () => {
  assertEquals(await child("errors.ts"), []);
});

Deno.test(
  "Kept objects take no more memory than they did",
  patient(300, async () => {
    const bytes: typeof HEAP = await child("heap.ts", "--v8-flags=--expose-gc");
    assertEquals(Object.keys(bytes), Object.keys(HEAP));
    for (const [kind, limit] of Object.entries(HEAP)) {
      assertEquals(
        bytes[kind]! > limit / 2 && bytes[kind]! <= limit,
        true,
        `bytes of one of the ${kind}: ${bytes[kind]}, not up to ${limit}`,
      );
    }
  }),
);

function atMost(modules: readonly string[], limit: number): void {
  assertEquals(
    modules.length > limit / 2 && modules.length <= limit,
    true,
    `${modules.length} modules, not up to ${limit}:\n${modules.join("\n")}`,
  );
}

/** Runs a script of the folder `work` and returns what it prints. */
async function child<T>(script: string, ...flags: string[]): Promise<T> {
  const file = new URL(`work/${script}`, import.meta.url).pathname;
  const { success, stdout, stderr } = await new Deno.Command(
    Deno.execPath(),
    {
      args: ["run", "--allow-all", "--no-check", ...flags, file],
      env: { NO_COLOR: "1" },
      stdin: "null",
    },
  ).output();
  const decoder = new TextDecoder();
  if (!success) throw new Error(decoder.decode(stderr));
  return JSON.parse(decoder.decode(stdout));
}
