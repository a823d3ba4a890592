import { assertEquals } from "@std/assert";
import { Room } from "../../api/mapping/origin.ts";
import { KeptMessage } from "../../api/monitor/kept_message.ts";
import { Renewal } from "../../api/monitor/renewal.ts";
import { RouteStore } from "../../api/monitor/route_store.ts";
import { Writer } from "../../messages/codec/mod.ts";
import { type RouteMessage, routeMessage } from "../../messages/route/mod.ts";
import { route } from "../support/simulated_kernel.ts";

type Kept = KeptMessage<RouteMessage>;

/** Little enough for one message in each buffer. */
const room = new Room(0);

function keep(to: string, metric: number): Kept {
  const writer = new Writer();
  routeMessage.encode(writer, route(to, { priority: metric }));
  const at = room.keep(writer.view, 0, writer.length);
  return new KeptMessage(routeMessage, room, at, undefined);
}

/** A store with its renewal, and how many messages have been copied. */
function renewed() {
  const store = new RouteStore<Kept>();
  const renewal = new Renewal(room);
  let buffers = new Map<Kept, unknown>();
  return {
    notify(message: Kept, deleted = false): void {
      store.apply({ deleted, flags: 0, message });
      renewal.after(store as never);
    },
    /** Counts messages that are in other buffers than the last time. */
    copied(): number {
      const before = buffers;
      buffers = new Map([...store.values()].map((kept) => [kept, kept.view]));
      return [...buffers].filter(([kept, view]) =>
        before.has(kept) && before.get(kept) !== view
      ).length;
    },
  };
}

Deno.test("Renewal copies nothing while objects are only added", () => {
  const { notify, copied } = renewed();
  for (let i = 0; i < 100; i++) {
    notify(keep(`10.0.${i}.0/24`, 1));
    assertEquals(copied(), 0);
  }
});

Deno.test("Renewal copies a message for every two that get out of date", () => {
  const { notify, copied } = renewed();
  for (let i = 0; i < 100; i++) notify(keep(`10.0.${i}.0/24`, 1));
  copied();
  for (let i = 90; i < 100; i++) notify(keep(`10.0.${i}.0/24`, 1), true);
  assertEquals(copied(), 5);
  // Objects that come and go, while the others stay as they are.
  for (let i = 0; i < 170; i++) {
    notify(keep("10.1.0.0/24", 1));
    notify(keep("10.1.0.0/24", 1), true);
  }
  assertEquals(copied(), 85);
});
