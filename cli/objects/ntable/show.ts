/**
 * `ip ntable show`.
 *
 * @module
 */

import { firstTime } from "../../../api/neighbor_table/repeats.ts";
import { RTM_GETNEIGHTBL } from "../../../messages/neighbor_table/constants.ts";
import {
  type NeighborTableMessage,
  neighborTableMessage,
} from "../../../messages/neighbor_table/neighbor_table.ts";
import type { Command } from "../../runtime/context.ts";
import {
  exit,
  invalidArgument,
  isKernelError,
  refusal,
} from "../../parse/errors.ts";
import { type Grammar, parse, takes, text } from "../../parse/grammar.ts";
import { formatNeighborTable } from "./format.ts";

/** Stands for the parameters that belong to no device. */
const NO_DEVICE = -1;

interface Selection {
  name?: string;
  index?: number;
}

const SELECTORS: Grammar<Selection> = {
  "dev": takes("DEV", async (selection, { args, context }) => {
    const name = args.take();
    selection.index = name === "none"
      ? NO_DEVICE
      : await context.links.indexOf(name);
    if (selection.index === 0) {
      throw invalidArgument('"DEV" is invalid', name);
    }
  }),
  "name": text("name"),
};

/** Shows tables and parameters of devices. */
export const show: Command = takes(
  { options: SELECTORS },
  async (args, context) => {
    const selection: Selection = {};
    await parse(SELECTORS, selection, args, context, (_, { word }) => {
      throw invalidArgument("unknown", word);
    });
    const { printer, family } = context;
    printer.begin();
    try {
      const kernel = await context.connect();
      const tables = await kernel.dumpAll({
        type: RTM_GETNEIGHTBL,
        codec: neighborTableMessage,
        message: { family, attributes: {} },
      });
      // Before they are rendered, which is done twice where a name is looked up.
      const once = tables.filter(firstTime());
      await context.renderAll(once, (table) => {
        if (family !== 0 && table.family !== family) return;
        if (isSelected(table, selection)) formatNeighborTable(context, table);
      });
    } catch (error) {
      if (!isKernelError(error)) throw error;
      throw exit(1, `${await refusal(error)}Dump terminated`);
    }
    printer.end();
    return 0;
  },
);

function isSelected(
  { attributes }: NeighborTableMessage,
  { name = attributes.name, index }: Selection,
): boolean {
  // What has no name or no parameters lets every selection pass.
  if (attributes.name !== undefined && attributes.name !== name) return false;
  if (attributes.parameters === undefined || index === undefined) return true;
  return (attributes.parameters.index ?? NO_DEVICE) === index;
}
