/**
 * Watching what the kernel reports of things that are no objects of rtnetlink:
 * events one by one, without a state that is kept up to date.
 *
 * @module
 */

import { DecodeError } from "../../messages/codec/mod.ts";
import { NLMSG_HDRLEN } from "../../messages/header.ts";
import { Listener } from "../connection/listener.ts";
import {
  checkOptions,
  countOption,
  type OptionChecks,
  signalOption,
} from "../connection/options.ts";
import type { OpenTransport } from "./open.ts";

/** Options of {@linkcode EventMonitor}. */
export interface EventMonitorOptions {
  /** Ends the monitor: its loop throws the signal's reason. */
  signal?: AbortSignal;
  /**
   * Size of the receive buffer, where reports wait, in bytes.
   *
   * @default {8388608}
   */
  receiveBuffer?: number;
}

/** Reports were lost, as nobody read them in time. */
export interface EventOverrun {
  /** What has happened. */
  kind: "overrun";
}

/** A report that this library has no type for, or that is malformed. */
export interface UnknownEvent {
  /** What has happened. */
  kind: "unknown";
  /** Message type (`nlmsg_type`). */
  type: number;
  /** The message without its netlink header. */
  data: Uint8Array;
}

/**
 * Reads an event.
 *
 * @typeParam E The events.
 * @param type Message type (`nlmsg_type`).
 * @param view Holds the message.
 * @param start Where it starts, behind its netlink header.
 * @param end Where it ends.
 * @returns The event; `undefined` for what there is no type for.
 * @throws {DecodeError} If the message is malformed.
 */
export type ReadEvent<E> = (
  type: number,
  view: DataView,
  start: number,
  end: number,
) => E | undefined;

/** What a monitor watches. */
export interface EventSource<E> {
  /** Multicast groups to join. */
  readonly groups: readonly number[];
  /** Loads what reads events, when the first are asked for. */
  readonly load: () => ReadEvent<E> | Promise<ReadEvent<E>>;
}

/** Bytes of the receive buffer of a monitor whose options set no other. */
export const EVENT_RECEIVE_BUFFER: number = 8 << 20;

/** How the options of {@linkcode EventMonitor} are checked. */
export const eventMonitorChecks: OptionChecks<EventMonitorOptions> = {
  signal: signalOption,
  receiveBuffer: countOption,
};

/**
 * Returns what the kernel reports, as long as it is iterated over.
 *
 * It receives reports from the moment at which it is made. Leaving the loop
 * closes it, and so does `using`.
 *
 * @typeParam E The events.
 */
export class EventMonitor<E>
  implements AsyncIterable<E | EventOverrun | UnknownEvent>, Disposable {
  readonly #load: EventSource<E>["load"];
  readonly #listener: Listener;
  readonly #signal: AbortSignal | undefined;
  #closed = false;

  /**
   * Makes the monitor.
   *
   * @param source What to watch.
   * @param open Opens a socket.
   * @param options How to watch it.
   * @throws {TypeError} If an option is wrong.
   * @throws {SocketError} If the kernel refuses.
   */
  constructor(
    source: EventSource<E>,
    open: OpenTransport,
    options: EventMonitorOptions = {},
  ) {
    checkOptions(options, eventMonitorChecks);
    const { signal, receiveBuffer = EVENT_RECEIVE_BUFFER } = options;
    this.#load = source.load;
    this.#signal = signal;
    const transport = open({ receiveBuffer, allNamespaces: false });
    try {
      for (const group of source.groups) transport.join(group);
    } catch (error) {
      transport[Symbol.dispose]();
      throw error;
    }
    this.#listener = new Listener(transport);
  }

  /**
   * Returns events one by one.
   *
   * @returns The events.
   * @throws {SocketError} If the socket fails.
   */
  async *[Symbol.asyncIterator](): AsyncGenerator<
    E | EventOverrun | UnknownEvent,
    void
  > {
    try {
      // What is received meanwhile waits in the socket.
      const read = await this.#load();
      while (!this.#closed) {
        this.#signal?.throwIfAborted();
        const events: (E | EventOverrun | UnknownEvent)[] = [];
        const found = this.#listener.read(({ type, view, start, end }) => {
          events.push(eventOf(read, type, view, start + NLMSG_HDRLEN, end));
        });
        if (found === "overrun") events.push({ kind: "overrun" });
        yield* events;
        if (found === "nothing") await this.#wait();
      }
    } finally {
      this.close();
    }
  }

  async #wait(): Promise<void> {
    try {
      await this.#listener.readable(this.#signal);
    } catch (error) {
      if (!this.#closed) throw error;
    }
  }

  /** Lets the monitor keep the process alive, as it does at first. */
  ref(): void {
    this.#listener.ref();
  }

  /** Keeps the monitor from keeping the process alive. */
  unref(): void {
    this.#listener.unref();
  }

  /** Ends the monitor: its loop ends. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#listener[Symbol.dispose]();
  }

  /** Same as {@linkcode EventMonitor.close}. */
  [Symbol.dispose](): void {
    this.close();
  }
}

/** One report, whatever it is: none is lost. */
function eventOf<E>(
  read: ReadEvent<E>,
  type: number,
  view: DataView,
  start: number,
  end: number,
): E | UnknownEvent {
  let event: E | undefined;
  try {
    event = read(type, view, start, end);
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
  }
  if (event !== undefined) return event;
  // The buffer is used again for the next datagram.
  const data = new Uint8Array(
    view.buffer,
    view.byteOffset + start,
    end - start,
  );
  return { kind: "unknown", type, data: data.slice() };
}
