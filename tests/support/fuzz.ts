/**
 * Runs a check over random inputs in a thread of its own, so that an input that
 * never ends is found and named. Deno ends its thread only with the process.
 *
 * @module
 */

/** What to run. */
export interface FuzzOptions {
  /** The module whose {@linkcode FuzzModule} checks one input. */
  readonly module: URL;
  /** How many inputs. */
  readonly count: number;
  /** Seed of the first input; those that follow count up from it. */
  readonly seed: number;
  /**
   * Seconds that an input may take.
   *
   * @default {10}
   */
  readonly limit?: number;
  /** Called about once a second. */
  readonly onProgress?: (done: number) => void;
}

/** What a module that checks inputs exports. */
export interface FuzzModule {
  /**
   * Makes the input of a seed and checks it.
   *
   * @throws If something is wrong.
   */
  check: (seed: number) => void;
}

/** The first message to the thread. */
export interface FuzzTask {
  /** Href of the module. */
  readonly module: string;
  /** How many inputs. */
  readonly count: number;
  /** Seed of the first input. */
  readonly seed: number;
  /**
   * Where the thread counts the inputs that are done; {@linkcode NOT_READY} until
   * it has loaded the module.
   */
  readonly done: Int32Array;
}

/** What the thread has counted before it can check anything. */
export const NOT_READY = -1;

/** The last message of the thread. */
export interface FuzzResult {
  /** What is wrong with which seed, if anything. */
  readonly failure?: string;
}

/**
 * Checks inputs.
 *
 * @throws {Error} If one fails or takes too long: with its seed.
 */
export async function fuzz(options: FuzzOptions): Promise<void> {
  const { module, count, seed, limit = 10, onProgress } = options;
  const done = new Int32Array(new SharedArrayBuffer(4)).fill(NOT_READY);
  const worker = new Worker(new URL("fuzz_worker.ts", import.meta.url), {
    type: "module",
  });
  const ended = Promise.withResolvers<void>();
  worker.onmessage = ({ data }: MessageEvent<FuzzResult>) => {
    if (data.failure === undefined) ended.resolve();
    else ended.reject(new Error(data.failure));
  };
  worker.onerror = (event) => {
    event.preventDefault();
    ended.reject(new Error(event.message));
  };
  let last = NOT_READY;
  let since = performance.now();
  const timer = setInterval(() => {
    const now = Atomics.load(done, 0);
    // What it takes to start the thread and to load the module is no input's.
    if (now === NOT_READY) return;
    onProgress?.(now);
    if (now !== last) {
      last = now;
      since = performance.now();
    } else if (performance.now() - since > limit * 1000) {
      ended.reject(
        new Error(
          `Cannot finish the input of seed ${seed + now} in ${limit} s`,
        ),
      );
    }
  }, 500);
  const task: FuzzTask = { module: module.href, count, seed, done };
  worker.postMessage(task);
  try {
    await ended.promise;
  } finally {
    clearInterval(timer);
    worker.terminate();
  }
}
