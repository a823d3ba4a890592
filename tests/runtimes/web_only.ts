/**
 * Runs `messages` with what browsers have and nothing else: a context of its own
 * has the language, and gets what encodes text.
 *
 *     node --experimental-vm-modules tests/runtimes/web_only.js BYTE...
 *
 * It decodes a datagram of hexadecimal bytes, encodes it again, and prints the
 * name of its link.
 *
 * @module
 */
// deno-lint-ignore-file no-console no-process-global
import { readFileSync } from "node:fs";
import process from "node:process";
import * as vm from "node:vm";

/** A module of a context. */
interface ContextModule {
  readonly identifier: string;
  link(
    linker: (specifier: string, from: ContextModule) => ContextModule,
  ): Promise<void>;
  evaluate(): Promise<void>;
}

/** The part of `node:vm` that Node has behind a flag. */
const { SourceTextModule } = vm as unknown as {
  SourceTextModule: new (
    source: string,
    options: { context: vm.Context; identifier: string },
  ) => ContextModule;
};

const PROGRAM = `
import { decode, encode } from "./messages/mod.js";
const bytes = Uint8Array.from(words, (word) => parseInt(word, 16));
const { messages } = decode(bytes);
const again = encode(messages);
if (String(again) !== String(bytes)) throw new Error("Cannot encode it again");
print(messages[0].body.attributes.name);
`;

const context = vm.createContext({
  TextDecoder,
  TextEncoder,
  words: process.argv.slice(2),
  print: (text: string) => console.log(text),
});

const made = new Map<string, ContextModule>();

function moduleAt(specifier: string, { identifier }: ContextModule) {
  if (!/^\.\.?\//.test(specifier)) {
    throw new Error(`Cannot load ${specifier}: browsers have no such module`);
  }
  const { href } = new URL(specifier, identifier);
  let found = made.get(href);
  if (found === undefined) {
    const source = readFileSync(new URL(href), "utf8");
    found = new SourceTextModule(source, { context, identifier: href });
    made.set(href, found);
  }
  return found;
}

const main = new SourceTextModule(PROGRAM, {
  context,
  identifier: new URL("../../main.js", import.meta.url).href,
});
await main.link(moduleAt);
await main.evaluate();
