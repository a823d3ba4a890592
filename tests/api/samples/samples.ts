/** Words for the settings of kinds of links, and what the kernel wants. */
import type { LinkKindOptions } from "../../../api/link/kinds/mod.ts";
import type { LinkKinds } from "../../../messages/link/kinds/mod.ts";

/** Pairs of words and data. */
export type Samples<W, D> = readonly (readonly [words: W, data: D])[];

/** Samples of some kinds. */
export type KindSamples<K extends keyof LinkKinds> = {
  readonly [P in K]: Samples<
    Exclude<LinkKindOptions[P], undefined>,
    Exclude<LinkKinds[P], undefined>
  >;
};

/** Samples of any kinds; together, those of all files are of all of them. */
export type SomeSamples = Partial<KindSamples<keyof LinkKinds>>;
