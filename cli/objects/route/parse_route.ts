/**
 * The keywords that describe a route.
 *
 * @module
 */

import { valueOf } from "../../../messages/value_names.ts";
import { setAddress } from "../../parse/address_attribute.ts";
import type { Context } from "../../runtime/context.ts";
import {
  duplicateOrGarbage,
  invalidArgument,
  usage,
} from "../../parse/errors.ts";
import {
  Arguments,
  type Grammar,
  named,
  number,
  parse,
  takes,
  type Word,
} from "../../parse/grammar.ts";
import { ROUTE_TYPE, routeTypeOf } from "../../names/route_type.ts";
import { unsigned } from "../../parse/numbers.ts";
import { prefixOf } from "../../parse/prefixes.ts";
import {
  RT_SCOPE_HOST,
  RT_SCOPE_LINK,
  RT_SCOPE_NOWHERE,
  RT_SCOPE_UNIVERSE,
  RT_TABLE_LOCAL,
  RT_TABLE_MAIN,
  RTN_ANYCAST,
  RTN_BROADCAST,
  RTN_LOCAL,
  RTN_MULTICAST,
  RTN_NAT,
  RTN_UNICAST,
  RTN_UNSPEC,
  RTNH_F_ONLINK,
  RTPROT_BOOT,
} from "../../../messages/constants.ts";
import {
  AF_INET,
  AF_INET6,
  AF_MPLS,
  AF_UNSPEC,
} from "../../../messages/families.ts";
import { ROUTER_PREFERENCES } from "../../../messages/route/constants.ts";
import {
  routeAttributes,
  type RouteMessage,
  routeMessage,
} from "../../../messages/route/route.ts";
import type { Argument } from "../../parse/form.ts";
import { ENCAPSULATION, takeEncapsulation } from "./encap/kinds.ts";
import {
  newLabels,
  takeAddress,
  takeGateway,
  unitsOf,
} from "./parse_address.ts";
import { deviceOf } from "./parse_filter.ts";
import {
  LAST_METRIC,
  METRIC_KEYWORDS,
  type WithMetrics,
} from "./parse_metrics.ts";
import {
  GATEWAY,
  NEXT_HOP,
  takeNextHops,
  takeRealms,
} from "./parse_next_hop.ts";
import { blank } from "../../../messages/codec/mod.ts";

/** A route that is being put together. */
interface Draft extends WithMetrics {
  message: RouteMessage;
  device?: string;
  hasGateway?: boolean;
  hasDestination?: boolean;
  hasScope?: boolean;
  hasTable?: boolean;
  hasType?: boolean;
  nextHops?: string[];
}

type Take = Word<Draft>;

const via: Take = (draft, { args, word }) => {
  if (draft.hasGateway) {
    throw invalidArgument("use nexthop syntax to specify multiple via\n", word);
  }
  draft.hasGateway = true;
  takeGateway(args, draft.message, draft.message.attributes);
};

const from: Take = ({ message }, { args }) => {
  const prefix = prefixOf(args.take(), message.family);
  if (message.family === AF_UNSPEC) message.family = prefix.family;
  if (prefix.bytes.length > 0) message.attributes.source = prefix.address;
  message.sourceLength = prefix.length;
};

const vrf: Take = async (draft, { args, context }) => {
  const { vrfTable } = await import("./vrf.ts");
  setTable(draft, await vrfTable(args.take(), context));
};

function setTable(draft: Draft, table: number): void {
  draft.hasTable = true;
  const { message } = draft;
  message.table = table < 256 ? table : 0;
  if (table >= 256) message.attributes.table = table;
}

const preference: Take = ({ message: { attributes } }, { args }) => {
  const arg = args.take();
  const value = valueOf(ROUTER_PREFERENCES, arg) ?? unsigned(arg, 8);
  if (value === undefined) {
    throw invalidArgument('"pref" value is invalid\n', arg);
  }
  attributes.preference = value;
};

const encap: Take = async ({ message: { attributes } }, { args, context }) => {
  Object.assign(attributes, await takeEncapsulation(args, context));
};

const ttlPropagate: Take = ({ message: { attributes } }, { args }) => {
  if (args.takeIf("enabled*")) attributes.ttlPropagate = 1;
  else if (args.takeIf("disabled*")) attributes.ttlPropagate = 0;
  else {
    throw invalidArgument('"ttl-propagate" value is invalid\n', args.take());
  }
};

const destination: Take = (draft, step) => {
  const { args } = step;
  const { message } = draft;
  let arg = step.word === "to" ? args.take() : step.word;
  const type = /^\d/.test(arg) ? undefined : routeTypeOf(arg);
  if (type !== undefined) {
    arg = args.take();
    message.type = type;
    draft.hasType = true;
  }
  if (arg !== "" && "help".startsWith(arg)) throw usage("route");
  if (draft.hasDestination) throw duplicateOrGarbage("to", arg);
  const prefix = prefixOf(arg, message.family);
  if (message.family === AF_UNSPEC) message.family = prefix.family;
  message.destinationLength = prefix.length;
  draft.hasDestination = true;
  if (prefix.bytes.length === 0) return;
  if (message.family === AF_MPLS) {
    message.attributes.destinationLabels = unitsOf(prefix);
  } else message.attributes.destination = prefix.address;
};

const TABLE: Argument = {
  name: "TABLE",
  means: "{ local | main | default | NUMBER }",
};
const SCOPE: Argument = {
  name: "SCOPE",
  means: "{ host | link | global | NUMBER }",
};
const RTPROTO: Argument = {
  name: "RTPROTO",
  means: "{ kernel | boot | static | NUMBER }",
};
const PREF: Argument = {
  name: "PREF",
  means: `{ ${Object.keys(ROUTER_PREFERENCES).join(" | ")} }`,
};

const NODE: Grammar<Draft> = {
  "tos dsfield*": named("dsFields", { name: "TOS" }, ({ message }, tos) => {
    message.tos = tos;
  }),
  "metric* priority* preference": takes(
    "METRIC",
    number(({ message }, metric) => {
      message.attributes.priority = metric;
    }, 32),
  ),
  "scope": named("scopes", SCOPE, (draft, scope) => {
    draft.message.scope = scope;
    draft.hasScope = true;
  }, 'invalid "scope" value\n'),
  "protocol*": named("protocols", RTPROTO, ({ message }, protocol) => {
    message.protocol = protocol;
  }),
  "table*": named("tables", TABLE, setTable),
  "vrf*": takes("NAME:device", vrf),
  "ttl-propagate": takes("{ enabled | disabled }", ttlPropagate),
};

const DIRECT: Grammar<Draft> = {
  "encap": takes(ENCAPSULATION, encap),
  "via": takes(GATEWAY, via),
  "dev oif": takes("STRING:device", (draft, { args }) => {
    draft.device = args.take();
  }),
};

const FLAGS: Grammar<Draft> = {
  "onlink": ({ message }) => {
    message.flags |= RTNH_F_ONLINK;
  },
};

const NEXT_HOPS: Grammar<Draft> = {
  "nhid": takes(
    "ID",
    number(
      ({ message }, id) => {
        message.attributes.nexthopId = id;
      },
      32,
      '"id" value is invalid\n',
    ),
  ),
  "nexthop": takes(
    { many: [NEXT_HOP, "[ nexthop ]"] },
    (draft, { args }) => {
      args.back();
      draft.nextHops = args.rest();
    },
  ),
};

const OPTIONS: Grammar<Draft> = {
  "src": takes("ADDRESS", ({ message }, { args }) => {
    const source = takeAddress(args, message);
    const { attributes } = message;
    setAddress(routeAttributes, attributes, "preferredSource", source);
  }),
  "as": newLabels,
  "from": takes("PREFIX", from),
  "expires": takes(
    "TIME",
    number(({ message }, seconds) => {
      message.attributes.expires = BigInt(seconds);
    }, 32),
  ),
  ...METRIC_KEYWORDS,
  "realms*": takes(
    "REALM",
    ({ message: { attributes } }, { args, context }) => {
      attributes.flow = takeRealms(args, context);
    },
  ),
  "pref*": takes(PREF, preference),
  ...LAST_METRIC,
};

/** The keywords. */
const KEYWORDS: Grammar<Draft> = {
  ...NODE,
  ...DIRECT,
  ...FLAGS,
  ...NEXT_HOPS,
  ...OPTIONS,
};

/** What may follow `add`, `delete` and the like. */
export const ROUTE: Argument = {
  name: "ROUTE",
  means: {
    anyOrder: [
      {
        name: "NODE_SPEC",
        means: {
          anyOrder: ["[ to ]", { maybe: ROUTE_TYPE }, "PREFIX", {
            options: NODE,
          }],
        },
      },
      {
        name: "INFO_SPEC",
        means: {
          anyOrder: [
            { options: DIRECT },
            { maybe: { name: "FLAGS", means: { oneOf: FLAGS } } },
            { options: NEXT_HOPS },
            { maybe: { name: "OPTIONS", means: { options: OPTIONS } } },
          ],
        },
      },
    ],
  },
};

/**
 * Reads the arguments that describe a route.
 *
 * @param deleting Whether the route is to be deleted, which has other defaults.
 * @returns The message.
 * @throws {CommandError} If an argument is wrong.
 */
export async function parseRoute(
  args: Arguments,
  context: Context,
  deleting: boolean,
): Promise<RouteMessage> {
  const draft: Draft = {
    metrics: {},
    lock: 0,
    message: blank(routeMessage, {
      family: context.options.family,
      table: RT_TABLE_MAIN,
      protocol: deleting ? 0 : RTPROT_BOOT,
      scope: deleting ? RT_SCOPE_NOWHERE : RT_SCOPE_UNIVERSE,
      type: deleting ? RTN_UNSPEC : RTN_UNICAST,
    }),
  };
  await parse(KEYWORDS, draft, args, context, destination);
  if (!draft.hasDestination) throw usage("route");
  await complete(draft, context, deleting);
  return draft.message;
}

async function complete(
  draft: Draft,
  context: Context,
  deleting: boolean,
): Promise<void> {
  const { message, metrics, lock, device, nextHops } = draft;
  const { attributes } = message;
  if (device !== undefined) {
    attributes.outputDevice = await deviceOf(device, context);
  }
  if (Object.keys(metrics).length > 0) {
    attributes.metrics = lock === 0 ? metrics : { ...metrics, lock };
  }
  if (nextHops !== undefined) {
    const args = new Arguments(nextHops);
    attributes.multipath = await takeNextHops(args, message, context);
  }
  if (message.family === AF_UNSPEC) message.family = AF_INET;
  if (!draft.hasTable && LOCAL_TYPES.includes(message.type)) {
    message.table = RT_TABLE_LOCAL;
  }
  if (!draft.hasScope) message.scope = scopeOf(draft, deleting);
  if (!draft.hasType && message.family === AF_MPLS) message.type = RTN_UNICAST;
}

/** Types of routes that are in the local table by default. */
const LOCAL_TYPES: readonly number[] = [
  RTN_LOCAL,
  RTN_BROADCAST,
  RTN_NAT,
  RTN_ANYCAST,
];

function scopeOf(
  { message, hasGateway, nextHops }: Draft,
  deleting: boolean,
): number {
  const { family, type, scope, attributes } = message;
  if (family === AF_INET6 || family === AF_MPLS) return RT_SCOPE_UNIVERSE;
  switch (type) {
    case RTN_LOCAL:
    case RTN_NAT:
      return RT_SCOPE_HOST;
    case RTN_BROADCAST:
    case RTN_MULTICAST:
    case RTN_ANYCAST:
      return RT_SCOPE_LINK;
    case RTN_UNICAST:
    case RTN_UNSPEC: {
      if (deleting) return RT_SCOPE_NOWHERE;
      const isDirect = !hasGateway && nextHops === undefined &&
        !attributes.nexthopId;
      return isDirect ? RT_SCOPE_LINK : scope;
    }
    default:
      return scope;
  }
}
