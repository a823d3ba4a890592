/**
 * One pass, two renderings: text for people or JSON for programs.
 *
 * A formatter is a synchronous function that walks a message once and names for
 * each fact what it is called in JSON, what its JSON value is, and how it
 * reads as text; only one of the two is written:
 *
 * ```ts ignore
 * printer.value("mtu", 1500, "mtu 1500 ");
 * printer.colored("mac", "address", mac, mac);
 * printer.array("flags", () => {
 *   printer.value(null, "UP", "UP,");
 * }, "<", "> ");
 * printer.object("linkinfo", () => { … });
 * printer.text(" brd ");          // text only
 * printer.field("learning", true); // JSON only
 * printer.newline();               // text only: "\n", or "\" with -oneline
 * ```
 *
 * JSON is written only between {@linkcode Printer.begin} and
 * {@linkcode Printer.end}; outside of them everything is text, even with
 * `-json`, because that is what commands without JSON do. Whether JSON is
 * being written is reported by {@linkcode Printer.json}.
 *
 * @module
 */

import { COLORS, type ColorUse } from "./colors.ts";
import { quote } from "./quote.ts";

export type { ColorUse };

/** How to print. */
export interface PrinterOptions {
  /** Whether to write JSON between `begin` and `end`. */
  json?: boolean;
  /** Whether to indent JSON. */
  pretty?: boolean;
  /** Whether to keep each record on one line of text. */
  oneline?: boolean;
  /** Whether to color text. */
  color?: boolean;
  /** Whether the terminal's background is dark. */
  dark?: boolean;
}

/** A JSON value without structure; a number that is not an integer goes through {@linkcode Printer.raw}. */
export type Scalar = string | number | bigint | boolean | null;

/** A place to return to; see {@linkcode Printer.reset}. */
export interface Mark {
  /** Length of what was written. */
  readonly length: number;
  /** What goes before the next JSON element. */
  readonly separator: string;
  /** How many JSON brackets are open. */
  readonly depth: number;
}

/** How much is gathered before it is handed over. */
const CHUNK = 65536;

/** Writes text or JSON. */
export class Printer {
  readonly #write: (text: string) => void;
  readonly #options: PrinterOptions;
  readonly #pretty: boolean;
  /** What {@linkcode Printer.newline} writes: a line feed, or a backslash with `-oneline`. */
  readonly line: string;
  #json = false;
  #text = "";
  #separator = "";
  #depth = 0;

  /**
   * Makes a printer.
   *
   * @param write Where the output goes.
   * @param options How to print.
   */
  constructor(write: (text: string) => void, options: PrinterOptions = {}) {
    this.#write = write;
    this.#options = options;
    this.#pretty = options.pretty === true;
    this.line = options.oneline ? "\\" : "\n";
  }

  /** Whether JSON is being written, not text. */
  get json(): boolean {
    return this.#json;
  }

  /**
   * Starts the output of a command: a JSON array, if JSON was asked for.
   *
   * @param array Whether there is an array around it.
   */
  begin(array = true): void {
    if (this.#options.json !== true) return;
    this.#json = true;
    this.#separator = "";
    this.#depth = 0;
    if (array) this.#openArray();
  }

  /**
   * Ends what {@linkcode Printer.begin} started.
   *
   * @param array Whether there is an array around it.
   */
  end(array = true): void {
    if (!this.#json) return;
    if (array) this.#closeArray();
    this.#text += "\n";
    this.#json = false;
  }

  /**
   * Writes one fact.
   *
   * @param key Name in JSON, or `null` for an item of an array.
   * @param value Value in JSON.
   * @param text The fact as text.
   */
  value(key: string | null, value: Scalar, text: string): void {
    if (this.#json) this.field(key, value);
    else this.#text += text;
  }

  /**
   * Writes one fact in color.
   *
   * @param use What the color stands for.
   * @param key Name in JSON, or `null` for an item of an array.
   * @param value Value in JSON.
   * @param text The fact as text.
   */
  colored(
    use: ColorUse,
    key: string | null,
    value: Scalar,
    text: string,
  ): void {
    if (this.#json) this.field(key, value);
    else this.coloredText(use, text);
  }

  /**
   * Writes a fact that is `on` or `off` as text, and a boolean in JSON.
   *
   * @param key Name in JSON.
   * @param value Whether it is on.
   * @param word What goes before `on` or `off`, the key itself by default.
   */
  onOff(key: string, value: boolean, word: string = key): void {
    if (this.#json) this.field(key, value);
    else this.#text += `${word} ${value ? "on" : "off"} `;
  }

  /**
   * Writes a fact under its own name: `name value` and a space.
   *
   * @param key Name in JSON and in text.
   * @param value The value; nothing is written of `undefined`.
   */
  named(key: string, value: string | number | bigint | undefined): void {
    if (value === undefined) return;
    if (this.#json) this.field(key, value);
    else this.#text += `${key} ${value} `;
  }

  /**
   * Writes a fact under its own name, behind a space: ` name value`.
   *
   * @param key Name in JSON and in text.
   * @param value The value; nothing is written of `undefined`.
   * @param before What is before the name in text.
   */
  spaced(
    key: string,
    value: string | number | bigint | undefined,
    before = " ",
  ): void {
    if (value === undefined) return;
    if (this.#json) this.field(key, value);
    else this.#text += `${before}${key} ${value}`;
  }

  /**
   * Writes text, but no JSON.
   *
   * @param text The text.
   */
  text(text: string): void {
    if (!this.#json) this.#text += text;
  }

  /**
   * Writes text also where JSON is written, between its elements: what `ip`
   * writes around its printer.
   *
   * @param text The text.
   */
  verbatim(text: string): void {
    this.#text += text;
  }

  /**
   * Writes colored text, but no JSON.
   *
   * @param use What the color stands for.
   * @param text The text.
   */
  coloredText(use: ColorUse, text: string): void {
    if (this.#json) return;
    if (use === undefined || this.#options.color !== true) {
      this.#text += text;
      return;
    }
    const color = COLORS[use][this.#options.dark ? 1 : 0];
    this.#text += `\x1b[${color}m${text}\x1b[0m`;
  }

  /** Ends a line of text. */
  newline(): void {
    if (!this.#json) this.#text += this.line;
  }

  /**
   * Writes JSON, but no text.
   *
   * @param key Name, or `null` for an item of an array.
   * @param value The value.
   */
  field(key: string | null, value: Scalar): void {
    if (!this.#json) return;
    if (key !== null) this.#name(key);
    this.#item(typeof value === "string" ? quote(value) : String(value));
  }

  /**
   * Writes a JSON value that is given as it is to be written, such as `1.50`.
   *
   * @param key Name, or `null` for an item of an array.
   * @param json The value as JSON.
   * @param text The same as text.
   */
  raw(key: string | null, json: string, text: string): void {
    if (!this.#json) {
      this.#text += text;
      return;
    }
    if (key !== null) this.#name(key);
    this.#item(json);
  }

  /**
   * Writes only the name of a JSON field, as `print_string` does with a null value.
   *
   * @param key The name.
   */
  bareName(key: string): void {
    if (this.#json) this.#name(key);
  }

  /**
   * Writes a JSON object around what `body` writes; text has no objects.
   *
   * @param key Name, or `null` for an item of an array.
   * @param body Writes what is inside.
   */
  object(key: string | null, body: () => void): void {
    this.openObject(key);
    body();
    this.closeObject();
  }

  /**
   * Starts a JSON object.
   *
   * @param key Name, or `null` for an item of an array.
   */
  openObject(key: string | null): void {
    if (!this.#json) return;
    if (key !== null) this.#name(key);
    this.#open("{");
  }

  /** Ends a JSON object. */
  closeObject(): void {
    if (this.#json) this.#close("}");
  }

  /**
   * Writes a JSON array around what `body` writes.
   *
   * @param key Name, or `null` for an item of an array.
   * @param body Writes what is inside.
   * @param before What text has instead of the opening bracket.
   * @param after What text has instead of the closing bracket.
   */
  array(
    key: string | null,
    body: () => void,
    before = "",
    after = "",
  ): void {
    this.openArray(key, before);
    body();
    this.closeArray(after);
  }

  /**
   * Starts a JSON array.
   *
   * @param key Name, or `null` for an item of an array.
   * @param before What text has instead.
   */
  openArray(key: string | null, before = ""): void {
    if (!this.#json) {
      this.#text += before;
      return;
    }
    if (key !== null) this.#name(key);
    this.#openArray();
  }

  /**
   * Ends a JSON array.
   *
   * @param after What text has instead.
   */
  closeArray(after = ""): void {
    if (this.#json) this.#closeArray();
    else this.#text += after;
  }

  /**
   * Remembers where the output stands.
   *
   * @returns The place.
   */
  mark(): Mark {
    return {
      length: this.#text.length,
      separator: this.#separator,
      depth: this.#depth,
    };
  }

  /**
   * Takes back what was written since a mark; nothing may have been flushed in
   * between.
   *
   * @param mark The place to return to.
   */
  reset(mark: Mark): void {
    this.#text = this.#text.slice(0, mark.length);
    this.#separator = mark.separator;
    this.#depth = mark.depth;
  }

  /** Hands over what was written if it is much; called between records. */
  flushIfFull(): void {
    if (this.#text.length >= CHUNK) this.flush();
  }

  /** Hands over what was written. */
  flush(): void {
    if (this.#text === "") return;
    const text = this.#text;
    this.#text = "";
    this.#write(text);
  }

  #openArray(): void {
    this.#open("[");
    if (this.#pretty) this.#text += " ";
  }

  #closeArray(): void {
    if (this.#pretty && this.#separator !== "") this.#text += " ";
    this.#separator = "";
    this.#close("]");
  }

  #open(bracket: string): void {
    this.#text += this.#separator + bracket;
    this.#separator = "";
    this.#depth++;
  }

  #close(bracket: string): void {
    this.#depth--;
    if (this.#separator !== "") this.#endLine();
    this.#text += bracket;
    this.#separator = ",";
  }

  #name(key: string): void {
    this.#text += this.#separator;
    this.#endLine();
    this.#separator = "";
    this.#text += `${quote(key)}:${this.#pretty ? " " : ""}`;
  }

  #item(json: string): void {
    this.#text += this.#separator + json;
    this.#separator = ",";
  }

  #endLine(): void {
    if (this.#pretty) this.#text += "\n" + "    ".repeat(this.#depth);
  }
}
