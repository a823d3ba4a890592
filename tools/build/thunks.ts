/**
 * Tables of declarations, put into functions.
 *
 * `attributes({…})` and its like do their work on first use, and take a
 * function for what they declare. In the sources the tables stand as they are,
 * as they are checked best so; what is built only makes those that a program
 * uses.
 *
 * @module
 */
import type { Plugin } from "rolldown";
import ts from "typescript";
import { source } from "./source.ts";

/** Functions whose first argument may be what makes it, and their modules. */
export const LAZY: ReadonlyMap<string, string> = new Map([
  ["attributes", source("messages/codec/attributes.ts")],
  ["enumeration", source("api/mapping/enumerations.ts")],
  ["filter", source("api/mapping/filter.ts")],
  ["flagNames", source("api/mapping/enumerations.ts")],
  ["mapping", source("api/mapping/mapping.ts")],
]);

/** What exports some of them, too. */
const CODECS = source("messages/codec/mod.ts");

/**
 * Puts tables into functions while a bundle is made.
 *
 * @returns The plugin.
 */
export function thunks(): Plugin {
  return {
    name: "thunks",
    transform: {
      filter: { id: /\.ts$/ },
      handler: (code, id) => withThunks(code, id),
    },
  };
}

/**
 * Puts the tables of a module into functions.
 *
 * @param code The module.
 * @param file Its name.
 * @returns The module with functions.
 */
export function withThunks(code: string, file: string): string {
  const parsed = ts.createSourceFile(file, code, ts.ScriptTarget.ESNext, true);
  const imported = importedNames(parsed);
  const inserts: [at: number, text: string][] = [];

  function visit(node: ts.Node): void {
    // What is inside a function waits already.
    if (ts.isFunctionLike(node)) return;
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const [table] = node.arguments;
      const isLazy = imported.has(node.expression.text) &&
        table !== undefined && ts.isObjectLiteralExpression(table);
      if (isLazy) {
        inserts.push([table.getStart(), "() => ("], [table.getEnd(), ")"]);
      }
    }
    ts.forEachChild(node, visit);
  }

  visit(parsed);
  inserts.sort(([a], [b]) => b - a);
  for (const [at, text] of inserts) {
    code = code.slice(0, at) + text + code.slice(at);
  }
  return code;
}

/** The functions of {@linkcode LAZY} that a module imports. */
function importedNames(parsed: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of parsed.statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    const name = (statement.moduleSpecifier as ts.StringLiteral).text;
    const bindings = statement.importClause?.namedBindings;
    if (bindings === undefined || !ts.isNamedImports(bindings)) continue;
    const module = new URL(name, `file://${parsed.fileName}`).pathname;
    for (const { name, propertyName } of bindings.elements) {
      const home = LAZY.get(name.text);
      if (home === undefined || propertyName !== undefined) continue;
      if (module === home || module === CODECS) names.add(name.text);
    }
  }
  return names;
}
