/**
 * Sessions of L2TP.
 *
 * @module
 */

import {
  L2TP_CMD_SESSION_CREATE,
  L2TP_CMD_SESSION_DELETE,
  L2TP_CMD_SESSION_GET,
  L2TP_CMD_SESSION_MODIFY,
  L2TP_PWTYPE_ETH,
  L2TP_SUBLAYERS,
  type L2tpAttributes,
  l2tpAttributes,
  type L2tpMessage,
  type L2tpStats,
} from "../../messages/generic/l2tp.ts";
import type { RequestOptions } from "../connection/connection.ts";
import { conditions } from "../mapping/conditions.ts";
import {
  binary,
  boolean,
  milliseconds64,
  number,
  text,
  uint32,
} from "../mapping/conversions.ts";
import { enumeration } from "../mapping/enumerations.ts";
import { readOnly, unlessZero } from "../mapping/mapping.ts";
import { type FamilyObject, familyObject } from "./family_object.ts";
import { EditableFamilyObjects } from "./family_objects.ts";
import type { FamilyRequests } from "./family_requests.ts";
import { l2tpFamily } from "./l2tp_family.ts";

/** Header between that of the session and what it carries. */
export type L2tpSublayer = keyof typeof L2TP_SUBLAYERS;

/** What identifies a session. */
export interface L2tpSessionKey {
  /** Identifier of its tunnel (`L2TP_ATTR_CONN_ID`). */
  tunnelId: number;
  /** Identifier, not 0 (`L2TP_ATTR_SESSION_ID`). */
  id: number;
}

/** What can be changed of a session. */
export interface L2tpSessionChange {
  /** Whether sequence numbers are sent (`L2TP_ATTR_SEND_SEQ`). */
  sendSequence?: boolean;
  /** Whether sequence numbers are expected (`L2TP_ATTR_RECV_SEQ`). */
  receiveSequence?: boolean;
  /**
   * How long to wait for packets that are missing in the sequence, in seconds
   * (`L2TP_ATTR_RECV_TIMEOUT`).
   */
  reorderTimeout?: number;
}

/** A session of Ethernet frames to be added. */
export interface L2tpSessionSpec extends L2tpSessionKey, L2tpSessionChange {
  /** Identifier at the peer, not 0 (`L2TP_ATTR_PEER_SESSION_ID`). */
  peerId: number;
  /** Name of the link that it becomes (`L2TP_ATTR_IFNAME`). */
  name?: string;
  /**
   * Header between that of the session and what it carries
   * (`L2TP_ATTR_L2SPEC_TYPE`).
   *
   * @default {"default"}
   */
  sublayer?: L2tpSublayer | number;
  /** Cookie of incoming packets, 4 or 8 bytes (`L2TP_ATTR_COOKIE`). */
  cookie?: Uint8Array;
  /** Cookie of outgoing packets, 4 or 8 bytes (`L2TP_ATTR_PEER_COOKIE`). */
  peerCookie?: Uint8Array;
}

/** A session. */
export interface L2tpSession extends L2tpSessionSpec {
  /** Identifier of its tunnel at the peer (`L2TP_ATTR_PEER_CONN_ID`). */
  readonly peerTunnelId: number;
  /** What was sent and received (`L2TP_ATTR_STATS`). */
  readonly statistics?: L2tpStats;
  /** The message that this was read from. */
  readonly message: L2tpMessage;
}

/** Which sessions to list; what is not given does not matter. */
export interface L2tpSessionFilter {
  /** Sessions of this tunnel. */
  tunnelId?: number;
}

const { equal } = conditions<L2tpMessage>();

const session: FamilyObject<L2tpSession, L2tpAttributes, L2tpSessionFilter> =
  familyObject({
    definition: l2tpFamily,
    codec: l2tpAttributes,
    get: L2TP_CMD_SESSION_GET,
    fields: () => ({
      tunnelId: ["connId", number],
      peerTunnelId: readOnly("peerConnId", uint32),
      id: ["sessionId", number],
      peerId: ["peerSessionId", number],
      name: ["ifname", text],
      // Kernels do not report it.
      sublayer: ["l2specType", enumeration(L2TP_SUBLAYERS)],
      cookie: binary,
      peerCookie: binary,
      sendSequence: ["sendSeq", boolean],
      receiveSequence: ["recvSeq", boolean],
      reorderTimeout: unlessZero("recvTimeout", milliseconds64),
      statistics: readOnly("stats", { fromKernel: (stats) => stats }),
    }),
    key: { tunnelId: "connId", id: "sessionId" },
    filter: () => ({ tunnelId: equal("attributes.connId", uint32) }),
    missing: ["ENODEV"],
  });

/** Sessions of L2TP; those that are added carry Ethernet frames, and are links. */
export class L2tpSessions extends EditableFamilyObjects<
  L2tpSession,
  L2tpSessionSpec,
  L2tpSessionKey,
  L2tpSessionFilter,
  L2tpAttributes
> {
  /**
   * Makes the methods.
   *
   * @param requests Requests of the family.
   */
  constructor(requests: FamilyRequests<L2tpAttributes>) {
    super(requests, session, {
      add: L2TP_CMD_SESSION_CREATE,
      required: ["tunnelId", "id", "peerId"],
      complete: (attributes) => ({ ...attributes, pwType: L2TP_PWTYPE_ETH }),
      delete: L2TP_CMD_SESSION_DELETE,
    });
  }

  /**
   * Changes a session.
   *
   * @param key The session.
   * @param change What to change.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If there is none (`ENODEV`).
   */
  async change(
    key: L2tpSessionKey,
    change: L2tpSessionChange,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.requests.send(
      L2TP_CMD_SESSION_MODIFY,
      (fieldPath) => {
        const { sendSeq, recvSeq, recvTimeout } = this.object.mapping.toKernel(
          change as L2tpSession,
          fieldPath,
        );
        return {
          ...this.keyOf(key, fieldPath),
          ...sendSeq !== undefined && { sendSeq },
          ...recvSeq !== undefined && { recvSeq },
          ...recvTimeout !== undefined && { recvTimeout },
        };
      },
      options,
    );
  }
}

/**
 * Reads a session.
 *
 * @param message The message.
 * @returns The session.
 */
export function toL2tpSession(message: L2tpMessage): L2tpSession {
  return session.read(message);
}
