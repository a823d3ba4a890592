/**
 * Words that are kept out of names and prose, each with what to write instead:
 * readers search for the terms of rtnetlink(7), ip(8) and the headers.
 *
 * @module
 */

/** Where a word stands: in an identifier, or in a comment, error or title. */
export type Kind = "name" | "prose";

/** A word that has a better one. */
export interface Finding {
  /** Offset of the word in the text. */
  at: number;
  /** The word as it is written. */
  word: string;
  /** What to write instead. */
  advice: string;
}

/** Words that are out everywhere, and what to write instead. */
const EVERYWHERE = table({
  "afterwards": 'write "then" or "later", or name the step',
  "astray": "name the state",
  "hear hears heard hearing hearsay": "write receive, get or read",
  "know knows knew knowing": "write support, have, recognize or cache",
  "say says said saying": "write state, report, name or show",
  "tell tells told telling": "write report, return, show or distinguish",
  "unsettled": "name the state",
});

/** Words that only names may not have: in prose they are plain. */
const NAMES = table({
  "again": "name what is repeated",
  "met": "write read, seen or found",
  "place": "write path, position, index or offset",
});

/**
 * Finds the words of a text that have better ones.
 *
 * @param text A name, or prose; code between backquotes is left alone.
 * @param kind Which of these.
 * @returns The words, in order.
 */
export function adviceOn(text: string, kind: Kind): Finding[] {
  const found: Finding[] = [];
  const words = kind === "name"
    ? text.matchAll(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g)
    : withoutCode(text).matchAll(/[A-Za-z]+/g);
  for (const { 0: word, index } of words) {
    const lower = word.toLowerCase();
    const advice = EVERYWHERE.get(lower) ??
      (kind === "name" ? NAMES.get(lower) : undefined);
    if (advice !== undefined) found.push({ at: index, word, advice });
  }
  return found;
}

/** The same length of text, with blanks for code. */
function withoutCode(text: string): string {
  return text.replace(/`[^`$]*`|\{@link\w* [^}]*\}/g, (code) => {
    return " ".repeat(code.length);
  });
}

/** A table by single words, of one whose keys have several. */
function table(rows: Record<string, string>): Map<string, string> {
  return new Map(
    Object.entries(rows).flatMap(([words, advice]) =>
      words.split(" ").map((word) => [word, advice] as const)
    ),
  );
}
