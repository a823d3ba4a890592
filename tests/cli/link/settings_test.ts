/**
 * Settings tables of link kinds, with a schema made up for it.
 *
 * @module
 */
import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import {
  type Attributes,
  attributes,
  type Codec,
  flag,
  list,
  macAddress,
  s32,
  string,
  u16,
  u64,
  u8,
} from "../../../messages/codec/mod.ts";
import { Arguments } from "../../../cli/parse/grammar.ts";
import { CommandError } from "../../../cli/parse/errors.ts";
import { Printer } from "../../../cli/print/printer.ts";
import type { Context } from "../../../cli/runtime/context.ts";
import { kindOfSettings } from "../../../cli/objects/link/kinds/settings.ts";
import type { Settings } from "../../../cli/objects/link/kinds/setting.ts";
import { oneOf } from "../../../cli/objects/link/kinds/notations.ts";

interface Data extends Attributes {
  small?: number;
  middle?: number;
  large?: bigint;
  signed?: number;
  name?: string;
  address?: string;
  on?: true;
  all?: number[];
}

const data: Codec<Data> = attributes<Data>({
  small: ["T_SMALL", 1, u8],
  middle: ["T_MIDDLE", 2, u16],
  large: ["T_LARGE", 3, u64],
  signed: ["T_SIGNED", 4, s32],
  name: ["T_NAME", 5, string],
  address: ["T_ADDRESS", 6, macAddress],
  on: ["T_ON", 7, flag],
  all: ["T_ALL", 8, list(u8)],
});

const kind = kindOfSettings(data, {
  middle: { word: "middle*", json: "mid", text: "mi", most: 1000 },
  small: { word: "mode*", ...oneOf({ slow: 0, fast: 1 }) },
  large: "large",
  signed: "signed",
  name: "name",
  address: "address",
  on: { word: "on", print: null },
}, { first: "mode" });

function parse(...words: string[]): Promise<Data> {
  return kind.parse!(new Arguments(words), {
    context: {} as Context,
    name: "thing",
    creates: true,
    changes: false,
    message: {} as never,
  });
}

function print(data: Data, json: boolean): string {
  let out = "";
  const printer = new Printer((text) => out += text, { json });
  const body = () => kind.print!({ printer } as Context, data);
  if (json) {
    printer.begin();
    printer.object(null, body);
    printer.end();
  } else body();
  printer.flush();
  return out;
}

Deno.test("A setting is parsed as its schema defines", async () => {
  assertEquals(
    await parse(
      ...["middle", "0x10", "large", "18446744073709551615", "signed", "-5"],
      ...["name", "x", "address", "02:00:00:00:00:01", "on"],
    ),
    {
      middle: 16,
      large: 18446744073709551615n,
      signed: -5,
      name: "x",
      address: "02:00:00:00:00:01",
      on: true,
    },
  );
});

Deno.test("A setting refuses what does not fit into its attribute", async () => {
  for (
    const [word, value, name] of [
      ["middle", "65536", "mi"],
      ["middle", "1001", "mi"],
      ["large", "18446744073709551616", "large"],
      ["signed", "2147483648", "signed"],
      ["mode", "slower", "mode"],
    ] as const
  ) {
    const error = await assertRejects(() => parse(word, value), CommandError);
    assertEquals(
      error.message,
      `Error: argument "${value}" is wrong: invalid ${name}\n`,
    );
  }
});

Deno.test("The start of a word is that of the setting that is tried first", async () => {
  assertEquals(await parse("m", "fast"), { small: 1 });
  assertEquals(await parse("mi", "7"), { middle: 7 });
});

Deno.test("Settings are printed in the order of the table under their names", () => {
  const all: Data = { small: 1, large: 2n, middle: 3, on: true };
  assertEquals(print(all, false), "mi 3 mode fast large 2 ");
  assertEquals(
    JSON.parse(print(all, true)),
    [{ mid: 3, mode: "fast", large: 2 }],
  );
  assertEquals(print({ small: 9 }, false), "mode unknown ");
});

Deno.test("A setting that needs a form of its own has to have one", () => {
  const define = (settings: Settings<Data>) => () =>
    kindOfSettings(data, settings);
  assertThrows(
    define({ all: { word: "all", print: null } }),
    TypeError,
    "Cannot parse all: it is a list",
  );
  assertThrows(
    define({ all: { json: "all" } }),
    TypeError,
    "Cannot print all: it is a list",
  );
});
