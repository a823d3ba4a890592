/**
 * Names and numbers of sets of addresses or ports: `IPSET_CMD_GET_BYNAME` and
 * `IPSET_CMD_GET_BYINDEX`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/netfilter/ipset/ip_set.h | linux/netfilter/ipset/ip_set.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  be16,
  type Codec,
  message,
  string,
  struct,
  u8,
  type WithAttributes,
} from "../../codec/mod.ts";

/**
 * The subsystem of netfilter that has sets (`NFNL_SUBSYS_IPSET`): the upper byte
 * of message types.
 */
export const NFNL_SUBSYS_IPSET = 6;

/** Asks for the number of a set: the lower byte of a message type. */
export const IPSET_CMD_GET_BYNAME = 14;

/** Asks for the name of a set: the lower byte of a message type. */
export const IPSET_CMD_GET_BYINDEX = 15;

/** Version of the messages (`IPSET_PROTOCOL`). */
export const IPSET_PROTOCOL = 7;

/** The number of no set (`IPSET_INVALID_ID`). */
export const IPSET_INVALID_ID = 65535;

/** Before the attributes (`struct nfgenmsg`). */
export interface NetfilterHeader {
  /** Address family, `AF_*` (`nfgen_family`). */
  family: number;
  /** Version; 0 (`version`). */
  version: number;
  /** What it is about; 0 (`res_id`). */
  resource: number;
}

/** Attributes of a set (`IPSET_ATTR_*`). */
export interface IpsetAttributes extends Attributes {
  /** {@linkcode IPSET_PROTOCOL} (`IPSET_ATTR_PROTOCOL`). */
  protocol?: number;
  /** Name of the set (`IPSET_ATTR_SETNAME`). */
  name?: string;
  /** Number of the set (`IPSET_ATTR_INDEX`). */
  index?: number;
}

/** A question or an answer about a set. */
export type IpsetMessage = WithAttributes<NetfilterHeader, IpsetAttributes>;

/** Codec of {@linkcode IpsetMessage}. */
export const ipsetMessage: Codec<IpsetMessage> = message(
  struct<NetfilterHeader>({ family: u8, version: u8, resource: be16 }),
  attributes<IpsetAttributes>({
    protocol: ["IPSET_ATTR_PROTOCOL", 1, u8],
    name: ["IPSET_ATTR_SETNAME", 2, string],
    index: ["IPSET_ATTR_INDEX", 11, be16],
  }),
);
