/**
 * Objects that are listed: one by one, in arrays, or all at once.
 *
 * @module
 */

/** Starts the dump of a listing. */
let start: <T>(listing: Listing<T>) => AsyncIterator<T[], void>;

/**
 * The objects of a dump, which starts when they are asked for. Each loop, and
 * each call of a method, starts a dump of its own.
 *
 * @typeParam T The objects.
 *
 * @example One by one, or all at once
 * ```ts ignore
 * for await (const link of net.link.list()) console.log(link.name);
 * const routes = await net.route.list({ table: "main" }).toArray();
 * ```
 */
export class Listing<T> implements AsyncIterable<T> {
  readonly #chunks: () => AsyncIterator<T[], void>;
  readonly #all: (() => Promise<T[]>) | undefined;

  static {
    start = (listing) => listing.#chunks();
  }

  /**
   * Makes the listing.
   *
   * @param chunks Starts a dump that comes in arrays.
   * @param all Starts a dump that comes all at once, where that is faster.
   */
  constructor(
    chunks: () => AsyncIterator<T[], void>,
    all?: () => Promise<T[]>,
  ) {
    this.#chunks = chunks;
    this.#all = all;
  }

  /**
   * Lists the objects one by one.
   *
   * @returns The iterator.
   */
  [Symbol.asyncIterator](): AsyncIterableIterator<T, void> {
    return new OneByOne(this.#chunks());
  }

  /**
   * Lists the objects in arrays, of one or a few datagrams each: faster than one
   * by one, and in less memory than all at once with `streaming: true`.
   *
   * @returns The arrays, none of which is empty.
   *
   * @example
   * ```ts ignore
   * let count = 0;
   * const routes = net.route.list({}, { streaming: true });
   * for await (const chunk of routes.chunks()) count += chunk.length;
   * ```
   */
  async *chunks(): AsyncGenerator<T[], void> {
    const chunks = { [Symbol.asyncIterator]: this.#chunks };
    for await (const chunk of chunks) if (chunk.length > 0) yield chunk;
  }

  /**
   * Lists all objects at once, which is the fastest way to have them all.
   *
   * @returns The objects.
   */
  async toArray(): Promise<T[]> {
    if (this.#all !== undefined) return await this.#all();
    const objects: T[] = [];
    for await (const chunk of this.chunks()) {
      for (const object of chunk) objects.push(object);
    }
    return objects;
  }
}

/**
 * A listing of objects that come one by one.
 *
 * @typeParam T The objects.
 * @param objects Starts the dump.
 * @returns The listing.
 */
export function listingOf<T>(
  objects: () => AsyncIterable<T>,
): Listing<T> {
  return new Listing(async function* () {
    for await (const object of objects()) yield [object];
  });
}

/**
 * A listing that another one is made for, once it is used.
 *
 * @typeParam T The objects.
 * @param make Makes the other one.
 * @returns The listing.
 */
export function listingLater<T>(make: () => Promise<Listing<T>>): Listing<T> {
  return new Listing(
    () => {
      let chunks: AsyncIterator<T[], void> | undefined;
      return {
        // A generator would take one more frame of the stacks of errors.
        async next() {
          chunks ??= start(await make());
          return await chunks.next();
        },
        async return() {
          await chunks?.return?.();
          return { done: true, value: undefined };
        },
      };
    },
    async () => await (await make()).toArray(),
  );
}

/**
 * Takes objects out of arrays. An async generator would do the same, and take
 * ten times as long for each object (measured).
 */
class OneByOne<T> implements AsyncIterableIterator<T, void> {
  readonly #chunks: AsyncIterator<T[], void>;
  #chunk: T[] = [];
  #at = 0;
  /** The last of the calls that wait for an array, if there is one. */
  #last: Promise<unknown> | undefined;
  /** How many calls wait for an array. */
  #waiting = 0;

  constructor(chunks: AsyncIterator<T[], void>) {
    this.#chunks = chunks;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<T, void>> {
    if (this.#last === undefined && this.#at < this.#chunk.length) {
      return Promise.resolve({ done: false, value: this.#chunk[this.#at++]! });
    }
    return this.#queue(() => this.#take());
  }

  return(): Promise<IteratorResult<T, void>> {
    return this.#queue(async () => {
      this.#chunk = [];
      await this.#chunks.return?.();
      return { done: true, value: undefined };
    });
  }

  async #take(): Promise<IteratorResult<T, void>> {
    while (this.#at >= this.#chunk.length) {
      this.#chunk = [];
      const { done, value } = await this.#chunks.next();
      if (done) return { done, value: undefined };
      this.#chunk = value;
      this.#at = 0;
    }
    return { done: false, value: this.#chunk[this.#at++]! };
  }

  /** Calls that overlap are carried out one after the other. */
  #queue<R>(step: () => Promise<R>): Promise<R> {
    this.#waiting++;
    return this.#last = this.#run(step, this.#last);
  }

  /**
   * Nothing but the caller may wait for the result: stacks of errors follow
   * promises that one function waits for, and end at others.
   */
  async #run<R>(
    step: () => Promise<R>,
    before: Promise<unknown> | undefined,
  ): Promise<R> {
    if (before !== undefined) await Promise.allSettled([before]);
    try {
      return await step();
    } finally {
      if (--this.#waiting === 0) this.#last = undefined;
    }
  }
}
