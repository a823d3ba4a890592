/**
 * A watcher whose code is loaded when it is first asked.
 *
 * @module
 */

import type { Sockets } from "./open.ts";
import type { Watcher } from "./watcher.ts";
import type { WatchReport } from "./reports.ts";

/**
 * Does what a {@linkcode Watcher} does; its sockets receive from the beginning,
 * and keep what they receive until the code is there.
 */
export class LateWatcher implements Disposable {
  readonly #sockets: Sockets;
  #watcher: Watcher | undefined;
  #closed = false;
  #aborted: { readonly reason: unknown } | undefined;
  #isRef = true;

  /**
   * Makes the watcher.
   *
   * @param sockets Its sockets, which are its own from now on.
   */
  constructor(sockets: Sockets) {
    this.#sockets = sockets;
  }

  /** Whether everything that is there is known. */
  get synced(): boolean {
    return this.#watcher?.synced ?? false;
  }

  /**
   * Waits for something to report.
   *
   * @returns The reports; none, if all that has happened is that what is known
   * was found to be right. `undefined` once the watcher is closed.
   */
  async next(): Promise<WatchReport[] | undefined> {
    if (this.#watcher === undefined) {
      const { makeWatcher } = await import("./make_watcher.ts");
      if (this.#closed) return undefined;
      if (this.#aborted !== undefined) throw this.#aborted.reason;
      this.#watcher ??= makeWatcher(this.#sockets);
      if (!this.#isRef) this.#watcher.unref();
    }
    return await this.#watcher.next();
  }

  /**
   * Ends the watching with an error.
   *
   * @param reason The error that {@linkcode LateWatcher.next} throws.
   */
  abort(reason: unknown): void {
    if (this.#watcher !== undefined) return this.#watcher.abort(reason);
    this.#aborted ??= { reason };
    this.#sockets.transport[Symbol.dispose]();
    this.#sockets.connection?.[Symbol.dispose]();
  }

  /** Lets waiting keep the process alive, as it does at first. */
  ref(): void {
    this.#isRef = true;
    (this.#watcher ?? this.#sockets.transport).ref();
  }

  /** Keeps waiting from keeping the process alive. */
  unref(): void {
    this.#isRef = false;
    (this.#watcher ?? this.#sockets.transport).unref();
  }

  /** Ends the watching. */
  [Symbol.dispose](): void {
    if (this.#closed) return;
    this.#closed = true;
    if (this.#watcher !== undefined) this.#watcher[Symbol.dispose]();
    else this.abort(undefined);
  }
}
