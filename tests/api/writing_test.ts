import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { addresses, fromAddress } from "../../api/address/spec.ts";
import { forwardings, fromForwarding } from "../../api/forwarding/spec.ts";
import { fromLink, links } from "../../api/link/spec.ts";
import { fromNeighbor, neighbors } from "../../api/neighbor/spec.ts";
import { fromNexthop, nexthops } from "../../api/nexthop/spec.ts";
import { FieldPath, type References } from "../../api/mapping/field_path.ts";
import type { Reading } from "../../api/reading/reading.ts";
import { fromRoute, routes } from "../../api/route/spec.ts";
import { fromRule, rules } from "../../api/rule/spec.ts";
import { mapping, within } from "../../api/mapping/mapping.ts";
import type { Field } from "../../api/mapping/mapping.ts";
import { uint32 } from "../../api/mapping/conversions.ts";
import { anywhere, compileWriting, trial } from "../../api/mapping/writing.ts";
import { addressMessage } from "../../messages/address/address.ts";
import { type Codec, Writer } from "../../messages/codec/mod.ts";
import { linkMessage } from "../../messages/link/link.ts";
import { neighborMessage } from "../../messages/neighbor/neighbor.ts";
import { nexthopMessage } from "../../messages/nexthop/nexthop.ts";
import { routeMessage } from "../../messages/route/route.ts";
import { ruleMessage } from "../../messages/rule/rule.ts";
import { arbitrary } from "../support/arbitrary.ts";

type Spec = Record<string, unknown>;

interface Kind {
  name: string;
  codec: Codec<unknown>;
  reading: Reading<unknown, Spec>;
  write: (spec: Spec, fieldPath: FieldPath) => unknown;
}

const kinds = [
  {
    name: "address",
    codec: addressMessage,
    reading: addresses,
    write: fromAddress,
  },
  { name: "link", codec: linkMessage, reading: links, write: fromLink },
  {
    name: "neighbor",
    codec: neighborMessage,
    reading: neighbors,
    write: fromNeighbor,
  },
  { name: "route", codec: routeMessage, reading: routes, write: fromRoute },
  {
    name: "forwarding entry",
    codec: neighborMessage,
    reading: forwardings,
    write: fromForwarding,
  },
  {
    name: "next hop",
    codec: nexthopMessage,
    reading: nexthops,
    write: fromNexthop,
  },
  { name: "rule", codec: ruleMessage, reading: rules, write: fromRule },
] as unknown as Kind[];

/** What stands where something else is expected. */
const odd: readonly unknown[] = [
  undefined,
  null,
  -1,
  1.5,
  2 ** 40,
  "",
  "eth0",
  "192.0.2.1",
  "192.0.2.0/33",
  "2001:db8::/32",
  true,
  [],
  {},
  { index: 3 },
];

/** Objects as the kernel may send them, some with properties that are wrong. */
function specs(kind: Kind): fc.Arbitrary<Spec> {
  const { codec, reading } = kind;
  return fc.record({
    message: arbitrary(codec),
    without: fc.array(fc.nat(40), { maxLength: 12 }),
    changes: fc.array(
      fc.tuple(fc.nat(40), fc.constantFrom(...odd)),
      { maxLength: 2 },
    ),
    more: fc.constantFrom(
      {},
      {},
      {},
      { device: 4 },
      { device: "eth0" },
      { to: "default" },
      { to: "198.51.100.0/24", gateway: "192.0.2.1", device: 4 },
      { device: 4, address: "192.0.2.1", prefixLength: 24 },
      { device: 4, linkAddress: "02:00:00:00:00:01" },
      { unknown: 1 },
    ),
  }).map(({ message, without, changes, more }) => {
    const spec = valid(kind, { ...reading.read(message) });
    const names = Object.keys(spec);
    for (const i of without) delete spec[names[i]!];
    for (const [i, value] of changes) {
      const name = names[i];
      if (name !== undefined) spec[name] = value;
    }
    return { ...spec, ...more };
  });
}

/** The properties that can be written: the kernel may send what it refuses. */
function valid(kind: Kind, spec: Spec): Spec {
  const fields = fieldsOf(kind);
  const data = blank(kind);
  return Object.fromEntries(
    Object.entries(spec).filter(([name, value]) =>
      outcome(() => fields.get(name)!.write(data, value, anywhere)) !==
        "an error"
    ),
  );
}

function fieldsOf(
  { reading }: Kind,
): ReadonlyMap<string, Field<unknown, object>> {
  return reading.fields as ReadonlyMap<string, Field<unknown, object>>;
}

function encoded(codec: Codec<unknown>, message: unknown): unknown {
  const writer = new Writer();
  try {
    codec.encode(writer, message);
  } catch (error) {
    return String(error);
  }
  return writer.finish().slice();
}

/** Calls a function; returns what it returned or that it threw. */
function outcome<T>(call: () => T): { value: T } | "an error" {
  try {
    return { value: call() };
  } catch {
    return "an error";
  }
}

/** A message without content. */
function blank({ codec }: Kind): object {
  const { shape } = codec;
  assert(shape.kind === "message" && shape.header.shape.kind === "struct");
  return {
    ...Object.fromEntries(
      shape.header.shape.members.map(({ name }) => [name, 0]),
    ),
    attributes: {},
  };
}

for (const kind of kinds) {
  const { name, codec, write } = kind;
  const fields = fieldsOf(kind);

  Deno.test(`generated code writes a ${name} in the order of its properties`, () => {
    let written = 0;
    fc.assert(
      fc.property(specs(kind), (spec) => {
        const names = Object.keys(spec);
        const code = compileWriting(fields, names);
        assertEquals(code === undefined, names.some((key) => !fields.has(key)));
        if (code === undefined) return;
        const expected = outcome(() => {
          const data = blank(kind);
          for (const key of names) {
            const value = spec[key];
            if (value === undefined) continue;
            fields.get(key)!.write(data, value, anywhere);
          }
          return data;
        });
        const found = outcome(() => {
          const data = blank(kind);
          code(spec, data);
          return data;
        });
        assertEquals(found, expected);
        if (expected !== "an error") written++;
      }),
      { numRuns: 150 },
    );
    assert(written > 0);
  });

  Deno.test(`a trial writes a ${name} as a lookup does, or nothing`, () => {
    let tried = 0;
    fc.assert(
      fc.property(specs(kind), (spec) => {
        const { asked, fieldPath } = looking();
        const expected = outcome(() => write(spec, fieldPath));
        // Frequent lists of properties are written by generated code.
        for (let i = 0; i < 70; i++) {
          const found = trial(write, spec);
          if (expected === "an error" || asked.length > 0) {
            assertEquals(found, undefined);
          } else {
            assertEquals(found, expected.value);
            assertEquals(encoded(codec, found), encoded(codec, expected.value));
            tried++;
          }
        }
      }),
      { numRuns: 100 },
    );
    assert(tried > 0);
  });
}

/** A place that takes down what is to be looked up. */
function looking(): { asked: unknown[]; fieldPath: FieldPath } {
  const asked: unknown[] = [];
  function ask<T>(value: T): (name: unknown) => T {
    return (name) => {
      asked.push(name);
      return value;
    };
  }
  const references: References = {
    device: ask(0),
    deviceName: ask("unknown"),
    namespace: ask(0),
  };
  return { asked, fieldPath: new FieldPath("", references) };
}

interface Words {
  size?: number;
  inner?: number;
}

interface Data {
  length?: number;
  part?: { number?: number };
}

Deno.test("mapping() writes properties that stand in each order", () => {
  const words = mapping<Words, Data>({
    size: ["length", uint32],
    ...within<Data, "part", Pick<Words, "inner">>("part", {
      inner: ["number", uint32],
    }),
  });
  for (let i = 0; i < 200; i++) {
    assertEquals(
      words.toKernel({ size: 1, inner: i }, anywhere),
      { length: 1, part: { number: i } },
    );
    assertEquals(
      Object.keys(words.toKernel({ inner: i, size: 1 }, anywhere)),
      ["part", "length"],
    );
    assertEquals(
      words.toKernel(Object.create({ size: 1 }, {}) as Words, anywhere),
      {},
    );
  }
});

Deno.test("trial() shows nothing of what is wrong, nor looks anything up", () => {
  const write = (name: string, fieldPath: FieldPath) => {
    if (name === "") throw fieldPath.at("name").wrong(name, "it is empty");
    return fieldPath.at("name").references.device(name, "name");
  };
  assertEquals(trial(write, ""), undefined);
  assertEquals(trial(write, "eth0"), undefined);
  assertEquals(trial(() => 5, undefined), 5);
});
