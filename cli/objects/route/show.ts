/**
 * `ip route show`.
 *
 * @module
 */

import type { Command, Context } from "../../runtime/context.ts";
import { isKernelError, isStalled } from "../../parse/errors.ts";
import { dumpRefusal } from "../../runtime/dump_refusal.ts";
import { takes } from "../../parse/grammar.ts";
import type { Request } from "../../../api/connection/connection.ts";
import { RT_TABLE_MAIN } from "../../../messages/constants.ts";
import {
  RTM_F_CLONED,
  RTM_GETROUTE,
} from "../../../messages/route/constants.ts";
import {
  type RouteMessage,
  routeMessage,
} from "../../../messages/route/route.ts";
import { passes, type RouteFilter } from "./filter.ts";
import { formatRoute } from "./format.ts";
import {
  parseSelection,
  type RouteSelection,
  SELECTOR,
} from "./parse_filter.ts";
import { blank } from "../../../messages/codec/mod.ts";

/** Shows routes. */
export const show: Command = takes(SELECTOR, async (args, context) => {
  const selection = await parseSelection(args, context);
  const { filter } = selection;
  const { printer, options } = context;
  const render = (routes: readonly RouteMessage[]) =>
    context.renderAll(routes, (message) => {
      if (passes(filter, message, options.family)) {
        formatRoute(context, message, filter);
      }
    });
  printer.begin();
  await render(await fetchRoutes(context, selection, render));
  printer.end();
  return 0;
});

/**
 * Asks for the routes that a filter may let pass.
 *
 * @param selection What is asked for.
 * @param onPartial Called with the routes that come before one that the kernel
 * cannot list.
 * @returns The routes; none if there is no main table.
 * @throws {CommandError} If the kernel refuses.
 */
export async function fetchRoutes(
  context: Context,
  { filter, family }: RouteSelection,
  onPartial: (routes: readonly RouteMessage[]) => Promise<void>,
): Promise<RouteMessage[]> {
  const kernel = await context.connect();
  try {
    return await kernel.dumpAll(routeDump(filter, family));
  } catch (error) {
    if (!isKernelError(error)) throw error;
    if (isStalled(error)) {
      await onPartial(error.partial as readonly RouteMessage[]);
    }
    if (error.code === "ENOENT" && filter.table === RT_TABLE_MAIN) return [];
    throw await dumpRefusal(error, "Dump terminated");
  }
}

/**
 * The request for the routes that a filter may let pass.
 *
 * @param filter The filter.
 * @param family Family to ask for, `AF_*`.
 * @returns The request.
 */
export function routeDump(
  { table, cached, protocol = 0, outputDevice }: RouteFilter,
  family: number,
): Request<RouteMessage> {
  return {
    type: RTM_GETROUTE,
    codec: routeMessage,
    message: blank(routeMessage, {
      family,
      protocol,
      flags: cached === true ? RTM_F_CLONED : 0,
      attributes: {
        ...table !== 0 && { table },
        ...outputDevice !== undefined && { outputDevice },
      },
    }),
  };
}
