/**
 * `ip neighbor get`.
 *
 * @module
 */

import {
  NDA_DST,
  NTF_PROXY,
  RTM_GETNEIGH,
} from "../../../messages/neighbor/constants.ts";
import {
  type NeighborAttributes,
  neighborMessage,
} from "../../../messages/neighbor/neighbor.ts";
import { setAddress } from "../../parse/address_attribute.ts";
import type { Context } from "../../runtime/context.ts";
import {
  duplicateArgument,
  duplicateOrGarbage,
  fail,
  noDevice,
  usage,
} from "../../parse/errors.ts";
import { matches, type Words } from "../../parse/grammar.ts";
import { addressOf, type Prefix } from "../../parse/prefixes.ts";
import { formatNeighbor } from "./format.ts";
import { NEIGHBOR_HELP } from "./help.ts";

/** Shows one neighbor. */
export async function get(words: Words, context: Context): Promise<number> {
  let device: string | undefined;
  let address: Prefix | undefined;
  let flags = 0;
  while (words.left > 0) {
    const word = words.take();
    if (word === "dev") device = words.take();
    else if (matches(word, "proxy")) {
      const next = words.take();
      if (matches(next, "help")) throw usage(NEIGHBOR_HELP);
      if (address !== undefined) throw duplicateArgument("address", next);
      address = addressOf(next, context.family);
      flags = NTF_PROXY;
    } else {
      const next = word === "to" ? words.take() : word;
      if (matches(next, "help")) throw usage(NEIGHBOR_HELP);
      if (address !== undefined) throw duplicateOrGarbage("to", next);
      address = addressOf(next, context.family);
    }
  }
  const hasDevice = device !== undefined || flags !== 0;
  if (!hasDevice || address === undefined || address.family === 0) {
    throw fail(1, "Device and address are required arguments.");
  }
  const index = device === undefined ? 0 : await context.links.indexOf(device);
  if (device !== undefined && index === 0) throw noDevice(device);
  const attributes: NeighborAttributes = {};
  setAddress(attributes, "destination", NDA_DST, address);
  const neighbor = await context.talk((kernel) =>
    kernel.get({
      type: RTM_GETNEIGH,
      codec: neighborMessage,
      message: {
        family: address.family,
        index,
        state: 0,
        flags,
        type: 0,
        attributes,
      },
    })
  );
  await context.render(() => formatNeighbor(context, neighbor));
  return 0;
}
