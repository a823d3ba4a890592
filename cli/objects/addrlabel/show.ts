/**
 * `ip addrlabel list` and `flush`.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import { fail, refused } from "../../parse/errors.ts";
import type { Arguments } from "../../parse/grammar.ts";
import { formatAddressLabel } from "./format.ts";
import { AF_INET6 } from "../../../messages/families.ts";
import {
  type AddressLabelMessage,
  addressLabelMessage,
} from "../../../messages/address_label/address_label.ts";
import {
  RTM_DELADDRLABEL,
  RTM_GETADDRLABEL,
} from "../../../messages/address_label/constants.ts";
import { blank } from "../../../messages/codec/mod.ts";

/** Exit codes. */
const SHOW_FAILED = 255;
const FLUSH_FAILED = 1;

/** Shows address labels. */
export async function show(args: Arguments, context: Context): Promise<number> {
  if (args.left > 0) {
    throw fail(1, '"ip addrlabel show" does not take any arguments.');
  }
  const { printer } = context;
  printer.begin();
  const labels = await fetchLabels(context, SHOW_FAILED, "Dump terminated");
  await context.renderAll(labels, (label) => {
    formatAddressLabel(context, label);
  });
  printer.end();
  return 0;
}

/** Deletes all address labels. */
export async function flush(
  args: Arguments,
  context: Context,
): Promise<number> {
  if (args.left > 0) {
    throw fail(1, '"ip addrlabel flush" does not allow extra arguments');
  }
  const what = "Flush terminated";
  const labels = await fetchLabels(context, FLUSH_FAILED, what);
  const connection = await context.connect();
  for (const message of labels) {
    if (message.attributes.address === undefined) continue;
    await connection.request({
      type: RTM_DELADDRLABEL,
      codec: addressLabelMessage,
      message,
    }).catch(refused(fail, FLUSH_FAILED, what));
  }
  return 0;
}

async function fetchLabels(
  context: Context,
  code: number,
  what: string,
): Promise<AddressLabelMessage[]> {
  const connection = await context.connect();
  return await connection.dumpAll({
    type: RTM_GETADDRLABEL,
    codec: addressLabelMessage,
    message: blankLabel(context.family || AF_INET6),
  }).catch(refused(fail, code, what));
}

/**
 * An empty label.
 *
 * @param family Its family, `AF_*`.
 * @returns The label.
 */
export function blankLabel(family: number): AddressLabelMessage {
  return blank(addressLabelMessage, {
    family,
  });
}
