/**
 * The arguments after `ip address add`.
 *
 * @module
 */

import { setAddress } from "../../parse/address_attribute.ts";
import type { Context } from "../../runtime/context.ts";
import {
  duplicateArgument,
  duplicateOrGarbage,
  invalidArgument,
  usage,
} from "../../parse/errors.ts";
import {
  type Grammar,
  matches,
  named,
  number,
  type Step,
  takes,
  text,
  type Word,
} from "../../parse/grammar.ts";
import { unsigned } from "../../parse/numbers.ts";
import { addressOf, type Prefix, prefixOf } from "../../parse/prefixes.ts";
import { ADDRESS_FLAGS, type AddressFlag } from "./flags.ts";
import type { Argument, Form } from "../../parse/form.ts";
import {
  addressAttributes,
  type AddressMessage,
  addressMessage,
} from "../../../messages/address/address.ts";
import { AF_INET6 } from "../../../messages/families.ts";
import { blank } from "../../../messages/codec/mod.ts";

/** What the arguments set. */
export interface AddressArguments {
  /** The message as far as it is clear from each argument alone. */
  readonly message: AddressMessage;
  /** Name of the device. */
  device?: string;
  /** The address. */
  local?: Prefix;
  /** The argument that the address was given by. */
  localKeyword?: string;
  /** The address of the other end, or the address itself. */
  peer?: Prefix;
  /** The broadcast address: `+` or `-` if it has to be computed. */
  broadcast?: string;
  /** Whether the scope was given. */
  scoped: boolean;
  /** Flags (`IFA_F_*`). */
  flags: number;
  /** Seconds for which the address is valid. */
  valid?: number;
  /** Seconds for which the address is preferred. */
  preferred?: number;
}

/**
 * An address of which nothing is known yet.
 *
 * @param context Has the family that was asked for.
 * @returns What is not set by arguments.
 */
export function newAddress({ family }: Context): AddressArguments {
  return {
    message: blank(addressMessage, {
      family,
    }),
    scoped: false,
    flags: 0,
  };
}

type Take = Word<AddressArguments>;

/** Adds an address to a message, and its family if there was none. */
function put(
  message: AddressMessage,
  key: "address" | "local" | "broadcast" | "anycast",
  address: Prefix,
): void {
  message.family ||= address.family;
  setAddress(addressAttributes, message.attributes, key, address);
}

const peer: Take = (spec, { args }) => {
  const { message } = spec;
  const arg = args.take();
  if (spec.peer?.bytes.length) throw duplicateArgument("peer", arg);
  spec.peer = prefixOf(arg, message.family);
  message.prefixLength = spec.peer.length;
  put(message, "address", spec.peer);
};

const broadcast: Take = (spec, { args }) => {
  const { message } = spec;
  const arg = args.take();
  if (spec.broadcast) throw duplicateArgument("broadcast", arg);
  if (arg === "+" || arg === "-") {
    spec.broadcast = arg;
    return;
  }
  const address = addressOf(arg, message.family);
  put(message, "broadcast", address);
  spec.broadcast = address.address;
};

const anycast: Take = ({ message }, { args }) => {
  const arg = args.take();
  if (message.attributes.anycast) throw duplicateArgument("anycast", arg);
  put(message, "anycast", addressOf(arg, message.family));
};

function lifetime(key: "valid" | "preferred"): Take {
  const name = `${key}_lft`;
  return (spec, { args, word }) => {
    if (spec[key] !== undefined) throw duplicateArgument(name, word);
    const value = args.take();
    const time = value === "forever" ? 0xffffffff : unsigned(value, 32);
    if (time === undefined) throw invalidArgument(`${name} value`, value);
    spec[key] = time;
  };
}

function flag({ name, bit, readOnly, only6 }: AddressFlag): Take {
  return (spec, { context: { io } }) => {
    if (readOnly) {
      io.err(`Warning: ${name} option is not mutable from userspace\n`);
    } else if (only6 && spec.message.family !== AF_INET6) {
      io.err(`Warning: ${name} option can be set only for IPv6 addresses\n`);
    } else spec.flags |= bit;
  };
}

const SCOPE: Argument = {
  name: "SCOPE-ID",
  means: "{ host | link | global | NUMBER }",
  from: "scope",
};
const LFT: Argument = { name: "LFT", means: "{ forever | SECONDS }" };

const PROPERTIES: Grammar<AddressArguments> = {
  "peer remote": takes("PREFIX", peer),
  "broadcast* brd": takes("{ ADDR | + | - }", broadcast),
  "anycast": takes("ADDR", anycast),
  "scope": named("scopes", SCOPE, (spec, scope) => {
    spec.message.scope = scope;
    spec.scoped = true;
  }, "invalid scope value."),
};

const DEVICE: Grammar<AddressArguments> = {
  "dev": takes("IFNAME", text("device")),
};

const MORE_PROPERTIES: Grammar<AddressArguments> = {
  "label": takes("LABEL", ({ message }, { args }) => {
    message.attributes.label = args.take();
  }),
  "metric* priority* preference*": takes(
    "METRIC",
    number(({ message }, metric) => {
      message.attributes.routePriority = metric;
    }, 32),
  ),
  "proto": named(
    "addressProtocols",
    { name: "ADDRPROTO" },
    ({ message }, protocol) => {
      message.attributes.protocol = protocol;
    },
  ),
};

const LIFETIMES: Grammar<AddressArguments> = {
  "valid_lft*": takes(LFT, lifetime("valid")),
  "preferred_lft*": takes(LFT, lifetime("preferred")),
};

const FLAGS: Grammar<AddressArguments> = Object.fromEntries(
  ADDRESS_FLAGS.map((each) => [each.name, flag(each)]),
);

/** The keywords. */
export const GRAMMAR: Grammar<AddressArguments> = {
  ...PROPERTIES,
  ...DEVICE,
  ...MORE_PROPERTIES,
  ...LIFETIMES,
  ...FLAGS,
};

/** What may follow `add`, `change`, `replace` and `delete`. */
export const ADDRESS: Form = {
  anyOrder: [
    {
      name: "IFADDR",
      means: {
        anyOrder: [
          "[ local ] PREFIX",
          { options: { ...PROPERTIES, ...MORE_PROPERTIES } },
        ],
      },
    },
    { oneOf: DEVICE },
    { maybe: { name: "LIFETIME", means: { options: LIFETIMES } } },
    {
      maybe: {
        name: "CONFFLAG-LIST",
        means: { many: { name: "CONFFLAG", means: { oneOf: FLAGS } } },
      },
    },
  ],
};

/**
 * Takes the address itself.
 *
 * @param spec What it goes to.
 * @param step The keyword, and those after it.
 * @throws {CommandError} If it is no address, or the second one.
 */
export function takeLocal(spec: AddressArguments, step: Step): void {
  const { message } = spec;
  const arg = step.word === "local" ? step.args.take() : step.word;
  if (matches(arg, "help")) throw usage(step.context.addressUsage);
  if (spec.local?.bytes.length) throw duplicateOrGarbage("local", arg);
  spec.localKeyword = arg;
  spec.local = prefixOf(arg, message.family);
  put(message, "local", spec.local);
}
