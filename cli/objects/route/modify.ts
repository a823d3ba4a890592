/**
 * `ip route add` and everything else that changes a route.
 *
 * @module
 */

import type { Command, Context } from "../../runtime/context.ts";
import { takes } from "../../parse/grammar.ts";
import {
  NLM_F_APPEND,
  NLM_F_CREATE,
  NLM_F_ECHO,
  NLM_F_EXCL,
  NLM_F_REPLACE,
} from "../../../messages/header.ts";
import {
  RTM_DELROUTE,
  RTM_NEWROUTE,
} from "../../../messages/route/constants.ts";
import {
  type RouteMessage,
  routeMessage,
} from "../../../messages/route/route.ts";
import { parseRoute, ROUTE } from "./parse_route.ts";

/** Adds a route that is not there. */
export const add: Command = modify(NLM_F_CREATE | NLM_F_EXCL);
/** Changes a route that is there. */
export const change: Command = modify(NLM_F_REPLACE);
/** Adds a route, or changes the one that is there. */
export const replace: Command = modify(NLM_F_CREATE | NLM_F_REPLACE);
/** Adds a route before others to the same destination. */
export const prepend: Command = modify(NLM_F_CREATE);
/** Adds a route behind others to the same destination. */
export const append: Command = modify(NLM_F_CREATE | NLM_F_APPEND);
/** Asks whether a route is there. */
export const test: Command = modify(NLM_F_EXCL);

/** Deletes a route. */
export const remove: Command = takes(ROUTE, async (args, context) => {
  await send(context, RTM_DELROUTE, 0, await parseRoute(args, context, true));
  return 0;
});

function modify(flags: number): Command {
  return takes(ROUTE, async (args, context) => {
    const message = await parseRoute(args, context, false);
    await send(context, RTM_NEWROUTE, flags, message);
    return 0;
  });
}

async function send(
  context: Context,
  type: number,
  flags: number,
  message: RouteMessage,
): Promise<void> {
  const { echo } = context.options;
  const [answer] = await context.talk((kernel) =>
    kernel.request({
      type,
      flags: echo ? flags | NLM_F_ECHO : flags,
      codec: routeMessage,
      message,
    })
  );
  if (echo) await show(context, type, answer);
}

/** The acknowledgement, which is all that comes if nothing has changed. */
const NO_ECHO = "Not a route: 00000024 00000002 00000100\n";

async function show(
  context: Context,
  type: number,
  message: RouteMessage | undefined,
): Promise<void> {
  const { formatRoute } = await import("./format.ts");
  const { printer } = context;
  printer.begin();
  printer.openObject(null);
  const filter = { table: 0, cached: false };
  if (message === undefined) context.io.err(NO_ECHO);
  else {
    await context.render(() =>
      formatRoute(context, message, filter, type === RTM_DELROUTE)
    );
  }
  printer.closeObject();
  printer.end();
}
