/**
 * Usage texts, laid out from forms.
 *
 * @module
 */

import { type Keyword, type Node, nodeOf } from "./notation.ts";
import type { Form } from "../parse/form.ts";

/** How wide lines may be. */
const WIDTH = 80;
/** How many meanings of a name are looked at; forms may be recursive. */
const MOST_MEANINGS = 8;
const USAGE = "Usage: ";
const INDENT = " ".repeat(USAGE.length);

/**
 * Lays out the usage of a form.
 *
 * @param of The keywords before the form: `ip link`.
 * @param form The form; each verb gets a line of its own.
 * @returns The text, with its last line feed.
 */
export function usageOf(of: string, form: Form | undefined): Promise<string> {
  return new Layout().usage(of, nodeOf(form));
}

/**
 * How a keyword is written in usage texts.
 *
 * @param spellings Spellings as in the keys of `Grammar`.
 * @returns All of them.
 */
export function spelled(spellings: string): string {
  const [word = "", opposite, ...more] = spellings.replaceAll("*", "").split(
    " ",
  );
  if (opposite === `-${word}`) return `[-]${word}`;
  return [word, opposite, ...more].filter((each) => each).join("|");
}

/** What lays one text out, and collects the definitions below it. */
class Layout {
  /** What each name means, as often as it occurs. */
  readonly #definitions = new Map<string, Node[]>();

  async usage(of: string, node: Node): Promise<string> {
    const lines: string[] = [];
    const verbs = await verbsOf(node);
    if (verbs === undefined) {
      lines.push(wrap([of, ...await this.#chunks(node)]));
    } else {
      for (const { names, chunks } of await this.#grouped(verbs)) {
        const verb = names.length === 1 ? names[0]! : braces(names);
        lines.push(wrap([of, verb, ...chunks]));
      }
    }
    // Definitions may need further ones, which come after them.
    const defined = new Set<string>();
    for (const [name, nodes] of this.#definitions) {
      for (const node of nodes) {
        defined.add(wrap([`${name} :=`, ...await this.#definition(node)]));
      }
    }
    const usage = USAGE + lines.join(`\n${INDENT}`);
    return [usage, ...[...defined].map((line) => INDENT + line), ""].join("\n");
  }

  /** Verbs that are followed by the same share a line. */
  async #grouped(
    verbs: readonly Keyword[],
  ): Promise<{ names: string[]; chunks: string[] }[]> {
    const groups = new Map<string, { names: string[]; chunks: string[] }>();
    for (const { spellings, after } of verbs) {
      const chunks = await this.#chunks(after());
      const key = chunks.join(" ");
      const group = groups.get(key) ?? { names: [], chunks };
      group.names.push(spelled(spellings));
      groups.set(key, group);
    }
    return [...groups.values()];
  }

  async #definition(node: Node): Promise<string[]> {
    if (node.type !== "choice") return await this.#chunks(node);
    const items: string[] = [];
    for (const [word, after] of node.cases) {
      const rest = node.brief ? "" : await this.#text(after);
      items.push(rest === "" ? word : `${word} ${rest}`);
    }
    return alternatives(items);
  }

  /** Parts of a line, between which it may break. */
  async #chunks(node: Node): Promise<string[]> {
    switch (node.type) {
      case "later":
        return await this.#chunks(await node.load());
      case "anyOrder":
      case "sequence": {
        const chunks: string[] = [];
        for (const item of node.items) chunks.push(...await this.#chunks(item));
        return chunks;
      }
      case "options": {
        const chunks: string[] = [];
        for (const item of node.items) {
          if (isHelp(item)) continue;
          chunks.push(`[ ${await this.#text(item)} ]`);
        }
        return chunks;
      }
      case "one": {
        const items: string[] = [];
        for (const item of node.items) items.push(await this.#text(item));
        return alternatives(items);
      }
      default: {
        const text = await this.#text(node);
        return text === "" ? [] : [text];
      }
    }
  }

  async #text(node: Node): Promise<string> {
    switch (node.type) {
      case "keyword": {
        const after = await this.#text(node.after());
        const name = spelled(node.spellings);
        return after === "" ? name : `${name} ${after}`;
      }
      case "maybe": {
        const text = await this.#text(node.item);
        const inner = /^\{ ([^{}]*) \}$/.exec(text)?.[1] ?? text;
        return inner === "" ? "" : `[ ${inner} ]`;
      }
      case "many":
        return `${await this.#text(node.item)} ...`;
      case "variable":
        if (node.means !== undefined) this.#define(node.name, node.means());
        return node.name;
      case "choice": {
        const name = node.rest === undefined
          ? node.name
          : `${node.name} ${node.brief ? `[ ${node.rest} ]` : node.rest}`;
        this.#define(node.brief ? node.name : name, node);
        return name;
      }
      default:
        return (await this.#chunks(node)).join(" ");
    }
  }

  #define(name: string, node: Node): void {
    const nodes = this.#definitions.get(name);
    if (nodes === undefined) this.#definitions.set(name, [node]);
    else if (nodes.length < MOST_MEANINGS) nodes.push(node);
  }
}

/** The verbs of a command that has some. */
async function verbsOf(node: Node): Promise<readonly Keyword[] | undefined> {
  const inner = node.type === "later" ? await node.load() : node;
  const one = inner.type === "maybe" ? inner.item : inner;
  if (one.type !== "one") return undefined;
  const verbs = one.items.filter((item) => item.type === "keyword");
  return verbs.length === one.items.length ? verbs : undefined;
}

function isHelp({ spellings }: Keyword): boolean {
  return spelled(spellings) === "help";
}

function braces(items: readonly string[]): string {
  return `{ ${items.join(" | ")} }`;
}

/** Alternatives between braces; a line may break after each of them. */
function alternatives(items: readonly string[]): string[] {
  if (items.length === 1) return [...items];
  return items.map((item, at) =>
    `${at === 0 ? "{ " : ""}${item}${at < items.length - 1 ? " |" : " }"}`
  );
}

/** Puts chunks on lines; the second line and those after it are indented. */
function wrap(chunks: readonly string[]): string {
  const [first = ""] = chunks;
  const indent = " ".repeat(INDENT.length + Math.min(first.length + 1, 16));
  const lines = [first];
  const room = () => WIDTH - (lines.length === 1 ? INDENT.length : 0);
  for (const chunk of chunks.slice(1)) {
    const fits = lines.at(-1)!.length + 1 + chunk.length <= room();
    // What is longer than a line breaks between its words.
    const words = fits || indent.length + chunk.length <= WIDTH
      ? [chunk]
      : chunk.split(/(?<![[{]) (?![\]}])/);
    for (const word of words) {
      if (lines.at(-1)!.length + 1 + word.length <= room()) {
        lines[lines.length - 1] += ` ${word}`;
      } else lines.push(indent + word);
    }
  }
  return lines.join("\n");
}
