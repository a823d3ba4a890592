/**
 * How the settings of a kind of links become values.
 *
 * @module
 */

import type { Mapping } from "../../mapping/mapping.ts";

/**
 * A {@linkcode Mapping} of a kind's settings.
 *
 * @typeParam W The settings in people's terms.
 * @typeParam D The attributes of the kind.
 */
export interface KindMapping<W, D> extends Mapping<W, D> {
  /**
   * Whether the kernel takes settings that a change does not mention as unset,
   * so that the present ones have to be sent along.
   */
  readonly whole?: boolean;
  /**
   * Picks, of the settings that a link reported, those that an equal one can be
   * made with, for kinds that refuse settings that do not go together.
   */
  readonly recreate?: (reported: W) => W;
  /** Values that the kernel does not report, as they are its defaults. */
  readonly defaults?: Partial<W>;
}

/**
 * Marks a mapping, without doing the work that it does on first use.
 *
 * @typeParam W The settings in people's terms.
 * @typeParam D The attributes of the kind.
 * @param mapping The mapping.
 * @param marks What is to be known of it.
 * @returns The same mapping, marked.
 */
export function marked<W, D>(
  mapping: Mapping<W, D>,
  marks: Omit<KindMapping<W, D>, keyof Mapping<W, D>>,
): KindMapping<W, D> {
  return Object.assign(mapping, marks);
}

/**
 * Marks a mapping as one of settings that are changed as a whole.
 *
 * @typeParam W The settings in people's terms.
 * @typeParam D The attributes of the kind.
 * @param mapping The mapping.
 * @returns The same mapping, marked.
 */
export function whole<W, D>(mapping: Mapping<W, D>): KindMapping<W, D> {
  return marked(mapping, { whole: true });
}
