/**
 * Messages about chains of filters: `struct tcmsg` and `TCA_*`. The options of a
 * chain are the template that its filters have to fit.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

import type { Codec } from "../codec/mod.ts";
import { type FilterMessage, filterMessage } from "./filter.ts";

/** A chain of filters. */
export type ChainMessage = FilterMessage;

/** Codec of {@linkcode ChainMessage}. */
export const chainMessage: Codec<ChainMessage> = filterMessage;
