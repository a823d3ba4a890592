/**
 * What happens to connections of Multipath TCP: `MPTCP_EVENT_*`, reported in a
 * multicast group of the family `mptcp_pm`.
 *
 * The numbers of events are those of commands, too: a message is an event
 * because it comes from the group.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/mptcp_pm.h | linux/mptcp_pm.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/mptcp/pm_netlink.c | net/mptcp/pm_netlink.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  be16,
  type Codec,
  ipv4Address,
  ipv6Address,
  s32,
  u16,
  u32,
  u8,
} from "../codec/mod.ts";
import { type GenericMessage, genericMessage } from "./header.ts";

/** Name of the multicast group. */
export const MPTCP_PM_EV_GRP_NAME = "mptcp_pm_events";

/** What happens, and the number of each event: `MPTCP_EVENT_*`. */
export const MPTCP_EVENTS = {
  /** A connection was made (`MPTCP_EVENT_CREATED`). */
  "created": 1,
  /** It is established: it can have more subflows (`MPTCP_EVENT_ESTABLISHED`). */
  "established": 2,
  /** It has ended (`MPTCP_EVENT_CLOSED`). */
  "closed": 3,
  /** The peer has announced an address (`MPTCP_EVENT_ANNOUNCED`). */
  "announced": 6,
  /** The peer has withdrawn an address (`MPTCP_EVENT_REMOVED`). */
  "removed": 7,
  /** A subflow is established (`MPTCP_EVENT_SUB_ESTABLISHED`). */
  "subflow-established": 10,
  /** A subflow has ended (`MPTCP_EVENT_SUB_CLOSED`). */
  "subflow-closed": 11,
  /** The priority of a subflow has changed (`MPTCP_EVENT_SUB_PRIORITY`). */
  "subflow-priority": 13,
  /** The kernel listens at the port of an endpoint (`MPTCP_EVENT_LISTENER_CREATED`). */
  "listener-created": 15,
  /** The kernel no longer listens there (`MPTCP_EVENT_LISTENER_CLOSED`). */
  "listener-closed": 16,
} as const;

/** The peer refuses subflows to its first address. */
export const MPTCP_PM_EV_FLAG_DENY_JOIN_ID0 = 0x1;
/** This end is the server. */
export const MPTCP_PM_EV_FLAG_SERVER_SIDE = 0x2;

/** What an event is about: `MPTCP_ATTR_*`. */
export interface MptcpEventAttributes extends Attributes {
  /** Token of the connection (`MPTCP_ATTR_TOKEN`). */
  token?: number;
  /** Address family, `AF_INET` or `AF_INET6` (`MPTCP_ATTR_FAMILY`). */
  family?: number;
  /** Identifier of the address of this end (`MPTCP_ATTR_LOC_ID`). */
  locId?: number;
  /** Identifier of the peer's address (`MPTCP_ATTR_REM_ID`). */
  remId?: number;
  /** IPv4 address of this end (`MPTCP_ATTR_SADDR4`). */
  saddr4?: string;
  /** IPv6 address of this end (`MPTCP_ATTR_SADDR6`). */
  saddr6?: string;
  /** IPv4 address of the peer (`MPTCP_ATTR_DADDR4`). */
  daddr4?: string;
  /** IPv6 address of the peer (`MPTCP_ATTR_DADDR6`). */
  daddr6?: string;
  /** TCP port of this end (`MPTCP_ATTR_SPORT`). */
  sport?: number;
  /** TCP port of the peer (`MPTCP_ATTR_DPORT`). */
  dport?: number;
  /** 1 if the subflow is a backup (`MPTCP_ATTR_BACKUP`). */
  backup?: number;
  /** Error of the subflow, `E*` (`MPTCP_ATTR_ERROR`). */
  error?: number;
  /** `MPTCP_PM_EV_FLAG_*` (`MPTCP_ATTR_FLAGS`). */
  flags?: number;
  /** Unused (`MPTCP_ATTR_TIMEOUT`). */
  timeout?: number;
  /** Index of the subflow's link (`MPTCP_ATTR_IF_IDX`). */
  ifIdx?: number;
  /** Why the subflow was reset, `MPTCP_RST_*` (`MPTCP_ATTR_RESET_REASON`). */
  resetReason?: number;
  /** Flags of the reset (`MPTCP_ATTR_RESET_FLAGS`). */
  resetFlags?: number;
  /**
   * 1 if this end is the server; newer kernels have a flag instead
   * (`MPTCP_ATTR_SERVER_SIDE`).
   */
  serverSide?: number;
}

/** An event of the family `mptcp_pm`. */
export type MptcpEventMessage = GenericMessage<MptcpEventAttributes>;

/** Codec of {@linkcode MptcpEventAttributes}. */
export const mptcpEventAttributes: Codec<MptcpEventAttributes> = attributes({
  token: ["MPTCP_ATTR_TOKEN", 1, u32],
  family: ["MPTCP_ATTR_FAMILY", 2, u16],
  locId: ["MPTCP_ATTR_LOC_ID", 3, u8],
  remId: ["MPTCP_ATTR_REM_ID", 4, u8],
  saddr4: ["MPTCP_ATTR_SADDR4", 5, ipv4Address],
  saddr6: ["MPTCP_ATTR_SADDR6", 6, ipv6Address],
  daddr4: ["MPTCP_ATTR_DADDR4", 7, ipv4Address],
  daddr6: ["MPTCP_ATTR_DADDR6", 8, ipv6Address],
  sport: ["MPTCP_ATTR_SPORT", 9, be16],
  dport: ["MPTCP_ATTR_DPORT", 10, be16],
  backup: ["MPTCP_ATTR_BACKUP", 11, u8],
  error: ["MPTCP_ATTR_ERROR", 12, u8],
  flags: ["MPTCP_ATTR_FLAGS", 13, u16],
  timeout: ["MPTCP_ATTR_TIMEOUT", 14, u32],
  ifIdx: ["MPTCP_ATTR_IF_IDX", 15, s32],
  resetReason: ["MPTCP_ATTR_RESET_REASON", 16, u32],
  resetFlags: ["MPTCP_ATTR_RESET_FLAGS", 17, u32],
  serverSide: ["MPTCP_ATTR_SERVER_SIDE", 18, u8],
});

/** Codec of {@linkcode MptcpEventMessage}. */
export const mptcpEvent: Codec<MptcpEventMessage> = genericMessage(
  mptcpEventAttributes,
);
