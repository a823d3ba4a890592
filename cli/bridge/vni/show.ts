/**
 * `bridge vni show`.
 *
 * @module
 */

import { AF_BRIDGE } from "../../../messages/families.ts";
import {
  RTM_GETTUNNEL,
  TUNNEL_MSG_FLAG_STATS,
} from "../../../messages/tunnel/constants.ts";
import { tunnelMessage } from "../../../messages/tunnel/tunnel.ts";
import { type Grammar, takes } from "../../parse/grammar.ts";
import type { Command } from "../../runtime/context.ts";
import {
  type Filter,
  filterDevice,
  list,
  NAME_WIDTH,
  readFilter,
} from "../common.ts";
import { formatNetworks, NETWORK_WIDTH } from "./format.ts";

const FILTERS: Grammar<Filter> = { "dev": filterDevice() };

/** Shows networks of VXLANs. */
export const show: Command = takes(
  { options: FILTERS },
  async (args, context) => {
    const filter = await readFilter(FILTERS, args, context);
    const { printer, options: { stats } } = context;
    printer.begin();
    const [name, network] = [
      "dev".padEnd(NAME_WIDTH),
      "vni".padEnd(NETWORK_WIDTH),
    ];
    printer.text(`${name}  ${network}  group/remote\n`);
    const messages = await list(
      context,
      {
        type: RTM_GETTUNNEL,
        codec: tunnelMessage,
        message: {
          family: AF_BRIDGE,
          flags: stats > 0 ? TUNNEL_MSG_FLAG_STATS : 0,
          index: filter.index,
          attributes: {},
        },
      },
      1,
      "Dump ternminated",
    );
    await context.renderAll(messages, (message) => {
      if (filter.index !== 0 && filter.index !== message.index) return;
      formatNetworks(context, message);
    });
    printer.end();
    return 0;
  },
);
