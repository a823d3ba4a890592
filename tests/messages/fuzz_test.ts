/**
 * Deep, wide, duplicated, irregular and truncated inputs for every codec,
 * through the codecs, `decode()` and the printer. `deno task fuzz` runs more.
 */
import { assertEquals, assertRejects } from "@std/assert";
import { fuzz } from "../support/fuzz.ts";
import { patient } from "../support/patience.ts";

const CODECS = new URL("fuzz_codecs.ts", import.meta.url);

Deno.test(
  "every codec survives 200000 hostile inputs, and writes the same bytes",
  patient(600, () => fuzz({ module: CODECS, count: 200_000, seed: 1 })),
);

Deno.test("fuzz() names the seed of an input that fails", async () => {
  const module = moduleOf("seed => { if (seed === 17) throw new Error('no') }");
  await assertRejects(
    () => fuzz({ module, count: 100, seed: 10 }),
    Error,
    "Seed 17",
  );
});

// Deno does not end a thread that runs: what takes too long here ends later.
Deno.test("fuzz() ends an input that takes too long", async () => {
  const module = moduleOf(slowCheck(17));
  await assertRejects(
    () => fuzz({ module, count: 100, seed: 10, limit: 1 }),
    Error,
    "Cannot finish the input of seed 17 in 1 s",
  );
});

Deno.test("fuzz() lets a module take its time to load", async () => {
  const slow = "await new Promise((done) => setTimeout(done, 1500));";
  const module = moduleOf(slowCheck(11), slow);
  await assertRejects(
    () => fuzz({ module, count: 100, seed: 10, limit: 0.6 }),
    Error,
    "Cannot finish the input of seed 11 in 0.6 s",
  );
});

Deno.test("fuzz() runs as many inputs as it is asked for", async () => {
  const module = moduleOf("seed => { if (seed >= 30) throw seed }");
  let done = 0;
  await fuzz({ module, count: 20, seed: 10, onProgress: (n) => done = n });
  assertEquals(done <= 20, true);
  await assertRejects(() => fuzz({ module, count: 21, seed: 10 }));
});

/** A check that takes four seconds for one seed; to Bun, dots begin a suffix. */
function slowCheck(seed: number): string {
  return `seed => {
    const end = +new Date() + 4000;
    while (seed === ${seed} && new Date() < end);
  }`;
}

function moduleOf(check: string, before = ""): URL {
  const source = `${before} export const check = ${check};`;
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}
