/**
 * `ip route get`.
 *
 * @module
 */

import type { Command, Context } from "../../runtime/context.ts";
import { fail, invalidArgument, usage } from "../../parse/errors.ts";
import {
  type Grammar,
  named,
  number,
  parse,
  takes,
  type Word,
} from "../../parse/grammar.ts";
import { prefixOf } from "../../parse/prefixes.ts";
import {
  AF_INET,
  AF_INET6,
  AF_MPLS,
  AF_UNSPEC,
} from "../../../messages/families.ts";
import {
  RTM_F_FIB_MATCH,
  RTM_F_LOOKUP_TABLE,
  RTM_F_NOTIFY,
  RTM_GETROUTE,
} from "../../../messages/route/constants.ts";
import {
  type RouteMessage,
  routeMessage,
} from "../../../messages/route/route.ts";
import { anyRoute } from "./filter.ts";
import { formatRoute } from "./format.ts";
import type { Form } from "../../parse/form.ts";
import { newLabels, unitsOf } from "./parse_address.ts";
import { deviceOf } from "./parse_filter.ts";
import { blank } from "../../../messages/codec/mod.ts";

/** A question that is being put together. */
interface Question {
  message: RouteMessage;
  inputDevice?: string;
  outputDevice?: string;
  mark: number;
  hasAddress?: boolean;
  hasSource?: boolean;
  connected?: boolean;
  match?: boolean;
}

type Take = Word<Question>;

const from: Take = (question, { args }) => {
  const arg = args.take();
  if (isHelp(arg)) throw usage("route");
  const { message } = question;
  question.hasSource = true;
  const prefix = prefixOf(arg, message.family);
  if (message.family === AF_UNSPEC) message.family = prefix.family;
  if (prefix.bytes.length > 0) message.attributes.source = prefix.address;
  message.sourceLength = prefix.length;
};

const vrf: Take = async (question, { args, context }) => {
  const { isVrf } = await import("./vrf.ts");
  const name = args.take();
  if (!await isVrf(name, context)) throw invalidArgument("Invalid VRF\n", name);
  question.outputDevice = name;
};

const ipProtocol: Take = async (
  { message: { attributes } },
  { args, context },
) => {
  const arg = args.take();
  const { ipProtocolOf } = await import("../../names/ip_protocols.ts");
  const protocol = ipProtocolOf(arg, context.io);
  if (protocol === undefined) {
    throw invalidArgument('Invalid "ipproto" value\n', arg);
  }
  attributes.ipProtocol = protocol;
};

const destination: Take = (question, { args, word, context }) => {
  const text = word === "to" ? args.take() : word;
  if (isHelp(text)) throw usage("route");
  const { message } = question;
  const prefix = prefixOf(text, message.family);
  if (message.family === AF_UNSPEC) message.family = prefix.family;
  const { family } = message;
  if (prefix.bytes.length > 0) {
    if (family === AF_MPLS) {
      message.attributes.destinationLabels = unitsOf(prefix);
    } else message.attributes.destination = prefix.address;
  }
  const bits = family === AF_INET ? 32 : family === AF_INET6 ? 128 : undefined;
  if (bits !== undefined && prefix.length !== bits) {
    context.io.err(
      `Warning: /${prefix.length} as prefix is invalid, only /${bits} (or none) is supported.\n`,
    );
  }
  message.destinationLength = bits ?? prefix.length;
  question.hasAddress = true;
};

function isHelp(arg: string): boolean {
  return arg !== "" && "help".startsWith(arg);
}

const FLAGS: Grammar<Question> = {
  "connected*": (question) => {
    question.connected = true;
  },
  "fibmatch*": (question) => {
    question.match = true;
  },
  "notify*": ({ message }) => {
    message.flags |= RTM_F_NOTIFY;
  },
};

/** A number that is sent as it is. */
function attribute(
  name: "uid" | "sourcePort" | "destinationPort" | "flowLabel",
  bits: 16 | 32,
  problem: string,
): Take {
  return number(
    ({ message }, value) => void (message.attributes[name] = value),
    bits,
    problem,
  );
}

const OPTIONS: Grammar<Question> = {
  "tos dsfield*": named("dsFields", { name: "TOS" }, ({ message }, tos) => {
    message.tos = tos;
  }, "TOS value is invalid\n"),
  "from*": takes("ADDRESS", from),
  "iif*": takes("STRING:device", (question, { args }) => {
    question.inputDevice = args.take();
  }),
  "mark*": takes("NUMBER", number("mark", 32, "invalid mark value")),
  "oif* dev": takes("STRING:device", (question, { args }) => {
    question.outputDevice = args.take();
  }),
  "vrf*": takes("NAME:device", vrf),
  "uid*": takes("NUMBER", attribute("uid", 32, "invalid UID\n")),
  "as": newLabels,
  "sport*": takes("NUMBER", attribute("sourcePort", 16, "invalid sport\n")),
  "dport*": takes(
    "NUMBER",
    attribute("destinationPort", 16, "invalid dport\n"),
  ),
  "ipproto*": takes("PROTOCOL", ipProtocol),
  "flowlabel": takes(
    "FLOWLABEL",
    attribute("flowLabel", 32, "invalid flowlabel"),
  ),
};

const KEYWORDS: Grammar<Question> = { ...OPTIONS, ...FLAGS };

const FORM: Form = {
  anyOrder: [
    {
      maybe: {
        name: "ROUTE_GET_FLAGS",
        means: { many: { name: "ROUTE_GET_FLAG", means: { oneOf: FLAGS } } },
      },
    },
    "[ to ] ADDRESS",
    { options: OPTIONS },
  ],
};

/** Asks which way packets go. */
export const get: Command = takes(FORM, async (args, context) => {
  const question: Question = {
    mark: 0,
    message: blank(routeMessage, {
      family: context.options.family,
    }),
  };
  await parse(KEYWORDS, question, args, context, destination);
  if (!question.hasAddress) {
    throw fail(1, "need at least a destination address");
  }
  await complete(question, context);
  const { printer } = context;
  const answer = await ask(context, question.message);
  printer.begin();
  await show(context, answer);
  if (question.connected && !question.hasSource) {
    await connect(context, question, answer);
  }
  printer.end();
  return 0;
});

async function complete(question: Question, context: Context): Promise<void> {
  const { message, inputDevice, outputDevice, mark, match } = question;
  const { attributes } = message;
  if (inputDevice !== undefined) {
    attributes.inputDevice = await deviceOf(inputDevice, context);
  }
  if (outputDevice !== undefined) {
    attributes.outputDevice = await deviceOf(outputDevice, context);
  }
  if (mark !== 0) attributes.mark = mark;
  if (message.family === AF_UNSPEC) message.family = AF_INET;
  if (message.family === AF_INET) message.flags |= RTM_F_LOOKUP_TABLE;
  if (match) message.flags |= RTM_F_FIB_MATCH;
}

function ask(context: Context, message: RouteMessage): Promise<RouteMessage> {
  return context.talk((kernel) =>
    kernel.get({ type: RTM_GETROUTE, codec: routeMessage, message })
  );
}

async function show(context: Context, answer: RouteMessage): Promise<void> {
  const { family } = context.options;
  if (family !== 0 && answer.family !== family) return;
  await context.render(() => formatRoute(context, answer, anyRoute()));
}

/** Shows the route once more, and that as text, as it is for a connected socket. */
async function connect(
  context: Context,
  question: Question,
  { attributes }: RouteMessage,
): Promise<void> {
  const { printer } = context;
  if (
    attributes.preferredSource === undefined && attributes.source === undefined
  ) throw fail(1, "Failed to connect the route");
  printer.end();
  await show(context, await ask(context, question.message));
}
