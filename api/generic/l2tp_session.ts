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
  L2TP_L2SPECTYPE_DEFAULT,
  L2TP_L2SPECTYPE_NONE,
  L2TP_PWTYPE_ETH,
  type L2tpAttributes,
  l2tpAttributes,
  type L2tpMessage,
  type L2tpStats,
} from "../../messages/generic/l2tp.ts";
import type { DumpOptions, RequestOptions } from "../connection/connection.ts";
import {
  type DeleteOptions,
  missing,
  orUndefined,
} from "../connection/existence.ts";
import type { Listing } from "../connection/listing.ts";
import {
  binary,
  boolean,
  milliseconds64,
  number,
  text,
  uint32,
} from "../mapping/conversions.ts";
import { enumeration } from "../mapping/enumerations.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { conditions } from "../mapping/conditions.ts";
import { filter } from "../mapping/filter.ts";
import {
  mapping,
  originalMessage,
  readFrom,
  readOnly,
} from "../mapping/mapping.ts";
import { withMessage } from "../mapping/origin.ts";
import { checkRequired } from "../mapping/properties.ts";
import type { FamilyListing, FamilyRequests } from "./family_requests.ts";

/** Header between that of the session and what it carries. */
export type L2tpSublayer = "none" | "default";

const SUBLAYERS = {
  none: L2TP_L2SPECTYPE_NONE,
  default: L2TP_L2SPECTYPE_DEFAULT,
} as const;

/** What names a session. */
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

/** Which sessions to list; what is missing lets all pass. */
export interface L2tpSessionFilter {
  /** Sessions of this tunnel. */
  tunnelId?: number;
}

const isMissing = missing("ENODEV");

const session = mapping<Partial<L2tpSession>, L2tpAttributes>(() => ({
  tunnelId: ["connId", number],
  peerTunnelId: readOnly("peerConnId", uint32),
  id: ["sessionId", number],
  peerId: ["peerSessionId", number],
  name: ["ifname", text],
  // Kernels do not report it.
  sublayer: ["l2specType", enumeration(SUBLAYERS)],
  cookie: ["cookie", binary],
  peerCookie: ["peerCookie", binary],
  sendSequence: ["sendSeq", boolean],
  receiveSequence: ["recvSeq", boolean],
  reorderTimeout: readFrom(
    "recvTimeout",
    (time) => time === 0n ? undefined : milliseconds64.fromKernel(time),
    (data, value, fieldPath) => {
      data.recvTimeout = milliseconds64.toKernel(value, fieldPath)!;
    },
  ),
  statistics: readOnly("stats", { fromKernel: (stats) => stats }),
  message: originalMessage,
}), l2tpAttributes);

const { equal } = conditions<L2tpMessage>();

const listing: FamilyListing<L2tpAttributes, L2tpSessionFilter, L2tpSession> = {
  command: L2TP_CMD_SESSION_GET,
  filter: filter<L2tpSessionFilter, L2tpMessage>(
    { tunnelId: equal("attributes.connId", uint32) },
    () => ({
      cmd: L2TP_CMD_SESSION_GET,
      version: 1,
      reserved: 0,
      attributes: {},
    }),
  ),
  read: toL2tpSession,
};

/** Sessions of L2TP. */
export class L2tpSessions {
  readonly #requests: FamilyRequests<L2tpAttributes>;

  /**
   * Makes the methods.
   *
   * @param requests Requests of the family.
   */
  constructor(requests: FamilyRequests<L2tpAttributes>) {
    this.#requests = requests;
  }

  /**
   * Lists sessions.
   *
   * @param filter Which ones.
   * @param options How to ask.
   * @returns The sessions.
   * @throws {TypeError} If a condition is wrong.
   * @throws {NetlinkError} If the kernel has no L2TP (`ENOENT`).
   */
  list(
    filter: L2tpSessionFilter = {},
    options: DumpOptions = {},
  ): Listing<L2tpSession> {
    return this.#requests.list(listing, filter, options);
  }

  /**
   * Gets a session.
   *
   * @param key The session.
   * @param options How to ask.
   * @returns The session.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {NetlinkError} If there is none (`ENODEV`).
   */
  async get(
    key: L2tpSessionKey,
    options: RequestOptions = {},
  ): Promise<L2tpSession> {
    const message = await this.#requests.send(
      L2TP_CMD_SESSION_GET,
      (fieldPath) => fromKey(key, fieldPath),
      options,
    );
    return toL2tpSession(message!);
  }

  /**
   * Gets a session, if it is there.
   *
   * @param key The session.
   * @param options How to ask.
   * @returns The session; `undefined` if there is none.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {NetlinkError} If the kernel refuses for another reason.
   */
  async find(
    key: L2tpSessionKey,
    options: RequestOptions = {},
  ): Promise<L2tpSession | undefined> {
    return await orUndefined(this.get(key, options), isMissing);
  }

  /**
   * Adds a session of Ethernet frames, which is a link.
   *
   * @param spec The session.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If there is no such tunnel (`ENODEV`), the session
   * is there (`EEXIST`), or the kernel refuses.
   */
  async add(
    spec: L2tpSessionSpec,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.#requests.send(
      L2TP_CMD_SESSION_CREATE,
      (fieldPath) => {
        const attributes = session.toKernel(spec, fieldPath);
        checkRequired(spec, ["tunnelId", "id", "peerId"], fieldPath);
        return { ...attributes, pwType: L2TP_PWTYPE_ETH };
      },
      options,
    );
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
    await this.#requests.send(
      L2TP_CMD_SESSION_MODIFY,
      (fieldPath) => {
        const { sendSeq, recvSeq, recvTimeout } = session.toKernel(
          change,
          fieldPath,
        );
        return {
          ...fromKey(key, fieldPath),
          ...sendSeq !== undefined && { sendSeq },
          ...recvSeq !== undefined && { recvSeq },
          ...recvTimeout !== undefined && { recvTimeout },
        };
      },
      options,
    );
  }

  /**
   * Deletes a session, and its link.
   *
   * @param key The session.
   * @param options How to ask, and whether there has to be one.
   * @returns Whether there was one.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {NetlinkError} If there is none (`ENODEV`).
   */
  async delete(
    key: L2tpSessionKey,
    options: DeleteOptions = {},
  ): Promise<boolean> {
    return await this.#requests.delete(
      L2TP_CMD_SESSION_DELETE,
      (fieldPath) => fromKey(key, fieldPath),
      options,
      isMissing,
    );
  }
}

function fromKey(key: L2tpSessionKey, fieldPath: FieldPath): L2tpAttributes {
  const { connId, sessionId } = session.toKernel(key, fieldPath);
  checkRequired(key, ["tunnelId", "id"], fieldPath);
  return { connId: connId!, sessionId: sessionId! };
}

/**
 * Reads a session.
 *
 * @param message The message.
 * @returns The session.
 */
export function toL2tpSession(message: L2tpMessage): L2tpSession {
  const value = session.fromKernel(message.attributes);
  return withMessage(value as Omit<L2tpSession, "message">, message);
}
