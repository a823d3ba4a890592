import { assert, assertEquals, assertGreater, assertLess } from "@std/assert";
import { link, SimulatedKernel } from "../support/simulated_kernel.ts";
import { start, until } from "../support/monitoring.ts";

Deno.test("Monitor runs 50 times side by side, each with all changes", async () => {
  const kernel = new SimulatedKernel();
  const all = Array.from({ length: 50 }, () => start(kernel, ["link"]));
  const loops = all.map(({ changes }) => until(changes, "new 500:1500"));
  for (let i = 1; i <= 500; i++) kernel.link.set(`${i}`, link(i));
  for (const lines of await Promise.all(loops)) {
    assertEquals(lines.length, 500);
    assertEquals(lines[7], "new 8:1500");
  }
  for (const { monitor } of all) monitor.close();
});

Deno.test("Monitor lets the event loop turn in a storm", async () => {
  const kernel = new SimulatedKernel();
  const { monitor, changes } = start(kernel, ["link"], { stateless: true });
  using _ = monitor;
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  for (let i = 1; i <= 30_000; i++) kernel.link.set(`${i}`, link(i));
  let last = 0;
  for (let i = 0; i < 30_000; i++) {
    const { value } = await changes.next();
    assert(value && "action" in value);
    assertEquals(value.value.index, ++last);
  }
  clearInterval(timer);
  assertGreater(turns, 3);
});

Deno.test("Monitor gathers notifications that come in a rush, and waits for others", async () => {
  const kernel = new SimulatedKernel();
  const { monitor, changes } = start(kernel, ["link"]);
  using _ = monitor;
  const ready = changes.next();
  kernel.link.set("000001", link(1));
  await ready;
  const [socket] = kernel.sockets;
  const waits = async (count: number, pause: () => Promise<void>) => {
    const before = socket!.waits;
    for (let i = 0; i < count; i++) {
      const next = changes.next();
      await pause();
      kernel.link.set("000001", link(1, { attributes: { mtu: 1000 + i } }));
      await next;
    }
    return socket!.waits - before;
  };
  // Each comes long after the one before, and wakes the monitor.
  const long = () => new Promise<void>((end) => setTimeout(end, 20));
  assertGreater(await waits(5, long), 4);
  // The monitor waits already; all but a few are found without a wait.
  const short = async () => {
    for (let i = 0; i < 50; i++) await undefined;
  };
  assertLess(await waits(200, short), 100);
});
