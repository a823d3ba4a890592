import { assert, assertEquals, assertRejects } from "@std/assert";
import { compileReceiver } from "../../bench/support/compile.ts";
import { Contender } from "../../bench/support/contender.ts";
import { time } from "../../bench/support/processes.ts";
import { countLayers } from "../../bench/support/samples.ts";
import { median, quantile } from "../../bench/support/statistics.ts";
import { formatTable, formatTime } from "../../bench/support/table.ts";

Deno.test("median() is in the middle, whatever the order", () => {
  assertEquals(median([5, 1, 3]), 3);
  assertEquals(median([7]), 7);
  assertEquals(quantile([4, 1, 2, 3], 0.99), 4);
  assertEquals(quantile([4, 1, 2, 3], 0), 1);
});

Deno.test("formatTable() aligns columns", () => {
  assertEquals(
    formatTable(["", "C"], [["a route", "5 ns"], ["b", "1234 ns"]]),
    [
      "|         |       C |",
      "| ------- | ------: |",
      "| a route |    5 ns |",
      "| b       | 1234 ns |",
    ].join("\n"),
  );
});

Deno.test("formatTime() chooses the unit", () => {
  assertEquals(formatTime(9999), "9999 ns");
  assertEquals(formatTime(12_345), "12.3 µs");
  assertEquals(formatTime(12_345_678), "12.3 ms");
});

Deno.test("countLayers() finds out what each sample is of", () => {
  const code = [
    { start: 0x1000, end: 0x1100, name: "Builtin:StringAdd" },
    { start: 0x2000, end: 0x2100, name: "JS:*' :3:8" },
    { start: 0x2100, end: 0x2200, name: "JS:*ask file:///channel.ts:68:10" },
    // Where it stands, other code has been before.
    { start: 0x2180, end: 0x2190, name: "JS:*' :3:8" },
  ];
  const text = `
    deno  7  ffffffff81ec729c neigh_dump_info ([kernel.kallsyms])
    deno  7              1010 [unknown] (/usr/bin/deno)
    deno  7              20ff JS:*' :3:8 (/tmp/perf-7.map)
    deno  7              2184 JS:*' :3:8 (/tmp/perf-7.map)
    deno  7              21a0 JS:*ask file:///channel.ts:68:10 (/tmp/perf-7.map)
    deno  7              9000 [unknown] (/usr/bin/deno)
    deno  7              9004 malloc (/usr/lib/libc.so.6)
    V8 DefaultWorke  8   1010 [unknown] (/usr/bin/deno)
    receiver  7          4000 parse (/tmp/receiver)
`;
  assertEquals(Object.fromEntries(countLayers(text, 7, code)), {
    kernel: 1,
    "V8's own functions": 1,
    readers: 2,
    "other JavaScript": 1,
    "V8: memory, compiler": 1,
    "C library": 1,
    "other threads": 1,
    program: 1,
  });
});

Deno.test("time() leaves out programs that fail or are missing", async () => {
  const good = { name: "good", command: [Deno.execPath(), "--version"] };
  const times = await time([
    good,
    { name: "bad", command: [Deno.execPath(), "no-such-command.ts"] },
    { name: "missing", command: ["there-is-no-such-program"] },
  ], 2);
  assertEquals([...times.keys()], [good]);
  assertEquals(times.get(good)?.length, 2);
  for (const { clock, cpu } of times.get(good)!) {
    assert(clock > 0 && cpu > 0);
  }
});

Deno.test("Contender answers commands in turn", async () => {
  await using echo = new Contender(["cat"]);
  assertEquals(await echo.run('{"ns":1,"count":2}'), { ns: 1, count: 2 });
  assertEquals(await echo.run('{"ns":3,"count":4}'), { ns: 3, count: 4 });
});

Deno.test("Contender reports when its program has ended", async () => {
  const nothing = new Contender(["true"]);
  await assertRejects(() => nothing.run("dump routes keep"));
});

Deno.test("compileReceiver() compiles where there is a compiler", async () => {
  const directory = await Deno.makeTempDir();
  try {
    const program = await compileReceiver(directory);
    if (program === undefined) return;
    assert((await Deno.stat(program)).isFile);
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
});
