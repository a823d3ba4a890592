/**
 * Handshakes of TLS that the kernel has programs do for its sockets, family
 * `handshake`.
 *
 * @see {@link https://docs.kernel.org/networking/tls-handshake.html | In-Kernel TLS Handshake}
 * @see {@link https://docs.kernel.org/networking/netlink_spec/handshake.html | handshake netlink specification}
 *
 * @module
 */

import { errorNumber } from "../../messages/errno.ts";
import { genericMessage } from "../../messages/generic/header.ts";
import {
  HANDSHAKE_AUTH_MODES,
  HANDSHAKE_CMD_ACCEPT,
  HANDSHAKE_CMD_DONE,
  HANDSHAKE_CMD_READY,
  HANDSHAKE_FAMILY_NAME,
  HANDSHAKE_FAMILY_VERSION,
  HANDSHAKE_HANDLER_CLASSES,
  HANDSHAKE_MCGRP_NONE,
  HANDSHAKE_MCGRP_TLSHD,
  HANDSHAKE_MESSAGE_TYPES,
  type HandshakeAccept,
  handshakeAccept,
  type HandshakeCertificate,
  type HandshakeDone,
  handshakeDone,
} from "../../messages/generic/handshake.ts";
import type { Connection, RequestOptions } from "../connection/connection.ts";
import { missing, orUndefined } from "../object/existence.ts";
import type {
  FamilyDefinition,
  KnownFamily,
} from "../connection/generic_family.ts";
import {
  checkInteger,
  int32,
  listOf,
  milliseconds,
  number,
  text,
  uint32,
} from "../mapping/conversions.ts";
import { choice, enumeration } from "../mapping/enumerations.ts";
import { checkObject, FieldPath } from "../mapping/field_path.ts";
import {
  type Conversion,
  mapping,
  type Readable,
  readOnly,
} from "../mapping/mapping.ts";
import type {
  EventMonitor,
  EventMonitorOptions,
} from "../monitor/event_monitor.ts";
import type { OpenTransport } from "../monitor/open.ts";
import {
  type FamilyObject,
  familyObject,
  type ReadFrom,
} from "./family_object.ts";
import { watchEvents } from "./family_monitor.ts";
import { type Report, reportsOf } from "./family_reports.ts";
import { FamilyRequests } from "./family_requests.ts";

/** Who handshakes are for. */
export type HandshakeHandler = keyof typeof HANDSHAKE_HANDLER_CLASSES;

/** A certificate that the kernel has for a handshake. */
export interface HandshakeKeys {
  /**
   * Serial number of the key that has the certificate
   * (`HANDSHAKE_A_X509_CERT`).
   */
  certificate?: number;
  /**
   * Serial number of the key that has the private key
   * (`HANDSHAKE_A_X509_PRIVKEY`).
   */
  privateKey?: number;
}

/** A handshake to be done. */
export interface AcceptedHandshake extends ReadFrom<HandshakeAccept> {
  /**
   * Descriptor of the socket, which now belongs to this process, too
   * (`HANDSHAKE_A_ACCEPT_SOCKFD`).
   */
  socket: number;
  /** Which end the socket is (`HANDSHAKE_A_ACCEPT_MESSAGE_TYPE`). */
  messageType: keyof typeof HANDSHAKE_MESSAGE_TYPES | number;
  /** Seconds that it may take (`HANDSHAKE_A_ACCEPT_TIMEOUT`). */
  timeout?: number;
  /** How the ends show who they are (`HANDSHAKE_A_ACCEPT_AUTH_MODE`). */
  authentication: keyof typeof HANDSHAKE_AUTH_MODES | number;
  /**
   * Serial numbers of the keys that have preshared keys
   * (`HANDSHAKE_A_ACCEPT_PEER_IDENTITY`).
   */
  identities?: number[];
  /** Certificates (`HANDSHAKE_A_ACCEPT_CERTIFICATE`). */
  certificates?: HandshakeKeys[];
  /** Name of the peer (`HANDSHAKE_A_ACCEPT_PEERNAME`). */
  peerName?: string;
  /** Serial number of a keyring (`HANDSHAKE_A_ACCEPT_KEYRING`). */
  keyring?: number;
}

/** How a handshake has ended. */
export interface HandshakeResult {
  /**
   * The error, by name such as `EACCES`, or by number; none by default
   * (`HANDSHAKE_A_DONE_STATUS`).
   */
  error?: string | number;
  /**
   * Serial numbers of the keys that the peer is known by
   * (`HANDSHAKE_A_DONE_REMOTE_AUTH`).
   */
  identities?: number[];
}

/** Options of {@linkcode Handshakes.monitor}. */
export interface HandshakeMonitorOptions extends EventMonitorOptions {
  /**
   * Who the handshakes are for.
   *
   * @default {"tlshd"}
   */
  handler?: HandshakeHandler;
}

/** Handshakes that wait to be accepted. */
export interface WaitingHandshake extends ReadFrom<HandshakeAccept> {
  /** Who they are for (`HANDSHAKE_A_ACCEPT_HANDLER_CLASS`). */
  handler: HandshakeHandler | number;
}

/** What each report of the family `handshake` has. */
export interface HandshakeReports {
  /** A handshake waits to be accepted (`HANDSHAKE_CMD_READY`). */
  "handshake-ready": WaitingHandshake;
}

/** A report of the family `handshake`. */
export type HandshakeEvent = Report<HandshakeReports>;

const handlerName = enumeration(HANDSHAKE_HANDLER_CLASSES);
const handlerNumber = choice(HANDSHAKE_HANDLER_CLASSES);

const acceptFamily: FamilyDefinition<HandshakeAccept> = {
  name: HANDSHAKE_FAMILY_NAME,
  version: HANDSHAKE_FAMILY_VERSION,
  codec: genericMessage(handshakeAccept),
  actions: { [HANDSHAKE_CMD_ACCEPT]: "accept handshake" },
  subject: ({ handlerClass }) =>
    handlerClass === undefined
      ? undefined
      : `for ${handlerName.fromKernel(handlerClass)}`,
};

const basics = { definition: acceptFamily, codec: handshakeAccept } as const;

const certificates: Readable<HandshakeKeys[], HandshakeCertificate[]> = {
  fromKernel: (all) =>
    all.map(({ cert, privkey }) => ({
      ...cert !== undefined && { certificate: cert },
      ...privkey !== undefined && { privateKey: privkey },
    })),
};

const accepted: FamilyObject<
  AcceptedHandshake,
  HandshakeAccept,
  Record<never, never>
> = familyObject({
  ...basics,
  get: HANDSHAKE_CMD_ACCEPT,
  fields: () => ({
    socket: readOnly("sockfd", number),
    messageType: readOnly("messageType", enumeration(HANDSHAKE_MESSAGE_TYPES)),
    timeout: readOnly("timeout", milliseconds),
    authentication: readOnly("authMode", enumeration(HANDSHAKE_AUTH_MODES)),
    identities: readOnly("peerIdentity", listOf(number)),
    certificates: readOnly("certificate", certificates),
    peerName: readOnly("peername", text),
    keyring: readOnly("keyring", number),
  }),
  filter: () => ({}),
});

const waiting: FamilyObject<
  WaitingHandshake,
  HandshakeAccept,
  Record<never, never>
> = familyObject({
  ...basics,
  get: HANDSHAKE_CMD_READY,
  fields: () => ({ handler: readOnly("handlerClass", handlerName) }),
  filter: () => ({}),
});

const doneFamily: FamilyDefinition<HandshakeDone> = {
  name: HANDSHAKE_FAMILY_NAME,
  version: HANDSHAKE_FAMILY_VERSION,
  codec: genericMessage(handshakeDone),
  actions: { [HANDSHAKE_CMD_DONE]: "end handshake" },
  subject: ({ sockfd }) => `of socket ${sockfd}`,
};

/** Greatest error number. */
const MAX_ERRNO = 4095;

const errorStatus: Conversion<string | number, number> = {
  fromKernel: (status) => status,
  toKernel: (error, fieldPath) => {
    if (typeof error !== "string") {
      return checkInteger(error, 0, MAX_ERRNO, fieldPath);
    }
    const status = errorNumber(error);
    if (status !== undefined) return status;
    throw fieldPath.wrong(error, "there is no such error");
  },
};

const result = mapping<HandshakeResult, HandshakeDone>(() => ({
  error: ["status", errorStatus],
  identities: ["remoteAuth", listOf(uint32)],
}));

const GROUPS: Readonly<Record<HandshakeHandler, string>> = {
  none: HANDSHAKE_MCGRP_NONE,
  tlshd: HANDSHAKE_MCGRP_TLSHD,
};

const isMissing = missing("EAGAIN");

const readEvent = reportsOf<HandshakeReports>({
  "handshake-ready": [HANDSHAKE_CMD_READY, waiting],
});

/**
 * Handshakes of TLS that the kernel has programs do for its sockets, such as
 * those of NFS and NVMe over TCP.
 *
 * @example Do what tlshd does
 * ```ts ignore
 * const { handshake } = generic;
 * for await (const event of await handshake.monitor()) {
 *   if (event.kind !== "handshake-ready") continue;
 *   const accepted = await handshake.accept();
 *   if (accepted === undefined) continue; // another program has it
 *   const { socket } = accepted;
 *   await handshake.done(socket, await shakeHands(accepted));
 * }
 * ```
 */
export class Handshakes {
  readonly #accepted: FamilyRequests<HandshakeAccept>;
  readonly #done: FamilyRequests<HandshakeDone>;
  readonly #open: OpenTransport | undefined;

  /**
   * Makes the methods.
   *
   * @param connection A connection to `NETLINK_GENERIC`.
   * @param routing A connection to `NETLINK_ROUTE`.
   * @param open Opens a socket for reports in the same network namespace.
   */
  constructor(
    connection: Connection,
    routing: Connection,
    open?: OpenTransport,
  ) {
    const known: KnownFamily = {};
    this.#accepted = new FamilyRequests(
      connection,
      routing,
      acceptFamily,
      known,
    );
    this.#done = new FamilyRequests(connection, routing, doneFamily, known);
    this.#open = open;
  }

  /**
   * Takes the handshake that has waited longest. The kernel gives this process
   * a descriptor of its socket, which has to be closed after
   * {@linkcode Handshakes.done}.
   *
   * @param handler Who the handshake is for.
   * @param options How to ask; what is given up may have got a descriptor.
   * @returns The handshake; `undefined` if none waits.
   * @throws {TypeError} If the handler is none of those that there are.
   * @throws {NetlinkError} If the kernel refuses (`EPERM`), or has no such
   * family (`ENOENT`, before Linux 6.4).
   */
  async accept(
    handler: HandshakeHandler = "tlshd",
    options: RequestOptions = {},
  ): Promise<AcceptedHandshake | undefined> {
    const reply = await orUndefined(
      this.#accepted.send(
        HANDSHAKE_CMD_ACCEPT,
        (fieldPath) => ({
          handlerClass: handlerNumber.toKernel(
            handler,
            fieldPath.at("handler"),
          )!,
        }),
        options,
      ),
      isMissing,
    );
    return reply && accepted.read(reply);
  }

  /**
   * Reports to the kernel how a handshake has ended.
   *
   * @param socket Descriptor of the socket that was accepted.
   * @param outcome How it has ended.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort, or there is no
   * such error.
   * @throws {RangeError} If a number is too small or too large.
   * @throws {NetlinkError} If there is no such descriptor (`EBADF`), or it is
   * none of a socket (`ENOTSOCK`) with a handshake that was accepted (`EBUSY`).
   */
  async done(
    socket: number,
    outcome: HandshakeResult = {},
    options: RequestOptions = {},
  ): Promise<void> {
    await this.#done.send(
      HANDSHAKE_CMD_DONE,
      (fieldPath) => ({
        sockfd: int32.toKernel(socket, fieldPath.at("socket"))!,
        status: 0,
        ...result.toKernel(outcome, fieldPath),
      }),
      options,
    );
  }

  /**
   * Watches for handshakes to be accepted. Those that wait already are not
   * reported.
   *
   * @param options How to watch, and who the handshakes are for.
   * @returns The monitor, to be iterated over; it is closed when the loop over
   * it is left.
   * @throws {TypeError} If an option is wrong.
   * @throws {SocketError} If the kernel refuses (`EPERM`).
   * @throws {NetlinkError} If the kernel has no such family (`ENOENT`, before
   * Linux 6.4).
   */
  async monitor(
    options: HandshakeMonitorOptions = {},
  ): Promise<EventMonitor<HandshakeEvent>> {
    checkObject(options, FieldPath.root.at("options"));
    const { handler = "tlshd", ...rest } = options;
    handlerNumber.toKernel(handler, FieldPath.root.at("handler"));
    return await watchEvents<HandshakeEvent>(
      (options) => this.#accepted.family.info(options),
      { group: GROUPS[handler], read: readEvent },
      this.#open,
      rest,
    );
  }
}
