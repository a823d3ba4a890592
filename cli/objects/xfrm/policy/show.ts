/**
 * `ip xfrm policy list` and `deleteall`.
 *
 * @module
 */

import { invalidArgument } from "../../../parse/errors.ts";
import type { Form } from "../../../parse/form.ts";
import {
  type Arguments,
  type Grammar,
  parse,
  takes,
} from "../../../parse/grammar.ts";
import { u32 } from "../../../parse/numbers.ts";
import { beginsWith } from "../../../../api/mapping/prefixes.ts";
import type { Connection } from "../../../../api/connection/connection.ts";
import { anySelector } from "../../../../api/xfrm/selector.ts";
import type { Command, Context } from "../../../runtime/context.ts";
import { AF_UNSPEC, NETLINK_XFRM } from "../../../../messages/families.ts";
import { xfrmAttributes } from "../../../../messages/xfrm/attributes.ts";
import {
  XFRM_MSG_DELPOLICY,
  XFRM_MSG_GETPOLICY,
  XFRM_POLICY_MAX,
} from "../../../../messages/xfrm/constants.ts";
import {
  xfrmPolicyIdMessage,
  type XfrmPolicyMessage,
  xfrmPolicyMessage,
} from "../../../../messages/xfrm/messages.ts";
import { deleteRounds } from "../delete_all.ts";
import { formatPolicy } from "../format.ts";
import { networkOf, showAll } from "../list.ts";
import {
  SELECTOR,
  type SelectorArguments,
  takeSelector,
} from "../parse_selector.ts";
import { flagWord } from "../parse_values.ts";
import {
  ACTION,
  DIR,
  FLAGS,
  PTYPE,
  takeAction,
  takeDirection,
  takeIndex,
  takeType,
} from "./parse_policy.ts";

/** Which policies are meant. */
interface Selection {
  family: number;
  nosock: boolean;
  selector?: SelectorArguments;
  direction?: number;
  index?: number;
  type?: number;
  action?: number;
  priority?: number;
  flags?: number;
}

const FILTER: Grammar<Selection> = {
  dir: takes(DIR, (selection, { args }) => {
    selection.direction = takeDirection(args);
  }),
  index: takes("INDEX", (selection, { args }) => {
    selection.index = takeIndex(args);
  }),
  ptype: takes(PTYPE, (selection, { args }) => {
    selection.type = takeType(args);
  }),
  action: takes(ACTION, (selection, { args }) => {
    selection.action = takeAction(args);
  }),
  priority: takes("PRIORITY", (selection, { args }) => {
    selection.priority = args.read(u32, "PRIORITY value is invalid");
  }),
  flag: flagWord(FLAGS, (selection) => selection),
};

const NOSOCK: Grammar<Selection> = {
  nosock: (selection) => {
    selection.nosock = true;
  },
};

const KEYWORDS: Grammar<Selection> = { ...NOSOCK, ...FILTER };
const FORM: Form = [
  { options: NOSOCK },
  { maybe: SELECTOR },
  { options: FILTER },
];

async function select(args: Arguments, context: Context): Promise<Selection> {
  const selection: Selection = { family: context.family, nosock: false };
  await parse(KEYWORDS, selection, args, context, async (selection, step) => {
    if (selection.selector !== undefined) {
      throw invalidArgument("unknown", step.word);
    }
    step.args.back();
    selection.selector = await takeSelector(
      step.args,
      anySelector(),
      selection.family,
      context,
    );
    const { family } = selection.selector.selector;
    if (family !== AF_UNSPEC) selection.family = family;
  });
  return selection;
}

/** Whether a policy is meant. */
function matcher(
  selection: Selection,
): (policy: XfrmPolicyMessage) => boolean {
  const { family, nosock, direction, index, type, action, priority, flags } =
    selection;
  const fits = selectorMatcher(selection.selector);
  return (policy) =>
    (family === AF_UNSPEC || policy.selector.family === family) &&
    (direction === undefined || policy.direction === direction) &&
    !(nosock && policy.direction >= XFRM_POLICY_MAX) &&
    (type === undefined ||
      (policy.attributes.policyType?.type ?? 0) === type) &&
    fits(policy) &&
    (index === undefined || policy.index === index) &&
    (action === undefined || policy.action === action) &&
    (priority === undefined || policy.priority === priority) &&
    (flags === undefined || (policy.flags & flags) !== 0);
}

function selectorMatcher(
  filter: SelectorArguments | undefined,
): (policy: XfrmPolicyMessage) => boolean {
  if (filter === undefined) return () => true;
  const { selector: wanted, given } = filter;
  const source = networkOf(filter.source);
  const destination = networkOf(filter.destination);
  return ({ selector }) =>
    (source === undefined || beginsWith(source, selector.source)) &&
    (destination === undefined ||
      beginsWith(destination, selector.destination)) &&
    (!given.has("dev") || selector.index === wanted.index) &&
    (!given.has("proto") || selector.protocol === wanted.protocol) &&
    (!given.has("source port") || selector.sourcePort === wanted.sourcePort) &&
    (!given.has("destination port") ||
      selector.destinationPort === wanted.destinationPort);
}

function dump(connection: Connection): Promise<XfrmPolicyMessage[]> {
  return connection.dumpAll({
    type: XFRM_MSG_GETPOLICY,
    codec: xfrmAttributes,
    message: {},
    reply: xfrmPolicyMessage,
  });
}

/** Lists policies. */
export const show: Command = takes(FORM, async (args, context) => {
  const matches = matcher(await select(args, context));
  return await showAll(
    context,
    dump,
    matches,
    (policy) => formatPolicy(context, policy, policy.attributes),
  );
});

/** Deletes policies. */
export const removeAll: Command = takes(FORM, async (args, context) => {
  const matches = matcher(await select(args, context));
  using connection = await context.open(NETLINK_XFRM);
  await deleteRounds(context, async () => {
    const policies = await dump(connection);
    return policies.filter((policy) =>
      matches(policy) && policy.direction < XFRM_POLICY_MAX
    );
  }, async ({ selector, direction, index, attributes }) => {
    const { mark, interfaceId, policyType } = attributes;
    await connection.request({
      type: XFRM_MSG_DELPOLICY,
      codec: xfrmPolicyIdMessage,
      message: {
        selector,
        direction,
        index,
        attributes: {
          ...policyType && { policyType },
          ...mark && { mark },
          ...interfaceId !== undefined && { interfaceId },
        },
      },
    });
  }, "Failed to send delete-all request");
  return 0;
});
