/**
 * Words of conditions, as `match` of `tc filter … basic` takes them.
 *
 * @module
 */

import { textToBytes } from "../../../messages/codec/mod.ts";

/** A word of a condition. */
export interface Token {
  /** What it is. */
  readonly kind: "and" | "or" | "not" | "(" | ")" | "word" | "error" | "end";
  /** Its bytes, of a word. */
  readonly bytes: Uint8Array;
  /** The same as text, byte by byte. */
  readonly text: string;
  /** Whether it is in quotation marks. */
  readonly quoted: boolean;
}

const NOTHING = { bytes: new Uint8Array(), text: "", quoted: false };

const ESCAPES: Readonly<Record<string, number>> = {
  n: 10,
  r: 13,
  t: 9,
  v: 11,
  b: 8,
  f: 12,
  a: 7,
};

const KEYWORDS = new Set(["and", "or", "not"]);

/** Bytes as a text of as many characters. */
function latin(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

function word(bytes: Uint8Array, quoted: boolean): Token {
  return { kind: "word", bytes, text: latin(bytes), quoted };
}

/**
 * Takes words out of arguments, one after the other. It reads an argument when
 * the end of the one before is reached, and so counts how many were needed.
 */
export class Lexer {
  readonly #args: readonly string[];
  readonly #error: (text: string) => void;
  #text = "";
  #at = 0;
  #taken = 0;

  /**
   * Starts before the first argument.
   *
   * @param error Shows what is wrong.
   */
  constructor(args: readonly string[], error: (text: string) => void) {
    this.#args = args;
    this.#error = error;
  }

  /** How many arguments have been read. */
  get taken(): number {
    return this.#taken;
  }

  /** Makes more text available; empty arguments are skipped. */
  #more(): boolean {
    while (this.#taken < this.#args.length) {
      const next = this.#args[this.#taken++]!;
      if (next === "") continue;
      this.#text = this.#text.slice(this.#at) + latin(textToBytes(next)) + " ";
      this.#at = 0;
      return true;
    }
    return false;
  }

  /** The next character, which may be in the next argument. */
  #peek(): string {
    if (this.#at >= this.#text.length && !this.#more()) return "";
    return this.#text[this.#at]!;
  }

  /**
   * Takes the next word.
   *
   * @returns The keyword.
   */
  next(): Token {
    let c = this.#peek();
    while (c !== "" && " \t\r\n".includes(c)) {
      this.#at++;
      c = this.#peek();
    }
    if (c === "") return { ...NOTHING, kind: "end" };
    if (c === '"') {
      this.#at++;
      return this.#quoted();
    }
    if (c === "(" || c === ")") {
      this.#at++;
      return { ...NOTHING, kind: c };
    }
    const found = /^[^" \t\r\n()][^ \t\r\n()]*/.exec(
      this.#text.slice(this.#at),
    )!;
    this.#at += found[0].length;
    const keyword = found[0].toLowerCase();
    if (KEYWORDS.has(keyword)) {
      return { ...NOTHING, kind: keyword as "and" | "or" | "not" };
    }
    return word(Uint8Array.from(found[0], (c) => c.charCodeAt(0)), false);
  }

  #quoted(): Token {
    const bytes: number[] = [];
    for (;;) {
      const c = this.#peek();
      // What flex has no rule for, it shows: here, the end of a line.
      if (c === "" || c === "\n") return { ...NOTHING, kind: "end" };
      this.#at++;
      if (c === '"') return word(Uint8Array.from(bytes), true);
      if (c !== "\\") {
        bytes.push(c.charCodeAt(0));
        continue;
      }
      const byte = this.#escape();
      if (byte === undefined) return { ...NOTHING, kind: "error" };
      bytes.push(byte);
    }
  }

  #escape(): number | undefined {
    this.#peek();
    const rest = this.#text.slice(this.#at);
    const found = /^(?:([0-7]{1,3})(?![0-9])|([0-9]+)|x([0-9a-fA-F]{1,2}))/
      .exec(rest);
    if (found === null) {
      const c = this.#peek();
      this.#at++;
      return ESCAPES[c] ?? c.charCodeAt(0);
    }
    this.#at += found[0].length;
    const [, octal, wrong, hexadecimal] = found;
    if (hexadecimal !== undefined) return parseInt(hexadecimal, 16);
    if (wrong !== undefined) {
      // The longest run of digits counts, even if it begins with octal ones.
      const three = /^[0-7]{3}/.exec(wrong);
      if (three === null || wrong.length > 3) {
        this.#error("error: invalid octale escape sequence\n");
        return undefined;
      }
    }
    const value = parseInt(octal ?? wrong!, 8);
    if (value <= 0xff) return value;
    this.#error("error: octal escape sequence out of range\n");
    return undefined;
  }
}
