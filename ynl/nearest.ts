/**
 * Names that are written almost like another one.
 *
 * @module
 */

/** How many names are proposed. */
const PROPOSALS = 3;

/**
 * Finds the names that are nearest to a word.
 *
 * @param word The word.
 * @param names The names.
 * @returns Up to three names, the nearest first; none if all are far off.
 */
export function nearest(word: string, names: Iterable<string>): string[] {
  const wanted = plain(word);
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  return [...new Set(names)]
    .map((name) => ({ name, distance: distanceOf(wanted, plain(name)) }))
    .filter(({ distance }) => distance <= limit && distance < wanted.length)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, PROPOSALS)
    .map(({ name }) => name);
}

/**
 * Names what could have been meant.
 *
 * @param word The word.
 * @param names The names.
 * @returns The nearest names, or all of them if none is near; with a colon in
 * front, to be added to an error message.
 */
export function proposals(word: string, names: readonly string[]): string {
  const near = nearest(word, names);
  if (near.length > 0) return `: the nearest is ${near.join(", then ")}`;
  return names.length === 0 ? "" : `: there is ${names.join(", ")}`;
}

/** Without what nobody remembers: hyphens and capitals. */
function plain(name: string): string {
  return name.replace(/[-_ ]/g, "").toLowerCase();
}

/** How many letters have to be added, removed, changed or swapped. */
function distanceOf(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(
        row[j]! + 1,
        next[j - 1]! + 1,
        row[j - 1]! + (same ? 0 : 1),
      );
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] &&
        a[i - 2] === b[j - 1];
      if (isSwapped) least = Math.min(least, before[j - 2]! + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}
