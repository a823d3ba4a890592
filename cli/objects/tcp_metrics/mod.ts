/**
 * `ip tcp_metrics`.
 *
 * @module
 */

import type { GenericFamily } from "../../../api/connection/generic_family.ts";
import { tcpMetricsFamily } from "../../../api/generic/families.ts";
import {
  TCP_METRICS_CMD_DEL,
  TCP_METRICS_CMD_GET,
  type TcpMetricsAttributes,
} from "../../../messages/generic/tcp_metrics.ts";
import type { Context } from "../../runtime/context.ts";
import { exit, missingArgument, usage } from "../../parse/errors.ts";
import { answered, showAll, withFamily } from "../../runtime/generic.ts";
import { fits, matches, type Words } from "../../parse/grammar.ts";
import { flush } from "./flush.ts";
import { formatTcpMetrics } from "./format.ts";
import { TCP_METRICS_HELP } from "./help.ts";
import { isExact, isSelected, parseSelection, toKey } from "./select.ts";

/** What can be done, in the order of trying; see `Grammar` for the form of the words. */
const VERBS = [
  ["list* lst* show*", "show"],
  ["delete* remove*", "delete"],
  ["flush*", "flush"],
] as const;

/** Runs `ip tcp_metrics`. */
export async function command(
  words: Words,
  context: Context,
): Promise<number> {
  const word = words.peek() === undefined ? "show" : words.take();
  const verb = VERBS.find(([key]) => fits(word, key))?.[1];
  if (verb !== undefined) return await run(verb, words, context);
  if (matches(word, "help")) throw usage(TCP_METRICS_HELP);
  throw exit(
    255,
    `Command "${word}" is unknown, try "ip tcp_metrics help".`,
  );
}

async function run(
  verb: "show" | "delete" | "flush",
  words: Words,
  context: Context,
): Promise<number> {
  const selection = parseSelection(words, context.family, verb === "delete");
  const { peer, source } = selection;
  const exact = isExact(peer);
  if (verb === "delete" && !exact) throw missingArgument("address");
  // To forget all is one request, as is to forget one.
  const everything = context.family === 0 && (peer?.length ?? 0) === 0 &&
    (source?.length ?? 0) === 0;
  return await withFamily(context, tcpMetricsFamily, async (family) => {
    if (verb === "delete" || verb === "flush" && (exact || everything)) {
      const key = exact ? toKey(selection) : {};
      await answered(family.request(TCP_METRICS_CMD_DEL, key));
      return 0;
    }
    if (verb === "flush") return await flush(context, family, selection);
    if (exact) return await showOne(context, family, toKey(selection));
    return await showAll(context, family, {
      command: TCP_METRICS_CMD_GET,
      attributes: {},
      format: (message) => {
        if (isSelected(message, selection)) formatTcpMetrics(context, message);
      },
    });
  });
}

async function showOne(
  context: Context,
  family: GenericFamily<TcpMetricsAttributes>,
  key: TcpMetricsAttributes,
): Promise<number> {
  const message = await answered(family.get(TCP_METRICS_CMD_GET, key));
  await context.render(() => formatTcpMetrics(context, message));
  return 0;
}
