/**
 * Counts the calls of the C library that each of some requests makes, the
 * second time that it is made, and prints them as JSON.
 *
 * @module
 */
// deno-lint-ignore-file no-console

type Calls = Record<string, number>;

let calls: Calls = {};
const { dlopen } = Deno;

function counted(
  name: string,
  call: (...words: unknown[]) => unknown,
): typeof call {
  return (...words) => {
    calls[name] = (calls[name] ?? 0) + 1;
    return call(...words);
  };
}

Deno.dlopen = ((path: string, symbols: Deno.ForeignLibraryInterface) => {
  const library = dlopen(path, symbols);
  const wrapped = Object.entries(library.symbols).map(([name, call]) => [
    name,
    counted(name, call as (...words: unknown[]) => unknown),
  ]);
  return { symbols: Object.fromEntries(wrapped), close: () => library.close() };
}) as typeof Deno.dlopen;

const { Rtnetlink } = await import("../../../mod.ts");

using net = Rtnetlink.open();
await net.link.set("lo", { up: true });
const route = { to: "198.51.100.0/24", device: "lo" };
const routes = Array.from({ length: 1000 }, (_, i) => ({
  to: `10.${i >> 8}.${i & 255}.0/24`,
  device: "lo",
}));
const requests: Record<string, () => Promise<unknown>> = {
  "link.get": () => net.link.get("lo"),
  "link.list": () => net.link.list().toArray(),
  "route.add": () => net.route.add(route),
  "route.delete": () => net.route.delete(route),
  "route.addAll": () => net.route.addAll(routes),
  "route.list": () => net.route.list({ family: "inet" }).toArray(),
  "route.deleteAll": () => net.route.deleteAll(routes),
};
const counts: Record<string, Calls> = {};
for (let i = 0; i < 2; i++) {
  for (const [name, request] of Object.entries(requests)) {
    calls = counts[name] = {};
    await request();
  }
}
console.log(JSON.stringify(counts));
