/**
 * Kinds of links that have no settings of their own.
 *
 * @module
 */

import type { NoData } from "../../../messages/link/kinds/no_data.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";

/** Settings of a link whose kind has none. */
export type NoOptions = Record<never, never>;

/** How {@linkcode NoOptions} and {@linkcode NoData} correspond. */
export const noMapping: Mapping<NoOptions, NoData> = mapping({});
