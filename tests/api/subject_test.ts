import { assertEquals } from "@std/assert";
import { describeRequest } from "../../api/connection/request_names.ts";
import { subjectOf } from "../../api/connection/subject.ts";

/** Types of messages, what is in them, and what errors call that. */
const subjects: [type: number, message: object, subject: string | undefined][] =
  [
    [18, { index: 7, attributes: {} }, "eth7"],
    [18, { index: 9, attributes: {} }, "with index 9"],
    [18, { index: 0, attributes: { name: "d0" } }, "d0"],
    [18, { attributes: { alternativeName: "longer" } }, "longer"],
    [17, { index: 0, attributes: { group: 5 } }, "of group 5"],
    [18, { index: 0, attributes: {} }, undefined],
    [
      20,
      {
        prefixLength: 24,
        index: 7,
        attributes: { local: "192.0.2.1", address: "192.0.2.1" },
      },
      "192.0.2.1/24 dev eth7",
    ],
    [24, { destinationLength: 0, table: 254, attributes: {} }, "default"],
    [
      24,
      {
        destinationLength: 8,
        table: 254,
        attributes: { destination: "10.0.0.0", gateway: "192.0.2.1" },
      },
      "10.0.0.0/8 via 192.0.2.1",
    ],
    [
      24,
      {
        destinationLength: 8,
        table: 0,
        attributes: {
          destination: "10.0.0.0",
          via: { family: 10, address: "2001:db8::1" },
          outputDevice: 7,
          table: 300,
        },
      },
      "10.0.0.0/8 via 2001:db8::1 dev eth7 table 300",
    ],
    [
      24,
      { family: 28, attributes: { destinationLabels: [100 << 12 | 256] } },
      "100",
    ],
    [
      28,
      { family: 2, index: 7, attributes: { destination: "192.0.2.9" } },
      "192.0.2.9 dev eth7",
    ],
    [
      28,
      {
        family: 7,
        index: 7,
        attributes: { linkAddress: "02:00:00:00:00:01", vlan: 5 },
      },
      "02:00:00:00:00:01 dev eth7 vlan 5",
    ],
    [
      32,
      {
        sourceLength: 8,
        table: 7,
        attributes: { priority: 5, source: "10.0.0.0" },
      },
      "priority 5 from 10.0.0.0/8 table 7",
    ],
    [64, { attributes: { name: "arp_cache" } }, "arp_cache"],
    [72, { prefixLength: 32, attributes: { address: "::" } }, "::/32"],
    [80, { attributes: { index: 7 } }, "dev eth7"],
    [94, { index: 7, attributes: {} }, "of eth7"],
    [104, { attributes: { id: 3 } }, "3"],
    [36, { index: 7, attributes: { kind: "fq" } }, "dev eth7"],
    [36, { index: 7, handle: 0x8001_0000, attributes: {} }, "8001: dev eth7"],
    [40, { index: 7, handle: 0x1_0010, attributes: {} }, "1:10 dev eth7"],
    [44, { index: 7, info: 0, attributes: {} }, "dev eth7"],
    [
      44,
      { index: 7, info: 5 << 16 | 8, attributes: {} },
      "dev eth7 preference 5",
    ],
    [
      112,
      { index: 7, attributes: { entries: [{ info: { vid: 5 } }] } },
      "5 dev eth7",
    ],
    [112, {
      index: 7,
      attributes: { entries: [{ info: { vid: 5 }, range: 9 }] },
    }, "5-9 dev eth7"],
    [112, { index: 0, attributes: {} }, undefined],
    [84, {
      index: 7,
      attributes: {
        entry: { port: 7, vlan: 5, group: { address: "239.1.1.1" } },
      },
    }, "239.1.1.1 dev eth7 port eth7 vlan 5"],
    [84, { index: 0, attributes: {} }, undefined],
    [120, { attributes: {} }, undefined],
    [1020, { attributes: { id: 3 } }, undefined],
    [16, {}, undefined],
  ];

for (const [type, message, subject] of subjects) {
  Deno.test(`subjectOf() calls ${type} ${Deno.inspect(message)} ${subject}`, () => {
    const nameOf = (index: number) => index === 7 ? "eth7" : undefined;
    assertEquals(subjectOf(type, message, nameOf), subject);
  });
}

Deno.test("subjectOf() takes messages of any sort", () => {
  for (const message of [undefined, null, 5, "text", [], { attributes: 5 }]) {
    assertEquals(subjectOf(16, message), undefined);
  }
});

Deno.test("describeRequest() distinguishes entries of bridges from neighbors", () => {
  const message = { family: 7, attributes: {} };
  assertEquals(
    describeRequest({ type: 29, message }, 5).action,
    "delete forwarding entry",
  );
  assertEquals(
    describeRequest({ type: 30, message }, 0x301).action,
    "list forwarding entries",
  );
  assertEquals(
    describeRequest({ type: 29, message: { ...message, family: 2 } }, 5).action,
    "delete neighbor",
  );
});
