/**
 * Kinds that have no options: `clsact`, `ingress`, `mq`, `noqueue`.
 *
 * @module
 */

import { type Attributes, attributes, type Codec } from "../codec/mod.ts";

/** `TCA_OPTIONS` of a kind that has none. */
export interface TcNoData extends Attributes {}

/** Codec of {@linkcode TcNoData}. */
export const tcNoData: Codec<TcNoData> = attributes({}, {
  nestedFlag: false,
});
