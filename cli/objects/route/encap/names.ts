/**
 * Keywords for the modes, actions and flavors of encapsulations.
 *
 * @module
 */

/** Names of `SEG6_LOCAL_ACTION_*`. */
export const SEG6_ACTIONS: readonly (string | undefined)[] = [
  undefined,
  "End",
  "End.X",
  "End.T",
  "End.DX2",
  "End.DX6",
  "End.DX4",
  "End.DT6",
  "End.DT4",
  "End.B6",
  "End.B6.Encaps",
  "End.BM",
  "End.S",
  "End.AS",
  "End.AM",
  "End.BPF",
  "End.DT46",
];

/** Names of `SEG6_LOCAL_FLV_OP_*`. */
export const SEG6_FLAVORS: readonly (string | undefined)[] = [
  undefined,
  "psp",
  "usp",
  "usd",
  "next-csid",
];

/** Names of `IOAM6_IPTUNNEL_MODE_*`. */
export const IOAM6_MODES: readonly (string | undefined)[] = [
  undefined,
  "inline",
  "encap",
  "auto",
];
