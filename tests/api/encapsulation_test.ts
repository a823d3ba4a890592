import { assertEquals, assertThrows } from "@std/assert";
import { FieldPath } from "../../api/mapping/field_path.ts";
import {
  type Encapsulated,
  type Encapsulation,
  encapsulation,
} from "../../api/route/encap/mod.ts";
import { fromRoute, toRoute } from "../../api/route/spec.ts";

/** A segment routing header of RFC 8754 whose first segment is the next one. */
const header = (segments: string[], size = 2 * segments.length) => ({
  nextHeader: 0,
  headerLength: size,
  type: 4,
  segmentsLeft: segments.length - 1,
  lastEntry: segments.length - 1,
  flags: 0,
  tag: 0,
  segments,
});

/** An HMAC of RFC 8754 with key 7, not computed yet: 2 + 2 + 4 + 32 bytes. */
const unsigned = new Uint8Array(40);
unsigned.set([5, 38, 0, 0, 0, 0, 0, 7]);

// Numbers of LWTUNNEL_ENCAP_* are those of linux/lwtunnel.h.
const pairs: readonly (readonly [Encapsulation, Encapsulated])[] = [
  [
    { mpls: { labels: [100, 200], ttl: 9 } },
    {
      encapType: 1,
      encapMpls: { labels: [100 << 12, 200 << 12 | 256], ttl: 9 },
    },
  ],
  [
    {
      ila: {
        locator: "1:20:300:ffff",
        checksumMode: "neutral-map",
        identifierType: "luid",
        hook: "input",
      },
    },
    {
      encapType: 3,
      encapIla: {
        locator: 0x0001_0020_0300_ffffn,
        checksumMode: 1,
        identifierType: 1,
        hookType: 1,
      },
    },
  ],
  [
    {
      bpf: {
        input: { descriptor: 5, name: "in" },
        output: { descriptor: 6 },
        transmit: { descriptor: 7 },
        headroom: 14,
      },
    },
    {
      encapType: 6,
      encapBpf: {
        input: { descriptor: 5, name: "in" },
        output: { descriptor: 6 },
        transmit: { descriptor: 7 },
        transmitHeadroom: 14,
      },
    },
  ],
  [
    {
      seg6: {
        mode: "encap",
        segments: ["2001:db8::1", "2001:db8::2"],
        source: "2001:db8::9",
        table: "main",
      },
    },
    {
      encapType: 5,
      encapSeg6: {
        segmentRouting: {
          mode: 1,
          header: header(["2001:db8::2", "2001:db8::1"]),
        },
        source: "2001:db8::9",
        table: 254,
      },
    },
  ],
  [
    // The destination of the packet takes the last place.
    { seg6: { mode: "inline", segments: ["2001:db8::1"] } },
    {
      encapType: 5,
      encapSeg6: {
        segmentRouting: { mode: 0, header: header(["::", "2001:db8::1"]) },
      },
    },
  ],
  [
    { seg6: { mode: "l2encap.red", segments: ["2001:db8::1"], hmac: 7 } },
    {
      encapType: 5,
      encapSeg6: {
        segmentRouting: {
          mode: 4,
          header: { ...header(["2001:db8::1"], 7), flags: 8, tlvs: unsigned },
        },
      },
    },
  ],
  [
    { seg6local: { action: "End.X", nexthop6: "2001:db8::1" } },
    {
      encapType: 7,
      encapSeg6Local: { action: 2, nexthop6: "2001:db8::1" },
    },
  ],
  [
    {
      seg6local: {
        action: "End.B6.Encaps",
        path: { segments: ["2001:db8::1", "2001:db8::2"] },
      },
    },
    {
      encapType: 7,
      encapSeg6Local: {
        action: 10,
        segmentRouting: header(["2001:db8::2", "2001:db8::1"]),
      },
    },
  ],
  [
    { seg6local: { action: "End.B6", path: { segments: ["2001:db8::1"] } } },
    {
      encapType: 7,
      encapSeg6Local: {
        action: 9,
        segmentRouting: header(["::", "2001:db8::1"]),
      },
    },
  ],
  [
    {
      seg6local: {
        action: "End",
        counters: { packets: 0n, bytes: 0n, errors: 0n },
        flavors: ["psp", "next-csid"],
        locatorBlockBits: 32,
        locatorNodeFunctionBits: 16,
      },
    },
    {
      encapType: 7,
      encapSeg6Local: {
        action: 1,
        counters: { packets: 0n, bytes: 0n, errors: 0n },
        flavors: {
          operation: 0b10010,
          locatorBlockBits: 32,
          locatorNodeFunctionBits: 16,
        },
      },
    },
  ],
  [
    {
      seg6local: {
        action: "End.BPF",
        table: "main",
        vrfTable: 100,
        nexthop4: "192.0.2.1",
        bpf: { program: 3, name: "p" },
      },
    },
    {
      encapType: 7,
      encapSeg6Local: {
        action: 15,
        table: 254,
        vrfTable: 100,
        nexthop4: "192.0.2.1",
        bpf: { program: 3, name: "p" },
      },
    },
  ],
  [
    { rpl: { segments: ["2001:db8::1", "2001:db8::2"] } },
    {
      encapType: 8,
      encapRpl: {
        header: {
          nextHeader: 0,
          headerLength: 4,
          type: 3,
          segmentsLeft: 2,
          compression: 0,
          padding: 0,
          reserved: 0,
          segments: ["2001:db8::2", "2001:db8::1"],
        },
      },
    },
  ],
  [
    {
      ioam6: {
        mode: "auto",
        destination: "2001:db8::1",
        source: "2001:db8::2",
        frequencyK: 1,
        frequencyN: 100,
        trace: { namespaceId: 123, type: 0x800000, size: 12 },
      },
    },
    {
      encapType: 9,
      encapIoam6: {
        mode: 3,
        destination: "2001:db8::1",
        source: "2001:db8::2",
        frequencyK: 1,
        frequencyN: 100,
        trace: {
          namespaceId: 123,
          nodeLength: 0,
          remainingLength: 3,
          traceType: 0x80000000,
        },
      },
    },
  ],
  [
    { xfrm: { interfaceId: 5 } },
    { encapType: 10, encapXfrm: { interfaceId: 5 } },
  ],
];

for (const [words, kernel] of pairs) {
  const name = Deno.inspect(words, { compact: true, breakLength: Infinity });
  Deno.test(`fromRoute() and toRoute() convert the encapsulation ${name}`, () => {
    const spec = { to: "192.0.2.0/24", encap: words };
    const message = fromRoute(spec);
    const { destination: _, ...attributes } = message.attributes;
    assertEquals(attributes as Encapsulated, kernel);
    assertEquals(toRoute(message).encap, words);
  });
}

Deno.test("Segment routing headers with a key leave room for the signature", () => {
  const data: Encapsulated = {};
  encapsulation.write(
    data,
    { seg6: { segments: ["2001:db8::1"], hmac: 0x01020304 } },
    FieldPath.root,
  );
  const tlvs = data.encapSeg6?.segmentRouting?.header.tlvs;
  assertEquals(tlvs?.subarray(0, 8), Uint8Array.of(5, 38, 0, 0, 1, 2, 3, 4));
});

Deno.test("fromRoute() names what is wrong with an encapsulation", () => {
  const bad: [unknown, string][] = [
    [5, "5 as encap"],
    [{}, "as encap"],
    [{ mpls: { labels: [1] }, rpl: { segments: [] } }, "as encap"],
    [{ nothing: {} }, "as encap"],
    [{ mpls: { labels: [] } }, "as encap.mpls.labels"],
    [{ mpls: { labels: [1 << 20] } }, "1048576 as encap.mpls.labels[0]"],
    [{ ila: { locator: "1:2:3" } }, '"1:2:3" as encap.ila.locator'],
    [{ ila: { locator: "1:2:3:g" } }, '"1:2:3:g" as encap.ila.locator'],
    [{ seg6: 5 }, "5 as encap.seg6"],
    [{ seg6: { segments: [] } }, "as encap.seg6.segments"],
    [{ seg6: { segments: ["::1"], mode: "x" } }, '"x" as encap.seg6.mode'],
    [{ seg6local: null }, "null as encap.seg6local"],
    [{ seg6local: { action: "Start" } }, '"Start" as encap.seg6local.action'],
    [{ ioam6: { trace: 5 } }, "5 as encap.ioam6.trace"],
    [
      { ioam6: { trace: { namespaceId: 1, type: 1, size: 6 } } },
      "6 as encap.ioam6.trace.size",
    ],
    [
      { ioam6: { trace: { namespaceId: 1, type: 1 << 24, size: 4 } } },
      "16777216 as encap.ioam6.trace.type",
    ],
  ];
  for (const [encap, text] of bad) {
    assertThrows(
      () => fromRoute({ to: "192.0.2.0/24", encap: encap as Encapsulation }),
      Error,
      text,
    );
  }
});
