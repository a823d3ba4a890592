/**
 * `ip address save`, `showdump` and `restore`.
 *
 * @module
 */

import { decodeAsRead } from "../../runtime/as_read.ts";
import type { Command, Context } from "../../runtime/context.ts";
import {
  type DumpFile,
  readMessages,
  restoreMessages,
  startFile,
  writeMessages,
} from "../../runtime/dump_file.ts";
import { CommandError, isKernelError, refusal } from "../../parse/errors.ts";
import { type Arguments, takes } from "../../parse/grammar.ts";
import { wrongLength } from "../monitor/format.ts";
import { parseFilter, SELECTION } from "../link/parse_filter.ts";
import { formatAddress } from "./format.ts";
import { addressRequest } from "./parse_filter.ts";
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

/** Writes addresses to the output as the kernel reports them. */
export const save: Command = takes(SELECTION, async (args, context) => {
  const { family } = context;
  const filter = await parseFilter(
    args,
    context,
    family,
    context.addressUsage,
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
  _args: Arguments,
  context: Context,
): Promise<number> {
  const { printer } = context;
  const saved = readMessages(context, FILE);
  let item = saved.next();
  printer.begin();
  printer.openObject(null);
  printer.openArray("addr_info");
  for (; !item.done; item = saved.next()) {
    const { header: { type }, body: { length }, memory } = item.value;
    const excess = length - addressMessage.size;
    const { message, deficit } = decodeAsRead(
      addressMessage,
      excess < 0 ? padded(memory, length) : memory,
      Math.max(length, addressMessage.size),
      "none",
    );
    const shown = excess < 0 ? NLMSG_NOOP : type;
    if (excess >= 0 && isAddress(type) && deficit !== "") {
      context.io.err(deficit);
    }
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

/** A header that is too short, as if it ended with 0. */
function padded(memory: Uint8Array, length: number): Uint8Array {
  const header = new Uint8Array(addressMessage.size);
  header.set(memory.subarray(0, length));
  return header;
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
    const index = message.index | 0;
    printer.value("index", index, `if${index}:`);
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
  _args: Arguments,
  context: Context,
): Promise<number> {
  await restoreMessages(context, FILE);
  return 0;
}
