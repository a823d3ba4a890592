/**
 * What is known about the objects of one kind, kept as the kernel keys them.
 *
 * @module
 */

import {
  type Item,
  keptLike,
  messageIn,
  sameBytes,
  sameItems,
} from "./kept_message.ts";
import { type Name, NameIndex } from "./name_index.ts";

/** What a notification has. */
export interface Report<M> {
  /** Whether the object is gone. */
  readonly deleted: boolean;
  /** Flags of the message, `NLM_F_*`. */
  readonly flags: number;
  /** The object. */
  readonly message: M;
  /**
   * Whether a dump that was taken since may have it already.
   *
   * @default {false}
   */
  readonly replayed?: boolean;
}

/** What has become of an object. */
export interface Difference<M> {
  /** What it is now; not there if it is gone. */
  readonly now?: M;
  /** What it was before; not there if it is new. */
  readonly old?: M;
}

/**
 * What is known about the objects of one kind.
 *
 * @typeParam M Their messages, however they are kept.
 */
export interface Store<M> {
  /**
   * Whether the kernel has, or has no longer, what it has not reported.
   *
   * @default {false}
   */
  readonly incomplete?: boolean;
  /** How many objects there are. */
  readonly size: number;
  /** Takes over an object of a dump, which has each object once. */
  fill(message: M): void;
  /**
   * Takes over a notification.
   *
   * @returns What has changed: nothing if that was known, and `undefined` if
   * the notification contradicts what is known.
   */
  apply(report: Report<M>): readonly Difference<M>[] | undefined;
  /** Returns what is different in another store, which is newer. */
  differences(newer: this): Iterable<Difference<M>>;
  /** Lists the objects. */
  values(): Iterable<M>;
  /** Finds the objects with the key of another one. */
  find(message: M): readonly M[];
  /** Finds the objects that are called by a name. */
  named(name: Name): readonly M[];
}

/** What a {@linkcode KeyedStore} needs to have of a kind. */
export interface KeyedKind<M> {
  /** What distinguishes the object from others of its kind. */
  readonly key: (message: M) => string | number;
  /** Names of properties that change all the time, such as counters. */
  readonly ignored: ReadonlySet<string>;
  /**
   * Whether two messages describe the same state of an object, if that takes
   * more than to compare the properties which are not ignored.
   */
  readonly alike?: (a: M, b: M) => boolean;
  /** Fits a notification that has only what is different into what was. */
  readonly merge?: (old: M, message: M) => M;
  /** What people call the object; its key if not given. */
  readonly names?: (message: M) => readonly Name[];
}

const NOTHING: readonly never[] = [];

/**
 * Objects that have a key: the kernel has one object for each.
 *
 * @typeParam M Their messages.
 * @typeParam T How the messages are kept.
 */
export class KeyedStore<M, T extends Item<M> = M> implements Store<T> {
  readonly #kind: KeyedKind<M>;
  readonly #objects = new Map<string | number, T>();
  /** Made when somebody asks for a name. */
  #index: NameIndex<string | number> | undefined;

  /**
   * Makes an empty store.
   *
   * @param kind What the objects are.
   */
  constructor(kind: KeyedKind<M>) {
    this.#kind = kind;
  }

  /** How many objects there are. */
  get size(): number {
    return this.#objects.size;
  }

  /**
   * Takes over an object of a dump.
   *
   * @param item The object.
   */
  fill(item: T): void {
    const key = this.#keyOf(item);
    this.#put(key, this.#objects.get(key), item);
  }

  /**
   * Takes over a notification.
   *
   * @param report The notification.
   * @returns What has changed.
   */
  apply({ deleted, message: item }: Report<T>): readonly Difference<T>[] {
    const { merge } = this.#kind;
    const key = this.#keyOf(item);
    const old = this.#objects.get(key);
    if (deleted) {
      if (old === undefined) return NOTHING;
      this.#objects.delete(key);
      this.#rename(key, old, undefined);
      return [{ old }];
    }
    const now = old !== undefined && merge !== undefined
      ? keptLike(item, merge(messageIn<M>(old), messageIn<M>(item)))
      : item;
    this.#put(key, old, now);
    if (old === undefined) return [{ now }];
    return this.#alike(old, now) ? NOTHING : [{ now, old }];
  }

  #keyOf(item: T): string | number {
    return this.#kind.key(messageIn<M>(item));
  }

  #put(key: string | number, old: T | undefined, now: T): void {
    this.#objects.set(key, now);
    this.#rename(key, old, now);
  }

  #alike(old: T, now: T): boolean {
    const { alike, ignored } = this.#kind;
    if (alike === undefined) return sameItems<M>(old, now, ignored);
    return sameBytes(old, now) ||
      alike(messageIn<M>(old), messageIn<M>(now));
  }

  /**
   * Returns what is different in another store.
   *
   * @param newer The other store.
   */
  *differences(newer: this): Generator<Difference<T>> {
    for (const [key, old] of this.#objects) {
      if (!newer.#objects.has(key)) yield { old };
    }
    for (const [key, now] of newer.#objects) {
      const old = this.#objects.get(key);
      if (old === undefined) yield { now };
      else if (!this.#alike(old, now)) yield { now, old };
    }
  }

  /** Lists the objects. */
  values(): Iterable<T> {
    return this.#objects.values();
  }

  /**
   * Finds the object with the key of another one.
   *
   * @param item The other one.
   * @returns The object, if there is one.
   */
  find(item: T): readonly T[] {
    const object = this.#objects.get(this.#keyOf(item));
    return object === undefined ? NOTHING : [object];
  }

  /**
   * Finds the objects that are called by a name.
   *
   * @param name The name.
   * @returns The objects.
   */
  named(name: Name): readonly T[] {
    if (this.#kind.names === undefined) {
      const object = this.#objects.get(name);
      return object === undefined ? NOTHING : [object];
    }
    if (this.#index === undefined) {
      this.#index = new NameIndex();
      for (const [key, object] of this.#objects) {
        this.#rename(key, undefined, object);
      }
    }
    return this.#index.find(name).map((key) => this.#objects.get(key)!);
  }

  #rename(key: string | number, old: T | undefined, now: T | undefined): void {
    if (this.#index === undefined) return;
    const names = this.#kind.names!;
    const before = old === undefined ? NOTHING : names(messageIn<M>(old));
    const after = now === undefined ? NOTHING : names(messageIn<M>(now));
    for (const name of before) this.#index.remove(name, key);
    for (const name of after) this.#index.add(name, key);
  }
}

/**
 * Objects that have nothing but what they are, of which the kernel may have
 * several alike: rules.
 */
export class BagStore<M, T extends Item<M> = M> implements Store<T> {
  readonly #kind: KeyedKind<M>;
  readonly #objects = new Map<string | number, T[]>();
  /** Made when somebody asks for a name. */
  #index: NameIndex<string | number> | undefined;
  #size = 0;

  /**
   * Makes an empty store.
   *
   * @param kind What the objects are; their key is all that they are.
   */
  constructor(kind: KeyedKind<M>) {
    this.#kind = kind;
  }

  get size(): number {
    return this.#size;
  }

  fill(item: T): void {
    const message = messageIn<M>(item);
    const key = this.#kind.key(message);
    const alike = this.#objects.get(key);
    if (alike === undefined) {
      this.#objects.set(key, [item]);
      for (const name of this.#names(message)) this.#index?.add(name, key);
    } else alike.push(item);
    this.#size++;
  }

  apply(report: Report<T>): readonly Difference<T>[] | undefined {
    const { deleted, message: item, replayed } = report;
    const key = this.#kind.key(messageIn<M>(item));
    const alike = this.#objects.get(key);
    if (!deleted) {
      if (replayed && alike !== undefined) return NOTHING;
      this.fill(item);
      return [{ now: item }];
    }
    if (alike === undefined) return undefined;
    const old = alike.pop()!;
    if (alike.length === 0) {
      this.#objects.delete(key);
      for (const name of this.#names(messageIn<M>(old))) {
        this.#index?.remove(name, key);
      }
    }
    this.#size--;
    return [{ old }];
  }

  *differences(newer: this): Generator<Difference<T>> {
    for (const [key, olds] of this.#objects) {
      const count = newer.#objects.get(key)?.length ?? 0;
      for (const old of olds.slice(count)) yield { old };
    }
    for (const [key, nows] of newer.#objects) {
      const olds = this.#objects.get(key) ?? NOTHING;
      for (const [i, now] of nows.entries()) {
        const old = olds[i];
        if (old === undefined) yield { now };
        else if (!sameItems<M>(old, now, this.#kind.ignored)) {
          yield { now, old };
        }
      }
    }
  }

  *values(): Generator<T> {
    for (const alike of this.#objects.values()) yield* alike;
  }

  find(item: T): readonly T[] {
    return this.#objects.get(this.#kind.key(messageIn<M>(item))) ?? NOTHING;
  }

  /**
   * Finds the objects that are called by a name.
   *
   * @param name The name.
   * @returns The objects.
   */
  named(name: Name): readonly T[] {
    if (this.#index === undefined) {
      this.#index = new NameIndex();
      for (const [key, [first]] of this.#objects) {
        for (const name of this.#names(messageIn<M>(first!))) {
          this.#index.add(name, key);
        }
      }
    }
    return this.#index.find(name).flatMap((key) => this.#objects.get(key)!);
  }

  #names(message: M): readonly Name[] {
    return this.#kind.names?.(message) ?? NOTHING;
  }
}
