import { assertEquals } from "@std/assert";

Deno.test("nothing but the speed depends on the permission to generate code", async () => {
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "test",
      "--allow-all",
      "--no-check",
      "--quiet",
      "--v8-flags=--disallow-code-generation-from-strings",
      ...["attributes", "nesting", "padding"].map((name) =>
        new URL(`${name}_test.ts`, import.meta.url).pathname
      ),
    ],
  }).output();
  assertEquals(code, 0, new TextDecoder().decode(stderr));
});
