/**
 * `tc filter show` and `tc chain show`.
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import {
  RTM_GETCHAIN,
  RTM_GETQDISC,
  RTM_GETTFILTER,
  RTM_NEWCHAIN,
  RTM_NEWTFILTER,
  TCA_DUMP_FLAGS_TERSE,
} from "../../../messages/tc/constants.ts";
import { filterMessage } from "../../../messages/tc/filter.ts";
import { qdiscMessage } from "../../../messages/tc/qdisc.ts";
import { takes } from "../../parse/arguments.ts";
import {
  CommandError,
  fail,
  isKernelError,
  isStalled,
} from "../../parse/errors.ts";
import type { Command, Context } from "../../runtime/context.ts";
import { dumpRefusalText } from "../../runtime/dump_refusal.ts";
import { showUsage } from "../usage.ts";
import { type FilterScope, printFilter } from "./format_filter.ts";
import { messageOf, setPosition } from "./request.ts";
import {
  FILTER_FORM,
  type FilterArguments,
  takeArguments,
} from "./parse_filter.ts";

/** Whether a queueing discipline has filters in a shared block. */
async function blockExists(context: Context, block: number): Promise<boolean> {
  const qdiscs = await context.talk((kernel) =>
    kernel.dumpAll({
      type: RTM_GETQDISC,
      codec: qdiscMessage,
      message: blank(qdiscMessage),
    })
  );
  return qdiscs.some(({ attributes: { ingressBlock, egressBlock } }) =>
    ingressBlock === block || egressBlock === block
  );
}

/** What need not be shown, as it was asked for. */
function scopeOf(spec: FilterArguments, index: number): FilterScope {
  const { parent, block, chain, preference, protocol } = spec;
  return {
    ...spec.device !== undefined && { index },
    ...parent !== 0 && { parent },
    ...block !== undefined && { block },
    ...chain !== undefined && { chain },
    ...preference !== 0 && { preference },
    ...protocol !== undefined && protocol !== 0 && { protocol },
  };
}

function showing(object: "filter" | "chain"): Command {
  const isFilter = object === "filter";
  return takes(FILTER_FORM, async (args, context) => {
    const spec: FilterArguments = { parent: 0, preference: 0 };
    takeArguments(spec, args, context, { object, lists: true });
    if (spec.help) await showUsage(context, "filter");
    const left = args.peek();
    if (left !== undefined) {
      throw fail(255, ` What is "${left}"? Try "tc filter help"`);
    }
    const message = messageOf(spec);
    const { block, device } = spec;
    if (
      device === undefined && block !== undefined &&
      !await blockExists(context, block)
    ) throw fail(1, `Cannot find block "${block}"`);
    await setPosition(message, spec, context);
    if (context.options.brief) {
      message.attributes.dumpFlags = {
        value: TCA_DUMP_FLAGS_TERSE,
        selector: TCA_DUMP_FLAGS_TERSE,
      };
    }
    const scope = scopeOf(spec, message.index);
    const { printer } = context;
    const kernel = await context.connect();
    printer.begin();
    try {
      const type = isFilter ? RTM_GETTFILTER : RTM_GETCHAIN;
      const request = { type, codec: filterMessage, message };
      // What comes before a refusal is shown.
      const dump = kernel.dump(request, { streaming: true });
      for await (const answer of dump) {
        await context.render(() =>
          printFilter(context, answer, {
            type: isFilter ? RTM_NEWTFILTER : RTM_NEWCHAIN,
            flags: 0,
            scope,
          })
        );
        printer.flushIfFull();
      }
    } catch (error) {
      if (!isKernelError(error)) throw error;
      printer.end();
      const text = isStalled(error) ? "" : await dumpRefusalText(error);
      throw new CommandError(1, false, `${text}Dump terminated\n`);
    }
    printer.end();
    return 0;
  });
}

/** Lists filters. */
export const show: Command = showing("filter");
/** Lists chains. */
export const showChains: Command = showing("chain");
