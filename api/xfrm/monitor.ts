/**
 * Watching states and policies: `ip xfrm monitor`.
 *
 * @module
 */

import { DecodeError } from "../../messages/codec/mod.ts";
import { NLMSG_HDRLEN } from "../../messages/header.ts";
import * as c from "../../messages/xfrm/constants.ts";
import { Listener } from "../connection/listener.ts";
import { checkOptions, countOption, signalOption } from "../mapping/options.ts";
import type { OpenTransport } from "../monitor/open.ts";
import type { eventReaders, XfrmEvent } from "./events.ts";

/** What can be watched. */
export type XfrmWatched =
  | "state"
  | "policy"
  | "expire"
  | "acquire"
  | "counters"
  | "report"
  | "migrate"
  | "mapping";

const GROUPS: Readonly<Record<XfrmWatched, number>> = {
  state: c.XFRMNLGRP_SA,
  policy: c.XFRMNLGRP_POLICY,
  expire: c.XFRMNLGRP_EXPIRE,
  acquire: c.XFRMNLGRP_ACQUIRE,
  counters: c.XFRMNLGRP_AEVENTS,
  report: c.XFRMNLGRP_REPORT,
  migrate: c.XFRMNLGRP_MIGRATE,
  mapping: c.XFRMNLGRP_MAPPING,
};

/** Options of {@linkcode XfrmMonitor}. */
export interface XfrmMonitorOptions {
  /** Ends the monitor: its loop throws the signal's reason. */
  signal?: AbortSignal;
  /**
   * Size of the receive buffer, where reports wait, in bytes.
   *
   * @default {8388608}
   */
  receiveBuffer?: number;
}

const RECEIVE_BUFFER = 8 << 20;

/**
 * Reports what happens to states and policies, as long as it is iterated over.
 *
 * It receives reports from the moment at which it is made. Leaving the loop
 * closes it, and so does `using`. The kernel asks for states (`acquire`) only
 * while somebody watches that.
 */
export class XfrmMonitor implements AsyncIterable<XfrmEvent>, Disposable {
  readonly #listener: Listener;
  readonly #signal: AbortSignal | undefined;
  #closed = false;

  /**
   * Makes the monitor.
   *
   * @param watched What to watch.
   * @param open Opens a socket.
   * @param options How to watch it.
   * @throws {TypeError} If something cannot be watched.
   * @throws {SocketError} If the kernel refuses.
   */
  constructor(
    watched: Iterable<XfrmWatched>,
    open: OpenTransport,
    options: XfrmMonitorOptions = {},
  ) {
    checkOptions(options, {
      signal: signalOption,
      receiveBuffer: countOption,
    });
    const groups = Array.from(watched, (name) => {
      if (Object.hasOwn(GROUPS, name)) return GROUPS[name];
      throw new TypeError(
        `Cannot watch ${JSON.stringify(name)}: there are ${
          Object.keys(GROUPS).join(", ")
        }`,
      );
    });
    const { signal, receiveBuffer = RECEIVE_BUFFER } = options;
    this.#signal = signal;
    const transport = open({ receiveBuffer, allNamespaces: false });
    try {
      for (const group of groups) transport.join(group);
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
  async *[Symbol.asyncIterator](): AsyncGenerator<XfrmEvent, void> {
    try {
      // What is received meanwhile waits in the socket.
      const { eventReaders } = await import("./events.ts");
      while (!this.#closed) {
        this.#signal?.throwIfAborted();
        const events: XfrmEvent[] = [];
        const found = this.#listener.read(({ type, view, start, end }) => {
          const at = start + NLMSG_HDRLEN;
          const event = eventOf(eventReaders, type, view, at, end);
          if (event !== undefined) events.push(event);
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

  /** Same as {@linkcode XfrmMonitor.close}. */
  [Symbol.dispose](): void {
    this.close();
  }
}

/**
 * One report; nothing if this library does not support it, or cannot read it.
 */
function eventOf(
  readers: typeof eventReaders,
  type: number,
  view: DataView,
  start: number,
  end: number,
): XfrmEvent | undefined {
  try {
    return readers.get(type)?.(view, start, end);
  } catch (error) {
    if (error instanceof DecodeError) return undefined;
    throw error;
  }
}
