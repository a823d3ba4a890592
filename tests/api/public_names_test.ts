import { assertEquals } from "@std/assert";

const ROOT = new URL("../../", import.meta.url);

interface DocumentedSymbol {
  readonly name: string;
  readonly kind?: string;
}

interface Documented {
  readonly nodes:
    | readonly DocumentedSymbol[]
    | Readonly<
      Record<string, { readonly symbols: readonly DocumentedSymbol[] }>
    >;
}

Deno.test("mod.ts exports the names that are listed", async () => {
  const listed = Deno.readTextFileSync(
    new URL("public_names.txt", import.meta.url),
  ).trimEnd().split("\n").filter((line) => !line.startsWith("#"));
  const values = Object.keys(await import("../../mod.ts"));
  const names = await namesOf(new URL("mod.ts", ROOT));

  const lines = names.map((name) =>
    values.includes(name) ? `${name} (value)` : name
  );
  assertEquals(lines, listed);
  assertEquals(names.length <= 200, true, `${names.length} names`);
});

/** Names that a module exports, in the order of their bytes. */
async function namesOf(module: URL): Promise<string[]> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["doc", "--json", module.pathname],
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  if (!success) throw new Error(decoder.decode(stderr));
  const { nodes }: Documented = JSON.parse(decoder.decode(stdout));
  // Older releases of Deno list symbols, the module's documentation among them.
  const symbols: readonly DocumentedSymbol[] = Array.isArray(nodes)
    ? nodes.filter(({ kind }) => kind !== "moduleDoc")
    : Object.values(nodes).flatMap(({ symbols }) => symbols);
  return [...new Set(symbols.map(({ name }) => name))].sort();
}
