import {
  assert,
  assertEquals,
  assertLess,
  assertStrictEquals,
  assertThrows,
} from "@std/assert";
import {
  type Attributes,
  attributes,
  type Codec,
  EncodeError,
  lazy,
  list,
  locate,
  message,
  multi,
  NESTING_LIMIT,
  printMessage,
  struct,
  u32,
  u8,
} from "../../../messages/codec/mod.ts";
import { type LinkMessage, linkMessage } from "../../../messages/link/mod.ts";
import { decode, encode, hex } from "./support.ts";

/** Counts how often the leaf of a schema is read and written. */
let reads = 0;
let writes = 0;
const leaf: Codec<number> = {
  ...u32,
  shape: { kind: "custom", name: "counted", samples: [0] },
  decode(...args) {
    reads++;
    return u32.decode(...args);
  },
  encode(...args) {
    writes++;
    u32.encode(...args);
  },
};

interface Doll extends Attributes {
  leaf?: number;
  inner?: Doll;
  several?: number[];
  dolls?: Doll[];
}
const doll: Codec<Doll> = attributes<Doll>({
  leaf: ["LEAF", 1, leaf],
  inner: ["INNER", 2, lazy(() => doll)],
  several: ["SEVERAL", 3, multi(u32)],
  dolls: ["DOLLS", 4, list(lazy(() => doll))],
});

/** One attribute. */
function attribute(type: number, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = (payload.length + 3) & ~3;
  const bytes = new Uint8Array(4 + padded);
  new DataView(bytes.buffer).setUint16(0, 4 + payload.length, true);
  new DataView(bytes.buffer).setUint16(2, type, true);
  bytes.set(payload, 4);
  return bytes;
}

function concat(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, p) => sum + p.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const NESTED = 0x8000;
const UNKNOWN = attribute(99, hex("ab cd"));
const LEAF = attribute(1, hex("07 00 00 00"));
/** A list whose second item is cut. */
const CUT = hex("ff 00 02 00");

/** Dolls in dolls, with something irregular behind each inner one. */
function dolls(depth: number, after: Uint8Array): Uint8Array<ArrayBuffer> {
  return depth === 0
    ? LEAF
    : concat(attribute(2 | NESTED, dolls(depth - 1, after)), after);
}

/** Lists of dolls in lists of dolls, none of which can be read. */
function cutLists(depth: number): Uint8Array<ArrayBuffer> {
  if (depth === 0) return LEAF;
  const item = attribute(1 | NESTED, cutLists(depth - 1));
  return attribute(4 | NESTED, concat(item, CUT));
}

function warm(): void {
  const value = { leaf: 1, inner: { leaf: 2 }, dolls: [{ leaf: 3 }] };
  const bytes = encode(doll, value);
  for (let i = 0; i < 200; i++) {
    assertEquals(decode(doll, bytes), value);
    encode(doll, value);
  }
}

for (
  const [what, after] of Object.entries({
    "an unknown attribute": UNKNOWN,
    "an attribute that comes again": concat(LEAF, LEAF),
    "an attribute that is too short": attribute(3, hex("01")),
    "an unusual flag": attribute(3 | NESTED, hex("01 00 00 00")),
    "bytes that are no attribute": hex("01 00 00 00"),
  })
) {
  Deno.test(`decoding reads each value once: ${what} at each level`, () => {
    warm();
    for (const depth of [2, NESTING_LIMIT - 1]) {
      const bytes = dolls(depth, after);
      reads = 0;
      const value = decode(doll, bytes);
      assertLess(reads, 2 + 2 * depth);
      assertEquals(encode(doll, value), bytes);
    }
  });
}

Deno.test("decoding reads each value once, though no list around it can be read", () => {
  warm();
  const bytes = cutLists(NESTING_LIMIT - 1);
  reads = 0;
  const value = decode(doll, bytes);
  assertEquals(reads, 1);
  assertEquals(encode(doll, value), bytes);
});

Deno.test("encoding writes each value once, whatever the code leaves to the loops", () => {
  warm();
  let value: Doll = { leaf: 7 };
  for (let i = 1; i < NESTING_LIMIT; i++) {
    value = { inner: value, several: [i] };
  }
  writes = 0;
  assertEquals(decode(doll, encode(doll, value)), value);
  assertEquals(writes, 1);
});

Deno.test("encoding names a deep value that does not fit, at its first attempt", () => {
  warm();
  let value: Doll = { leaf: -1 };
  for (let i = 1; i < NESTING_LIMIT; i++) value = { inner: value };
  writes = 0;
  const { path } = assertThrows(() => encode(doll, value), EncodeError);
  assertEquals(path, "inner.".repeat(NESTING_LIMIT - 1) + "leaf");
  assertEquals(writes, 1);
});

Deno.test("what is nested too deeply stays bytes", () => {
  warm();
  for (const depth of [NESTING_LIMIT + 1, 600]) {
    const bytes = dolls(depth, UNKNOWN);
    const value = decode(doll, bytes);
    let deepest = value;
    let count = 0;
    while (deepest.inner !== undefined) {
      deepest = deepest.inner;
      count++;
    }
    assertEquals(count, NESTING_LIMIT);
    assertEquals(deepest.unknown![0]!.type, 2 | NESTED);
    assertEquals(encode(doll, value), bytes);
  }
});

Deno.test("encoding refuses values that contain themselves", () => {
  const value: Doll = {};
  value.inner = value;
  for (let i = 0; i < 100; i++) {
    assertThrows(
      () => encode(doll, value),
      EncodeError,
      "an object is inside of 10 values like it",
    );
  }
});

Deno.test("printing and locating end where decoding ends", () => {
  const header: Codec<{ family: number }> = struct({ family: u8 });
  const codec = message(header, doll) as Codec<unknown>;
  for (const depth of [3, 600, 5000]) {
    const bytes = concat(
      hex("00 00 00 00"),
      dolls(depth, hex("")),
    );
    const view = new DataView(bytes.buffer);
    const path = locate(codec, view, bytes.length - 1);
    assertStrictEquals(path[0], "attributes");
    assertLess(path.length, NESTING_LIMIT + 4);
    assert(printMessage(codec, view).includes("inner (INNER 2, nested)"));
  }
});

Deno.test("messages that contain themselves get compiled, and stay right", () => {
  const header: Codec<{ family: number }> = struct({ family: u8 });
  const codec = message(header, doll);
  const bytes = concat(hex("00 00 00 00"), dolls(NESTING_LIMIT - 1, hex("")));
  const deeper = concat(hex("00 00 00 00"), dolls(NESTING_LIMIT + 2, hex("")));
  const expected = decode(codec, bytes);
  const raw = decode(codec, deeper);
  for (let i = 0; i < 500; i++) {
    assertEquals(decode(codec, bytes), expected);
    assertEquals(decode(codec, deeper), raw);
  }
  assertEquals(encode(codec, decode(codec, deeper)), deeper);
});

/** Veth in veth peer, with an unknown attribute at each level. */
function pairs(depth: number): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(16);
  if (depth === 0) return header;
  const peer = attribute(1, pairs(depth - 1));
  const kind = attribute(1, hex("76 65 74 68 00"));
  const info = concat(kind, attribute(2, concat(peer, UNKNOWN)), UNKNOWN);
  return concat(header, attribute(18 | NESTED, info), UNKNOWN);
}

Deno.test("links in links of any depth are read, and written as the same bytes", () => {
  for (let i = 0; i < 200; i++) decode(linkMessage, pairs(2));
  for (const depth of [1, NESTING_LIMIT, 24, 600]) {
    const bytes = pairs(depth);
    let value: LinkMessage | undefined = decode(linkMessage, bytes);
    assertEquals(encode(linkMessage, value), bytes);
    let found = 0;
    while (value?.attributes.info !== undefined) {
      value = value.attributes.info.veth?.peer;
      found++;
    }
    assertEquals(found, Math.min(depth, NESTING_LIMIT));
  }
});
