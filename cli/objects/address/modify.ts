/**
 * `ip address add`, `change`, `replace` and `delete`.
 *
 * @module
 */

import { RT_SCOPE_HOST } from "../../../messages/constants.ts";
import type { Command, Context } from "../../runtime/context.ts";
import { fail, noDevice } from "../../parse/errors.ts";
import { parse, takes } from "../../parse/grammar.ts";
import { setAddress } from "../../parse/address_attribute.ts";
import { formatAddress } from "./format.ts";
import {
  ADDRESS,
  type AddressArguments,
  GRAMMAR,
  newAddress,
  takeLocal,
} from "./parse_address.ts";
import {
  addressAttributes,
  type AddressMessage,
  addressMessage,
} from "../../../messages/address/address.ts";
import {
  IFA_F_MCAUTOJOIN,
  RTM_DELADDR,
  RTM_NEWADDR,
} from "../../../messages/address/constants.ts";
import { AF_INET } from "../../../messages/families.ts";
import {
  NLM_F_CREATE,
  NLM_F_ECHO,
  NLM_F_EXCL,
  NLM_F_REPLACE,
} from "../../../messages/header.ts";

/** Adds an address. */
export const add: Command = modify(RTM_NEWADDR, NLM_F_CREATE | NLM_F_EXCL);

/** Changes an address. */
export const change: Command = modify(RTM_NEWADDR, NLM_F_REPLACE);

/** Adds an address, or changes it if it is there. */
export const replace: Command = modify(
  RTM_NEWADDR,
  NLM_F_CREATE | NLM_F_REPLACE,
);

/** Deletes an address. */
export const remove: Command = modify(RTM_DELADDR, 0);

function modify(type: number, flags: number): Command {
  return takes(ADDRESS, async (args, context) => {
    const spec = newAddress(context);
    await parse(GRAMMAR, spec, args, context, takeLocal);
    const message = await finish(spec, type === RTM_DELADDR, context);
    await send(type, flags, message, context);
    return 0;
  });
}

/** Puts together what the arguments set. */
async function finish(
  spec: AddressArguments,
  deletes: boolean,
  context: Context,
): Promise<AddressMessage> {
  const { message, device, local, flags } = spec;
  const { attributes } = message;
  if (flags <= 0xff) message.flags = flags;
  else attributes.flags = flags;
  if (device === undefined) {
    throw fail(1, 'Not enough information: "dev" argument is required.');
  }
  addPeer(spec, deletes, context);
  if (message.prefixLength === 0) message.prefixLength = local?.length ?? 0;
  if (!deletes) addBroadcast(spec);
  if (!deletes && !spec.scoped) {
    const isLoopback = local?.family === AF_INET && local.bytes[0] === 127;
    message.scope = isLoopback ? RT_SCOPE_HOST : 0;
  }
  message.index = await context.links.indexOf(device);
  if (message.index === 0) throw noDevice(device);
  addLifetimes(spec);
  if (flags & IFA_F_MCAUTOJOIN && !isMulticast(spec)) {
    throw fail(1, "autojoin needs multicast address");
  }
  return message;
}

function addPeer(
  spec: AddressArguments,
  deletes: boolean,
  { io }: Context,
): void {
  const { local, localKeyword, peer, message } = spec;
  if (peer?.bytes.length || !local?.bytes.length) return;
  if (deletes && local.family === AF_INET && !local.given) {
    const prefix = `${localKeyword}/${local.bytes.length * 8}`;
    io.err(
      "Warning: Executing wildcard deletion to stay compatible with old scripts.\n" +
        `         Explicitly specify the prefix length (${prefix}) to avoid this warning.\n` +
        "         This special behaviour is likely to disappear in further releases,\n" +
        "         fix your scripts!\n",
    );
    return;
  }
  spec.peer = local;
  setAddress(addressAttributes, message.attributes, "address", local);
}

/** `broadcast +` and `broadcast -`: the last address of the prefix, or its first. */
function addBroadcast({ message, broadcast, peer }: AddressArguments): void {
  if (broadcast !== "+" && broadcast !== "-") return;
  if (message.family !== AF_INET) {
    throw fail(1, "Broadcast can be set only for IPv4 addresses");
  }
  if (peer === undefined || peer.length > 30) return;
  const host = 2 ** (32 - peer.length) - 1;
  message.attributes.broadcast = Array.from(peer.bytes, (byte, i) => {
    const bits = host / 2 ** (24 - 8 * i) & 255;
    return broadcast === "+" ? byte | bits : byte & ~bits;
  }).join(".");
}

function addLifetimes({ message, valid, preferred }: AddressArguments): void {
  if (valid === undefined && preferred === undefined) return;
  const forever = 0xffffffff;
  const cacheInfo = {
    preferred: preferred ?? forever,
    valid: valid ?? forever,
    created: 0,
    updated: 0,
  };
  if (cacheInfo.valid === 0) throw fail(1, "valid_lft is zero");
  if (cacheInfo.valid < cacheInfo.preferred) {
    throw fail(1, "preferred_lft is greater than valid_lft");
  }
  message.attributes.cacheInfo = cacheInfo;
}

function isMulticast({ local }: AddressArguments): boolean {
  const first = local?.bytes[0] ?? 0;
  return local?.family === AF_INET ? first >> 4 === 14 : first === 255;
}

async function send(
  type: number,
  flags: number,
  message: AddressMessage,
  context: Context,
): Promise<void> {
  const { options: { echo }, printer } = context;
  const [answer] = await context.talk((connection) =>
    connection.request({
      type,
      flags: flags | (echo ? NLM_F_ECHO : 0),
      codec: addressMessage,
      message,
    })
  );
  if (!echo) return;
  printer.begin();
  await context.render(() => {
    printer.object(null, () => {
      if (answer === undefined) return;
      const deleted = type === RTM_DELADDR;
      formatAddress(context, answer, { device: true, deleted });
    });
  });
  printer.end();
}
