import { assertEquals, assertThrows } from "@std/assert";
import { Arguments } from "../../cli/parse/arguments.ts";
import { CommandError } from "../../cli/parse/errors.ts";
import { u8 } from "../../cli/parse/numbers.ts";
import { commandLine } from "../../cli/runtime/arguments.ts";
import { quote } from "../../cli/print/quote.ts";

/** A command line as `/proc` has it. */
function typed(...words: (string | readonly number[])[]): Uint8Array {
  return Uint8Array.from(words.flatMap((word) => [
    ...typeof word === "string" ? new TextEncoder().encode(word) : word,
    0,
  ]));
}

const Q = [0x71, 0xff];

Deno.test("commandLine() leaves alone what is UTF-8", () => {
  const read = () => {
    throw new Error("Cannot be reached");
  };
  assertEquals(commandLine(["link", "é"], read), ["link", "é"]);
});

Deno.test("commandLine() finds bytes that are not UTF-8", () => {
  const read = () => typed("deno", "run", "cli.ts", "show", Q, "\ufffd");
  assertEquals(commandLine(["show", "q\ufffd", "\ufffd"], read), [
    "show",
    "q\udcff",
    "\ufffd",
  ]);
});

Deno.test("commandLine() refuses what it cannot represent", () => {
  const refused = (at: number) =>
    `Cannot take argument ${at} of the command line: it is not UTF-8\n`;
  const words = ["show", "q\ufffd"];
  const fails = () => {
    throw new Error("Permission denied");
  };
  assertEquals(commandLine(words, fails), refused(2));
  assertEquals(commandLine(words, () => typed("other", Q)), refused(1));
  assertEquals(
    commandLine(words, () => typed("deno", "show", "q")),
    refused(2),
  );
  assertEquals(commandLine(words, () => typed(Q)), refused(2));
});

Deno.test("quote() makes JSON of any text", () => {
  const odd = Array.from({ length: 0x80 }, (_, i) => String.fromCharCode(i));
  for (
    const text of [
      ...odd,
      "\ud800",
      "\udcff",
      "a\udc80\ud83d\ude00\udc80",
      "\ufeff",
    ]
  ) {
    const json = quote(text);
    assertEquals(JSON.parse(json), text);
    assertEquals(json.isWellFormed(), true);
  }
  assertEquals(quote("\u{1f600}/é"), '"\u{1f600}/é"');
});

Deno.test("Arguments.read() refuses what cannot be read, by its name", () => {
  const args = new Arguments(["0x10", "256"]);
  assertEquals(args.read(u8, "invalid ttl"), 16);
  const error = assertThrows(() => args.read(u8, "invalid ttl"), CommandError);
  assertEquals(error.message, 'Error: argument "256" is wrong: invalid ttl\n');
  assertThrows(() => args.read(u8, "invalid ttl"), CommandError);
});

Deno.test("Arguments.oneOf() takes names in full, and none of all objects", () => {
  const args = new Arguments(["in", "ou", "toString"]);
  const take = () => args.oneOf({ in: 0, out: 1 }, "bad direction");
  assertEquals(take(), 0);
  assertThrows(take, CommandError, 'argument "ou" is wrong: bad direction');
  assertThrows(take, CommandError, 'argument "toString" is wrong');
});
