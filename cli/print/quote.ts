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

/** What JSON does not have in strings, and halves of surrogate pairs. */
const ODD =
  // deno-lint-ignore no-control-regex
  /[\0-\x1f\\"]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * A JSON string with the escapes that `ip` writes, and those that JSON needs
 * besides: other control characters, and bytes that are not UTF-8.
 */
export function quote(text: string): string {
  return `"${text.replace(ODD, (odd) => ESCAPES[odd] ?? unicode(odd))}"`;
}

function unicode(odd: string): string {
  return `\\u${odd.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
