/**
 * `ip address flush`.
 *
 * @module
 */

import type { Command, Context } from "../../runtime/context.ts";
import {
  CommandError,
  fail,
  isKernelError,
  refusal,
} from "../../parse/errors.ts";
import { takes } from "../../parse/grammar.ts";
import {
  type LinkFilter,
  parseFilter,
  SELECTION,
} from "../link/parse_filter.ts";
import { formatAddress } from "./format.ts";
import { addressRequest, familyOf, passesAddress } from "./parse_filter.ts";
import { BatchError } from "../../../api/connection/batch_error.ts";
import {
  type AddressMessage,
  addressMessage,
} from "../../../messages/address/address.ts";
import {
  IFA_F_SECONDARY,
  RTM_DELADDR,
} from "../../../messages/address/constants.ts";
import { AF_PACKET } from "../../../messages/families.ts";

/** Deletes addresses until none is left. */
export const flush: Command = takes(SELECTION, async (args, context) => {
  const { options, printer, family } = context;
  if (args.left === 0) throw fail(1, "Flush requires arguments.");
  if (family === AF_PACKET) throw fail(1, "Cannot flush link addresses.");
  const filter = await parseFilter(
    args,
    context,
    family,
    context.addressUsage,
  );
  const { loops, stats } = options;
  for (let round = 0; loops === 0 || round < loops;) {
    const addresses = await select(context, filter);
    if (addresses.length === 0) {
      if (stats > 0) printer.text(done(round));
      return 0;
    }
    if (stats > 1) {
      await context.renderAll(addresses, (address) => {
        formatAddress(context, address, { device: true });
      });
    }
    round++;
    await remove(context, addresses);
    if (stats > 0) {
      const what = `deleting ${addresses.length} addresses`;
      printer.text(`\n*** Round ${round}, ${what} ***\n`);
    }
    // Secondary addresses that have become primary ones are to stay.
    if (filter.flagMask & ~filter.flags & IFA_F_SECONDARY) {
      if (stats > 0) printer.text(done(round));
      return 0;
    }
  }
  throw fail(255, `*** Flush remains incomplete after ${loops} rounds. ***`);
});

function done(rounds: number): string {
  if (rounds === 0) return "Nothing to flush.\n";
  const text = `${rounds} round${rounds > 1 ? "s" : ""}`;
  return `*** Flush is complete after ${text} ***\n`;
}

async function select(
  context: Context,
  filter: LinkFilter,
): Promise<AddressMessage[]> {
  const connection = await context.connect();
  const request = addressRequest(familyOf(context, filter), filter.index);
  try {
    const all = await connection.dumpAll(request);
    let selected: AddressMessage[] = [];
    await context.render(() => {
      selected = all.filter((item) => passesAddress(context, filter, item));
    });
    return selected;
  } catch (error) {
    if (!isKernelError(error)) throw error;
    const text = `${await refusal(error)}Flush terminated\n`;
    throw new CommandError(1, true, text);
  }
}

async function remove(
  context: Context,
  addresses: readonly AddressMessage[],
): Promise<void> {
  const connection = await context.connect();
  try {
    await connection.batch(addresses.map((message) => ({
      type: RTM_DELADDR,
      codec: addressMessage,
      message,
    })));
  } catch (error) {
    if (!(error instanceof BatchError)) throw error;
    // Secondary addresses may have gone with the first one of their subnet.
    const reason = error.failures[0]?.error;
    if (!isKernelError(reason)) throw error;
    if (reason.code === "EADDRNOTAVAIL") return;
    const { errorText } = await import("../../../messages/errno.ts");
    const text = `Failed to send flush request: ${errorText(reason.errno)}`;
    throw fail(255, text);
  }
}
