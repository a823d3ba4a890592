/**
 * Where filters of several kinds are to be, and are.
 *
 * @module
 */

import {
  TCA_CLS_FLAGS_IN_HW,
  TCA_CLS_FLAGS_SKIP_HW,
  TCA_CLS_FLAGS_SKIP_SW,
} from "../../../messages/tc/filters/flags.ts";
import { bit, type PropertiesOf } from "../../mapping/enumerations.ts";
import type { Field } from "../../mapping/mapping.ts";

/** Where a filter is to be, and is. */
export interface FilterHardware {
  /** Whether hardware is not to have the filter (`TCA_CLS_FLAGS_SKIP_HW`). */
  skipHardware?: boolean;
  /** Whether only hardware is to have the filter (`TCA_CLS_FLAGS_SKIP_SW`). */
  skipSoftware?: boolean;
  /** Whether hardware has the filter; read-only (`TCA_CLS_FLAGS_IN_HW`). */
  readonly inHardware?: boolean;
}

/**
 * How {@linkcode FilterHardware} is stored.
 *
 * @typeParam D The data.
 * @param property The property that has the flags.
 * @returns The fields.
 */
export function hardwareFields<D>(
  property: PropertiesOf<D, number>,
): { readonly [P in keyof FilterHardware]-?: Field<boolean, D> } {
  return {
    skipHardware: bit<D>(property, TCA_CLS_FLAGS_SKIP_HW),
    skipSoftware: bit<D>(property, TCA_CLS_FLAGS_SKIP_SW),
    inHardware: {
      ...bit<D>(property, TCA_CLS_FLAGS_IN_HW),
      write: () => {},
      readOnly: true,
    },
  };
}
