/**
 * A live copy of the kernel's objects.
 *
 * @module
 */

import { reportUncaught } from "../connection/event_loop.ts";
import { delay } from "../connection/delay.ts";
import { checkIterable, FieldPath } from "../mapping/field_path.ts";
import {
  checkOptions,
  secondsOption,
  signalOption,
} from "../connection/options.ts";
import type { LinkMessage } from "../../messages/link/link.ts";
import type {
  Change,
  MonitoredMessages,
  MonitoredObject,
  MonitoredObjects,
} from "./change.ts";
import { ConditionTimeoutError, MirrorClosedError } from "./mirror_error.ts";
import {
  keyPath,
  messagesNamed,
  type MirrorKey,
  type MirrorKeyOf,
  namesOf,
} from "./mirror_key.ts";
import type { MirrorOptions, UntilOptions } from "./options.ts";
import type { OpenTransport } from "./open.ts";
import type { KeptMessage } from "./kept_message.ts";
import { makeWatcher } from "./make_watcher.ts";
import { mirrorChecks, watch } from "./watch.ts";
import type { Watcher } from "./watcher.ts";

export * from "./mirror_error.ts";
export type * from "./options.ts";

type Item = KeptMessage<unknown>;

/**
 * A live copy of the kernel's objects, which is right at all times or reports
 * that it is not: see {@linkcode Mirror.synced}.
 *
 * It keeps the bytes of one message for each object that there is, and nothing
 * else; what it returns is read from them, and the caller's own. It
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
  readonly #objects: ReadonlySet<MonitoredObject>;
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
   * @throws {TypeError} If there is no such kind, or an option is unknown or of
   * the wrong sort.
   * @throws {SocketError} If the kernel refuses.
   */
  constructor(
    objects: Iterable<K>,
    open: OpenTransport,
    options: MirrorOptions = {},
  ) {
    checkOptions(options, mirrorChecks);
    checkIterable(objects, FieldPath.root.at("objects"));
    const names = new Set<MonitoredObject>(objects);
    this.#objects = names;
    this.#watcher = makeWatcher(watch(names, open, {
      ...options,
      snapshot: true,
      keptOnly: true,
      wanted: () => this.#listeners.size > 0,
    }));
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
          this.#publish(report as Change<K>);
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

  #publish(change: Change<K>): void {
    for (const listener of this.#listeners) {
      try {
        listener(change);
      } catch (error) {
        reportUncaught(error);
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
   * Whether the mirror is right: it is not before it is ready, between an
   * `overrun` and `resynced`, when something has happened after which the
   * kernel changes objects without a notification, and when it follows the
   * kernel no longer.
   *
   * Some properties change without anything that could be noticed, and are as
   * they were in the last message: counters, timers, and ages, such as a
   * forwarding entry's going from `dynamic` to `stale` or a neighbor's from
   * `stale` to `delay`; whether hardware has taken over a bridge's entry; the
   * settings of `/proc/sys` in the message of a link; XDP programs that hang on
   * a descriptor; numbers of queues that `ethtool` sets; what bridges learn
   * from each other by STP; the other end of a link that moves between two
   * other namespaces; and the state and flags of a VXLAN's entries for a group,
   * or for all addresses without one, which `bridge fdb replace` changes
   * although it fails. {@linkcode MirrorOptions} has `verifyEvery` for these.
   */
  get synced(): boolean {
    return this.#failure === undefined && this.#watcher.synced;
  }

  /** Why it follows the kernel no longer, if that is so. */
  get error(): unknown {
    return this.#failure?.error;
  }

  /**
   * Counts the objects of a kind.
   *
   * @param object The kind.
   * @returns Their number.
   */
  count(object: K): number {
    return this.#store(object)?.size ?? 0;
  }

  /**
   * Lists the objects of a kind.
   *
   * @param object The kind.
   * @param name What they are called, as {@linkcode Mirror.get} takes it: all
   * routes to a prefix, for example, whatever their tables and metrics. They
   * are found without a look at the others.
   * @returns The objects; all of the kind without a name.
   */
  *list<P extends K>(
    object: P,
    name?: MirrorKey,
  ): Generator<MonitoredObjects[P], void> {
    const items = name === undefined
      ? this.#store(object)?.values() ?? []
      : this.#named(object, name);
    for (const item of items) yield this.#read(object, item);
  }

  /** Where objects of a kind are kept; none for those that cannot be. */
  #store(object: MonitoredObject): ReturnType<Watcher["store"]> {
    if (this.#objects.has(object)) return this.#watcher.store(object);
    throw new TypeError(
      `Cannot look for ${JSON.stringify(object)}: ` +
        `in the mirror are ${[...this.#objects].join(", ")}`,
    );
  }

  /** Finds all objects that are called so. */
  #named(object: K, key: MirrorKey): Iterable<Item> {
    const store = this.#store(object);
    if (store === undefined) return [];
    const names = namesOf(object, key);
    return new Set(names.flatMap((name) => store.named(name)));
  }

  /** Finds the first object that is called so. */
  #first(object: K, key: MirrorKey): Item | undefined {
    const store = this.#store(object);
    if (store === undefined) return undefined;
    // Most names are spelled as the messages have them.
    const [exact] = store.named(key);
    if (exact !== undefined) return exact;
    for (const name of namesOf(object, key)) {
      const [message] = store.named(name);
      if (message !== undefined) return message;
    }
    return undefined;
  }

  /**
   * Lists the objects of a kind as the kernel's messages.
   *
   * @param object The kind.
   * @returns The messages.
   */
  *messages<P extends K>(object: P): Generator<MonitoredMessages[P], void> {
    for (const { message } of this.#store(object)?.values() ?? []) {
      yield message as MonitoredMessages[P];
    }
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
   * Finds an object by what it is called, or by what names it, without a look
   * at the others.
   *
   * @param object The kind.
   * @param key What it is called, such as the name of a link or `10.0.0.0/8`;
   * or what sets it apart from others that are called so, such as the table and
   * the metric of a route.
   * @returns The object, if it is there; the first one, if several are called
   * so.
   * @throws {TypeError} If a value in the key is not of the right sort, or it
   * has names of devices while there are no links in the mirror.
   * @throws {RangeError} If a value in the key is too small or too large.
   *
   * @example The default route of a table
   * ```ts ignore
   * mirror.get("route", { to: "default", table: 100 });
   * ```
   */
  get<P extends K>(
    object: P,
    key: MirrorKeyOf<P>,
  ): MonitoredObjects[P] | undefined {
    const item = typeof key === "object"
      ? this.#identified(object, key)
      : this.#first(object, key as MirrorKey);
    return item && this.#read(object, item);
  }

  /** Finds the object that a key names as the kernel does. */
  #identified(object: K, key: object): Item | undefined {
    const store = this.#store(object);
    for (const message of messagesNamed(object, key, this.#fieldPath)) {
      // Stores take messages as they are, too.
      const [found] = store?.find(message as unknown as Item) ?? [];
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #read<P extends K>(object: P, item: Item): MonitoredObjects[P] {
    return this.#watcher.read(object, item) as MonitoredObjects[P];
  }

  /** Where names of devices are looked up: among the links of the mirror. */
  readonly #fieldPath = keyPath((name) => {
    const store = this.#watcher.store("link");
    if (store === undefined) return undefined;
    const [link] = store.named(name);
    return (link?.message as LinkMessage | undefined)?.index ?? -1;
  });

  /**
   * Calls a function with each change, after it is in the mirror. What the
   * first dump finds is reported as well, if there is a listener by then.
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
   * @param condition What it finds, or something falsy as long as it
   * does not hold.
   * @param options When to give up.
   * @returns What the condition has found.
   * @throws {TypeError} If an option is unknown or of the wrong sort.
   * @throws {ConditionTimeoutError} If it does not come true in time.
   * @throws {MirrorClosedError} If the mirror is or gets closed.
   */
  async until<T>(
    condition: () => T,
    options: UntilOptions = {},
  ): Promise<Exclude<T, undefined | null | false | 0 | "">> {
    checkOptions(options, { signal: signalOption, timeout: secondsOption });
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
