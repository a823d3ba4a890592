/**
 * Identifier Locator Addressing, family `ila`: `ILA_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/ila.h | linux/ila.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/ipv6/ila/ila_xlat.c | net/ipv6/ila/ila_xlat.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  be64,
  type Codec,
  s32,
  u32,
  u8,
} from "../codec/mod.ts";
import { type GenericMessage, genericMessage } from "./header.ts";

/** Name of the family. */
export const ILA_GENL_NAME = "ila";
/** Version of the family's interface. */
export const ILA_GENL_VERSION = 1;

/** Adds a mapping. */
export const ILA_CMD_ADD = 1;
/** Deletes a mapping. */
export const ILA_CMD_DEL = 2;
/** Asks for mappings. */
export const ILA_CMD_GET = 3;
/** Deletes all mappings. */
export const ILA_CMD_FLUSH = 4;

/** A mapping of one locator to another: `ILA_ATTR_*`. */
export interface IlaAttributes extends Attributes {
  /** Locator that is written: the first 64 bits of addresses (`ILA_ATTR_LOCATOR`). */
  locator?: bigint;
  /** Unused: the last 64 bits (`ILA_ATTR_IDENTIFIER`). */
  identifier?: bigint;
  /** Locator that packets have to have (`ILA_ATTR_LOCATOR_MATCH`). */
  locatorMatch?: bigint;
  /** Index of the link that packets come from (`ILA_ATTR_IFINDEX`). */
  ifindex?: number;
  /** Unused (`ILA_ATTR_DIR`). */
  dir?: number;
  /** How checksums are kept right: `ILA_CSUM_*` (`ILA_ATTR_CSUM_MODE`). */
  csumMode?: number;
  /** What identifiers are: `ILA_ATYPE_*` (`ILA_ATTR_IDENT_TYPE`). */
  identType?: number;
  /** Unused here, it is for routes (`ILA_ATTR_HOOK_TYPE`). */
  hookType?: number;
}

/** A message of the family `ila`. */
export type IlaMessage = GenericMessage<IlaAttributes>;

/** Codec of {@linkcode IlaAttributes}. */
export const ilaAttributes: Codec<IlaAttributes> = attributes({
  locator: ["ILA_ATTR_LOCATOR", 1, be64],
  identifier: ["ILA_ATTR_IDENTIFIER", 2, be64],
  locatorMatch: ["ILA_ATTR_LOCATOR_MATCH", 3, be64],
  ifindex: ["ILA_ATTR_IFINDEX", 4, s32],
  dir: ["ILA_ATTR_DIR", 5, u32],
  csumMode: ["ILA_ATTR_CSUM_MODE", 7, u8],
  identType: ["ILA_ATTR_IDENT_TYPE", 8, u8],
  hookType: ["ILA_ATTR_HOOK_TYPE", 9, u8],
}, { pad: ["ILA_ATTR_PAD", 6] });

/** Codec of {@linkcode IlaMessage}. */
export const ilaMessage: Codec<IlaMessage> = genericMessage(ilaAttributes);
