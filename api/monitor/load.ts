/**
 * Loads all objects of a kind into a store.
 *
 * @module
 */

import type { Codec } from "../../messages/codec/mod.ts";
import type { Connection } from "../connection.ts";
import { DumpInterruptedError, NetlinkError } from "../error.ts";
import type { DumpRequest, Known } from "./kind.ts";
import type { Report, Store } from "./store.ts";

/** Options of {@linkcode load}. */
export interface LoadOptions<M> {
  /** Where to ask. */
  readonly connection: Connection;
  /** What to ask. */
  readonly known: Known<M>;
  /** Codec of the messages. */
  readonly codec: Codec<M>;
  /** Whether a message is about the kind. */
  readonly accepts: ((message: M) => boolean) | undefined;
  /** Gives up. */
  readonly signal: AbortSignal;
  /** Called before each attempt. */
  readonly start: () => void;
  /** Called time and again, to hear notifications. */
  readonly absorb: () => void;
}

/** How often in a row to try a dump during which objects change. */
const ATTEMPTS = 100;

/** What kernels say to requests that they do not know. */
const UNSUPPORTED: ReadonlySet<string> = new Set([
  "EAFNOSUPPORT",
  "EINVAL",
  "EOPNOTSUPP",
]);

/**
 * Loads all objects of a kind.
 *
 * @param options What to load.
 * @returns The objects, as they were at one moment.
 * @throws {DumpInterruptedError} If objects change all the time.
 */
export async function load<M>(options: LoadOptions<M>): Promise<Store<M>> {
  for (let attempt = 1;; attempt++) {
    options.start();
    const store = options.known.makeStore();
    try {
      for (const dump of options.known.dumps) {
        await loadDump(dump, store, options);
      }
      return store;
    } catch (error) {
      if (!(error instanceof DumpInterruptedError)) throw error;
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

async function loadDump<M>(
  { type, message, optional }: DumpRequest<M>,
  store: Store<M>,
  { connection, known, codec, accepts, signal, absorb }: LoadOptions<M>,
): Promise<void> {
  const request = { type, codec, message };
  const chunks = connection.dumpChunks(request, { signal, streaming: true });
  try {
    for await (const chunk of chunks) {
      for (const object of chunk) {
        if (accepts?.(object) === false) continue;
        if (known.hidden?.(object) || known.untracked?.(object)) continue;
        store.fill(object);
      }
      absorb();
    }
  } catch (error) {
    const unknown = error instanceof NetlinkError &&
      UNSUPPORTED.has(error.code);
    if (!optional || !unknown) throw error;
  }
}

/**
 * Applies what was heard during a dump to its result.
 *
 * @param held What was heard.
 * @param fresh The result.
 * @returns Whether it has to be looked at again.
 */
export function replay(
  held: readonly Report<unknown>[],
  fresh: Store<unknown>,
): boolean {
  let unsettled = false;
  for (const report of held) {
    const differences = fresh.apply({ ...report, replayed: true });
    // What is deleted here may have been gone when it was dumped.
    if (differences === undefined && !report.deleted) unsettled = true;
  }
  return unsettled;
}
