/**
 * Patterns of names, as shells have them.
 *
 * @see {@link https://man7.org/linux/man-pages/man7/glob.7.html | glob(7)}
 *
 * @module
 */

/** Classes of characters, such as `[:digit:]`, for regular expressions. */
const CLASSES: Readonly<Record<string, string>> = {
  alnum: "0-9A-Za-z",
  alpha: "A-Za-z",
  blank: " \\t",
  cntrl: "\\x00-\\x1f\\x7f",
  digit: "0-9",
  graph: "!-~",
  lower: "a-z",
  print: " -~",
  punct: "!-\\/:-@\\[-`{-~",
  space: "\\s",
  upper: "A-Z",
  xdigit: "0-9A-Fa-f",
};

/**
 * Whether a text fits a pattern with `*`, `?`, `[…]` and backslashes.
 *
 * @param pattern The pattern.
 * @param text The text.
 * @returns Whether all of the text fits.
 */
export function fnmatch(pattern: string, text: string): boolean {
  let source = "";
  for (let at = 0; at < pattern.length;) {
    const char = pattern[at]!;
    const set = char === "[" ? setAt(pattern, at) : undefined;
    if (set !== undefined) {
      source += set.source;
      at = set.end;
    } else if (char === "\\") {
      // A backslash at the end fits nothing.
      if (at + 1 === pattern.length) return false;
      source += literal(pattern[at + 1]!);
      at += 2;
    } else {
      source += char === "*" ? ".*" : char === "?" ? "." : literal(char);
      at++;
    }
  }
  try {
    return new RegExp(`^${source}$`, "s").test(text);
  } catch {
    return false; // a range whose end comes before its start
  }
}

/** The set of characters that starts at a bracket, if it ends somewhere. */
function setAt(
  pattern: string,
  start: number,
): { source: string; end: number } | undefined {
  let at = start + 1;
  const inverse = pattern[at] === "!" || pattern[at] === "^";
  if (inverse) at++;
  let source = "";
  for (const first = at; at < pattern.length;) {
    const char = pattern[at]!;
    if (char === "]" && at > first) {
      return { source: `[${inverse ? "^" : ""}${source}]`, end: at + 1 };
    }
    const name = /^\[:([a-z]+):\]/.exec(pattern.slice(at))?.[1];
    if (name !== undefined) {
      source += CLASSES[name] ?? "";
      at += name.length + 4;
      continue;
    }
    const range = char === "-" && at > first && pattern[at + 1] !== "]";
    const escaped = char === "\\" && at + 1 < pattern.length;
    source += range ? "-" : literal(escaped ? pattern[at + 1]! : char);
    at += escaped ? 2 : 1;
  }
  return undefined;
}

function literal(char: string): string {
  return char.replace(/[\\^$.*+?()[\]{}|/-]/, "\\$&");
}
