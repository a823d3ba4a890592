/**
 * The arguments after `ip rule add`.
 *
 * @module
 */

import { RTN_NAT } from "../../../messages/constants.ts";
import { invalidArgument, usage } from "../../parse/errors.ts";
import {
  type Grammar,
  matches,
  named,
  type Step,
  takes,
  type Word,
} from "../../parse/grammar.ts";
import { realmsOf } from "../../names/realms.ts";
import { routeTypeOf } from "../../names/route_type.ts";
import { signed, u32 } from "../../parse/numbers.ts";
import { ipv4AddressOf, prefixOf, readAddress } from "../../parse/prefixes.ts";
import type { Argument, Form } from "../../parse/form.ts";
import { ALL_OF_FLOW_LABEL } from "./format.ts";
import { deviceName } from "../../parse/device_name.ts";
import * as take from "./parse_rule.ts";
import { AF_INET } from "../../../messages/families.ts";
import {
  FIB_RULE_INVERT,
  FR_ACT_GOTO,
  FR_ACT_NOP,
  FRA_UNUSED2,
} from "../../../messages/rule/constants.ts";
import {
  ruleAttributes,
  type RuleMessage,
} from "../../../messages/rule/rule.ts";
import { setAddress } from "../../parse/address_attribute.ts";

/** What the arguments set. */
export interface RuleArguments {
  /** The message. */
  readonly message: RuleMessage;
  /** Whether it sets what to do with packets. */
  complete: boolean;
  /** The table to look up; 0 if there is none. */
  table: number;
}

type Take = Word<RuleArguments>;

/** A routing table. */
export const TABLE_ID: Argument = {
  name: "TABLE_ID",
  means: "{ local | main | default | NUMBER }",
  from: "table",
};

function prefix(
  key: "source" | "destination",
  length: "sourceLength" | "destinationLength",
): Take {
  return takes("PREFIX", ({ message }, { args }) => {
    const { attributes } = message;
    const prefix = prefixOf(args.take(), message.family);
    message[length] = prefix.length;
    // `all` becomes an attribute without contents.
    setAddress(ruleAttributes, attributes, key, prefix);
  });
}

const realms: Take = ({ message }, { args, context: { names } }) => {
  message.attributes.flow = args.read(
    (arg) => realmsOf(names, arg),
    "invalid realms\n",
  );
};

const table: Take = (spec, { args, context: { names } }) => {
  const { message } = spec;
  spec.table = take.takeTable(args, names, "invalid table ID\n");
  spec.complete = true;
  if (spec.table < 256) message.table = spec.table;
  else {
    message.table = 0;
    message.attributes.table = spec.table;
  }
};

const suppressPrefixLength: Take = ({ message }, { args }) => {
  const arg = args.take();
  const length = signed(arg);
  if (length === undefined || length < 0) {
    throw invalidArgument("suppress_prefixlength value is invalid\n", arg);
  }
  message.attributes.suppressPrefixLength = length;
};

const nat: Take = ({ message }, { args, context: { io } }) => {
  const arg = args.take();
  io.err("Warning: route NAT is deprecated\n");
  const data = readAddress(ipv4AddressOf(arg), AF_INET)!.bytes;
  (message.attributes.unknown ??= []).push({ type: FRA_UNUSED2, data });
  message.action = RTN_NAT;
};

/** A port and its mask, or a range. */
export const PORTS = "{ NUMBER[/MASK] | NUMBER-NUMBER }";

const SELECTORS: Grammar<RuleArguments> = {
  "not": ({ message }) => void (message.flags |= FIB_RULE_INVERT),
  "from": prefix("source", "sourceLength"),
  "to": prefix("destination", "destinationLength"),
  "preference* order* priority*": takes("NUMBER", ({ message }, { args }) => {
    message.attributes.priority = take.takePriority(args);
  }),
  "tos dsfield*": takes("TOS", ({ message }, { args, context: { names } }) => {
    message.tos = take.takeTos(args, names);
  }),
  "fwmark": takes("FWMARK[/MASK]", ({ message: { attributes } }, { args }) => {
    const { value, mask } = take.takeMark(args);
    attributes.mark = value;
    if (mask !== undefined) attributes.markMask = mask;
  }),
  "tun_id*": takes("NUMBER", ({ message }, { args }) => {
    message.attributes.tunnelId = take.takeTunnelId(args);
  }),
};

const ACTIONS: Grammar<RuleArguments> = {
  "realms*": takes("[SRCREALM/]DSTREALM", realms),
  "protocol*": named(
    "protocols",
    { name: "PROTO" },
    ({ message }, protocol) => {
      message.attributes.protocol = protocol;
    },
  ),
  "table* lookup": takes(TABLE_ID, table),
};

const SUPPRESSORS: Grammar<RuleArguments> = {
  "suppress_prefixlength* sup_pl": takes("NUMBER", suppressPrefixLength),
  "suppress_ifgroup* sup_group": named(
    "groups",
    { name: "DEVGROUP" },
    ({ message }, group) => {
      message.attributes.suppressGroup = group;
    },
    'Invalid "suppress_ifgroup" value\n',
  ),
};

const MORE_SELECTORS: Grammar<RuleArguments> = {
  "dev iif": takes("STRING:device", ({ message }, { args }) => {
    message.attributes.inputDevice = deviceName(args.take(), '"iif"/"dev"');
  }),
  "oif": takes("STRING:device", ({ message }, { args }) => {
    message.attributes.outputDevice = deviceName(args.take(), '"oif"');
  }),
  "l3mdev": (spec) => {
    spec.message.attributes.l3mdev = 1;
    spec.complete = true;
  },
  "uidrange": takes("NUMBER-NUMBER", ({ message }, { args }) => {
    message.attributes.uidRange = take.takeUsers(args);
  }),
  "ipproto": takes("PROTOCOL", ({ message }, { args, context }) => {
    message.attributes.ipProtocol = take.takeIpProtocol(args, context.io);
  }),
  "sport": takes(PORTS, ({ message: { attributes } }, { args }) => {
    const { range, mask } = take.takePorts(args);
    attributes.sourcePorts = range;
    if (mask !== undefined) attributes.sourcePortMask = mask;
  }),
  "dport": takes(PORTS, ({ message: { attributes } }, { args }) => {
    const { range, mask } = take.takePorts(args);
    attributes.destinationPorts = range;
    if (mask !== undefined) attributes.destinationPortMask = mask;
  }),
  "dscp": takes("DSCP[/MASK]", ({ message: { attributes } }, step) => {
    const { value, mask } = take.takeDscp(step.args, step.context.names);
    attributes.dscp = value;
    if (mask !== undefined) attributes.dscpMask = mask;
  }),
  "flowlabel": takes(
    "FLOWLABEL[/MASK]",
    ({ message: { attributes } }, { args }) => {
      const { value, mask = ALL_OF_FLOW_LABEL } = take.takeFlowLabel(args);
      attributes.flowLabel = value;
      attributes.flowLabelMask = mask;
    },
  ),
};

const MORE_ACTIONS: Grammar<RuleArguments> = {
  "nat map-to*": takes("ADDRESS", nat),
};

/** The keywords. */
export const GRAMMAR: Grammar<RuleArguments> = {
  ...SELECTORS,
  ...ACTIONS,
  ...SUPPRESSORS,
  ...MORE_SELECTORS,
  ...MORE_ACTIONS,
};

/** What may follow `add` and `delete`. */
export const RULE: Form = {
  anyOrder: [
    {
      name: "SELECTOR",
      means: { options: { ...SELECTORS, ...MORE_SELECTORS } },
    },
    {
      name: "ACTION",
      means: {
        anyOrder: [
          { options: { ...ACTIONS, ...MORE_ACTIONS } },
          "[ goto NUMBER ] [ nop ] [ [ type ] TYPE ]",
          { name: "SUPPRESSOR", means: { options: SUPPRESSORS } },
        ],
      },
    },
  ],
};

/**
 * Takes what the rule does with packets.
 *
 * @param spec What it goes to.
 * @param step The keyword, and those after it.
 * @throws {CommandError} If it is no action.
 */
export function takeAction(spec: RuleArguments, step: Step): void {
  const { message } = spec;
  const arg = step.word === "type" ? step.args.take() : step.word;
  if (matches(arg, "help")) throw usage("rule");
  if (matches(arg, "goto")) {
    message.action = FR_ACT_GOTO;
    message.attributes.goto = step.args.read(u32, "invalid target\n");
  } else if (matches(arg, "nop")) message.action = FR_ACT_NOP;
  else {
    const type = routeTypeOf(arg);
    if (type === undefined) {
      throw invalidArgument("Failed to parse rule type", arg);
    }
    message.action = type;
  }
  spec.complete = true;
}
