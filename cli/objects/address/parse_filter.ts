/**
 * Which addresses `ip address show` and `ip address flush` are about.
 *
 * @module
 */

import type { Request } from "../../../api/connection/connection.ts";
import type { Context } from "../../runtime/context.ts";
import { fnmatch } from "../../parse/fnmatch.ts";
import type { LinkFilter } from "../link/parse_filter.ts";
import { contains, readAddress } from "../../parse/prefixes.ts";
import { flagsOf } from "./format.ts";
import {
  type AddressMessage,
  addressMessage,
} from "../../../messages/address/address.ts";
import { RTM_GETADDR } from "../../../messages/address/constants.ts";
import { blank } from "../../../messages/codec/mod.ts";

/**
 * The family that a command is about.
 *
 * @param filter The filter.
 * @returns That which was asked for, or else that of the filter's prefix.
 */
export function familyOf({ family }: Context, { to }: LinkFilter): number {
  return family || (to?.family ?? 0);
}

/**
 * Whether a filter lets an address pass.
 *
 * @param context Has the names of devices.
 * @param filter The filter.
 * @param message The address.
 * @returns Whether it does.
 * @throws {Unresolved} If the name of its device was not looked up yet.
 */
export function passesAddress(
  context: Context,
  filter: LinkFilter,
  message: AddressMessage,
): boolean {
  const { index, scope, protocol, flags, flagMask, label, to } = filter;
  const { family, attributes } = message;
  const wanted = familyOf(context, filter);
  if (index && message.index !== index) return false;
  if (scope !== undefined && message.scope !== scope) return false;
  if (
    protocol !== undefined && attributes.protocol !== undefined &&
    attributes.protocol !== protocol
  ) return false;
  if ((flags ^ flagsOf(message)) & flagMask) return false;
  if (wanted !== 0 && family !== wanted) return false;
  if (label !== undefined) {
    const own = attributes.label ?? context.links.nameOf(message.index);
    if (!fnmatch(label, own)) return false;
  }
  const local = attributes.local ?? attributes.address;
  if (local === undefined || to === undefined || to.length === 0) return true;
  const bytes = readAddress(local, family)?.bytes;
  return bytes !== undefined && contains(to, bytes);
}

/**
 * The request for addresses.
 *
 * @param family Their family, `AF_*`; 0 for all.
 * @param index Index of their link; 0 for all.
 * @returns The request.
 */
export function addressRequest(
  family: number,
  index = 0,
): Request<AddressMessage> {
  return {
    type: RTM_GETADDR,
    codec: addressMessage,
    message: blank(addressMessage, {
      family,
      index,
    }),
  };
}
