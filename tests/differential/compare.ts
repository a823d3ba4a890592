/**
 * What may differ between two outputs, and how a difference is shown.
 *
 * @module
 */

/**
 * Properties whose numbers depend on the time that has gone by, and on what the
 * kernel has sent of its own accord meanwhile.
 */
const CHANGING = [
  "hello_timer",
  "tcn_timer",
  "topology_change_timer",
  "gc_timer",
  "hold_timer",
  "message_age_timer",
  "forward_delay_timer",
  "direct_packets_stat",
];

/**
 * Replaces numbers that follow names, in text (`expires 12sec`) and in JSON
 * (`"expires": 12`).
 *
 * @param text Output of a program.
 * @param names Names whose numbers are hidden.
 * @returns The text with `#` in their place.
 */
export function mask(text: string, names: readonly string[]): string {
  // Usage of the whole program: each lists the objects that it has.
  let result = text.replace(/^(where {2}OBJECT := )\{[^}]*\}/m, "$1{ … }");
  for (const name of names) {
    const number = new RegExp(`(\\b${name}"?:?\\s*)-?\\d[\\d.]*`, "g");
    result = result.replaceAll(number, "$1#");
  }
  return result;
}

/**
 * Makes the states of two namespaces comparable: hides timers, packets and what
 * the kernel numbers, and numbers the random hardware addresses (and what is
 * derived from them) in the order in which they appear. Addresses that the case
 * names are left as they are.
 *
 * @param state Output of programs that show the state.
 * @param named Text of the case.
 * @returns The state without what is random in it.
 */
export function withoutChance(state: string, named: string): string {
  const numbers = new Map<string, number>();
  const numbered = (kind: string, key: string) => {
    if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
    return `<${kind} ${numbers.get(key)}>`;
  };
  return mask(state, CHANGING)
    .replaceAll(
      /\bfe80::[0-9a-f:]*\b/g,
      (address) => named.includes(address) ? address : "<link-local>",
    )
    // The kernel numbers actions, and frees numbers some time after their use.
    .replaceAll(
      /("index": ?)(\d+)/g,
      (text, name, index) =>
        named.includes(`index ${index}`) ? text : `${name}#`,
    )
    // Whether others have an address is found out meanwhile.
    .replaceAll(/"tentative": ?true,\s*/g, "")
    .replaceAll(
      /("permaddr": ?")[\da-f]{1,4}:[\da-f:]+::"/g,
      '$1<random>"',
    )
    .replaceAll(
      /(?<![:\da-f])(?:[\da-f]{1,2}:){5}[\da-f]{1,2}(?![:\da-f])/g,
      (address) => {
        const octets = address.split(":").map((hex) =>
          Number.parseInt(hex, 16)
        );
        const key = octets.map((octet) => octet.toString(16).padStart(2, "0"))
          .join(":");
        const random = ((octets[0] ?? 0) & 3) === 2 && !named.includes(key);
        return random ? numbered("random", key) : address;
      },
    );
}

/**
 * Shortens usage texts to their words.
 *
 * @param text Output of a program.
 * @returns The output, with the words of a usage text in place of the text; to
 * {@linkcode difference}, both are the same.
 */
export function withoutUsage(text: string): string {
  const [before, usage] = splitUsage(text);
  if (usage === "") return text;
  return `${before}Usage: ${[...wordsOfUsage(usage)].sort().join(" ")}\n`;
}

/** Splits what comes before a usage text from the text. */
function splitUsage(text: string): [before: string, usage: string] {
  const at = text.search(/^[Uu]sage:/m);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at)];
}

/** Words of usage texts that are prose, and name nothing that can be typed. */
const PROSE = new Set(
  ("Usage usage Where where or To get bit hex string COMMAND mandatory is " +
    "try desired tc Alternative format Remarks QDISC_ID OPTIONS").split(" "),
);

/** Lines of usage texts that explain something; the last ones are about actions. */
const SENTENCE = new RegExp(
  [
    /\b(?:the|of|for|can be|etc|To get)\b|\bdefault =|\bUnits:/,
    /^\s+[a-z]+\s+:= [a-z ]+$/,
    /^\s+[a-z]\w*(?:\s{2,}| *: )\S|^TC HTB version|can only be|per-packet/,
    /not exceeding|value used|unsigned|Define how|with default:| to use$/,
    /Encode direction|e\.g|-bit\), |arbitrary|use case|containing|unix domain|specifies|pinned eBPF|c t f k|family-proto|indexvalue|decide which|rx queue|to be -1|TimeInterval|its own|to swap|byte Dest/,
    /^Example|^classifier|^ +meta\(|hexadecimal number|^NOTE|look at individual|to specify diff|remaining options|Push matching|Apply an|is parsed as|FWMASK is/,
    /^to be exec|points to a pinned|otherwise it needs|classID to|mark to set|mask applied|maps DS|optional|^\s+NOTE|bitmask|\* marks|depends on|try tc|SYS-V/,
  ].map(({ source }) => source).join("|"),
);

/** Numbers, and from where to where they may be. */
const NUMBERS = /^0x[\da-f]+(-0x[\da-f]+)?$|^[\d.-]+$/i;

/**
 * Words that `ip` shows, and that need not be in our usage texts: some that it
 * does not take, some that it misspells, and `[-all]`, an option of the
 * program.
 */
const NOT_TAKEN = new Set(
  ("pervasive cleanup encap-csum6 noencap-csum6 PROP_SEG RESTART-MS all " +
    "QM PM MM PT IF PACKETYPE ACTSPECOP ACR GD FL GATE0 GATE1 GATEn " +
    "slot pslot PS S cap drop timestamp tshort u port_number X Y Z FILTERID " +
    "SELECTOR SAMPLE MATCH-LIST MATCH ARGS ACTION-SPEC MASKED_LLADDR LSE ENCFLAG " +
    "CFM OFFSET_SPEC HASHKEY_SPEC KEY OPS SECS ID CLS_NAME mapping mode " +
    "hashing ALIGN ATTRS LAYER IDLIST IDSPEC int id c-escape-sequence MASK")
    .split(" "),
);

/**
 * The words of a usage text: its keywords and names of arguments.
 *
 * @param usage The text.
 * @returns The words; `s[how]` counts as `show`, `[no]up` as `up` and `noup`.
 */
export function wordsOfUsage(usage: string): Set<string> {
  return wordsOfLines(
    usage.split("\n").filter((line) => !SENTENCE.test(line)).join("\n"),
  );
}

function wordsOfLines(lines: string): Set<string> {
  const whole = lines.replaceAll(/\(default[^)]*\)/g, "")
    .replaceAll(/(no|\[no\])?\[i\|o\](\w+)/g, "$1$2 $1i$2 $1o$2")
    .replaceAll(/(?<=\w)\[(?=\w)/g, "")
    .replaceAll(/\bNUMBER in \w+/g, "NUMBER")
    .replaceAll(/\[no\](\S+)/g, "$1 no$1");
  const words = whole.match(/[a-z]\w*(?:[.-]\w+)*|\d\w*(?:[.-]\w+)*/gi) ?? [];
  return new Set(
    words.filter((word) => !PROSE.has(word) && !NUMBERS.test(word)),
  );
}

/**
 * The words of a usage text that another one lacks. Usage texts have layouts of
 * their own; what can be typed has to be in both. A keyword may be spelled out
 * where the other text cuts it short, as it may when it is typed.
 *
 * @param theirs What is expected.
 * @param ours What there is.
 * @returns The words that are missing.
 */
export function missingWords(theirs: string, ours: string): string[] {
  const there = wordsOfLines(ours);
  const isThere = (word: string) =>
    there.has(word) || NOT_TAKEN.has(word) ||
    /^[a-z_]{3,}$/.test(word) &&
      [...there].some((whole) => whole.startsWith(word));
  return [...wordsOfUsage(theirs)].filter((word) => !isThere(word));
}

/**
 * Returns the first difference of two texts. Of usage texts, only the words are
 * compared.
 *
 * @param theirs What is expected.
 * @param ours What there is.
 * @returns The lines around it, or `undefined` if they are equal.
 */
export function difference(theirs: string, ours: string): string | undefined {
  if (theirs === ours) return undefined;
  const [before, usage] = splitUsage(theirs);
  if (usage !== "" && before === splitUsage(ours)[0]) {
    const missing = missingWords(usage, splitUsage(ours)[1]);
    return missing.length === 0
      ? undefined
      : `the usage lacks the words ${missing.join(" ")}`;
  }
  const left = theirs.split("\n");
  const right = ours.split("\n");
  let at = 0;
  while (left[at] === right[at]) at++;
  const a = left[at] ?? "<end>";
  const b = right[at] ?? "<end>";
  let column = 0;
  while (column < a.length && a[column] === b[column]) column++;
  // Long lines, such as JSON, are cut to what is around the difference.
  const from = column > 60 ? column - 40 : 0;
  const cut = (line: string) =>
    (from > 0 ? "…" : "") + visible(line.slice(from, from + 160));
  return [
    `line ${at + 1}, column ${column + 1}:`,
    ...(at > 0 ? [`         ${cut(left[at - 1] ?? "")}`] : []),
    `  theirs ${cut(a)}`,
    `  ours   ${cut(b)}`,
  ].join("\n");
}

/** Shows control characters and a space at the end. */
function visible(line: string): string {
  return line
    .replaceAll(
      // deno-lint-ignore no-control-regex
      /[\x00-\x1f\x7f]/g,
      (character) => JSON.stringify(character).slice(1, -1),
    )
    .replace(/ $/, "␠");
}
