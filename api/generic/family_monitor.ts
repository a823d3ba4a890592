/**
 * Watching what families of generic netlink report.
 *
 * @module
 */

import { DecodeError } from "../../messages/codec/mod.ts";
import { NLMSG_HDRLEN } from "../../messages/header.ts";
import type { FamilyInfo } from "../connection/generic_family.ts";
import { Listener } from "../connection/listener.ts";
import {
  checkOptions,
  countOption,
  type OptionChecks,
  signalOption,
} from "../mapping/options.ts";
import type { OpenTransport } from "../monitor/open.ts";

/** Options of {@linkcode FamilyMonitor}. */
export interface FamilyMonitorOptions {
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
export interface FamilyOverrun {
  /** What has happened. */
  kind: "overrun";
}

/** What a monitor watches. */
export interface FamilyWatch<E> {
  /** The family. */
  readonly info: FamilyInfo;
  /** Name of its multicast group. */
  readonly group: string;
  /** Reads an event; `undefined` for what this library has no type for. */
  readonly read: (
    view: DataView,
    start: number,
    end: number,
  ) => E | undefined;
}

const RECEIVE_BUFFER = 8 << 20;

const monitorChecks: OptionChecks<FamilyMonitorOptions> = {
  signal: signalOption,
  receiveBuffer: countOption,
};

/**
 * Reports what a family reports, as long as it is iterated over.
 *
 * It receives events from the moment at which it is made. Leaving the loop
 * closes it, and so does `using`.
 *
 * @typeParam E The events.
 */
export class FamilyMonitor<E>
  implements AsyncIterable<E | FamilyOverrun>, Disposable {
  readonly #watch: FamilyWatch<E>;
  readonly #listener: Listener;
  readonly #signal: AbortSignal | undefined;
  #closed = false;

  /**
   * Makes the monitor.
   *
   * @param watch What to watch.
   * @param open Opens a socket.
   * @param options How to watch it.
   * @throws {TypeError} If an option is wrong, or the family has no such group.
   * @throws {SocketError} If the kernel refuses.
   */
  constructor(
    watch: FamilyWatch<E>,
    open: OpenTransport,
    options: FamilyMonitorOptions = {},
  ) {
    checkOptions(options, monitorChecks);
    const { info, group } = watch;
    const number = info.groups[group];
    if (number === undefined) {
      throw new TypeError(
        `Cannot watch ${info.name}: there is no group ${group}`,
      );
    }
    const { signal, receiveBuffer = RECEIVE_BUFFER } = options;
    this.#watch = watch;
    this.#signal = signal;
    const transport = open({ receiveBuffer, allNamespaces: false });
    try {
      transport.join(number);
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
  async *[Symbol.asyncIterator](): AsyncGenerator<E | FamilyOverrun, void> {
    try {
      while (!this.#closed) {
        this.#signal?.throwIfAborted();
        const events: (E | FamilyOverrun)[] = [];
        const found = this.#listener.read(({ type, view, start, end }) => {
          if (type !== this.#watch.info.id) return;
          const event = this.#read(view, start + NLMSG_HDRLEN, end);
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

  #read(view: DataView, start: number, end: number): E | undefined {
    try {
      return this.#watch.read(view, start, end);
    } catch (error) {
      if (error instanceof DecodeError) return undefined;
      throw error;
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

  /** Same as {@linkcode FamilyMonitor.close}. */
  [Symbol.dispose](): void {
    this.close();
  }
}

/**
 * Watches a family, whose groups are asked for first.
 *
 * @typeParam E The events.
 * @param info Asks for the family.
 * @param watch What to watch.
 * @param open Opens a socket.
 * @param options How to watch it.
 * @returns The monitor.
 * @throws {TypeError} If an option is wrong, or there is no way to open a
 * socket.
 */
export async function watchEvents<E>(
  info: (options: { signal?: AbortSignal }) => Promise<FamilyInfo>,
  watch: Omit<FamilyWatch<E>, "info">,
  open: OpenTransport | undefined,
  options: FamilyMonitorOptions,
): Promise<FamilyMonitor<E>> {
  checkOptions(options, monitorChecks);
  if (open === undefined) {
    throw new TypeError(
      "Cannot monitor: there is no way to open a socket for reports",
    );
  }
  const { signal } = options;
  const family = await info(signal === undefined ? {} : { signal });
  return new FamilyMonitor({ info: family, ...watch }, open, options);
}
