/**
 * What happens to connections of Multipath TCP.
 *
 * @module
 */

import {
  MPTCP_EVENTS,
  MPTCP_PM_EV_FLAG_DENY_JOIN_ID0,
  MPTCP_PM_EV_FLAG_SERVER_SIDE,
  mptcpEvent,
  type MptcpEventAttributes,
  type MptcpEventMessage,
} from "../../messages/generic/mptcp_event.ts";
import { nameOf } from "../../messages/value_names.ts";
import { mapping } from "../mapping/mapping.ts";
import { withMessage } from "../mapping/origin.ts";
import { readOnly } from "../mapping/mapping.ts";
import { boolean, number } from "../mapping/conversions.ts";
import { eitherFamily } from "../mapping/address_conversions.ts";

/** What has happened. */
export type MptcpEventKind = keyof typeof MPTCP_EVENTS;

/** What happened to a connection of Multipath TCP: `MPTCP_EVENT_*`. */
export interface MptcpEvent extends MptcpEventDetails {
  /** What has happened. */
  kind: MptcpEventKind;
  /** The message that this was read from. */
  readonly message: MptcpEventMessage;
}

/** Which connection, and which of its subflows, an event is about. */
export interface MptcpEventDetails {
  /** Token of the connection, as in `ss -M` (`MPTCP_ATTR_TOKEN`). */
  token?: number;
  /** Address of this end (`MPTCP_ATTR_SADDR4`). */
  local?: string;
  /** TCP port of this end (`MPTCP_ATTR_SPORT`). */
  localPort?: number;
  /** Identifier of the address of this end (`MPTCP_ATTR_LOC_ID`). */
  localId?: number;
  /** Address of the peer (`MPTCP_ATTR_DADDR4`). */
  remote?: string;
  /** TCP port of the peer (`MPTCP_ATTR_DPORT`). */
  remotePort?: number;
  /** Identifier of the peer's address (`MPTCP_ATTR_REM_ID`). */
  remoteId?: number;
  /** Index of the subflow's link (`MPTCP_ATTR_IF_IDX`). */
  device?: number;
  /** Whether the subflow is a backup (`MPTCP_ATTR_BACKUP`). */
  backup?: boolean;
  /** Number of the subflow's error, `E*` (`MPTCP_ATTR_ERROR`). */
  error?: number;
  /** Why the subflow was reset, `MPTCP_RST_*` (`MPTCP_ATTR_RESET_REASON`). */
  resetReason?: number;
  /** Flags of the reset (`MPTCP_ATTR_RESET_FLAGS`). */
  resetFlags?: number;
  /** Whether this end is the server (`MPTCP_PM_EV_FLAG_SERVER_SIDE`). */
  server?: boolean;
  /**
   * Whether the peer refuses subflows to its first address
   * (`MPTCP_PM_EV_FLAG_DENY_JOIN_ID0`).
   */
  denyJoinFirst?: boolean;
}

const details = mapping<MptcpEventDetails, MptcpEventAttributes>({
  token: readOnly("token", number),
  local: eitherFamily("saddr4", "saddr6"),
  localPort: readOnly("sport", number),
  localId: readOnly("locId", number),
  remote: eitherFamily("daddr4", "daddr6"),
  remotePort: readOnly("dport", number),
  remoteId: readOnly("remId", number),
  device: readOnly("ifIdx", { fromKernel: (index) => index || undefined }),
  backup: readOnly("backup", boolean),
  error: readOnly("error", number),
  resetReason: readOnly("resetReason", number),
  resetFlags: readOnly("resetFlags", number),
  server: {
    from: ["flags", "serverSide"],
    read: ({ flags = 0, serverSide = 0 }) =>
      serverSide !== 0 || (flags & MPTCP_PM_EV_FLAG_SERVER_SIDE) !== 0 ||
      undefined,
    write: () => {},
  },
  denyJoinFirst: {
    from: ["flags"],
    read: ({ flags = 0 }) =>
      (flags & MPTCP_PM_EV_FLAG_DENY_JOIN_ID0) !== 0 || undefined,
    write: () => {},
  },
});

/**
 * Reads an event.
 *
 * @param view Holds the event.
 * @param start Where it starts, behind the netlink header.
 * @param end Where it ends.
 * @returns The event; `undefined` if it is not known.
 */
export function readMptcpEvent(
  view: DataView,
  start: number,
  end: number,
): MptcpEvent | undefined {
  const message = mptcpEvent.decode(view, start, end);
  const kind = nameOf(MPTCP_EVENTS, message.cmd) as MptcpEventKind | undefined;
  if (kind === undefined) return undefined;
  return withMessage<MptcpEvent>(
    { kind, ...details.fromKernel(message.attributes) },
    message,
  );
}
