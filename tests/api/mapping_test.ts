import { assertEquals, assertThrows } from "@std/assert";
import {
  boolean,
  centiseconds,
  inverted,
  listOf,
  number,
  orNull,
  presence,
  special,
  text,
  uint16,
  uint8,
} from "../../api/mapping/conversions.ts";
import {
  type Attributes,
  attributes,
  s32,
  u16,
  u8,
} from "../../messages/codec/mod.ts";
import {
  bit,
  enumeration,
  flagNames,
  maskedBit,
} from "../../api/mapping/enumerations.ts";
import {
  mapping,
  readOnly,
  within,
  writeOnly,
} from "../../api/mapping/mapping.ts";

interface Words {
  mode?: "slow" | "fast" | number;
  stp?: boolean;
  quiet?: boolean;
  external?: boolean;
  delay?: number;
  age?: number;
  limit?: number | null;
  options?: ("red" | "blue" | number)[];
  gvrp?: boolean;
  loose?: boolean;
  first?: boolean;
  second?: boolean;
  names?: string[];
  counter?: number;
  inner?: { size?: number };
}

interface Data {
  mode?: number;
  stpState?: number;
  noisy?: number;
  external?: true;
  delay?: number;
  age?: number;
  limit?: number;
  options?: number;
  flags?: { flags: number; mask: number };
  bits?: number;
  names?: string[];
  counter?: number;
  inner?: { size?: number };
}

const words = mapping<Words, Data>({
  mode: ["mode", enumeration({ slow: 0, fast: 1 }, 8)],
  stp: ["stpState", boolean],
  quiet: ["noisy", inverted],
  external: ["external", presence],
  delay: ["delay", centiseconds],
  age: ["age", special(uint16, Infinity, 0)],
  limit: ["limit", orNull(uint8, 0)],
  options: ["options", flagNames({ red: 1, blue: 4 })],
  gvrp: maskedBit("flags", { value: "flags", mask: "mask", bit: 2 }),
  loose: maskedBit("flags", {
    value: "flags",
    mask: "mask",
    bit: 4,
    inverted: true,
  }),
  first: bit("bits", 1),
  second: bit("bits", 2),
  names: ["names", listOf(text)],
  counter: readOnly("counter", uint8),
  inner: [
    "inner",
    mapping<{ size?: number }, { size?: number }>({
      size: ["size", uint8],
    }),
  ],
});

const pairs: [Words, Data][] = [
  [{}, {}],
  [{ mode: "fast" }, { mode: 1 }],
  [{ mode: 9 }, { mode: 9 }],
  [{ stp: true }, { stpState: 1 }],
  [{ quiet: true }, { noisy: 0 }],
  [{ external: true }, { external: true }],
  [{ delay: 15 }, { delay: 1500 }],
  [{ delay: 0.29 }, { delay: 29 }],
  [{ age: Infinity }, { age: 0 }],
  [{ age: 300 }, { age: 300 }],
  [{ limit: null }, { limit: 0 }],
  [{ limit: 5 }, { limit: 5 }],
  [{ options: ["red", "blue"] }, { options: 5 }],
  [{ options: ["blue", 0x80000008] }, { options: 0x8000000c }],
  [{ gvrp: true, loose: true }, { flags: { flags: 2, mask: 6 } }],
  [{ gvrp: false, loose: false }, { flags: { flags: 4, mask: 6 } }],
  [{ first: false, second: true }, { bits: 2 }],
  [{ names: ["a", "b"] }, { names: ["a", "b"] }],
  [{ inner: { size: 3 } }, { inner: { size: 3 } }],
];

for (const [given, kernel] of pairs) {
  Deno.test(`mapping() puts ${Deno.inspect(given)} into data and back`, () => {
    assertEquals(words.toKernel(given), kernel);
    assertEquals(words.fromKernel(kernel), given);
  });
}

Deno.test("mapping() leaves out what is undefined", () => {
  const given = { stp: undefined, delay: 1 } as unknown as Words;
  assertEquals(words.toKernel(given), { delay: 100 });
});

Deno.test("mapping() does not send what only the kernel reports", () => {
  assertEquals(words.fromKernel({ counter: 7 }), { counter: 7 });
  assertEquals(words.toKernel({ counter: 7 }), {});
});

Deno.test("mapping() reads any number but 0 as true", () => {
  assertEquals(words.fromKernel({ stpState: 2 }), { stp: true });
});

Deno.test("mapping() sends no attribute for a presence that is false", () => {
  assertEquals(words.toKernel({ external: false }), {});
});

Deno.test("maskedBit() does not report a bit that the kernel does not support", () => {
  assertEquals(words.fromKernel({ flags: { flags: 2, mask: 2 } }), {
    gvrp: true,
  });
});

const bad: [unknown, typeof TypeError | typeof RangeError, string][] = [
  [{ stp: 1 }, TypeError, "Cannot use 1 as stp: true or false is expected"],
  [
    { mode: "quick" },
    TypeError,
    'Cannot use "quick" as mode: slow, fast or a number is expected',
  ],
  [{ mode: 256 }, RangeError, "Cannot use 256 as mode"],
  [{ mode: "toString" }, TypeError, 'Cannot use "toString" as mode'],
  [{ age: -1 }, RangeError, "Cannot use -1 as age: it is not between 0 and"],
  [{ age: 1.5 }, RangeError, "Cannot use 1.5 as age: it is not an integer"],
  [{ age: "5" }, TypeError, 'Cannot use "5" as age: a number is expected'],
  [
    { delay: 0.005 },
    RangeError,
    "Cannot use 0.005 as delay: it is not a multiple of 0.01 seconds",
  ],
  [{ delay: -1 }, RangeError, "Cannot use -1 as delay"],
  [{ delay: NaN }, RangeError, "Cannot use NaN as delay"],
  [{ delay: Infinity }, RangeError, "Cannot use Infinity as delay"],
  [{ delay: null }, TypeError, "Cannot use null as delay"],
  [{ options: ["green"] }, TypeError, 'Cannot use "green" as options[0]'],
  [{ options: "red" }, TypeError, 'Cannot use "red" as options'],
  [{ names: [1] }, TypeError, "Cannot use 1 as names[0]: a string is expected"],
  [{ names: ["a\0"] }, TypeError, "it contains a NUL character"],
  [{ inner: { size: 300 } }, RangeError, "Cannot use 300 as inner.size"],
  [{ inner: 5 }, TypeError, "Cannot use 5 as inner: an object is expected"],
  [
    { sTP: true },
    TypeError,
    "Cannot use true as sTP: there is no such property",
  ],
];

for (const [given, error, message] of bad) {
  Deno.test(`mapping() refuses ${Deno.inspect(given)}`, () => {
    assertThrows(() => words.toKernel(given as Words), error, message);
  });
}

interface Outer {
  kind?: string;
  info?: Data;
}

Deno.test("within() maps properties of an inner object", () => {
  const outer = mapping<
    { kind?: string; stp?: boolean; quiet?: boolean },
    Outer
  >(
    {
      kind: ["kind", text],
      ...within<Outer, "info", { stp?: boolean; quiet?: boolean }>("info", {
        stp: ["stpState", boolean],
        quiet: ["noisy", inverted],
      }),
    },
  );
  const data = { kind: "x", info: { stpState: 1, noisy: 1 } };
  assertEquals(outer.fromKernel(data), { kind: "x", stp: true, quiet: false });
  assertEquals(outer.toKernel({ kind: "x", stp: true, quiet: false }), data);
  assertEquals(outer.toKernel({ kind: "x" }), { kind: "x" });
  assertEquals(outer.fromKernel({ kind: "x" }), { kind: "x" });
});

Deno.test("mapping() reads a field only if the data has what it is read from", () => {
  const seen: string[] = [];
  const { fromKernel } = mapping<{ sum?: number; never?: number }, {
    a?: number;
    b?: number;
    inner?: { c?: number };
  }>({
    sum: {
      from: ["a", "b"],
      read: ({ a = 0, b = 0 }) => {
        seen.push("sum");
        return a + b;
      },
      write: () => {},
    },
    never: { from: [], read: () => 1, write: () => {} },
  });
  assertEquals(fromKernel({ inner: { c: 1 } }), {});
  assertEquals(seen, []);
  assertEquals(fromKernel({ b: 2 }), { sum: 2 });
  assertEquals(fromKernel({ a: 1, b: 2 }), { sum: 3 });
});

Deno.test("A number has the range of its attribute in the schema", () => {
  interface Sizes {
    small?: number;
    signed?: number;
    sent?: number;
    mode?: "slow" | "fast" | number;
  }
  interface SizesData extends Attributes {
    small?: number;
    signed?: number;
    sent?: number;
    mode?: number;
  }
  const sizes = mapping<Sizes, SizesData>(
    {
      small: ["small", number],
      signed: ["signed", number],
      sent: writeOnly("sent", number),
      mode: ["mode", enumeration({ slow: 0, fast: 1 })],
    },
    attributes<SizesData>({
      small: ["T_SMALL", 1, u16],
      signed: ["T_SIGNED", 2, s32],
      sent: ["T_SENT", 3, u8],
      mode: ["T_MODE", 4, u8],
    }),
  );
  const good = { small: 65535, signed: -0x80000000, sent: 255, mode: 255 };
  assertEquals(sizes.toKernel(good), good);
  for (
    const [name, value, most] of [
      ["small", 65536, "0 and 65535"],
      ["small", -1, "0 and 65535"],
      ["signed", 0x80000000, "-2147483648 and 2147483647"],
      ["sent", 256, "0 and 255"],
      ["mode", 256, "0 and 255"],
    ] as const
  ) {
    const error = assertThrows(
      () => sizes.toKernel({ [name]: value }),
      RangeError,
      `Cannot use ${value} as ${name}: `,
    );
    assertEquals(error.message.endsWith(most), true, error.message);
  }
});

Deno.test("A number whose mapping names no schema cannot be written", () => {
  const sizes = mapping<{ small?: number }, { small?: number }>({
    small: ["small", number],
  });
  assertThrows(
    () => sizes.toKernel({ small: 1 }),
    TypeError,
    "Cannot find the range of a number: its mapping names no schema with it",
  );
});
