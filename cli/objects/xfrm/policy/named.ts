/**
 * `ip xfrm policy get` and `delete`.
 *
 * @module
 */

import { exit, invalidArgument } from "../../../parse/errors.ts";
import type { Form } from "../../../parse/form.ts";
import {
  type Arguments,
  type Grammar,
  parse,
  takes,
} from "../../../parse/grammar.ts";
import { u32 } from "../../../parse/numbers.ts";
import type { Command, Context } from "../../../runtime/context.ts";
import { answered } from "../../../runtime/generic.ts";
import { anySelector } from "../../../../api/xfrm/selector.ts";
import {
  AF_INET,
  AF_UNSPEC,
  NETLINK_XFRM,
} from "../../../../messages/families.ts";
import type { XfrmMark } from "../../../../messages/xfrm/attribute_structs.ts";
import {
  XFRM_MSG_DELPOLICY,
  XFRM_MSG_GETPOLICY,
} from "../../../../messages/xfrm/constants.ts";
import {
  type XfrmPolicyIdMessage,
  xfrmPolicyIdMessage,
  xfrmPolicyMessage,
} from "../../../../messages/xfrm/messages.ts";
import { formatPolicy, showRecord } from "../format.ts";
import { SELECTOR, takeSelector } from "../parse_selector.ts";
import { MARK, securityContextOf, takeMark } from "../parse_values.ts";
import {
  DIR,
  PTYPE,
  single,
  takeDirection,
  takeIndex,
  takeType,
  typeOf,
} from "./parse_policy.ts";

interface Named {
  readonly message: XfrmPolicyIdMessage;
  direction: boolean;
  selector: boolean;
  index: boolean;
  mark: XfrmMark;
}

const INDEX: Grammar<Named> = {
  index: single("INDEX", (named, { args }) => {
    named.index = true;
    named.message.index = takeIndex(args);
  }),
};

const GRAMMAR: Grammar<Named> = {
  dir: single(DIR, (named, { args }) => {
    named.direction = true;
    named.message.direction = takeDirection(args);
  }),
  ctx: single("CTX", ({ message }, { args }) => {
    message.attributes.securityContext = securityContextOf(args.take());
  }),
  mark: takes(MARK, (named, { args }) => {
    named.mark = takeMark(args);
  }),
  ptype: single(PTYPE, ({ message }, { args }) => {
    message.attributes.policyType = typeOf(takeType(args));
  }),
  if_id: takes("IF_ID", ({ message }, { args }) => {
    message.attributes.interfaceId = args.read(u32, "IF_ID value is invalid");
  }),
};

const KEYWORDS: Grammar<Named> = { ...GRAMMAR, ...INDEX };
const FORM: Form = [
  { maybe: SELECTOR },
  { options: INDEX },
  { options: GRAMMAR },
];

async function nameOne(
  args: Arguments,
  context: Context,
): Promise<XfrmPolicyIdMessage> {
  const named: Named = {
    message: {
      selector: anySelector(),
      index: 0,
      direction: 0,
      attributes: {},
    },
    direction: false,
    selector: false,
    index: false,
    mark: { value: 0, mask: 0 },
  };
  const { message } = named;
  let { family } = context;
  await parse(KEYWORDS, named, args, context, async (named, { args, word }) => {
    if (named.selector) throw invalidArgument("unknown", word);
    named.selector = true;
    args.back();
    await takeSelector(args, message.selector, family, context);
    if (family === AF_UNSPEC) family = message.selector.family;
  });
  check(named);
  if (message.selector.family === AF_UNSPEC) message.selector.family = AF_INET;
  const { mark } = named;
  if ((mark.mask & mark.value) !== 0) message.attributes.mark = mark;
  return message;
}

function check({ direction, selector, index }: Named): void {
  if (!direction) throw exit(1, "Not enough information: DIR is required.");
  if (!selector && !index) {
    throw exit(
      1,
      "Not enough information: either SELECTOR or INDEX is required.",
    );
  }
  if (selector && index) {
    throw exit(
      255,
      'Error: either "SELECTOR" is duplicate, or "INDEX" is garbage.',
    );
  }
}

/** Shows a policy. */
export const get: Command = takes(FORM, async (args, context) => {
  const message = await nameOne(args, context);
  using connection = await context.open(NETLINK_XFRM);
  const policy = await answered(
    connection.get({
      type: XFRM_MSG_GETPOLICY,
      codec: xfrmPolicyIdMessage,
      message,
      reply: xfrmPolicyMessage,
    }),
  );
  await showRecord(
    context,
    () => formatPolicy(context, policy, policy.attributes),
  );
  return 0;
});

/** Deletes a policy. */
export const remove: Command = takes(FORM, async (args, context) => {
  const message = await nameOne(args, context);
  using connection = await context.open(NETLINK_XFRM);
  await answered(
    connection.request({
      type: XFRM_MSG_DELPOLICY,
      codec: xfrmPolicyIdMessage,
      message,
    }),
  );
  return 0;
});
