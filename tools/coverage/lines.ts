/**
 * Lines that tests run.
 *
 * @module
 */

/** How often each line of each file was run. */
export type Lines = Map<string, Map<number, number>>;

/**
 * Reads what `deno coverage --lcov` writes.
 *
 * @param text Its output.
 * @returns How often each line was run.
 */
export function parseLcov(text: string): Lines {
  const files: Lines = new Map();
  let lines = new Map<number, number>();
  for (const row of text.split("\n")) {
    const [what, rest = ""] = row.split(/:(.*)/);
    if (what === "SF") files.set(rest, lines = new Map());
    else if (what === "DA") {
      const [line, count] = rest.split(",").map(Number);
      lines.set(line!, (lines.get(line!) ?? 0) + count!);
    }
  }
  return files;
}

/**
 * Adds the files that tests did not load.
 *
 * @param run What tests ran.
 * @param all What there is.
 * @returns Both; lines of files that were not loaded were not run.
 */
export function merge(run: Lines, all: Lines): Lines {
  const merged: Lines = new Map(run);
  for (const [file, lines] of all) {
    if (run.has(file)) continue;
    merged.set(file, new Map([...lines.keys()].map((line) => [line, 0])));
  }
  return merged;
}

/**
 * Counts lines.
 *
 * @param files How often each line was run.
 * @param folder Path with which the files begin.
 * @returns How many lines there are, and how many were run.
 */
export function summarize(
  files: Lines,
  folder: string,
): { total: number; hit: number } {
  let total = 0;
  let hit = 0;
  for (const [file, lines] of files) {
    if (!file.startsWith(folder)) continue;
    total += lines.size;
    for (const count of lines.values()) if (count > 0) hit++;
  }
  return { total, hit };
}

/**
 * A share in percent.
 *
 * @param part The part.
 * @param whole The whole.
 * @returns The share with one digit behind the point, rounded down.
 */
export function percent(part: number, whole: number): string {
  return whole === 0 ? "100.0" : (Math.floor(1000 * part / whole) / 10)
    .toFixed(1);
}
