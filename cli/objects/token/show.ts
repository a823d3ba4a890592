/**
 * `ip token list` and `get`.
 *
 * @module
 */

import type { Command, Context } from "../../runtime/context.ts";
import {
  fail,
  invalidArgument,
  isKernelError,
  refusal,
} from "../../parse/errors.ts";
import { type Arguments, takes } from "../../parse/grammar.ts";
import { hostName } from "../../names/hosts.ts";
import { AF_INET6 } from "../../../messages/families.ts";
import {
  IFF_LOOPBACK,
  IFF_NOARP,
  RTM_GETLINK,
} from "../../../messages/link/constants.ts";
import { type LinkMessage, linkMessage } from "../../../messages/link/link.ts";
import { blank } from "../../../messages/codec/mod.ts";

/** Shows the tokens of links. */
export const show: Command = takes("[ dev DEV ]", async (args, context) => {
  const index = await takeDevice(args, context);
  const { printer } = context;
  let links: LinkMessage[] = [];
  printer.begin();
  try {
    const connection = await context.connect();
    links = await connection.dumpAll({
      type: RTM_GETLINK,
      codec: linkMessage,
      message: blank(linkMessage, {
        family: AF_INET6,
      }),
    });
  } catch (error) {
    if (!isKernelError(error)) throw error;
    printer.end();
    throw fail(1, `${await refusal(error)}Dump terminated`);
  }
  for (const link of links) {
    if (link.family !== AF_INET6 || link.index === 0) continue;
    if (index > 0 && link.index !== index) continue;
    if (link.flags & (IFF_LOOPBACK | IFF_NOARP)) continue;
    await showToken(context, link);
  }
  printer.end();
  return 0;
});

async function takeDevice(args: Arguments, context: Context): Promise<number> {
  while (args.left > 0) {
    if (args.take() !== "dev") continue;
    const arg = args.take();
    const index = await context.links.indexOf(arg);
    if (index === 0) throw invalidArgument("dev is invalid\n", arg);
    return index;
  }
  return 0;
}

async function showToken(context: Context, link: LinkMessage): Promise<void> {
  const { printer, io } = context;
  const { index, attributes: { inet6 } } = link;
  const token = inet6?.token;
  if (token === undefined) {
    printer.end();
    printer.flush();
    if (inet6 !== undefined) {
      io.err("Seems there's no support for IPv6 token!\n");
    }
    throw fail(1, "Dump terminated");
  }
  await context.render(() => {
    printer.object(null, () => {
      const host = hostName(context, token);
      printer.text("token ");
      printer.colored("inet6", "token", host, host);
      printer.text(" dev ");
      const name = context.links.nameOf(index);
      printer.colored("ifname", "ifname", name, `${name}\n`);
    });
  });
}
