/**
 * The library in few files, with its declarations.
 *
 * @module
 */
import { type Plugin, rolldown } from "rolldown";
import { dts } from "rolldown-plugin-dts";
// The plugin loads this by itself, and has to find it.
import "typescript";
import type { Run } from "./ahead.ts";
import { input, output, source } from "./source.ts";
import { thunks } from "./thunks.ts";

/** What can be imported, by the names of the files in `dist/`. */
const ENTRIES: Readonly<Record<string, string>> = {
  mod: source("mod.ts"),
  socket: source("socket.ts"),
  messages: source("messages/mod.ts"),
  codec: source("messages/codec/mod.ts"),
  api: source("api/mod.ts"),
};

/** A short program, which lists what most programs look at. */
const SHORT_PROGRAM = `
import { Rtnetlink } from "./mod.js";
using net = Rtnetlink.open();
for (const object of ["link", "address", "route", "neighbor"]) {
  for await (const _ of net[object].list()) continue;
}
await net.link.get("lo");
`;

/** Programs that use the library. */
export const LIBRARY_RUNS: readonly Run[] = [
  { args: ["--allow-ffi", "-"], program: SHORT_PROGRAM },
];

/**
 * Builds the library.
 *
 * @param folder Where to put it.
 */
export async function buildLibrary(folder: string): Promise<void> {
  await using code = await rolldown({
    ...input,
    input: { ...ENTRIES },
    plugins: [thunks()],
  });
  await code.write({
    ...output,
    dir: folder,
    chunkFileNames: "chunks/[name]-[hash].js",
    // Deno and TypeScript find declarations of scripts by this line.
    postBanner: ({ isEntry, name }) =>
      isEntry ? `/* @ts-self-types="./${name}.d.ts" */` : "",
  });
  await using types = await rolldown({
    ...input,
    input: { ...ENTRIES },
    plugins: [
      dts({
        emitDtsOnly: true,
        tsconfig: false,
        compilerOptions: {
          allowImportingTsExtensions: true,
          exactOptionalPropertyTypes: true,
          lib: ["ESNext", "DOM"],
          module: "esnext",
          moduleResolution: "bundler",
          noCheck: true,
          strict: true,
          target: "esnext",
        },
      }),
      declarationNames(),
    ],
  });
  await types.write({
    format: "esm",
    dir: folder,
    chunkFileNames: "chunks/[name]-[hash].js",
  });
}

/** Deno takes the names of imported declarations as they are. */
function declarationNames(): Plugin {
  return {
    name: "declaration-names",
    generateBundle(_, bundle): void {
      for (const file of Object.values(bundle)) {
        if (file.type !== "chunk") continue;
        file.code = file.code.replace(
          /(\bfrom "\.{1,2}\/[^"]+)\.js"/g,
          '$1.d.ts"',
        );
      }
    },
  };
}
