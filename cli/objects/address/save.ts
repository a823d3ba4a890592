/**
 * `ip address save`, `showdump` and `restore`.
 *
 * @module
 */

import { decodeWhole } from "../../runtime/complete.ts";
import type { Command, Context } from "../../runtime/context.ts";
import {
  type DumpFile,
  readMessages,
  restoreMessages,
  startFile,
  writeMessages,
} from "../../runtime/dump_file.ts";
import { CommandError, isKernelError, refusal } from "../../parse/errors.ts";
import { takes, type Words } from "../../parse/grammar.ts";
import { wrongLength } from "../monitor/format.ts";
import { parseFilter, SELECTION } from "../link/filter.ts";
import { formatAddress } from "./format.ts";
import { addressRequest, helpOf } from "./select.ts";
import {
  type AddressMessage,
  addressMessage,
} from "../../../messages/address/address.ts";
import { NLMSG_NOOP } from "../../../messages/header.ts";
import {
  RTM_DELADDR,
  RTM_NEWADDR,
} from "../../../messages/address/constants.ts";

/** Files with addresses. */
const FILE: DumpFile = { name: "address", magic: 0x47361222 };

/** Writes addresses to the output as the kernel tells them. */
export const save: Command = takes(SELECTION, async (words, context) => {
  const { family } = context;
  const filter = await parseFilter(
    words,
    context,
    family,
    helpOf(context),
  );
  if (!startFile(context, FILE)) return 1;
  const connection = await context.connect();
  try {
    const request = addressRequest(family, filter.index);
    const messages = await connection.dumpAll(request);
    writeMessages(context, RTM_NEWADDR, addressMessage, messages);
  } catch (error) {
    if (!isKernelError(error)) throw error;
    const text = await refusal(error);
    throw new CommandError(1, true, `${text}Save terminated\n`);
  }
  return 0;
});

/** Shows the addresses of a file. */
export async function showDump(
  _words: Words,
  context: Context,
): Promise<number> {
  const { printer } = context;
  const saved = readMessages(context, FILE);
  let item = saved.next();
  printer.begin();
  printer.openObject(null);
  printer.openArray("addr_info");
  for (; !item.done; item = saved.next()) {
    const { header: { type }, body } = item.value;
    const excess = body.length - addressMessage.size;
    const whole = new Uint8Array(Math.max(body.length, addressMessage.size));
    whole.set(body);
    const message = decodeWhole(addressMessage, whole);
    const shown = excess < 0 ? NLMSG_NOOP : type;
    await context.render(() => showSaved(context, message, shown));
    if (excess >= 0 || !isAddress(type)) continue;
    printer.flush();
    context.io.err(wrongLength(excess));
  }
  printer.closeArray();
  printer.closeObject();
  printer.end();
  return 0;
}

function isAddress(type: number): boolean {
  return type === RTM_NEWADDR || type === RTM_DELADDR;
}

function showSaved(
  context: Context,
  message: AddressMessage,
  type: number,
): void {
  const { printer } = context;
  printer.object(null, () => {
    printer.value("index", message.index, `if${message.index}:`);
    printer.newline();
    if (!isAddress(type)) return;
    formatAddress(context, message, {
      deleted: type === RTM_DELADDR,
      device: context.options.echo,
    });
  });
}

/** Adds the addresses of a file. */
export async function restore(
  _words: Words,
  context: Context,
): Promise<number> {
  await restoreMessages(context, FILE);
  return 0;
}
