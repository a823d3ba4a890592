/**
 * Identifier-locator addressing: `ILA_ATTR_*`, as far as routes use them.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/ila.h | linux/ila.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/ipv6/ila/ila_lwt.c | net/ipv6/ila/ila_lwt.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  be64,
  type Codec,
  u8,
} from "../../codec/mod.ts";

/** The checksum of the transport protocol is adjusted. */
export const ILA_CSUM_ADJUST_TRANSPORT = 0;
/** The identifier is chosen so that the checksum stays. */
export const ILA_CSUM_NEUTRAL_MAP = 1;
/** The checksum is left alone. */
export const ILA_CSUM_NO_ACTION = 2;
/** As {@linkcode ILA_CSUM_NEUTRAL_MAP}, without a flag in the address. */
export const ILA_CSUM_NEUTRAL_MAP_AUTO = 3;

/** Names of how the checksum is kept right (`ILA_CSUM_*`). */
export const ILA_CHECKSUM_MODES = {
  "adj-transport": ILA_CSUM_ADJUST_TRANSPORT,
  "neutral-map": ILA_CSUM_NEUTRAL_MAP,
  "no-action": ILA_CSUM_NO_ACTION,
  "neutral-map-auto": ILA_CSUM_NEUTRAL_MAP_AUTO,
} as const;
/** Interface identifier. */
export const ILA_ATYPE_IID = 0;
/** Locally unique identifier. */
export const ILA_ATYPE_LUID = 1;
/** Virtual networking identifier of an IPv4 address. */
export const ILA_ATYPE_VIRT_V4 = 2;
/** Virtual networking identifier of an IPv6 unicast address. */
export const ILA_ATYPE_VIRT_UNI_V6 = 3;
/** Virtual networking identifier of an IPv6 multicast address. */
export const ILA_ATYPE_VIRT_MULTI_V6 = 4;
/** Identifier of an address elsewhere. */
export const ILA_ATYPE_NONLOCAL_ADDR = 5;
/** Reserved. */
export const ILA_ATYPE_RSVD_1 = 6;
/** Reserved. */
export const ILA_ATYPE_RSVD_2 = 7;
/** The type is in the identifier itself. */
export const ILA_ATYPE_USE_FORMAT = 32;

/** Names of types of identifiers (`ILA_ATYPE_*`). */
export const ILA_IDENTIFIER_TYPES = {
  "iid": ILA_ATYPE_IID,
  "luid": ILA_ATYPE_LUID,
  "virt-v4": ILA_ATYPE_VIRT_V4,
  "virt-uni-v6": ILA_ATYPE_VIRT_UNI_V6,
  "virt-multi-v6": ILA_ATYPE_VIRT_MULTI_V6,
  "nonlocal-addr": ILA_ATYPE_NONLOCAL_ADDR,
  "use-format": ILA_ATYPE_USE_FORMAT,
} as const;
/** On output. */
export const ILA_HOOK_ROUTE_OUTPUT = 0;
/** On input. */
export const ILA_HOOK_ROUTE_INPUT = 1;

/** Names of where addresses are written (`ILA_HOOK_*`). */
export const ILA_HOOKS = {
  output: ILA_HOOK_ROUTE_OUTPUT,
  input: ILA_HOOK_ROUTE_INPUT,
} as const;

/** Identifier-locator addressing (`ILA_ATTR_*`). */
export interface IlaEncap extends Attributes {
  /** Upper half of the address to write (`ILA_ATTR_LOCATOR`). */
  locator?: bigint;
  /** How the checksum is kept right, `ILA_CSUM_*` (`ILA_ATTR_CSUM_MODE`). */
  checksumMode?: number;
  /** Type of the identifier, `ILA_ATYPE_*` (`ILA_ATTR_IDENT_TYPE`). */
  identifierType?: number;
  /** Where it is done, `ILA_HOOK_*` (`ILA_ATTR_HOOK_TYPE`). */
  hookType?: number;
}

/** Codec of {@linkcode IlaEncap}. */
export const ilaEncap: Codec<IlaEncap> = attributes({
  locator: ["ILA_ATTR_LOCATOR", 1, be64],
  checksumMode: ["ILA_ATTR_CSUM_MODE", 7, u8],
  identifierType: ["ILA_ATTR_IDENT_TYPE", 8, u8],
  hookType: ["ILA_ATTR_HOOK_TYPE", 9, u8],
}, { pad: ["ILA_ATTR_PAD", 6] });
