import { assertEquals, assertThrows } from "@std/assert";
import {
  loadSpec,
  resolve,
  SpecError,
  type Struct,
} from "@netlink/netlink/ynl";

/** A specification with everything that can be left out. */
const TRIAL = `# SPDX-License-Identifier: MIT
name: trial-run
definitions:
  - { name: limit, type: const, value: 7 }
  - { name: bits, type: flags, entries: [low, { name: high, value: 60 }, top] }
  - { name: state, type: enum, value-start: 3, entries: [on, { name: off, value: 9 }, gone] }
  - name: inner
    type: struct
    members:
      - { name: small, type: u8 }
      - { name: wide, type: u32, byte-order: big-endian }
      - { name: rest, type: pad, len: 3 }
  - name: outer
    type: struct
    members:
      - { name: first, type: binary, struct: inner }
      - { name: last, type: u64 }
attribute-sets:
  - name: trial-run
    attributes:
      - { name: id, type: u32, checks: { min: 1, max: limit } }
      - { name: port, type: u16, value: 5, byte-order: big-endian }
      - { name: parts, type: nest, nested-attributes: some, multi-attr: true }
      - { name: mode, type: u32, enum: bits, checks: { flags-mask: bits } }
  - name: some
    subset-of: trial-run
    attributes: [{ name: parts, doc: again }, { name: id }]
operations:
  enum-model: directional
  list:
    - { name: get, attribute-set: trial-run, do: { request: { value: 4 }, reply: { value: 8 } } }
    - { name: changed, notify: get }
    - { name: set, attribute-set: trial-run, do: { request: {} } }
    - { name: list, attribute-set: trial-run, dump: { request: {}, reply: {} } }
`;

const { document, license } = await loadSpec(TRIAL);
const spec = resolve(document);

Deno.test("resolve() counts on from the number before", () => {
  const [trial] = spec.attributeSets;
  assertEquals(trial!.attributes.map(({ value }) => value), [1, 5, 6, 7]);
  assertEquals(trial!.maxValue, 7);
  assertEquals(trial!.attributes[1]!.cName, "TRIAL_RUN_A_PORT");
});

Deno.test("resolve() gives entries of flags their bits, however high", () => {
  const bits = spec.definitions[1]!;
  assertEquals(
    "entries" in bits && bits.entries.map(({ value }) => value),
    [1, 1n << 60n, 1n << 61n],
  );
  const state = spec.definitions[2]!;
  assertEquals(
    "entries" in state && state.entries.map(({ value }) => value),
    [3, 9, 10],
  );
});

Deno.test("resolve() lays structs out as written, and as C does", () => {
  const [inner, outer] = spec.definitions.slice(3) as Struct[];
  assertEquals(inner!.members.map(({ offset }) => offset), [0, 1, 5]);
  assertEquals(inner!.members.map((m) => m.naturalOffset), [0, 4, 8]);
  assertEquals([inner!.size, inner!.naturalSize], [8, 12]);
  assertEquals([outer!.size, outer!.naturalSize], [16, 24]);
  assertEquals(outer!.packedDiffers, true);
});

Deno.test("resolve() lets subsets inherit", () => {
  const [, some] = spec.attributeSets;
  assertEquals(
    some!.attributes.map(({ name, value, doc }) => [name, value, doc]),
    [["parts", 6, "again"], ["id", 1, undefined]],
  );
  assertEquals(some!.attributes[0]!.wire, {
    kind: "nest",
    set: "some",
    multi: true,
  });
});

Deno.test("resolve() looks the limits of checks up", () => {
  const [id, , , mode] = spec.attributeSets[0]!.attributes;
  assertEquals(id!.checksResolved, { min: 1, max: 7 });
  assertEquals(mode!.checksResolved, { flagsMask: 1n | 3n << 60n });
});

Deno.test("resolve() counts requests and replies by themselves if they are directional", () => {
  assertEquals(
    spec.operations.list.map(({ requestValue, replyValue }) => [
      requestValue,
      replyValue,
    ]),
    [[4, 8], [null, 9], [5, null], [6, 10]],
  );
  assertEquals(spec.operations.list[1]!.attributeSet, "trial-run");
});

Deno.test("loadSpec() takes YAML, JSON, objects and files, and finds the licence", async () => {
  assertEquals(license, "MIT");
  assertEquals(await loadSpec(JSON.stringify(document)), { document });
  assertEquals(await loadSpec(document as object), { document });
  const file = await Deno.makeTempFile({ suffix: ".yaml" });
  try {
    await Deno.writeTextFile(file, TRIAL);
    assertEquals(await loadSpec(file), { document, license: "MIT" });
    assertEquals(
      await loadSpec(new URL(`file://${file}`)),
      { document, license: "MIT" },
    );
  } finally {
    await Deno.remove(file);
  }
});

Deno.test("resolve() reports what is wrong with a specification", () => {
  const outline = {
    name: "trial",
    "attribute-sets": [],
    operations: { list: [] },
  };
  const cases: [object, string][] = [
    [{}, "Cannot read specification of a family: it has no name"],
    [
      { ...outline, operations: {} },
      "Cannot read specification trial: operations.list is not a list",
    ],
    [
      { ...outline, "attribute-sets": [{}] },
      "Cannot read specification trial: attribute-sets[0] has no name",
    ],
    [
      {
        ...outline,
        definitions: [{
          name: "s",
          type: "struct",
          members: [{ name: "m", type: "binary" }],
        }],
      },
      "Cannot read specification trial: struct s: length of m is no number: undefined",
    ],
    [
      {
        ...outline,
        "attribute-sets": [{ name: "a", "subset-of": "b", attributes: [] }],
      },
      "Cannot read specification trial: there is no attribute set b",
    ],
    [
      {
        ...outline,
        "attribute-sets": [
          { name: "a", "subset-of": "b", attributes: [] },
          { name: "b", "subset-of": "a", attributes: [] },
        ],
      },
      "Cannot read specification trial: attribute set a is a subset of itself",
    ],
    [
      {
        ...outline,
        definitions: [{
          name: "s",
          type: "struct",
          members: [{ name: "m", type: "binary", struct: "s" }],
        }],
      },
      "Cannot read specification trial: struct s has itself in it",
    ],
  ];
  for (const [document, message] of cases) {
    assertThrows(() => resolve(document), SpecError, message);
  }
});
