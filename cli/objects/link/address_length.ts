/**
 * How long the hardware addresses of a device are.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import { linkByName } from "./vrf.ts";

/**
 * Finds how long the hardware addresses of a device are.
 *
 * @param device Its name.
 * @returns The number of bytes, or -1 if there is no such device.
 */
export async function addressLength(
  device: string,
  context: Context,
): Promise<number> {
  const link = await linkByName(device, context);
  const address = link?.attributes.address;
  return address === undefined ? -1 : address.split(":").length;
}
