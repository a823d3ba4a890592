/**
 * Addresses and limits of Multipath TCP, family `mptcp_pm`: `MPTCP_PM_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/mptcp_pm.h | linux/mptcp_pm.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/Documentation/netlink/specs/mptcp_pm.yaml | netlink/specs/mptcp_pm.yaml}
 * @see {@link https://man7.org/linux/man-pages/man8/ip-mptcp.8.html | ip-mptcp(8)}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  ipv4Address,
  ipv6Address,
  s32,
  u16,
  u32,
  u8,
} from "../codec/mod.ts";
import { type GenericMessage, genericMessage } from "./header.ts";

/** Name of the family. */
export const MPTCP_PM_NAME = "mptcp_pm";
/** Version of the family's interface. */
export const MPTCP_PM_VER = 1;
/** Name of the multicast group of commands, in which nothing is reported. */
export const MPTCP_PM_CMD_GRP_NAME = "mptcp_pm_cmds";

/** Adds an endpoint. */
export const MPTCP_PM_CMD_ADD_ADDR = 1;
/** Deletes an endpoint. */
export const MPTCP_PM_CMD_DEL_ADDR = 2;
/** Asks for endpoints. */
export const MPTCP_PM_CMD_GET_ADDR = 3;
/** Deletes all endpoints. */
export const MPTCP_PM_CMD_FLUSH_ADDRS = 4;
/** Sets the limits. */
export const MPTCP_PM_CMD_SET_LIMITS = 5;
/** Asks for the limits. */
export const MPTCP_PM_CMD_GET_LIMITS = 6;
/** Sets flags of an endpoint. */
export const MPTCP_PM_CMD_SET_FLAGS = 7;
/** Announces an address to the peer of a connection. */
export const MPTCP_PM_CMD_ANNOUNCE = 8;
/** Withdraws an address from the peer of a connection. */
export const MPTCP_PM_CMD_REMOVE = 9;
/** Adds a subflow to a connection. */
export const MPTCP_PM_CMD_SUBFLOW_CREATE = 10;
/** Removes a subflow from a connection. */
export const MPTCP_PM_CMD_SUBFLOW_DESTROY = 11;

/** What endpoints are used for: `MPTCP_PM_ADDR_FLAG_*`. */
export const MPTCP_ENDPOINT_FLAGS = {
  /** The address is announced to peers (`MPTCP_PM_ADDR_FLAG_SIGNAL`). */
  signal: 0x1,
  /** Subflows are made from it (`MPTCP_PM_ADDR_FLAG_SUBFLOW`). */
  subflow: 0x2,
  /** Its subflows are used if there are no others (`MPTCP_PM_ADDR_FLAG_BACKUP`). */
  backup: 0x4,
  /** Subflows go to all addresses of the peer (`MPTCP_PM_ADDR_FLAG_FULLMESH`). */
  fullmesh: 0x8,
  /** The kernel has made it of a subflow (`MPTCP_PM_ADDR_FLAG_IMPLICIT`). */
  implicit: 0x10,
  /**
   * Subflows are made from it to addresses that the peer announces
   * (`MPTCP_PM_ADDR_FLAG_LAMINAR`).
   */
  laminar: 0x20,
} as const;

/** An address, and what it is used for: `MPTCP_PM_ADDR_ATTR_*`. */
export interface MptcpAddress extends Attributes {
  /** Address family, `AF_INET` or `AF_INET6` (`MPTCP_PM_ADDR_ATTR_FAMILY`). */
  family?: number;
  /** Identifier; 0 is the address of the first subflow (`MPTCP_PM_ADDR_ATTR_ID`). */
  id?: number;
  /** IPv4 address (`MPTCP_PM_ADDR_ATTR_ADDR4`). */
  addr4?: string;
  /** IPv6 address (`MPTCP_PM_ADDR_ATTR_ADDR6`). */
  addr6?: string;
  /** TCP port (`MPTCP_PM_ADDR_ATTR_PORT`). */
  port?: number;
  /** {@linkcode MPTCP_ENDPOINT_FLAGS} (`MPTCP_PM_ADDR_ATTR_FLAGS`). */
  flags?: number;
  /** Index of the link that has it (`MPTCP_PM_ADDR_ATTR_IF_IDX`). */
  ifIdx?: number;
}

/** What commands are about: `MPTCP_PM_ATTR_*`. */
export interface MptcpAttributes extends Attributes {
  /** Endpoint, or the address of this end (`MPTCP_PM_ATTR_ADDR`). */
  addr?: MptcpAddress;
  /**
   * How many addresses that a peer announces are accepted
   * (`MPTCP_PM_ATTR_RCV_ADD_ADDRS`).
   */
  rcvAddAddrs?: number;
  /** How many subflows a connection can have besides the first (`MPTCP_PM_ATTR_SUBFLOWS`). */
  subflows?: number;
  /** Token of a connection (`MPTCP_PM_ATTR_TOKEN`). */
  token?: number;
  /** Identifier of the address that is withdrawn (`MPTCP_PM_ATTR_LOC_ID`). */
  locId?: number;
  /** Address of the peer (`MPTCP_PM_ATTR_ADDR_REMOTE`). */
  addrRemote?: MptcpAddress;
}

/** A message of the family `mptcp_pm`. */
export type MptcpMessage = GenericMessage<MptcpAttributes>;

/** Codec of {@linkcode MptcpAddress}. */
export const mptcpAddress: Codec<MptcpAddress> = attributes({
  family: ["MPTCP_PM_ADDR_ATTR_FAMILY", 1, u16],
  id: ["MPTCP_PM_ADDR_ATTR_ID", 2, u8],
  addr4: ["MPTCP_PM_ADDR_ATTR_ADDR4", 3, ipv4Address],
  addr6: ["MPTCP_PM_ADDR_ATTR_ADDR6", 4, ipv6Address],
  port: ["MPTCP_PM_ADDR_ATTR_PORT", 5, u16],
  flags: ["MPTCP_PM_ADDR_ATTR_FLAGS", 6, u32],
  ifIdx: ["MPTCP_PM_ADDR_ATTR_IF_IDX", 7, s32],
});

/** Codec of {@linkcode MptcpAttributes}. */
export const mptcpAttributes: Codec<MptcpAttributes> = attributes({
  addr: ["MPTCP_PM_ATTR_ADDR", 1, mptcpAddress],
  rcvAddAddrs: ["MPTCP_PM_ATTR_RCV_ADD_ADDRS", 2, u32],
  subflows: ["MPTCP_PM_ATTR_SUBFLOWS", 3, u32],
  token: ["MPTCP_PM_ATTR_TOKEN", 4, u32],
  locId: ["MPTCP_PM_ATTR_LOC_ID", 5, u8],
  addrRemote: ["MPTCP_PM_ATTR_ADDR_REMOTE", 6, mptcpAddress],
});

/** Codec of {@linkcode MptcpMessage}. */
export const mptcpMessage: Codec<MptcpMessage> = genericMessage(
  mptcpAttributes,
);
