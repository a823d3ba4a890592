/**
 * `ip nexthop add` and everything else that changes a next hop.
 *
 * @module
 */

import type { Cases, Form } from "../../parse/form.ts";
import { setAddress } from "../../parse/address_attribute.ts";
import type { Command, Context } from "../../runtime/context.ts";
import { invalidArgument, usage } from "../../parse/errors.ts";
import {
  type Arguments,
  endHere,
  type Grammar,
  named,
  number,
  parse,
  takes,
  type Word,
} from "../../parse/grammar.ts";
import { takeOnOff } from "../../parse/choices.ts";
import { unsigned } from "../../parse/numbers.ts";
import { addressOf } from "../../parse/prefixes.ts";
import { ENCAPSULATION, takeEncapsulation } from "../route/encap/kinds.ts";
import { readFamily } from "../route/read_family.ts";
import { RTNH_F_ONLINK, USER_HZ } from "../../../messages/constants.ts";
import { AF_INET, AF_UNSPEC } from "../../../messages/families.ts";
import {
  NLM_F_CREATE,
  NLM_F_ECHO,
  NLM_F_EXCL,
  NLM_F_REPLACE,
} from "../../../messages/header.ts";
import {
  NEXTHOP_GROUP_TYPES,
  NEXTHOP_GRP_TYPE_RES,
  RTM_DELNEXTHOP,
  RTM_NEWNEXTHOP,
} from "../../../messages/nexthop/constants.ts";
import {
  nexthopAttributes,
  type NexthopGroupMember,
  type NexthopMessage,
  nexthopMessage,
  type NexthopResilientGroup,
} from "../../../messages/nexthop/nexthop.ts";
import { deviceOf, idOf, unknownArgument } from "./parse_nexthop.ts";
import { blank } from "../../../messages/codec/mod.ts";

type Take = Word<NexthopMessage>;

const dev: Take = async (message, { args, context }) => {
  message.attributes.outputDevice = await deviceOf(args.take(), context);
  if (message.family === AF_UNSPEC) message.family = AF_INET;
};

const via: Take = (message, { args }) => {
  let arg = args.take();
  const given = readFamily(arg);
  if (given !== AF_UNSPEC) arg = args.take();
  const gateway = addressOf(
    arg,
    given === AF_UNSPEC ? message.family : given,
  );
  const { family } = gateway;
  if (message.family === AF_UNSPEC) message.family = family;
  else if (message.family !== family) {
    throw invalidArgument("address family mismatch\n", arg);
  }
  setAddress(nexthopAttributes, message.attributes, "gateway", gateway);
};

const encap: Take = async ({ attributes }, { args, context }) => {
  Object.assign(attributes, await takeEncapsulation(args, context));
};

const group: Take = ({ attributes }, { args }) => {
  const arg = args.take();
  const members = membersOf(arg);
  if (members === undefined) {
    throw invalidArgument('"group" value is invalid\n', arg.split(/[/,]/)[0]!);
  }
  attributes.group = members;
};

/** The largest weight of a member; Linux 6.12 and newer take it. */
const MOST_WEIGHT = 65536;

function membersOf(arg: string): NexthopGroupMember[] | undefined {
  if (arg === "") return undefined;
  const members: NexthopGroupMember[] = [];
  for (const part of arg.split("/")) {
    const comma = part.indexOf(",");
    const id = unsigned(comma < 0 ? part : part.slice(0, comma), 32);
    if (id === undefined) return undefined;
    const less = comma < 0 ? 0 : weightOf(part.slice(comma + 1)) - 1;
    members.push({
      id,
      weight: less & 0xff,
      weightHigh: less >> 8,
      reserved: 0,
    });
  }
  return members;
}

function weightOf(arg: string): number {
  const weight = unsigned(arg, 32);
  if (weight === undefined || weight === 0 || weight > MOST_WEIGHT) {
    throw invalidArgument('"weight" is invalid\n', arg);
  }
  return weight;
}

const type: Take = async ({ attributes }, { args, context }) => {
  const type = args.oneOf(NEXTHOP_GROUP_TYPES, '"type" value is invalid\n');
  attributes.groupType = type;
  if (type === NEXTHOP_GRP_TYPE_RES && args.left > 0) {
    attributes.resilientGroup = await takeResilient(args, context);
  }
};

const RESILIENT: Grammar<NexthopResilientGroup> = {
  "buckets": number("buckets", 16, "invalid buckets value"),
  "idle_timer": takes("IDLE", (group, { args }) => {
    group.idleTimer = ticksOf(args.take(), "idle");
  }),
  "unbalanced_timer": takes("UNBALANCED", (group, { args }) => {
    group.unbalancedTimer = ticksOf(args.take(), "unbalanced");
  }),
};

async function takeResilient(
  args: Arguments,
  context: Context,
): Promise<NexthopResilientGroup> {
  const group: NexthopResilientGroup = {};
  await parse(RESILIENT, group, args, context, endHere);
  return group;
}

function ticksOf(arg: string, name: string): number {
  const seconds = unsigned(arg, 32);
  if (
    seconds === undefined || seconds >= Math.trunc(0xffffffff / USER_HZ)
  ) {
    throw invalidArgument(`invalid ${name} timer value`, arg);
  }
  return seconds * USER_HZ;
}

const TYPE: Cases = {
  name: "TYPE",
  rest: "[ TYPE_ARGS ]",
  cases: {
    mpath: [],
    resilient: { name: "RESILIENT_ARGS", means: { options: RESILIENT } },
  },
};

const ID: Grammar<NexthopMessage> = {
  "id": takes("ID", ({ attributes }, { args }) => {
    attributes.id = idOf(args.take());
  }),
};

const NEXTHOP: Grammar<NexthopMessage> = {
  "dev": takes("DEV", dev),
  "via": takes("[ inet | inet6 | mpls | bridge | link ] ADDRESS", via),
  "encap": takes(ENCAPSULATION, encap),
  "blackhole": (message) => {
    message.attributes.blackhole = true;
    if (message.family === AF_UNSPEC) message.family = AF_INET;
  },
  "fdb": ({ attributes }) => {
    attributes.fdb = true;
  },
  "onlink": (message) => {
    message.flags |= RTNH_F_ONLINK;
  },
  "group": takes({ name: "GROUP", means: "<id[,weight]>/..." }, group),
  "type": takes(TYPE, type),
  "hw_stats": takes("{ on | off }", ({ attributes }, { args }) => {
    attributes.hardwareStatsEnable = takeOnOff(args, "hw_stats") ? 1 : 0;
  }),
  "dst_port": takes(
    "PORT",
    number(
      ({ attributes }, port) => {
        attributes.destinationPort = port;
      },
      16,
    ),
  ),
};

const PROTOCOL: Grammar<NexthopMessage> = {
  "protocol*": named("protocols", { name: "ID" }, (message, protocol) => {
    message.protocol = protocol;
  }),
};

/** What may follow `add`, `replace` and `delete`. */
const FORM: Form = {
  anyOrder: [
    { options: ID },
    { name: "NH", means: { options: NEXTHOP } },
    { options: PROTOCOL },
  ],
};

const KEYWORDS: Grammar<NexthopMessage> = {
  ...ID,
  ...NEXTHOP,
  ...PROTOCOL,
  "help": () => {
    throw usage("nexthop");
  },
};

/** Adds a next hop that is not there. */
export const add: Command = modify(RTM_NEWNEXTHOP, NLM_F_CREATE | NLM_F_EXCL);
/** Adds a next hop, or changes the one that is there. */
export const replace: Command = modify(
  RTM_NEWNEXTHOP,
  NLM_F_CREATE | NLM_F_REPLACE,
);
/** Deletes a next hop. */
export const remove: Command = modify(RTM_DELNEXTHOP, 0);

function modify(type: number, flags: number): Command {
  return takes(FORM, async (args, context) => {
    const { family, echo } = context.options;
    const message: NexthopMessage = blank(nexthopMessage, {
      family,
    });
    await parse(KEYWORDS, message, args, context, unknownArgument);
    const [answer] = await context.talk((kernel) =>
      kernel.request({
        type,
        flags: echo ? flags | NLM_F_ECHO : flags,
        codec: nexthopMessage,
        message,
      })
    );
    if (echo) await show(context, type, answer);
    return 0;
  });
}

/** The acknowledgement, which is all that comes if nothing has changed. */
const NO_ECHO = "Not a nexthop: 00000024 00000002 00000100\n";

async function show(
  context: Context,
  type: number,
  message: NexthopMessage | undefined,
): Promise<void> {
  const { formatNexthop } = await import("./format.ts");
  const { printer } = context;
  printer.begin();
  printer.openObject(null);
  if (message === undefined) context.io.err(NO_ECHO);
  else {
    await context.render(() =>
      formatNexthop(context, message, type === RTM_DELNEXTHOP)
    );
  }
  printer.closeObject();
  printer.end();
}
