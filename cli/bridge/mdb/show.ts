/**
 * `bridge mdb show`.
 *
 * @module
 */

import { AF_BRIDGE } from "../../../messages/families.ts";
import { RTM_GETMDB } from "../../../messages/mdb/constants.ts";
import { type MdbMessage, mdbMessage } from "../../../messages/mdb/mdb.ts";
import { type Grammar, takes } from "../../parse/grammar.ts";
import type { Command } from "../../runtime/context.ts";
import {
  type Filter,
  filterDevice,
  filterVlan,
  list,
  readFilter,
} from "../common.ts";
import { formatEntries, formatRouterPorts } from "./format.ts";

const FILTERS: Grammar<Filter> = {
  "dev": filterDevice(),
  "vid": filterVlan(),
};

/** Shows multicast databases. */
export const show: Command = takes(
  { options: FILTERS },
  async (args, context) => {
    const filter = await readFilter(FILTERS, args, context);
    const { printer } = context;
    printer.begin();
    printer.openObject(null);
    const all = await list(context, {
      type: RTM_GETMDB,
      codec: mdbMessage,
      message: { family: AF_BRIDGE, index: 0, attributes: {} },
    }, 255);
    const messages = all.filter(({ index }) =>
      filter.index === 0 || filter.index === index
    );
    const renderAll = (format: (message: MdbMessage) => void) =>
      context.renderAll(messages, format);
    printer.openArray("mdb");
    await renderAll((message) => formatEntries(context, message, filter.vlan));
    printer.closeArray();
    printer.openObject("router");
    await renderAll((message) => formatRouterPorts(context, message));
    printer.closeObject();
    printer.closeObject();
    printer.end();
    return 0;
  },
);
