/**
 * Ranges of ports.
 *
 * @module
 */

import { uint16 } from "../conversions.ts";
import { type Mapping, mapping } from "../words.ts";

/** A range of ports. */
export interface PortRange {
  /** The first port. */
  low: number;
  /** The last port. */
  high: number;
}

/** How {@linkcode PortRange} is stored. */
export const portRange: Mapping<PortRange, { low: number; high: number }> =
  mapping<PortRange, { low: number; high: number }>(
    { low: ["low", uint16], high: ["high", uint16] },
    () => ({ low: 0, high: 0 }),
  );
