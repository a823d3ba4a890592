/**
 * `ip xfrm policy add` and `update`.
 *
 * @module
 */

import {
  duplicateArgument,
  exit,
  invalidArgument,
} from "../../../parse/errors.ts";
import type { Argument, Form } from "../../../parse/form.ts";
import {
  type Arguments,
  type Grammar,
  parse,
  takes,
  type Word,
} from "../../../parse/grammar.ts";
import { u32 } from "../../../parse/numbers.ts";
import type { Command, Context } from "../../../runtime/context.ts";
import { answered } from "../../../runtime/generic.ts";
import { blankPolicy } from "../../../../api/xfrm/policy_spec.ts";
import { blankTemplate } from "../../../../api/xfrm/template.ts";
import {
  AF_INET,
  AF_UNSPEC,
  NETLINK_XFRM,
} from "../../../../messages/families.ts";
import {
  XFRM_MSG_NEWPOLICY,
  XFRM_MSG_UPDPOLICY,
  XFRM_OFFLOAD_PACKET,
} from "../../../../messages/xfrm/constants.ts";
import {
  type XfrmPolicyMessage,
  xfrmPolicyMessage,
} from "../../../../messages/xfrm/messages.ts";
import type { XfrmAttributes } from "../../../../messages/xfrm/attributes.ts";
import type { XfrmTemplate } from "../../../../messages/xfrm/policy.ts";
import { addressOfPrefix, familyOfId, ID, takeId } from "../parse_id.ts";
import { SELECTOR, takeSelector } from "../parse_selector.ts";
import {
  alternatives,
  flagWord,
  LIMIT_LIST,
  MARK,
  MODE,
  securityContextOf,
  takeLimit,
  takeMark,
  takeMode,
} from "../parse_values.ts";
import {
  ACTION,
  DIR,
  FLAGS,
  PTYPE,
  single,
  takeAction,
  takeDirection,
  takeIndex,
  takeType,
  typeOf,
} from "./parse_policy.ts";

/** A policy that is put together. */
interface PolicyArguments {
  readonly message: XfrmPolicyMessage;
  /** The family that addresses have to be of, or 0. */
  family: number;
  hasDirection: boolean;
  hasSelector: boolean;
  readonly templates: XfrmTemplate[];
  /** Attributes in the order in which `ip` sends them, whatever was given first. */
  readonly rest: XfrmAttributes;
}

/** Most templates: 1024 bytes of 64 each. */
const MOST_TEMPLATES = 16;

const LEVELS = { required: 0, use: 1 };
const TMPL: Argument = {
  name: "TMPL",
  means: [
    ID,
    { maybe: ["mode", MODE] },
    "[ reqid REQID ]",
    {
      maybe: [
        "level",
        { name: "LEVEL", means: alternatives(Object.keys(LEVELS)) },
      ],
    },
  ],
};

const template: Word<PolicyArguments> = (spec, { args }) => {
  if (spec.templates.length === MOST_TEMPLATES) {
    throw exit(1, "Too many tmpls: buffer overflow");
  }
  if (args.left === 0) args.take();
  spec.templates.push(takeTemplate(args, spec));
};

function takeTemplate(args: Arguments, spec: PolicyArguments): XfrmTemplate {
  const found: XfrmTemplate = { ...blankTemplate(), family: spec.family };
  let hasId = false;
  while (args.left > 0) {
    if (args.takeIf("mode")) found.mode = takeMode(args);
    else if (args.takeIf("reqid")) {
      found.requestId = args.read(u32, "REQID value is invalid");
    } else if (args.takeIf("level")) {
      found.optional = args.oneOf(LEVELS, "LEVEL value is invalid\n");
    } else if (!hasId) {
      hasId = true;
      const id = takeId(args, AF_UNSPEC);
      found.source = addressOfPrefix(id.source);
      found.id = {
        destination: addressOfPrefix(id.destination),
        spi: id.spi,
        protocol: id.protocol,
      };
      found.family = familyOfId(id) || found.family;
      spec.family = found.family;
    } else break;
  }
  return found;
}

const offload: Word<PolicyArguments> = async ({ rest }, { args, context }) => {
  const mode = args.take();
  if (mode !== "packet") throw invalidArgument("Invalid offload mode", mode);
  const dev = args.take();
  if (dev !== "dev") throw invalidArgument("Missing dev keyword", dev);
  const name = args.take();
  const index = await context.links.indexOf(name);
  if (index === 0) throw invalidArgument("Invalid device name", name);
  rest.offload = { index, flags: XFRM_OFFLOAD_PACKET };
};

/** What is no list. */
const SINGLE: Grammar<PolicyArguments> = {
  dir: single(DIR, (spec, { args }) => {
    spec.hasDirection = true;
    spec.message.direction = takeDirection(args);
  }),
  ctx: single("CTX", ({ rest }, { args }) => {
    rest.securityContext = securityContextOf(args.take());
  }),
  mark: takes(MARK, ({ rest }, { args }) => {
    rest.mark = takeMark(args);
  }),
  index: takes("INDEX", ({ message }, { args }) => {
    message.index = takeIndex(args);
  }),
  ptype: single(PTYPE, ({ rest }, { args }) => {
    rest.policyType = typeOf(takeType(args));
  }),
  action: takes(ACTION, ({ message }, { args }) => {
    message.action = takeAction(args);
  }),
  priority: takes("PRIORITY", ({ message }, { args }) => {
    message.priority = args.read(u32, "PRIORITY value is invalid");
  }),
  flag: flagWord(FLAGS, ({ message }) => message),
  if_id: takes("IF_ID", ({ rest }, { args }) => {
    rest.interfaceId = args.read(u32, "IF_ID value is invalid");
  }),
  offload: takes("packet dev DEV", offload),
};

const GRAMMAR: Grammar<PolicyArguments> = {
  ...SINGLE,
  limit: ({ message }, { args }) => takeLimit(args, message.lifetime),
  tmpl: template,
};

const FORM: Form = {
  anyOrder: [
    SELECTOR,
    { options: SINGLE },
    { maybe: LIMIT_LIST },
    { maybe: { name: "TMPL-LIST", means: ["[ TMPL-LIST ] tmpl", TMPL] } },
  ],
};

/** Adds a policy that is not there. */
export const add: Command = modify(XFRM_MSG_NEWPOLICY);
/** Adds a policy, or replaces one. */
export const update: Command = modify(XFRM_MSG_UPDPOLICY);

const selector: Word<PolicyArguments> = async (
  spec,
  { args, word, context },
) => {
  if (spec.hasSelector) throw duplicateArgument("unknown", word);
  spec.hasSelector = true;
  args.back();
  const { selector } = spec.message;
  await takeSelector(args, selector, spec.family, context);
  if (spec.family === AF_UNSPEC) spec.family = selector.family;
};

function modify(type: number): Command {
  return takes(FORM, async (args, context) => {
    const message = blankPolicy();
    message.selector.family = context.family;
    const spec: PolicyArguments = {
      message,
      family: context.family,
      hasDirection: false,
      hasSelector: false,
      templates: [],
      rest: {},
    };
    await parse(GRAMMAR, spec, args, context, selector);
    finish(spec);
    await send(context, type, message);
    return 0;
  });
}

function finish(
  { message, hasDirection, templates, rest }: PolicyArguments,
): void {
  if (!hasDirection) {
    throw exit(1, "Not enough information: DIR is required.");
  }
  const { policyType, mark, securityContext, interfaceId, offload } = rest;
  Object.assign(message.attributes, {
    ...policyType && { policyType },
    ...templates.length > 0 && { templates },
    ...mark !== undefined && mark.mask !== 0 && { mark },
    ...securityContext && { securityContext },
    ...interfaceId !== undefined && { interfaceId },
    ...offload && { offload },
  });
  if (message.selector.family === AF_UNSPEC) message.selector.family = AF_INET;
}

async function send(
  context: Context,
  type: number,
  message: XfrmPolicyMessage,
): Promise<void> {
  using connection = await context.open(NETLINK_XFRM);
  await answered(
    connection.request({ type, codec: xfrmPolicyMessage, message }),
  );
}
