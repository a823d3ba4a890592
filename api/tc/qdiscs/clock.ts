/**
 * Clocks that times of transmission are of.
 *
 * @module
 */

import { CLOCKS } from "../../../messages/tc/qdiscs/etf.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import type { Conversion } from "../../mapping/mapping.ts";

/** Name of a clock, or its number (`CLOCK_*`). */
export type Clock = Lowercase<keyof typeof CLOCKS> | number;

/** How a {@linkcode Clock} is stored. */
export const clock: Conversion<Clock, number> = enumeration<
  Lowercase<keyof typeof CLOCKS>
>(
  () =>
    Object.fromEntries(
      Object.entries(CLOCKS).map(([name, n]) => [name.toLowerCase(), n]),
    ) as Record<Lowercase<keyof typeof CLOCKS>, number>,
  32,
);
