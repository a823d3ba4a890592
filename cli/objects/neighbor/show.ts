/**
 * `ip neighbor show`.
 *
 * @module
 */

import type { Request } from "../../../api/connection/connection.ts";
import {
  NUD_NOARP,
  RTM_GETNEIGH,
} from "../../../messages/neighbor/constants.ts";
import {
  type NeighborAttributes,
  type NeighborMessage,
  neighborMessage,
} from "../../../messages/neighbor/neighbor.ts";
import type { Command, Context } from "../../runtime/context.ts";
import { dumpRefusal } from "../../runtime/dump_refusal.ts";
import { exit, isKernelError } from "../../parse/errors.ts";
import { takes } from "../../parse/grammar.ts";
import {
  ANY_STATE,
  type NeighborFilter,
  parseFilter,
  passes,
  SELECTION,
} from "./parse_filter.ts";
import { formatNeighbor } from "./format.ts";
import { blank } from "../../../messages/codec/mod.ts";

/** Shows neighbors. */
export const show: Command = takes(SELECTION, async (args, context) => {
  const filter = await parseFilter(args, context, {
    states: 0xff & ~NUD_NOARP,
    all: ANY_STATE,
  });
  const { printer } = context;
  printer.begin();
  const neighbors = await listNeighbors(context, filter);
  await context.renderAll(neighbors, (neighbor) => {
    formatNeighbor(context, neighbor, { hideDevice: filter.index !== 0 });
  });
  printer.end();
  return 0;
});

/**
 * Lists the neighbors that a filter lets pass.
 *
 * @param filter The filter.
 * @param what What is terminated if the kernel refuses.
 * @returns The neighbors.
 * @throws {CommandError} If the kernel refuses.
 */
export async function listNeighbors(
  context: Context,
  filter: NeighborFilter,
  what = "Dump",
): Promise<NeighborMessage[]> {
  const connection = await context.connect();
  try {
    const neighbors = await connection.dumpAll(dumpRequest(filter));
    return neighbors.filter((neighbor) => passes(filter, neighbor));
  } catch (error) {
    if (!isKernelError(error)) throw error;
    const { message } = await dumpRefusal(error, `${what} terminated`);
    throw exit(1, message.trimEnd());
  }
}

function dumpRequest(
  { family, flags, index, master }: NeighborFilter,
): Request<NeighborMessage> {
  const attributes: NeighborAttributes = {};
  if (index !== 0) attributes.outputDevice = index;
  if (master !== 0) attributes.master = master >>> 0;
  return {
    type: RTM_GETNEIGH,
    codec: neighborMessage,
    message: blank(neighborMessage, { family, flags, attributes }),
  };
}
