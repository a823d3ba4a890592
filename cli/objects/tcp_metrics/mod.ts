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
import type { Command, Context } from "../../runtime/context.ts";
import { missingArgument } from "../../parse/errors.ts";
import { type LoadVerb, type Verbs, verbs } from "../../runtime/verbs.ts";
import { answered, showAll, withFamily } from "../../runtime/generic.ts";
import { type Arguments, takes } from "../../parse/grammar.ts";
import { flush } from "./flush.ts";
import { formatTcpMetrics } from "./format.ts";
import { isExact, isSelected, parseSelection, toKey } from "./parse_filter.ts";

const PREFIX = "[ address | addr | src | source ] PREFIX";

/** What can be done with metrics, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: Verbs = {
  "list* lst* show*": verb("show"),
  "delete* remove*": verb("delete"),
  "flush*": verb("flush"),
};

/** Runs `ip tcp_metrics`. */
export const command: Command = verbs("tcp_metrics", "show", VERBS);

function verb(name: "show" | "delete" | "flush"): LoadVerb {
  const selector = { name: "SELECTOR", means: { maybe: PREFIX } };
  const form = name === "delete" ? "[ address ] ADDRESS" : selector;
  return () =>
    Promise.resolve(
      takes(
        form,
        (args: Arguments, context: Context) => run(name, args, context),
      ),
    );
}

async function run(
  verb: "show" | "delete" | "flush",
  args: Arguments,
  context: Context,
): Promise<number> {
  const selection = parseSelection(args, context.family, verb === "delete");
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
