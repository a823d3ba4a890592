/**
 * `tc qdisc … plug`.
 *
 * @module
 */

import {
  PLUG_ACTIONS,
  type PlugData,
} from "../../../messages/tc/qdiscs/plug.ts";
import { fail } from "../../parse/errors.ts";
import { type Grammar, takes } from "../../parse/grammar.ts";
import { parser, type QdiscKind } from "../kind.ts";
import { constant, sizeOf } from "../settings.ts";

type Spec = Partial<PlugData>;

const GRAMMAR: Grammar<Spec> = {
  "block": constant("action", PLUG_ACTIONS.block),
  "release": constant("action", PLUG_ACTIONS.release),
  "release_indefinite": constant("action", PLUG_ACTIONS.release_indefinite),
  "limit": takes("NUMBER", (spec, { args, context }) => {
    const word = args.take();
    const limit = sizeOf(word, context);
    if (limit === undefined) {
      throw fail(1, `Illegal value for "limit": "${word}"`);
    }
    Object.assign(spec, { action: PLUG_ACTIONS.limit, limit });
  }),
};

/** A queue that waits for a command. */
export const kind: QdiscKind<PlugData> = {
  parse: parser<Spec, PlugData>(GRAMMAR, {
    finish: ({ action, limit = 0 }) =>
      action === undefined ? undefined : { action, limit },
    unknown: (word, name) => `${name}: unknown parameter "${word}"\n`,
  }),
  print: () => {},
};
