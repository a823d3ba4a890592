/**
 * A live copy of the kernel's objects.
 *
 * @module
 */

import { delay } from "../delay.ts";
import type { Change, MonitoredObject, MonitoredObjects } from "./change.ts";
import type { MonitoredMessages } from "./kinds.ts";
import { isCalled, type MirrorKey } from "./mirror_key.ts";
import type { MonitorOptions } from "./monitor.ts";
import type { OpenTransport } from "./open.ts";
import { readObject, toChange } from "./read.ts";
import { watch } from "./watch.ts";
import type { Watcher } from "./watcher.ts";

/** Options of a mirror. */
export type MirrorOptions = Omit<
  MonitorOptions,
  "snapshot" | "stateless" | "allNamespaces"
>;

/** Options of {@linkcode Mirror.until}. */
export interface UntilOptions {
  /** Gives up waiting: the promise rejects with the signal's reason. */
  signal?: AbortSignal;
  /**
   * How long to wait, in seconds.
   *
   * @default {Infinity}
   */
  timeout?: number;
}

/** The condition that a mirror was asked to wait for did not come true. */
export class ConditionTimeoutError extends Error {
  /** How long it was waited for, in seconds. */
  readonly timeout: number;

  /**
   * Makes the error.
   *
   * @param timeout How long it was waited for, in seconds.
   */
  constructor(timeout: number) {
    super(
      `Cannot wait any longer: the condition is not met after ${timeout} s`,
    );
    this.name = "ConditionTimeoutError";
    this.timeout = timeout;
  }
}

/** The mirror was closed. */
export class MirrorClosedError extends Error {
  /** Makes the error. */
  constructor() {
    super("Cannot wait: the mirror is closed");
    this.name = "MirrorClosedError";
  }
}

/**
 * A live copy of the kernel's objects, which is right at all times or says that
 * it is not: see {@linkcode Mirror.synced}.
 *
 * It keeps one message for each object that there is, and nothing else. It
 * follows the kernel until it is closed, and keeps the process alive unless
 * {@linkcode Mirror.unref} is called.
 *
 * @typeParam K The kinds of objects that are in it.
 *
 * @example Wait until a link has a carrier
 * ```ts ignore
 * await using mirror = await net.mirror(["link"]);
 * const link = await mirror.until(() => {
 *   const link = mirror.get("link", "eth0");
 *   return link?.carrier ? link : undefined;
 * });
 * ```
 */
export class Mirror<K extends MonitoredObject>
  implements AsyncDisposable, Disposable {
  readonly #watcher: Watcher;
  readonly #listeners = new Set<(change: Change<K>) => void>();
  readonly #checks = new Set<() => void>();
  readonly #running: Promise<void>;
  readonly #ready = Promise.withResolvers<void>();
  #failure: { error: unknown } | undefined;

  /**
   * Makes the mirror; it is empty until {@linkcode Mirror.ready}.
   *
   * @param objects What is in it.
   * @param open Opens a socket.
   * @param options How to follow the kernel.
   * @throws {SocketError} If the kernel refuses.
   */
  constructor(
    objects: Iterable<K>,
    open: OpenTransport,
    options: MirrorOptions = {},
  ) {
    this.#watcher = watch(objects, open, {
      ...options,
      snapshot: true,
      keptOnly: true,
    });
    const { signal } = options;
    const abort = () => this.#watcher.abort(signal!.reason);
    signal?.addEventListener("abort", abort);
    this.#ready.promise.catch(() => {});
    this.#running = this.#follow().finally(() =>
      signal?.removeEventListener("abort", abort)
    );
  }

  async #follow(): Promise<void> {
    try {
      for (;;) {
        const reports = await this.#watcher.next();
        if (reports === undefined) throw new MirrorClosedError();
        for (const report of reports) {
          if (report.object === "snapshot-end") this.#ready.resolve();
          this.#tell(() => toChange(report) as Change<K>);
        }
        for (const check of this.#checks) check();
      }
    } catch (error) {
      this.#failure = { error };
      this.#ready.reject(error);
      for (const check of this.#checks) check();
      this.#watcher[Symbol.dispose]();
    }
  }

  #tell(make: () => Change<K>): void {
    if (this.#listeners.size === 0) return;
    const change = make();
    for (const listener of this.#listeners) {
      try {
        listener(change);
      } catch (error) {
        reportError(error);
      }
    }
  }

  /**
   * When everything that is there is in the mirror; rejects if that fails.
   */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  /**
   * Whether the mirror is right, as far as anyone can know: it is not before
   * it is ready, between an `overrun` and `resynced`, when something has
   * happened after which the kernel changes objects without a word, and when
   * it follows the kernel no longer.
   */
  get synced(): boolean {
    return this.#failure === undefined && this.#watcher.synced;
  }

  /** Why it follows the kernel no longer, if that is so. */
  get error(): unknown {
    return this.#failure?.error;
  }

  /**
   * Tells how many objects of a kind there are.
   *
   * @param object The kind.
   * @returns Their number.
   */
  count(object: K): number {
    return this.#watcher.store(object)?.size ?? 0;
  }

  /**
   * Lists the objects of a kind.
   *
   * @param object The kind.
   * @returns The objects.
   */
  *list<P extends K>(object: P): Generator<MonitoredObjects[P], void> {
    for (const message of this.messages(object)) {
      yield readObject(object, message);
    }
  }

  /**
   * Lists the objects of a kind as the kernel's messages.
   *
   * @param object The kind.
   * @returns The messages.
   */
  messages<P extends K>(object: P): Iterable<MonitoredMessages[P]> {
    const messages = this.#watcher.store(object)?.values() ?? [];
    return messages as Iterable<MonitoredMessages[P]>;
  }

  /**
   * Finds an object that meets a condition.
   *
   * @param object The kind.
   * @param condition The condition.
   * @returns The first object that meets it, if there is one.
   */
  find<P extends K>(
    object: P,
    condition: (value: MonitoredObjects[P]) => boolean,
  ): MonitoredObjects[P] | undefined {
    for (const value of this.list(object)) if (condition(value)) return value;
    return undefined;
  }

  /**
   * Finds an object by what it is called.
   *
   * @param object The kind.
   * @param key Name or index of a link, destination of a route, id of a nexthop
   * or a namespace, priority of a rule, the address of an address or a neighbor.
   * @returns The first object that is called so, if there is one.
   */
  get<P extends K>(
    object: P,
    key: MirrorKey,
  ): MonitoredObjects[P] | undefined {
    for (const message of this.messages(object)) {
      if (isCalled(object, message, key)) return readObject(object, message);
    }
    return undefined;
  }

  /**
   * Calls a function with each change, after it is in the mirror. All changes
   * of the first dump are told as well, if there is someone to tell.
   *
   * @param listener The function.
   * @returns Ends the calls when disposed of.
   */
  onChange(listener: (change: Change<K>) => void): Disposable {
    this.#listeners.add(listener);
    return { [Symbol.dispose]: () => void this.#listeners.delete(listener) };
  }

  /**
   * Waits until a condition holds. It is looked at now and after changes.
   *
   * @typeParam T What the condition finds.
   * @param condition Returns what it finds, or something falsy as long as it
   * does not hold.
   * @param options When to give up.
   * @returns What the condition has found.
   * @throws {ConditionTimeoutError} If it does not come true in time.
   * @throws {MirrorClosedError} If the mirror is or gets closed.
   */
  async until<T>(
    condition: () => T,
    options: UntilOptions = {},
  ): Promise<Exclude<T, undefined | null | false | 0 | "">> {
    const { signal, timeout = Infinity } = options;
    signal?.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const check = () => {
      try {
        if (this.#failure !== undefined) throw this.#failure.error;
        const found = condition();
        if (found) resolve(found);
      } catch (error) {
        reject(error);
      }
    };
    const abort = () => reject(signal!.reason);
    const end = new AbortController();
    if (timeout < Infinity) {
      delay(timeout * 1000, end.signal).then(
        () => reject(new ConditionTimeoutError(timeout)),
        () => {},
      );
    }
    signal?.addEventListener("abort", abort);
    this.#checks.add(check);
    try {
      check();
      return await promise as Exclude<T, undefined | null | false | 0 | "">;
    } finally {
      this.#checks.delete(check);
      signal?.removeEventListener("abort", abort);
      end.abort();
    }
  }

  /** Lets the mirror keep the process alive, as it does at first. */
  ref(): void {
    this.#watcher.ref();
  }

  /** Keeps the mirror from keeping the process alive. */
  unref(): void {
    this.#watcher.unref();
  }

  /** Stops following the kernel; what is in the mirror stays as it is. */
  close(): void {
    this.#watcher[Symbol.dispose]();
  }

  /** Same as {@linkcode Mirror.close}. */
  [Symbol.dispose](): void {
    this.close();
  }

  /** Stops following the kernel, and waits until that is so. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.close();
    await this.#running;
  }
}
