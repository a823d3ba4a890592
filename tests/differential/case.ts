/**
 * The text format of differential cases; README.md beside this file explains
 * it.
 *
 * @module
 */

/** What is done with a line. */
export type Step =
  /** Prepare the state: a shell command, of which failure is an error. */
  | { readonly type: "setup"; readonly command: string }
  /** Prepare the state with our program. */
  | { readonly type: "ours"; readonly words: readonly string[] }
  /** Run both programs in the same state and compare what they print. */
  | {
    readonly type: "show";
    readonly words: readonly string[];
    readonly masked: readonly string[];
  }
  /** The same, and both must fail. */
  | { readonly type: "error"; readonly words: readonly string[] }
  /** Run each program in a state of its own and compare the states. */
  | { readonly type: "make"; readonly words: readonly string[] };

/** A named list of steps. */
export interface Case {
  /** The text of the heading. */
  readonly name: string;
  /** Line number of the heading. */
  readonly line: number;
  /** Needs of the heading's bracket, as for live tests: `[vm, kind vlan]`. */
  readonly needs: readonly string[];
  /** Steps in the order of the lines. */
  readonly steps: readonly Step[];
  /** All lines, as they are. */
  readonly text: string;
}

/**
 * Reads a file of cases.
 *
 * @param text Text of the file.
 * @returns Its cases.
 * @throws {SyntaxError} If a line stands before the first heading.
 */
export function parseCases(text: string): Case[] {
  const cases: { heading: string; line: number; lines: string[] }[] = [];
  for (const [index, full] of text.split("\n").entries()) {
    const line = full.trim();
    if (line.startsWith("# ")) {
      cases.push({ heading: line.slice(2), line: index + 1, lines: [] });
    } else if (line !== "" && !line.startsWith("//")) {
      const last = cases.at(-1);
      if (last === undefined) {
        throw new SyntaxError(`Cannot read line ${index + 1}: no heading yet`);
      }
      last.lines.push(line);
    }
  }
  return cases.map(({ heading, line, lines }) => {
    const [, name = heading, needs = ""] =
      heading.match(/^(.*?)\s*\[(.*)\]$/) ?? [];
    return {
      name,
      line,
      needs: needs.split(",").map((need) => need.trim()).filter(Boolean),
      steps: lines.map(parseStep),
      text: lines.join("\n"),
    };
  });
}

function parseStep(line: string): Step {
  const rest = line.slice(1).trim();
  switch (line[0]) {
    case ">":
      return { type: "show", words: splitArguments(rest), masked: [] };
    case "~": {
      const [masked = "", ...words] = splitArguments(rest);
      return { type: "show", words, masked: masked.split(",") };
    }
    case "!":
      return { type: "error", words: splitArguments(rest) };
    case "=":
      return { type: "make", words: splitArguments(rest) };
    default:
      return line.startsWith("ours ")
        ? { type: "ours", words: splitArguments(line.slice(5)) }
        : { type: "setup", command: line };
  }
}

/**
 * Splits a line into words as a shell does, with `'…'`, `"…"` and `\x`.
 *
 * @param line A command line.
 * @returns Its words.
 */
export function splitArguments(line: string): string[] {
  const words: string[] = [];
  const pieces = /((?:'[^']*'|"(?:[^"\\]|\\.)*"|\\.|[^\s'"\\])+)/g;
  for (const [word] of line.matchAll(pieces)) {
    words.push(
      word.replaceAll(
        /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/g,
        (_, single, double, escaped) =>
          single ?? double?.replaceAll(/\\(.)/g, "$1") ?? escaped,
      ),
    );
  }
  return words;
}

/**
 * Quotes a word so that a shell leaves it as it is.
 *
 * @param word Any text.
 * @returns A word of a shell command.
 */
export function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word)
    ? word
    : `'${word.replaceAll("'", `'\\''`)}'`;
}
