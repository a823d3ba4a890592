import { assertEquals, assertThrows } from "@std/assert";
import {
  action,
  actions,
  type TrafficActionSpec,
} from "../../api/tc/action_spec.ts";
import { FieldPath } from "../../api/mapping/field_path.ts";
import { actionEntry } from "../../messages/tc/action.ts";
import { Writer } from "../../messages/codec/mod.ts";
import { actionSamples } from "../support/action_samples.ts";

/** Where devices have numbers. */
const fieldPath = new FieldPath("", {
  device: () => 5,
  deviceName: () => "d0",
  namespace: () => 0,
});

for (const [property, specs] of Object.entries(actionSamples)) {
  Deno.test(`action.toKernel() of ${property} is what action.fromKernel() reads`, () => {
    for (const spec of specs) {
      const entry = action.toKernel(spec, fieldPath);
      const writer = new Writer();
      actionEntry.encode(writer, entry);
      const bytes = writer.finish();
      const decoded = actionEntry.decode(
        new DataView(bytes.buffer),
        0,
        bytes.length,
      );
      const { message: _, ...read } = action.fromKernel(decoded);
      const entry2 = action.toKernel(
        { ...read, message: _ } as TrafficActionSpec,
        fieldPath,
      );
      const second = new Writer();
      actionEntry.encode(second, entry2);
      assertEquals(second.finish(), bytes);
    }
  });
}

Deno.test("action.fromKernel() has the message without showing it", () => {
  const entry = { kind: "gact", index: 5 };
  const read = action.fromKernel(entry);
  assertEquals(read.message, entry);
  assertEquals(JSON.parse(JSON.stringify({ actions: [read] })), {
    actions: [{ kind: "gact", index: 5, references: 0, bindings: 0 }],
  });
  assertEquals(Object.keys(structuredClone(read)).includes("message"), false);
});

Deno.test("action.toKernel() names an action that is there by kind and number", () => {
  const { mirred } = action.toKernel({ kind: "mirred", index: 7 }, fieldPath);
  assertEquals(mirred?.parameters?.index, 7);
  assertEquals(mirred?.parameters?.type, 0);
  assertEquals(
    action.toKernel({ kind: "trial", index: 7 }, fieldPath),
    { kind: "trial", index: 7 },
  );
});

Deno.test("action.toKernel() has people's errors", () => {
  const cases: [spec: unknown, message: string][] = [
    [5, "an object is expected"],
    [{}, "a kind, or then, is expected"],
    [{ gact: {} }, "then"],
    [{ then: "never" }, "then"],
    [{ then: { goto: -1 } }, "then.goto"],
    [{ then: { goto: 1, jump: 1 } }, "{ goto: chain } or { jump: count }"],
    [{ then: "drop", index: -1 }, "index"],
    [{ then: "drop", cookie: new Uint8Array(17) }, "more than 16 bytes"],
    [{ then: "drop", trial: 1 }, "there is no such property"],
    [{ kind: "gact", mirred: { redirect: "d0" } }, "the kind is gact already"],
    [{ mirred: {} }, "redirect, mirror or a block is expected"],
    [{ mirred: { redirect: "d0", mirror: "d1" } }, "another target"],
    [{ police: { rate: "1mbit" } }, "police.burst"],
    [{ police: { rate: "fast", burst: 1 } }, "police.rate"],
    [{ police: { peakRate: 5, mtu: 7 } }, "police.peakRate"],
    [{ police: { packetRate: 5 } }, "police.packetBurst"],
    [{ vlan: {} }, "vlan.operation"],
    [{ vlan: { operation: "push" } }, "vlan.id"],
    [{ vlan: { operation: "push", id: 4096 } }, "vlan.id"],
    [{ vlan: { operation: "push_eth" } }, "vlan.destination"],
    [{ mpls: { operation: "pop" } }, "mpls.protocol"],
    [{ tunnelKey: { source: "192.0.2.1" } }, "tunnelKey.destination"],
    [{ nat: { from: "10.0.0.0/33", to: "192.0.2.1" } }, "nat.from"],
    [{ pedit: { changes: 5 } }, "pedit.changes"],
    [{ pedit: { changes: [{ field: "ipv4.trial", set: 1 }] } }, "field"],
    [{ pedit: { changes: [{ field: "ipv4.ttl" }] } }, "set and add"],
    [{ pedit: { changes: [{ field: "ipv4.ttl", set: 256 }] } }, "set"],
    [{ gate: { entries: [{ interval: "long" }] } }, "gate.entries[0].interval"],
    [{ ct: { translate: "both" } }, "ct.translate"],
    [{ ife: { mark: -1 } }, "ife.mark"],
    [{ csum: { checksums: ["trial"] } }, "csum.checksums"],
  ];
  for (const [spec, message] of cases) {
    assertThrows(
      () => action.toKernel(spec as TrafficActionSpec, fieldPath),
      Error,
      message,
    );
  }
  assertThrows(
    () => actions.toKernel([{ then: "drop" }, {}], fieldPath),
    TypeError,
    "[1]",
  );
});
