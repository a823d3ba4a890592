/**
 * Compiles modules one by one, and makes their declarations.
 *
 * @module
 */
import ts from "typescript";

/**
 * What the oldest supported runtimes run; `using` is newer, and is compiled to
 * `try` and `finally`.
 */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
};

/**
 * The choice between the runtimes: the one of the sources is for Deno, and loads
 * others only where they are.
 */
const CHOICE = { ours: "ffi_deno", theirs: "ffi_any" } as const;

/** The parser of YAML, which is a module of the package. */
const YAML = { ours: "@std/yaml", theirs: "./yaml.js" } as const;

/**
 * Compiles a module.
 *
 * @param path The module, as a path in the package.
 * @param text What is in it.
 * @returns JavaScript.
 * @throws {Error} If it cannot be compiled.
 */
export function compiled(path: string, text: string): string {
  const { outputText, diagnostics = [] } = ts.transpileModule(text, {
    fileName: path,
    compilerOptions: OPTIONS,
    reportDiagnostics: true,
  });
  fail(path, diagnostics);
  // TypeScript leaves some of those that are in functions as they are.
  const output = outputText.replace(/(import\("\.[^"]*)\.ts"\)/g, '$1.js")')
    .replace(`import("${YAML.ours}")`, `import("${YAML.theirs}")`);
  return path === `socket/${CHOICE.theirs}.ts` ? output : output.replace(
    new RegExp(`^(import .*/)${CHOICE.ours}(\\.js";)$`, "m"),
    `$1${CHOICE.theirs}$2`,
  );
}

/**
 * Makes the declarations of modules.
 *
 * Types are not checked here: `deno check` does, and has those of Deno.
 *
 * @param root The folder that the modules are in.
 * @param paths The modules, as paths in the package.
 * @param write Takes the declarations of each.
 */
export function declare(
  root: string,
  paths: readonly string[],
  write: (path: string, text: string) => void,
): void {
  const program = ts.createProgram(paths.map((path) => root + path), {
    ...OPTIONS,
    allowImportingTsExtensions: true,
    declaration: true,
    emitDeclarationOnly: true,
    lib: ["lib.esnext.d.ts", "lib.dom.d.ts"],
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    noCheck: true,
    rootDir: root,
    strict: true,
    exactOptionalPropertyTypes: true,
    types: [],
  });
  const { diagnostics } = program.emit(undefined, (path, text) =>
    write(
      path.slice(root.length),
      text.replace(/((?:from |import\()"\.[^"]*)\.ts"/g, '$1.js"'),
    ));
  fail("the declarations", diagnostics);
}

function fail(what: string, diagnostics: readonly ts.Diagnostic[]): void {
  const [first] = diagnostics;
  if (first === undefined) return;
  const reason = ts.flattenDiagnosticMessageText(first.messageText, "\n");
  throw new Error(
    `Cannot compile ${first.file?.fileName ?? what}: ${reason}`,
  );
}
