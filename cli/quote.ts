/**
 * JSON strings.
 *
 * @module
 */

const ESCAPES: Readonly<Record<string, string>> = {
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
  "\f": "\\f",
  "\b": "\\b",
  "\\": "\\\\",
  '"': '\\"',
};

/** A JSON string with the escapes that `ip` writes, which are fewer than JSON has. */
export function quote(text: string): string {
  // deno-lint-ignore no-control-regex
  return `"${text.replace(/[\t\n\r\f\x08\\"]/g, (c) => ESCAPES[c]!)}"`;
}
