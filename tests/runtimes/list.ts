/**
 * Lists what tests Deno would run, as JSON:
 *
 *     deno run -A tests/runtimes/list.ts OUT FILE...
 *
 * @module
 */
import {
  type Argument,
  declaredBy,
  fileName,
  type Outcome,
} from "./declared.ts";

const [out, ...files] = Deno.args;
const found: Outcome[] = [];
let file = "";

Object.defineProperty(Deno, "test", {
  value: (...args: Argument[]) => {
    const { name, ignore } = declaredBy(...args);
    found.push({ file, name, state: ignore ? "ignored" : "declared" });
  },
});
for (const path of files) {
  file = fileName(path);
  await import(new URL(path, "file:").href);
}
Deno.writeTextFileSync(out!, JSON.stringify(found));
Deno.exit(0);
