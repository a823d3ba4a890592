/**
 * `ip neighbor add`, `change`, `replace` and `delete`.
 *
 * @module
 */

import {
  NLM_F_CREATE,
  NLM_F_EXCL,
  NLM_F_REPLACE,
} from "../../../messages/header.ts";
import * as c from "../../../messages/neighbor/constants.ts";
import {
  neighborAttributes,
  type NeighborMessage,
  neighborMessage,
} from "../../../messages/neighbor/neighbor.ts";
import { setAddress } from "../../parse/address_attribute.ts";
import type { Command, Context } from "../../runtime/context.ts";
import {
  duplicateArgument,
  duplicateOrGarbage,
  exit,
  noDevice,
  usage,
} from "../../parse/errors.ts";
import type { Form } from "../../parse/form.ts";
import {
  type Arguments,
  type Grammar,
  matches,
  named,
  once,
  parse,
  takes,
  text,
  type Word,
} from "../../parse/grammar.ts";
import {
  addressOf,
  hardwareAddressOf,
  type Prefix,
} from "../../parse/prefixes.ts";
import { STATE, stateOf } from "./states.ts";
import { blank } from "../../../messages/codec/mod.ts";

/** Exit code of a refusal, which ends a batch as well. */
const REFUSED = 2;

/** Longest hardware address, in bytes. */
const MOST_BYTES = 20;

/** What the arguments set. */
interface NeighborArguments {
  readonly message: NeighborMessage;
  device?: string;
  hasDevice: boolean;
  linkAddress?: string;
  destination?: Prefix;
}

type Take = Word<NeighborArguments>;

function flag(bit: number): Take {
  return ({ message }) => void (message.flags |= bit);
}

function extendedFlag(bit: number): Take {
  return ({ message: { attributes } }) => {
    attributes.flagsExtended = (attributes.flagsExtended ?? 0) | bit;
  };
}

const state: Take = ({ message }, { args }) => {
  message.state = args.read(stateOf, "nud state is bad");
};

const proxy: Take = (spec, { args, context }) => {
  const arg = args.take();
  if (matches(arg, "help")) throw usage("neigh");
  if (spec.destination !== undefined) {
    throw duplicateArgument("address", arg);
  }
  readDestination(spec, arg, context);
  spec.hasDevice = true;
  spec.message.flags |= c.NTF_PROXY;
};

const destination: Take = (spec, { word, args, context }) => {
  let next = word === "to" ? args.take() : word;
  if (matches(next, "help")) next = args.take();
  if (spec.destination !== undefined) throw duplicateOrGarbage("to", next);
  readDestination(spec, next, context);
};

function readDestination(
  spec: NeighborArguments,
  arg: string,
  { family }: Context,
): void {
  const { message } = spec;
  spec.destination = addressOf(arg, family);
  message.family = spec.destination.family;
  setAddress(
    neighborAttributes,
    message.attributes,
    "destination",
    spec.destination,
  );
}

const KEYWORDS: Grammar<NeighborArguments> = {
  "lladdr*": takes("LLADDR", once("lladdr", text("linkAddress"))),
  "nud": takes(STATE, state),
  "proxy*": takes("ADDR", proxy),
  "router": flag(c.NTF_ROUTER),
  "use": flag(c.NTF_USE),
  "managed": (spec, step) => {
    extendedFlag(c.NTF_EXT_MANAGED)(spec, step);
    spec.message.state = c.NUD_NONE;
  },
  "extern_valid": extendedFlag(c.NTF_EXT_EXT_VALIDATED),
  "extern_learn*": flag(c.NTF_EXT_LEARNED),
  "dev": takes("DEV", (spec, { args }) => {
    spec.device = args.take();
    spec.hasDevice = true;
  }),
  "protocol*": named(
    "protocols",
    { name: "PROTO" },
    ({ message }, protocol) => {
      message.attributes.protocol = protocol & 0xff;
    },
  ),
};

/** What may follow `add`, `change`, `replace` and `delete`. */
const NEIGHBOR: Form = { anyOrder: ["[ [ to ] ADDR ]", { options: KEYWORDS }] };

/** Adds a neighbor. */
export const add: Command = modify(NLM_F_CREATE | NLM_F_EXCL);

/** Changes a neighbor. */
export const change: Command = modify(NLM_F_REPLACE);

/** Adds a neighbor, or changes it if it is there. */
export const replace: Command = modify(NLM_F_CREATE | NLM_F_REPLACE);

/** Deletes a neighbor. */
export const remove: Command = modify(0, c.RTM_DELNEIGH);

function modify(flags: number, type: number = c.RTM_NEWNEIGH): Command {
  return takes(NEIGHBOR, async (args, context) => {
    const { message, device } = await parseNeighbor(args, context);
    if (device !== undefined) {
      message.index = await context.links.indexOf(device);
      if (message.index === 0) throw noDevice(device);
    }
    await context.talk(
      (kernel) =>
        kernel.request({ type, flags, codec: neighborMessage, message }),
      REFUSED,
      true,
    );
    return 0;
  });
}

async function parseNeighbor(
  args: Arguments,
  context: Context,
): Promise<NeighborArguments> {
  const { family } = context;
  const spec: NeighborArguments = {
    message: blank(neighborMessage, {
      family,
      state: c.NUD_PERMANENT,
    }),
    hasDevice: false,
  };
  await parse(KEYWORDS, spec, args, context, destination);
  const { message, hasDevice, linkAddress } = spec;
  if (!hasDevice || spec.destination === undefined || message.family === 0) {
    throw exit(255, "Device and destination are required arguments.");
  }
  if (linkAddress !== undefined && linkAddress !== "null") {
    message.attributes.linkAddress = hardwareAddressOf(linkAddress, MOST_BYTES);
  }
  return spec;
}
