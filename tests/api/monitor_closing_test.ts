import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { Monitor } from "../../api/monitor/monitor.ts";
import { NetlinkError } from "../../api/connection/errors.ts";
import { SocketError } from "../../socket/error.ts";
import { ack, overflow } from "../support/fake_kernel.ts";
import { SimulatedKernel } from "../support/simulated_kernel.ts";
import { links, start } from "../support/monitoring.ts";

Deno.test("Monitor ends its loop when it is closed", async () => {
  const kernel = new SimulatedKernel();
  const { monitor, changes } = start(kernel, ["link"]);
  const next = changes.next();
  while (kernel.sockets[0]!.waiting === 0) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  monitor.close();
  assertEquals(await next, { value: undefined, done: true });
  assert(kernel.sockets.every(({ closed }) => closed));
  assertEquals((await monitor[Symbol.asyncIterator]().next()).done, true);
});

Deno.test("Monitor closes its sockets when its loop is left", async () => {
  const kernel = new SimulatedKernel();
  links(kernel, 3);
  const monitor = new Monitor(["link"], kernel.open, { snapshot: true });
  for await (const change of monitor) {
    assertEquals(change.object, "link");
    break;
  }
  assert(kernel.sockets.every(({ closed }) => closed));
});

Deno.test("Monitor closes its sockets when the kernel refuses a group", () => {
  const kernel = new SimulatedKernel();
  const open = () => {
    const socket = kernel.open();
    socket.join = () => {
      throw new SocketError("setsockopt", 1, "join a multicast group");
    };
    return socket;
  };
  assertThrows(() => new Monitor(["link"], open), SocketError, "EPERM");
  assert(kernel.sockets.every(({ closed }) => closed));
});

Deno.test("Monitor throws what the kernel answers to its dump", async () => {
  const kernel = new SimulatedKernel();
  const { changes } = start(kernel, ["link"], { snapshot: true });
  kernel.sockets[1]!.serve = (request) => [ack(request, 1)];
  await assertRejects(() => changes.next(), NetlinkError, "EPERM");
  assert(kernel.sockets.every(({ closed }) => closed));
});

/** Brings a monitor to each place where it waits. */
const places: Record<string, (kernel: SimulatedKernel) => Promise<void>> = {
  "before it is iterated over": () => Promise.resolve(),
  "in its first dump": (kernel) => {
    kernel.sockets[1]!.serve = () => [];
    return Promise.resolve();
  },
  "while it waits for something to happen": async () => {
    await new Promise((resolve) => setTimeout(resolve, 2));
  },
  "in its resynchronization": async (kernel) => {
    await new Promise((resolve) => setTimeout(resolve, 2));
    kernel.sockets[1]!.serve = () => [];
    kernel.sockets[0]!.deliver(overflow());
    await new Promise((resolve) => setTimeout(resolve, 2));
  },
};

for (const [fieldPath, go] of Object.entries(places)) {
  for (const end of ["abort", "close"] as const) {
    Deno.test(`Monitor can be ended by ${end} ${fieldPath}`, async () => {
      const kernel = new SimulatedKernel();
      links(kernel, 3);
      const controller = new AbortController();
      const { signal } = controller;
      const { monitor } = start(kernel, ["link"], { signal });
      const loop = (async () => {
        for await (const change of monitor) {
          assertEquals(change.object, "overrun");
        }
      })();
      await go(kernel);
      if (end === "close") {
        monitor.close();
        await loop;
      } else {
        controller.abort(new Error("enough"));
        await assertRejects(() => loop, Error, "enough");
      }
      assert(kernel.sockets.every(({ closed }) => closed));
      assertEquals(kernel.sockets.map(({ waiting }) => waiting), [0, 0]);
    });
  }
}

Deno.test("Monitor throws at once if its signal is aborted already", () => {
  const kernel = new SimulatedKernel();
  assertThrows(() =>
    start(kernel, ["link"], { signal: AbortSignal.abort(new Error("no")) })
  );
  assertEquals(kernel.sockets.length, 0);
});

Deno.test("Monitor does not keep the process alive if asked not to", () => {
  const kernel = new SimulatedKernel();
  const { monitor } = start(kernel, ["link"]);
  monitor.unref();
  assert(!kernel.sockets[0]!.referenced);
  monitor.ref();
  assert(kernel.sockets[0]!.referenced);
  monitor.close();
});
