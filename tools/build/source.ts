/**
 * Where the sources are, and how both parts of `dist/` are bundled.
 *
 * @module
 */
import type { InputOptions, OutputOptions } from "rolldown";

/** Folder of the sources. */
export const ROOT: string = new URL("../../", import.meta.url).pathname;

/**
 * Path of a source file.
 *
 * @param file The file, from the top level of the project.
 * @returns Its absolute path.
 */
export function source(file: string): string {
  return ROOT + file;
}

/** How sources are read. */
export const input: InputOptions = {
  platform: "neutral",
  // The stand-in for a YAML parser imports one of these.
  external: [/^node:/, "js-yaml", "npm:js-yaml@^4.1.0"],
  checks: { pluginTimings: false },
  resolve: {
    alias: {
      "@std/bytes": source("tools/std/bytes/mod.ts"),
      "@std/cli": source("tools/std/cli/mod.ts"),
      "@std/yaml": source("tools/std/yaml/mod.ts"),
    },
  },
  onLog: (level, log, report) => {
    // A module that one command loads late and another one early is in the
    // file that both share.
    if (log.code !== "INEFFECTIVE_DYNAMIC_IMPORT") report(level, log);
  },
};

/** How files are written; classes keep their names, which errors show. */
export const output: OutputOptions = {
  format: "esm",
  minify: { compress: true, mangle: { keepNames: true }, codegen: true },
};
