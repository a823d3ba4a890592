/**
 * `tc filter add`, `change`, `replace` and `delete`, and the same of chains.
 *
 * @module
 */

import { ETH_P_ALL } from "../../../messages/link/constants_hardware.ts";
import {
  NLM_F_CREATE,
  NLM_F_ECHO,
  NLM_F_EXCL,
} from "../../../messages/header.ts";
import {
  RTM_DELCHAIN,
  RTM_DELTFILTER,
  RTM_NEWCHAIN,
  RTM_NEWTFILTER,
} from "../../../messages/tc/constants.ts";
import { filterMessage } from "../../../messages/tc/filter.ts";
import type { TcEstimator } from "../../../messages/tc/stats.ts";
import { type Arguments, fits, takes } from "../../parse/arguments.ts";
import { cutName } from "../../parse/device_name.ts";
import { fail } from "../../parse/errors.ts";
import type { Form } from "../../parse/form.ts";
import type { Command, Context } from "../../runtime/context.ts";
import { ESTIMATOR, takeEstimator } from "../parse_estimator.ts";
import { isKind, KIND_NAMES, loadKind } from "./kinds.ts";
import { printFilter } from "./format_filter.ts";
import { messageOf, setPosition, talk } from "./request.ts";
import {
  FILTER_FORM,
  type FilterArguments,
  takeArguments,
} from "./parse_filter.ts";

/** What may follow each verb. */
const FORM: Form = [
  FILTER_FORM,
  { maybe: ["estimator", ESTIMATOR] },
  {
    maybe: {
      name: "FILTER_TYPE",
      cases: Object.fromEntries(
        KIND_NAMES.map((name) => [
          name,
          async () => (await loadKind(name)).form,
        ]),
      ),
      brief: true,
    },
  },
];

/** Takes arguments, among which there may be an estimator, up to the kind. */
function takeAll(
  args: Arguments,
  context: Context,
  object: "filter" | "chain",
): { spec: FilterArguments; estimator: TcEstimator | undefined } {
  const spec: FilterArguments = { parent: 0, preference: 0 };
  let estimator: TcEstimator | undefined;
  for (;;) {
    takeArguments(spec, args, context, { object });
    const word = args.peek();
    if (word === undefined || !fits(word, "estimator*")) break;
    args.take();
    estimator = takeEstimator(args, estimator);
  }
  return { spec, estimator };
}

function modify(
  object: "filter" | "chain",
  type: number,
  verbFlags: number,
): Command {
  return takes(FORM, async (args, context) => {
    const { spec, estimator } = takeAll(args, context, object);
    const creates = type === RTM_NEWTFILTER &&
      (verbFlags & NLM_F_CREATE) !== 0;
    const message = messageOf(spec, creates ? ETH_P_ALL : 0);
    const { attributes } = message;
    const kind = args.left > 0 ? cutName(args.take()) : undefined;
    // A name that is empty is not sent, but what follows is its kind's.
    if (kind) attributes.kind = kind;
    await setPosition(message, spec, context);
    if (kind !== undefined) {
      const { parse } = await loadKind(kind);
      const data = {};
      const { handle } = spec;
      if (await parse({ header: message, handle, data }, args, context)) {
        Object.assign(attributes, isKind(kind) ? { [kind]: data } : {});
      }
    } else if (spec.handle !== undefined) {
      throw fail(255, 'Must specify filter type when using "handle"');
    }
    if (estimator !== undefined) attributes.rate = estimator;
    const { echo } = context.options;
    const flags = echo ? verbFlags | NLM_F_ECHO : verbFlags;
    const answers = await talk(context, (kernel) =>
      kernel.request({
        type,
        flags,
        codec: filterMessage,
        message,
      }));
    if (!echo) return 0;
    const { printer } = context;
    printer.begin();
    await context.renderAll(
      answers,
      (answer) => printFilter(context, answer, { type, flags }),
    );
    printer.end();
    return 0;
  });
}

const ADD = NLM_F_CREATE | NLM_F_EXCL;

/** Adds a filter. */
export const add: Command = modify("filter", RTM_NEWTFILTER, ADD);

/** Changes a filter that is there. */
export const change: Command = modify("filter", RTM_NEWTFILTER, 0);

/** Adds a filter, or changes it if it is there. */
export const replace: Command = modify("filter", RTM_NEWTFILTER, NLM_F_CREATE);

/** Deletes filters. */
export const remove: Command = modify("filter", RTM_DELTFILTER, 0);

/** Adds a chain. */
export const addChain: Command = modify("chain", RTM_NEWCHAIN, ADD);

/** Deletes a chain and its filters. */
export const removeChain: Command = modify("chain", RTM_DELCHAIN, 0);
