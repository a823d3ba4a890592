/**
 * Watches kinds of objects: receives what changes, caches what is there, and
 * finds out again when it may have missed something.
 *
 * Notifications and dumps come over two sockets. The groups are joined before
 * the first dump; what is received during a dump is applied to its result, so
 * that nothing is lost between the two.
 *
 * @module
 */

import { delay } from "../connection/delay.ts";
import { Room } from "../mapping/origin.ts";
import { nextTurn, turnIsDue } from "../connection/event_loop.ts";
import type { KeptMessage } from "./kept_message.ts";
import { load, replay } from "./load.ts";
import type { Cause } from "./change.ts";
import {
  type Watched,
  watchedKinds,
  type WatcherOptions,
  type WatchReport,
} from "./reports.ts";
import { Reception, requestDump } from "./reception.ts";
import { Outbox } from "./outbox.ts";
import { Schedule } from "./schedule.ts";
import { Waiting } from "./waiting.ts";
import type { Store } from "./store.ts";

export * from "./reports.ts";

/**
 * Size of the buffers that hold what was received, in bytes: little enough that
 * it does not matter if but one message in it is kept.
 */
const ROOM = 1 << 12;
/** Most reports that are gathered before they are handed out. */
const BATCH = 1024;
/** Most notifications that are kept during a dump. */
const MOST_HELD = 100_000;
/** How long to go on reading after a loss, in milliseconds. */
const PATIENCE = 200;

/** Watches kinds of objects. */
export class Watcher implements Disposable {
  readonly #options: WatcherOptions;
  readonly #watched: readonly Watched[];
  readonly #stop = new AbortController();
  readonly #outbox: Outbox;
  readonly #room = new Room(ROOM);
  #started = false;
  #closed = false;
  /** When notifications were lost that have not been reported as lost. */
  #lost: number | undefined;
  /** Whether what is known has not been put right since a loss. */
  #needsResync = false;
  readonly #schedule: Schedule;
  readonly #waiting: Waiting;
  readonly #reception: Reception;

  /**
   * Makes the watcher; the sockets are its own from now on.
   *
   * @param options What to watch.
   */
  constructor(options: WatcherOptions) {
    this.#options = options;
    this.#outbox = new Outbox(options.wanted);
    this.#schedule = new Schedule(options.verifyEvery);
    this.#waiting = new Waiting(options.listener);
    this.#watched = watchedKinds(options.kinds, this.#room);
    this.#reception = new Reception(options, {
      watched: this.#watched,
      room: this.#room,
      outbox: this.#outbox,
      schedule: this.#schedule,
      onLoss: () => void (this.#lost ??= performance.now()),
    });
  }

  /** Whether everything that is there is known. */
  get synced(): boolean {
    return this.#started && !this.#needsResync && this.#lost === undefined &&
      this.#watched.every(({ needsDump }) => !needsDump);
  }

  /**
   * Gives what is known about the objects of a kind.
   *
   * @param name The kind.
   * @returns The objects, if they are known.
   */
  store(name: string): Store<KeptMessage<unknown>> | undefined {
    return this.#watched.find((watched) => watched.name === name)?.store;
  }

  /**
   * Puts an object into people's terms.
   *
   * @param name The kind.
   * @param item The object, as it is known.
   * @returns The object, which is the caller's own.
   */
  read(name: string, item: KeptMessage<unknown>): unknown {
    return this.#watched.find((watched) => watched.name === name)!.intake
      .read(item);
  }

  /**
   * Waits for something to report.
   *
   * @returns The reports; none, if all that has happened is that what is known
   * was found to be right. `undefined` once the watcher is closed.
   */
  async next(): Promise<WatchReport[] | undefined> {
    while (!this.#closed) {
      this.#stop.signal.throwIfAborted();
      try {
        if (!await this.#step()) continue;
        return this.#outbox.take();
      } catch (error) {
        if (this.#closed) break;
        // Whatever fails because of that.
        this.#stop.signal.throwIfAborted();
        throw error;
      }
    }
    return undefined;
  }

  /** Does what is next; returns whether that is worth a report. */
  async #step(): Promise<boolean> {
    if (turnIsDue()) await nextTurn();
    if (!this.#started) await this.#start();
    const more = this.#drain();
    const now = performance.now();
    if (this.#lost !== undefined) {
      // What was received before the loss is reported before it.
      const early = now - this.#lost < PATIENCE;
      if (early && (more || this.#outbox.changed)) return this.#outbox.changed;
      this.#reportLoss();
    }
    if (this.#outbox.changed) return true;
    if (this.#needsResync) await this.#resync();
    else if (now >= this.#schedule.at) await this.#verify();
    else {
      await this.#waiting.until(this.#schedule.at);
      return false;
    }
    return true;
  }

  /**
   * Reads what has been received, up to what is worth a report; returns whether
   * there may be more.
   */
  #drain(): boolean {
    while (this.#outbox.size < BATCH) {
      if (!this.#read()) return false;
      if (turnIsDue()) return true;
    }
    return true;
  }

  #read(): boolean {
    const received = this.#options.listener.read(this.#reception.accept);
    if (received === "overrun") this.#lost ??= performance.now();
    if (received === "nothing") return false;
    this.#waiting.received();
    return true;
  }

  /** Reads what is received during a dump, so that it is not lost meanwhile. */
  #absorb(most = BATCH): void {
    const held = this.#watched.find(({ held }) => held !== undefined)?.held;
    for (let i = 0; i < most && this.#read(); i++) {
      if (this.#outbox.size > MOST_HELD) return;
      if (held === undefined || held.length <= MOST_HELD) continue;
      held.length = 0;
      this.#lost ??= performance.now();
    }
  }

  #reportLoss(): void {
    this.#lost = undefined;
    if (!this.#needsResync) this.#outbox.mark("overrun");
    this.#needsResync = this.#options.connection !== undefined &&
      this.#watched.some(({ kind }) => kind.known !== undefined);
  }

  async #start(): Promise<void> {
    for (const watched of this.#watched) await this.#dump(watched);
    this.#started = true;
    this.#schedule.finish();
    if (!this.#options.snapshot) return;
    for (const watched of this.#watched) {
      for (const now of watched.store?.values() ?? []) {
        this.#outbox.add(watched, "new", now, undefined, "snapshot");
      }
    }
    this.#outbox.mark("snapshot-end");
  }

  /** Puts right what is known after a loss. */
  async #resync(): Promise<void> {
    if (this.#schedule.pause > 0) await this.#rest();
    const start = performance.now();
    for (const watched of this.#watched) {
      await this.#dump(watched, "resync");
    }
    if (this.#lost === undefined) {
      this.#needsResync = false;
      this.#outbox.mark("resynced");
    } else this.#lost = undefined;
    this.#schedule.finish(performance.now() - start);
  }

  /** Looks for what the kernel has changed without a notification. */
  async #verify(): Promise<void> {
    this.#schedule.start();
    const start = performance.now();
    const all = this.#watched.every(({ needsDump }) => !needsDump);
    for (const watched of this.#watched) {
      if (all || watched.needsDump) await this.#dump(watched, "verification");
    }
    this.#schedule.finish(performance.now() - start);
  }

  async #rest(): Promise<void> {
    const until = performance.now() + this.#schedule.pause;
    while (performance.now() < until) {
      await delay(5, this.#stop.signal);
      this.#absorb();
    }
  }

  /** Takes a dump, and reports what is different. */
  async #dump(watched: Watched, cause?: Cause): Promise<void> {
    const { connection } = this.#options;
    const { kind } = watched;
    const { known } = kind;
    if (connection === undefined || known === undefined) return;
    watched.needsDump = false;
    const start = () => void (watched.held = []);
    start();
    let fresh: Store<KeptMessage<unknown>>;
    let gap = false;
    let suspect = false;
    try {
      fresh = await load({
        connection,
        kind,
        known,
        intake: watched.intake,
        signal: this.#stop.signal,
        start,
        absorb: () => this.#absorb(),
      });
      this.#absorb(MOST_HELD);
      const held = watched.held ?? [];
      // One that was deleted may have hidden another one that was not.
      gap = !known.consistent && held.some(({ deleted }) => deleted);
      if (replay(held, fresh)) suspect = true;
    } finally {
      watched.held = undefined;
    }
    const before = watched.store;
    watched.store = fresh;
    let missing = before === undefined || cause === "resync";
    if (before !== undefined && cause !== undefined) {
      for (const difference of before.differences(fresh)) {
        missing ||= difference.now === undefined;
        this.#outbox.publish(watched, difference, cause);
        if (turnIsDue()) await nextTurn();
      }
    }
    if (suspect || gap && missing) requestDump(watched, this.#schedule);
  }

  /**
   * Ends the watching with an error.
   *
   * @param reason The error that {@linkcode Watcher.next} throws.
   */
  abort(reason: unknown): void {
    this.#stop.abort(reason);
    this.#waiting.abort(reason);
    this.#options.listener[Symbol.dispose]();
    this.#options.connection?.[Symbol.dispose]();
  }

  /** Lets waiting keep the process alive, as it does at first. */
  ref(): void {
    this.#waiting.ref();
  }

  /** Keeps waiting from keeping the process alive. */
  unref(): void {
    this.#waiting.unref();
  }

  /** Ends the watching. */
  [Symbol.dispose](): void {
    if (this.#closed) return;
    this.#closed = true;
    this.abort(new Error("Cannot watch: the watcher is closed"));
  }
}
