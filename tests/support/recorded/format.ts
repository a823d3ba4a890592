/**
 * Files of recordings: text that can be read, in which each message and each
 * file that was read stands once.
 *
 * ```
 * iproute2 6.1
 * kernel 6.1.158
 * read file /etc/iproute2/group
 *   | 0 default
 *
 * # name of the differential case
 * > -br link show dev d0
 *   socket 0
 *   send 25cf18e1
 *   receive e3b1a27f
 *   1| d0               DOWN           02:00:00:00:00:01 <BROADCAST,NOARP>
 *   code 0
 * > link help
 *   dropped because of …
 *
 * # messages
 * e3b1a27f RTM_NEWLINK 5800000010…
 * ```
 *
 * `~ a,b …` are command lines of which the numbers behind `a` and `b` may
 * differ. `1|` is the output of the real program and `2|` what it prints about
 * errors; `1\` is a last line without a line feed. What stands above the first
 * case is what most commands read; what stands below a command line is what
 * that one, and those that follow in the case, read otherwise.
 *
 * @module
 */
import { quote, splitArguments } from "../../differential/case.ts";
import { MessagePool } from "./messages.ts";
import type {
  Dropped,
  Input,
  Inputs,
  RecordedCase,
  RecordedFile,
  Recording,
  Session,
} from "./recording.ts";

const MESSAGES = "# messages";

/**
 * Prints recordings.
 *
 * @param file The recordings.
 * @returns The text of the file.
 */
export function printRecordings(file: RecordedFile): string {
  const pool = new MessagePool();
  const common = commonInputs(file.cases);
  const lines = [
    `iproute2 ${file.iproute2}`,
    `kernel ${file.kernel}`,
    ...printInputs(common),
  ];
  for (const { name, skipped, lines: steps } of file.cases) {
    lines.push("", `# ${name}`);
    if (skipped !== undefined) lines.push(`skipped: ${skipped}`);
    const read: Inputs = new Map(common);
    for (const step of steps) lines.push(...printStep(step, read, pool));
  }
  return [...lines, "", MESSAGES, ...pool.print(), ""].join("\n");
}

function printStep(
  step: Recording | Dropped,
  read: Inputs,
  pool: MessagePool,
): string[] {
  const words = step.words.map(quote).join(" ");
  if ("dropped" in step) return [`> ${words}`, `  dropped: ${step.dropped}`];
  const { masked, sessions, inputs, expected } = step;
  const inputLines = printInputs(inputs, read);
  for (const [key, value] of inputs) read.set(key, value);
  return [
    masked.length > 0 ? `~ ${masked.join()} ${words}` : `> ${words}`,
    ...inputLines.map((line) => `  ${line}`),
    ...sessions.flatMap((session) => printSession(session, pool)),
    ...printText("  1", expected.stdout),
    ...printText("  2", expected.stderr),
    `  code ${expected.code}`,
  ];
}

function printSession(
  { protocol, netns, turns }: Session,
  pool: MessagePool,
): string[] {
  const lines = [
    `  socket ${protocol}${netns === undefined ? "" : ` ${quote(netns)}`}`,
  ];
  let last = 0;
  for (const { sent, received } of turns) {
    const names = pool.add(sent, protocol, (index) => last + 1 + index);
    last += names.length;
    const sequence = last;
    lines.push(`  send ${names.join(" ")}`);
    for (const datagram of received) {
      const answers = pool.add(datagram, protocol, () => sequence);
      lines.push(`  receive ${answers.join(" ")}`);
    }
  }
  return lines;
}

/** What is read the first time that something is read. */
function commonInputs(cases: readonly RecordedCase[]): Inputs {
  const common: Inputs = new Map();
  for (const { lines } of cases) {
    for (const line of lines) {
      if ("dropped" in line) continue;
      for (const [key, value] of line.inputs) {
        if (!common.has(key) && !key.includes("$TMP")) common.set(key, value);
      }
    }
  }
  return new Map([...common].sort(([a], [b]) => a < b ? -1 : 1));
}

function printInputs(inputs: Inputs, read: Inputs = new Map()): string[] {
  const lines: string[] = [];
  for (const [key, value] of inputs) {
    if (read.has(key) && `${read.get(key)}` === `${value}`) continue;
    if (typeof value === "string" && value.includes("\n")) {
      lines.push(`read ${key}`, ...printText("  ", value));
    } else lines.push(`read ${key} = ${JSON.stringify(value) ?? "none"}`);
  }
  return lines;
}

function printText(prefix: string, text: string): string[] {
  if (text === "") return [];
  const lines = text.split("\n");
  const rest = lines.pop() ?? "";
  const printed = lines.map((line) => `${prefix}| ${escape(line)}`);
  if (rest !== "") printed.push(`${prefix}\\ ${escape(rest)}`);
  return printed;
}

// deno-lint-ignore no-control-regex
const HIDDEN = /[\\\x00-\x1f\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff]/g;

/** Everything else than visible characters is written as `\uXXXX`. */
function escape(line: string): string {
  return line.replaceAll(
    HIDDEN,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function unescape(line: string): string {
  return line.replaceAll(
    /\\u([\da-f]{4})/g,
    (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/**
 * Reads recordings.
 *
 * @param text The text of a file.
 * @returns The recordings.
 * @throws {SyntaxError} If a line cannot be read.
 */
export function parseRecordings(text: string): RecordedFile {
  const [head = "", messages = ""] = text.split(`\n${MESSAGES}\n`);
  const pool = new MessagePool();
  for (const line of messages.split("\n")) if (line !== "") pool.parse(line);
  const [top = "", ...cases] = head.split(/^# /m);
  const [iproute2 = "", kernel = "", ...read] = top.trim().split("\n");
  const common = new Parser(read.map((line) => `  ${line}`), pool).inputs();
  return {
    iproute2: iproute2.slice("iproute2 ".length),
    kernel: kernel.slice("kernel ".length),
    cases: cases.map((part) => parseCase(part, common, pool)),
  };
}

function parseCase(
  text: string,
  common: Inputs,
  pool: MessagePool,
): RecordedCase {
  const [name = "", ...lines] = text.replace(/\n+$/, "").split("\n");
  const skipped = lines[0]?.match(/^skipped: (.*)/)?.[1];
  if (skipped !== undefined) return { name, skipped, lines: [] };
  const steps: string[][] = [];
  for (const line of lines) {
    if (/^[>~]/.test(line)) steps.push([line]);
    else steps.at(-1)?.push(line);
  }
  const read: Inputs = new Map(common);
  return {
    name,
    lines: steps.map(([first = "", ...rest]) => {
      const all = splitArguments(first.slice(2));
      const masked = first[0] === "~" ? all.shift()!.split(",") : [];
      const dropped = rest[0]?.match(/^ {2}dropped: (.*)/)?.[1];
      return dropped === undefined
        ? new Parser(rest, pool).recording(all, masked, read)
        : { words: all, dropped };
    }),
  };
}

/** Reads the lines below a command line. */
class Parser {
  readonly #lines: readonly string[];
  readonly #pool: MessagePool;
  #at = 0;

  constructor(lines: readonly string[], pool: MessagePool) {
    this.#lines = lines;
    this.#pool = pool;
  }

  recording(
    words: string[],
    masked: string[],
    read: Inputs,
  ): Recording {
    for (const [key, value] of this.inputs()) read.set(key, value);
    const inputs = new Map(read);
    const sessions = this.#sessions();
    const expected = {
      stdout: this.#text("  1"),
      stderr: this.#text("  2"),
      code: Number(this.#take(/^ {2}code (\d+)$/)?.[1]),
    };
    if (this.#at < this.#lines.length || Number.isNaN(expected.code)) {
      throw new SyntaxError(`Cannot read "${this.#lines[this.#at]}"`);
    }
    return { words, masked, sessions, inputs, expected };
  }

  inputs(): Inputs {
    const inputs: Inputs = new Map();
    for (let read; (read = this.#take(/^ {2}read (.+?)(?: = (.*))?$/));) {
      const [, key = "", value] = read;
      inputs.set(key, value === undefined ? this.#text("    ") : input(value));
    }
    return inputs;
  }

  #sessions(): Session[] {
    const sessions: Session[] = [];
    for (let open; (open = this.#take(/^ {2}socket (\d+)(?: (.*))?$/));) {
      const [netns] = splitArguments(open[2] ?? "");
      sessions.push({
        protocol: Number(open[1]),
        ...netns !== undefined && { netns },
        turns: this.#turns(),
      });
    }
    return sessions;
  }

  #turns(): Session["turns"] {
    const turns: Session["turns"] = [];
    let last = 0;
    for (let sent; (sent = this.#take(/^ {2}send (.*)$/));) {
      const names = sent[1]!.split(" ");
      const turn = {
        sent: this.#pool.datagram(names, (index) => last + 1 + index),
        received: [] as Uint8Array<ArrayBuffer>[],
      };
      last += names.length;
      for (let got; (got = this.#take(/^ {2}receive ?(.*)$/));) {
        const messages = got[1]!.split(" ").filter(Boolean);
        turn.received.push(this.#pool.datagram(messages, () => last));
      }
      turns.push(turn);
    }
    return turns;
  }

  #text(prefix: string): string {
    let text = "";
    for (;;) {
      const line = this.#lines[this.#at];
      if (line?.startsWith(`${prefix}| `)) {
        text += `${unescape(line.slice(prefix.length + 2))}\n`;
      } else if (line?.startsWith(`${prefix}\\ `)) {
        text += unescape(line.slice(prefix.length + 2));
      } else return text;
      this.#at++;
    }
  }

  #take(pattern: RegExp): RegExpMatchArray | undefined {
    const match = this.#lines[this.#at]?.match(pattern) ?? undefined;
    if (match !== undefined) this.#at++;
    return match;
  }
}

function input(text: string): Input {
  return text === "none" ? undefined : JSON.parse(text);
}
