import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { ConnectionClosedError } from "../../api/connection/errors.ts";
import { GenericNetlink } from "../../api/generic_netlink.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { Xfrm } from "../../api/xfrm/xfrm.ts";
import { controlMessage } from "../../messages/generic/control.ts";
import { countDescriptors, leavesNone } from "../support/descriptors.ts";
import { liveTest, sh } from "../support/live.ts";

const module = new URL("../../mod.ts", import.meta.url).href;

/** Runs a program, and returns how it ended. */
async function run(program: string): Promise<{ code: number; text: string }> {
  const file = Deno.makeTempFileSync({ suffix: ".ts" });
  Deno.writeTextFileSync(
    file,
    `import { Rtnetlink } from ${JSON.stringify(module)};\n${program}`,
  );
  try {
    const { code, stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "--no-check", "--allow-ffi", file],
      signal: AbortSignal.timeout(20_000),
    }).output();
    return { code, text: new TextDecoder().decode(stdout) };
  } finally {
    Deno.removeSync(file);
  }
}

liveTest("Rtnetlink that is closed watches nothing", {}, async () => {
  const net = Rtnetlink.open();
  net.close();
  assertThrows(
    () => net.monitor(["link"]),
    ConnectionClosedError,
    "Cannot open a socket for notifications: the connection is closed",
  );
  await assertRejects(() => net.mirror(["link"]), ConnectionClosedError);
  await assertRejects(
    () => net.link.waitFor("lo", "up"),
    ConnectionClosedError,
  );
});

liveTest("GenericNetlink that is closed watches nothing", {}, async () => {
  const generic = GenericNetlink.open();
  const family = generic.family({
    name: "nlctrl",
    version: 2,
    codec: controlMessage,
  });
  // It is known from now on, and is not asked for.
  await family.info();
  generic.close();
  await assertRejects(
    () => family.events("notify"),
    ConnectionClosedError,
    "Cannot open a socket for notifications: the connection is closed",
  );
});

liveTest("Xfrm that is closed watches nothing", { needs: ["vm"] }, () => {
  const xfrm = Xfrm.open();
  xfrm.close();
  assertThrows(
    () => xfrm.monitor(),
    ConnectionClosedError,
    "Cannot open a socket for notifications: the connection is closed",
  );
});

liveTest("Monitor that is unrefed lets the process end", {}, async () => {
  const { code, text } = await run(`
    const net = Rtnetlink.open();
    const monitor = net.monitor(["link"], { verifyEvery: 3600 });
    monitor.unref();
    const loop = monitor[Symbol.asyncIterator]();
    void loop.next();
    await new Promise((resolve) => setTimeout(resolve, 50));
    console.log("done");
  `);
  assertEquals({ code, text }, { code: 0, text: "done\n" });
});

liveTest("Mirror that is unrefed lets the process end", {}, async () => {
  const { code, text } = await run(`
    const net = Rtnetlink.open();
    const mirror = await net.mirror(["link", "route"]);
    mirror.unref();
    console.log(mirror.get("link", "lo").name);
  `);
  assertEquals({ code, text }, { code: 0, text: "lo\n" });
});

liveTest("Monitor ends with the process although it waits", {}, async () => {
  for (const end of ["Deno.exit(7)", "throw new Error('thrown')"]) {
    const { code } = await run(`
      const net = Rtnetlink.open();
      const loop = net.monitor(["link"])[Symbol.asyncIterator]();
      void loop.next();
      setTimeout(() => { ${end}; }, 50);
    `);
    assertEquals(code, end.startsWith("Deno") ? 7 : 1);
  }
});

liveTest(
  "Monitor runs 50 times side by side without keeping files from being read",
  {},
  async () => {
    using net = Rtnetlink.open();
    const monitors = Array.from({ length: 50 }, () => net.monitor(["address"]));
    const loops = monitors.map(async (monitor) => {
      for await (const change of monitor) {
        if (change.object === "address") return change.value.address;
      }
      return undefined;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    // Were all threads taken, these would wait as long as the monitors do.
    await Promise.all(
      Array.from(
        { length: 40 },
        () => Deno.readTextFile(new URL(import.meta.url)),
      ),
    );
    sh("ip", "address", "add", "192.0.2.1/32", "dev", "lo");
    assertEquals(await Promise.all(loops), Array(50).fill("192.0.2.1"));
  },
);

liveTest(
  "Monitor receives from other namespaces, and distinguishes them",
  { needs: ["vm"] },
  async () => {
    sh("ip", "netns", "add", "one");
    sh("ip", "netns", "set", "one", "11");
    try {
      using net = Rtnetlink.open();
      using monitor = net.monitor(["address", "nsid"], {
        allNamespaces: true,
      });
      sh("ip", "-n", "one", "address", "add", "192.0.2.1/32", "dev", "lo");
      sh("ip", "address", "add", "192.0.2.2/32", "dev", "lo");
      const received: [string, number | undefined][] = [];
      for await (const change of monitor) {
        if (change.object !== "address") continue;
        received.push([change.value.address, change.nsid]);
        if (received.length === 2) break;
      }
      assertEquals(received, [["192.0.2.1", 11], ["192.0.2.2", undefined]]);
    } finally {
      sh("ip", "netns", "delete", "one");
    }
  },
);

liveTest("Monitor leaves no descriptors behind", {}, async () => {
  using net = Rtnetlink.open();
  const use = async () => {
    for await (const change of net.monitor(["link"], { snapshot: true })) {
      if (change.object === "snapshot-end") break;
    }
    await using mirror = await net.mirror(["route"]);
    assert(mirror.synced);
  };
  await use();
  const before = countDescriptors();
  for (let i = 0; i < 50; i++) await use();
  await leavesNone(before);
});
