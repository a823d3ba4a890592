/**
 * VRFs by name.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import { invalidArgument, isKernelError } from "../../parse/errors.ts";
import { isDeviceName } from "../../parse/device_name.ts";
import {
  RTEXT_FILTER_VF,
  RTM_GETLINK,
} from "../../../messages/link/constants.ts";
import { briefLinkMessage } from "../../../messages/link/common.ts";
import type { LinkMessage } from "../../../messages/link/link.ts";
import { blank } from "../../../messages/codec/mod.ts";

/**
 * Finds the device of a VRF.
 *
 * @param name Its name.
 * @returns Its index.
 * @throws {CommandError} If there is no such VRF.
 */
export async function vrfIndex(
  name: string,
  context: Context,
): Promise<number> {
  const index = await context.links.indexOf(name);
  const link = index === 0 ? undefined : await linkByName(name, context);
  if (link?.attributes.info?.kind !== "vrf") {
    throw invalidArgument("Not a valid VRF name\n", name);
  }
  return index;
}

/**
 * Asks for a link.
 *
 * @param name Its name.
 * @param functions Whether to ask for its virtual functions too.
 * @returns The link, or `undefined` if there is none.
 */
export async function linkByName(
  name: string,
  context: Context,
  functions = false,
): Promise<LinkMessage | undefined> {
  const connection = await context.connect();
  try {
    return await connection.get({
      type: RTM_GETLINK,
      codec: briefLinkMessage,
      message: blank(briefLinkMessage, {
        family: context.family,
        attributes: {
          ...isDeviceName(name) ? { name } : { alternativeName: name },
          ...functions && { extMask: RTEXT_FILTER_VF },
        },
      }),
    });
  } catch (error) {
    if (!isKernelError(error)) throw error;
    return undefined;
  }
}
