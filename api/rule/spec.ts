/**
 * What a policy rule looks like, in people's terms and the kernel's.
 *
 * @module
 */

import { AF_INET, AF_INET6 } from "../../messages/families.ts";
import {
  FIB_RULE_IIF_DETACHED,
  FIB_RULE_INVERT,
  FIB_RULE_OIF_DETACHED,
  FIB_RULE_UNRESOLVED,
  RULE_ACTIONS,
} from "../../messages/rule/constants.ts";
import {
  type RuleAttributes,
  type RuleMessage,
  ruleMessage,
} from "../../messages/rule/rule.ts";
import { parsePrefix } from "../mapping/address_conversions.ts";
import {
  boolean,
  integer,
  uint32,
  uint64,
  uint8,
} from "../mapping/conversions.ts";
import { type Device, deviceName } from "../mapping/device.ts";
import { type IpProtocol, ipProtocol } from "../mapping/ip_protocol.ts";
import { enumeration } from "../mapping/enumerations.ts";
import { type NumberRange, numberRange } from "../mapping/number_range.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import {
  type RouteFamily,
  routeFamily,
  type RouteProtocol,
  routeProtocol,
  type RouteRealms,
  routeRealms,
  type RouteTable,
  routeTable,
} from "../mapping/routing_names.ts";
import {
  type Conversion,
  type Field,
  type Mapping,
  mapping,
  originalMessage,
  type Pairs,
  unlessZero,
  within,
} from "../mapping/mapping.ts";
import { type Reading, reading } from "../reading/reading.ts";

/** What a rule does with packets. */
export type RuleAction = keyof typeof RULE_ACTIONS | number;

/** A policy rule to be added, or deleted. */
export interface RuleSpec {
  /**
   * Address family; by default that of {@linkcode RuleSpec.from} and
   * {@linkcode RuleSpec.to}, or else `inet`.
   */
  family?: RouteFamily;
  /** Place among the rules: the lowest one comes first (`FRA_PRIORITY`). */
  priority?: number;
  /** Whether the rule is for all packets but these (`FIB_RULE_INVERT`). */
  not?: boolean;
  /** Source, in CIDR notation or `all` (`FRA_SRC`). */
  from?: string;
  /** Destination, in CIDR notation or `all` (`FRA_DST`). */
  to?: string;
  /** Type of service (`tos`). */
  tos?: number;
  /** Differentiated services code point, 0 to 63 (`FRA_DSCP`). */
  dscp?: number;
  /** Which bits of {@linkcode RuleSpec.dscp} count (`FRA_DSCP_MASK`). */
  dscpMask?: number;
  /** Firewall mark (`FRA_FWMARK`). */
  mark?: number;
  /** Which bits of {@linkcode RuleSpec.mark} count (`FRA_FWMASK`). */
  markMask?: number;
  /**
   * The input device, whose name counts: a name need not exist, and that of a
   * device given in another way is looked up (`FRA_IIFNAME`).
   */
  inputDevice?: Device;
  /**
   * The output device, whose name counts: a name need not exist, and that of a
   * device given in another way is looked up (`FRA_OIFNAME`).
   */
  outputDevice?: Device;
  /** User or users that packets are from (`FRA_UID_RANGE`). */
  users?: NumberRange;
  /** Protocol above IP, such as `tcp` (`FRA_IP_PROTO`). */
  ipProtocol?: IpProtocol;
  /** Source port or ports (`FRA_SPORT_RANGE`). */
  sourcePorts?: NumberRange;
  /** Which bits of the source port count (`FRA_SPORT_MASK`). */
  sourcePortMask?: number;
  /** Destination port or ports (`FRA_DPORT_RANGE`). */
  destinationPorts?: NumberRange;
  /** Which bits of the destination port count (`FRA_DPORT_MASK`). */
  destinationPortMask?: number;
  /** IPv6 flow label (`FRA_FLOWLABEL`). */
  flowLabel?: number;
  /**
   * Which bits of {@linkcode RuleSpec.flowLabel} count (`FRA_FLOWLABEL_MASK`).
   */
  flowLabelMask?: number;
  /** Key of the tunnel that packets came by (`FRA_TUN_ID`). */
  tunnelId?: bigint;
  /** What to do; `lookup` by default. */
  action?: RuleAction;
  /** Table to look up, `main` by default (`FRA_TABLE`). */
  table?: RouteTable;
  /** Whether to look up the table of the device's VRF (`FRA_L3MDEV`). */
  l3mdev?: boolean;
  /** Priority of the rule to go to (`FRA_GOTO`). */
  goto?: number;
  /**
   * Routes to prefixes this long and shorter do not count
   * (`FRA_SUPPRESS_PREFIXLEN`).
   */
  suppressPrefixLength?: number;
  /** Routes over links of this group do not count (`FRA_SUPPRESS_IFGROUP`). */
  suppressGroup?: number;
  /** Realms for packets that the rule is for (`FRA_FLOW`). */
  realms?: RouteRealms;
  /** Who added the rule (`FRA_PROTOCOL`). */
  protocol?: RouteProtocol;
}

/** A policy rule. */
export interface Rule extends RuleSpec {
  /** Address family. */
  family: RouteFamily;
  /** Place among the rules. */
  priority: number;
  /** Name of the input device. */
  inputDevice?: string;
  /** Name of the output device. */
  outputDevice?: string;
  /** Whether there is no rule to go to (`FIB_RULE_UNRESOLVED`). */
  readonly unresolved?: boolean;
  /** Whether the input device is not there (`FIB_RULE_IIF_DETACHED`). */
  readonly inputDetached?: boolean;
  /** Whether the output device is not there (`FIB_RULE_OIF_DETACHED`). */
  readonly outputDetached?: boolean;
  /** The message that this was read from; copies do not have it. */
  readonly message: RuleMessage;
}

/** Value of attributes that means "no such limit". */
const NONE = 0xffffffff;
const COMPAT = 252;

/** How {@linkcode RuleAction} is stored. */
export const ruleAction: Conversion<RuleAction, number> = enumeration(
  RULE_ACTIONS,
  8,
);

/** A {@linkcode NumberRange} as the kernel has it. */
export interface RangeNumbers {
  /** The first number. */
  start: number;
  /** The last number. */
  end: number;
}

/** How {@linkcode RuleSpec.users} is stored. */
export const users: Conversion<NumberRange, RangeNumbers> = numberRange(
  "start",
  "end",
  0xffffffff,
);
/** How the ports of a rule are stored. */
export const ports: Conversion<NumberRange, RangeNumbers> = numberRange(
  "start",
  "end",
  0xffff,
);

type A = RuleAttributes;
type Name = keyof RuleAttributes;

/** A property that is an attribute of its own. */
function attribute<W, K extends Name>(
  name: K,
  { fromKernel, toKernel }: Conversion<W, Exclude<A[K], undefined>>,
  absent?: unknown,
): Field<W, RuleMessage> {
  return {
    from: [`attributes.${name}`],
    read: ({ attributes }) => {
      const value = attributes[name];
      return value === undefined || value === absent
        ? undefined
        : fromKernel(value as Exclude<A[K], undefined>);
    },
    write: ({ attributes }, given, fieldPath) => {
      const value = toKernel(given, fieldPath);
      if (value !== undefined) attributes[name] = value as A[K];
    },
  };
}

/** A prefix in CIDR notation, of which the header has the length. */
function prefix(
  name: "source" | "destination",
  length: "sourceLength" | "destinationLength",
): Field<string, RuleMessage> {
  return {
    from: [`attributes.${name}`, length],
    read: (message) => {
      const address = message.attributes[name];
      return address === undefined
        ? undefined
        : `${address}/${message[length]}`;
    },
    write: (message, value, fieldPath) => {
      if (value === "all") return;
      const { address, length: bits } = parsePrefix(value, fieldPath);
      const family = address.includes(":") ? AF_INET6 : AF_INET;
      if (message.family !== 0 && message.family !== family) {
        throw fieldPath.wrong(value, "it is not of the family of the rule");
      }
      message.family = family;
      message[length] = bits;
      message.attributes[name] = address;
    },
  };
}

/** One bit of the header's flags. */
function flag(bit: number, settable: boolean): Field<boolean, RuleMessage> {
  return {
    from: ["flags"],
    read: ({ flags }) => (flags & bit) !== 0 ? true : undefined,
    write: (message, value, fieldPath) => {
      if (settable && boolean.toKernel(value, fieldPath)) message.flags |= bit;
    },
  };
}

/** Properties of rules that are one attribute each. */
export type RuleNumbers = Pick<
  RuleSpec,
  | "dscp"
  | "dscpMask"
  | "mark"
  | "markMask"
  | "inputDevice"
  | "outputDevice"
  | "ipProtocol"
  | "sourcePortMask"
  | "destinationPortMask"
  | "flowLabel"
  | "flowLabelMask"
  | "tunnelId"
  | "l3mdev"
  | "goto"
  | "realms"
  | "protocol"
>;

/** How {@linkcode RuleNumbers} are stored. */
export const ruleNumbers: Pairs<RuleNumbers, RuleAttributes> = {
  dscp: ["dscp", integer(0, 63)],
  dscpMask: ["dscpMask", integer(0, 63)],
  mark: ["mark", uint32],
  markMask: ["markMask", uint32],
  inputDevice: ["inputDevice", deviceName],
  outputDevice: ["outputDevice", deviceName],
  ipProtocol: ["ipProtocol", ipProtocol],
  sourcePortMask: ["sourcePortMask", integer(0, 0xffff)],
  destinationPortMask: ["destinationPortMask", integer(0, 0xffff)],
  flowLabel: ["flowLabel", integer(0, 0xfffff)],
  flowLabelMask: ["flowLabelMask", integer(0, 0xfffff)],
  tunnelId: ["tunnelId", uint64],
  l3mdev: ["l3mdev", boolean],
  goto: ["goto", uint32],
  realms: ["flow", routeRealms],
  protocol: ["protocol", routeProtocol],
};

type MappedRule =
  & RuleSpec
  & Pick<Rule, "unresolved" | "inputDetached" | "outputDetached" | "message">;

const fields: Mapping<MappedRule, RuleMessage> = mapping({
  family: routeFamily,
  priority: {
    from: ["attributes.priority"],
    read: ({ attributes: { priority } }) => priority,
    absent: 0,
    write: ({ attributes }, value, fieldPath) => {
      attributes.priority = uint32.toKernel(value, fieldPath)!;
    },
  },
  not: flag(FIB_RULE_INVERT, true),
  from: prefix("source", "sourceLength"),
  to: prefix("destination", "destinationLength"),
  tos: unlessZero("tos", uint8),
  users: attribute("uidRange", users),
  sourcePorts: attribute("sourcePorts", ports),
  destinationPorts: attribute("destinationPorts", ports),
  ...within<RuleMessage, "attributes", RuleNumbers>("attributes", ruleNumbers),
  action: ruleAction,
  table: {
    from: ["table", "attributes.table"],
    read: ({ table, attributes }) => {
      const number = attributes.table ?? table;
      return number === 0 ? undefined : routeTable.fromKernel(number);
    },
    write: (message, value, fieldPath) => {
      const number = routeTable.toKernel(value, fieldPath)!;
      message.table = number < 256 ? number : COMPAT;
      message.attributes.table = number;
    },
  },
  suppressPrefixLength: attribute("suppressPrefixLength", uint32, NONE),
  suppressGroup: attribute("suppressGroup", uint32, NONE),
  unresolved: flag(FIB_RULE_UNRESOLVED, false),
  inputDetached: flag(FIB_RULE_IIF_DETACHED, false),
  outputDetached: flag(FIB_RULE_OIF_DETACHED, false),
  message: originalMessage,
}, ruleMessage);

/**
 * Converts a rule to people's terms.
 *
 * @param message The rule's message.
 * @returns The rule.
 */
export function toRule(message: RuleMessage): Rule {
  return rules.read(message);
}

/** How rules are read. */
export const rules: Reading<RuleMessage, Rule> = reading(
  ruleMessage,
  fields,
);

/**
 * Converts a value to a message. Nothing is filled in but the family.
 *
 * @param spec The rule.
 * @param fieldPath Where it stands, for error messages.
 * @returns The rule's message.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromRule(spec: RuleSpec, fieldPath?: FieldPath): RuleMessage {
  const message = fields.toKernel(spec as Rule, fieldPath);
  if (message.family === 0) message.family = AF_INET;
  return message;
}
