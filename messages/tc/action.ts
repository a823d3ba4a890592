/**
 * Messages about actions: `struct tcamsg` and `TCA_ROOT_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Bitfield32,
  bitfield32,
  bytes,
  type Codec,
  message,
  string,
  struct,
  u32,
  u8,
  type WithAttributes,
} from "../codec/mod.ts";

/** Family header of actions (`struct tcamsg`). */
export interface TcActionHeader {
  /** Address family, `AF_UNSPEC` (`tca_family`). */
  family: number;
}

/** Attributes of actions (`TCA_ROOT_*`). */
export interface TcActionAttributes extends Attributes {
  /** The actions (`TCA_ROOT_TAB`). */
  actions?: Uint8Array;
  /** What to dump (`TCA_ROOT_FLAGS`). */
  flags?: Bitfield32;
  /** Number of actions (`TCA_ROOT_COUNT`). */
  count?: number;
  /** Least time since the last use, in milliseconds (`TCA_ROOT_TIME_DELTA`). */
  timeDelta?: number;
  /** Warning for humans (`TCA_ROOT_EXT_WARN_MSG`). */
  warning?: string;
}

/** Actions. */
export type TcActionMessage = WithAttributes<
  TcActionHeader,
  TcActionAttributes
>;

/** Codec of {@linkcode TcActionHeader}. */
export const tcActionHeader: Codec<TcActionHeader> = struct<TcActionHeader>({
  family: u8,
});

/** Codec of {@linkcode TcActionAttributes}. */
export const tcActionAttributes: Codec<TcActionAttributes> = attributes<
  TcActionAttributes
>({
  actions: ["TCA_ROOT_TAB", 1, bytes],
  flags: ["TCA_ROOT_FLAGS", 2, bitfield32],
  count: ["TCA_ROOT_COUNT", 3, u32],
  timeDelta: ["TCA_ROOT_TIME_DELTA", 4, u32],
  warning: ["TCA_ROOT_EXT_WARN_MSG", 5, string],
});

/** Codec of {@linkcode TcActionMessage}. */
export const tcActionMessage: Codec<TcActionMessage> = message(
  tcActionHeader,
  tcActionAttributes,
);
