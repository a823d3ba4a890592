/**
 * Kinds that have no options: `clsact`, `ingress`, `mq`, `noqueue`.
 *
 * @module
 */

import { type Attributes, attributes, type Codec } from "../codec/mod.ts";

/** `TCA_OPTIONS` of a kind that has none. */
export interface TcNoOptions extends Attributes {}

/** Codec of {@linkcode TcNoOptions}. */
export const tcNoOptions: Codec<TcNoOptions> = attributes<TcNoOptions>({}, {
  nestedFlag: false,
});
