/**
 * Bands by queue of the device.
 *
 * @module
 */

import type { MultiqData } from "../../../messages/tc/qdiscs/multiq.ts";
import { uint16 } from "../../mapping/conversions.ts";
import { mapping, readOnly } from "../../mapping/mapping.ts";
import { arranged, type TrafficMapping } from "../kind.ts";

/** What the kernel reports of bands by queue; there is nothing to set. */
export interface MultiqOptions {
  /** Number of bands (`tc_multiq_qopt.bands`). */
  readonly bands?: number;
  /** Number of queues (`tc_multiq_qopt.max_bands`). */
  readonly maximumBands?: number;
}

/** How {@linkcode MultiqOptions} are stored. */
export const multiqMapping: TrafficMapping<MultiqOptions, MultiqData> =
  arranged(
    mapping<MultiqOptions, Partial<MultiqData>>({
      bands: readOnly("bands", uint16),
      maximumBands: readOnly("maximumBands", uint16),
    }),
    (data: MultiqData) => data,
    // The kernel wants to have them, and looks at the device instead.
    () => ({ bands: 0, maximumBands: 0 }),
  );
