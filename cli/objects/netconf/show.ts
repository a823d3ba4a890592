/**
 * `ip netconf show`.
 *
 * @module
 */

import type { Command, Context } from "../../runtime/context.ts";
import { CommandError, fail, isKernelError } from "../../parse/errors.ts";
import { type Grammar, parse, takes } from "../../parse/grammar.ts";
import { formatNetconf } from "./format.ts";
import { errorText } from "../../../messages/errno.ts";
import { AF_INET, AF_INET6, AF_UNSPEC } from "../../../messages/families.ts";
import { RTM_GETNETCONF } from "../../../messages/netconf/constants.ts";
import {
  type NetconfMessage,
  netconfMessage,
} from "../../../messages/netconf/netconf.ts";

const SELECTORS: Grammar<{ index: number }> = {
  "dev": takes("STRING:device", async (selection, { args, context }) => {
    const arg = args.take();
    selection.index = await context.links.indexOf(arg);
    if (selection.index <= 0) throw fail(1, `Device "${arg}" does not exist.`);
  }),
};

/** Shows settings. */
export const show: Command = takes(
  { options: SELECTORS },
  async (args, context) => {
    const { family, printer } = context;
    const selection = { index: 0 };
    // As in `ip`, other arguments do not matter.
    await parse(SELECTORS, selection, args, context, () => {});
    const { index } = selection;
    if (index !== 0 && family !== AF_UNSPEC) {
      await showOne(context, family, index);
      return 0;
    }
    printer.begin();
    let settings = await list(context, family);
    if (settings !== undefined) {
      await showAll(context, settings, family, index);
      printer.end();
      return 0;
    }
    // The kernel lists one family at a time: each gets a list of its own.
    for (const each of [AF_INET, AF_INET6]) {
      settings = await list(context, each);
      printer.begin();
      await showAll(context, settings ?? [], each, index);
      printer.end();
    }
    return 0;
  },
);

async function showAll(
  context: Context,
  settings: readonly NetconfMessage[],
  family: number,
  index: number,
): Promise<void> {
  await context.renderAll(settings, (message) => {
    if (family !== AF_UNSPEC && message.family !== family) return;
    if (index !== 0 && message.attributes.index !== index) return;
    formatNetconf(context, message);
  });
}

/** Shows the settings of one device, and that as text. */
async function showOne(
  context: Context,
  family: number,
  index: number,
): Promise<void> {
  const answers = await context.talk((connection) =>
    connection.request({
      type: RTM_GETNETCONF,
      codec: netconfMessage,
      message: { family, attributes: { index } },
    })
  );
  await context.renderAll(answers, (message) => {
    if (message.family === family) formatNetconf(context, message);
  });
}

/** Asks for the settings of a family; `undefined` if there is no list of all families. */
async function list(
  context: Context,
  family: number,
): Promise<NetconfMessage[] | undefined> {
  const connection = await context.connect();
  try {
    return await connection.dumpAll({
      type: RTM_GETNETCONF,
      codec: netconfMessage,
      message: { family, attributes: {} },
    });
  } catch (error) {
    if (!isKernelError(error)) throw error;
    if (error.code === "EOPNOTSUPP" && family === AF_UNSPEC) return undefined;
    const reason = `RTNETLINK answers: ${errorText(error.errno)}\n`;
    throw new CommandError(1, true, `${reason}Dump terminated\n`);
  }
}
