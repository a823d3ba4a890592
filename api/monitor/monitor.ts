/**
 * Watching what changes: `ip monitor`.
 *
 * @module
 */

import { checkOptions } from "../connection/options.ts";
import type { Change, MonitoredObject } from "./change.ts";
import { LateWatcher } from "./late_watcher.ts";
import type { OpenTransport } from "./open.ts";
import type { MonitorOptions } from "./options.ts";
import { monitorChecks, watch } from "./watch.ts";

export type { MonitorOptions } from "./options.ts";

/**
 * Reports what changes, as long as it is iterated over.
 *
 * It receives notifications from the moment at which it is made. Leaving the
 * loop closes it, and so does `using`. A loop that takes long over a change may
 * lose notifications, which is reported as `overrun`; then the monitor finds out
 * by itself what has changed, and reports that, followed by `resynced`.
 *
 * @typeParam K The kinds of objects that are watched.
 *
 * @example Report when a link loses its carrier
 * ```ts ignore
 * for await (const change of net.monitor(["link"])) {
 *   if (change.object !== "link" || change.action !== "new") continue;
 *   const { value, old } = change;
 *   if (old?.carrier && !value.carrier) console.log(`${value.name} is down`);
 * }
 * ```
 */
export class Monitor<K extends MonitoredObject>
  implements AsyncIterable<Change<K>>, AsyncDisposable, Disposable {
  readonly #watcher: LateWatcher;
  readonly #signal: AbortSignal | undefined;
  readonly #abort: () => void;

  /**
   * Makes the monitor.
   *
   * @param objects What to watch.
   * @param open Opens a socket.
   * @param options How to watch it.
   * @throws {TypeError} If there is no such kind, or an option is unknown or of
   * the wrong sort.
   * @throws {SocketError} If the kernel refuses.
   */
  constructor(
    objects: Iterable<K>,
    open: OpenTransport,
    options: MonitorOptions = {},
  ) {
    checkOptions(options, monitorChecks);
    this.#watcher = new LateWatcher(watch(objects, open, options));
    this.#signal = options.signal;
    this.#abort = () => this.#watcher.abort(this.#signal!.reason);
    this.#signal?.addEventListener("abort", this.#abort);
  }

  /** Whether everything that has happened has been reported, as far as the
   * monitor can find out. */
  get synced(): boolean {
    return this.#watcher.synced;
  }

  /**
   * Returns changes in arrays, all that there are at a time; that is faster than
   * one by one.
   *
   * @returns The changes.
   */
  async *batches(): AsyncGenerator<Change<K>[], void> {
    try {
      for (;;) {
        const reports = await this.#watcher.next();
        if (reports === undefined) return;
        if (reports.length === 0) continue;
        yield reports as Change<K>[];
      }
    } finally {
      this.close();
    }
  }

  /**
   * Returns changes one by one.
   *
   * @returns The changes.
   */
  async *[Symbol.asyncIterator](): AsyncGenerator<Change<K>, void> {
    for await (const changes of this.batches()) {
      for (const change of changes) yield change;
    }
  }

  /** Lets the monitor keep the process alive, as it does at first. */
  ref(): void {
    this.#watcher.ref();
  }

  /** Keeps the monitor from keeping the process alive. */
  unref(): void {
    this.#watcher.unref();
  }

  /** Ends the monitor: its loop ends. */
  close(): void {
    this.#signal?.removeEventListener("abort", this.#abort);
    this.#watcher[Symbol.dispose]();
  }

  /** Same as {@linkcode Monitor.close}. */
  [Symbol.dispose](): void {
    this.close();
  }

  /** Same as {@linkcode Monitor.close}. */
  [Symbol.asyncDispose](): Promise<void> {
    this.close();
    return Promise.resolve();
  }
}
