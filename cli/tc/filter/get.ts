/**
 * `tc filter get` and `tc chain get`.
 *
 * @module
 */

import { NLM_F_ECHO } from "../../../messages/header.ts";
import {
  RTM_GETCHAIN,
  RTM_GETTFILTER,
  RTM_NEWCHAIN,
  RTM_NEWTFILTER,
} from "../../../messages/tc/constants.ts";
import { filterMessage } from "../../../messages/tc/filter.ts";
import { takes } from "../../parse/arguments.ts";
import { cutName } from "../../parse/device_name.ts";
import { fail, invalidArgument } from "../../parse/errors.ts";
import type { Command } from "../../runtime/context.ts";
import { isKind, KIND_NAMES, loadKind } from "./kinds.ts";
import { printFilter } from "./format_filter.ts";
import { messageOf, setPosition, talk } from "./request.ts";
import {
  FILTER_FORM,
  type FilterArguments,
  takeArguments,
} from "./parse_filter.ts";

function getting(object: "filter" | "chain"): Command {
  const isFilter = object === "filter";
  const form = [FILTER_FORM, {
    name: "FILTER_TYPE",
    means: `{ ${KIND_NAMES.join(" | ")} }`,
  }];
  return takes(isFilter ? form : FILTER_FORM, async (args, context) => {
    const spec: FilterArguments = { parent: 0, preference: 0 };
    takeArguments(spec, args, context, { object });
    let kind: string | undefined;
    if (args.left > 0) {
      const name = args.take();
      if (name === "") throw invalidArgument("invalid filter name", name);
      kind = cutName(name);
    }
    if (isFilter) {
      if (spec.protocol === undefined) {
        throw fail(255, "Must specify filter protocol");
      }
      if (spec.preference === 0) {
        throw fail(255, "Must specify filter priority");
      }
    }
    const message = messageOf(
      isFilter ? spec : {
        ...spec,
        preference: 0,
        protocol: 0,
      },
    );
    if (spec.parent === 0) throw fail(255, "Must specify filter parent");
    if (isFilter) {
      if (kind === undefined) throw fail(255, "Must specify filter type");
      message.attributes.kind = kind;
    }
    if (spec.device === undefined && spec.block === undefined) {
      throw fail(
        255,
        'Must specify netdevice "dev" or block index "block"',
      );
    }
    await setPosition(message, spec, context);
    if (isFilter) {
      const data = {};
      const { handle } = spec;
      const { parse } = await loadKind(kind!);
      if (await parse({ header: message, handle, data }, args, context)) {
        if (isKind(kind!)) Object.assign(message.attributes, { [kind]: data });
      }
      if (handle === undefined) {
        throw fail(255, 'Must specify filter "handle"');
      }
    }
    const left = args.peek();
    if (left !== undefined) {
      throw fail(
        255,
        `Garbage instead of arguments "${left} ...". Try "tc filter help".`,
      );
    }
    const [answer] = await talk(context, (kernel) =>
      kernel.request({
        type: isFilter ? RTM_GETTFILTER : RTM_GETCHAIN,
        flags: NLM_F_ECHO,
        codec: filterMessage,
        message,
      }));
    if (answer === undefined) return 0;
    const { printer } = context;
    const { index, parent } = message;
    const scope = spec.device === undefined ? { block: parent } : { index };
    printer.begin();
    await context.render(() =>
      printFilter(context, answer, {
        type: isFilter ? RTM_NEWTFILTER : RTM_NEWCHAIN,
        flags: 0,
        scope,
      })
    );
    printer.end();
    return 0;
  });
}

/** Shows a filter. */
export const get: Command = getting("filter");
/** Shows a chain. */
export const getChain: Command = getting("chain");
