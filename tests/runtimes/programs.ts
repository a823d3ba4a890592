/**
 * Runs programs that tests have written for Deno in the runtime of the tests.
 *
 * @module
 */
// deno-lint-ignore-file no-process-global
import * as fs from "node:fs";
import { createRequire } from "node:module";
import process from "node:process";
import { fileURLToPath } from "node:url";
import type ts from "typescript";

const HERE = fileURLToPath(new URL(".", import.meta.url));

/**
 * Turns what Deno is to be called with into what this runtime is called with.
 *
 * @param program The program that is called.
 * @param args What it is called with.
 * @returns The same, or what runs the same program here.
 */
export function programArguments(program: string, args: string[]): string[] {
  if (program !== process.execPath || args[0] !== "run") return args;
  const at = args.findIndex((arg, i) => i > 0 && !arg.startsWith("-"));
  const path = compile(args[at]!.replace(/^file:\/\//, ""));
  const flag = "bun" in process.versions ? "--preload" : "--import";
  return [flag, `${HERE}deno_in_node.js`, path, ...args.slice(at + 1)];
}

/** Compiles a program, unless that has been done. */
function compile(path: string): string {
  const compiled = path.replace(/\.ts$/, ".js");
  if (compiled !== path && fs.existsSync(compiled)) return compiled;
  // It takes a second to load, and few programs are to be compiled.
  const compiler: typeof ts = createRequire(import.meta.url)("typescript");
  const { outputText } = compiler.transpileModule(
    fs.readFileSync(path, "utf8"),
    {
      fileName: path,
      compilerOptions: {
        target: compiler.ScriptTarget.ES2022,
        module: compiler.ModuleKind.ESNext,
      },
    },
  );
  const own = path.replace(/\.ts$/, ".mjs");
  fs.writeFileSync(
    own,
    outputText.replace(
      /((?:from |import\()"[./][^"]*|file:[^"]*)\.ts"/g,
      '$1.js"',
    ),
  );
  return own;
}
