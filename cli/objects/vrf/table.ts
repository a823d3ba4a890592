/**
 * Routing tables of VRFs.
 *
 * @module
 */

import { RT_TABLE_MAIN } from "../../../messages/constants.ts";
import { RTM_GETLINK } from "../../../messages/link/constants.ts";
import { type LinkMessage, linkMessage } from "../../../messages/link/link.ts";
import type { Context } from "../../runtime/context.ts";
import { isDeviceName } from "../../parse/device_name.ts";
import { isKernelError } from "../../parse/errors.ts";
import { blank } from "../../../messages/codec/mod.ts";

/**
 * The routing table of a VRF.
 *
 * @param link The VRF.
 * @returns Its table, or 0 if it is no VRF.
 */
export function tableOf({ attributes: { info } }: LinkMessage): number {
  return info?.kind === "vrf" ? info.vrf?.table ?? 0 : 0;
}

/**
 * Finds the routing table of a VRF.
 *
 * @param name Name of the VRF's device, or `default`.
 * @returns Its table, or 0 if there is no such VRF.
 */
export async function tableByName(
  name: string,
  context: Context,
): Promise<number> {
  const link = await linkByName(name, context);
  if (link !== undefined) return tableOf(link);
  return name === "default" ? RT_TABLE_MAIN : 0;
}

async function linkByName(
  name: string,
  context: Context,
): Promise<LinkMessage | undefined> {
  const connection = await context.connect();
  try {
    return await connection.get({
      type: RTM_GETLINK,
      codec: linkMessage,
      message: blank(linkMessage, {
        family: context.family,
        attributes: isDeviceName(name) ? { name } : { alternativeName: name },
      }),
    });
  } catch (error) {
    if (!isKernelError(error)) throw error;
    return undefined;
  }
}
