/**
 * `ip xfrm policy get` and `delete`.
 *
 * @module
 */

import { exit, invalidArgument } from "../../../parse/errors.ts";
import type { Form } from "../../../parse/form.ts";
import {
  type Grammar,
  parse,
  takes,
  type Words,
} from "../../../parse/grammar.ts";
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
import {
  MARK,
  securityContextOf,
  takeMark,
  takeNumber,
} from "../parse_values.ts";
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
  index: single("INDEX", (named, { words }) => {
    named.index = true;
    named.message.index = takeIndex(words);
  }),
};

const GRAMMAR: Grammar<Named> = {
  dir: single(DIR, (named, { words }) => {
    named.direction = true;
    named.message.direction = takeDirection(words);
  }),
  ctx: single("CTX", ({ message }, { words }) => {
    message.attributes.securityContext = securityContextOf(words.take());
  }),
  mark: takes(MARK, (named, { words }) => {
    named.mark = takeMark(words);
  }),
  ptype: single(PTYPE, ({ message }, { words }) => {
    message.attributes.policyType = typeOf(takeType(words));
  }),
  if_id: takes("IF_ID", ({ message }, { words }) => {
    message.attributes.interfaceId = takeNumber(
      words,
      "IF_ID value is invalid",
    );
  }),
};

const WORDS: Grammar<Named> = { ...GRAMMAR, ...INDEX };
const FORM: Form = [
  { maybe: SELECTOR },
  { options: INDEX },
  { options: GRAMMAR },
];

async function nameOne(
  words: Words,
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
  await parse(WORDS, named, words, context, async (named, { words, word }) => {
    if (named.selector) throw invalidArgument("unknown", word);
    named.selector = true;
    words.back();
    await takeSelector(words, message.selector, family, context);
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
export const get: Command = takes(FORM, async (words, context) => {
  const message = await nameOne(words, context);
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
export const remove: Command = takes(FORM, async (words, context) => {
  const message = await nameOne(words, context);
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
