/**
 * `bridge link show`.
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import { AF_BRIDGE } from "../../../messages/families.ts";
import {
  RTEXT_FILTER_VF,
  RTM_GETLINK,
} from "../../../messages/link/constants.ts";
import { linkMessage } from "../../../messages/link/link.ts";
import { duplicateArgument } from "../../parse/errors.ts";
import { type Grammar, parse, takes } from "../../parse/grammar.ts";
import type { Command } from "../../runtime/context.ts";
import { type Filter, filterDevice, ignore, indexOf, list } from "../common.ts";
import { formatBridgeLink, passes } from "./format.ts";

interface LinkFilter extends Filter {
  master?: string;
}

const FILTERS: Grammar<LinkFilter> = {
  "dev": filterDevice(),
  "master": takes("DEVICE", (filter, { args }) => {
    const arg = args.take();
    if (filter.master !== undefined) throw duplicateArgument("master", arg);
    filter.master = arg;
  }),
};

/** Shows ports of bridges. */
export const show: Command = takes(
  { options: FILTERS },
  async (args, context) => {
    const filter: LinkFilter = { index: 0, vlan: 0 };
    await parse(FILTERS, filter, args, context, ignore);
    const index = filter.device === undefined
      ? 0
      : await indexOf(context, filter.device);
    const master = filter.master === undefined
      ? 0
      : await indexOf(context, filter.master);
    const links = await list(context, {
      type: RTM_GETLINK,
      codec: linkMessage,
      message: blank(linkMessage, {
        family: AF_BRIDGE,
        attributes: { extMask: RTEXT_FILTER_VF },
      }),
    });
    const { printer } = context;
    printer.begin();
    await context.renderAll(
      links.filter((link) => passes({ index, master }, link)),
      (link) => formatBridgeLink(context, link),
    );
    printer.end();
    return 0;
  },
);
