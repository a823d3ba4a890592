import { assert, assertEquals, assertStrictEquals } from "@std/assert";
import { turnIsDue } from "../../api/connection/event_loop.ts";
import type { Link } from "../../api/link/mod.ts";
import { message, overflow } from "../support/fake_kernel.ts";
import { link, route, SimulatedKernel } from "../support/simulated_kernel.ts";
import { links, start, until } from "../support/monitoring.ts";

Deno.test("Monitor reports changes, and what was before", async () => {
  const kernel = new SimulatedKernel();
  links(kernel, 2);
  const { monitor, changes } = start(kernel, ["link"]);
  using _ = monitor;
  // Whatever happens once the monitor is there is reported.
  kernel.link.set("000003", link(3));
  assertEquals(await until(changes, "new 3:1500"), ["new 3:1500"]);
  kernel.link.set("000002", link(2, { attributes: { mtu: 9000 } }));
  kernel.link.delete("000001");
  kernel.link.set("000003", link(3, { attributes: { mtu: 68 } }));
  assertEquals(
    await until(changes, "new 3:68 was 3:1500"),
    [
      "new 2:9000 was 2:1500",
      "delete 1:1500 was 1:1500",
      "new 3:68 was 3:1500",
    ],
  );
});

Deno.test("Monitor reports where a change came from", async () => {
  const kernel = new SimulatedKernel();
  const { monitor, changes } = start(kernel, ["link"]);
  using _ = monitor;
  const before = Date.now();
  kernel.link.set("1", link(1), { flags: 0x600 });
  const { value } = await changes.next();
  assert(value && "action" in value);
  assertEquals(value.portId, 4242);
  assertEquals(value.processId, 4242);
  assertEquals(value.flags, 0x600);
  assertEquals(value.nsid, undefined);
  assertEquals(value.message, link(1));
  assert(value.time > before - 1000 && value.time < before + 60_000);
});

Deno.test("Monitor reports nothing when nothing but counters has changed", async () => {
  const kernel = new SimulatedKernel();
  links(kernel, 1);
  const { monitor, changes } = start(kernel, ["link"], { snapshot: true });
  using _ = monitor;
  await until(changes, "snapshot-end");
  kernel.link.set("000001", link(1, { change: 0xffffffff }));
  kernel.link.set("000001", link(1, { attributes: { name: "eth1", mtu: 1 } }));
  assertEquals(await until(changes, "new 1:1 was 1:1500"), [
    "new 1:1 was 1:1500",
  ]);
});

Deno.test("Monitor reports an event although the link is as it was", async () => {
  const kernel = new SimulatedKernel();
  links(kernel, 1);
  const { monitor, changes } = start(kernel, ["link"], { snapshot: true });
  using _ = monitor;
  await until(changes, "snapshot-end");
  const { attributes } = link(1);
  kernel.link.set(
    "000001",
    link(1, { attributes: { ...attributes, event: 4 } }),
  );
  assertEquals(await until(changes, "new 1:1500 was 1:1500"), [
    "new 1:1500 was 1:1500",
  ]);
});

Deno.test("Monitor takes ports of bridges and wireless events for what they are", async () => {
  const kernel = new SimulatedKernel();
  links(kernel, 1);
  const { monitor, changes } = start(kernel, ["link"], { snapshot: true });
  using _ = monitor;
  await until(changes, "snapshot-end");
  kernel.link.notify(link(1, { family: 7 }), 0, true);
  kernel.link.notify(
    link(1, { attributes: { wireless: Uint8Array.of(1, 2) } }),
  );
  kernel.link.set("000002", link(2));
  assertEquals(await until(changes, "new 2:1500"), ["new 2:1500"]);
});

Deno.test("Monitor reports first what is there, if asked to", async () => {
  const kernel = new SimulatedKernel();
  links(kernel, 7);
  const { monitor, changes } = start(kernel, ["link"], { snapshot: true });
  using _ = monitor;
  const lines = await until(changes, "snapshot-end");
  assertEquals(lines.length, 8);
  assertEquals(lines[0], "new 1:1500 (snapshot)");
});

Deno.test("Monitor loses nothing, and reports nothing twice, while it takes the snapshot", async () => {
  const kernel = new SimulatedKernel();
  links(kernel, 9);
  const { monitor, changes } = start(kernel, ["link"], { snapshot: true });
  using _ = monitor;
  kernel.link.set("000010", link(10));
  const mtu = (index: number, mtu: number) =>
    kernel.link.set(
      `${index}`.padStart(6, "0"),
      link(index, { attributes: { mtu } }),
    );
  kernel.onChunk = (part) => {
    if (part === 1) {
      // One that has been dumped, one that has not, one that comes and goes.
      mtu(1, 100);
      mtu(9, 900);
      mtu(9, 901);
      kernel.link.set("000011", link(11));
      kernel.link.delete("000011");
      kernel.link.delete("000002");
      kernel.link.delete("000008");
      kernel.link.set("000012", link(12));
    }
    if (part === 3) {
      mtu(9, 902);
      kernel.link.set("000008", link(8));
    }
  };
  const lines = await until(changes, "snapshot-end");
  const now = [...kernel.link.objects.values()].map(({ index, attributes }) =>
    `new ${index}:${attributes.mtu} (snapshot)`
  );
  assertEquals(lines.slice(0, -1).sort(), now.sort());
  kernel.onChunk = () => {};
  mtu(9, 903);
  assertEquals(await until(changes, "new 9:903 was 9:902"), [
    "new 9:903 was 9:902",
  ]);
});

Deno.test("Monitor repeats a snapshot during which the kernel reports that objects changed", async () => {
  const kernel = new SimulatedKernel();
  links(kernel, 4);
  kernel.dumpFlags = 0x10;
  kernel.onChunk = () => {
    if (kernel.dumps === 3) kernel.dumpFlags = 0;
  };
  const { monitor, changes } = start(kernel, ["link"], { snapshot: true });
  using _ = monitor;
  assertEquals((await until(changes, "snapshot-end")).length, 5);
  assertEquals(kernel.dumps, 3);
});

Deno.test("Monitor reports when it has lost notifications, and then what it has lost", async () => {
  const kernel = new SimulatedKernel();
  links(kernel, 6);
  const { monitor, changes } = start(kernel, ["link"], { snapshot: true });
  using _ = monitor;
  await until(changes, "snapshot-end");
  assert(monitor.synced);
  kernel.capacity = 2;
  const mtu = (index: number, mtu: number) =>
    kernel.link.set(`00000${index}`, link(index, { attributes: { mtu } }));
  mtu(1, 101);
  mtu(2, 102);
  // From here on, it receives nothing.
  mtu(3, 103);
  kernel.link.delete("000004");
  kernel.link.set("000007", link(7));
  mtu(1, 111);
  assertEquals(await until(changes, "overrun"), [
    "new 1:101 was 1:1500",
    "new 2:102 was 2:1500",
    "overrun",
  ]);
  assert(!monitor.synced);
  kernel.capacity = Infinity;
  const lines = await until(changes, "resynced");
  assertEquals(lines.sort(), [
    "delete 4:1500 was 4:1500 (resync)",
    "new 1:111 was 1:101 (resync)",
    "new 3:103 was 3:1500 (resync)",
    "new 7:1500 (resync)",
    "resynced",
  ]);
  assert(monitor.synced);
  mtu(2, 112);
  assertEquals(await until(changes, "new 2:112 was 2:102"), [
    "new 2:112 was 2:102",
  ]);
});

Deno.test("Monitor reports what it has received before a loss, even if the event loop turns in between", async () => {
  const kernel = new SimulatedKernel();
  links(kernel, 1);
  const { monitor, changes } = start(kernel, ["link"], { snapshot: true });
  using _ = monitor;
  await until(changes, "snapshot-end");
  // The clock is not looked at after each message: one of these is the one.
  for (let mtu = 1; mtu < 9; mtu++) {
    kernel.sockets[0]!.deliver(() => {
      for (const end = performance.now() + 5; performance.now() < end;);
      return overflow();
    });
    kernel.link.set("000001", link(1, { attributes: { mtu } }));
    const lines = await until(changes, "resynced");
    assertEquals(lines[1], "overrun", `${lines}`);
    for (let i = 0; i < mtu; i++) turnIsDue();
  }
});

Deno.test("Monitor reports overrun once for losses during its resynchronization, and goes on until nothing is lost", async () => {
  const kernel = new SimulatedKernel();
  links(kernel, 6);
  const { monitor, changes } = start(kernel, ["link"], { snapshot: true });
  using _ = monitor;
  await until(changes, "snapshot-end");
  kernel.capacity = 1;
  let storms = 0;
  const storm = () => {
    for (let i = 1; i < 5; i++) {
      kernel.link.set(
        `00000${i}`,
        link(i, { attributes: { mtu: 100 * ++storms } }),
      );
    }
  };
  storm();
  kernel.onChunk = () => {
    if (storms < 100) storm();
  };
  const lines = await until(changes, "resynced");
  assertEquals(lines.filter((line) => line === "overrun").length, 1);
  const last = new Map<number, string>();
  for (const text of lines) {
    const [, index] = /^new (\d+):/.exec(text) ?? [];
    if (index !== undefined) last.set(Number(index), text);
  }
  for (const { index, attributes } of kernel.link.objects.values()) {
    if (index > 4) continue;
    assert(last.get(index)?.startsWith(`new ${index}:${attributes.mtu} `));
  }
});

Deno.test("Monitor takes a notification that it cannot read for a loss", async () => {
  const kernel = new SimulatedKernel();
  links(kernel, 2);
  const { monitor, changes } = start(kernel, ["link"], { snapshot: true });
  using _ = monitor;
  await until(changes, "snapshot-end");
  kernel.link.set("000003", link(3), { quiet: true });
  kernel.notify(1, message({ type: 16, length: 4000 }));
  assertEquals(await until(changes, "resynced"), [
    "overrun",
    "new 3:1500 (resync)",
    "resynced",
  ]);
});

Deno.test("Monitor believes nobody but the kernel", async () => {
  const kernel = new SimulatedKernel();
  const { monitor, changes } = start(kernel, ["link"], { snapshot: true });
  using _ = monitor;
  await until(changes, "snapshot-end");
  const [listener] = kernel.sockets;
  listener!.deliver({ bytes: message({ type: 16 }), sender: 99 });
  kernel.link.set("000001", link(1));
  assertEquals(await until(changes, "new 1:1500"), ["new 1:1500"]);
});

Deno.test("Monitor that is stateless dumps nothing, and has no before", async () => {
  const kernel = new SimulatedKernel();
  links(kernel, 2);
  const { monitor, changes } = start(kernel, ["link"], { stateless: true });
  using _ = monitor;
  kernel.link.set("000001", link(1));
  kernel.link.delete("000002");
  kernel.sockets[0]!.deliverFirst(overflow());
  assertEquals(await until(changes, "overrun"), [
    "new 1:1500",
    "delete 2:1500",
    "overrun",
  ]);
  kernel.link.set("000003", link(3));
  assertEquals(await until(changes, "new 3:1500"), ["new 3:1500"]);
  assertEquals(kernel.dumps, 0);
  assertEquals(kernel.sockets.length, 1);
});

Deno.test("Monitor keeps objects of other namespaces apart", async () => {
  const kernel = new SimulatedKernel();
  links(kernel, 1);
  const { monitor, changes } = start(kernel, ["link"], { snapshot: true });
  using _ = monitor;
  await until(changes, "snapshot-end");
  const other = new SimulatedKernel();
  other.sockets.push(other.open());
  other.sockets[0]!.join(1);
  other.link.set("1", link(1, { attributes: { mtu: 5 } }));
  const { bytes } = other.sockets[0]!.tryReceive()!;
  kernel.sockets[0]!.deliver({ bytes, groups: 1, nsid: 7 });
  const { value } = await changes.next();
  assert(value && "action" in value);
  assertEquals([value.nsid, value.old], [7, undefined]);
  kernel.link.set("000001", link(1, { attributes: { mtu: 6 } }));
  assertEquals(await until(changes, "new 1:6 was 1:1500"), [
    "new 1:6 was 1:1500",
  ]);
});

Deno.test("Monitor finds routes that vanish with their link", async () => {
  const kernel = new SimulatedKernel();
  links(kernel, 2);
  kernel.route.set("1", route("10.0.0.0/24", { outputDevice: 1 }));
  kernel.route.set("2", route("10.0.1.0/24", { outputDevice: 2 }));
  const { monitor, changes } = start(kernel, ["route"], { snapshot: true });
  using _ = monitor;
  await until(changes, "snapshot-end");
  kernel.route.delete("2", { quiet: true });
  kernel.link.set("000002", link(2, { flags: 0x1002 }));
  const gone = "delete 10.0.1.0/24> was 10.0.1.0/24> (verification)";
  assertEquals(await until(changes, gone), [gone]);
});

Deno.test("Monitor compares with what is there as often as it is asked to", async () => {
  const kernel = new SimulatedKernel();
  links(kernel, 1);
  const { monitor, changes } = start(kernel, ["link"], {
    snapshot: true,
    verifyEvery: 0.01,
  });
  using _ = monitor;
  await until(changes, "snapshot-end");
  kernel.link.set("000002", link(2), { quiet: true });
  assertEquals(await until(changes, "new 2:1500 (verification)"), [
    "new 2:1500 (verification)",
  ]);
});

Deno.test("Monitor puts what was before into words when it is asked for", async () => {
  const kernel = new SimulatedKernel();
  links(kernel, 1);
  const { monitor, changes } = start(kernel, ["link"]);
  using _ = monitor;
  const next = async () => {
    const { value } = await changes.next();
    assert(value && "action" in value);
    return value;
  };
  const started = next();
  kernel.link.set("000002", link(2));
  assertEquals((await started).old, undefined);
  kernel.link.set("000001", link(1, { attributes: { mtu: 9000 } }));
  const changed = await next();
  assertEquals((changed.old as Link).mtu, 1500);
  assertStrictEquals(changed.old, changed.old);
  assert(!Object.hasOwn(changed, "old"));
  const { old, ...rest } = JSON.parse(toJson(changed));
  assertEquals(old.mtu, 1500);
  assertEquals(rest.value.mtu, 9000);
  kernel.link.delete("000001");
  const gone = await next();
  assertStrictEquals(gone.old, gone.value);
});

function toJson(value: unknown): string {
  return JSON.stringify(
    value,
    (_, value) => typeof value === "bigint" ? `${value}` : value,
  );
}
