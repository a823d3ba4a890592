/**
 * Routing tables of VRFs.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import { invalidArgument } from "../../parse/errors.ts";
import { linkByName } from "../link/vrf.ts";

/**
 * Finds the routing table of a VRF.
 *
 * @param name Name of the VRF's device, or `default`.
 * @returns The table's number.
 * @throws {CommandError} If there is no such VRF.
 */
export async function vrfTable(
  name: string,
  context: Context,
): Promise<number> {
  const { tableByName } = await import("../vrf/table.ts");
  const table = await tableByName(name, context);
  if (table === 0) throw invalidArgument("Invalid VRF\n", name);
  return table;
}

/**
 * Whether a device is a VRF.
 *
 * @param name Its name.
 * @returns Whether it is.
 */
export async function isVrf(name: string, context: Context): Promise<boolean> {
  const link = await linkByName(name, context);
  return link?.attributes.info?.kind === "vrf";
}
