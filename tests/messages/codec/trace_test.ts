import fc from "fast-check";
import {
  assert,
  assertEquals,
  assertGreater,
  assertStrictEquals,
} from "@std/assert";
import { linkMessage } from "../../../messages/link/mod.ts";
import { routeMessage } from "../../../messages/route/mod.ts";
import {
  type Codec,
  DecodeError,
  Writer,
} from "../../../messages/codec/mod.ts";
import type { Decode } from "../../../messages/codec/compiled/compile.ts";
import { compileTrace } from "../../../messages/codec/compiled/compile_trace.ts";
import { withTraces } from "../../../messages/codec/compiled/traces.ts";
import { messageTypesByProtocol } from "../../../messages/registry.ts";
import { arbitrary } from "../../support/arbitrary.ts";

const route = {
  family: 2,
  destinationLength: 24,
  sourceLength: 0,
  tos: 0,
  table: 254,
  protocol: 4,
  scope: 0,
  type: 1,
  flags: 0,
  attributes: {
    table: 254,
    destination: "192.0.2.0",
    metrics: { mtu: 1400 },
    outputDevice: 3,
  },
};

const link = {
  family: 0,
  type: 1,
  index: 3,
  flags: 0x1043,
  change: 0,
  attributes: {
    name: "vlan10",
    mtu: 1500,
    qdisc: "noqueue",
    address: "02:00:00:00:00:01",
    info: { kind: "vlan", vlan: { id: 10 } },
  },
};

/** The bytes of a message, in a buffer of their own. */
function encode<T>(codec: Codec<T>, value: T): DataView {
  const writer = new Writer();
  codec.encode(writer, value);
  return new DataView(writer.finish().slice().buffer);
}

function traceOf<T>(codec: Codec<T>, view: DataView): Decode | undefined {
  const { shape } = codec;
  assert(shape.kind === "message");
  const { header, attributes } = shape;
  return compileTrace(header, attributes, view, 0, view.byteLength);
}

function decodeAll(decode: Decode, view: DataView): unknown {
  return decode(view, 0, view.byteLength);
}

Deno.test("compileTrace() decodes messages with other values", () => {
  const trace = traceOf(routeMessage, encode(routeMessage, route))!;
  const other = {
    ...route,
    table: 7,
    attributes: { ...route.attributes, destination: "10.0.0.0", table: 7 },
  };
  assertEquals(decodeAll(trace, encode(routeMessage, other)), other);
});

Deno.test("compileTrace() leaves messages with other attributes alone", () => {
  const trace = traceOf(routeMessage, encode(routeMessage, route))!;
  const { table, ...fewer } = route.attributes;
  for (
    const attributes of [
      fewer,
      { ...fewer, table },
      { ...route.attributes, priority: 5 },
      { ...route.attributes, destination: "2001:db8::" },
      { ...route.attributes, metrics: {} },
      { ...route.attributes, metrics: { window: 1400 } },
      {},
    ]
  ) {
    const view = encode(routeMessage, { ...route, attributes });
    assertStrictEquals(decodeAll(trace, view), undefined);
  }
});

Deno.test("compileTrace() takes text of any length", () => {
  const trace = traceOf(linkMessage, encode(linkMessage, link))!;
  for (const name of ["", "a", "eth0", "a-rather-long-name"]) {
    for (const qdisc of ["mq", "noqueue"]) {
      const attributes = { ...link.attributes, name, qdisc };
      const view = encode(linkMessage, { ...link, attributes });
      assertEquals(decodeAll(trace, view), { ...link, attributes });
    }
  }
});

Deno.test("compileTrace() leaves text alone that is out of the ordinary", () => {
  const view = encode(linkMessage, link);
  const trace = traceOf(linkMessage, view)!;
  const bytes = new Uint8Array(view.buffer);
  const start = 16 + 4;
  for (
    const [at, byte] of [[start + 2, 0], [start + 2, 0xc3], [start + 6, 65]]
  ) {
    const before = bytes[at!]!;
    bytes[at!] = byte!;
    assertStrictEquals(decodeAll(trace, view), undefined);
    bytes[at!] = before;
  }
  assertEquals(decodeAll(trace, view), link);
});

Deno.test("codecs keep text that is no UTF-8 when they are warm", () => {
  const view = encode(linkMessage, link);
  const bytes = new Uint8Array(view.buffer);
  bytes[22] = 0xff;
  for (let i = 0; i < 300; i++) {
    const value = linkMessage.decode(view, 0, view.byteLength);
    assertEquals(value.attributes.name, "vl\udcffn10");
    assertEquals(new Uint8Array(encode(linkMessage, value).buffer), bytes);
  }
});

Deno.test("compileTrace() leaves links of other kinds alone", () => {
  const trace = traceOf(linkMessage, encode(linkMessage, link))!;
  const info = { kind: "vlax" };
  const attributes = { ...link.attributes, info };
  const view = encode(linkMessage, { ...link, attributes });
  assertStrictEquals(decodeAll(trace, view), undefined);
});

Deno.test("compileTrace() leaves examples alone that are out of the ordinary", () => {
  const unknown = [{ type: 999, data: new Uint8Array(4) }];
  const attributes = { ...route.attributes, unknown };
  const odd = encode(routeMessage, { ...route, attributes });
  assertStrictEquals(traceOf(routeMessage, odd), undefined);
});

Deno.test("compileTrace() needs words that are aligned", () => {
  const view = encode(routeMessage, route);
  const trace = traceOf(routeMessage, view)!;
  const bytes = new Uint8Array(view.byteLength + 4);
  for (const shift of [1, 2, 3]) {
    bytes.set(new Uint8Array(view.buffer), shift);
    const { buffer } = bytes;
    const end = shift + view.byteLength;
    assertStrictEquals(trace(new DataView(buffer), shift, end), undefined);
    const shifted = new DataView(buffer, shift, view.byteLength);
    assertStrictEquals(decodeAll(trace, shifted), undefined);
  }
});

Deno.test("compileTrace() follows the view from buffer to buffer", () => {
  const first = encode(routeMessage, route);
  const trace = traceOf(routeMessage, first)!;
  const second = encode(routeMessage, { ...route, tos: 4 });
  assertEquals(decodeAll(trace, first), route);
  assertEquals(decodeAll(trace, second), { ...route, tos: 4 });
  assertEquals(decodeAll(trace, first), route);
});

Deno.test("withTraces() decodes the same, whatever comes when", () => {
  const { shape } = routeMessage;
  assert(shape.kind === "message");
  let general = 0;
  const decode = withTraces(shape.header, shape.attributes, (...args) => {
    general++;
    return routeMessage.decode(...args);
  });
  const messages = Array.from({ length: 9 }, (_, i) => {
    const priority = i % 3 === 0 ? {} : { priority: i };
    const gateway = i % 2 === 0 ? {} : { gateway: "192.0.2.1" };
    const attributes = { ...route.attributes, ...priority, ...gateway };
    return { ...route, tos: i, attributes };
  });
  const views = messages.map((message) => encode(routeMessage, message));
  for (let i = 0; i < 3000; i++) {
    const n = i * 7 % 9;
    assertEquals(decodeAll(decode, views[n]!), messages[n]);
  }
  assertGreater(1000, general);
});

Deno.test("withTraces() gives up on messages that are all different", () => {
  const { shape } = routeMessage;
  assert(shape.kind === "message");
  let general = 0;
  const decode = withTraces(shape.header, shape.attributes, (...args) => {
    general++;
    return routeMessage.decode(...args);
  });
  const names = [
    "priority",
    "flow",
    "mark",
    "nextHopId",
    "uid",
    "protocolInfo",
  ];
  const views = Array.from({ length: 1 << names.length }, (_, set) => {
    const chosen = names.slice(0, 3).filter((_, bit) => set >> bit & 1);
    const rest = Object.fromEntries(chosen.map((name) => [name, 1]));
    const metrics = Object.fromEntries(
      ["mtu", "window", "rtt", "hopLimit"].filter((_, bit) => set >> bit & 4)
        .map((name) => [name, 1]),
    );
    const attributes = { ...route.attributes, ...rest, metrics };
    return encode(routeMessage, { ...route, attributes });
  });
  for (let i = 0; i < 20_000; i++) {
    const view = views[i % views.length]!;
    assertEquals(decodeAll(decode, view), decodeAll(routeMessage.decode, view));
  }
  assertGreater(general, 10_000);
});

const messageTypes = [...messageTypesByProtocol.values()].flat();

for (const [codec, types] of Map.groupBy(messageTypes, (t) => t.codec)) {
  const { shape } = codec as Codec<unknown>;
  if (shape.kind !== "message") continue;
  Deno.test(`${types[0]!.name} decodes the same by a trace`, () => {
    fc.assert(
      fc.property(
        arbitrary(codec as Codec<unknown>),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
          maxLength: 20,
        }),
        (value, changes) => {
          const view = encode(codec as Codec<unknown>, value);
          const trace = traceOf(codec as Codec<unknown>, view);
          if (trace === undefined) return;
          const expected = decodeAll(codec.decode as Decode, view);
          assertEquals(decodeAll(trace, view), expected);
          assertEquals(
            Object.keys((expected as { attributes: object }).attributes),
            Object.keys(
              (decodeAll(trace, view) as { attributes: object }).attributes,
            ),
          );
          const bytes = new Uint8Array(view.buffer);
          for (const [at, byte] of changes) {
            bytes[at % bytes.length] = byte;
            const found = decodeAll(trace, view);
            if (found === undefined) continue;
            assertEquals(found, decodeAll(codec.decode as Decode, view));
          }
        },
      ),
      { numRuns: 100 },
    );
  });
}

Deno.test("messages too short for their header are refused alike, traces or not", () => {
  for (const { name, codec } of messageTypes) {
    const view = new DataView(new ArrayBuffer(64), 4, 4);
    for (const end of [0, 1, 2, 3, 4]) {
      const results = new Set<string>();
      for (let i = 0; i < 200; i++) {
        try {
          results.add(JSON.stringify(codec.decode(view, 0, end)));
        } catch (error) {
          assert(error instanceof DecodeError, `${name}: ${error}`);
          results.add(error.message);
        }
      }
      assertEquals(results.size, 1, name);
    }
  }
});
