import { assertEquals, assertThrows } from "@std/assert";
import {
  type Attributes,
  attributes,
  choice,
  type Codec,
  EncodeError,
  list,
  multi,
  records,
  string,
  struct,
  u16,
  u32,
  u8,
} from "../../../messages/codec/mod.ts";
import { linkMessage } from "../../../messages/link/mod.ts";
import { decode, encode, hex } from "./support.ts";

interface Inner extends Attributes {
  size?: number;
}
interface Data {
  vlan?: Inner;
  name?: string;
}
interface Sample extends Attributes {
  mtu?: number;
  name?: string;
  inner?: Inner;
  pair?: { a: number; b: number };
  ids?: number[];
  names?: string[];
}

const inner: Codec<Inner> = attributes<Inner>({ size: ["SIZE", 1, u16] });
const pair: Codec<{ a: number; b: number }> = struct({ a: u8, b: u32 });
const sample: Codec<Sample> = attributes<Sample>({
  mtu: ["MTU", 1, u32],
  name: ["NAME", 2, string],
  inner: ["INNER", 3, inner],
  pair: ["PAIR", 4, pair],
  ids: ["IDS", 5, multi(u32)],
  names: ["NAMES", 6, list(string, ["ITEM", 9])],
});

const MTU = "08 00 01 00 dc 05 00 00";
const NAME = "08 00 02 00 65 74 68 00";
const UNKNOWN = "06 00 63 00 ab cd 00 00";

/** Checks a decoding both by the loops and by what is compiled once warm. */
function assertBothWays(bytes: string, value: Sample): void {
  for (let i = 0; i < 100; i++) assertEquals(decode(sample, hex(bytes)), value);
  assertEquals(encode(sample, decode(sample, hex(bytes))), hex(bytes));
}

Deno.test("attributes() reads and writes each attribute", () => {
  assertBothWays(MTU + NAME, { mtu: 1500, name: "eth" });
});

Deno.test("attributes() keeps what it has no name for where it was", () => {
  assertBothWays(UNKNOWN + MTU, {
    mtu: 1500,
    unknown: [{ type: 99, data: hex("ab cd") }],
  });
});

Deno.test("attributes() lets the last of two equal attributes count", () => {
  assertBothWays(MTU + NAME + "08 00 01 00 01 00 00 00", {
    mtu: 1,
    name: "eth",
  });
});

Deno.test("attributes() keeps an attribute that is too short, and the rest", () => {
  assertBothWays("06 00 01 00 dc 05 00 00" + NAME, {
    name: "eth",
    unknown: [{ type: 1, data: hex("dc 05") }],
  });
});

Deno.test("attributes() reads an integer that has grown", () => {
  assertBothWays("0c 00 01 00 dc 05 00 00 01 00 00 00", { mtu: 1500 });
});

Deno.test("attributes() keeps flags that it would not set", () => {
  assertBothWays("0c 00 03 00 06 00 01 00 07 00 00 00", { inner: { size: 7 } });
  assertBothWays("0c 00 03 80 06 00 01 00 07 00 00 00", { inner: { size: 7 } });
});

Deno.test("attributes() keeps strings without NUL, and bytes after it", () => {
  assertBothWays("07 00 02 00 65 74 68 00", { name: "eth" });
  assertBothWays("0a 00 02 00 65 74 68 00 78 00 00 00", { name: "eth" });
});

Deno.test("attributes() keeps bytes that are no attribute", () => {
  assertBothWays(MTU + "ff ff", { mtu: 1500 });
  assertBothWays(MTU + "03 00 01 00 00 00", { mtu: 1500 });
});

Deno.test("attributes() reads short and long structs", () => {
  assertBothWays("05 00 04 00 07 00 00 00", {
    pair: { a: 7 } as { a: number; b: number },
  });
  assertBothWays("10 00 04 00 07 00 00 00 08 00 00 00 01 02 03 04", {
    pair: { a: 7, b: 8 },
  });
});

Deno.test("multi() collects attributes wherever they are", () => {
  const id = (byte: string) => `08 00 05 00 ${byte} 00 00 00`;
  assertBothWays(id("01") + id("02"), { ids: [1, 2] });
  assertBothWays(id("01") + MTU + id("02"), { ids: [1, 2], mtu: 1500 });
});

Deno.test("multi() writes items that were added after decoding", () => {
  const value = decode(
    sample,
    hex("08 00 05 00 01 00 00 00" + MTU + "08 00 05 00 02 00 00 00"),
  );
  value.ids!.push(3);
  assertEquals(decode(sample, encode(sample, value)).ids, [1, 2, 3]);
});

Deno.test("list() keeps the types that its items had", () => {
  assertBothWays("0c 00 06 80 06 00 09 00 61 00 00 00", { names: ["a"] });
  assertBothWays("0c 00 06 80 06 00 0a 00 61 00 00 00", { names: ["a"] });
});

Deno.test("list() that is malformed stays raw", () => {
  assertBothWays("08 00 06 80 ff 00 09 00" + MTU, {
    mtu: 1500,
    unknown: [{ type: 0x8006, data: hex("ff 00 09 00") }],
  });
});

Deno.test("attributes() writes changes of a decoded value", () => {
  const value = decode(sample, hex(UNKNOWN + MTU + NAME));
  value.mtu = 9;
  delete value.name;
  value.unknown = [];
  assertEquals(encode(sample, value), hex("08 00 01 00 09 00 00 00"));
});

Deno.test("attributes() names the property of a value that does not fit", () => {
  const error = assertThrows(
    () => encode(sample, { inner: { size: 70000 } }),
    EncodeError,
  );
  assertEquals(error.path, "inner.size");
  assertEquals(error.value, 70000);
  assertEquals(
    error.message,
    "Cannot encode inner.size: 70000 is not an unsigned 16-bit integer",
  );
  assertThrows(
    () => encode(sample, { names: ["a", "b\0"] }),
    EncodeError,
    'Cannot encode names[1]: "b\0" has a NUL in it'.replace("\0", "\\u0000"),
  );
});

Deno.test("attributes() refuses unknown properties", () => {
  assertThrows(
    () => encode(sample, { mut: 1500 } as Sample),
    EncodeError,
    "Cannot encode mut: 1500 has no place in these attributes",
  );
});

Deno.test("attributes() refuses a payload of 64 KiB", () => {
  assertThrows(
    () => encode(sample, { name: "x".repeat(0xffff) }),
    EncodeError,
    "65535 is the limit",
  );
});

interface Info extends Attributes, Omit<Data, "name"> {
  kind?: string;
  label?: string;
}
const info: Codec<Info> = attributes<Info>({
  kind: ["KIND", 1, string],
  ...choice("kind", ["DATA", 2], { vlan: inner, label: string }, {
    label: "plain",
  }),
});

Deno.test("choice() decodes what a sibling selects, whichever comes first", () => {
  const kind = "09 00 01 00 76 6c 61 6e 00 00 00 00";
  const data = "0c 00 02 80 06 00 01 00 05 00 00 00";
  for (const bytes of [kind + data, data + kind]) {
    for (let i = 0; i < 100; i++) {
      const value = decode(info, hex(bytes));
      assertEquals(value, { kind: "vlan", vlan: { size: 5 } });
      assertEquals(encode(info, value), hex(bytes));
    }
  }
});

Deno.test("choice() keeps data of an unknown kind", () => {
  const bytes = "06 00 01 00 78 00 00 00 06 00 02 00 ab cd 00 00";
  for (let i = 0; i < 100; i++) {
    const value = decode(info, hex(bytes));
    assertEquals(value, {
      kind: "x",
      unknown: [{ type: 2, data: hex("ab cd") }],
    });
    assertEquals(encode(info, value), hex(bytes));
  }
});

Deno.test("choice() refuses data of another kind", () => {
  assertThrows(
    () => encode(info, { kind: "vlan", label: "x" }),
    EncodeError,
    'Cannot encode label: "x" goes with kind "plain", which is "vlan"',
  );
});

interface Counters extends Attributes, Omit<Data, "name"> {
  label?: string;
}
interface Counted extends Attributes {
  kind?: string;
  counters?: Counters;
  other?: Counters;
}
const counters: Codec<Counters> = attributes<Counters>(
  choice("kind", ["DATA", 1], { vlan: inner, label: string }, {
    label: null,
  }),
  { selectedBy: "kind" },
);
// The kind selects nothing beside the counters, only within them.
const counted: Codec<Counted> = attributes<Counted>({
  kind: ["KIND", 1, string],
  counters: ["COUNTERS", 2, counters],
  other: ["OTHER", 3, counters],
});

Deno.test("attributes() reads a set as what encloses it selects in the end, wherever that is", () => {
  const one = "09 00 01 00 76 6c 61 6e 00 00 00 00";
  const other = "06 00 01 00 78 00 00 00";
  const set = "10 00 02 80 0c 00 01 80 06 00 01 00 05 00 00 00";
  const vlan = { kind: "vlan", counters: { vlan: { size: 5 } } };
  for (
    const [bytes, value] of [
      [one + set, vlan],
      [set + one, vlan],
      [set + other + one, vlan],
      [other + set + one, vlan],
      [set + one + set.replace("05", "07"), {
        kind: "vlan",
        counters: { vlan: { size: 7 } },
      }],
      [one + set + other, {
        kind: "x",
        counters: { label: "\u0006" },
      }],
    ] as const
  ) {
    for (let i = 0; i < 200; i++) {
      const read = decode(counted, hex(bytes));
      if (value.kind === "vlan") assertEquals(read, value);
      else assertEquals(Object.keys(read.counters ?? {}), ["label"]);
      assertEquals(encode(counted, read), hex(bytes));
    }
  }
});

Deno.test("attributes() takes any name for a property, also when warm", () => {
  interface Odd extends Attributes {
    "a-b"?: number;
    "1"?: number;
    'quote"'?: string;
    class?: number;
  }
  const odd: Codec<Odd> = attributes<Odd>({
    "a-b": ["A_B", 1, u32],
    "1": ["ONE", 2, u32],
    'quote"': ["QUOTE", 3, string],
    class: ["CLASS", 4, u16],
  });
  const value: Odd = { "1": 2, "a-b": 1, 'quote"': "x", class: 4 };
  for (let i = 0; i < 200; i++) {
    assertEquals(decode(odd, encode(odd, value)), value);
  }
});

Deno.test("attributes() lets the last of equal attributes count, whichever selects it", () => {
  const one = "09 00 01 00 76 6c 61 6e 00 00 00 00";
  const other = "06 00 01 00 78 00 00 00";
  const data = (size: string) => `0c 00 02 80 06 00 01 00 ${size} 00 00 00`;
  for (
    const [bytes, value] of [
      [data("05") + one + data("06"), { kind: "vlan", vlan: { size: 6 } }],
      [one + data("05") + data("06"), { kind: "vlan", vlan: { size: 6 } }],
      [data("05") + data("06") + one, { kind: "vlan", vlan: { size: 6 } }],
      [one + data("05") + one, { kind: "vlan", vlan: { size: 5 } }],
      [other + one + data("05"), { kind: "vlan", vlan: { size: 5 } }],
      // What was read as the data of another kind stays bytes.
      [one + data("05") + other, {
        kind: "x",
        unknown: [{ type: 0x8002, data: hex("06 00 01 00 05 00 00 00") }],
      }],
      [one + data("05") + data("06") + other, {
        kind: "x",
        unknown: [
          { type: 0x8002, data: hex("06 00 01 00 05 00 00 00") },
          { type: 0x8002, data: hex("06 00 01 00 06 00 00 00") },
        ],
      }],
    ] as const
  ) {
    for (let i = 0; i < 100; i++) {
      const found = decode(info, hex(bytes));
      assertEquals(found, value as Info);
      assertEquals(encode(info, found), hex(bytes));
    }
  }
});

Deno.test("attributes(), list() and records() keep an end without padding", () => {
  assertBothWays(MTU + "07 00 02 00 65 74 00", { mtu: 1500, name: "et" });
  // The nest has 11 bytes: of a list whose last child is not padded.
  assertBothWays(
    "13 00 06 00 06 00 09 00 61 00 00 00 07 00 09 00 62 63 00 00",
    {
      names: ["a", "bc"],
    },
  );
  const rows = records(
    struct<{ length: number; a: number }>({ length: u16, a: u8 }),
  );
  const bytes = hex("04 00 07 00 05 00 08 00 09");
  const decoded = decode(rows, bytes);
  assertEquals(encode(rows, decoded), bytes);
  const grown = decode(sample, hex(MTU + "07 00 02 00 65 74 00"));
  grown.inner = { size: 1 };
  assertEquals(decode(sample, encode(sample, grown)), {
    mtu: 1500,
    name: "et",
    inner: { size: 1 },
  });
});

Deno.test("text that no NUL ends keeps the NUL that it came with", () => {
  for (const attribute of ["05 00 14 00 00 00 00 00", "04 00 14 00"]) {
    const bytes = hex("00 ".repeat(16) + attribute);
    for (let i = 0; i < 300; i++) {
      const link = decode(linkMessage, bytes);
      assertEquals(link.attributes.alias, "");
      assertEquals(encode(linkMessage, link), bytes);
    }
  }
  for (const kind of ["05 00 01 00 00 00 00 00", "04 00 01 00"]) {
    const info = hex(kind);
    const bytes = Uint8Array.from([
      ...hex("00 ".repeat(16)),
      ...hex(`${(4 + info.length).toString(16).padStart(2, "0")} 00 12 80`),
      ...info,
    ]);
    for (let i = 0; i < 300; i++) {
      const link = decode(linkMessage, bytes);
      assertEquals(link.attributes.info!.kind, "");
      assertEquals(encode(linkMessage, link), bytes);
    }
  }
});
