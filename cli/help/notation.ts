/**
 * Forms as a tree, and the notation of usage texts.
 *
 * @module
 */

import type { Cases, Form, Formed, Source, Table } from "../parse/form.ts";

/** A part of a form. */
export type Node =
  | {
    readonly type: "sequence" | "one" | "anyOrder";
    readonly items: readonly Node[];
  }
  | { readonly type: "options"; readonly items: readonly Keyword[] }
  | { readonly type: "maybe" | "many"; readonly item: Node }
  | Keyword
  | Variable
  | Choice
  | { readonly type: "later"; readonly load: () => Promise<Node> };

/** A keyword that is typed as it is, and what follows it. */
export interface Keyword {
  /** Which part of a form it is. */
  readonly type: "keyword";
  /** Spellings as in the keys of `Grammar`. */
  readonly spellings: string;
  /** What follows. */
  readonly after: () => Node;
}

/** A keyword that stands for something. */
export interface Variable {
  /** Which part of a form it is. */
  readonly type: "variable";
  /** Its name. */
  readonly name: string;
  /** What it can be. */
  readonly means?: () => Node;
  /** What it can be completed by. */
  readonly from?: Source;
}

/** A keyword on which depends what follows. */
export interface Choice {
  /** Which part of a form it is. */
  readonly type: "choice";
  /** Its name. */
  readonly name: string;
  /** Name of what follows. */
  readonly rest?: string;
  /** The keywords and what follows each. */
  readonly cases: readonly (readonly [word: string, after: Node])[];
  /** Whether usage texts have the keywords only. */
  readonly brief: boolean;
}

/** Nothing. */
export const NOTHING: Node = { type: "sequence", items: [] };

/** What arguments of these names are completed by everywhere. */
const SOURCES: Readonly<Record<string, Source>> = {
  DEV: "device",
  DEVICE: "device",
  IFNAME: "device",
  FILE: "file",
};

/**
 * Makes a tree of a form.
 *
 * @param form The form; nothing if it is missing.
 * @param before The keyword before it, which names arguments without a name.
 * @returns The tree.
 */
export function nodeOf(form: Form | undefined, before = "value"): Node {
  if (form === undefined) return NOTHING;
  if (typeof form === "string") return parseNotation(form);
  if (Array.isArray(form)) return sequence(form.map((each) => nodeOf(each)));
  if ("options" in form) {
    return { type: "options", items: keywordsOf(form.options) };
  }
  if ("anyOrder" in form) {
    return {
      type: "anyOrder",
      items: form.anyOrder.map((each) => nodeOf(each)),
    };
  }
  if ("oneOf" in form) return { type: "one", items: keywordsOf(form.oneOf) };
  if ("maybe" in form) return { type: "maybe", item: nodeOf(form.maybe) };
  if ("many" in form) return { type: "many", item: nodeOf(form.many) };
  if ("verbs" in form) return verbsNode(form.verbs, form.otherwise);
  if ("later" in form) {
    return { type: "later", load: async () => nodeOf(await form.later()) };
  }
  if ("cases" in form) return choice(form);
  const { name = nameOf(before), means, from } = form as {
    name?: string;
    means?: Form;
    from?: Source;
  };
  const source = from ?? SOURCES[name];
  return {
    type: "variable",
    name,
    ...means !== undefined && { means: () => nodeOf(means) },
    ...source !== undefined && { from: source },
  };
}

/** The name of an argument that has none: the keyword before it. */
function nameOf(spellings: string): string {
  const [word = ""] = spellings.split(" ");
  return word.replace(/\*$/, "").toUpperCase();
}

function sequence(items: readonly Node[]): Node {
  return items.length === 1 ? items[0]! : { type: "sequence", items };
}

function keywordsOf(table: Table): Keyword[] {
  return Object.entries(table).map(([spellings, { form }]) => ({
    type: "keyword",
    spellings,
    after: () => nodeOf(form, spellings),
  }));
}

function verbsNode(
  verbs: Readonly<Record<string, () => Promise<Formed>>>,
  otherwise: string | undefined,
): Node {
  const items = Object.entries(verbs).map(([spellings, load]): Keyword => ({
    type: "keyword",
    spellings,
    after: () => later(async () => nodeOf((await load()).form)),
  }));
  const one: Node = { type: "one", items };
  return otherwise === undefined ? one : { type: "maybe", item: one };
}

function choice({ name, rest, cases, brief = false }: Cases): Node {
  return {
    type: "choice",
    name,
    ...rest !== undefined && { rest },
    cases: Object.entries(cases).map(([word, form]) => [
      word,
      typeof form === "function"
        ? later(async () => nodeOf(await form()))
        : nodeOf(form),
    ]),
    brief,
  };
}

function later(load: () => Promise<Node>): Node {
  return { type: "later", load };
}

/**
 * Reads the notation of usage texts.
 *
 * @param text The text: keywords, names of arguments, `[ … ]` for what may be
 * missing, `{ … | … }` for one of several, and `...` for what may come again.
 * @returns The tree.
 */
export function parseNotation(text: string): Node {
  const tokens = text.trim().split(/\s+/).filter((token) => token !== "");
  let at = 0;
  const parseUntil = (end: string | undefined): Node => {
    const alternatives: Node[] = [];
    let items: Node[] = [];
    for (; at < tokens.length && tokens[at] !== end; at++) {
      const token = tokens[at]!;
      if (token === "|") {
        alternatives.push(sequence(items));
        items = [];
      } else if (token === "...") {
        items.push({ type: "many", item: items.pop() ?? NOTHING });
      } else if (token === "[" || token === "{") {
        at++;
        const item = parseUntil(token === "[" ? "]" : "}");
        items.push(token === "[" ? { type: "maybe", item } : item);
      } else items.push(terminal(token));
    }
    if (at >= tokens.length && end !== undefined) {
      throw new SyntaxError(`Cannot read form "${text}": "${end}" is missing`);
    }
    alternatives.push(sequence(items));
    return alternatives.length === 1
      ? alternatives[0]!
      : { type: "one", items: alternatives };
  };
  return parseUntil(undefined);
}

/** Whether a token is the name of an argument. */
function isVariable(token: string): boolean {
  return /^[<[\W]*[A-Z][A-Z\d]/.test(token) || /^[<[]|\.\./.test(token);
}

function terminal(token: string): Node {
  if (!isVariable(token)) {
    return { type: "keyword", spellings: token, after: () => NOTHING };
  }
  const [, name = token, source] = /^(.*?)(?::([a-z]+))?$/.exec(token)!;
  const from = source as Source | undefined ?? SOURCES[name];
  return { type: "variable", name, ...from !== undefined && { from } };
}
