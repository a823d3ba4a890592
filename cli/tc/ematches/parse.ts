/**
 * Conditions of filters: `match EXPR` of `tc filter … basic`, `cgroup` and
 * `flow`.
 *
 * @module
 */

import { EMATCH_KINDS } from "../../../messages/tc/ematches/kinds.ts";
import {
  type Ematch,
  type EmatchTree,
  TCF_EM_CONTAINER,
  TCF_EM_INVERT,
  TCF_EM_REL_AND,
  TCF_EM_REL_OR,
} from "../../../messages/tc/ematches/tree.ts";
import { CommandError, fail } from "../../parse/errors.ts";
import type { Arguments } from "../../parse/arguments.ts";
import type { Form } from "../../parse/form.ts";
import type { Context } from "../../runtime/context.ts";
import { showUsage } from "../usage.ts";
import { EmatchError, ematchParsers } from "./kinds.ts";
import { Lexer, type Token } from "./lexer.ts";

/** What conditions look like. */
export const EMATCH: Form = {
  name: "EXPR",
  means: [
    {
      name: "TERM",
      means: "[ not ] { module '(' ARG1 ARG2 .. ')' | '(' EXPR ')' }",
    },
    "[ { and | or } EXPR ]",
  ],
};

/** A condition that was read. */
interface Node {
  readonly isInverted: boolean;
  readonly relation: number;
  /** Its name and its arguments, if it is not in parentheses. */
  readonly words?: readonly Token[];
  /** What is in its parentheses. */
  readonly inside?: readonly Node[];
}

/** What a condition is not. */
class SyntaxFailure extends Error {}

/** Reads conditions. */
class Reader {
  readonly #lexer: Lexer;
  /** The next word, which has been read already. */
  #token: Token;

  constructor(lexer: Lexer) {
    this.#lexer = lexer;
    this.#token = lexer.next();
  }

  get token(): Token {
    return this.#token;
  }

  #take(): Token {
    const token = this.#token;
    this.#token = this.#lexer.next();
    return token;
  }

  #expect(kind: Token["kind"]): Token {
    if (this.#token.kind !== kind) throw new SyntaxFailure();
    return this.#take();
  }

  list(): Node[] {
    const nodes: Node[] = [];
    for (;;) {
      const node = this.#one();
      const { kind } = this.#token;
      const joins = kind === "and" || kind === "or";
      const relation = kind === "and"
        ? TCF_EM_REL_AND
        : kind === "or"
        ? TCF_EM_REL_OR
        : 0;
      nodes.push({ ...node, relation });
      if (!joins) return nodes;
      this.#take();
    }
  }

  #one(): Omit<Node, "relation"> {
    const isInverted = this.#token.kind === "not";
    if (isInverted) this.#take();
    if (this.#token.kind === "(") {
      this.#take();
      const inside = this.list();
      this.#expect(")");
      return { isInverted, inside };
    }
    const words = [this.#expect("word")];
    this.#expect("(");
    do words.push(this.#expect("word")); while (this.#token.kind === "word");
    this.#expect(")");
    return { isInverted, words };
  }
}

/** Puts conditions into one list: what is in parentheses comes behind them. */
async function flatten(
  nodes: readonly Node[],
  context: Context,
): Promise<Ematch[]> {
  const list: { match: Ematch; node: Node }[] = [];
  const add = (nodes: readonly Node[]) => {
    const first = list.length;
    for (const node of nodes) {
      const flags = node.relation | (node.isInverted ? TCF_EM_INVERT : 0);
      const match: Ematch = {
        id: 0,
        kind: TCF_EM_CONTAINER,
        flags,
        padding: 0,
      };
      list.push({ match, node });
    }
    for (const { match, node } of list.slice(first)) {
      if (node.inside === undefined) continue;
      match.container = list.length;
      add(node.inside);
    }
  };
  add(nodes);
  for (const { match, node: { words } } of list) {
    if (words === undefined) continue;
    const [name, ...args] = words;
    const kind = name!.text as keyof typeof EMATCH_KINDS;
    const parser = ematchParsers[kind];
    if (parser === undefined) {
      throw fail(1, `Unknown ematch "${name!.text}"`);
    }
    match.kind = EMATCH_KINDS[kind];
    Object.assign(match, { [kind]: await parser.parse(args, context) });
  }
  return list.map(({ match }) => match);
}

/** Arguments that were read, the last of them marked. */
function readSoFar(args: readonly string[], taken: number): string {
  return "... " +
    args.slice(0, taken).map((word, i) =>
      i === taken - 1 ? `>>${word}<< ` : `${word} `
    ).join("") + "...\n";
}

/** A word of a condition, as errors show it. */
function shown({ text }: Token): string {
  return text.replace(/[^ -~]/g, ".");
}

/**
 * Takes conditions.
 *
 * @returns The conditions; `undefined` if there are none.
 * @throws {CommandError} If they are wrong.
 */
export async function parseEmatches(
  args: Arguments,
  context: Context,
): Promise<EmatchTree | undefined> {
  const all = args.rest();
  const lexer = new Lexer(all, (text) => context.io.err(text));
  // The argument behind the conditions is given back before they are checked.
  let ahead = 0;
  try {
    const reader = new Reader(lexer);
    if (reader.token.kind === "end") return undefined;
    const nodes = reader.list();
    ahead = 1;
    const list = await flatten(nodes, context);
    const taken = lexer.taken - ahead;
    for (const _ of all.slice(taken)) args.back();
    return { header: { count: list.length, program: 0 }, list };
  } catch (error) {
    const shown = explain(error, readSoFar(all, lexer.taken - ahead));
    if (shown === undefined) throw error;
    // What comes last stands behind the usage.
    context.io.err(shown.message);
    if (shown.help !== undefined) await showUsage(context, shown.help);
    throw fail(1, 'Illegal "ematch"');
  }
}

/** What is wrong with conditions, and what they look like. */
function explain(error: unknown, read: string): CommandError | undefined {
  if (error instanceof CommandError && !error.exits) return error;
  if (error instanceof SyntaxFailure) {
    const text = `Parse error: syntax error\n${read}`;
    return new CommandError(1, false, text, { of: "match", form: EMATCH });
  }
  if (!(error instanceof EmatchError)) return undefined;
  const { message, kind, args, at } = error;
  const line = args.map((word) =>
    word === at ? `>>${shown(word)}<<` : shown(word)
  ).join(" ");
  const text = `${message}\n${read}` +
    (args.length === 0 ? "" : `... ${kind}(${line})...\n`);
  const { form } = ematchParsers[kind]!;
  return new CommandError(1, false, text, { of: kind, form });
}
