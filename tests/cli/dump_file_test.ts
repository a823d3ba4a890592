import { ip } from "../support/ip.ts";
import { assertEquals, assertThrows } from "@std/assert";
import { Context } from "../../cli/runtime/context.ts";
import {
  readMessages,
  startFile,
  writeMessages,
} from "../../cli/runtime/dump_file.ts";
import { CommandError } from "../../cli/parse/errors.ts";
import { defaultOptions } from "../../cli/runtime/options.ts";
import { thing, thingCodec } from "../support/thing.ts";
import { type TestIo, testIo, type World } from "../support/io.ts";

const FILE = { name: "thing", magic: 0x12345678 };

function contextOf(world: World): { context: Context; io: TestIo } {
  const io = testIo(world);
  const refuse = () => Promise.reject(new Error("Cannot connect"));
  return { context: new Context(ip, defaultOptions(), io, refuse), io };
}

function read(input: Uint8Array): { type: number; body: Uint8Array }[] {
  const { context } = contextOf({ input });
  return Array.from(
    readMessages(context, FILE),
    ({ header: { type }, body }) => ({ type, body }),
  );
}

function bytes(...words: number[]): Uint8Array {
  return new Uint8Array(Uint32Array.from(words).buffer);
}

Deno.test("readMessages() reads what writeMessages() writes", () => {
  const { context, io } = contextOf({});
  assertEquals(startFile(context, FILE), true);
  writeMessages(context, 77, thingCodec, [thing(1), thing(2, { name: "x" })]);
  const messages = read(io.written);
  assertEquals(messages.map(({ type }) => type), [77, 77]);
  const [, { body }] = messages as [unknown, { body: Uint8Array }];
  const view = new DataView(body.buffer, body.byteOffset, body.length);
  assertEquals(
    thingCodec.decode(view, 0, body.length),
    thing(2, { name: "x" }),
  );
});

Deno.test("startFile() writes nothing to a terminal", () => {
  const { context, io } = contextOf({ terminal: true });
  assertEquals(startFile(context, FILE), false);
  assertEquals(io.written.length, 0);
  assertEquals(io.errors, "Not sending a binary stream to stdout\n");
});

Deno.test("readMessages() refuses terminals, other files and damaged ones", () => {
  const wrong = (run: () => unknown, message: string) => {
    const error = assertThrows(run, CommandError);
    assertEquals(error.message, message);
    assertEquals(error.code, 255);
  };
  const { context } = contextOf({ terminal: true });
  wrong(
    () => [...readMessages(context, FILE)],
    "Can't restore thing dump from a terminal\n",
  );
  wrong(() => read(new Uint8Array()), "Magic mismatch (0 elems, 0 magic)\n");
  wrong(() => read(Uint8Array.of(7)), "Magic mismatch (0 elems, 7 magic)\n");
  wrong(() => read(bytes(0xabc)), "Magic mismatch (1 elems, abc magic)\n");
  const truncated = "rtnl-from_file: truncated message\n";
  wrong(() => read(bytes(FILE.magic, 16)), truncated);
  wrong(() => read(bytes(FILE.magic, 20, 0, 0, 0)), truncated);
  wrong(
    () => read(bytes(FILE.magic, 15, 0, 0, 0)),
    "!!!malformed message: len=15 @20\n",
  );
  wrong(
    () => read(bytes(FILE.magic, 20000, 0, 0, 0)),
    "!!!malformed message: len=20000 @20\n",
  );
  assertEquals(read(bytes(FILE.magic)), []);
});
