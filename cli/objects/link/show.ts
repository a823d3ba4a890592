/**
 * `ip link show`.
 *
 * @module
 */

import type { Request } from "../../../api/connection/connection.ts";
import type { Command, Context } from "../../runtime/context.ts";
import { CommandError, isKernelError, refusal } from "../../parse/errors.ts";
import { takes } from "../../parse/grammar.ts";
import { isDeviceName } from "../../parse/device_name.ts";
import { type LinkFilter, parseFilter, SELECTION } from "./parse_filter.ts";
import { formatLink, type LinkView } from "./format.ts";
import { AF_PACKET, AF_UNSPEC } from "../../../messages/families.ts";
import {
  RTEXT_FILTER_SKIP_STATS,
  RTEXT_FILTER_VF,
  RTM_GETLINK,
} from "../../../messages/link/constants.ts";
import type { Codec } from "../../../messages/codec/codec.ts";
import { briefLinkMessage } from "../../../messages/link/common.ts";
import type {
  LinkAttributes,
  LinkMessage,
} from "../../../messages/link/link.ts";
import { blank } from "../../../messages/codec/mod.ts";

/** Shows links. */
export const show: Command = takes(SELECTION, async (args, context) => {
  context.family = AF_PACKET;
  context.asLink = true;
  const filter = await parseFilter(args, context, AF_PACKET, "link");
  const view: LinkView = {
    family: AF_PACKET,
    asLink: true,
    showQueue: true,
    filter,
  };
  const { printer } = context;
  printer.begin();
  await context.renderAll(await fetchLinks(context, filter, true), (link) => {
    printer.object(null, () => {
      formatLink(context, link, view);
    });
  });
  printer.end();
  return 0;
});

/**
 * Asks for the links that a filter may let pass.
 *
 * @param filter The filter.
 * @param asLink Whether this is about links, and not about their addresses.
 * @returns The links; none, if the kernel refuses to list them.
 * @throws {CommandError} If there is no such link.
 */
export async function fetchLinks(
  context: Context,
  filter: LinkFilter,
  asLink: boolean,
): Promise<LinkMessage[]> {
  const { device, index, group } = filter;
  if (device !== undefined && group === undefined && asLink) {
    return [await getByName(context, device, filter)];
  }
  const links = index === undefined
    ? await listLinks(context, filter)
    : await getByIndex(context, index, filter);
  for (const link of links) context.links.remember(link);
  // What another filter does not let pass is an empty object in JSON.
  return group === undefined
    ? links
    : links.filter(({ attributes }) => attributes.group === group);
}

/** What the kernel is to add to links, and to leave out. */
function extMaskOf(
  { options }: Context,
  { noVirtualFunctions = false }: LinkFilter,
): number {
  return (noVirtualFunctions ? 0 : RTEXT_FILTER_VF) |
    (options.stats > 0 ? 0 : RTEXT_FILTER_SKIP_STATS);
}

async function getByName(
  context: Context,
  device: string,
  filter: LinkFilter,
): Promise<LinkMessage> {
  const name = isDeviceName(device)
    ? { name: device }
    : { alternativeName: device };
  const extMask = extMaskOf(context, filter);
  try {
    const connection = await context.connect();
    return await connection.get(
      await request(context, 0, { ...name, extMask }),
    );
  } catch (error) {
    context.printer.end();
    throw await cannotSend(error, "link get request");
  }
}

async function getByIndex(
  context: Context,
  index: number,
  filter: LinkFilter,
): Promise<LinkMessage[]> {
  const extMask = extMaskOf(context, filter);
  try {
    const connection = await context.connect();
    return [
      await connection.get(await request(context, index, { extMask })),
    ];
  } catch (error) {
    context.io.err((await cannotSend(error, "link request")).message);
    return [];
  }
}

async function listLinks(
  context: Context,
  filter: LinkFilter,
): Promise<LinkMessage[]> {
  const { master, kind } = filter;
  const attributes: LinkAttributes = {};
  // Families with answers of their own take nothing after the header.
  if (context.family === AF_UNSPEC || context.family === AF_PACKET) {
    attributes.extMask = extMaskOf(context, filter);
    if (master !== undefined) attributes.master = master >>> 0;
    if (kind !== undefined) attributes.info = { kind };
  }
  try {
    const connection = await context.connect();
    return await connection.dumpAll(await request(context, 0, attributes));
  } catch (error) {
    if (!isKernelError(error)) throw error;
    context.io.err(`${await refusal(error)}Dump terminated\n`);
    return [];
  }
}

async function cannotSend(error: unknown, what: string): Promise<CommandError> {
  if (!isKernelError(error)) throw error;
  const { errorText } = await import("../../../messages/errno.ts");
  return new CommandError(
    1,
    true,
    `${await refusal(error)}Cannot send ${what}: ${errorText(error.errno)}\n`,
  );
}

/** Settings of kinds take long to load, and only details and counters show them. */
async function codecFor({ options }: Context): Promise<Codec<LinkMessage>> {
  if (!options.details && options.stats === 0) return briefLinkMessage;
  return (await import("../../../messages/link/link.ts")).linkMessage;
}

async function request(
  context: Context,
  index: number,
  attributes: LinkAttributes,
): Promise<Request<LinkMessage>> {
  return {
    type: RTM_GETLINK,
    codec: await codecFor(context),
    message: blank(briefLinkMessage, {
      family: context.family,
      index,
      attributes,
    }),
  };
}
