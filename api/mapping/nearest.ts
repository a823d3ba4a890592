/**
 * What somebody may have meant who mistyped a name.
 *
 * @module
 */

/** Of names this short, no letter can be wrong. */
const SHORTEST = 3;

/**
 * Returns the name that is most like one that does not exist.
 *
 * @param name The name that does not exist.
 * @param known The names that do.
 * @returns The nearest of them; `undefined` if none is near.
 */
export function nearestName(
  name: string,
  known: Iterable<string>,
): string | undefined {
  if (name.length < SHORTEST) return undefined;
  const wrong = name.toLowerCase();
  let nearest: string | undefined;
  // A third of the letters may differ.
  const limit = Math.floor(name.length / 3) + 1;
  let least = limit;
  const parts: string[] = [];
  for (const other of known) {
    const right = other.toLowerCase();
    const areParts = right.length >= SHORTEST && isPart(wrong, right);
    if (areParts) parts.push(other);
    // Whoever writes a word more has not mistyped it.
    if (areParts && hasWordMore(name, other)) continue;
    const distance = differences(wrong, right, least);
    if (distance < least) [nearest, least] = [other, distance];
  }
  return nearest ?? likeliest(parts, name.length);
}

/**
 * Of several names that a name is a part of, or that are parts of it, none is
 * more likely than the others, unless all are the same word, abbreviated.
 */
function likeliest(
  [first, ...others]: readonly string[],
  length: number,
): string | undefined {
  if (first === undefined || others.length === 0) return first;
  const next = first.charAt(length);
  const isLetter = next !== next.toUpperCase();
  const start = first.slice(0, length + 1);
  return isLetter && others.every((other) => other.startsWith(start))
    ? first
    : undefined;
}

/** Whether what one name has more than the other is made of whole words. */
function hasWordMore(one: string, other: string): boolean {
  const [long, short] = one.length > other.length ? [one, other] : [other, one];
  if (long.length === short.length) return false;
  const isStart = long.toLowerCase().startsWith(short.toLowerCase());
  const next = long.charAt(isStart ? short.length : long.length - short.length);
  return next !== next.toLowerCase();
}

/** Whether one is the beginning or the end of the other. */
function isPart(one: string, other: string): boolean {
  const [long, short] = one.length > other.length ? [one, other] : [other, one];
  return long.startsWith(short) || long.endsWith(short);
}

/**
 * Counts the letters that are missing, superfluous, wrong, or exchanged with
 * their neighbors (Damerau and Levenshtein), up to a limit.
 */
function differences(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) >= limit) return limit;
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1;
      let cost = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + same);
      const exchanged = i > 1 && j > 1 && from[i - 1] === to[j - 2] &&
        from[i - 2] === to[j - 1];
      if (exchanged) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    [before, last] = [last, row];
  }
  return last[to.length]!;
}
