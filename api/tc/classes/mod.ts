/**
 * The kinds of classes, in people's terms.
 *
 * To add one, write its file in `qdiscs/` and name it below: one property
 * of {@linkcode ClassKindOptions} and one of {@linkcode classKindMappings}.
 *
 * @module
 */

import type { ClassKinds } from "../../../messages/tc/classes/mod.ts";
import type { TrafficMapping } from "../kind.ts";
import { drrClassMapping, type DrrClassOptions } from "../qdiscs/drr.ts";
import { etsClassMapping, type EtsClassOptions } from "../qdiscs/ets.ts";
import { hfscClassMapping, type HfscClassOptions } from "../qdiscs/hfsc.ts";
import { htbClassMapping, type HtbClassOptions } from "../qdiscs/htb.ts";
import { qfqClassMapping, type QfqClassOptions } from "../qdiscs/qfq.ts";

/** Settings, in the property named after the kind. */
export interface ClassKindOptions {
  /** A class of deficit round robin. */
  drr?: DrrClassOptions;
  /** A band of enhanced transmission selection. */
  ets?: EtsClassOptions;
  /** A class with service curves. */
  hfsc?: HfscClassOptions;
  /** A class of a hierarchy of token buckets. */
  htb?: HtbClassOptions;
  /** A class of quick fair queueing. */
  qfq?: QfqClassOptions;
}

/** How the settings of each kind are stored. */
export const classKindMappings: {
  readonly [K in keyof ClassKindOptions]-?: TrafficMapping<
    Exclude<ClassKindOptions[K], undefined>,
    Exclude<ClassKinds[K], undefined>
  >;
} = {
  drr: drrClassMapping,
  ets: etsClassMapping,
  hfsc: hfscClassMapping,
  htb: htbClassMapping,
  qfq: qfqClassMapping,
};
