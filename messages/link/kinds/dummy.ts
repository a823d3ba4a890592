/**
 * Dummy links, which drop all they are given: they have no settings.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/drivers/net/dummy.c | drivers/net/dummy.c}
 *
 * @module
 */

import { type Attributes, attributes, type Codec } from "../../codec/mod.ts";

/** `IFLA_INFO_DATA` of a dummy link, which has no attributes. */
export interface DummyData extends Attributes {}

/** Codec of {@linkcode DummyData}. */
export const dummyData: Codec<DummyData> = attributes<DummyData>({});
