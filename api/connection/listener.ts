/**
 * Receives the kernel's notifications on a socket of its own.
 *
 * @module
 */

import { LITTLE_ENDIAN } from "../../messages/codec/mod.ts";
import {
  messageEnd,
  nextMessage,
  NLMSG_HDRLEN,
  NLMSG_MIN_TYPE,
  NLMSG_OVERRUN,
} from "../../messages/header.ts";
import { isLoss } from "../../socket/error.ts";
import type { Datagram, Transport } from "../../socket/transport.ts";

/** One notification; it is borrowed, and valid during the call only. */
export interface Notification {
  /** Message type, such as `RTM_NEWLINK` (`nlmsg_type`). */
  type: number;
  /** Flags, `NLM_F_*` (`nlmsg_flags`). */
  flags: number;
  /** Port of the socket whose request caused it, 0 for the kernel itself
   * (`nlmsg_pid`). */
  portId: number;
  /** When it was received, in milliseconds since 1970. */
  time: number;
  /** Id of the network namespace it comes from, if it is another. */
  nsid: number | undefined;
  /** Holds the message. */
  view: DataView;
  /** Where its netlink header starts in the view. */
  start: number;
  /** Where the message ends. */
  end: number;
}

/**
 * How many datagrams that are read one after the other get the same time: a
 * look at the clock takes as long as it takes to decode one.
 */
const STEPS = 32;

/** When the clock started, in milliseconds since 1970. */
const ORIGIN = performance.timeOrigin;

/** What a read found. */
export type ReadResult = "something" | "nothing" | "overrun";

/** Receives the kernel's notifications. */
export class Listener implements Disposable {
  readonly #transport: Transport;
  /** How many datagrams have been read since the last look at the clock. */
  #sinceClock = 0;
  /** The same object for all notifications, of which there may be many. */
  readonly #notification: Notification = {
    type: 0,
    flags: 0,
    portId: 0,
    time: 0,
    nsid: undefined,
    view: new DataView(new ArrayBuffer(0)),
    start: 0,
    end: 0,
  };

  /**
   * Makes the listener.
   *
   * @param transport A socket that has joined the groups; the listener closes
   * it.
   */
  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * Takes one datagram, if there is one.
   *
   * @param notify Called with each notification in it.
   * @returns Whether there was one, or notifications were lost.
   * @throws {SocketError} If the socket is closed, or fails otherwise.
   */
  read(notify: (notification: Notification) => void): ReadResult {
    let datagram: Datagram | undefined;
    try {
      datagram = this.#transport.tryReceive();
    } catch (error) {
      if (isLoss(error)) return "overrun";
      throw error;
    }
    if (datagram === undefined) {
      this.#sinceClock = 0;
      return "nothing";
    }
    // Other processes may send to this port, or to the groups:
    // only the kernel (port 0) is trusted.
    if (datagram.sender !== 0) return "something";
    return this.#split(datagram, notify) ? "something" : "overrun";
  }

  /** Returns whether everything in a datagram could be read. */
  #split(
    { bytes, nsid }: Datagram,
    notify: (notification: Notification) => void,
  ): boolean {
    const notification = this.#notification;
    if (notification.view.buffer !== bytes.buffer) {
      notification.view = new DataView(bytes.buffer);
    }
    const { view } = notification;
    const stop = bytes.byteOffset + bytes.length;
    if (this.#sinceClock++ === 0) {
      notification.time = ORIGIN + performance.now();
    }
    if (this.#sinceClock === STEPS) this.#sinceClock = 0;
    notification.nsid = nsid;
    for (let start = bytes.byteOffset; start < stop;) {
      const end = messageEnd(view, start, stop);
      // Less than a header is no message.
      if (end < 0) return stop - start < NLMSG_HDRLEN;
      const type = view.getUint16(start + 4, LITTLE_ENDIAN);
      if (type === NLMSG_OVERRUN) return false;
      if (type >= NLMSG_MIN_TYPE) {
        notification.type = type;
        notification.flags = view.getUint16(start + 6, LITTLE_ENDIAN);
        notification.portId = view.getUint32(start + 12, LITTLE_ENDIAN);
        notification.start = start;
        notification.end = end;
        notify(notification);
      }
      start = nextMessage(start, end);
    }
    return true;
  }

  /**
   * Waits for a notification.
   *
   * @param signal Stops waiting.
   * @throws {SocketError} If the socket is closed meanwhile.
   */
  readable(signal?: AbortSignal): Promise<void> {
    return this.#transport.readable(signal);
  }

  /** Lets waiting keep the process alive, as it does at first. */
  ref(): void {
    this.#transport.ref();
  }

  /** Keeps waiting from keeping the process alive. */
  unref(): void {
    this.#transport.unref();
  }

  /** Closes the socket. */
  [Symbol.dispose](): void {
    this.#transport[Symbol.dispose]();
  }
}
