/**
 * Imports a module, runs a command line with it if one is given, and prints the
 * names of all modules of this project that were loaded, as JSON, on standard
 * error.
 *
 * @module
 */

import { Session } from "node:inspector";

interface Parsed {
  readonly params: { readonly url: string };
}

const [entry, folder, ...words] = Deno.args;
const loaded = new Set<string>();
const session = new Session();
session.connect();
session.on("Debugger.scriptParsed", ({ params: { url } }: Parsed) => {
  if (url.startsWith(folder!)) loaded.add(url.slice(folder!.length));
});
session.post("Debugger.enable");
const module: { run?: (words: string[]) => Promise<number> } = await import(
  entry!
);
if (words.length > 0) await module.run!(words);
await Deno.stderr.write(new TextEncoder().encode(JSON.stringify([...loaded])));
