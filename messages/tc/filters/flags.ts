/**
 * Flags that filters of several kinds have: `TCA_CLS_FLAGS_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_cls.h | linux/pkt_cls.h}
 *
 * @module
 */

/** Hardware does not have the filter, as it was asked. */
export const TCA_CLS_FLAGS_SKIP_HW = 1;
/** Only hardware has the filter, as it was asked. */
export const TCA_CLS_FLAGS_SKIP_SW = 2;
/** Hardware has the filter. */
export const TCA_CLS_FLAGS_IN_HW = 4;
/** Hardware does not have the filter. */
export const TCA_CLS_FLAGS_NOT_IN_HW = 8;
/** Reasons are reported why hardware does not take the filter. */
export const TCA_CLS_FLAGS_VERBOSE = 16;

/** Names of where a filter is to be, and is (`TCA_CLS_FLAGS_*`). */
export const FILTER_FLAGS = {
  /** Not in hardware (`TCA_CLS_FLAGS_SKIP_HW`). */
  "skip-hardware": TCA_CLS_FLAGS_SKIP_HW,
  /** In hardware only (`TCA_CLS_FLAGS_SKIP_SW`). */
  "skip-software": TCA_CLS_FLAGS_SKIP_SW,
  /** Hardware has it; read-only (`TCA_CLS_FLAGS_IN_HW`). */
  "in-hardware": TCA_CLS_FLAGS_IN_HW,
  /** Hardware does not have it; read-only (`TCA_CLS_FLAGS_NOT_IN_HW`). */
  "not-in-hardware": TCA_CLS_FLAGS_NOT_IN_HW,
  /** With reasons why hardware refuses it (`TCA_CLS_FLAGS_VERBOSE`). */
  verbose: TCA_CLS_FLAGS_VERBOSE,
} as const;
