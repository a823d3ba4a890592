/**
 * What chains of filters look like, as values and in the kernel's terms.
 *
 * @module
 */

import { blank } from "../../messages/codec/mod.ts";
import { type ChainMessage, chainMessage } from "../../messages/tc/chain.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { type Mapping, mapping, originalMessage } from "../mapping/mapping.ts";
import { type Reading, reading } from "../reading/reading.ts";
import {
  checkPosition,
  FILTER_KINDS,
  type FilterPosition,
  positionFields,
} from "./filter_spec.ts";
import { filterKindMappings, type FilterKindOptions } from "./filters/mod.ts";
import { checkKind, kindField, kindFields } from "./kind.ts";

/** A chain to be added. */
export interface TrafficChainSpec extends FilterPosition, FilterKindOptions {
  /**
   * Kind of the template, that all filters of the chain have to fit; the kernel
   * has templates of the kind `flower` (`TCA_KIND`).
   */
  kind?: string;
}

/** A chain of filters. */
export interface TrafficChain extends TrafficChainSpec {
  /** Index of the device; missing in shared blocks. */
  device?: number;
  /** Where at the device; missing in shared blocks. */
  parent?: string;
  /** Number of the chain. */
  chain: number;
  /** The message that this was read from; copies do not have it. */
  readonly message: ChainMessage;
}

type ChainProperties = TrafficChainSpec & Pick<TrafficChain, "message">;

const fields: Mapping<ChainProperties, ChainMessage> = mapping(() => ({
  ...positionFields,
  kind: kindField,
  ...kindFields<FilterKindOptions>(filterKindMappings, {}),
  message: originalMessage,
}), () => blank(chainMessage));

/** How chains are read. */
export const trafficChains: Reading<ChainMessage, TrafficChain> = reading(
  chainMessage,
  fields,
);

/**
 * Puts a chain into a message.
 *
 * @param spec The chain.
 * @param fieldPath Where it stands, for error messages.
 * @returns Its message.
 * @throws {TypeError} If a value is not of the right sort, the device is
 * missing, or there is no such kind.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromTrafficChain(
  spec: TrafficChainSpec,
  fieldPath: FieldPath = FieldPath.root,
): ChainMessage {
  const message = fields.toKernel(spec as TrafficChain, fieldPath);
  checkKind(message.attributes.kind, FILTER_KINDS, fieldPath);
  checkPosition(spec, fieldPath);
  return message;
}

/** Names of the properties of chains. */
export const trafficChainNames = (): ReadonlySet<string> => fields.names;
