import { assert, assertEquals, assertNotEquals } from "@std/assert";
import fc from "fast-check";
import { links, toLink } from "../../api/link/spec.ts";
import { uint32 } from "../../api/mapping/conversions.ts";
import { type MessageCheck, reading } from "../../api/reading/reading.ts";
import { SKIPPED } from "../../api/connection/request.ts";
import { mapping, within } from "../../api/mapping/mapping.ts";
import {
  type Attributes,
  attributes,
  bytes,
  type Codec,
  message,
  struct,
  u32,
} from "../../messages/codec/mod.ts";
import { linkMessage } from "../../messages/link/link.ts";
import { arbitrary } from "../support/arbitrary.ts";
import {
  assertSame,
  capturedOf,
  encode,
  interpreted,
  kinds,
  traceOf,
} from "../support/readings.ts";

const changes = fc.array(
  fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })),
  { maxLength: 20 },
);

for (const kind of kinds) {
  const { name, codec, reading } = kind;

  Deno.test(`reading of a ${name} is the same from bytes, whatever they are`, () => {
    fc.assert(
      fc.property(arbitrary(codec), changes, (value, changes) => {
        const view = encode(codec, value);
        const trace = traceOf(kind, view);
        const expected = interpreted(kind, view);
        if (trace !== undefined) assertSame(trace(view), expected);
        const bytes = new Uint8Array(view.buffer);
        for (const [at, byte] of changes) {
          bytes[at % bytes.length] = byte;
          const found = trace?.(view);
          if (found !== undefined) assertSame(found, interpreted(kind, view));
        }
      }),
      { numRuns: 200 },
    );
  });

  Deno.test(`reading of a ${name} is the same from captured bytes`, () => {
    let traced = 0;
    const all = [...capturedOf(kind)];
    for (const example of all) {
      const trace = traceOf(kind, example);
      if (trace === undefined) continue;
      traced++;
      assertSame(trace(example), interpreted(kind, example));
      for (const view of all) {
        const found = trace(view);
        if (found !== undefined) assertSame(found, interpreted(kind, view));
      }
    }
    assert(traced >= all.length / 2, `${traced} of ${all.length}`);
  });

  Deno.test(`reading of many a ${name} is the same, whatever comes when`, () => {
    fc.assert(
      fc.property(
        fc.array(arbitrary(codec), { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(), { minLength: 1, maxLength: 50 }),
        (values, order) => {
          const views = values.map((value) => encode(codec, value));
          const expected = views.map((view) => interpreted(kind, view));
          const reply = reading.replies();
          for (let i = 0; i < 200; i++) {
            const at = order[i % order.length]! % views.length;
            const view = views[at]!;
            assertSame(
              reply.decode(view, 0, view.byteLength),
              expected[at]!,
            );
          }
        },
      ),
      { numRuns: 20 },
    );
  });
}

/** Checks of some values at some paths. */
const checksOf = (paths: string[][]): fc.Arbitrary<MessageCheck[]> =>
  fc.array(
    fc.constantFrom(...paths).chain((reads) =>
      fc.func(fc.boolean()).map((accepts) => ({ reads, accepts }))
    ),
    { minLength: 1, maxLength: 3 },
  );

const routePaths = [
  ["family"],
  ["attributes.priority"],
  ["table", "attributes.table"],
  ["destinationLength", "attributes.destination"],
  ["attributes.metrics"],
  ["attributes.multipath", "type"],
  [""],
];

Deno.test("reading drops what a check refuses, before or after decoding", () => {
  const kind = kinds.find(({ name }) => name === "route")!;
  const { codec, reading } = kind;
  fc.assert(
    fc.property(
      arbitrary(codec),
      checksOf(routePaths),
      (value, checks) => {
        const view = encode(codec, value);
        const message = codec.decode(view, 0, view.byteLength);
        const isWanted = checks.every(({ reads, accepts }) =>
          accepts(...reads.map((path) => at(message, path)) as never[])
        );
        const test = { test: () => isWanted, checks };
        const trace = traceOf(kind, view, checks);
        const found = [
          reading.replies(test).decode(view, 0, view.byteLength),
          ...trace === undefined ? [] : [trace(view)],
        ];
        for (const object of found) {
          if (isWanted) assertSame(object, interpreted(kind, view));
          else assert(object === SKIPPED);
        }
      },
    ),
    { numRuns: 500 },
  );
});

function at(message: unknown, path: string): unknown {
  if (path === "") return message;
  return path.split(".").reduce(
    (value, name) => (value as Record<string, unknown>)[name],
    message,
  );
}

const multipath = {
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
    multipath: [1, 2].map((outputDevice) => ({
      flags: 0,
      hops: 3,
      outputDevice,
      attributes: { gateway: `192.0.2.${outputDevice}` },
    })),
  },
};

Deno.test("reading of a route reads its next hops straight from bytes", () => {
  const kind = kinds.find(({ name }) => name === "route")!;
  const view = encode(kind.codec, multipath);
  const trace = traceOf(kind, view)!;
  const expected = {
    family: "inet",
    to: "192.0.2.0/24",
    table: "main",
    protocol: "static",
    scope: "global",
    type: "unicast",
    nextHops: [1, 2].map((device) => ({
      gateway: `192.0.2.${device}`,
      device,
      weight: 4,
    })),
  };
  for (let i = 0; i < 200; i++) assertEquals(trace(view), expected);
});

Deno.test("reading decodes only what properties are read from", () => {
  const decoded: unknown[] = [];
  const spied: Codec<Uint8Array> = {
    ...bytes,
    decode: (...args) => {
      decoded.push(args);
      return bytes.decode(...args);
    },
  };
  interface Data extends Attributes {
    number?: number;
    opaque?: Uint8Array;
  }
  const codec = message(
    struct<{ family: number }>({ family: u32 }),
    attributes<Data>({
      number: ["NUMBER", 1, u32],
      opaque: ["OPAQUE", 2, spied],
    }),
  );
  const fields = mapping<{ number: number }, { attributes: Data }>(
    within<{ attributes: Data }, "attributes", { number: number }>(
      "attributes",
      { number: ["number", uint32] },
    ),
    () => ({ attributes: {} }),
  );
  const reply = reading(codec, fields).replies();
  const view = encode(codec as Codec<unknown>, {
    family: 0,
    attributes: { number: 5, opaque: Uint8Array.of(1) },
  });
  for (let i = 0; i < 200; i++) {
    assertEquals(reply.decode(view, 0, view.byteLength), { number: 5 });
  }
  assert(decoded.length < 100, `${decoded.length} of 200`);
});

Deno.test("objects are plain, but for the message that they come from", () => {
  const message = linkMessage.decode(
    encode(linkMessage as Codec<unknown>, {
      family: 0,
      type: 1,
      index: 3,
      flags: 0x1043,
      change: 0,
      attributes: { name: "eth0", mtu: 1500 },
    }),
    0,
    32,
  );
  const view = encode(linkMessage as Codec<unknown>, message);
  const reply = links.replies();
  for (
    const link of [toLink(message), reply.decode(view, 0, view.byteLength)]
  ) {
    assert(typeof link !== "symbol");
    const { index, name, flags } = link;
    assertEquals([index, name], [3, "eth0"]);
    assertEquals(link.message, message);
    assert(link.message === link.message);
    assert(!Object.keys(link).includes("message"));
    for (
      const copy of [
        { ...link },
        structuredClone(link),
        JSON.parse(JSON.stringify(link)),
      ]
    ) {
      assertEquals(copy, link);
      assertEquals(copy.flags, flags);
      assertEquals(copy.message, undefined);
    }
    assertEquals(Deno.inspect(link), Deno.inspect({ ...link }));
    assertNotEquals(link, toLink({ ...message, index: 4 }));
  }
});

Deno.test("objects are read alike where code generation is forbidden", async () => {
  const program = `
    import { links } from "./api/link/spec.ts";
    import { linkMessage } from "./messages/link/link.ts";
    import { Writer } from "./messages/codec/mod.ts";
    const writer = new Writer();
    linkMessage.encode(writer, {
      family: 0, type: 1, index: 3, flags: 0x1043, change: 0,
      attributes: {
        name: "vlan5", mtu: 1500, info: { kind: "vlan", vlan: { id: 5 } },
      },
    });
    const bytes = writer.finish().slice();
    const view = new DataView(bytes.buffer);
    const reply = links.replies();
    let link;
    for (let i = 0; i < 300; i++) link = reply.decode(view, 0, bytes.length);
    console.log(JSON.stringify([link, link.message]));
  `;
  const outputs = [];
  for (const flags of [[], ["--disallow-code-generation-from-strings"]]) {
    const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        "eval",
        ...flags.map((flag) => `--v8-flags=${flag}`),
        "--ext=ts",
        program,
      ],
      cwd: new URL("../..", import.meta.url),
      env: { NO_COLOR: "1" },
    }).output();
    const decoder = new TextDecoder();
    assertEquals(decoder.decode(stderr), "");
    outputs.push(JSON.parse(decoder.decode(stdout)));
  }
  const [[link, message]] = outputs;
  assertEquals([link.name, link.vlan.id], ["vlan5", 5]);
  // The kernel reports no flags where all are off.
  assertEquals([link.vlan.reorderHeader, link.vlan.gvrp], [false, false]);
  assertEquals(message.attributes.mtu, 1500);
  assertEquals(outputs[1], outputs[0]);
});
