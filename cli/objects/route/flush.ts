/**
 * `ip route flush`.
 *
 * @module
 */

import type { Command, Context } from "../../runtime/context.ts";
import { dumpRefusal } from "../../runtime/dump_refusal.ts";
import { fail, isKernelError } from "../../parse/errors.ts";
import { takes } from "../../parse/grammar.ts";
import { BatchError } from "../../../api/connection/batch_error.ts";
import { RTN_UNREACHABLE } from "../../../messages/constants.ts";
import { AF_INET, AF_INET6 } from "../../../messages/families.ts";
import { RTM_DELROUTE } from "../../../messages/route/constants.ts";
import {
  type RouteMessage,
  routeMessage,
} from "../../../messages/route/route.ts";
import { passes, type RouteFilter } from "./filter.ts";
import { formatRoute } from "./format.ts";
import { routeDump } from "./show.ts";
import {
  parseSelection,
  type RouteSelection,
  SELECTOR,
} from "./parse_filter.ts";

/** How long it may take, in seconds. */
const MOST_SECONDS = 30;

/** Deletes routes. */
export const flush: Command = takes(SELECTOR, async (args, context) => {
  if (args.left === 0) {
    throw fail(1, '"ip route flush" requires arguments.');
  }
  const selection = await parseSelection(args, context);
  const { filter, family } = selection;
  const { io, options: { stats } } = context;
  if (filter.cached === true) {
    if (family !== AF_INET6) {
      const { flushCache } = await import("./flush_cache.ts");
      const problem = flushCache();
      if (problem !== undefined) io.err(`${problem}\n`);
      if (stats > 0) io.out("*** IPv4 routing cache is flushed.\n");
    }
    if (family === AF_INET) return 0;
  }
  return await flushRounds(context, selection);
});

async function flushRounds(
  context: Context,
  selection: RouteSelection,
): Promise<number> {
  const { printer, options: { stats } } = context;
  const { filter, family } = selection;
  const start = Date.now();
  for (let round = 0;;) {
    const routes = await listRoutes(context, selection);
    const count = routes.length;
    if (count === 0) {
      if (stats > 0) printer.text(result(round, filter, family));
      return 0;
    }
    round++;
    await removeRoutes(context, routes);
    const seconds = Math.trunc((Date.now() - start) / 1000);
    if (seconds > MOST_SECONDS) {
      printer.text(
        `\n*** Flush not completed after ${seconds} seconds, ${count} entries remain ***\n`,
      );
      return 1;
    }
    if (stats > 0) {
      printer.text(`\n*** Round ${round}, deleting ${count} entries ***\n`);
    }
  }
}

function result(round: number, filter: RouteFilter, family: number): string {
  if (round === 0 && (filter.cached !== true || family === AF_INET6)) {
    return "Nothing to flush.\n";
  }
  const rounds = `${round} round${round > 1 ? "s" : ""}`;
  return `*** Flush is complete after ${rounds} ***\n`;
}

async function listRoutes(
  context: Context,
  { filter, family }: RouteSelection,
): Promise<RouteMessage[]> {
  const kernel = await context.connect();
  let all: RouteMessage[];
  try {
    all = await kernel.dumpAll(routeDump(filter, family));
  } catch (error) {
    if (!isKernelError(error)) throw error;
    throw await dumpRefusal(error, "Flush terminated");
  }
  const routes = all.filter((message) =>
    passes(filter, message, context.options.family) && !isFallback(message)
  );
  if (context.options.stats >= 2) {
    await context.renderAll(
      routes,
      (message) => formatRoute(context, message, filter),
    );
  }
  return routes;
}

/** The route that the kernel itself keeps for what has no other one. */
function isFallback(
  { family, destinationLength, type, attributes }: RouteMessage,
): boolean {
  return family === AF_INET6 && destinationLength === 0 &&
    type === RTN_UNREACHABLE && attributes.priority === 0xffffffff;
}

async function removeRoutes(
  context: Context,
  routes: readonly RouteMessage[],
): Promise<void> {
  const kernel = await context.connect();
  try {
    await kernel.batch(
      routes.map((message) => ({
        type: RTM_DELROUTE,
        codec: routeMessage,
        message,
      })),
    );
  } catch (error) {
    if (!(error instanceof BatchError)) throw error;
    const cause = error.failures[0]?.error;
    if (cause === undefined || !isKernelError(cause)) throw error;
    const { errorText } = await import("../../../messages/errno.ts");
    const text = errorText(cause.errno);
    throw fail(2, `Failed to send flush request: ${text}`);
  }
}
