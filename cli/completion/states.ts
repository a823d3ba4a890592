/**
 * Which keywords may come next: forms as automata.
 *
 * States are made when they are reached, so that only those commands and link
 * kinds are loaded whose keywords were typed.
 *
 * @module
 */

import type { Choice, Node, Variable } from "../help/notation.ts";
import { fits, matches } from "../parse/arguments.ts";

/** A keyword that may come next, and what comes after it. */
interface KeywordEdge {
  readonly spellings: string;
  readonly to: State;
}

/** An argument that may come next, and what comes after it. */
interface VariableEdge {
  readonly variable: Variable;
  readonly to: State;
}

/** What may come next in a place. */
interface Edges {
  readonly keywords?: readonly KeywordEdge[];
  readonly variables?: readonly VariableEdge[];
  /** Places that this one may stand for. */
  readonly same?: readonly State[];
}

/** A place in a command line. */
class State {
  #edges: Edges | Promise<Edges> | undefined;
  readonly #make: () => Edges | Promise<Edges>;

  constructor(make: () => Edges | Promise<Edges>) {
    this.#make = make;
  }

  get edges(): Edges | Promise<Edges> {
    return this.#edges ??= this.#make();
  }
}

/** What may come next in a command line. */
export interface Next {
  /** Keywords, with their spellings as in the keys of `Grammar`. */
  readonly keywords: readonly string[];
  /** Arguments. */
  readonly variables: readonly Variable[];
}

/** The end of a command line. */
const END = new State(() => ({}));

/**
 * Finds what may come next. Keywords may be cut short as in `Grammar`, and a
 * argument that is a keyword in its position is not taken for an argument.
 *
 * @param form What a command line has to look like.
 * @param args The arguments that were typed.
 * @returns What may come next; nothing if the arguments do not fit.
 */
export async function nextArguments(
  form: Node,
  args: readonly string[],
): Promise<Next> {
  let places = await closure([stateOf(form, END)]);
  for (const word of args) places = await closure(follow(places, word));
  return {
    keywords: [...new Set(places.keywords.map(({ spellings }) => spellings))],
    variables: places.variables.map(({ variable }) => variable),
  };
}

function stateOf(node: Node, next: State): State {
  switch (node.type) {
    case "later":
      return new State(async () => ({
        same: [stateOf(await node.load(), next)],
      }));
    case "sequence":
      return node.items.reduceRight(
        (after, item) => stateOf(item, after),
        next,
      );
    case "one":
      return alternatives(node.items, next);
    case "maybe":
      return new State(() => ({ same: [stateOf(node.item, next), next] }));
    case "many":
      return new State(() => {
        const repeated: State = new State(() => ({
          same: [stateOf(node.item, repeated), next],
        }));
        return { same: [stateOf(node.item, repeated)] };
      });
    case "options":
    case "anyOrder": {
      const repeated: State = new State(() => ({
        same: [alternatives(node.items, repeated), next],
      }));
      return repeated;
    }
    case "keyword": {
      const { spellings, after } = node;
      const to = new State(() => ({ same: [stateOf(after(), next)] }));
      return new State(() => ({ keywords: [{ spellings, to }] }));
    }
    case "variable":
      return variable(node, next);
    case "choice":
      return choice(node, next);
  }
}

function alternatives(items: readonly Node[], next: State): State {
  return new State(() => ({ same: items.map((item) => stateOf(item, next)) }));
}

function variable(node: Variable, next: State): State {
  const { means, from } = node;
  return new State(() => ({
    ...(means === undefined || from !== undefined) && {
      variables: [{ variable: node, to: next }],
    },
    ...means !== undefined && { same: [stateOf(means(), next)] },
  }));
}

function choice({ cases }: Choice, next: State): State {
  return new State(() => ({
    keywords: cases.map(([word, after]) => ({
      spellings: word,
      to: new State(() => ({ same: [stateOf(after, next)] })),
    })),
  }));
}

/** What may come next in several places. */
interface Places {
  readonly keywords: readonly KeywordEdge[];
  readonly variables: readonly VariableEdge[];
}

async function closure(states: readonly State[]): Promise<Places> {
  const keywords: KeywordEdge[] = [];
  const variables: VariableEdge[] = [];
  const seen = new Set<State>();
  // Depth first, so that the order is that of the form.
  const visit = async (state: State) => {
    if (seen.has(state)) return;
    seen.add(state);
    const edges = await state.edges;
    keywords.push(...edges.keywords ?? []);
    variables.push(...edges.variables ?? []);
    for (const same of edges.same ?? []) await visit(same);
  };
  for (const state of states) await visit(state);
  return { keywords, variables };
}

function follow({ keywords, variables }: Places, word: string): State[] {
  const exact = keywords.filter(({ spellings }) =>
    names(spellings).includes(word)
  );
  if (exact.length > 0) return exact.map(({ to }) => to);
  const first = keywords.find(({ spellings }) => fits(word, spellings));
  if (first !== undefined) {
    return keywords.filter(({ spellings }) => spellings === first.spellings)
      .map(({ to }) => to);
  }
  return variables.map(({ to }) => to);
}

function names(spellings: string): string[] {
  return spellings.replaceAll("*", "").split(" ");
}

/**
 * The keywords that a keyword is completed to: its first spelling, and the
 * others once they have been begun.
 *
 * @param spellings Spellings as in the keys of `Grammar`.
 * @param start What was typed of the argument.
 * @returns The keywords.
 */
export function completionsOf(spellings: string, start: string): string[] {
  const all = names(spellings);
  return start === ""
    ? all.slice(0, 1)
    : all.filter((name) => matches(start, name));
}
