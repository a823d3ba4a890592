import { assertEquals, assertRejects } from "@std/assert";
import { program as bridge } from "../../cli/bridge/program.ts";
import { run as runProgram } from "../../cli/main.ts";
import { programCalled, programNames, run } from "../../cli/programs.ts";
import { typedName } from "../../cli/runtime/arguments.ts";
import type { Program } from "../../cli/runtime/context.ts";
import { testIo } from "../support/io.ts";
import { ALL, PROGRAMS } from "../support/programs.ts";

/** Runs a command line that needs no kernel. */
async function outcome(
  program: Program,
  ...words: string[]
): Promise<[number, string, string]> {
  const io = testIo();
  const code = await runProgram(program, words, io, () => {
    throw new Error("there is no kernel");
  });
  return [code, new TextDecoder().decode(io.written), io.errors];
}

Deno.test("programNames() lists the programs, each under its name", () => {
  assertEquals(programNames(), Object.keys(ALL));
  for (const [name, program] of Object.entries(ALL)) {
    assertEquals(program.name, name);
  }
});

Deno.test("programCalled() chooses by the name of the file", () => {
  assertEquals(programCalled("/usr/local/bin/tc"), "tc");
  assertEquals(programCalled("bridge"), "bridge");
  assertEquals(programCalled("./ntc"), "tc");
  assertEquals(programCalled("nip"), "ip");
  assertEquals(programCalled("/opt/network-tools"), "ip");
  assertEquals(programCalled("toString"), "ip");
  assertEquals(programCalled("link-of-old-name", "/bin/bridge"), "bridge");
});

Deno.test("typedName() is the first word of the command line", () => {
  const bytes = new TextEncoder().encode("./tc\0qdisc\0");
  assertEquals(typedName(() => bytes), "./tc");
  assertEquals(typedName(() => new Uint8Array()), undefined);
  assertEquals(
    typedName(() => {
      throw new Error("there is no /proc");
    }),
    undefined,
  );
});

Deno.test("run() of all programs takes their names", async () => {
  const io = testIo();
  assertEquals(await run("bridge", ["-Version"], io), 0);
  assertEquals(new TextDecoder().decode(io.written), bridge.version + "\n");
  await assertRejects(
    () => run("nft", [], testIo()),
    RangeError,
    'Cannot run "nft": it is none of ip, bridge, tc',
  );
});

for (const [name, program] of Object.entries(PROGRAMS)) {
  Deno.test(`${name} ends as the original does where words are wrong`, async () => {
    const { usage: { code }, unknownObject } = program;
    const [atHelp, , text] = await outcome(program, "help");
    assertEquals([atHelp, text.split(" ")[1]], [code, name]);
    assertEquals(await outcome(program), [code, "", text]);
    assertEquals(await outcome(program, "-help"), [code, "", text]);
    assertEquals(await outcome(program, "nothing"), [
      unknownObject,
      "",
      `Object "nothing" is unknown, try "${name} help".\n`,
    ]);
    assertEquals(await outcome(program, "-Version"), [
      0,
      program.version + "\n",
      "",
    ]);
  });

  Deno.test(`${name} writes scripts that complete for it`, async () => {
    const [code, script] = await outcome(program, "completions", "bash");
    assertEquals(code, 0);
    assertEquals(
      script.includes(`complete -F _n${name}_complete n${name}`),
      true,
    );
    const words = ["completions", "--complete", "--", "-j"];
    assertEquals(await outcome(program, ...words), [0, "-json\n", ""]);
  });
}
