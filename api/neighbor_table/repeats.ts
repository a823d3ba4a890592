/**
 * Neighbor tables that the kernel lists more than once.
 *
 * @module
 */

import type { NeighborTableMessage } from "../../messages/neighbor_table/neighbor_table.ts";

/**
 * Makes a test for the messages of one dump that drops repeats.
 *
 * Where the parameters of a table's devices fill a datagram, the kernel begins
 * the next one with the table itself again.
 *
 * @returns Whether a table, or the parameters of a device, come for the
 * first time.
 */
export function firstTime(): (message: NeighborTableMessage) => boolean {
  const seen = new Set<string>();
  return ({ family, attributes: { name, parameters } }) => {
    const key = `${family} ${parameters?.index ?? "table"} ${name}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
}
