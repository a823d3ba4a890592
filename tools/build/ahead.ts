/**
 * Functions that every start runs, marked so that they are compiled ahead.
 *
 * Deno keeps compiled code between starts, but only that of functions that were
 * compiled while their file was loaded: others are parsed and compiled anew by
 * each process, which takes longer than most of them run. V8 compiles functions
 * in parentheses at once, as these are mostly called at once. So what has been
 * built is run, and the functions that ran are put into parentheses. Marking all
 * functions gains little: the kept code of those that do not run has to be read,
 * too.
 *
 * @module
 */
import ts from "typescript";

/** A program to run. */
export interface Run {
  /** Arguments of `deno run`; paths start at the folder. */
  readonly args: readonly string[];
  /** The program, if its path is `-`. */
  readonly program?: string;
}

/** What a file of `--coverage` has. */
interface Coverage {
  readonly url: string;
  readonly functions: readonly {
    readonly ranges: readonly {
      readonly endOffset: number;
      readonly count: number;
    }[];
  }[];
}

/**
 * Marks the functions of built files that programs run.
 *
 * Where these cannot run, as on other systems than Linux, nothing is marked: the
 * files do the same either way.
 *
 * @param folder Folder of the files.
 * @param runs The programs.
 */
export async function compileAhead(
  folder: string,
  runs: readonly Run[],
): Promise<void> {
  const coverage = await Deno.makeTempDir();
  try {
    for (const { args, program = "" } of runs) {
      const child = new Deno.Command(Deno.execPath(), {
        args: ["run", "--no-check", `--coverage=${coverage}`, ...args],
        cwd: folder,
        stdin: "piped",
        stdout: "null",
        stderr: "null",
      }).spawn();
      const input = new Response(program).body!;
      await Promise.all([input.pipeTo(child.stdin), child.status]);
    }
    for (const [file, ends] of await functionsRun(coverage, folder)) {
      const code = await Deno.readTextFile(file);
      await Deno.writeTextFile(file, withParentheses(code, ends));
    }
  } finally {
    await Deno.remove(coverage, { recursive: true });
  }
}

/** Where functions end that have run, by the path of the file. */
async function functionsRun(
  coverage: string,
  folder: string,
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const root = await Deno.realPath(folder);
  const found = new Map<string, Set<number>>();
  for await (const { name } of Deno.readDir(coverage)) {
    if (!name.endsWith(".json")) continue;
    const text = await Deno.readTextFile(`${coverage}/${name}`);
    const { url, functions }: Coverage = JSON.parse(text);
    const { pathname } = new URL(url);
    if (!pathname.startsWith(`${root}/`) || !pathname.endsWith(".js")) continue;
    const ends = found.get(pathname) ?? new Set();
    found.set(pathname, ends);
    for (const { ranges: [whole] } of functions) {
      if (whole!.count > 0) ends.add(whole!.endOffset);
    }
  }
  return found;
}

/** A text to insert, and where. */
type Insert = readonly [at: number, text: string];

/**
 * Puts functions into parentheses: arrow functions, and those that a module
 * declares at its top level. The latter become variables before all else, so
 * that they are there as early as declared ones.
 *
 * @param code The module.
 * @param ends Where these functions end.
 * @returns The module with parentheses.
 */
export function withParentheses(
  code: string,
  ends: ReadonlySet<number>,
): string {
  const { Latest } = ts.ScriptTarget;
  const parsed = ts.createSourceFile("module.js", code, Latest, true);
  let inserts: Insert[] = [];

  function visit(node: ts.Node): void {
    if (ts.isArrowFunction(node) && ends.has(node.end)) {
      inserts.push([node.getStart(), "("], [node.end, ")"]);
    }
    ts.forEachChild(node, visit);
  }

  let variables = "";
  let rest = "";
  const first = parsed.statements[0]?.getStart() ?? 0;
  let at = first;
  for (const statement of parsed.statements) {
    inserts = [];
    ts.forEachChild(statement, visit);
    const start = statement.getStart();
    const { end } = statement;
    const text = inserted(code, start, end, inserts);
    rest += code.slice(at, start);
    at = end;
    const isMoved = ts.isFunctionDeclaration(statement) && ends.has(end) &&
      statement.name !== undefined && !isExported(statement);
    if (isMoved) {
      variables += `var ${statement.name!.text} = (${text});\n`;
      rest += ";";
    } else rest += text;
  }
  return code.slice(0, first) + variables + rest + code.slice(at);
}

function isExported({ modifiers }: ts.FunctionDeclaration): boolean {
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ===
    true;
}

/** A part of a text with others inserted. */
function inserted(
  text: string,
  start: number,
  end: number,
  inserts: readonly Insert[],
): string {
  let all = "";
  let at = start;
  for (const [next, what] of inserts.toSorted(([a], [b]) => a - b)) {
    all += text.slice(at, next) + what;
    at = next;
  }
  return all + text.slice(at, end);
}
