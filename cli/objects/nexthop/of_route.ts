/**
 * Next hop objects that routes refer to, each of which is asked for once.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import { CommandError } from "../../parse/errors.ts";
import { Unresolved } from "../../names/link_map.ts";
import {
  type NexthopAttributes,
  type NexthopMessage,
  nexthopMessage,
} from "../../../messages/nexthop/nexthop.ts";
import {
  NHA_OP_FLAG_DUMP_HW_STATS,
  NHA_OP_FLAG_DUMP_STATS,
  RTM_GETNEXTHOP,
} from "../../../messages/nexthop/constants.ts";
import { formatEntry } from "./format.ts";
import { blank } from "../../../messages/codec/mod.ts";

type Known = Map<number, NexthopMessage | undefined>;
const known = new WeakMap<Context, Known>();

/**
 * Writes the next hop that a route refers to.
 *
 * @param id Its number.
 * @throws {Unresolved} If it was not asked for yet.
 */
export function formatNexthopOfRoute(context: Context, id: number): void {
  const nexthops: Known = known.get(context) ?? new Map();
  known.set(context, nexthops);
  if (!nexthops.has(id)) {
    throw new Unresolved(async () => {
      nexthops.set(id, await ask(context, id));
    });
  }
  const nexthop = nexthops.get(id);
  if (nexthop === undefined) return;
  context.printer.text("\n\tnh_info ");
  formatEntry(context, nexthop, "nh_info");
}

async function ask(
  context: Context,
  id: number,
): Promise<NexthopMessage | undefined> {
  try {
    return await getNexthop(context, id);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    context.io.err(error.message);
    return undefined;
  }
}

/**
 * Asks for the counters that are to be shown.
 *
 * @returns What the request has for that.
 */
export function statistics(
  { options: { stats } }: Context,
): Pick<NexthopAttributes, "operationFlags"> {
  if (stats === 0) return {};
  const hardware = stats > 1 ? NHA_OP_FLAG_DUMP_HW_STATS : 0;
  return { operationFlags: NHA_OP_FLAG_DUMP_STATS | hardware };
}

/**
 * Asks for a next hop.
 *
 * @param id Its number.
 * @returns The next hop.
 * @throws {CommandError} If there is none.
 */
export function getNexthop(
  context: Context,
  id: number,
): Promise<NexthopMessage> {
  return context.talk((kernel) =>
    kernel.get({
      type: RTM_GETNEXTHOP,
      codec: nexthopMessage,
      message: blank(nexthopMessage, {
        family: context.options.family,
        attributes: { id, ...statistics(context) },
      }),
    })
  );
}
