import { assert, assertEquals, assertRejects } from "@std/assert";
import { type DropEvent, GenericNetlink, NetlinkError } from "../../api/mod.ts";
import { liveTest } from "../support/live.ts";

// What is dropped on a machine that others use is theirs.
const needs = ["vm", "family NET_DM", "command python3"] as const;

/** Sends a packet to a port where nobody receives. */
function drop(): void {
  new Deno.Command("python3", {
    args: [
      "-c",
      "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)" +
      ".sendto(b'dropped', ('127.0.0.1', 9))",
    ],
  }).outputSync();
}

for (const mode of ["packet", "summary"] as const) {
  liveTest(
    `DropMonitor reports dropped packets: ${mode}`,
    { needs },
    async () => {
      new Deno.Command("ip", { args: ["link", "set", "lo", "up"] })
        .outputSync();
      // The kernel has the family in the first namespace only.
      using generic = GenericNetlink.open({ netns: "/proc/1/ns/net" });
      const { dropMonitor } = generic;
      await dropMonitor.set({ mode, truncateTo: 60, queueLength: 500 });
      assertEquals(await dropMonitor.get(), {
        mode,
        truncateTo: 60,
        queueLength: 500,
      });
      using monitor = await dropMonitor.monitor();
      await dropMonitor.start({ kernel: true });
      try {
        await assertRejects(
          () => dropMonitor.set({ mode }),
          NetlinkError,
          "Cannot set what is reported of dropped packets: EBUSY",
        );
        await assertRejects(
          () => dropMonitor.start({ kernel: true }),
          NetlinkError,
          "Cannot watch dropped packets: EAGAIN",
        );
        drop();
        let event: DropEvent | undefined;
        for await (const found of monitor) {
          assert(found.kind !== "overrun" && found.kind !== "unknown");
          event = found;
          const text = found.kind === "packet" && found.data !== undefined
            ? new TextDecoder("latin1").decode(found.data)
            : "";
          if (found.kind === "summary" || text.includes("dropped")) break;
        }
        assertEquals(event!.kind, mode);
        if (event!.kind === "packet") {
          assertEquals(event!.reason, "NO_SOCKET");
          assertEquals(event!.origin, "kernel");
          assert(event!.symbol!.length > 0);
        } else {
          assert(event!.kind === "summary" && event!.positions[0]!.count > 0);
        }
      } finally {
        await dropMonitor.stop({ kernel: true });
      }
      assertEquals(typeof (await dropMonitor.counters()).kernel, "bigint");
      // There is nothing left to end.
      await dropMonitor.stop({ kernel: true });
    },
  );
}
