/**
 * Requests about filters and chains, as `tc filter` and `tc chain` send them.
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import { TCM_IFINDEX_MAGIC_BLOCK } from "../../../messages/tc/constants.ts";
import {
  type FilterMessage,
  filterMessage,
} from "../../../messages/tc/filter.ts";
import type { Connection } from "../../../api/connection/connection.ts";
import { fail, noDevice, refused } from "../../parse/errors.ts";
import type { Context } from "../../runtime/context.ts";
import { filterInfo } from "../filter_header.ts";
import type { FilterArguments } from "./parse_filter.ts";

/**
 * The message about a filter, before it is known where it is.
 *
 * @param spec Which filter it is.
 * @param protocol The protocol, if none was given.
 * @returns The message.
 */
export function messageOf(
  { parent, preference, chain, protocol: given }: FilterArguments,
  protocol = 0,
): FilterMessage {
  return blank(filterMessage, {
    parent,
    info: filterInfo(preference, given ?? protocol),
    attributes: chain === undefined ? {} : { chain },
  });
}

/**
 * Sets where a filter is.
 *
 * @param message Its message.
 * @param spec Which filter it is.
 * @throws {CommandError} If there is no such device.
 */
export async function setPosition(
  message: FilterMessage,
  { device, block }: FilterArguments,
  { links }: Context,
): Promise<void> {
  if (device !== undefined) {
    message.index = await links.indexOf(device);
    if (message.index === 0) throw noDevice(device);
  } else if (block !== undefined) {
    message.index = TCM_IFINDEX_MAGIC_BLOCK | 0;
    message.parent = block;
  }
}

/**
 * Asks the kernel; a refusal is shown with what was tried.
 *
 * @param ask Asks.
 * @param problem What is shown after the refusal.
 * @param code Exit code.
 * @returns The answer.
 * @throws {CommandError} If the kernel refuses.
 */
export async function talk<T>(
  context: Context,
  ask: (kernel: Connection) => Promise<T>,
  problem = "We have an error talking to the kernel",
  code = 2,
): Promise<T> {
  const kernel = await context.connect();
  return await ask(kernel).catch(refused(fail, code, problem));
}
