/**
 * `ip mroute show`.
 *
 * @module
 */

import {
  RT_TABLE_DEFAULT,
  RTN_MULTICAST,
} from "../../../messages/constants.ts";
import {
  AF_INET,
  AF_INET6,
  AF_UNSPEC,
  RTNL_FAMILY_IP6MR,
  RTNL_FAMILY_IPMR,
} from "../../../messages/families.ts";
import { RTM_GETROUTE } from "../../../messages/route/constants.ts";
import {
  type RouteMessage,
  routeMessage,
} from "../../../messages/route/route.ts";
import type { Command, Context } from "../../runtime/context.ts";
import { dumpRefusal } from "../../runtime/dump_refusal.ts";
import {
  type CommandError,
  exit,
  invalidArgument,
  isKernelError,
  noDevice,
  usage,
} from "../../parse/errors.ts";
import {
  type Grammar,
  matches,
  parse,
  takes,
  text,
} from "../../parse/grammar.ts";
import {
  contains,
  type Prefix,
  prefixOf,
  readAddress,
} from "../../parse/prefixes.ts";
import { formatMulticastRoute } from "./format.ts";
import type { Argument } from "../../parse/form.ts";
import { blank } from "../../../messages/codec/mod.ts";

interface Selection {
  /** Family of multicast routes. */
  readonly family: number;
  /** Table, or 0 for all. */
  table: number;
  /** Name of the input device. */
  device?: string;
  /** Only routes of sources in this prefix. */
  from?: Prefix;
  /** Only routes of groups in this prefix. */
  to?: Prefix;
}

const TABLE_ID: Argument = {
  name: "TABLE_ID",
  means: "{ local | main | default | all | NUMBER }",
  from: "table",
};

const GRAMMAR: Grammar<Selection> = {
  "table*": takes(TABLE_ID, (selection, { args, context }) => {
    const arg = args.take();
    const table = context.names.tables.numberOf(arg);
    if (table !== undefined) selection.table = table;
    else if (arg === "all") selection.table = 0;
    else if (arg === "help") throw usage("mroute");
    else throw invalidArgument("table id value is invalid\n", arg);
  }),
  "iif": takes("DEVICE", text("device")),
  "from*": takes("PREFIX", (selection, { args, context }) => {
    selection.from = prefixOf(args.take(), context.family);
  }),
  "to": takes("PREFIX", (selection, { args, context }) => {
    selection.to = groupOf(args.take(), context);
  }),
};

function groupOf(arg: string, { family }: Context): Prefix {
  if (matches(arg, "help")) throw usage("mroute");
  return prefixOf(arg, family);
}

/** Shows multicast routes. */
export const show: Command = takes(
  ["[ PREFIX ]", { options: GRAMMAR }],
  async (args, context) => {
    const isIpv4 = context.family === AF_INET || context.family === AF_UNSPEC;
    if (!isIpv4 && context.family !== AF_INET6) return 0;
    const selection: Selection = {
      family: isIpv4 ? RTNL_FAMILY_IPMR : RTNL_FAMILY_IP6MR,
      table: isIpv4 ? RT_TABLE_DEFAULT : 0,
    };
    await parse(
      GRAMMAR,
      selection,
      args,
      context,
      (selection, { word }) => void (selection.to = groupOf(word, context)),
    );
    const { device } = selection;
    const index = device === undefined
      ? 0
      : await context.links.indexOf(device);
    if (device !== undefined && index === 0) throw noDevice(device);
    const { printer } = context;
    printer.begin();
    try {
      const routes = await fetchRoutes(context, selection);
      const foreign = routes.findIndex(({ type }) => type !== RTN_MULTICAST);
      const own = foreign < 0 ? routes : routes.slice(0, foreign);
      await context.renderAll(own, (message) => {
        if (isSelected(message, selection, index)) {
          formatMulticastRoute(context, message, selection.table);
        }
      });
      if (foreign >= 0) throw notMulticast();
    } finally {
      printer.end();
      printer.flush();
    }
    return 0;
  },
);

async function fetchRoutes(
  context: Context,
  { family, table }: Selection,
): Promise<RouteMessage[]> {
  const kernel = await context.connect();
  try {
    return await kernel.dumpAll({
      type: RTM_GETROUTE,
      codec: routeMessage,
      message: blank(routeMessage, {
        family,
        attributes: table === 0 ? {} : { table },
      }),
    });
  } catch (error) {
    if (!isKernelError(error)) throw error;
    const { message } = await dumpRefusal(error, "Dump terminated");
    throw exit(1, message.trimEnd());
  }
}

function isSelected(
  { family, table, attributes }: RouteMessage,
  selection: Selection,
  index: number,
): boolean {
  const { table: wanted } = selection;
  if (wanted > 0 && wanted !== (attributes.table ?? table)) return false;
  if (index !== 0 && attributes.inputDevice !== index) return false;
  const { source, destination } = attributes;
  return family === selection.family && isIn(selection.from, source) &&
    isIn(selection.to, destination);
}

function isIn(prefix: Prefix | undefined, arg: string | undefined): boolean {
  if (prefix === undefined || prefix.family === AF_UNSPEC) return true;
  const address = arg === undefined
    ? undefined
    : readAddress(arg, prefix.family);
  return address !== undefined && contains(prefix, address.bytes);
}

function notMulticast(): CommandError {
  return exit(
    1,
    "Non multicast route received, kernel does support IP multicast?\n" +
      "Dump terminated",
  );
}
