import { assertEquals, assertMatch } from "@std/assert";
import { run } from "../support/ip.ts";
import { type Io, OutputError } from "../../cli/runtime/io.ts";
import { EncodeError } from "../../messages/codec/mod.ts";
import { SocketError } from "../../socket/error.ts";
import { testIo } from "../support/io.ts";

const failing = (error: unknown) => () => Promise.reject(error);

for (
  const [error, text] of [
    [new TypeError("x is not a function"), "This program is at fault: "],
    [new RangeError("Maximum call stack size exceeded"), "This program is at"],
    ["a text", "This program is at fault: Error: a text"],
    [undefined, "This program is at fault: Error: undefined"],
    [new EncodeError("any", "is not an IPv4 address", "gateway"), "Cannot "],
    [new SocketError("sendto", 105), "Cannot call sendto: "],
  ] as const
) {
  Deno.test(`run() reports ${error} in one line, and ends with code 2`, async () => {
    const io = testIo();
    assertEquals(await run(["link"], io, failing(error)), 2);
    assertEquals(io.written.length, 0);
    assertEquals(io.errors.startsWith(text), true, io.errors);
    assertMatch(io.errors, /^[^\n]+\n$/);
  });
}

Deno.test("a batch goes on with -force after what nobody expected", async () => {
  const io = testIo({ files: { batch: "link\n\nnothing\nlink\n" } });
  const words = ["-force", "-batch", "batch"];
  assertEquals(await run(words, io, failing(new TypeError("odd"))), 1);
  const lines = io.errors.split("\n").filter((line) => /^Command/.test(line));
  assertEquals(lines, [1, 3, 4].map((n) => `Command failed batch:${n}`));
});

for (
  const [cause, code] of [
    [new Deno.errors.BrokenPipe(), 141],
    [new Error("No space left on device (os error 28)"), 1],
  ] as const
) {
  Deno.test(`run() ends with code ${code} when output fails: ${cause}`, async () => {
    let errors = "";
    const io: Io = {
      ...testIo(),
      out: () => {
        throw new OutputError(cause);
      },
      err: (text) => void (errors += text),
    };
    assertEquals(await run(["-Version"], io), code);
    assertEquals(errors, "");
  });
}
