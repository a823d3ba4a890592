/**
 * `ip neighbor flush`.
 *
 * @module
 */

import { BatchError } from "../../../api/connection/batch_error.ts";
import {
  NUD_FAILED,
  NUD_NOARP,
  NUD_PERMANENT,
  RTM_DELNEIGH,
} from "../../../messages/neighbor/constants.ts";
import {
  type NeighborMessage,
  neighborMessage,
} from "../../../messages/neighbor/neighbor.ts";
import type { Command, Context } from "../../runtime/context.ts";
import { fail } from "../../parse/errors.ts";
import { takes } from "../../parse/grammar.ts";
import {
  allBut,
  ANY_STATE_TO_FLUSH,
  parseFilter,
  SELECTION,
} from "./parse_filter.ts";
import { formatNeighbor } from "./format.ts";
import { listNeighbors } from "./show.ts";

/** How often it is tried until nothing is left. */
const MOST_ROUNDS = 10;

/** Forgets neighbors. */
export const flush: Command = takes(SELECTION, async (args, context) => {
  if (args.left === 0) throw fail(1, "Flush requires arguments.");
  const filter = await parseFilter(args, context, {
    states: allBut(NUD_PERMANENT | NUD_NOARP),
    all: ANY_STATE_TO_FLUSH,
  });
  const { printer, options: { stats } } = context;
  for (let round = 0; round < MOST_ROUNDS;) {
    const neighbors = await listNeighbors(context, filter, "Flush");
    if (neighbors.length === 0) {
      if (stats > 0) printer.text(result(round));
      return 0;
    }
    if (stats > 1) {
      await context.renderAll(neighbors, (neighbor) => {
        formatNeighbor(context, neighbor, { hideDevice: filter.index !== 0 });
      });
    }
    round++;
    await forget(context, neighbors);
    if (stats > 0) {
      const count = neighbors.length;
      printer.text(`\n*** Round ${round}, deleting ${count} entries ***\n`);
    }
    filter.states = (filter.states & ~NUD_FAILED) >>> 0;
  }
  printer.text(
    `*** Flush not complete bailing out after ${MOST_ROUNDS} rounds\n`,
  );
  // The code of a function that failed in this way is negated once more.
  return 255;
});

function result(round: number): string {
  if (round === 0) return "Nothing to flush.\n";
  const rounds = `${round} round${round > 1 ? "s" : ""}`;
  return `*** Flush is complete after ${rounds} ***\n`;
}

async function forget(
  context: Context,
  neighbors: readonly NeighborMessage[],
): Promise<void> {
  const connection = await context.connect();
  try {
    await connection.batch(neighbors.map((message) => ({
      type: RTM_DELNEIGH,
      codec: neighborMessage,
      message,
    })));
  } catch (error) {
    // Some may have gone meanwhile; the next round sees what is left.
    if (!(error instanceof BatchError)) throw error;
  }
}
