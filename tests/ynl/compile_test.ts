/**
 * Codecs that are made of specifications: values, bytes, and what is in the way.
 *
 * @module
 */
import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { loadSpec, resolve, type Spec } from "@netlink/netlink/ynl";
import {
  type Codec,
  DecodeError,
  EncodeError,
  locate,
  pathText,
  printMessage,
  Writer,
} from "../../messages/codec/mod.ts";
import { SpecCodecs } from "../../ynl/compile/compile.ts";
import { correct } from "../../ynl/corrections.ts";
import { arbitrary } from "../support/arbitrary.ts";
import { SPEC_NAMES, specFile, specTest } from "../support/specs.ts";
import { trialSpec } from "../support/trial_spec.ts";

function encode<T>(codec: Codec<T>, value: T): Uint8Array<ArrayBuffer> {
  const writer = new Writer();
  codec.encode(writer, value);
  return writer.finish();
}

function decode<T>(codec: Codec<T>, bytes: Uint8Array<ArrayBuffer>): T {
  return codec.decode(new DataView(bytes.buffer), 0, bytes.length);
}

/** Codecs of the messages of a specification, each once. */
function messages(spec: Spec): Set<Codec<unknown>> {
  const codecs = new SpecCodecs(spec);
  return new Set(
    spec.operations.list.map((operation) =>
      codecs.message(operation) as Codec<unknown>
    ),
  );
}

function checkRoundTrips(spec: Spec, numRuns: number): void {
  for (const codec of messages(spec)) {
    fc.assert(
      fc.property(arbitrary(codec), (value) => {
        assertEquals(decode(codec, encode(codec, value)), value);
      }),
      { numRuns },
    );
  }
}

/** Whatever the bytes are, they come back, or are refused. */
function checkHostile(spec: Spec, numRuns: number): void {
  for (const codec of messages(spec)) {
    fc.assert(
      fc.property(
        arbitrary(codec),
        fc.infiniteStream(fc.nat()),
        (value, noise) => {
          const bytes = encode(codec, value);
          for (let i = 0; i < 3 && bytes.length > 0; i++) {
            const [at, to] = [noise.next().value!, noise.next().value!];
            bytes[at % bytes.length] = to & 0xff;
          }
          let read: unknown;
          try {
            read = decode(codec, bytes);
          } catch (error) {
            assert(error instanceof DecodeError);
            return;
          }
          assertEquals(encode(codec, read).toHex(), bytes.toHex());
        },
      ),
      { numRuns },
    );
  }
}

Deno.test("codecs of a specification decode what they encode", () => {
  checkRoundTrips(trialSpec, 200);
});

Deno.test("codecs of a specification keep bytes that are none of theirs", () => {
  checkHostile(trialSpec, 200);
});

specTest(
  "codecs of the kernel's specifications decode what they encode",
  async () => {
    let count = 0;
    for (const name of SPEC_NAMES) {
      const { document } = await loadSpec(specFile(name));
      const spec = resolve(correct(document));
      checkRoundTrips(spec, 6);
      checkHostile(spec, 6);
      count += messages(spec).size;
    }
    assert(count > 100, `only ${count} messages`);
  },
);

const codecs = new SpecCodecs(trialSpec);
const tree = codecs.set("tree");

Deno.test("codecs of a specification have people's words for values", () => {
  const value = {
    color: "green",
    colors: ["red", "blue"],
    marks: ["sweet", "rare", 0x10],
    address: "2001:db8::1",
    router: "192.0.2.1",
    mac: "02:00:00:00:00:01",
    serial: "00112233-4455-6677-8899-aabbccddeeff",
    slope: -5n,
    counts: [1, 2],
    states: { value: ["ripe"], selector: ["ripe", "sweet"] },
    unknownAttribute: 1,
  };
  assertEquals(decode(tree, encode(tree, value)), value);
  assertEquals(decode(tree, encode(tree, { color: 77 })), { color: 77 });
});

Deno.test("codecs of a specification choose payloads by another attribute", () => {
  const cases = [
    { kind: "apple", apple: { seeds: 3 } },
    { kind: "name", detailsName: { skin: "thin" } },
    { kind: "stone-fruit", stoneFruit: { row: -1, side: "red" } },
    {
      kind: "berry",
      berry: { row: 2, side: "blue", attributes: { seeds: 9 } },
    },
    { kind: "berry", extraBerry: { row: 2, side: "blue", attributes: {} } },
    // The set that chooses is the one around it, and what chooses comes later.
    { store: { apple: { seeds: 4 } }, kind: "apple" },
  ];
  for (const value of cases) {
    assertEquals(decode(tree, encode(tree, value)), value);
  }
  const { unknown, ...rest } = decode(
    tree,
    encode(tree, {
      kind: "plum",
      unknown: [{ type: 32, data: new Uint8Array(4) }],
    }),
  );
  assertEquals(rest, { kind: "plum" });
  assertEquals((unknown as unknown[]).length, 1);
});

Deno.test("codecs of a specification lay structs out as C does", () => {
  const spot = codecs.struct("spot");
  assertEquals(spot.size, 40);
  const value = {
    x: 1,
    y: 0x0203,
    tag: "02:00:00:00:00:01",
    label: "seven77",
    marks: ["ripe"],
    weight: 4n,
    bits: { value: 5, selector: 6 },
  };
  const bytes = encode(spot, value);
  assertEquals(
    bytes.toHex(),
    "01000000" + "0203" + "020000000001" + "736576656e373700" + "01000000" +
      "0400000000000000" + "0500000006000000",
  );
  assertEquals(decode(spot, bytes), value);
});

Deno.test("codecs of a specification name what errors are about", () => {
  const message = codecs.message(
    trialSpec.operations.list[0]!,
  ) as unknown as Codec<unknown>;
  const value = {
    cmd: 1,
    version: 3,
    reserved: 0,
    attributes: { name: "a", branch: [{ kind: "apple", apple: { seeds: 7 } }] },
  };
  const bytes = encode(message, value);
  const view = new DataView(bytes.buffer);
  const at = bytes.length - 4;
  assertEquals(
    pathText(locate(message, view, at, { end: bytes.length })),
    "attributes.branch[0].apple.seeds",
  );
  const text = printMessage(message, view, { end: bytes.length });
  assert(/seeds \(TRIAL_A_FRUIT_SEEDS 1\)\n.* value: 7\n/.test(text), text);
  assertThrows(
    () => encode(tree, { color: "pink" }),
    EncodeError,
    "is no name that the specification has",
  );
});

Deno.test("operations without a header have that of generic netlink only", () => {
  const [get, , , row] = trialSpec.operations.list;
  assertEquals(
    encode(codecs.message(get!), {
      cmd: 1,
      version: 3,
      reserved: 0,
      attributes: {},
    }).toHex(),
    "01030000",
  );
  assertEquals(
    decode(
      codecs.message(row!),
      Uint8Array.fromHex("04030000ffffffff02000000"),
    ),
    {
      cmd: 4,
      version: 3,
      reserved: 0,
      row: -1,
      side: "blue",
      attributes: {},
    },
  );
});
