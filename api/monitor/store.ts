/**
 * What is known about the objects of one kind, kept as the kernel keys them.
 *
 * @module
 */

import { same } from "./compare.ts";

/** What a notification says. */
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

/** What is known about the objects of one kind. */
export interface Store<M> {
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
  /** Tells what is different in another store, which is newer. */
  differences(newer: this): Iterable<Difference<M>>;
  /** Lists the objects. */
  values(): Iterable<M>;
  /** Finds the objects with the key of another one. */
  find(message: M): readonly M[];
}

/** What a {@linkcode KeyedStore} has to know about a kind. */
export interface KeyedKind<M> {
  /** What tells the object apart from others of its kind. */
  readonly key: (message: M) => string | number;
  /** Names of properties that change all the time, such as counters. */
  readonly ignored: ReadonlySet<string>;
  /** Fits a notification that says only what is different into what was. */
  readonly merge?: (old: M, message: M) => M;
}

const NOTHING: readonly never[] = [];

/** Objects that have a key: the kernel has one object for each. */
export class KeyedStore<M> implements Store<M> {
  readonly #kind: KeyedKind<M>;
  readonly #objects = new Map<string | number, M>();

  /**
   * Makes an empty store.
   *
   * @param kind What the objects are.
   */
  constructor(kind: KeyedKind<M>) {
    this.#kind = kind;
  }

  get size(): number {
    return this.#objects.size;
  }

  fill(message: M): void {
    this.#objects.set(this.#kind.key(message), message);
  }

  apply({ deleted, message }: Report<M>): readonly Difference<M>[] {
    const { key, ignored, merge } = this.#kind;
    const name = key(message);
    const old = this.#objects.get(name);
    if (deleted) {
      this.#objects.delete(name);
      return old === undefined ? NOTHING : [{ old }];
    }
    const now = old !== undefined && merge !== undefined
      ? merge(old, message)
      : message;
    this.#objects.set(name, now);
    if (old === undefined) return [{ now }];
    return same(old, now, ignored) ? NOTHING : [{ now, old }];
  }

  *differences(newer: this): Generator<Difference<M>> {
    for (const [key, old] of this.#objects) {
      if (!newer.#objects.has(key)) yield { old };
    }
    for (const [key, now] of newer.#objects) {
      const old = this.#objects.get(key);
      if (old === undefined) yield { now };
      else if (!same(old, now, this.#kind.ignored)) yield { now, old };
    }
  }

  values(): Iterable<M> {
    return this.#objects.values();
  }

  find(message: M): readonly M[] {
    const object = this.#objects.get(this.#kind.key(message));
    return object === undefined ? NOTHING : [object];
  }
}

/**
 * Objects that have nothing but what they are, of which the kernel may have
 * several alike: rules.
 */
export class BagStore<M> implements Store<M> {
  readonly #kind: KeyedKind<M>;
  readonly #objects = new Map<string | number, M[]>();
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

  fill(message: M): void {
    const key = this.#kind.key(message);
    const alike = this.#objects.get(key);
    if (alike === undefined) this.#objects.set(key, [message]);
    else alike.push(message);
    this.#size++;
  }

  apply(report: Report<M>): readonly Difference<M>[] | undefined {
    const { deleted, message, replayed } = report;
    const key = this.#kind.key(message);
    const alike = this.#objects.get(key);
    if (!deleted) {
      if (replayed && alike !== undefined) return NOTHING;
      this.fill(message);
      return [{ now: message }];
    }
    if (alike === undefined) return undefined;
    const old = alike.pop()!;
    if (alike.length === 0) this.#objects.delete(key);
    this.#size--;
    return [{ old }];
  }

  *differences(newer: this): Generator<Difference<M>> {
    for (const [key, olds] of this.#objects) {
      const count = newer.#objects.get(key)?.length ?? 0;
      for (const old of olds.slice(count)) yield { old };
    }
    for (const [key, nows] of newer.#objects) {
      const olds = this.#objects.get(key) ?? NOTHING;
      for (const [i, now] of nows.entries()) {
        const old = olds[i];
        if (old === undefined) yield { now };
        else if (!same(old, now, this.#kind.ignored)) yield { now, old };
      }
    }
  }

  *values(): Generator<M> {
    for (const alike of this.#objects.values()) yield* alike;
  }

  find(message: M): readonly M[] {
    return this.#objects.get(this.#kind.key(message)) ?? NOTHING;
  }
}
