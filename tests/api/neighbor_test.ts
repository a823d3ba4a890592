import { assertEquals, assertThrows } from "@std/assert";
import { neighborFilter } from "../../api/neighbor/filter.ts";
import {
  fromNeighbor,
  nameNeighbor,
  type NeighborSpec,
  toNeighbor,
} from "../../api/neighbor/spec.ts";
import { FieldPath } from "../../api/mapping/field_path.ts";
import type { NeighborMessage } from "../../messages/neighbor/neighbor.ts";

const blank: NeighborMessage = {
  family: 0,
  index: 0,
  state: 0,
  flags: 0,
  type: 0,
  attributes: {},
};

// Numbers are those of linux/neighbour.h.
const pairs: readonly (readonly [NeighborSpec, NeighborMessage])[] = [
  [
    {
      device: 5,
      address: "192.0.2.1",
      linkAddress: "02:00:00:00:00:01",
      state: "permanent",
    },
    {
      ...blank,
      family: 2,
      index: 5,
      state: 0x80,
      attributes: {
        destination: "192.0.2.1",
        linkAddress: "02:00:00:00:00:01",
      },
    },
  ],
  [
    {
      device: 6,
      address: "2001:db8::1",
      state: "stale",
      flags: ["router", "managed"],
      protocol: "static",
    },
    {
      ...blank,
      family: 10,
      index: 6,
      state: 4,
      flags: 0x80,
      attributes: { destination: "2001:db8::1", flagsExtended: 1, protocol: 4 },
    },
  ],
  [
    { device: 7, address: "192.0.2.9", state: "noarp", vlan: 5, vni: 70000 },
    {
      ...blank,
      family: 2,
      index: 7,
      state: 0x40,
      attributes: { destination: "192.0.2.9", vlan: 5, vni: 70000 },
    },
  ],
];

Deno.test("fromNeighbor() puts neighbors into messages", () => {
  for (const [spec, message] of pairs) {
    assertEquals(fromNeighbor(spec), message);
  }
});

Deno.test("toNeighbor() reads what fromNeighbor() has written", () => {
  for (const [spec, message] of pairs) {
    const neighbor = toNeighbor(message);
    for (const [name, value] of Object.entries(spec)) {
      assertEquals(neighbor[name as keyof NeighborSpec], value, name);
    }
    assertEquals(fromNeighbor(neighbor), message);
  }
});

Deno.test("fromNeighbor() makes neighbors permanent unless a state is given", () => {
  const { state } = fromNeighbor({ device: 5, address: "192.0.2.1" });
  assertEquals(state, 0x80);
});

Deno.test("nameNeighbor() sends what names a neighbor, and no more", () => {
  assertEquals(nameNeighbor({ device: 5, address: "192.0.2.1", proxy: true }), {
    ...blank,
    family: 2,
    index: 5,
    flags: 8,
    attributes: { destination: "192.0.2.1" },
  });
});

Deno.test("fromNeighbor() and nameNeighbor() name what is wrong", () => {
  const bad: [object, string][] = [
    [{ device: 5 }, "address"],
    [{ device: 5, address: "192.0.2" }, '"192.0.2" as address'],
    [{ device: 5, address: "::1", state: "gone" }, '"gone" as state'],
    [{ device: 5, address: "::1", linkAddress: "x" }, '"x" as linkAddress'],
    [{ device: 5, address: "::1", vlan: 65536 }, "65536 as vlan"],
    [{ device: 5, address: "::1", flags: ["odd"] }, '"odd" as flags'],
  ];
  for (const [spec, text] of bad) {
    assertThrows(() => fromNeighbor(spec as NeighborSpec), Error, text);
  }
  assertThrows(() => nameNeighbor({ device: 5 } as never), Error, "address");
  assertThrows(
    () => nameNeighbor({ address: "::1", adress: "::1" } as never),
    TypeError,
    "adress",
  );
});

Deno.test("neighborFilter compares what a filter names", () => {
  const accepts = (filter: object, message: NeighborMessage) =>
    neighborFilter.select(filter, FieldPath.root).test?.(message) ?? true;
  const [[, first], [, second]] = pairs as [
    (typeof pairs)[0],
    (typeof pairs)[0],
  ];
  assertEquals(accepts({}, first), true);
  assertEquals(accepts({ device: 5 }, first), true);
  assertEquals(accepts({ device: 5 }, second), false);
  assertEquals(accepts({ family: "inet6" }, first), false);
  assertEquals(accepts({ family: "inet6" }, second), true);
});
