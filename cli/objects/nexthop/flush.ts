/**
 * `ip nexthop flush`.
 *
 * @module
 */

import { SELECTOR } from "./parse_nexthop.ts";
import type { Command, Context } from "../../runtime/context.ts";
import { CommandError } from "../../parse/errors.ts";
import { takes } from "../../parse/grammar.ts";
import { RTM_DELNEXTHOP } from "../../../messages/nexthop/constants.ts";
import {
  type NexthopAttributes,
  nexthopMessage,
} from "../../../messages/nexthop/nexthop.ts";
import { dump, parseSelection } from "./show.ts";
import { blank } from "../../../messages/codec/mod.ts";

/** Deletes next hops. */
export const flush: Command = takes(SELECTOR, async (args, context) => {
  const all = args.left === 0;
  const selection = await parseSelection(args, context);
  const { id, attributes, protocol = 0 } = selection;
  if (id !== undefined) return await remove(context, id) ? 0 : 1;
  const rounds = all ? [{ groups: true as const }, {}] : [attributes];
  let flushed = 0;
  try {
    for (const round of rounds) {
      flushed += await flushSome(context, round, protocol);
    }
  } finally {
    context.io.out(
      flushed === 0 ? "Nothing to flush\n" : `Flushed ${flushed} nexthops\n`,
    );
  }
  return 0;
});

async function flushSome(
  context: Context,
  attributes: NexthopAttributes,
  protocol: number,
): Promise<number> {
  const nexthops = await dump(
    context,
    attributes,
    "Dump terminated. Failed to flush nexthops",
  );
  let flushed = 0;
  for (const { protocol: maker, attributes: { id = 0 } } of nexthops) {
    if (protocol !== 0 && maker !== protocol) continue;
    if (id !== 0 && await remove(context, id)) flushed++;
  }
  return flushed;
}

/** Deletes a next hop; the kernel's refusal is printed. */
async function remove(context: Context, id: number): Promise<boolean> {
  try {
    await context.talk((kernel) =>
      kernel.request({
        type: RTM_DELNEXTHOP,
        codec: nexthopMessage,
        message: blank(nexthopMessage, {
          attributes: { id },
        }),
      })
    );
    return true;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    context.io.err(error.message);
    return false;
  }
}
