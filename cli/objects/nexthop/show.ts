/**
 * `ip nexthop show` and `ip nexthop get`.
 *
 * @module
 */

import type { Command, Context } from "../../runtime/context.ts";
import { dumpRefusal } from "../../runtime/dump_refusal.ts";
import { isKernelError, usage } from "../../parse/errors.ts";
import { type Arguments, parse, takes } from "../../parse/grammar.ts";
import type { Request } from "../../../api/connection/connection.ts";
import { RTM_GETNEXTHOP } from "../../../messages/nexthop/constants.ts";
import {
  type NexthopAttributes,
  type NexthopMessage,
  nexthopMessage,
} from "../../../messages/nexthop/nexthop.ts";
import { formatNexthop } from "./format.ts";
import { getNexthop, statistics } from "./of_route.ts";
import {
  idOf,
  type Selection,
  SELECTOR,
  SELECTORS,
  unknownArgument,
} from "./parse_nexthop.ts";
import { blank } from "../../../messages/codec/mod.ts";

/** Shows next hops. */
export const show: Command = takes(SELECTOR, async (args, context) => {
  const selection = await parseSelection(args, context);
  if (selection.id !== undefined) return await showOne(context, selection);
  const { attributes, protocol = 0 } = selection;
  const { printer } = context;
  printer.begin();
  await context.renderAll(
    await dump(
      context,
      { ...attributes, ...statistics(context) },
      "Dump terminated",
    ),
    (message) => {
      if (protocol === 0 || message.protocol === protocol) {
        formatNexthop(context, message);
      }
    },
  );
  printer.end();
  return 0;
});

/**
 * Reads the arguments after `show` and `flush`; `id` ends them.
 *
 * @returns What they select.
 * @throws {CommandError} If an argument is wrong.
 */
export async function parseSelection(
  args: Arguments,
  context: Context,
): Promise<Selection> {
  const selection: Selection = { attributes: {} };
  await parse(SELECTORS, selection, args, context, unknownArgument);
  return selection;
}

async function showOne(
  context: Context,
  { id = 0, protocol = 0 }: Selection,
): Promise<number> {
  const { printer } = context;
  const message = await getNexthop(context, id);
  printer.begin();
  if (protocol === 0 || message.protocol === protocol) {
    await context.render(() => formatNexthop(context, message));
  }
  printer.end();
  return 0;
}

/** Shows one next hop. */
export const get: Command = takes("id ID", async (args, context) => {
  let id = 0;
  while (args.left > 0) {
    if (args.take() !== "id") throw usage("nexthop");
    id = idOf(args.take());
  }
  if (id === 0) throw usage("nexthop");
  return await showOne(context, { attributes: {}, id });
});

/**
 * Asks for next hops, or for buckets.
 *
 * @param attributes Which ones.
 * @param problem What a refusal means for the command.
 * @param type What is asked for.
 * @returns The next hops or buckets.
 * @throws {CommandError} If the kernel refuses.
 */
export async function dump(
  context: Context,
  attributes: NexthopAttributes,
  problem: string,
  type: number = RTM_GETNEXTHOP,
): Promise<NexthopMessage[]> {
  const kernel = await context.connect();
  try {
    return await kernel.dumpAll(question(context, attributes, type));
  } catch (error) {
    if (!isKernelError(error)) throw error;
    throw await dumpRefusal(error, problem);
  }
}

/**
 * A request about next hops.
 *
 * @param attributes Which ones.
 * @param type What is asked for.
 * @returns The request.
 */
export function question(
  { options: { family } }: Context,
  attributes: NexthopAttributes,
  type: number,
): Request<NexthopMessage> {
  return {
    type,
    codec: nexthopMessage,
    message: blank(nexthopMessage, { family, attributes }),
  };
}
