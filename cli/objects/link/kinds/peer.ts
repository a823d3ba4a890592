/**
 * `peer` and the words about the other end of a pair.
 *
 * @module
 */

import { CommandError, duplicateArgument } from "../../../parse/errors.ts";
import type { Words } from "../../../parse/grammar.ts";
import type { LinkChange } from "./kind.ts";
import type { LinkMessage } from "../../../../messages/link/link.ts";

/**
 * Makes the parser of a kind that comes in pairs.
 *
 * @param help Usage of the kind.
 * @returns The parser.
 */
export function peerParser(
  help: string,
): (
  words: Words,
  change: LinkChange,
) => Promise<{ peer: LinkMessage }> {
  return async (words, { context, creates }) => {
    if (words.take() !== "peer") {
      context.io.out(help);
      throw new CommandError(1, false);
    }
    const { parseLinkWords } = await import("../words.ts");
    const { finishWords } = await import("../modify.ts");
    const spec = await parseLinkWords(words, context, creates);
    const all = await finishWords(spec, words, context);
    if (spec.type !== undefined && !all) {
      throw duplicateArgument("type", spec.type);
    }
    return { peer: spec.message };
  };
}
