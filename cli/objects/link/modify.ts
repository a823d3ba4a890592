/**
 * `ip link add`, `set`, `replace` and `delete`.
 *
 * @module
 */

import type { Command, Context } from "../../runtime/context.ts";
import {
  exit,
  fail,
  isKernelError,
  noDevice,
  refusal,
  usage,
} from "../../parse/errors.ts";
import { type Arguments, matches, takes } from "../../parse/grammar.ts";
import { addressLength } from "./address_length.ts";
import { formatLink } from "./format.ts";
import type { LinkChange } from "./kinds/kind.ts";
import { kindOf, loadKind } from "./kinds/mod.ts";
import { LINK, parseLinkArguments } from "./parse_link_arguments.ts";
import type { LinkArguments } from "./parse_link.ts";
import { resolveLinkNamespace } from "./parse_namespace.ts";
import {
  NLM_F_CREATE,
  NLM_F_ECHO,
  NLM_F_EXCL,
  NLM_F_REPLACE,
} from "../../../messages/header.ts";
import {
  RTM_DELLINK,
  RTM_GETLINK,
  RTM_NEWLINK,
} from "../../../messages/link/constants.ts";
import { blank } from "../../../messages/codec/mod.ts";
import { type LinkInfo, linkInfo } from "../../../messages/link/info.ts";
import { addRaw } from "../../parse/address_attribute.ts";
import { type LinkMessage, linkMessage } from "../../../messages/link/link.ts";

/**
 * Creates a link.
 */
export const add: Command = modify(RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL);

/**
 * Changes a link.
 */
export const set: Command = modify(RTM_NEWLINK, 0);

/**
 * Creates a link, or changes the one that is there.
 */
export const replace: Command = modify(
  RTM_NEWLINK,
  NLM_F_CREATE | NLM_F_REPLACE,
);

/**
 * Deletes a link.
 */
export const remove: Command = modify(RTM_DELLINK, 0);

function modify(type: number, flags: number): Command {
  return takes(LINK, async (args, context) => {
    const creates = (flags & NLM_F_CREATE) !== 0;
    const spec = await parseLinkArguments(args, context, creates);
    const { message } = spec;
    try {
      const all = await finishArguments(spec, args, context);
      if (!all && spec.type !== undefined) {
        await addKind(spec.type, args, {
          context,
          name: spec.type,
          creates,
          changes: !creates && type === RTM_NEWLINK,
          message,
        });
      } else if (creates) {
        throw fail(1, 'Not enough information: "type" argument is required');
      }
      await send(context, message, type, flags);
    } finally {
      if (spec.descriptors.length > 0) {
        const { closeFile } = await import("../../../socket/system.ts");
        spec.descriptors.forEach(closeFile);
      }
    }
    context.links.forget(message.index);
    return 0;
  });
}

async function send(
  context: Context,
  message: LinkMessage,
  type: number,
  flags: number,
): Promise<void> {
  const { echo } = context.options;
  const answers = await context.talk((connection) =>
    connection.request({
      type,
      flags: flags | (echo ? NLM_F_ECHO : 0),
      codec: linkMessage,
      message,
      long: type === RTM_DELLINK,
    })
  );
  if (!echo) return;
  const { printer } = context;
  printer.begin();
  await context.render(() => {
    printer.object(null, () => {
      const [answer] = answers;
      if (answer === undefined) return;
      formatLink(context, answer, {
        family: 0,
        asLink: false,
        filter: { group: 0, flags: 0, flagMask: 0 },
        deleted: type === RTM_DELLINK,
      });
    });
  });
  printer.end();
}

/**
 * Names and indices, once all arguments are read.
 *
 * @param spec What the arguments set; its message gets them.
 * @param args The arguments that are left.
 * @returns Whether this is about all links of a group.
 * @throws {CommandError} If the arguments do not fit together, or there is no
 * such device.
 */
export async function finishArguments(
  spec: LinkArguments,
  args: Arguments,
  context: Context,
): Promise<boolean> {
  const { message, creates, index, link, hasGroup } = spec;
  const { attributes } = message;
  let { name, device } = spec;
  name ??= device;
  device ??= name;
  if (device !== undefined && attributes.address !== undefined && !creates) {
    await checkLength(attributes.address, device, context);
  }
  if (index !== 0 && !creates && !spec.moves) {
    throw exit(
      255,
      "index can be used only when creating devices or when moving device to another netns.",
    );
  }
  if (hasGroup && device === undefined) {
    if (args.left > 0) throw exit(255, garbage(args.take()));
    if (creates) {
      throw exit(255, "group cannot be used when creating devices.");
    }
    return true;
  }
  const there = await resolveLinkNamespace(spec, args, context);
  using _closed = there === context ? undefined : there;
  if (!creates) {
    if (device === undefined) {
      throw exit(
        255,
        'Not enough information: "dev" argument is required.',
      );
    }
    message.index = await context.links.indexOf(device);
    if (message.index === 0) throw noDevice(device);
    if (name === device) name = undefined;
    if (index !== 0) attributes.newIndex = index;
  } else {
    if (name !== device) {
      throw exit(
        255,
        'both "name" and "dev" cannot be used when creating devices.',
      );
    }
    if (link !== undefined) {
      const { linkNetnsId } = attributes;
      attributes.link = linkNetnsId === undefined
        ? await context.links.indexOf(link)
        : await indexIn(linkNetnsId, link, there);
      if (attributes.link === 0) throw noDevice(link);
    }
    message.index = index;
  }
  if (name !== undefined) attributes.name = name;
  return false;
}

/** The index of a device in another network namespace; 0 if it has none there. */
async function indexIn(
  targetNetnsId: number,
  name: string,
  context: Context,
): Promise<number> {
  const connection = await context.connect();
  try {
    const { index } = await connection.get({
      type: RTM_GETLINK,
      codec: linkMessage,
      message: blank(linkMessage, { attributes: { targetNetnsId, name } }),
    });
    return index;
  } catch (error) {
    if (!isKernelError(error)) throw error;
    context.io.err(await refusal(error));
    return 0;
  }
}

async function checkLength(
  address: string,
  device: string,
  context: Context,
): Promise<void> {
  const expected = await addressLength(device, context);
  const length = address.split(":").length;
  if (expected >= 0 && length !== expected) {
    throw fail(
      1,
      `Invalid address length ${length} - must be ${expected} bytes`,
    );
  }
}

async function addKind(
  name: string,
  args: Arguments,
  change: LinkChange,
): Promise<void> {
  const info: LinkInfo = {};
  // The empty name is sent with the NUL at its end, as ip does.
  if (name === "") addRaw(linkInfo, info, "kind", new Uint8Array(1));
  else info.kind = name;
  change.message.attributes.info = info;
  if (args.left === 0) return;
  await loadKind(name);
  const kind = kindOf(name);
  if (kind?.parse === undefined) {
    const arg = args.take();
    if (matches(arg, "help")) throw usage("link");
    throw fail(1, garbage(arg));
  }
  const data = await kind.parse(args, change);
  if (!name.endsWith("_slave")) {
    Object.assign(info, { [name]: data });
    return;
  }
  const master = name.slice(0, -"_slave".length);
  change.message.attributes.info = {
    kind: name,
    slaveKind: master,
    [`${master}Port`]: data,
  };
}

function garbage(arg: string): string {
  return `Garbage instead of arguments "${arg} ...". Try "ip link help".`;
}
