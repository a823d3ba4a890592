/**
 * Runs the checks of `tests/messages/fuzz_codecs.ts`, or of another module that
 * has the same form, over as many inputs as are asked for.
 *
 * `deno task fuzz [COUNT [SEED [MODULE]]]`
 *
 * @module
 */
import { fuzz } from "../tests/support/fuzz.ts";

const [count = "1000000", seed, file = "tests/messages/fuzz_codecs.ts"] =
  Deno.args;
const first = seed === undefined
  ? Math.floor(Math.random() * 2 ** 30)
  : Number(seed);
print(`${count} inputs of ${file} from seed ${first}`);
let shown = 0;
try {
  await fuzz({
    module: new URL(`../${file}`, import.meta.url),
    count: Number(count),
    seed: first,
    onProgress(done) {
      if (done < shown + 500_000) return;
      shown = done;
      print(`${done} inputs are done`);
    },
  });
} catch (error) {
  print((error as Error).message);
  Deno.exit(1);
}
print(`${count} inputs, no failure`);

function print(text: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${text}\n`));
}
