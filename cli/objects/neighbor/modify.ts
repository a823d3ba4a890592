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
  type NeighborAttributes,
  type NeighborMessage,
  neighborMessage,
} from "../../../messages/neighbor/neighbor.ts";
import { setAddress } from "../../parse/address_attribute.ts";
import type { Context } from "../../runtime/context.ts";
import {
  duplicateArgument,
  duplicateOrGarbage,
  exit,
  invalidArgument,
  noDevice,
  usage,
} from "../../parse/errors.ts";
import { matches, type Words } from "../../parse/grammar.ts";
import {
  addressOf,
  hardwareAddressOf,
  type Prefix,
} from "../../parse/prefixes.ts";
import { NEIGHBOR_HELP } from "./help.ts";
import { stateOf } from "./states.ts";

/** Exit code of a refusal, which ends a batch as well. */
const REFUSED = 2;

/** Longest hardware address, in bytes. */
const MOST_BYTES = 20;

/** Adds a neighbor. */
export function add(words: Words, context: Context): Promise<number> {
  return modify(words, context, NLM_F_CREATE | NLM_F_EXCL);
}

/** Changes a neighbor. */
export function change(words: Words, context: Context): Promise<number> {
  return modify(words, context, NLM_F_REPLACE);
}

/** Adds a neighbor, or changes it if it is there. */
export function replace(words: Words, context: Context): Promise<number> {
  return modify(words, context, NLM_F_CREATE | NLM_F_REPLACE);
}

/** Deletes a neighbor. */
export function remove(words: Words, context: Context): Promise<number> {
  return modify(words, context, 0, c.RTM_DELNEIGH);
}

async function modify(
  words: Words,
  context: Context,
  flags: number,
  type: number = c.RTM_NEWNEIGH,
): Promise<number> {
  const { message, device } = parseNeighbor(words, context);
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
}

/** What the words describe. */
interface Parsed {
  message: NeighborMessage;
  device: string | undefined;
}

function parseNeighbor(words: Words, context: Context): Parsed {
  const attributes: NeighborAttributes = {};
  const message: NeighborMessage = {
    family: context.family,
    index: 0,
    state: c.NUD_PERMANENT,
    flags: 0,
    type: 0,
    attributes,
  };
  let device: string | undefined;
  let hasDevice = false;
  let linkAddress: string | undefined;
  let destination: Prefix | undefined;
  const readDestination = (word: string) => {
    destination = addressOf(word, context.family);
    message.family = destination.family;
    setAddress(attributes, "destination", c.NDA_DST, destination);
  };
  while (words.left > 0) {
    const word = words.take();
    if (matches(word, "lladdr")) {
      const next = words.take();
      if (linkAddress !== undefined) throw duplicateArgument("lladdr", next);
      linkAddress = next;
    } else if (word === "nud") {
      const next = words.take();
      const state = stateOf(next);
      if (state === undefined) throw invalidArgument("nud state is bad", next);
      message.state = state;
    } else if (matches(word, "proxy")) {
      const next = words.take();
      if (matches(next, "help")) throw usage(NEIGHBOR_HELP);
      if (destination !== undefined) {
        throw duplicateArgument("address", next);
      }
      readDestination(next);
      hasDevice = true;
      message.flags |= c.NTF_PROXY;
    } else if (word === "router") message.flags |= c.NTF_ROUTER;
    else if (word === "use") message.flags |= c.NTF_USE;
    else if (word === "managed") {
      attributes.flagsExtended = c.NTF_EXT_MANAGED;
      message.state = c.NUD_NONE;
    } else if (matches(word, "extern_learn")) {
      message.flags |= c.NTF_EXT_LEARNED;
    } else if (word === "dev") {
      device = words.take();
      hasDevice = true;
    } else if (matches(word, "protocol")) {
      const next = words.take();
      const protocol = context.names.protocols.numberOf(next);
      if (protocol === undefined) {
        throw invalidArgument('"protocol" value is invalid\n', next);
      }
      attributes.protocol = protocol & 0xff;
    } else {
      let next = word === "to" ? words.take() : word;
      if (matches(next, "help")) next = words.take();
      if (destination !== undefined) {
        throw duplicateOrGarbage("to", next);
      }
      readDestination(next);
    }
  }
  if (!hasDevice || destination === undefined || message.family === 0) {
    throw exit(255, "Device and destination are required arguments.");
  }
  if (linkAddress !== undefined && linkAddress !== "null") {
    attributes.linkAddress = hardwareAddressOf(linkAddress, MOST_BYTES);
  }
  return { message, device };
}
