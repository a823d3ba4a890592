/**
 * Links in people's terms.
 *
 * @module
 */

export type { LinkDetails, LinkFilter } from "./filter.ts";
export * from "./hardware_type.ts";
export type { LinkKindProperties } from "./info.ts";
export {
  type PartialChange,
  PartialChangeError,
} from "./partial_change_error.ts";
export * from "./properties.ts";
export type { LinkGroup, LinkReference } from "./reference.ts";
export {
  checkAlternativeNames,
  fromLink,
  type Link,
  type LinkDescription,
  type LinkEvent,
  type LinkSettings,
  type LinkSpec,
  toLink,
} from "./spec.ts";
export * from "./state.ts";
export { type LinkStatistics, toLinkStatistics } from "./statistics.ts";
export * from "./stats.ts";
export * from "./virtual_function.ts";
export { type LinkCondition, LinkTimeoutError } from "./wait.ts";
export * from "./xdp.ts";
