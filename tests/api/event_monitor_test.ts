import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { EventMonitor } from "../../api/monitor/event_monitor.ts";
import { DecodeError, u32 } from "../../messages/codec/mod.ts";
import { FakeKernel, message, overflow } from "../support/fake_kernel.ts";

const GROUP = 3;
const KNOWN = 20;

/** Watches numbers of 32 bits in messages of one type. */
function watch(kernel: FakeKernel, signal?: AbortSignal) {
  return new EventMonitor<{ kind: "number"; number: number }>(
    {
      groups: [GROUP],
      load: () => (type, view, start, end) => {
        if (type !== KNOWN) return undefined;
        if (end - start < 4) {
          throw new DecodeError("Cannot decode number: it is too short");
        }
        return { kind: "number", number: u32.decode(view, start, end) };
      },
    },
    () => kernel,
    signal === undefined ? {} : { signal },
  );
}

function report(type: number, ...bytes: number[]) {
  return message({ type }, (writer) => writer.bytes(Uint8Array.from(bytes)));
}

Deno.test("EventMonitor returns what it cannot read as bytes, and goes on", async () => {
  const kernel = new FakeKernel();
  using monitor = watch(kernel);
  assertEquals([...kernel.groups], [GROUP]);
  kernel.deliver(
    report(KNOWN, 1, 0, 0, 0),
    report(KNOWN, 1, 2),
    report(99, 7, 8, 9, 10),
    overflow(),
    report(KNOWN, 2, 0, 0, 0),
  );
  const events: unknown[] = [];
  for await (const event of monitor) {
    events.push(event);
    if (events.length === 5) break;
  }
  assertEquals(events, [
    { kind: "number", number: 1 },
    { kind: "unknown", type: KNOWN, data: Uint8Array.of(1, 2) },
    { kind: "unknown", type: 99, data: Uint8Array.of(7, 8, 9, 10) },
    { kind: "overrun" },
    { kind: "number", number: 2 },
  ]);
  assert(kernel.closed);
});

Deno.test("EventMonitor ends with the reason of its signal", async () => {
  const kernel = new FakeKernel();
  const controller = new AbortController();
  const loop = watch(kernel, controller.signal)[Symbol.asyncIterator]();
  const next = loop.next();
  controller.abort(new RangeError("enough"));
  await assertRejects(() => next, RangeError, "enough");
  assert(kernel.closed);
});

Deno.test("EventMonitor closes its socket if a group cannot be joined", () => {
  const kernel = new FakeKernel();
  kernel.join = () => {
    throw new RangeError("no such group");
  };
  assertThrows(() => watch(kernel), RangeError, "no such group");
  assert(kernel.closed);
});
